//! What the user says of stories: which articles tell one event, and which do not. An article goes by its source and
//! its position there.

use super::source::SourceId;

/// An article by its source and its position in it.
pub type Teller = (SourceId, usize);

/// One thing the user said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorySaid {
    /// Groups of articles.
    pub groups: Vec<Vec<Teller>>,
    /// Whether all of them tell one event; else no article of one group tells the event of another group.
    pub together: bool,
}

impl StorySaid {
    /// These tell one event.
    pub fn merge(articles: Vec<Teller>) -> Self {
        Self {
            groups: vec![articles],
            together: true,
        }
    }

    /// `these` do not tell the event of `rest`.
    pub fn split(these: Vec<Teller>, rest: Vec<Teller>) -> Self {
        Self {
            groups: vec![these, rest],
            together: false,
        }
    }

    /// These are no story: each tells an event of its own.
    pub fn reject(articles: Vec<Teller>) -> Self {
        Self {
            groups: articles.into_iter().map(|article| vec![article]).collect(),
            together: false,
        }
    }

    /// The same without the articles of a source.
    pub(super) fn forget(&mut self, id: SourceId) {
        for group in &mut self.groups {
            group.retain(|(source, _)| *source != id);
        }
        self.groups.retain(|group| !group.is_empty());
    }

    /// Whether it says anything.
    pub(super) fn is_any(&self) -> bool {
        self.groups.iter().map(Vec::len).sum::<usize>() > 1
    }
}
