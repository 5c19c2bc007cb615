//! The people, places and bodies an article names: found, merged ("Donald Trump", "Mr. Trump",
//! "Trump's"), and matched across two articles.

mod find;
mod matching;
mod merge;
mod named;
mod union;

pub use matching::{same_names, shared};
pub use named::{Mention, NameKind, Named, People};
pub use union::{Union, union};

use super::lexis::Reading;
use super::target::{self, TargetTone};
use crate::article::{Article, Span};

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
