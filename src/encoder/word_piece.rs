//! Texts as word pieces: lower case, accents taken off, marks apart, then the longest pieces that the
//! vocabulary has, greedily (Wu et al. 2016, as BERT's uncased tokeniser does it).

use rustc_hash::FxHashMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::Piece;

/// Words with more letters than this are one unknown piece, as in the reference.
const LONGEST_WORD: usize = 100;

/// The pieces the weights know.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Pieces that begin a word.
    first: FxHashMap<Box<str>, u32>,
    /// Pieces inside a word, without their `##`.
    inner: FxHashMap<Box<str>, u32>,
    /// The bytes of the longest piece.
    longest: usize,
    /// The pieces that stand for what is no word.
    pub(super) marks: Marks,
}

/// Pieces that stand for what is no word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    pub(super) begin: u32,
    pub(super) end: u32,
    pub(super) unknown: u32,
    pub(super) hidden: u32,
}

impl Vocabulary {
    /// Reads one piece a line; `None` if a special one is missing.
    pub fn read(lines: &str) -> Option<Self> {
        let mut vocabulary = Self::default();
        for (id, piece) in (0_u32..).zip(lines.lines()) {
            let (table, piece) = match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => (&mut vocabulary.inner, rest),
                _ => (&mut vocabulary.first, piece),
            };
            vocabulary.longest = vocabulary.longest.max(piece.len());
            table.insert(piece.into(), id);
        }
        let special = |piece: &str| vocabulary.first.get(piece).copied();
        vocabulary.marks = Marks {
            begin: special("[CLS]")?,
            end: special("[SEP]")?,
            unknown: special("[UNK]")?,
            hidden: special("[MASK]")?,
        };
        Some(vocabulary)
    }

    /// How many pieces there are.
    pub(super) fn size(&self) -> usize {
        self.first.len() + self.inner.len()
    }

    /// The pieces of `text` in order. Each of the byte ranges `hidden`, in order and apart, is one masked
    /// piece, whatever stands there.
    pub fn pieces(&self, text: &str, hidden: &[(usize, usize)]) -> Vec<Piece> {
        let mut found = Vec::with_capacity(text.len() / 4 + 4);
        let mut word = Word::default();
        let mut from = 0;
        for &(start, end) in hidden {
            self.plain(text, from, start, &mut word, &mut found);
            let id = self.marks.hidden;
            found.push(Piece { id, start, end });
            from = end;
        }
        self.plain(text, from, text.len(), &mut word, &mut found);
        found
    }

    /// Appends the pieces of the bytes `from..to` of `text`.
    fn plain(&self, text: &str, from: usize, to: usize, word: &mut Word, found: &mut Vec<Piece>) {
        for (at, letter) in text.get(from..to).unwrap_or_default().char_indices() {
            let at = from + at;
            if is_nothing(letter) {
                continue;
            }
            let alone = is_mark(letter) || is_ideograph(letter);
            if alone || letter.is_whitespace() {
                self.close(word, found);
            }
            if letter.is_whitespace() {
                continue;
            }
            word.push(letter, at);
            if alone {
                self.close(word, found);
            }
        }
        self.close(word, found);
    }

    /// Appends the pieces of `word` and empties it.
    fn close(&self, word: &mut Word, found: &mut Vec<Piece>) {
        let before = found.len();
        let mut rest = word.text.as_str();
        let mut table = &self.first;
        let (start, end) = (word.start, word.end);
        let too_long = word.text.chars().count() > LONGEST_WORD;
        while !rest.is_empty() {
            let known = if too_long {
                None
            } else {
                self.longest_of(table, rest)
            };
            let Some((length, id)) = known else {
                found.truncate(before);
                let id = self.marks.unknown;
                found.push(Piece { id, start, end });
                break;
            };
            found.push(Piece { id, start, end });
            rest = rest.get(length..).unwrap_or_default();
            table = &self.inner;
        }
        word.text.clear();
    }

    /// The longest piece of `table` that `word` begins with: its bytes and its row.
    fn longest_of(&self, table: &FxHashMap<Box<str>, u32>, word: &str) -> Option<(usize, u32)> {
        (1..=word.len().min(self.longest)).rev().find_map(|length| {
            let id = table.get(word.get(..length)?)?;
            Some((length, *id))
        })
    }
}

/// A word as it is being read, as the vocabulary spells it.
#[derive(Default)]
struct Word {
    text: String,
    start: usize,
    end: usize,
}

impl Word {
    fn push(&mut self, letter: char, at: usize) {
        if self.text.is_empty() {
            self.start = at;
        }
        self.end = at + letter.len_utf8();
        if letter.is_ascii() {
            self.text.push(letter.to_ascii_lowercase());
        } else {
            let plain = letter.to_lowercase().nfd();
            self.text
                .extend(plain.filter(|part| !is_combining_mark(*part)));
        }
    }
}

/// What is passed over: control and format characters.
fn is_nothing(letter: char) -> bool {
    matches!(letter, '\0' | '\u{fffd}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || letter.is_control() && !letter.is_whitespace()
}

/// A mark is a word of its own.
fn is_mark(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter, '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}'
            | '\u{2053}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
}

/// And so is every Chinese character.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2ceaf}'
        | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const LINES: &str =
        "[CLS]\n[SEP]\n[UNK]\n[MASK]\nthe\ncafe\nun\n##afford\n##able\n,\n’\n##\ns\n語";

    fn read(text: &str, hidden: &[(usize, usize)]) -> Vec<(String, usize, usize)> {
        let vocabulary = Vocabulary::read(LINES).unwrap();
        let lines: Vec<&str> = LINES.lines().collect();
        (vocabulary.pieces(text, hidden).into_iter())
            .map(|piece| {
                let line = lines.get(usize::try_from(piece.id).unwrap()).unwrap();
                ((*line).to_owned(), piece.start, piece.end)
            })
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        read(text, &[])
            .into_iter()
            .map(|(piece, ..)| piece)
            .collect()
    }

    #[test]
    fn the_longest_pieces_are_taken_and_keep_the_place_of_their_word() {
        assert_eq!(
            read("The unaffordable, café", &[]),
            [
                ("the", 0, 3),
                ("un", 4, 16),
                ("##afford", 4, 16),
                ("##able", 4, 16),
                (",", 16, 17),
                ("cafe", 18, 23)
            ]
            .map(|(piece, start, end)| (piece.to_owned(), start, end))
        );
    }

    #[test]
    fn what_is_not_known_is_one_piece() {
        assert_eq!(words("unfair the"), ["[UNK]", "the"]);
        assert_eq!(words(&"the".repeat(40)), ["[UNK]"]);
        assert_eq!(words("😀😀"), ["[UNK]"]);
        assert_eq!(words("the\u{200b}’s 語語"), ["the", "’", "s", "語", "語"]);
        assert!(words(" \u{ad}\n\t").is_empty());
    }

    #[test]
    fn a_hidden_range_is_one_masked_piece() {
        let pieces = read("the Ann Smith’s café", &[(4, 13)]);
        let told: Vec<&str> = pieces.iter().map(|(piece, ..)| piece.as_str()).collect();
        assert_eq!(told, ["the", "[MASK]", "’", "s", "cafe"]);
        assert_eq!(pieces.get(1).map(|piece| (piece.1, piece.2)), Some((4, 13)));
    }

    #[test]
    fn a_vocabulary_without_its_special_pieces_is_refused() {
        assert!(Vocabulary::read("the\n##able").is_none());
    }
}
