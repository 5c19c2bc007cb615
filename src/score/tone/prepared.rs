//! The text as VADER reads it: emoji as words, every white space as one ASCII can tell, and, unless
//! exact figures are asked for, typographic quotes as the ASCII marks its rules know and words that a mark
//! joins apart. Remembers where each piece stood in the text as given.

use super::correction::ToneOptions;
use super::joined;
use super::lexicon::Lexicon;
use crate::article::Span;

/// A buffer for rewritten text, used again and again.
#[derive(Default)]
pub(super) struct Rewritten {
    text: Vec<u8>,
    /// The rewritten text as pieces, in order.
    pieces: Vec<Piece>,
}

/// Where a stretch of rewritten text begins, and what it stands for.
#[derive(Clone, Copy)]
struct Piece {
    /// First byte in the rewritten text.
    at: usize,
    /// The stretch of the original it stands for; empty for what was copied byte by byte from there on.
    source: Span,
}

/// The text to score, rewritten only where it must be.
pub(super) enum Prepared<'a> {
    AsGiven(&'a [u8]),
    Rewritten(&'a Rewritten),
}

impl<'a> Prepared<'a> {
    pub(super) fn new(
        text: &'a str,
        options: ToneOptions,
        lexicon: &Lexicon,
        buffer: &'a mut Rewritten,
    ) -> Self {
        let plain = text.is_ascii() && !(options.part_joined && joined::has_any(text));
        if plain || !buffer.rewrite(text, options, lexicon) {
            Self::AsGiven(text.as_bytes())
        } else {
            Self::Rewritten(buffer)
        }
    }

    pub(super) fn bytes(&self) -> &'a [u8] {
        match self {
            Self::AsGiven(bytes) => bytes,
            Self::Rewritten(rewritten) => &rewritten.text,
        }
    }

    /// The stretch of the text as given that the bytes from `start` to `end` stand for. A word of an
    /// emoji's description stands for the whole emoji.
    pub(super) fn source(&self, start: usize, end: usize) -> Span {
        match self {
            Self::AsGiven(_) => Span::new(start, end),
            Self::Rewritten(rewritten) => rewritten.source(start, end),
        }
    }
}

/// What a character is read as.
enum Reading {
    Itself,
    Byte(u8),
    /// Other letters, or nothing.
    Letters(&'static str),
    Emoji(&'static str),
}

impl Reading {
    fn of(character: char, typographic: bool, lexicon: &Lexicon) -> Self {
        match character {
            // White space to Python's str.split(); what kind does not matter.
            '\u{85}'
            | '\u{A0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200A}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202F}'
            | '\u{205F}'
            | '\u{3000}' => Self::Byte(b'\t'),
            // Trap: the Kelvin sign is the only character outside ASCII whose lower case is inside.
            '\u{212A}' => Self::Byte(b'K'),
            // Single quotation marks, apostrophes, primes.
            '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '´' | '＇' if typographic => {
                Self::Byte(b'\'')
            }
            // Double ones.
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' if typographic => {
                Self::Byte(b'"')
            }
            _ => lexicon.emoji(character).map_or(Self::Itself, Self::Emoji),
        }
    }
}

impl Rewritten {
    /// Rewrites `text`; false, and nothing written, if nothing in it needs to be.
    fn rewrite(&mut self, text: &str, options: ToneOptions, lexicon: &Lexicon) -> bool {
        self.text.clear();
        self.pieces.clear();
        let mut copied = 0;
        let mut after_emoji = false;
        for (at, character) in candidates(text, options.part_joined) {
            if at < copied {
                continue;
            }
            let part = joined::part(text, at, character).filter(|_| options.part_joined);
            let (reading, length) = match part {
                Some((letters, length)) => (Reading::Letters(letters), length),
                None => (
                    Reading::of(character, options.typographic, lexicon),
                    character.len_utf8(),
                ),
            };
            if matches!(reading, Reading::Itself) {
                continue;
            }
            if copied < at {
                self.copy(text, copied, at);
                after_emoji = false;
            }
            let source = Span::new(at, at + length);
            copied = source.end;
            match reading {
                Reading::Itself => {}
                Reading::Byte(byte) => {
                    self.replace(source, &[byte]);
                    after_emoji = false;
                }
                Reading::Letters(letters) => {
                    self.replace(source, letters.as_bytes());
                    after_emoji = false;
                }
                Reading::Emoji(description) => {
                    // Trap: a space goes before a description unless there is one, none goes after it
                    // ("❤you" reads "red heartyou"), and one that a description ends in does not count.
                    let spaced = self.text.last().is_none_or(|last| *last == b' ') && !after_emoji;
                    if !spaced {
                        self.replace(source, b" ");
                    }
                    self.replace(source, description.as_bytes());
                    after_emoji = true;
                }
            }
        }
        let rewritten = copied > 0;
        if rewritten {
            self.copy(text, copied, text.len());
        }
        rewritten
    }

