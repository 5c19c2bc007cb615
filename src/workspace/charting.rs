//! Charts of what is open, built once for what they show: at once where that takes no time, else by a thread
//! of their own.

use std::sync::Arc;

use super::stories::AllStories;
use super::ticked::Ticked;
use crate::chart::{self, Chart, Kind};
use crate::compare::Comparison;
use crate::score::lists::OwnLists;
use crate::work::{Later, Wake};

/// Up to so many paragraphs a chart is built within a frame: the slowest takes about a millisecond a thousand.
const AT_ONCE: usize = 1_000;

/// What a chart is made of.
#[derive(Debug, Clone)]
pub struct Subject {
    pub(super) kind: Kind,
    pub(super) options: chart::Options,
    pub(super) ticked: Ticked,
    pub(super) comparison: Option<Arc<Comparison>>,
    /// The user's own lists.
    pub(super) lists: OwnLists,
    /// The stories of all sources and which of these are A and B, for charts that show them.
    pub(super) told: Option<(Arc<AllStories>, [Option<usize>; 2])>,
}

impl PartialEq for Subject {
    /// Whether a chart of one is a chart of the other.
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.options) == (other.kind, other.options)
            && self.ticked == other.ticked
            && self.lists == other.lists
            && self.comparison.as_ref().map(Arc::as_ptr)
                == other.comparison.as_ref().map(Arc::as_ptr)
            && match (&self.told, &other.told) {
                (Some((one, shown)), Some((other, of_other))) => {
                    Arc::ptr_eq(one, other) && shown == of_other
                }
                (one, other) => one.is_none() && other.is_none(),
            }
    }
}

impl Subject {
    pub(super) fn build(&self) -> Chart {
        let tellings = self.told.as_ref().map(|(told, _)| told.tellings());
        let told = self.told.as_ref().zip(tellings.as_deref());
        let told = told.map(|((told, shown), tellings)| chart::StoriesOf {
            stories: &told.stories,
            tellings,
            names: &told.names,
            shown: *shown,
        });
        let comparison = self.comparison.as_deref();
        let lists = Some(&self.lists);
        self.ticked.with_input(comparison, self.options, |input| {
            let input = chart::Input {
                told,
                lists,
                ..*input
            };
            chart::build(self.kind, &input)
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
        let two = subject.ticked.is_two() && subject.told.is_none();
        if two && subject.ticked.sides.paragraphs() <= AT_ONCE {
            return Some(self.now(subject));
        }
        let (of, wake) = (subject.clone(), Arc::clone(wake));
        self.0.soon(subject, move || wake(), move || of.build())
    }
}
