//! The one way a text is cut into words, figures and marks. Counting, comparing, headlines and the wording
//! measures all stand on it; only VADER cuts text its own way, as its rules ask (`score/tone`).

use super::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TokenKind {
    /// Letters, with the hyphens, apostrophes and digits inside them, and the stops of "U.S.".
    #[default]
    Word,
    /// A figure: "1,200.5", "50%", "5th".
    Number,
    /// Any other character but white space.
    Mark,
}

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The character, of a mark.
    pub mark: char,
    /// Nothing but ASCII letters and digits, as nearly all words are.
    pub(crate) plain: bool,
}

/// The tokens of `text` in order, without overlap; all that lies between them is white space. Linear time.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let byte = *bytes.get(at)?;
            if byte.is_ascii_whitespace() {
                at += 1;
                continue;
            }
            let token = if byte.is_ascii_alphabetic() {
                word(text, at)
            } else if byte.is_ascii_digit() {
                number(text, at)
            } else {
                other(text, at)
            };
            at = token.span.end;
            if token.kind != TokenKind::Mark || !token.mark.is_whitespace() {
                return Some(token);
            }
        }
    })
}

/// The words and figures of a text in order.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    tokens(text)
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| token.span)
}

/// Number of words and figures in a text.
pub fn word_count(text: &str) -> usize {
    words(text).count()
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

fn other(text: &str, at: usize) -> Token {
    let mark = char_at(text, at).unwrap_or(' ');
    // Dashes and quotation marks stand in one block: no need to look them up.
    let punctuation = mark.is_ascii() || ('\u{2010}'..='\u{2060}').contains(&mark);
    if !punctuation && mark.is_alphabetic() {
        return word(text, at);
    }
    Token {
        span: Span::new(at, at + mark.len_utf8()),
        kind: TokenKind::Mark,
        mark,
        plain: false,
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
        span: Span::new(start, end),
        kind: TokenKind::Number,
        mark: char::default(),
        plain: false,
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

fn word(text: &str, start: usize) -> Token {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let length = rest
        .iter()
        .position(|byte| !is_alphanumeric(*byte))
        .unwrap_or(rest.len());
    let plain = match rest.get(length) {
        Some(b' ' | b',') | None => true,
        Some(b'\'' | b'-' | b'&') => false,
        Some(b'.') => length != 1,
        Some(byte) => byte.is_ascii(),
    };
    let end = if plain {
        start + length
    } else {
        joined_end(text, start)
    };
    Token {
        span: Span::new(start, end),
        kind: TokenKind::Word,
        mark: char::default(),
        plain,
    }
}

/// The end of a word with hyphens, apostrophes, stops or letters beyond ASCII.
fn joined_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut letters = 0;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            letters += 1;
            at += 1;
        } else if byte.is_ascii() {
            if !ascii_joins(bytes, start, at, byte, letters) {
                break;
            }
            at += 1;
        } else {
            let character = char_at(text, at).unwrap_or(' ');
            if character.is_alphabetic() {
                letters += 1;
            } else if !joins(text, at, character) {
                break;
            }
            at += character.len_utf8();
        }
    }
    at
}

/// Whether an ASCII mark belongs to the word: hyphens and apostrophes between letters, the stops of
/// "U.S.".
#[inline]
fn ascii_joins(bytes: &[u8], start: usize, at: usize, byte: u8, letters: usize) -> bool {
    let next_letter = bytes
        .get(at + 1)
        .is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii());
    match byte {
        b'\'' | b'-' | b'&' => {
            next_letter || byte == b'-' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
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
            initial && (another || last)
        }
        _ => false,
    }
}

/// Whether a typographic apostrophe or hyphen stands between letters.
fn joins(text: &str, at: usize, character: char) -> bool {
    straight(character).is_some()
        && char_at(text, at + character.len_utf8()).is_some_and(char::is_alphabetic)
}

/// A typographic apostrophe or hyphen as its ASCII form.
pub(crate) const fn straight(character: char) -> Option<u8> {
    match character {
        '’' | '‘' => Some(b'\''),
        '‐' | '‑' => Some(b'-'),
        _ => None,
    }
}