    fn copy(&mut self, text: &str, from: usize, to: usize) {
        self.replace(
            Span::new(from, from),
            text.as_bytes().get(from..to).unwrap_or_default(),
        );
    }

    fn replace(&mut self, source: Span, with: &[u8]) {
        self.pieces.push(Piece {
            at: self.text.len(),
            source,
        });
        self.text.extend_from_slice(with);
    }

    fn source(&self, start: usize, end: usize) -> Span {
        let first = self.piece(start);
        let last = self.piece(end.saturating_sub(1));
        let start = if first.source.is_empty() {
            first.source.start + (start - first.at)
        } else {
            first.source.start
        };
        let end = if last.source.is_empty() {
            last.source.start + (end - last.at)
        } else {
            last.source.end
        };
        Span::new(start, end)
    }

    /// The piece that holds the byte at `at`.
    fn piece(&self, at: usize) -> Piece {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        after
            .checked_sub(1)
            .and_then(|last| self.pieces.get(last))
            .copied()
            .unwrap_or(Piece {
                at: 0,
                source: Span::new(0, 0),
            })
    }
}

/// The characters of `text` outside ASCII and, if words are to be parted, those that may join two, with
/// their positions.
fn candidates(text: &str, part_joined: bool) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(from..)?;
        let is_candidate = |byte: &u8| !byte.is_ascii() || (part_joined && joined::may_join(*byte));
        let at = from + rest.iter().position(is_candidate)?;
        let character = text.get(at..)?.chars().next()?;
        from = at + character.len_utf8();
        Some((at, character))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::tone::lexicon::LEXICON;

    /// The text as VADER reads it, and what its bytes from `start` to `end` stand for.
    fn read(text: &str, start: usize, end: usize) -> (String, &str) {
        let mut buffer = Rewritten::default();
        let prepared = Prepared::new(text, ToneOptions::default(), &LEXICON, &mut buffer);
        let source = prepared.source(start, end).of(text);
        (
            String::from_utf8_lossy(prepared.bytes()).into_owned(),
            source,
        )
    }

    #[test]
    fn emoji_become_words_and_point_back_to_the_emoji() {
        assert_eq!(read("I ❤you", 6, 14), ("I red heartyou".to_owned(), "❤you"));
        assert_eq!(read("I ❤you", 2, 5).1, "❤");
        assert_eq!(read("❤❤", 0, 3).0, "red heart red heart");
        assert_eq!(read("a❤", 2, 5).0, "a red heart");
    }

    #[test]
    fn quotes_and_spaces_are_plain_and_point_back() {
        assert_eq!(
            read("“don’t”\u{a0}win", 1, 6),
            ("\"don't\"\twin".to_owned(), "don’t")
        );
        assert_eq!(read("“don’t”\u{a0}win", 8, 11).1, "win");
        assert_eq!(read("déjà vu", 0, 4), ("déjà vu".to_owned(), "déj"));
    }

    #[test]
    fn joined_words_are_parted_and_point_back() {
        assert_eq!(
            read("a disaster—an end", 2, 10),
            ("a disaster an end".to_owned(), "disaster")
        );
        assert_eq!(read("bad/awful", 4, 9), ("bad awful".to_owned(), "awful"));
        assert_eq!(
            read("magniﬁcent", 0, 11),
            ("magnificent".to_owned(), "magniﬁcent")
        );
        assert_eq!(
            read("gr\u{200b}eat", 0, 5),
            ("great".to_owned(), "gr\u{200b}eat")
        );
        assert_eq!(read("isn`t", 0, 5).0, "isn't");
        assert_eq!(read("so...well", 3, 7).0, "so well");
        for text in [
            "24/7, and 1,000",
            "https://a.example/bad/awful",
            "w/o a :/ face",
            "1990–95",
            "the end... it",
        ] {
            assert_eq!(read(text, 0, 1).0, text);
        }
    }
}
