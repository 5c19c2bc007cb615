//! A source that is open.

use std::sync::Arc;

use crate::article::Article;

/// Names a source for as long as it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub(super) u32);

/// A source: an outlet or author with one or more articles. Holds at least one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its identity.
    pub id: SourceId,
    /// The name shown.
    pub name: String,
    /// Its articles in the order they were opened.
    pub articles: Vec<Arc<Article>>,
    /// The same articles before the user corrected anything.
    pub(super) opened: Vec<Arc<Article>>,
    /// Which of them is being read, an index into `articles`.
    pub current: usize,
}

impl Source {
    /// The article being read.
    pub fn article(&self) -> Option<&Arc<Article>> {
        self.articles.get(self.current)
    }
}
