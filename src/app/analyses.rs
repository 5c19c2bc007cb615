//! The scores of what is open, computed off the window's thread and kept as long as the article is
//! open or can come back by undo.

use std::collections::HashMap;
use std::sync::Arc;

use crate::article::Article;
use crate::score::{Analysis, Settings, analyse};

use super::jobs::{Event, Jobs};

/// An article's identity while it is held: its address.
type Key = (usize, Settings);

/// What is known of one article's scores. The article is held so that its address stays its own.
struct Entry {
    article: Arc<Article>,
    analysis: Option<Arc<Analysis>>,
}

/// Scores by article and settings.
#[derive(Default)]
pub(super) struct Analyses {
    entries: HashMap<Key, Entry>,
}

/// How many scored articles are kept before those no longer open are let go.
const KEPT: usize = 64;

fn key(article: &Arc<Article>, settings: &Settings) -> Key {
    (Arc::as_ptr(article).addr(), settings.clone())
}

impl Analyses {
    /// The scores of `article`, if they are there.
    pub(super) fn get(
        &self,
        article: &Arc<Article>,
        settings: &Settings,
    ) -> Option<&Arc<Analysis>> {
        self.entries.get(&key(article, settings))?.analysis.as_ref()
    }

    /// Starts scoring those of `articles` for which that has not been done or begun, in one job.
    pub(super) fn request(&mut self, articles: &[Arc<Article>], settings: &Settings, jobs: &Jobs) {
        let mut wanted = Vec::new();
        for article in articles {
            self.entries
                .entry(key(article, settings))
                .or_insert_with(|| {
                    wanted.push(Arc::clone(article));
                    Entry {
                        article: Arc::clone(article),
                        analysis: None,
                    }
                });
        }
        if wanted.is_empty() {
            return;
        }
        let settings = settings.clone();
        jobs.start("scoring", move |events| {
            for article in wanted {
                let analysis = Arc::new(analyse(&article, &settings));
                events.emit(Event::Analysed(article, settings.clone(), analysis));
            }
        });
    }

    /// Keeps scores that have arrived.
    pub(super) fn insert(
        &mut self,
        article: Arc<Article>,
        settings: &Settings,
        analysis: Arc<Analysis>,
    ) {
        let entry = Entry {
            article,
            analysis: Some(analysis),
        };
        self.entries.insert(key(&entry.article, settings), entry);
    }

    /// Lets go of articles that nothing else holds, once there are many.
    pub(super) fn tidy(&mut self) {
        if self.entries.len() > KEPT {
            self.entries
                .retain(|_, entry| Arc::strong_count(&entry.article) > 1);
        }
    }
}
