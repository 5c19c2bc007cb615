//! A sentence as names are looked for in it.

use super::lists::{Key, OPENERS, key, known_with};
use super::shape::{self, Shape, Style, Word};
use crate::score::tone::lexicon::Cue;
use crate::score::tone::tokens::{Token, Tokens};

/// The longest a name is followed to either side of a word, in words.
const REACH: usize = 8;

/// The shapes of a sentence's words. A buffer, used again and again.
#[derive(Default)]
pub(in crate::score::tone) struct Shapes(Vec<Word>);

/// A sentence, its words and their shapes.
pub(in crate::score::tone) struct View<'a> {
    text: &'a [u8],
    tokens: &'a Tokens,
    words: &'a [Word],
    pub(super) style: Style,
}

/// A word beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Neighbour {
    Before(Key),
    After(Key),
}

impl<'a> View<'a> {
    pub(in crate::score::tone) fn new(
        text: &'a [u8],
        tokens: &'a Tokens,
        shapes: &'a mut Shapes,
    ) -> Self {
        let style = shape::read(tokens, text, &mut shapes.0);
        Self {
            text,
            tokens,
            words: &shapes.0,
            style,
        }
    }

    /// The first and one past the last byte of the name from token `first` to token `last`.
    pub(super) fn bytes(&self, first: usize, last: usize) -> (usize, usize) {
        let end = self.token(last);
        let stem = shape::stem(end.of(self.text)).len();
        (self.token(first).start, end.start + stem)
    }

    pub(super) fn token(&self, at: usize) -> Token {
        self.tokens.all.get(at).copied().unwrap_or_default()
    }

    /// The word at `at`; past either end, one that is part of nothing.
    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word::NOTHING)
    }

    /// Whether the word at `at` is one without content.
    pub(super) fn is_small(&self, at: usize) -> bool {
        shape::is_small_word(self.token(at).of(self.text))
    }

    fn key(&self, at: usize) -> Key {
        key(shape::stem(self.token(at).of(self.text)))
    }

    /// The words joined to the one at `at` that are as wanted.
    pub(super) fn neighbours(
        &self,
        at: usize,
        wanted: impl Fn(Word) -> bool,
    ) -> impl Iterator<Item = Neighbour> {
        let before = at
            .checked_sub(1)
            .filter(|before| self.word(at).joined && wanted(self.word(*before)))
            .map(|before| Neighbour::Before(self.key(before)));
        let after = (self.word(at + 1).joined && wanted(self.word(at + 1)))
            .then(|| Neighbour::After(self.key(at + 1)));
        before.into_iter().chain(after)
    }

    /// Whether the word at `at` is one that opens names.
    pub(super) fn is_opener(&self, at: usize) -> bool {
        OPENERS.binary_search(&self.key(at)).is_ok()
    }

    /// Whether the word at `at` can be part of the name beside it.
    fn is_part(&self, at: usize) -> bool {
        let word = self.word(at);
        let proves_nothing =
            || self.is_small(at) || self.token(at).in_lexicon && !self.is_opener(at);
        word.is_capital() && !(word.opens && proves_nothing())
    }

    /// Whether "of" or "of the" stands at `at`, between two parts of a name: how many words it has.
    fn link(&self, at: usize) -> Option<usize> {
        let of = self.token(at).cue == Cue::Of && self.word(at).joined;
        let the = self.token(at + 1).is("the", self.text) && self.word(at + 1).joined;
        let length = if the { 2 } else { 1 };
        let goes_on = self.word(at + length).joined && self.is_part(at + length);
        let began = at.checked_sub(1).is_some_and(|before| self.is_part(before));
        (of && goes_on && began).then_some(length)
    }

    /// The first and last word of the name that the capitalised word at `at` stands in; itself twice if
    /// it stands alone.
    pub(super) fn name_around(&self, at: usize) -> (usize, usize) {
        let mut first = at;
        while at - first < REACH && self.word(first).joined {
            let before = |distance: usize| first.checked_sub(distance);
            let step = [2, 3].into_iter().find(|distance| {
                before(*distance - 1).is_some_and(|of| self.link(of) == Some(distance - 1))
            });
            match step {
                Some(distance) => first -= distance,
                None if before(1).is_some_and(|before| self.is_part(before)) => first -= 1,
                None => break,
            }
        }
        let mut last = at;
        while last - at < REACH && self.word(last + 1).joined {
            if self.is_part(last + 1) {
                last += 1;
            } else if let Some(length) = self.link(last + 1) {
                last += 1 + length;
            } else {
                break;
            }
        }
        (first, last)
    }

    /// Whether the capitalised words from `first` to `last` are a title in title case rather than a name:
    /// names write words without content small.
    pub(super) fn is_title(&self, first: usize, last: usize) -> bool {
        let is_title_word = |at: usize| {
            let word = self.word(at);
            word.shape == Shape::Capitalised
                && self.token(at).of(self.text).len() > 2
                && self.is_small(at)
        };
        (first + 1..=last).any(is_title_word)
    }

    /// The name of the list that the word at `at` stands in.
    pub(super) fn known_name(&self, at: usize) -> Option<(usize, usize)> {
        known_with(self.key(at)).find_map(|part| {
            let first = at.checked_sub(part.position)?;
            let here = (first..).zip(&part.name).all(|(at, word)| {
                (at == first || self.word(at).joined)
                    && (self.word(at).shape != Shape::Lower || self.is_small(at))
                    && self.key(at) == *word
            });
            here.then(|| (first, first + part.name.len() - 1))
        })
    }
}
