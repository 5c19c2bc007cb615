//! Charts of what is open, built once for what they show: at once where that takes no time, else by a thread
//! of their own.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::derive::Wake;
use super::sides::Sides;
use crate::chart::{self, Chart, Kind};
use crate::compare::Comparison;

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

impl Subject {
    /// Whether a chart of one is a chart of the other.
    fn is(&self, other: &Self) -> bool {
        (self.kind, self.options) == (other.kind, other.options)
            && Arc::ptr_eq(&self.sides, &other.sides)
            && self.comparison.as_ref().map(Arc::as_ptr)
                == other.comparison.as_ref().map(Arc::as_ptr)
    }

    fn is_small(&self) -> bool {
        self.sides.paragraphs() <= AT_ONCE
    }

    fn build(&self) -> Chart {
        self.sides
            .with_input(self.comparison.as_deref(), self.options, |input| {
                chart::build(self.kind, input)
            })
    }
}

/// The chart built last, and the one being built.
#[derive(Default)]
pub(super) struct Charts {
    shown: Option<(Subject, Arc<Chart>)>,
    coming: Option<(Subject, Receiver<Chart>)>,
}

impl Charts {
    /// The chart of `subject`, built now if it is not known.
    pub(super) fn now(&mut self, subject: Subject) -> Arc<Chart> {
        if let Some(known) = self.known(&subject) {
            return known;
        }
        let chart = Arc::new(subject.build());
        self.shown = Some((subject, Arc::clone(&chart)));
        chart
    }

    /// The chart of `subject`; `None` while a thread builds it, which calls `wake` when it is done.
    pub(super) fn soon(&mut self, subject: Subject, wake: &Wake) -> Option<Arc<Chart>> {
        if let Some((of, built)) = self.coming.take() {
            match built.try_recv() {
                Ok(chart) => self.shown = Some((of, Arc::new(chart))),
                Err(TryRecvError::Empty) => self.coming = Some((of, built)),
                Err(TryRecvError::Disconnected) => {}
            }
        }
        if let Some(known) = self.known(&subject) {
            return Some(known);
        }
        if subject.is_small() {
            return Some(self.now(subject));
        }
        let is_coming = |(of, _): &(Subject, _)| of.is(&subject);
        if self.coming.as_ref().is_some_and(is_coming) {
            return None;
        }
        let (sender, receiver) = channel();
        let (of, wake) = (subject.clone(), Arc::clone(wake));
        let building = thread::Builder::new()
            .name("chart".to_owned())
            .spawn(move || {
                // Nobody may want it any more by now.
                let _ = sender.send(of.build());
                wake();
            });
        if building.is_err() {
            // A slow frame is better than no chart.
            return Some(self.now(subject));
        }
        self.coming = Some((subject, receiver));
        None
    }

    fn known(&self, subject: &Subject) -> Option<Arc<Chart>> {
        let (of, chart) = self.shown.as_ref()?;
        of.is(subject).then(|| Arc::clone(chart))
    }
}
