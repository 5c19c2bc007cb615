//! Charts of what is open, built once for what they show: at once where that takes no time, else by a thread
//! of their own.

use std::sync::Arc;

use super::derive::Wake;
use super::sides::Sides;
use crate::chart::{self, Chart, Kind};
use crate::compare::Comparison;
use crate::work::Later;

/// Up to so many paragraphs a chart is built within a frame: the slowest takes about a millisecond a thousand.
const AT_ONCE: usize = 1_000;

/// What a chart is made of.
#[derive(Clone)]
pub(super) struct Subject {
    pub(super) kind: Kind,
    pub(super) options: chart::Options,
    pub(super) sides: Arc<Sides>,
    pub(super) comparison: Option<Arc<Comparison>>,
}

impl PartialEq for Subject {
    /// Whether a chart of one is a chart of the other.
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.options) == (other.kind, other.options)
            && Arc::ptr_eq(&self.sides, &other.sides)
            && self.comparison.as_ref().map(Arc::as_ptr)
                == other.comparison.as_ref().map(Arc::as_ptr)
    }
}

impl Subject {
    fn build(&self) -> Chart {
        self.sides
            .with_input(self.comparison.as_deref(), self.options, |input| {
                chart::build(self.kind, input)
            })
    }
}

/// The chart built last, and the one being built.
#[derive(Default)]
pub(super) struct Charts(Later<Subject, Chart>);

impl Charts {
    /// The chart of `subject`, built now if it is not known.
    pub(super) fn now(&mut self, subject: Subject) -> Arc<Chart> {
        let of = subject.clone();
        self.0.now(subject, move || of.build())
    }

    /// The chart of `subject`; `None` while a thread builds it, which calls `wake` when it is done.
    pub(super) fn soon(&mut self, subject: Subject, wake: &Wake) -> Option<Arc<Chart>> {
        if subject.sides.paragraphs() <= AT_ONCE {
            return Some(self.now(subject));
        }
        let (of, wake) = (subject.clone(), Arc::clone(wake));
        self.0.soon(subject, move || wake(), move || of.build())
    }
}
