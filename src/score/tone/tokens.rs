//! Words and emoticons as the reference cuts them: at white space, with the punctuation around a word
//! taken off.

use super::bytes::Block;
use super::case::is_upper;
use super::harm_words::HarmCue;
use super::lexicon::{Cue, LEXICON, Lexicon};
use crate::article::Span;

/// One word or emoticon.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each asked for by another rule"
)]
pub(super) struct Token {
    /// First byte in the prepared text.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// Its position in the dictionary; 0 if it is not in it.
    pub(super) word: u16,
    /// Its part in the rules that ask for a word by name.
    pub(super) cue: Cue,
    /// Whether it has a valence.
    pub(super) in_lexicon: bool,
    /// Whether it is one of the reference's boosters.
    pub(super) boosts: bool,
    /// Whether it is one of its negations.
    pub(super) negates: bool,
    /// Whether an idiom or a two-word booster may stand where it does.
    pub(super) in_phrase: bool,
    /// Whether all its letters are capitals.
    pub(super) is_upper: bool,
}

impl Token {
    /// Its bytes in the prepared `text`.
    pub(super) fn of<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether it is `word`, whatever its case.
    pub(super) fn is(&self, word: &str, text: &[u8]) -> bool {
        self.of(text).eq_ignore_ascii_case(word.as_bytes())
    }
}

/// What a word counts because the user says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnValue {
    /// Its position.
    at: usize,
    pub(super) value: f64,
    /// The word or phrase that is listed, in the text as given.
    pub(super) listed: Span,
}

/// A text as words, and what is known of it as a whole. A buffer, used again and again.
#[derive(Clone, Default)]
pub(in crate::score) struct Tokens {
    /// Every word and emoticon, in order.
    pub(super) all: Vec<Token>,
    /// The positions of those with a valence.
    pub(super) in_lexicon: Vec<usize>,
    /// The positions of those that only news gives a valence.
    in_news: Vec<usize>,
    /// Those whose valence the user says, in order.
    own: Vec<OwnValue>,
    /// The positions of those that tell of harm that did not happen.
    pub(super) harm_cues: Vec<usize>,
    /// The first "but".
    pub(super) but: Option<usize>,
    /// Whether some words are in capitals and some are not (`is_cap_diff` in the reference).
    pub(super) cap_differential: bool,
    /// Exclamation marks in the whole text.
    pub(super) exclamations: u32,
    /// Question marks in the whole text.
    pub(super) questions: u32,
    /// Words in capitals.
    upper: usize,
}

impl Tokens {
    /// Cuts `text` (valid UTF-8, prepared) into words.
    pub(super) fn read(&mut self, text: &[u8]) {
        let lexicon: &Lexicon = &LEXICON;
        self.all.clear();
        self.in_lexicon.clear();
        self.in_news.clear();
        self.own.clear();
        self.harm_cues.clear();
        self.but = None;
        self.upper = 0;
        self.exclamations = 0;
        self.questions = 0;
        let ascii = text.is_ascii();
        let (blocks, rest) = text.as_chunks::<{ Block::SIZE }>();
        // White space pads the last block, so that it closes the last word.
        let mut last = [b' '; Block::SIZE];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        let mut start = 0;
        let mut after_space = 1;
        let mut base = 0;
        for bytes in blocks.iter().chain([&last]) {
            let block = Block::of(bytes);
            self.exclamations += block.exclamations;
            self.questions += block.questions;
            let mut edges = block.space ^ (block.space << 1 | after_space);
            after_space = block.space >> 63;
            while edges != 0 {
                let at = edges.trailing_zeros();
                edges &= edges - 1;
                let position = base + at as usize;
                if block.space >> at & 1 == 0 {
                    start = position;
                } else {
                    self.push(text, start, position, ascii, lexicon);
                }
            }
            base += Block::SIZE;
        }
        self.cap_differential = 0 < self.upper && self.upper < self.all.len();
    }

    /// Makes the word at `at` one like any other: without valence, and without a part in the rules.
    pub(super) fn take_out(&mut self, at: usize) {
        if let Some(token) = self.all.get_mut(at) {
            token.in_lexicon = false;
            token.cue = Cue::None;
        }
    }

    /// Counts the words that only news gives a valence as words of the lexicon.
    pub(super) fn count_news(&mut self) {
        if self.in_news.is_empty() {
            return;
        }
        for at in self.in_news.drain(..) {
            if let Some(token) = self.all.get_mut(at) {
                token.in_lexicon = true;
                self.in_lexicon.push(at);
            }
        }
        self.in_lexicon.sort_unstable();
    }

