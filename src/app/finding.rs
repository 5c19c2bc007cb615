//! Finding words in both texts: what is looked for, what was found, which place is on show.

use crate::article::{Place, Span};
use crate::session::{Found, Hit, Query, Session};

/// What is looked for and what was found.
#[derive(Debug, Default)]
pub(super) struct Finding {
    /// Whether the bar is shown.
    pub(super) open: bool,
    /// Whether the field should take the keyboard.
    pub(super) take_keyboard: bool,
    /// What is looked for.
    pub(super) query: Query,
    /// What `found` was found for.
    done: Option<Query>,
    found: Found,
    /// The place on show.
    pub(super) at: Option<usize>,
}

impl Finding {
    /// Whether there is a place to go to.
    pub(super) fn is_some_hit(&self) -> bool {
        self.open && !self.found.hits.is_empty()
    }

    /// What was found.
    pub(super) const fn found(&self) -> &Found {
        &self.found
    }

    /// Looks again if something else is wanted.
    pub(super) fn refresh(&mut self, session: &Session) {
        if self.open && self.done.as_ref() != Some(&self.query) {
            self.found = session.find(&self.query);
            self.done = Some(self.query.clone());
            self.at = None;
        }
    }

    /// The texts are others now.
    pub(super) fn forget(&mut self) {
        self.done = None;
    }

    /// The place on show.
    pub(super) fn current(&self) -> Option<&Hit> {
        self.found.hits.get(self.at?)
    }

    /// What was found in one text, each with whether it is the place on show.
    pub(super) fn spans(&self, place: Place) -> impl Iterator<Item = (Span, bool)> + '_ {
        let hits: &[Hit] = if self.open { &self.found.hits } else { &[] };
        let first = hits.partition_point(move |hit| hit.place < place);
        let here = hits.iter().enumerate().skip(first);
        here.take_while(move |(_, hit)| hit.place == place)
            .map(|(index, hit)| (hit.span, self.at == Some(index)))
    }

    /// Goes one place on or back, around the ends.
    pub(super) fn step(&mut self, forward: bool) {
        let count = self.found.hits.len();
        if count == 0 {
            return;
        }
        self.at = Some(match (self.at, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        });
    }
}
