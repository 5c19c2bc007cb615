//! A source that is open.

use std::sync::Arc;

use crate::article::Article;

/// Names a source for as long as it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub(super) u32);

/// A source: an outlet or author with one or more articles. Holds at least one article.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its identity.
    pub id: SourceId,
    /// The name shown.
    pub name: String,
    /// The name it was opened under.
    pub(super) opened_name: String,
    /// Its articles in the order they were opened; shared with the states before and after.
    pub articles: Arc<Vec<Arc<Article>>>,
    /// The same articles before the user corrected anything.
    pub(super) opened: Arc<Vec<Arc<Article>>>,
    /// Which of them is being read, an index into `articles`.
    pub current: usize,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        // Two states of one session share what did not change: no text is compared with itself.
        let same = |one: &Arc<Vec<Arc<Article>>>, other: &Arc<Vec<Arc<Article>>>| {
            let alike = |(x, y): (&Arc<Article>, &Arc<Article>)| Arc::ptr_eq(x, y) || x == y;
            Arc::ptr_eq(one, other)
                || (one.len() == other.len() && one.iter().zip(other.iter()).all(alike))
        };
        self.id == other.id
            && self.name == other.name
            && self.current == other.current
            && same(&self.articles, &other.articles)
            && same(&self.opened, &other.opened)
    }
}

impl Source {
    /// The article being read.
    pub fn article(&self) -> Option<&Arc<Article>> {
        self.articles.get(self.current)
    }
}
