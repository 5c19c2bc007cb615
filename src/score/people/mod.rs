//! The people, places and bodies an article names: found, merged ("Donald Trump", "Mr. Trump",
//! "Trump's"), and matched across two articles.

mod find;
mod matching;
mod merge;
mod union;

pub use matching::shared;
pub use union::{Union, union};

use serde::{Deserialize, Serialize};

use super::lexis::Reading;
use super::target::{self, TargetTone};
use crate::article::{Article, Span};

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A person.
    Person,
    /// A country, state, city or region.
    Place,
    /// A party, office, company, court, outlet.
    Body,
    /// Not known.
    Other,
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Position of the block in `Article::blocks`.
    pub block: usize,
    /// The name's span in the block's text, titles and possessive left out.
    pub span: Span,
}

/// One person, place or body with every mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The fullest form met, as it is written.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Its mentions in reading order.
    pub mentions: Vec<Mention>,
    /// The words of the fullest form in lower case, for matching.
    key: Vec<String>,
}

/// The names of an article, the most mentioned first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// One entry a person, place or body.
    pub names: Vec<Named>,
}

impl People {
    /// Finds and merges the names in the scored blocks of `article`.
    pub fn of(article: &Article) -> Self {
        let mut gathered = Gathered::default();
        for (at, block) in article.scored_blocks() {
            gathered.read(at, &Reading::new(&block.text, &block.quotations));
        }
        gathered.merge()
    }
}

/// The names of an article while its blocks are read.
#[derive(Default)]
pub(crate) struct Gathered(Vec<find::Found>);

impl Gathered {
    /// Takes in the names of one block.
    pub(crate) fn read(&mut self, block: usize, reading: &Reading<'_>) {
        find::names(block, reading, &mut self.0);
    }

    /// The names, merged.
    pub(crate) fn merge(self) -> People {
        People {
            names: merge::merge(self.0),
        }
    }
}

/// The tone towards each mention of `named`, in order; `None` where a mention lies in no sentence.
pub fn tone_towards(article: &Article, named: &Named) -> Vec<Option<TargetTone>> {
    named
        .mentions
        .iter()
        .map(|mention| {
            let block = article.blocks.get(mention.block)?;
            let after = block
                .sentences
                .partition_point(|sentence| sentence.end <= mention.span.start);
            let sentence = block.sentences.get(after)?;
            let inside = |span: &Span| span.start < sentence.end && span.end > sentence.start;
            let local = |span: Span| {
                Span::new(
                    span.start.max(sentence.start) - sentence.start,
                    span.end.min(sentence.end) - sentence.start,
                )
            };
            let quotations: Vec<Span> = block
                .quotations
                .iter()
                .copied()
                .filter(inside)
                .map(local)
                .collect();
            if !inside(&mention.span) {
                return None;
            }
            target::score_in(
                &Reading::new(sentence.of(&block.text), &quotations),
                local(mention.span),
            )
        })
        .collect()
}
