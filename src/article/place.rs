//! The one address of anything in a text: which source, which of its articles, and where in that.

use serde::Serialize;

use super::{Article, Side};

/// Where something stands in the sources compared. Good as long as their articles stay as they are.
/// Ordered as the texts are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// In which source.
    pub side: Side,
    /// The position of the article in the source.
    pub article: usize,
    /// Where in the article.
    #[serde(flatten)]
    pub spot: Spot,
}

/// Where in an article something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Spot {
    /// In the headline.
    Headline {
        /// One of its cues, by position in the headline's score.
        #[serde(skip_serializing_if = "Option::is_none")]
        cue: Option<usize>,
    },
    /// In a block.
    Block {
        /// The position of the block in the article.
        block: usize,
        /// One of its sentences, by position in the block.
        #[serde(skip_serializing_if = "Option::is_none")]
        sentence: Option<usize>,
        /// One of the words that count, by position in the sentence's evidence.
        #[serde(skip_serializing_if = "Option::is_none")]
        word: Option<usize>,
    },
}

impl Place {
    /// The headline of an article.
    pub const fn headline(side: Side, article: usize) -> Self {
        Self {
            side,
            article,
            spot: Spot::Headline { cue: None },
        }
    }

    /// A whole block of an article.
    pub const fn block(side: Side, article: usize, block: usize) -> Self {
        Self {
            side,
            article,
            spot: Spot::Block {
                block,
                sentence: None,
                word: None,
            },
        }
    }

    /// One cue of the same headline, or all of it; a place in a block stays as it is.
    #[must_use]
    pub const fn with_cue(mut self, chosen: Option<usize>) -> Self {
        if let Spot::Headline { cue } = &mut self.spot {
            *cue = chosen;
        }
        self
    }

    /// One sentence of the same block, or all of it; a headline stays as it is.
    #[must_use]
    pub const fn with_sentence(mut self, chosen: Option<usize>) -> Self {
        if let Spot::Block { sentence, word, .. } = &mut self.spot {
            *sentence = chosen;
            *word = None;
        }
        self
    }

    /// One word of the same sentence, or all of it; a headline stays as it is.
    #[must_use]
    pub const fn with_word(mut self, chosen: Option<usize>) -> Self {
        if let Spot::Block { word, .. } = &mut self.spot {
            *word = chosen;
        }
        self
    }

    /// The whole block it lies in; a headline stays as it is.
    #[must_use]
    pub const fn whole_block(self) -> Self {
        self.with_sentence(None)
    }

    /// The block it lies in; `None` in a headline.
    pub const fn block_index(self) -> Option<usize> {
        match self.spot {
            Spot::Headline { .. } => None,
            Spot::Block { block, .. } => Some(block),
        }
    }

    /// The sentence of the block, if it names one.
    pub const fn sentence_index(self) -> Option<usize> {
        match self.spot {
            Spot::Headline { .. } => None,
            Spot::Block { sentence, .. } => sentence,
        }
    }

    /// Whether both lie in the same block, or in the same headline.
    pub fn shares_text(self, other: Self) -> bool {
        (self.side, self.article, self.block_index())
            == (other.side, other.article, other.block_index())
    }

    /// The same place when A and B have changed places.
    #[must_use]
    pub const fn swapped(mut self) -> Self {
        self.side = self.side.other();
        self
    }

    /// The text it stands in: of the sentence where it names one, else of the block or the headline.
    /// `article` must be the one it is in; `None` where that has no such text.
    pub fn text(self, article: &Article) -> Option<&str> {
        let Some(block) = self.block_index() else {
            return article.headline.as_ref().map(|it| it.text.as_str());
        };
        let block = article.blocks.get(block)?;
        let sentence = self.sentence_index().and_then(|at| block.sentences.get(at));
        Some(sentence.map_or(block.text.as_str(), |span| span.of(&block.text)))
    }
}
