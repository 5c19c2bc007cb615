//! Scores by article and settings, kept for as long as the article is open or can come back by undo.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::Article;
use crate::score::second::Said;
use crate::score::{Analysis, Settings};

/// How many articles are kept before those no longer open are let go.
const ARTICLES: usize = 64;

/// How many settings an article's scores are kept for: those tried last.
const SETTINGS: usize = 4;

/// What is known of one article. It is held so that its address stays its own.
#[derive(Debug)]
struct Known {
    article: Arc<Article>,
    /// Its scores by settings, those that came last at the end; with what the second reader said, if that is
    /// wanted and known.
    analyses: Vec<Arc<Analysis>>,
    /// What the second reader said, whether that is wanted or not.
    said: Option<Arc<Said>>,
}

/// Every score that is known.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// By the address of the article, its identity while it is held.
    articles: BTreeMap<usize, Known>,
    /// Whether scores hold what the second reader said.
    second: bool,
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
        let second = self.second;
        let known = self.known(article);
        known
            .analyses
            .retain(|earlier| earlier.settings != analysis.settings);
        if known.analyses.len() == SETTINGS {
            known.analyses.remove(0);
        }
        known.analyses.push(analysis);
        known.hold(second);
    }

    /// Keeps what the second reader said of an article.
    pub(super) fn insert_said(&mut self, article: Arc<Article>, said: Arc<Said>) {
        let second = self.second;
        let known = self.known(article);
        known.said = Some(said);
        known.hold(second);
    }

    /// What the second reader said of an article, if that is known.
    pub(super) fn said(&self, article: &Arc<Article>) -> Option<&Arc<Said>> {
        let known = self.articles.get(&Arc::as_ptr(article).addr())?;
        known.said.as_ref()
    }

    /// Whether scores hold what the second reader said, as far as it is known.
    pub(super) fn set_second(&mut self, second: bool) {
        if self.second != second {
            self.second = second;
            for known in self.articles.values_mut() {
                known.hold(second);
            }
        }
    }

    fn known(&mut self, article: Arc<Article>) -> &mut Known {
        let key = Arc::as_ptr(&article).addr();
        self.articles.entry(key).or_insert_with(|| Known {
            article,
            analyses: Vec::new(),
            said: None,
        })
    }

    /// Lets go of articles that nothing else holds, once there are many.
    pub(super) fn tidy(&mut self) {
        if self.articles.len() > ARTICLES {
            self.articles
                .retain(|_, known| Arc::strong_count(&known.article) > 1);
        }
    }
}

impl Known {
    /// Makes scores hold what the second reader said, or not. Scores that are right already stay the same.
    fn hold(&mut self, second: bool) {
        let said = self.said.as_ref().filter(|_| second);
        for analysis in &mut self.analyses {
            let is_right = match (said, &analysis.second) {
                (Some(said), Some(held)) => Arc::ptr_eq(said, held),
                (None, None) => true,
                _ => false,
            };
            if !is_right {
                *analysis = Arc::new(analysis.with_second(said.cloned()));
            }
        }
    }
}
