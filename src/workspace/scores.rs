//! Scores by article and settings, kept for as long as the article is open or can come back by undo.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::score::second::Said;
use crate::score::{Analysis, Settings, analyse};

/// How many scores of a hundred thousand are looked up between two frames: that takes a few milliseconds.
pub(super) const AT_A_LOOK: usize = 10_000;

/// How many articles are kept before those no longer open are let go.
const ARTICLES: usize = 64;

/// How many settings an article's scores are kept for: those tried last.
const SETTINGS: usize = 4;

/// Of how many articles the evidence is kept where of most only figures are: those looked at last.
const LOOKED_AT: usize = 16;

/// What is known of one article. It is held so that its address stays its own.
#[derive(Debug)]
struct Known {
    article: Arc<Article>,
    /// Its scores by settings, those that came last at the end; with what the second reader said, if that is
    /// wanted and known.
    analyses: Vec<Arc<Analysis>>,
    /// What the second reader said, whether that is wanted or not.
    said: Option<Arc<Said>>,
    /// The scores with their evidence, where `analyses` hold only figures and the article was looked at.
    looked_at: Option<Arc<Analysis>>,
}

/// Every score that is known.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// By the address of the article, its identity while it is held.
    articles: FxHashMap<usize, Known>,
    /// Whether scores hold what the second reader said.
    second: bool,
    /// The addresses of the articles that scores with evidence were kept of.
    whole: FxHashSet<usize>,
    /// The addresses of the articles looked at, the latest at the end.
    looked_at: Vec<usize>,
    /// How often what the second reader says of anything changed.
    readings: u64,
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

    /// The scores of `article` with their evidence, if they are known.
    pub(super) fn whole(
        &self,
        article: &Arc<Article>,
        settings: &Settings,
    ) -> Option<&Arc<Analysis>> {
        let known = self.articles.get(&Arc::as_ptr(article).addr())?;
        let mut analyses = known.analyses.iter().chain(&known.looked_at);
        analyses.find(|analysis| analysis.settings == *settings && !analysis.is_condensed())
    }

    /// The scores of an article with their evidence, scored now where only its figures are known. The same to the
    /// digit.
    pub(super) fn look_at(&mut self, article: &Arc<Article>, settings: &Settings) -> Arc<Analysis> {
        if let Some(known) = self.whole(article, settings) {
            return Arc::clone(known);
        }
        let address = Arc::as_ptr(article).addr();
        let second = self.second;
        let known = self.known(Arc::clone(article));
        let mut analysis = Arc::new(analyse(article, settings));
        if let Some(said) = known.said.as_ref().filter(|_| second) {
            analysis = Arc::new(analysis.with_second(Some(Arc::clone(said))));
        }
        known.looked_at = Some(Arc::clone(&analysis));
        self.looked_at.retain(|one| *one != address);
        self.looked_at.push(address);
        if self.looked_at.len() > LOOKED_AT {
            let oldest = self.looked_at.remove(0);
            if let Some(known) = self.articles.get_mut(&oldest) {
                known.looked_at = None;
            }
        }
        analysis
    }

    /// Lets the evidence of an article go: its figures stay.
    pub(super) fn condense(&mut self, article: &Arc<Article>) {
        let address = Arc::as_ptr(article).addr();
        if !self.whole.remove(&address) {
            return;
        }
        let known = self.articles.get_mut(&address);
        for analysis in known.into_iter().flat_map(|known| &mut known.analyses) {
            if !analysis.is_condensed() {
                *analysis = Arc::new(analysis.condensed());
            }
        }
    }

    /// Keeps scores.
    pub(super) fn insert(&mut self, article: Arc<Article>, analysis: Arc<Analysis>) {
        let second = self.second;
        if !analysis.is_condensed() {
            self.whole.insert(Arc::as_ptr(&article).addr());
        }
        let known = self.known(article);
        let is_known =
            |known: &Arc<Analysis>| known.settings == analysis.settings && !known.is_condensed();
        if analysis.is_condensed() && known.analyses.iter().any(is_known) {
            // Figures never take the place of evidence that somebody needs.
            return;
        }
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
        self.readings += 1;
        let known = self.known(article);
        known.said = Some(said);
        known.hold(second);
    }

    /// A number that changes with what the second reader says of anything.
    pub(super) const fn readings(&self) -> u64 {
        self.readings
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
            self.readings += 1;
            #[expect(clippy::iter_over_hash_type, reason = "each by itself, in any order")]
            for known in self.articles.values_mut() {
                known.hold(second);
            }
        }
    }

    fn known(&mut self, article: Arc<Article>) -> &mut Known {
        let key = Arc::as_ptr(&article).addr();
        self.articles.entry(key).or_insert_with(|| Known {
            article,
            // Nearly always there is one.
            analyses: Vec::with_capacity(1),
            said: None,
            looked_at: None,
        })
    }

    /// Lets go of articles that nothing else holds, once there are many.
    pub(super) fn tidy(&mut self) {
        if self.articles.len() > ARTICLES {
            self.articles
                .retain(|_, known| Arc::strong_count(&known.article) > 1);
            let articles = &self.articles;
            self.whole.retain(|address| articles.contains_key(address));
        }
    }
}

impl Known {
    /// Makes scores hold what the second reader said, or not. Scores that are right already stay the same.
    fn hold(&mut self, second: bool) {
        let said = self.said.as_ref().filter(|_| second);
        for analysis in self.analyses.iter_mut().chain(&mut self.looked_at) {
            let is_right = match (said, &analysis.second) {
                _ if analysis.is_condensed() => true,
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
