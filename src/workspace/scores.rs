//! Scores by article and settings, kept for as long as the article is open or can come back by undo.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::Article;
use crate::score::{Analysis, Settings};

/// How many articles are kept before those no longer open are let go.
const ARTICLES: usize = 64;

/// How many settings an article's scores are kept for: those tried last.
const SETTINGS: usize = 4;

/// What is known of one article. It is held so that its address stays its own.
#[derive(Debug)]
struct Known {
    article: Arc<Article>,
    /// Its scores by settings, those that came last at the end.
    analyses: Vec<Arc<Analysis>>,
}

/// Every score that is known.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// By the address of the article, its identity while it is held.
    articles: BTreeMap<usize, Known>,
}

impl Scores {
    /// The scores of `article` under `settings`, if they are known.
    pub(super) fn get(
        &self,
        article: &Arc<Article>,
        settings: &Settings,
    ) -> Option<&Arc<Analysis>> {
        let known = self.articles.get(&Arc::as_ptr(article).addr())?;
        let mut analyses = known.analyses.iter();
        analyses.find(|analysis| analysis.settings == *settings)
    }

    /// Keeps scores.
    pub(super) fn insert(&mut self, article: Arc<Article>, analysis: Arc<Analysis>) {
        let key = Arc::as_ptr(&article).addr();
        let known = self.articles.entry(key).or_insert_with(|| Known {
            article,
            analyses: Vec::new(),
        });
        known
            .analyses
            .retain(|earlier| earlier.settings != analysis.settings);
        if known.analyses.len() == SETTINGS {
            known.analyses.remove(0);
        }
        known.analyses.push(analysis);
    }

    /// Lets go of articles that nothing else holds, once there are many.
    pub(super) fn tidy(&mut self) {
        if self.articles.len() > ARTICLES {
            self.articles
                .retain(|_, known| Arc::strong_count(&known.article) > 1);
        }
    }
}
