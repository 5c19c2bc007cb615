//! Words, figures and marks of a text in one pass, each word looked up as it is read. No allocation a
//! token: the key of a word is built on the stack.

use super::interest::Interest;
use super::key::{KEY_BYTES, Key};
use super::shape::Shape;
use super::vocabulary::Vocabulary;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// Letters, with the hyphens, apostrophes and digits inside them.
    #[default]
    Word,
    /// A figure: "1,200.5", "50%".
    Number,
    /// Any other character, which stands in [`Token::mark`].
    Mark,
}

/// One token.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Token {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Position in the vocabulary; 0 if the word is unknown.
    pub(crate) word: u32,
    /// The phrase of the vocabulary that begins here, counted from 1; 0 if none does.
    pub(crate) phrase: u16,
    pub(crate) kind: Kind,
    /// See the constants of [`Shape`].
    pub(crate) shape: Shape,
    /// What the measures look for in it.
    pub(crate) interest: Interest,
    /// The character, of a mark.
    pub(crate) mark: char,
}

/// Appends the tokens of `text` to `tokens`.
pub(super) fn tokenize(vocabulary: &Vocabulary, text: &str, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let token = if byte.is_ascii_alphabetic() {
            word(vocabulary, text, at)
        } else if byte.is_ascii_digit() {
            number(text, at)
        } else {
            other(vocabulary, text, at)
        };
        at = token.end;
        if token.kind != Kind::Mark || !token.mark.is_whitespace() {
            tokens.push(token);
        }
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

fn other(vocabulary: &Vocabulary, text: &str, at: usize) -> Token {
    let mark = char_at(text, at).unwrap_or(' ');
    // Dashes and quotation marks stand in one block: no need to look them up.
    let punctuation = mark.is_ascii() || ('\u{2010}'..='\u{2060}').contains(&mark);
    if !punctuation && mark.is_alphabetic() {
        return word(vocabulary, text, at);
    }
    Token {
        start: at,
        end: at + mark.len_utf8(),
        kind: Kind::Mark,
        mark,
        ..Token::default()
    }
}

fn number(text: &str, start: usize) -> Token {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        let inside =
            (byte == b'.' || byte == b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        // "2010s", "5th", "50m"
        if !(byte.is_ascii_alphanumeric() || inside) {
            break;
        }
        end += 1;
    }
    if bytes.get(end) == Some(&b'%') {
        end += 1;
    }
    Token {
        start,
        end,
        kind: Kind::Number,
        ..Token::default()
    }
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

/// One look-up a byte instead of three comparisons.
#[inline]
fn is_alphanumeric(byte: u8) -> bool {
    const TABLE: [bool; 256] = {
        let mut table = [false; 256];
        let mut at = 0;
        while at < 256 {
            #[expect(clippy::cast_possible_truncation, reason = "below 256")]
            #[expect(clippy::indexing_slicing, reason = "checked when it is built")]
            {
                table[at] = (at as u8).is_ascii_alphanumeric();
            }
            at += 1;
        }
        table
    };
    TABLE.get(usize::from(byte)).copied().unwrap_or_default()
}

fn word(vocabulary: &Vocabulary, text: &str, start: usize) -> Token {
    let bytes = text.as_bytes();
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest
        .iter()
        .position(|byte| !is_alphanumeric(*byte))
        .unwrap_or(rest.len());
    let joins = match rest.get(length) {
        Some(b' ' | b',') | None => false,
        Some(b'\'' | b'-' | b'&') => true,
        Some(b'.') => length == 1,
        Some(byte) => !byte.is_ascii(),
    };
    if joins {
        return joined_word(vocabulary, text, start);
    }
    plain_word(vocabulary, rest, length, start)
}

/// The word of ASCII letters and digits that the first `length` bytes of `rest` are: nearly all are.
#[inline]
fn plain_word(vocabulary: &Vocabulary, rest: &[u8], length: usize, start: usize) -> Token {
    let letters = rest.get(..length).unwrap_or_default();
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
    let word = Key::of_letters(rest, length).map_or(0, |key| vocabulary.find(key));
    Token {
        start,
        end: start + length,
        word,
        interest: vocabulary.interest(word),
        kind: Kind::Word,
        shape,
        ..Token::default()
    }
}

/// A word with hyphens, apostrophes, stops or letters beyond ASCII.
fn joined_word(vocabulary: &Vocabulary, text: &str, start: usize) -> Token {
    let bytes = text.as_bytes();
    let mut key = KeyBuffer {
        bytes: [0; KEY_BYTES],
        length: 0,
    };
    let mut case = Case::default();
    let mut shape = Shape::default();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            key.push(byte.to_ascii_lowercase());
            case.see(byte.is_ascii_uppercase());
            at += 1;
        } else if byte.is_ascii() {
            let Some(length) = ascii_joint(bytes, start, at, byte, case.letters) else {
                break;
            };
            shape.set_if(byte == b'-', Shape::HYPHEN);
            shape.set_if(byte == b'\'', Shape::CONTRACTED);
            key.push(byte);
            at += length;
        } else {
            let character = char_at(text, at).unwrap_or(' ');
            if character.is_alphabetic() {
                case.see(character.is_uppercase());
                character.to_lowercase().for_each(|c| key.push_char(c));
            } else if let Some(joint) = joint(text, at, character) {
                shape.set_if(joint == b'-', Shape::HYPHEN);
                shape.set_if(joint == b'\'', Shape::CONTRACTED);
                key.push(joint);
            } else {
                break;
            }
            at += character.len_utf8();
        }
    }
    finish(vocabulary, start, at, key, &case, shape)
}

/// Whether an ASCII mark belongs to the word: hyphens and apostrophes between letters, the stops of
/// "U.S."; the number of bytes it takes.
#[inline]
fn ascii_joint(bytes: &[u8], start: usize, at: usize, byte: u8, letters: usize) -> Option<usize> {
    let next_letter = bytes
        .get(at + 1)
        .is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii());
    match byte {
        b'\'' | b'-' | b'&' => {
            let next_is_digit = byte == b'-' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            (next_is_digit || next_letter).then_some(1)
        }
        b'.' => {
            let initial = at
                .checked_sub(1)
                .and_then(|i| bytes.get(i))
                .is_some_and(u8::is_ascii_alphabetic)
                && (letters == 1 || at.checked_sub(2).and_then(|i| bytes.get(i)) == Some(&b'.'));
            let another = next_letter
                && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic)
                && bytes.get(at + 2).is_none_or(|b| !b.is_ascii_alphanumeric());
            let last = letters > 1 && at > start + 1;
            (initial && (another || last)).then_some(1)
        }
        _ => None,
    }
}

/// A typographic apostrophe or hyphen between letters, as its ASCII form.
fn joint(text: &str, at: usize, character: char) -> Option<u8> {
    let straight = match character {
        '’' | '‘' => b'\'',
        '‐' | '‑' => b'-',
        _ => return None,
    };
    char_at(text, at + character.len_utf8())?
        .is_alphabetic()
        .then_some(straight)
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
    start: usize,
    end: usize,
    mut key: KeyBuffer,
    case: &Case,
    mut shape: Shape,
) -> Token {
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
    Token {
        start,
        end,
        word,
        interest,
        kind: Kind::Word,
        shape,
        ..Token::default()
    }
}
