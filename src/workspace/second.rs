//! When the second reader is asked, and about how much at once.

use serde::{Deserialize, Serialize};

use super::sides::{Scored, Sides};
use crate::score::second::Fault;

/// From more unread articles of one source on, the second reader is asked only on request: these are
/// collections.
pub const MOST_ARTICLES: usize = 2;

/// The same for the sentences of both sources together: about a second of reading.
pub const MOST_SENTENCES: usize = 400;

/// When the second reader is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    /// Never.
    #[default]
    Never,
    /// By itself about up to [`MOST_ARTICLES`] and [`MOST_SENTENCES`], about more on request.
    Little,
    /// About everything.
    Always,
}

/// What there is of the second reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Second {
    /// It is not asked.
    #[default]
    Off,
    /// Nothing is known yet.
    Soon,
    /// It waits to be asked about so much.
    Waiting {
        /// Articles that it has not read.
        articles: usize,
        /// The sentences in them.
        sentences: usize,
    },
    /// It is reading.
    Reading,
    /// It has read all that is open.
    Done,
    /// It cannot be asked.
    Missing(Fault),
}

/// How far asking is.
#[derive(Debug, Default)]
pub(super) struct Reading {
    when: Asking,
    requested: bool,
    /// Asked once about what is open: what fell over once would fall over again.
    tried: bool,
    reads: bool,
    state: Second,
}

impl Reading {
    /// Says when it is asked; whether that is a change.
    pub(super) fn set(&mut self, when: Asking) -> bool {
        let changed = self.when != when;
        self.when = when;
        self.tried = false;
        self.state = match (when, self.state) {
            (Asking::Never, _) => Second::Off,
            (_, Second::Missing(fault)) => Second::Missing(fault),
            _ => Second::Soon,
        };
        changed
    }

    /// Something else is open.
    pub(super) fn begin(&mut self) {
        self.requested = false;
        self.tried = false;
        self.reads = false;
        if !matches!(self.state, Second::Off | Second::Missing(_)) {
            self.state = Second::Soon;
        }
    }

    /// It is asked about what is open, however much that is.
    pub(super) fn request(&mut self) {
        self.requested = true;
        self.tried = false;
    }

    /// What it is to read now, if anything.
    pub(super) fn next(&mut self, sides: &Sides) -> Option<Vec<Scored>> {
        if self.when == Asking::Never || matches!(self.state, Second::Missing(_)) {
            return None;
        }
        let unread = sides.unread();
        let most = unread.iter().map(Vec::len).max().unwrap_or(0);
        let unread: Vec<Scored> = unread.iter().flatten().cloned().collect();
        if unread.is_empty() {
            self.state = Second::Done;
            return None;
        }
        let sentences = unread.iter().map(|(_, scores)| scores.tone.sentences).sum();
        let is_little = most <= MOST_ARTICLES && sentences <= MOST_SENTENCES;
        let is_asked = is_little || self.requested || self.when == Asking::Always;
        if !is_asked || self.tried {
            self.state = Second::Waiting {
                articles: unread.len(),
                sentences,
            };
            return None;
        }
        self.tried = true;
        self.reads = true;
        self.state = Second::Reading;
        Some(unread)
    }

    /// It is not reading any more; whether it was.
    pub(super) fn end(&mut self) -> bool {
        let was = std::mem::take(&mut self.reads);
        if self.state == Second::Reading {
            self.state = Second::Soon;
        }
        was
    }

    /// It cannot be asked.
    pub(super) fn fail(&mut self, fault: Fault) {
        self.state = Second::Missing(fault);
    }

    pub(super) const fn state(&self) -> &Second {
        &self.state
    }
}
