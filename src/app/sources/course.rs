//! A measure of the two sources over time, made once for what is shown, by a thread of its own where it takes time.

use std::sync::Arc;

use crate::article::Side;
use crate::chart::Options;
use crate::compare::series::OverTime;
use crate::work::Later;
use crate::workspace::Sides;

/// From so many articles on a course is made by a thread of its own: its intervals take longer than a frame.
const AT_ONCE: usize = 500;

/// What a course is made of.
#[derive(Debug, Clone)]
pub(in crate::app) struct CourseOf(pub(in crate::app) Arc<Sides>, pub(in crate::app) Options);

impl PartialEq for CourseOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// The course on show.
pub(in crate::app) type Course = Later<CourseOf, OverTime>;

impl CourseOf {
    /// Whether it is made within a frame.
    pub(in crate::app) fn is_small(&self) -> bool {
        let parts = Side::BOTH.into_iter().filter_map(|side| self.0.side(side));
        parts.map(|part| part.articles.len()).sum::<usize>() <= AT_ONCE
    }

    pub(in crate::app) fn make(&self) -> OverTime {
        self.0.with_input(None, self.1, |input| {
            let sources: Vec<_> = input.sources().map(|(_, source)| source).collect();
            OverTime::new(&sources, &[self.1.measure.0], self.1.period)
        })
    }
}
