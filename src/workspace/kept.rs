//! Which articles of every open source count, by the user's filter: found once for what is open.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::Article;
use crate::session::{Filter, Source, SourceId};

/// What was found of each source last.
#[derive(Debug, Default)]
pub(super) struct Kept(BTreeMap<SourceId, Known>);

#[derive(Debug)]
struct Known {
    filter: Arc<Filter>,
    name: String,
    articles: Arc<Vec<Arc<Article>>>,
    kept: Arc<Vec<bool>>,
}

impl Kept {
    /// Which articles of a source count; `None` where all do.
    pub(super) fn of(&mut self, source: &Source, filter: &Arc<Filter>) -> Option<Arc<Vec<bool>>> {
        if filter.is_empty() {
            self.0.clear();
            return None;
        }
        if let Some(known) = self.0.get(&source.id)
            && Arc::ptr_eq(&known.articles, &source.articles)
            && known.name == source.name
            && known.filter == *filter
        {
            return Some(Arc::clone(&known.kept));
        }
        let articles = source.articles.iter().map(|article| &**article);
        let kept = Arc::new(filter.kept(&source.name, articles));
        let known = Known {
            filter: Arc::clone(filter),
            name: source.name.clone(),
            articles: Arc::clone(&source.articles),
            kept: Arc::clone(&kept),
        };
        self.0.insert(source.id, known);
        Some(kept)
    }

    /// What was found of a source last, if its articles are still the same.
    pub(super) fn known(&self, source: &Source) -> Option<&Arc<Vec<bool>>> {
        let known = self.0.get(&source.id)?;
        Arc::ptr_eq(&known.articles, &source.articles).then_some(&known.kept)
    }
}

/// Whether the article at a position counts.
pub(super) fn counts(kept: Option<&Arc<Vec<bool>>>, at: usize) -> bool {
    kept.is_none_or(|kept| kept.get(at).copied().unwrap_or(true))
}
