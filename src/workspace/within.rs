//! What the two sources on show come to on the stories both tell, and what that follows from.

use std::sync::Arc;

use super::sides::Sides;
use super::stories::AllStories;
use crate::chart;
use crate::compare::Comparison;
use crate::compare::stories::{SameStories, both};
use crate::score::registry::MEASURES;
use crate::work::{Progress, Stopped};

/// What they follow from.
#[derive(Debug, Clone)]
pub(super) struct SameOf {
    pub(super) sides: Arc<Sides>,
    pub(super) comparison: Arc<Comparison>,
    pub(super) told: Arc<AllStories>,
    /// The positions of A and B among all sources.
    pub(super) sources: [usize; 2],
}

impl SameOf {
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sides, &other.sides)
            && Arc::ptr_eq(&self.comparison, &other.comparison)
            && Arc::ptr_eq(&self.told, &other.told)
            && self.sources == other.sources
    }

    /// Compares the two within the stories both tell.
    pub(super) fn compare(&self, progress: &Progress) -> Result<Option<SameStories>, Stopped> {
        let tellings = self.told.tellings();
        let first = self.sources.map(|source| {
            let mut tellings = tellings.iter();
            tellings
                .position(|telling| telling.source == source)
                .unwrap_or_default()
        });
        let both = both(&self.told.stories, &tellings, self.sources, first);
        let options = chart::Options::default();
        let found = self.sides.with_input(None, options, |input| {
            let (a, b) = (input.a?, input.b?);
            let everything = &self.comparison.differences;
            let seed = self.comparison.options.seed;
            Some(SameStories::of(
                &a, &b, &both, MEASURES, everything, seed, progress,
            ))
        });
        found.transpose()
    }
}
