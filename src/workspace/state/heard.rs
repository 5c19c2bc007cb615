//! The second reader in the workspace: when it is asked, and what it said.

use std::sync::Arc;

use super::Workspace;
use crate::article::Article;
use crate::score::second::Said;
use crate::session::document::Readings;
use crate::workspace::derive::NoThread;
use crate::workspace::second::{Asking, Second};

impl Workspace {
    /// Says when the second reader is asked. What it said is kept, whether that is wanted or not.
    ///
    /// # Errors
    /// [`NoThread`] where no work could be begun.
    pub fn ask_second(&mut self, when: Asking) -> Result<(), NoThread> {
        if !self.second.set(when) {
            return Ok(());
        }
        self.scores.set_second(when != Asking::Never);
        if self.seen.is_none() {
            return Ok(());
        }
        self.progress.stop();
        self.run = None;
        self.second.end();
        self.progress = Arc::default();
        self.again = true;
        self.go_on()
    }

    /// Asks it about what is open, however much that is.
    ///
    /// # Errors
    /// [`NoThread`] where no work could be begun.
    pub fn read_all(&mut self) -> Result<(), NoThread> {
        self.second.request();
        if self.run.is_some() {
            return Ok(());
        }
        if self.progress.is_stopped() {
            self.progress = Arc::default();
        }
        self.go_on()
    }

    /// What there is of the second reader.
    pub fn second(&self) -> &Second {
        self.second.state()
    }

    /// Takes over what the second reader said of articles before.
    pub fn take_said(&mut self, said: Vec<(Arc<Article>, Arc<Said>)>) {
        for (article, said) in said {
            self.scores.insert_said(article, said);
        }
    }

    /// What the second reader said of the articles that are open, as far as it was asked.
    pub(super) fn said(&self) -> Readings {
        let articles = self.session().sources().iter();
        let articles = articles.flat_map(|source| source.articles.iter());
        articles
            .filter_map(|article| {
                let said = self.scores.said(article)?;
                Some((Arc::clone(article), Arc::clone(said)))
            })
            .collect()
    }
}
