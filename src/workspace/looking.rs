//! Scoring the few articles that somebody looks at outside the two sources that are compared: those of a story that is
//! open or on show.

use std::sync::Arc;

use super::derive::{Found, Keeping, NoThread, Run, Task};
use super::scores::Scores;
use crate::article::Article;
use crate::score::Settings;
use crate::work::{Progress, Threads, Wake};

/// How many wait at most: more are not on show at once, and they are asked for again with the next frame.
const MOST: usize = 128;

/// The articles looked at, and the work that scores them.
#[derive(Default)]
pub(super) struct Looking {
    wanted: Vec<Arc<Article>>,
    progress: Arc<Progress>,
    run: Option<Run>,
}

impl Looking {
    /// Asks for the scores of an article.
    pub(super) fn ask(&mut self, article: &Arc<Article>) {
        let waits = |one: &Arc<Article>| Arc::ptr_eq(one, article);
        if self.wanted.len() < MOST && !self.wanted.iter().any(waits) {
            self.wanted.push(Arc::clone(article));
        }
    }

    /// What was found since.
    pub(super) fn take(&mut self) -> Vec<Found> {
        Run::take_all(&mut self.run)
    }

    /// Begins with those that wait, unless some are being scored.
    pub(super) fn begin(
        &mut self,
        scores: &Scores,
        settings: &Settings,
        threads: Threads,
        wake: &Wake,
    ) -> Result<(), NoThread> {
        if self.run.is_some() || self.wanted.is_empty() {
            return Ok(());
        }
        let mut wanted = std::mem::take(&mut self.wanted);
        wanted.retain(|article| scores.get(article, settings).is_none());
        if wanted.is_empty() {
            return Ok(());
        }
        self.progress = Arc::default();
        // They are looked at: of figures alone nobody could open the words.
        let task = Task::Score(wanted, settings.clone(), Keeping::Everything);
        self.run = Some(Run::start(task, Arc::clone(&self.progress), threads, wake)?);
        Ok(())
    }
}
