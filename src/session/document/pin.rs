//! What was added to the report, as a document holds it.

use serde::{Deserialize, Serialize};

use crate::article::{Place, Side};
use crate::chart::Kind;
use crate::export::report::Pin;

/// One thing that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SavedPin {
    /// A headline, a paragraph or a sentence.
    Place(SavedPlace),
    /// A finding, by its name.
    Finding(String),
    /// A chart, by its name on the command line.
    Chart(String),
    /// A measure, by its id.
    Measure(String),
    /// Someone or something named.
    Name(String),
    /// A word.
    Word(String),
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedPlace {
    /// The source's position in the document.
    pub(super) source: usize,
    /// The position of its article in the source.
    pub(super) article: usize,
    /// The position of its block in the article; none for the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    block: Option<usize>,
    /// The position of its sentence in the block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sentence: Option<usize>,
}

impl SavedPlace {
    pub(super) fn of(source: usize, place: Place) -> Self {
        Self {
            source,
            article: place.article,
            block: place.block_index(),
            sentence: place.sentence_index(),
        }
    }

    /// The same place in an article that stands at `article` now.
    pub(super) fn at(&self, article: usize) -> Place {
        match self.block {
            None => Place::headline(Side::A, article),
            Some(block) => Place::block(Side::A, article, block).with_sentence(self.sentence),
        }
    }
}

impl SavedPin {
    /// Something that is no place; `None` for a place.
    pub(super) fn of(pin: &Pin) -> Option<Self> {
        Some(match pin {
            Pin::Place(_) => return None,
            Pin::Finding(name) => Self::Finding(name.clone()),
            Pin::Chart(kind) => Self::Chart(kind.id().to_owned()),
            Pin::Measure(id) => Self::Measure(id.clone()),
            Pin::Name(name) => Self::Name(name.clone()),
            Pin::Word(word) => Self::Word(word.clone()),
        })
    }

    /// The same, if it is no place and there is such a chart.
    pub(super) fn pin(self) -> Option<Pin> {
        Some(match self {
            Self::Place(_) => return None,
            Self::Finding(name) => Pin::Finding(name),
            Self::Chart(id) => Pin::Chart(Kind::from_id(&id)?),
            Self::Measure(id) => Pin::Measure(id),
            Self::Name(name) => Pin::Name(name),
            Self::Word(word) => Pin::Word(word),
        })
    }
}
