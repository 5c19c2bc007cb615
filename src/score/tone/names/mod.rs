//! Name masking: the words of proper names carry no valence. *United* States, *Justice* Department and
//! *Truth* Social say nothing about anyone's feelings, and VADER counts them as joy.
//!
//! Inside a sentence of running text a capital marks a name. At the start of a sentence or a quotation,
//! in a headline in title case and in text in capitals it proves nothing: there a word is taken for part
//! of a name only if the article uses it as one elsewhere, or if it stands in one of two short lists.

mod lists;
mod shape;
mod view;

use rustc_hash::{FxHashMap, FxHashSet};

use super::correction::ToneOptions;
use super::lexicon::LEXICON;
use super::prepared::{Prepared, Rewritten};
use super::tokens::Tokens;
use crate::article::{Article, BlockKind};
use crate::score::Excluded;
use crate::score::lists::ToneValues;
use shape::{Shape, Style, Word};
use view::Neighbour;
pub(super) use view::{Shapes, View};

#[cfg(test)]
pub(super) use lists::read_assets;

/// What an article tells about its names, for [`ToneOptions::mask_names`](super::ToneOptions), and the
/// words the user excludes.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// By position in the lexicon.
    words: FxHashMap<u16, Uses>,
    /// What the user says is no tone in it.
    pub(super) excluded: Excluded,
    pub(super) values: ToneValues,
}

/// How an article uses one word of the lexicon.
#[derive(Debug, Clone, Default)]
struct Uses {
    /// It occurs in lower case.
    lower: bool,
    /// It occurs as a name by itself or as the last word of one.
    ends_name: bool,
    /// The words it stands beside in longer names.
    in_name: FxHashSet<Neighbour>,
    /// The words it stands beside in lower case, both.
    in_phrase: FxHashSet<Neighbour>,
}

/// What learning needs for the time of one sentence.
#[derive(Default)]
struct Buffers {
    rewritten: Rewritten,
    tokens: Tokens,
    shapes: Shapes,
}

impl Names {
    /// Learns the names of `article` from all its blocks but page furniture.
    pub fn of(article: &Article) -> Self {
        Self::learned(article, |_, _| {})
    }

    /// The same, and the words of every sentence read for it, by block: scoring need not cut them again.
    pub(in crate::score) fn with_tokens(article: &Article) -> (Self, Vec<Vec<Tokens>>) {
        let mut read: Vec<Vec<Tokens>> = Vec::new();
        read.resize_with(article.blocks.len(), Vec::new);
        let names = Self::learned(article, |block, tokens| {
            if let Some(block) = read.get_mut(block) {
                block.push(tokens.clone());
            }
        });
        (names, read)
    }

    /// `keep` is shown the words of every sentence and the position of its block.
    fn learned(article: &Article, mut keep: impl FnMut(usize, &Tokens)) -> Self {
        let mut names = Self::default();
        let mut buffers = Buffers::default();
        for (at, block) in article.blocks.iter().enumerate() {
            if block.kind == BlockKind::Boilerplate {
                continue;
            }
            for sentence in &block.sentences {
                names.learn(sentence.of(&block.text), &mut buffers);
                keep(at, &buffers.tokens);
            }
        }
        names
    }

    /// The same, with words that carry no valence, or another, because the user says so.
    #[must_use]
    pub fn heeding(mut self, excluded: &Excluded, values: &ToneValues) -> Self {
        self.excluded = excluded.clone();
        self.values = values.clone();
        self
    }

    fn learn(&mut self, sentence: &str, buffers: &mut Buffers) {
        let prepared = Prepared::new(
            sentence,
            ToneOptions::default(),
            &LEXICON,
            &mut buffers.rewritten,
        );
        buffers.tokens.read(prepared.bytes());
        if buffers.tokens.in_lexicon.is_empty() {
            return;
        }
        let view = View::new(prepared.bytes(), &buffers.tokens, &mut buffers.shapes);
        for at in buffers.tokens.in_lexicon.iter().copied() {
            let shape = view.word(at).shape;
            let proves = view.style == Style::Prose && !view.word(at).opens;
            if shape == Shape::Lower {
                let uses = self.words.entry(view.token(at).word).or_default();
                uses.lower = true;
                uses.in_phrase
                    .extend(view.neighbours(at, |word| word.shape == Shape::Lower));
            } else if shape == Shape::Capitalised && proves {
                let uses = self.words.entry(view.token(at).word).or_default();
                let (first, last) = view.name_around(at);
                uses.ends_name |= last == at;
                if first < last {
                    uses.in_name.extend(view.neighbours(at, Word::is_capital));
                }
            }
        }
    }

    /// The name that the word of the lexicon at `at` is part of: its bytes in the prepared text.
    pub(super) fn name_of(&self, view: &View, at: usize) -> Option<(usize, usize)> {
        self.tokens_of_name(view, at)
            .map(|(first, last)| view.bytes(first, last))
    }

    /// Its first and last token.
    fn tokens_of_name(&self, view: &View, at: usize) -> Option<(usize, usize)> {
        let word = view.word(at);
        if !word.is_capital() || view.is_small(at) {
            return None;
        }
        if let Some(known) = view.known_name(at) {
            return Some(known);
        }
        let unknown = Uses::default();
        let uses = self.words.get(&view.token(at).word).unwrap_or(&unknown);
        let seen = |neighbour: &Neighbour| uses.in_name.contains(neighbour);
        if let Some(neighbour) = view.neighbours(at, Word::is_capital).find(seen) {
            return Some(match (view.style, neighbour) {
                (Style::Prose, _) => view.name_around(at),
                // Everything is capitalised: the name ends somewhere, so only what is known is named.
                (_, Neighbour::Before(_)) => (at.saturating_sub(1), at),
                (_, Neighbour::After(_)) => (at, at + 1),
            });
        }
        if view.style != Style::Prose || word.shape == Shape::Capitals {
            return None;
        }
        let (first, last) = view.name_around(at);
        let alone = first == last;
        let is_name = if view.is_title(first, last) {
            false
        } else if word.opens {
            !alone && view.is_opener(at) || uses.ends_name && !uses.lower
        } else if alone {
            // Elsewhere part of a longer name: the short form of that ("on Truth, he wrote").
            !uses.lower || !uses.in_name.is_empty()
        } else {
            // "the Peace Talks", where the article also writes "the peace talks", is no name.
            let also_small = |neighbour: Neighbour| uses.in_phrase.contains(&neighbour);
            !view.neighbours(at, Word::is_capital).any(also_small)
        };
        is_name.then_some((first, last))
    }
}
