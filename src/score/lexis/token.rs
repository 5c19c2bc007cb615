//! The tokens of a text, each word looked up as it is read. No allocation a token: the key of a word is
//! built on the stack.

use super::key::{KEY_BYTES, Key, Letters};
use super::shape::Shape;
use super::vocabulary::Vocabulary;
use super::word::Interest;
use crate::article::{self, Span, TokenKind};

/// One token with what the lists know of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LexisToken {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Position in the vocabulary; 0 if the word is unknown.
    pub(crate) word: u32,
    /// The phrase of the vocabulary that begins here, counted from 1; 0 if none does.
    pub(crate) phrase: u16,
    pub(crate) kind: TokenKind,
    /// See the constants of [`Shape`].
    pub(crate) shape: Shape,
    /// What the measures look for in it.
    pub(crate) interest: Interest,
    /// The character, of a mark.
    pub(crate) mark: char,
}

/// Appends the tokens of `text` to `tokens`.
pub(super) fn tokenize(vocabulary: &Vocabulary, text: &str, tokens: &mut Vec<LexisToken>) {
    tokens.extend(article::tokens(text).map(|token| match token.kind {
        TokenKind::Word if token.plain => plain_word(vocabulary, text, token.span),
        TokenKind::Word => joined_word(vocabulary, text, token.span),
        TokenKind::Number | TokenKind::Mark => LexisToken {
            start: token.span.start,
            end: token.span.end,
            kind: token.kind,
            mark: token.mark,
            ..LexisToken::default()
        },
    }));
}

/// The key of a word while it is read: lower case, apostrophes and hyphens straight.
struct KeyBuffer {
    bytes: [u8; KEY_BYTES],
    /// More than [`KEY_BYTES`] if the word is too long to be known.
    length: usize,
}

impl KeyBuffer {
    #[inline]
    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.length) {
            *slot = byte;
        }
        self.length += 1;
    }

    fn push_char(&mut self, character: char) {
        let mut encoded = [0; 4];
        for &byte in character.encode_utf8(&mut encoded).as_bytes() {
            self.push(byte);
        }
    }

    fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Takes the last `count` bytes off.
    fn truncate(&mut self, count: usize) {
        for _ in 0..count {
            self.length = self.length.saturating_sub(1);
            if let Some(slot) = self.bytes.get_mut(self.length) {
                *slot = 0;
            }
        }
    }
}

/// What a word's letters come to while they are read.
#[derive(Default)]
struct Case {
    letters: usize,
    capitals: usize,
    first_capital: bool,
}

impl Case {
    #[inline]
    fn see(&mut self, capital: bool) {
        if self.letters == 0 {
            self.first_capital = capital;
        }
        self.letters += 1;
        self.capitals += usize::from(capital);
    }
}

/// The word of ASCII letters and digits that the first `length` bytes of `rest` are: nearly all are.
#[inline]
fn plain_word(vocabulary: &Vocabulary, text: &str, span: Span) -> LexisToken {
    let rest = text.as_bytes().get(span.start..).unwrap_or_default();
    let letters = rest.get(..span.len()).unwrap_or_default();
    let mut shape = Shape::default();
    if letters.first().is_some_and(u8::is_ascii_uppercase) {
        shape.set(Shape::CAPITAL);
        shape.set_if(
            letters.len() > 1 && letters.iter().all(u8::is_ascii_uppercase),
            Shape::UPPER,
        );
    }
    shape.set(if letters.last().is_some_and(u8::is_ascii_uppercase) {
        ending(&letters.to_ascii_lowercase())
    } else {
        ending(letters)
    });
    let word = Letters::of(rest, span.len()).map_or(0, |letters| vocabulary.find(letters.key()));
    LexisToken {
        start: span.start,
        end: span.end,
        word,
        interest: vocabulary.interest(word),
        shape,
        ..LexisToken::default()
    }
}

/// A word with hyphens, apostrophes, stops or letters beyond ASCII.
fn joined_word(vocabulary: &Vocabulary, text: &str, span: Span) -> LexisToken {
    let mut key = KeyBuffer {
        bytes: [0; KEY_BYTES],
        length: 0,
    };
    let mut case = Case::default();
    let mut shape = Shape::default();
    for character in span.of(text).chars() {
        let joint = match character {
            '\'' | '-' | '&' | '.' => u8::try_from(character).ok(),
            _ => article::straight(character),
        };
        if let Some(joint) = joint {
            shape.set_if(joint == b'-', Shape::HYPHEN);
            shape.set_if(joint == b'\'', Shape::CONTRACTED);
            key.push(joint);
            continue;
        }
        case.see(character.is_uppercase());
        if let Ok(byte @ 0..0x80) = u8::try_from(character) {
            key.push(byte.to_ascii_lowercase());
        } else {
            character.to_lowercase().for_each(|c| key.push_char(c));
        }
    }
    finish(vocabulary, span, key, &case, shape)
}

/// What a word's last letters tell.
fn ending(letters: &[u8]) -> Shape {
    let ends = |ending: &[u8]| letters.ends_with(ending);
    let long = letters.len() > 4;
    let told = match letters.last() {
        Some(b's') if ends(b"ists") => Shape::ISM,
        Some(b's') if ends(b"ous") || ends(b"less") => Shape::ADJECTIVE,
        Some(b's') if letters.len() > 3 && !ends(b"ss") => return Shape::S,
        Some(b'd') if letters.len() > 3 && ends(b"ed") => return Shape::ED,
        Some(b'y') if ends(b"ly") => Shape::LY,
        Some(b'g') if ends(b"ing") => Shape::ING,
        Some(b't') if ends(b"est") => Shape::EST,
        Some(b't') if ends(b"ist") => Shape::ISM,
        Some(b'm') if ends(b"ism") => Shape::ISM,
        Some(b'c') if ends(b"phobic") => Shape::ISM,
        Some(b'e') if ends(b"ive") || ends(b"ible") || ends(b"able") => Shape::ADJECTIVE,
        Some(b'l') if ends(b"ful") => Shape::ADJECTIVE,
        Some(b'h') if ends(b"ish") => Shape::ADJECTIVE,
        _ => Shape::NONE,
    };
    if long { told } else { Shape::NONE }
}

fn finish(
    vocabulary: &Vocabulary,
    span: Span,
    mut key: KeyBuffer,
    case: &Case,
    mut shape: Shape,
) -> LexisToken {
    if key.as_slice().ends_with(b"'s") {
        key.truncate(2);
        shape.set(Shape::POSSESSIVE);
    }
    shape.set_if(case.first_capital, Shape::CAPITAL);
    shape.set_if(
        case.letters > 1 && case.capitals == case.letters,
        Shape::UPPER,
    );
    shape.set(ending(key.as_slice()));
    let word = Key::new(key.bytes, key.length).map_or(0, |key| vocabulary.find(key));
    let mut interest = vocabulary.interest(word);
    if word == 0 && shape.has(Shape::HYPHEN) {
        interest = interest.and(Interest::LOADED);
    }
    LexisToken {
        start: span.start,
        end: span.end,
        word,
        interest,
        shape,
        ..LexisToken::default()
    }
}
