//! The lines at the head of a message that tell it from other texts.

use super::super::format::TextOpening;

/// The lines at the head of a message that tell it from other texts.
pub(super) struct MailHead<'a> {
    pub(super) names: Vec<&'a str>,
    /// Whether its parts belong together, as those of a page do.
    pub(super) related: bool,
}

impl<'a> MailHead<'a> {
    /// How many lines of it are looked at.
    const LINES: usize = 200;
    /// What messages and saved pages name.
    const NAMES: [&'static str; 13] = [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "received",
        "return-path",
        "delivered-to",
        "snapshot-content-location",
        "dkim-signature",
        "reply-to",
    ];

    /// Reads the head, if the text opens with one.
    pub(super) fn of(opening: &'a TextOpening) -> Option<Self> {
        let mut head = Self {
            names: Vec::new(),
            related: false,
        };
        for line in opening.lower.lines().take(Self::LINES) {
            if line.is_empty() {
                break;
            }
            head.related |= line.contains("multipart/related");
            let Some((name, _)) = line.split_once(':') else {
                if line.starts_with([' ', '\t']) {
                    continue;
                }
                break;
            };
            if Self::NAMES.contains(&name) {
                head.names.push(name);
            } else if head.names.is_empty() && !name.starts_with("x-") {
                return None;
            }
        }
        Some(head)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(&name)
    }
}
