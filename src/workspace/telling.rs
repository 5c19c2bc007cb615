//! Finding the stories of what is open, while somebody looks at them.

use std::sync::Arc;

use super::derive::{Found, NoThread, Run, Task};
use super::kept::Kept;
use super::stories::{AllStories, OpenStories};
use crate::session::Session;
use crate::work::{Progress, Threads, Wake};

/// The stories of what is open, and the work that finds them.
#[derive(Default)]
pub(super) struct Telling {
    asked: bool,
    of: Option<OpenStories>,
    progress: Arc<Progress>,
    run: Option<Run>,
    found: Option<Arc<AllStories>>,
}

impl Telling {
    /// What was found; asks for it.
    pub(super) fn ask(&mut self) -> Option<&Arc<AllStories>> {
        self.asked = true;
        self.found.as_ref()
    }

    /// What was found; asks for nothing.
    pub(super) const fn found(&self) -> Option<&Arc<AllStories>> {
        self.found.as_ref()
    }

    /// How far the work is, while there is some.
    pub(super) fn progress(&self) -> Option<&Progress> {
        (self.run.is_some() && !self.progress.is_stopped()).then_some(&*self.progress)
    }

    /// Takes in what is found once the work is over.
    pub(super) fn wait(&mut self) {
        let found = Run::wait_all(&mut self.run);
        self.keep(found);
    }

    fn keep(&mut self, all: Vec<Found>) {
        for found in all {
            if let Found::Told(told) = found {
                self.found = Some(Arc::new(told));
            }
        }
    }

    /// Takes in what was found, and begins what is asked for.
    pub(super) fn update(
        &mut self,
        session: &Session,
        kept: &Kept,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        let found = Run::take_all(&mut self.run);
        self.keep(found);
        // Until it is known which articles count, what was found before stays.
        if !std::mem::take(&mut self.asked) || kept.progress().is_some() {
            return Ok(());
        }
        let open = OpenStories::of(session, kept);
        if self.of.as_ref().is_some_and(|of| of.is_same(&open)) {
            return Ok(());
        }
        let same_texts = self.of.as_ref().is_some_and(|of| of.have_same_texts(&open));
        let known = self.found.take().filter(|_| same_texts);
        // While the user merges and splits, what was there stays on show until the rest follows.
        self.found.clone_from(&known);
        self.progress.stop();
        self.progress = Arc::default();
        self.progress.begin("finding stories");
        self.of = Some(open.clone());
        let progress = Arc::clone(&self.progress);
        let run = Run::start(Task::Tell(open, known), progress, threads, wake);
        self.run = Some(run.inspect_err(|_| self.progress.stop())?);
        Ok(())
    }
}
