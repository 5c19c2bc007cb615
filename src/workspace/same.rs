//! The two sources on show on the stories both tell, worked out while somebody looks at that.

use std::sync::Arc;

use super::derive::{Found, NoThread, Over, Run, Task, Wake};
use super::sides::Sides;
use super::stories::AllStories;
use crate::chart;
use crate::compare::Comparison;
use crate::compare::stories::{SameStories, both};
use crate::score::registry::MEASURES;
use crate::work::{Progress, Stopped, Threads};

/// What it follows from.
#[derive(Debug, Clone)]
pub(super) struct SameOf {
    pub(super) sides: Arc<Sides>,
    pub(super) comparison: Arc<Comparison>,
    pub(super) told: Arc<AllStories>,
    /// The positions of A and B among all sources.
    pub(super) sources: [usize; 2],
}

impl SameOf {
    fn is_same(&self, other: &Self) -> bool {
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

/// The two on the same stories, and the work that finds that.
#[derive(Default)]
pub(super) struct Same {
    asked: bool,
    of: Option<SameOf>,
    progress: Arc<Progress>,
    run: Option<Run>,
    found: Option<Arc<SameStories>>,
}

impl Same {
    /// What was found; asks for it.
    pub(super) fn ask(&mut self) -> Option<&Arc<SameStories>> {
        self.asked = true;
        self.found.as_ref()
    }

    /// What was found of these sides, compared so; asks for nothing.
    pub(super) fn found(
        &self,
        sides: &Arc<Sides>,
        comparison: &Arc<Comparison>,
    ) -> Option<&Arc<SameStories>> {
        let of = self.of.as_ref()?;
        let is_now = Arc::ptr_eq(&of.sides, sides) && Arc::ptr_eq(&of.comparison, comparison);
        self.found.as_ref().filter(|_| is_now)
    }

    /// Takes in what was found, and begins with `of` where that is asked for and not found yet.
    pub(super) fn update(
        &mut self,
        of: impl FnOnce() -> Option<SameOf>,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        while let Some(run) = &self.run {
            match run.take() {
                Ok(Some(Found::Same(same))) => self.found = Some(Arc::new(same)),
                Ok(Some(_)) => {}
                Ok(None) => break,
                Err(Over) => self.run = None,
            }
        }
        if !std::mem::take(&mut self.asked) {
            return Ok(());
        }
        let of = of();
        let known = match (&self.of, &of) {
            (Some(known), Some(of)) => known.is_same(of),
            (None, None) => true,
            _ => false,
        };
        if known {
            return Ok(());
        }
        self.progress.stop();
        self.progress = Arc::default();
        self.found = None;
        self.run = None;
        self.of.clone_from(&of);
        if let Some(of) = of {
            let run = Run::start(Task::Same(of), Arc::clone(&self.progress), threads, wake);
            self.run = Some(run.inspect_err(|_| self.progress.stop())?);
        }
        Ok(())
    }
}
