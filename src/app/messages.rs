//! What the program has to say: what happened, for as long as it takes to read, and what went wrong, until
//! it is closed; all of them in a list, each to be copied.

use std::path::PathBuf;
use std::time::Duration;

use crate::text::{tr, tr_said};

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Something happened that can be seen anyway.
    Info,
    /// Something could not be done.
    Error,
}

/// What can be done about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offer {
    /// Open a file or folder with the system's own program.
    Open(PathBuf),
    /// Show a file in the system's file manager.
    ShowInFolder(PathBuf),
}

impl Offer {
    /// What its button says.
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Open(_) => tr!("Open"),
            Self::ShowInFolder(_) => tr!("Show in folder"),
        }
    }
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Message {
    pub(super) level: Level,
    /// What happened, where, and what to do.
    pub(super) text: String,
    /// When it was shown first, in seconds since the start.
    since: Option<f64>,
    /// Whether it is shown no longer.
    closed: bool,
    /// What can be done about it.
    pub(super) offers: Vec<Offer>,
    /// The step it is about, as [`History::steps`] counts: taking that back takes the message away.
    ///
    /// [`History::steps`]: crate::session::History::steps
    step: Option<usize>,
}

/// Seconds that any message is shown for.
const LEAST: f64 = 4.0;
/// Further seconds a character: a slow reader's 15 characters a second.
const A_CHARACTER: f64 = 0.066;

impl Message {
    /// How many seconds it is shown for; an error until it is closed.
    fn shown_for(&self) -> Option<f64> {
        let length = self.text.chars().count() as f64;
        (self.level == Level::Info).then_some(LEAST + A_CHARACTER * length)
    }
}

/// Every message since the start.
#[derive(Debug, Default)]
pub(super) struct Messages {
    all: Vec<Message>,
}

/// How many messages are kept.
const KEPT: usize = 500;

impl Messages {
    pub(super) fn info(&mut self, text: impl Into<String>) {
        self.push(Level::Info, &text.into());
    }

    pub(super) fn error(&mut self, text: impl Into<String>) {
        self.push(Level::Error, &text.into());
    }

    /// Says something about the step of this number.
    pub(super) fn about(&mut self, step: usize, text: impl Into<String>) {
        self.push(Level::Info, &text.into());
        if let Some(last) = self.all.last_mut() {
            last.step = Some(step);
        }
    }

    /// Says something that something can be done about.
    pub(super) fn offer(&mut self, text: &str, offers: impl Into<Vec<Offer>>) {
        self.push(Level::Info, text);
        if let Some(last) = self.all.last_mut() {
            last.offers = offers.into();
        }
    }

    /// Takes away what was said about steps that were taken back: `steps` are left.
    pub(super) fn forget_after(&mut self, steps: usize) {
        (self.all).retain(|message| message.step.is_none_or(|step| step <= steps));
    }

    fn push(&mut self, level: Level, text: &str) {
        // Why something failed is told by the core.
        let text = tr_said(text);
        if self.all.len() >= KEPT {
            self.all.remove(0);
        }
        // Said again, it is said anew instead of twice.
        for known in &mut self.all {
            known.closed |= known.level == level && known.text == text;
        }
        self.all.push(Message {
            level,
            text,
            since: None,
            closed: false,
            offers: Vec::new(),
            step: None,
        });
    }

    /// Every message, oldest first.
    pub(super) fn all(&self) -> &[Message] {
        &self.all
    }

    /// Messages that are shown, with their positions, oldest first.
    pub(super) fn open(&self) -> impl DoubleEndedIterator<Item = (usize, &Message)> {
        let all = self.all.iter().enumerate();
        all.filter(|(_, message)| !message.closed)
    }

    /// Closes what was shown long enough at `now`, in seconds since the start, unless it is `held` by a
    /// reader. How long until the next is due.
    pub(super) fn age(&mut self, now: f64, held: bool) -> Option<Duration> {
        let mut next: Option<f64> = None;
        for message in self.all.iter_mut().filter(|message| !message.closed) {
            let since = *message.since.get_or_insert(now);
            let Some(time) = message.shown_for() else {
                continue;
            };
            let left = since + time - now;
            if left <= 0.0 && !held {
                message.closed = true;
            } else {
                let left = left.max(0.1);
                next = Some(next.map_or(left, |next| next.min(left)));
            }
        }
        next.map(Duration::from_secs_f64)
    }

    /// Closes the message at a position.
    pub(super) fn close(&mut self, at: usize) {
        if let Some(message) = self.all.get_mut(at) {
            message.closed = true;
        }
    }

    /// Closes what was said of something that is undone now. Errors stay.
    pub(super) fn take_back(&mut self) {
        for message in &mut self.all {
            message.closed |= message.level == Level::Info;
        }
    }

    /// Every message as text, to be copied.
    pub(super) fn to_text(&self) -> String {
        let lines: Vec<&str> = self.all.iter().map(|m| m.text.as_str()).collect();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::Messages;

    fn open(messages: &Messages) -> Vec<&str> {
        let open = messages.open().map(|(_, message)| message.text.as_str());
        open.collect()
    }

    #[test]
    fn what_happened_goes_by_itself_and_what_went_wrong_stays() {
        let mut messages = Messages::default();
        messages.info("Saved.");
        messages.error("Not saved.");
        assert!(
            messages
                .age(10.0, false)
                .is_some_and(|next| next.as_secs_f64() > 3.0)
        );
        messages.age(13.0, false);
        assert_eq!(open(&messages), ["Saved.", "Not saved."]);
        messages.age(60.0, true);
        assert_eq!(
            open(&messages),
            ["Saved.", "Not saved."],
            "it is being read"
        );
        assert_eq!(messages.age(60.0, false), None);
        assert_eq!(open(&messages), ["Not saved."]);
        messages.close(1);
        assert!(open(&messages).is_empty());
        assert_eq!(messages.all().len(), 2, "the list keeps them");
    }

    #[test]
    fn undoing_takes_back_what_was_said_of_it() {
        let mut messages = Messages::default();
        messages.info("Twice");
        messages.info("Twice");
        messages.error("Wrong");
        assert_eq!(open(&messages), ["Twice", "Wrong"]);
        messages.take_back();
        assert_eq!(open(&messages), ["Wrong"]);
    }
}