    /// Gives words the valence the user says: `listed` are stretches of the text as given, in order, `source`
    /// tells where a word stood in it. Of a phrase the last word has the value, the others none.
    pub(super) fn count_own(
        &mut self,
        listed: impl Iterator<Item = (Span, f64)>,
        source: impl Fn(&Token) -> Span,
    ) {
        let mut from = 0;
        for (listed, value) in listed {
            let rest = self.all.iter().enumerate().skip(from);
            let places = rest.map(|(at, token)| (at, source(token)));
            let within = places
                .skip_while(|(_, place)| place.end <= listed.start)
                .take_while(|(_, place)| place.start < listed.end);
            let within: Vec<usize> = within.map(|(at, _)| at).collect();
            let Some((&last, others)) = within.split_last() else {
                continue;
            };
            from = last + 1;
            for (at, value) in others.iter().map(|at| (*at, 0.0)).chain([(last, value)]) {
                let Some(token) = self.all.get_mut(at) else {
                    continue;
                };
                if !token.in_lexicon && at == last {
                    token.in_lexicon = true;
                    self.in_lexicon.push(at);
                }
                if token.in_lexicon {
                    self.own.push(OwnValue { at, value, listed });
                }
            }
        }
        self.in_lexicon.sort_unstable();
    }

    /// What the user says of the word at `at`.
    pub(super) fn own(&self, at: usize) -> Option<&OwnValue> {
        let found = self.own.binary_search_by_key(&at, |own| own.at).ok()?;
        self.own.get(found)
    }

    #[inline]
    fn push(&mut self, text: &[u8], start: usize, end: usize, ascii: bool, lexicon: &Lexicon) {
        let (start, end) = strip_punctuation_if_word(text, start, end, ascii);
        let word = lexicon.find(text, start, end);
        let mut token = Token {
            start,
            end,
            word,
            is_upper: is_upper(text.get(start..end).unwrap_or_default()),
            ..Token::default()
        };
        self.upper += usize::from(token.is_upper);
        if word > 0 {
            let entry = lexicon.entry(word);
            token.cue = entry.cue;
            token.in_lexicon = entry.valence.is_some();
            token.boosts = entry.boost != 0.0;
            token.negates = entry.negates;
            token.in_phrase = entry.in_phrase;
            if token.in_lexicon {
                self.in_lexicon.push(self.all.len());
            }
            if entry.news.is_some() {
                self.in_news.push(self.all.len());
            }
            if entry.harm != HarmCue::None {
                self.harm_cues.push(self.all.len());
            }
            if token.cue == Cue::But {
                self.but.get_or_insert(self.all.len());
            }
        }
        self.all.push(token);
    }
}

/// Takes the ASCII punctuation off both ends. Trap: what is left must be more than two *characters*,
/// else it was likely an emoticon and stays as it was; so "no." and "so," keep their marks and are found
/// in no table.
#[inline]
fn strip_punctuation_if_word(text: &[u8], start: usize, end: usize, ascii: bool) -> (usize, usize) {
    let token = text.get(start..end).unwrap_or_default();
    let ends = [token.first(), token.last()];
    if !ends.into_iter().flatten().any(u8::is_ascii_punctuation) {
        return (start, end);
    }
    let left = token
        .iter()
        .take_while(|byte| byte.is_ascii_punctuation())
        .count();
    let kept = token.get(left..).unwrap_or_default();
    let right = kept
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_punctuation())
        .count();
    let length = kept.len() - right;
    let too_short = length <= 2 || !ascii && at_most_two_characters(kept.get(..length));
    if too_short {
        (start, end)
    } else {
        (start + left, start + left + length)
    }
}

/// Whether the bytes are two characters or fewer.
fn at_most_two_characters(bytes: Option<&[u8]>) -> bool {
    let is_first = |byte: &&u8| **byte & 0xC0 != 0x80;
    bytes
        .unwrap_or_default()
        .iter()
        .filter(is_first)
        .take(3)
        .count()
        <= 2
}

/// Whether the token holds "n't", whatever its case.
pub(super) fn contains_nt(token: &[u8]) -> bool {
    token.len() >= 3
        && token
            .windows(3)
            .any(|three| three.eq_ignore_ascii_case(b"n't"))
}
