//! How the words of a sentence are written: which are capitalised, which of those have to be because a
//! sentence or a quotation begins there, and which stand in one stretch without punctuation.

use super::lists::{SMALL_WORDS, key};
use crate::score::tone::tokens::{Token, Tokens};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// "justice"; "`iPhone`" too.
    Lower,
    /// "Justice", "`McCain`", and the initial "J.".
    Capitalised,
    /// "JUSTICE", "FBI".
    Capitals,
    /// No letter: "42", "—"; or the pronoun "I".
    Other,
}

/// One word, by the look of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) shape: Shape,
    /// Whether a sentence, a quotation or what a colon or dash announces begins with it, so that its
    /// capital says nothing.
    pub(super) opens: bool,
    /// Whether nothing but white space parts it from the word before, and that is no possessive.
    pub(super) joined: bool,
    /// Whether it is one of the small words that titles write small.
    pub(super) small: bool,
}

impl Word {
    /// What is not there.
    pub(super) const NOTHING: Self = Self {
        shape: Shape::Other,
        opens: true,
        joined: false,
        small: false,
    };

    /// Whether it begins with a capital.
    pub(super) const fn is_capital(self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Capitals)
    }
}

/// How a text uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As in running text, where a capital inside a sentence marks a name.
    Prose,
    /// As In Most Headlines.
    TitleCase,
    /// AS IN SOME.
    AllCapitals,
}

/// Fills `words` with one entry a token, and tells how the text uses capitals.
pub(super) fn read(tokens: &Tokens, text: &[u8], words: &mut Vec<Word>) -> Style {
    words.clear();
    let mut before: Option<&Token> = None;
    let mut opening = true;
    for token in &tokens.all {
        let shape = shape(token.of(text));
        let gap = before.map_or(0..token.start, |before| before.end..token.start);
        let gap = text.get(gap).unwrap_or_default();
        let marked =
            gap.last().is_some_and(u8::is_ascii_punctuation) || begins_with_mark(token, text);
        let ended = before.is_some_and(|before| ends_clause(before, gap, text));
        let opens = opening || marked || ended;
        let parted = before.is_none_or(|before| {
            is_possessive(before.of(text)) || !gap.is_ascii() || has_mark(gap, before.of(text))
        });
        words.push(Word {
            shape,
            opens,
            joined: !parted && !marked,
            small: shape != Shape::Other && SMALL_WORDS.binary_search(&key(token.of(text))).is_ok(),
        });
        // "1." or a dash before the first word does not take its place.
        opening = opens && shape == Shape::Other && !token.is("i", text);
        before = Some(token);
    }
    style(words, text)
}

fn shape(word: &[u8]) -> Shape {
    let word = str::from_utf8(word).unwrap_or_default();
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else {
        return Shape::Other;
    };
    if !first.is_uppercase() {
        return Shape::Lower;
    }
    let pronoun = first == 'I'
        && word.strip_prefix('I').is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(['\'', '’', ',', '.', ';', ':', '!', '?'])
        });
    let mut rest = letters.peekable();
    if pronoun {
        Shape::Other
    } else if rest.peek().is_none() || rest.any(char::is_lowercase) {
        Shape::Capitalised
    } else {
        Shape::Capitals
    }
}

/// Whether an opening quotation mark or bracket, a "#" or the like belongs to the token itself.
fn begins_with_mark(token: &Token, text: &[u8]) -> bool {
    let word = str::from_utf8(token.of(text)).unwrap_or_default();
    word.chars()
        .next()
        .is_some_and(|first| !first.is_alphanumeric())
        && word.chars().any(char::is_alphabetic)
}

/// Whether what begins after `token` begins anew: after an end mark that is none of an abbreviation, a
/// colon, or a dash by itself. `gap` is what stands between them.
fn ends_clause(token: &Token, gap: &[u8], text: &[u8]) -> bool {
    let word = token.of(text);
    if !word.iter().any(u8::is_ascii_alphanumeric) {
        return true;
    }
    let marks = gap
        .iter()
        .chain(word.last())
        .filter(|byte| byte.is_ascii_punctuation());
    marks.into_iter().any(|mark| match mark {
        b'!' | b'?' | b':' => true,
        b'.' => !is_abbreviation(word),
        _ => false,
    })
}

/// Whether `gap` parts the word before it, `word`, from the one after.
fn has_mark(gap: &[u8], word: &[u8]) -> bool {
    let parts =
        |byte: &u8| byte.is_ascii_punctuation() && !(*byte == b'.' && is_abbreviation(word));
    let ends_in_mark = word.last().is_some_and(|last| {
        last.is_ascii_punctuation() && !(*last == b'.' && is_abbreviation(word))
    });
    ends_in_mark || gap.iter().any(parts)
}

/// Whether a full stop after `word` may belong to it: "Sen", "J.", "U.S".
fn is_abbreviation(word: &[u8]) -> bool {
    const TITLES: [&str; 22] = [
        "Capt", "Col", "Dr", "Gen", "Gov", "Hon", "Jr", "Lt", "Maj", "Mr", "Mrs", "Ms", "Messrs",
        "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "St",
    ];
    let word = word.strip_suffix(b".").unwrap_or(word);
    word.len() == 1 || word.contains(&b'.') || TITLES.iter().any(|title| title.as_bytes() == word)
}

/// "Trump's": what follows it is another name.
fn is_possessive(word: &[u8]) -> bool {
    stem(word).len() < word.len()
}

/// The word without the ending of the possessive.
pub(super) fn stem(word: &[u8]) -> &[u8] {
    let endings: [&[u8]; 5] = [b"'s", b"'S", "’s".as_bytes(), "’S".as_bytes(), b"s'"];
    for ending in endings {
        if let Some(stem) = word.strip_suffix(ending) {
            return stem;
        }
    }
    word
}

/// A text is in title case if hardly any word is small but those that titles write small.
fn style(words: &[Word], text: &[u8]) -> Style {
    let count = |shape: Shape| {
        let counted = |word: &&Word| {
            word.shape == shape && !word.small && (shape != Shape::Capitalised || !word.opens)
        };
        words.iter().filter(counted).count()
    };
    let (lower, capitalised) = (count(Shape::Lower), count(Shape::Capitalised));
    let capitals = count(Shape::Capitals);
    let closing: &[u8] = b"\"')] \t\r\n";
    let last = text.iter().rev().find(|byte| !closing.contains(byte));
    if capitals >= 2 && capitals > 2 * (lower + capitalised) {
        Style::AllCapitals
    } else if lower == 0 || last != Some(&b'.') && capitalised >= 3 && 5 * lower <= capitalised {
        Style::TitleCase
    } else {
        Style::Prose
    }
}
