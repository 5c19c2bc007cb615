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

impl NameKind {
    /// The word the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Body => "body",
            Self::Other => "name",
        }
    }
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
    /// Every mention by block, with the position of its name.
    places: Vec<(usize, Span, usize)>,
}

impl People {
    /// The mentions in one block of the article, in reading order, each with the name it is one of.
    pub fn mentions_in(&self, block: usize) -> impl Iterator<Item = (&Named, Span)> {
        let first = self.places.partition_point(|place| place.0 < block);
        let places = self.places.iter().skip(first);
        places
            .take_while(move |place| place.0 == block)
            .filter_map(|(_, span, name)| Some((self.names.get(*name)?, *span)))
    }

    /// Finds and merges the names in the scored blocks of `article`.
    pub fn of(article: &Article) -> Self {
        let mut gathered = Gathered::default();
        for (at, block) in article.scored_blocks() {
            gathered.read(at, &Reading::new(&block.text, &block.quotations));
        }
        gathered.merge()
    }
}

impl From<Vec<Named>> for People {
    fn from(names: Vec<Named>) -> Self {
        let mut places: Vec<(usize, Span, usize)> = Vec::new();
        for (at, named) in names.iter().enumerate() {
            let mentions = named.mentions.iter();
            places.extend(mentions.map(|mention| (mention.block, mention.span, at)));
        }
        places.sort_by_key(|(block, span, _)| (*block, span.start));
        Self { names, places }
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
        People::from(merge::merge(self.0))
    }
}

/// Bytes of a sentence that are read on either side of a mention: more than the model looks at, so that the
/// cost of a mention does not grow with its sentence.
const REACH: usize = 2_000;

/// The tone towards each mention of `named`, in order; `None` where a mention lies in no sentence.
pub fn tone_towards(article: &Article, named: &Named) -> Vec<Option<TargetTone>> {
    let tones = named.mentions.iter();
    tones.map(|mention| tone_of(article, *mention)).collect()
}

fn tone_of(article: &Article, mention: Mention) -> Option<TargetTone> {
    let block = article.blocks.get(mention.block)?;
    let Span { start, end } = mention.span;
    let after = block
        .sentences
        .partition_point(|sentence| sentence.end <= start);
    let sentence = block.sentences.get(after)?;
    if sentence.start >= end {
        return None;
    }
    let text = &block.text;
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let to = text.ceil_char_boundary(end.saturating_add(REACH));
    let window = Span::new(from.max(sentence.start), to.min(sentence.end));
    let local = |span: Span| {
        Span::new(
            span.start.max(window.start) - window.start,
            span.end.min(window.end) - window.start,
        )
    };
    let first = block
        .quotations
        .partition_point(|span| span.end <= window.start);
    let quotations: Vec<Span> = (block.quotations.iter().skip(first))
        .take_while(|span| span.start < window.end)
        .map(|span| local(*span))
        .collect();
    let reading = Reading::new(window.of(text), &quotations);
    target::score_in(&reading, local(mention.span))
}
