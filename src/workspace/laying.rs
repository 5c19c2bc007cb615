//! Laying all that is open beside each other, while somebody looks at it.

use std::sync::Arc;

use super::beside::{AllSources, Known, Open};
use super::derive::{Found, NoThread, Run, Task};
use super::scores::{AT_A_LOOK, Scores};
use crate::work::{Progress, Threads, Wake};

/// All that is open, beside each other, and the work that lays it so.
#[derive(Default)]
pub(super) struct Laying {
    /// Whether it was asked for since the last look.
    asked: bool,
    /// What is laid, or being laid.
    of: Option<Open>,
    /// The state it was looked at last in: the revision of the session, and what the second reader has read.
    state: Option<(u64, u64)>,
    /// What is about to be laid, with the scores that are known, while these are gathered: between two frames some
    /// thousand.
    coming: Option<(Open, Vec<Known>)>,
    progress: Arc<Progress>,
    run: Option<Run>,
    laid: Option<Arc<AllSources>>,
}

impl Laying {
    /// What is laid; asks for it.
    pub(super) fn ask(&mut self) -> Option<&Arc<AllSources>> {
        self.asked = true;
        self.laid.as_ref()
    }

    /// Whether it was asked for; not any more.
    pub(super) fn take_asked(&mut self) -> bool {
        std::mem::take(&mut self.asked)
    }

    /// What is laid; asks for nothing.
    pub(super) const fn found(&self) -> Option<&Arc<AllSources>> {
        self.laid.as_ref()
    }

    /// How far the work is, while there is some.
    pub(super) fn progress(&self) -> Option<&Progress> {
        let works = self.run.is_some() || self.is_coming();
        (works && !self.progress.is_stopped()).then_some(&*self.progress)
    }

    /// Whether the work was stopped before its end.
    pub(super) fn is_stopped(&self) -> bool {
        self.progress.is_stopped() && self.laid.is_none()
    }

    pub(super) fn stop(&self) {
        self.progress.stop();
    }

    /// Whether there may be something else to lay than when this was asked last.
    pub(super) fn is_news(&mut self, state: (u64, u64)) -> bool {
        self.state.replace(state) != Some(state)
    }

    /// Lets it begin again.
    pub(super) fn again(&mut self) {
        self.of = None;
        self.state = None;
        self.progress = Arc::default();
    }

    /// What came of the work since the last look: scores are found on the way.
    pub(super) fn take(&mut self) -> Vec<Found> {
        Run::take_all(&mut self.run)
    }

    /// The same once the work is over.
    pub(super) fn wait(&mut self) -> Vec<Found> {
        Run::wait_all(&mut self.run)
    }

    pub(super) fn keep(&mut self, laid: AllSources) {
        self.laid = Some(Arc::new(laid));
    }

    /// Begins to lay `open`, unless that is laid or being laid.
    pub(super) fn begin(
        &mut self,
        open: Open,
        scores: &Scores,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        if self.of.as_ref().is_some_and(|of| of.is_same(&open)) {
            return Ok(());
        }
        self.progress.stop();
        self.progress = Arc::default();
        self.run = None;
        self.laid = None;
        self.of = Some(open.clone());
        self.coming = Some((open, Vec::new()));
        self.go_on(scores, threads, wake)
    }

    /// Whether what is known of what is to be laid is being gathered.
    pub(super) const fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    /// Goes on gathering what is known, and begins once that is all.
    pub(super) fn go_on(
        &mut self,
        scores: &Scores,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        let Some((open, mut known)) = self.coming.take() else {
            return Ok(());
        };
        if !open.know(&mut known, scores, AT_A_LOOK) {
            self.coming = Some((open, known));
            wake();
            return Ok(());
        }
        let progress = Arc::clone(&self.progress);
        let run = Run::start(Task::Lay(open, known), progress, threads, wake);
        self.run = Some(run.inspect_err(|_| self.progress.stop())?);
        Ok(())
    }
}
