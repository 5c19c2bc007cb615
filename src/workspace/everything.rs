//! Words and names of all articles where of most only figures are kept, worked out while somebody looks at them.

use std::sync::Arc;

use super::derive::{Compared, Found, NoThread, Run, Task};
use super::sides::Sides;
use crate::compare::WordsAndNames;
use crate::work::{Progress, Threads, Wake};

/// Words and names of all articles, and the work that finds them.
#[derive(Default)]
pub(super) struct Everything {
    asked: bool,
    /// What they are, or are to be, those of, and the seed of the comparison.
    of: Option<(Arc<Sides>, u64)>,
    progress: Arc<Progress>,
    run: Option<Run>,
    found: Option<Arc<WordsAndNames>>,
}

impl Everything {
    /// Asks for them.
    pub(super) const fn ask(&mut self) {
        self.asked = true;
    }

    /// How far the work is, while there is some.
    pub(super) fn progress(&self) -> Option<&Progress> {
        (self.run.is_some() && !self.progress.is_stopped()).then_some(&*self.progress)
    }

    /// Whether the work on what was compared was stopped before its end.
    pub(super) fn is_stopped(&self, compared: &Compared) -> bool {
        self.progress.is_stopped() && self.found.is_none() && self.is_of(compared)
    }

    pub(super) fn stop(&self) {
        self.progress.stop();
    }

    /// Lets it begin again.
    pub(super) fn again(&mut self) {
        self.of = None;
        self.progress = Arc::default();
    }

    /// Something else is wanted: what is under way is for nothing. What was found is kept; it may be wanted again.
    pub(super) fn set_aside(&mut self) {
        if self.run.take().is_some() {
            self.progress.stop();
            self.again();
        }
    }

    /// Those of what was compared, if they are found.
    pub(super) fn found(&self, compared: &Compared) -> Option<&Arc<WordsAndNames>> {
        self.found.as_ref().filter(|_| self.is_of(compared))
    }

    fn is_of(&self, compared: &Compared) -> bool {
        let of = self.of.as_ref();
        of.is_some_and(|(sides, seed)| {
            *seed == compared.comparison.options.seed
                && (sides.have_same_figures(&compared.of) || sides.have_same_articles(&compared.of))
        })
    }

    /// Takes in what is found once the work is over.
    pub(super) fn wait(&mut self) {
        let found = Run::wait_all(&mut self.run);
        self.keep(found);
    }

    fn keep(&mut self, all: Vec<Found>) {
        for found in all {
            if let Found::Words(words) = found {
                self.found = Some(Arc::new(words));
            }
        }
    }

    /// Takes in what was found, and begins with what was compared where that is asked for and not found yet.
    pub(super) fn update(
        &mut self,
        compared: Option<&Compared>,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        let found = Run::take_all(&mut self.run);
        self.keep(found);
        let asked = std::mem::take(&mut self.asked);
        let Some(compared) = compared.filter(|_| asked) else {
            return Ok(());
        };
        if !compared.comparison.words_of_few || self.is_of(compared) {
            return Ok(());
        }
        self.progress.stop();
        self.progress = Arc::default();
        self.found = None;
        self.run = None;
        let (sides, seed) = (Arc::clone(&compared.of), compared.comparison.options.seed);
        self.of = Some((Arc::clone(&sides), seed));
        let progress = Arc::clone(&self.progress);
        let run = Run::start(Task::Words(sides, seed), progress, threads, wake);
        self.run = Some(run.inspect_err(|_| self.progress.stop())?);
        Ok(())
    }
}
