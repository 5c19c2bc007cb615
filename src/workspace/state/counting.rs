//! Which articles count, by the user's filter.

use std::sync::Arc;

use super::Workspace;
use crate::article::Side;
use crate::work::Progress;
use crate::workspace::kept::counts;

impl Workspace {
    /// Whether an article of the source on one side counts: the filter may leave it out.
    pub fn counts(&self, side: Side, article: usize) -> bool {
        counts(self.kept(side), article)
    }

    /// Which articles of the source on one side count; all where there is no filter.
    pub fn kept(&self, side: Side) -> Option<&Arc<Vec<bool>>> {
        self.kept.known(self.session().source(side)?)
    }

    /// How many articles of the open sources count, and how many there are; `None` without a filter, and until it is
    /// known.
    pub fn counting(&self) -> Option<(usize, usize)> {
        let session = self.history.current();
        let filter = session.filter();
        if filter.is_empty() {
            return None;
        }
        let (mut counting, mut all) = (0, 0);
        for source in session.sources() {
            let kept = self.kept.known_of(source, filter)?;
            all += source.articles.len();
            counting += kept.iter().filter(|kept| **kept).count();
        }
        Some((counting, all))
    }

    /// How far finding the articles that count is, while that is under way.
    pub fn filtering(&self) -> Option<&Progress> {
        self.kept.progress()
    }

    /// Whether it is known which articles count; finding it begins where it is not.
    pub(super) fn knows_what_counts(&mut self) -> bool {
        let session = self.history.current();
        self.kept.is_ready(session, self.threads, &self.wake)
    }
}
