//! The two sources on show on the stories both tell, worked out while somebody looks at that.

use std::sync::Arc;

use super::derive::{Found, NoThread, Run, Task};
use super::sides::Sides;
use super::within::SameOf;
use crate::compare::Comparison;
use crate::compare::stories::SameStories;
use crate::work::{Progress, Threads, Wake};

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

    /// Takes in what is found once the work is over.
    pub(super) fn wait(&mut self) {
        let found = Run::wait_all(&mut self.run);
        self.keep(found);
    }

    fn keep(&mut self, all: Vec<Found>) {
        for found in all {
            if let Found::Same(same) = found {
                self.found = Some(Arc::new(same));
            }
        }
    }

    /// Takes in what was found, and begins with `of` where that is asked for and not found yet.
    pub(super) fn update(
        &mut self,
        of: impl FnOnce() -> Option<SameOf>,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        let found = Run::take_all(&mut self.run);
        self.keep(found);
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
