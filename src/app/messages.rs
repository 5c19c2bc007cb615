//! What the program has to say: the latest message in a line that covers nothing, and all of them in
//! a list, each to be copied.

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Something happened that can be seen anyway.
    Info,
    /// Something could not be done.
    Error,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) level: Level,
    /// What happened, where, and what to do.
    pub(super) text: String,
}

/// Every message since the start.
#[derive(Debug, Default)]
pub(super) struct Messages {
    all: Vec<Message>,
    dismissed: usize,
}

/// How many messages are kept.
const KEPT: usize = 500;

impl Messages {
    pub(super) fn info(&mut self, text: impl Into<String>) {
        self.push(Level::Info, text.into());
    }

    pub(super) fn error(&mut self, text: impl Into<String>) {
        self.push(Level::Error, text.into());
    }

    fn push(&mut self, level: Level, text: String) {
        if self.all.len() >= KEPT {
            self.all.remove(0);
            self.dismissed = self.dismissed.saturating_sub(1);
        }
        self.all.push(Message { level, text });
    }

    /// Every message, oldest first.
    pub(super) fn all(&self) -> &[Message] {
        &self.all
    }

    /// Messages that were not dismissed, oldest first.
    pub(super) fn open(&self) -> &[Message] {
        self.all.get(self.dismissed..).unwrap_or_default()
    }

    /// Dismisses every message.
    pub(super) fn dismiss(&mut self) {
        self.dismissed = self.all.len();
    }

    /// Every message as text, to be copied.
    pub(super) fn to_text(&self) -> String {
        let lines: Vec<&str> = self.all.iter().map(|m| m.text.as_str()).collect();
        lines.join("\n")
    }
}
