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
}

impl Word {
    /// What is not there.
    pub(super) const NOTHING: Self = Self {
        shape: Shape::Other,
        opens: true,
        joined: false,
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
    let mut before = Token::default();
    let mut opening = true;
    for token in &tokens.all {
        let word = token.of(text);
        let gap = text.get(before.end..token.start).unwrap_or_default();
        let (ends, joined) = link(before.of(text), gap, word);
        let shape = shape(word);
        words.push(Word {
            shape,
            opens: opening || ends,
            joined,
        });
        // "1." or a dash before the first word does not take its place.
        opening = (opening || ends) && shape == Shape::Other && !token.is("i", text);
        before = *token;
    }
    style(words, tokens, text)
}

fn shape(word: &[u8]) -> Shape {
    match word {
        [b'a'..=b'z', ..] => return Shape::Lower,
        [b'I']
        | [
            b'I',
            b'\'' | b',' | b'.' | b';' | b':' | b'!' | b'?' | 0x80..,
            ..,
        ] => {
            return Shape::Other;
        }
        _ => {}
    }
    if word.is_ascii() {
        of_letters(word.iter().copied().map(char::from))
    } else {
        of_letters(str::from_utf8(word).unwrap_or_default().chars())
    }
}

fn of_letters(characters: impl Iterator<Item = char>) -> Shape {
    let mut letters = characters.filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else {
        return Shape::Other;
    };
    let mut rest = letters.peekable();
    if !first.is_uppercase() {
        Shape::Lower
    } else if rest.peek().is_none() || rest.any(char::is_lowercase) {
        Shape::Capitalised
    } else {
        Shape::Capitals
    }
}

/// What lies between the words `before` and `word`, which `gap` parts: whether a clause ends there, and
/// whether both can belong to one name.
fn link(before: &[u8], gap: &[u8], word: &[u8]) -> (bool, bool) {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if gap == b" " && plain(before.last()) && plain(word.first()) {
        return (false, !is_possessive(before));
    }
    let opens = gap.last().is_some_and(u8::is_ascii_punctuation) || begins_with_mark(word);
    let ends = opens || ends_clause(before, gap);
    (
        ends,
        !opens && !has_mark(before, gap) && !is_possessive(before),
    )
}

/// Whether an opening quotation mark or bracket, a "#" or the like belongs to the word itself.
fn begins_with_mark(word: &[u8]) -> bool {
    let word = str::from_utf8(word).unwrap_or_default();
    let first = word.chars().next();
    first.is_some_and(|first| !first.is_alphanumeric()) && word.chars().any(char::is_alphabetic)
}

/// Whether what comes after `word` and `gap` begins anew: after an end mark that is none of an
/// abbreviation, a colon, or a dash by itself.
fn ends_clause(word: &[u8], gap: &[u8]) -> bool {
    let letters = str::from_utf8(word).unwrap_or_default();
    if !letters.chars().any(char::is_alphanumeric) {
        return true;
    }
    gap.iter().chain(word.last()).any(|mark| match mark {
        b'!' | b'?' | b':' => true,
        b'.' => !is_abbreviation(word),
        _ => false,
    })
}

/// Whether punctuation parts `word` from what comes after it and `gap`.
fn has_mark(word: &[u8], gap: &[u8]) -> bool {
    let parts =
        |byte: &u8| byte.is_ascii_punctuation() && !(*byte == b'.' && is_abbreviation(word));
    gap.iter().chain(word.last()).any(parts)
}

/// Whether a full stop after `word` may belong to it: "Sen", "J.", "U.S".
fn is_abbreviation(word: &[u8]) -> bool {
    const TITLES: [&str; 22] = [
        "Capt", "Col", "Dr", "Gen", "Gov", "Hon", "Jr", "Lt", "Maj", "Mr", "Mrs", "Ms", "Messrs",
        "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "St",
    ];
    let word = word.strip_suffix(b".").unwrap_or(word);
    matches!(word, [b'A'..=b'Z' | b'a'..=b'z'])
        || word.contains(&b'.')
        || TITLES.iter().any(|title| title.as_bytes() == word)
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
fn style(words: &[Word], tokens: &Tokens, text: &[u8]) -> Style {
    let written = |shape: Shape, opening: bool| {
        let all = words.iter().zip(&tokens.all);
        all.filter(move |(word, _)| word.shape == shape && (opening || !word.opens))
    };
    let with_content = |(_, token): &(&Word, &Token)| !is_small_word(token.of(text));
    let closing: &[u8] = b"\"')] \t\r\n";
    let full_stop = text.iter().rev().find(|byte| !closing.contains(byte)) == Some(&b'.');
    let tolerated = |capitalised: usize| {
        if full_stop || capitalised < 3 {
            0
        } else {
            capitalised / 5
        }
    };
    let capitals = written(Shape::Capitals, true).count();
    // Running text shows itself by its first few words; only what may be none is looked at as a whole.
    let most = tolerated(written(Shape::Capitalised, false).count()).max(capitals);
    let lower = written(Shape::Lower, true)
        .filter(with_content)
        .take(most + 1)
        .count();
    if lower > most {
        return Style::Prose;
    }
    let capitalised = written(Shape::Capitalised, false)
        .filter(with_content)
        .count();
    let capitals = written(Shape::Capitals, true).filter(with_content).count();
    if capitals >= 2 && capitals > 2 * (lower + capitalised) {
        Style::AllCapitals
    } else if lower <= tolerated(capitalised) {
        Style::TitleCase
    } else {
        Style::Prose
    }
}

/// Whether the word is one of those without content.
pub(super) fn is_small_word(word: &[u8]) -> bool {
    SMALL_WORDS.binary_search(&key(word)).is_ok()
}
