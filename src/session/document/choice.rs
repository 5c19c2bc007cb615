//! What the user said about two passages, as a document holds it.

use serde::{Deserialize, Serialize};

use crate::article::{Place, Side};
use crate::compare::Choice;

/// Whether a passage of A and one of B belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedChoice {
    pub(super) a: SavedPassage,
    pub(super) b: SavedPassage,
    pub(super) together: bool,
}

/// A passage of a source whose side is said by what holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedPassage {
    /// The position of its article in the source.
    pub(super) article: usize,
    /// The position of its block in the article.
    block: usize,
    /// The position of its sentence in the block, where the paragraph is a long one.
    sentence: Option<usize>,
}

impl SavedChoice {
    /// `None` where a passage is no block of text.
    pub(super) fn of(choice: &Choice) -> Option<Self> {
        Some(Self {
            a: SavedPassage::of(choice.a)?,
            b: SavedPassage::of(choice.b)?,
            together: choice.together,
        })
    }
}

impl SavedPassage {
    fn of(place: Place) -> Option<Self> {
        Some(Self {
            article: place.article,
            block: place.block_index()?,
            sentence: place.sentence_index(),
        })
    }

    /// The same passage in the source shown as `side`, whose article stands at `article` now.
    pub(super) const fn at(self, side: Side, article: usize) -> Place {
        Place::block(side, article, self.block).with_sentence(self.sentence)
    }
}
