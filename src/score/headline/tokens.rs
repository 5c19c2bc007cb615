//! A headline as words: where each stands, which word of the vocabulary it is, how it is written.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::article::Span;

/// A word of the vocabulary; [`UNKNOWN`] for every other.
pub(super) type WordId = u32;

/// A word that no list holds.
pub(super) const UNKNOWN: WordId = 0;
/// The beginning of a headline, in patterns.
pub(super) const START: WordId = 1;
const FIRST_WORD: WordId = 2;

/// Contractions often written without their apostrophe.
const BARE_CONTRACTIONS: [(&str, &str); 18] = [
    ("wont", "won't"),
    ("dont", "don't"),
    ("doesnt", "doesn't"),
    ("didnt", "didn't"),
    ("cant", "can't"),
    ("isnt", "isn't"),
    ("arent", "aren't"),
    ("wasnt", "wasn't"),
    ("thats", "that's"),
    ("theres", "there's"),
    ("heres", "here's"),
    ("whats", "what's"),
    ("youre", "you're"),
    ("youll", "you'll"),
    ("youve", "you've"),
    ("theyre", "they're"),
    ("couldnt", "couldn't"),
    ("wouldnt", "wouldn't"),
];

/// One word of a headline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands in the text as given.
    pub(super) span: Span,
    /// Which word it is.
    pub(super) word: WordId,
    /// Its value if it is a number, written in digits or as a word up to twelve.
    pub(super) number: Option<u32>,
    /// Letters in it.
    pub(super) letters: u16,
    /// Letters in it that are capitals.
    pub(super) capitals: u16,
    /// Whether it begins the headline, a sentence of it or what follows a colon.
    pub(super) opens: bool,
}

/// A punctuation mark that a rule may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) what: char,
    /// How many words stand before it.
    pub(super) words_before: usize,
}

/// A headline read into words, marks and quotations.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) words: Vec<Token>,
    pub(super) marks: Vec<Mark>,
    pub(super) quotations: Vec<Span>,
}

/// FNV-1a for words, Fx for numbers: the tables are ours and fixed, so a keyed hash would only cost
/// time.
#[derive(Clone, Copy)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(value)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u32(u32::try_from(value).unwrap_or(u32::MAX));
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// The words the lists are made of.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<Box<str>, WordId, BuildHasherDefault<Fnv>>,
    names: Vec<Box<str>>,
}

impl Vocabulary {
    /// The word's identity, added if it is new.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = FIRST_WORD + WordId::try_from(self.ids.len()).unwrap_or(WordId::MAX - FIRST_WORD);
        self.ids.insert(word.into(), id);
        self.names.push(word.into());
        id
    }

    /// The word's identity if a list holds it.
    pub(super) fn get(&self, word: &str) -> Option<WordId> {
        self.ids.get(word).copied()
    }

    /// The word of an identity.
    pub(super) fn name(&self, id: WordId) -> Option<&str> {
        let place = id.checked_sub(FIRST_WORD)? as usize;
        self.names.get(place).map(AsRef::as_ref)
    }

    /// One more than the largest identity.
    pub(super) fn size(&self) -> usize {
        self.ids.len() + FIRST_WORD as usize
    }

    fn find(&self, word: &str) -> WordId {
        if let Some(id) = self.get(word) {
            return id;
        }
        let stem = word.strip_suffix("'s").and_then(|stem| self.get(stem));
        stem.or_else(|| {
            let (_, full) = BARE_CONTRACTIONS.iter().find(|(bare, _)| *bare == word)?;
            self.get(full)
        })
        .unwrap_or(UNKNOWN)
    }
}

impl Tokens {
    /// Reads `text`. Time is linear in its length.
    pub(super) fn read(text: &str, vocabulary: &Vocabulary) -> Self {
        let mut out = Self {
            words: Vec::with_capacity(24),
            ..Self::default()
        };
        let mut lower = String::with_capacity(24);
        let mut opens = true;
        let mut at = 0;
        while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if first.is_alphanumeric() {
                let mut token = read_word(text, at, &mut lower);
                at = token.span.end;
                token.opens = opens;
                opens = false;
                token.number = number(&lower);
                token.word = vocabulary.find(&lower);
                out.words.push(token);
                continue;
            }
            let end = at + first.len_utf8();
            opens |= matches!(first, '!' | '?' | ':' | '…' | '|')
                || (first == '.' && !out.words.last().is_some_and(is_abbreviation));
            if !first.is_whitespace() {
                out.marks.push(Mark {
                    span: Span::new(at, end),
                    what: first,
                    words_before: out.words.len(),
                });
            }
            at = end;
        }
        out.quotations = quotations(text, &out.marks);
        out
    }

    /// The word at `index`.
    pub(super) fn word(&self, index: usize) -> Option<&Token> {
        self.words.get(index)
    }

    /// The stretch from word `first` to word `last`, both included.
    pub(super) fn stretch(&self, first: usize, last: usize) -> Span {
        let start = self.word(first).map_or(0, |token| token.span.start);
        Span::new(start, self.word(last).map_or(start, |token| token.span.end))
    }

    /// Whether `span` lies inside a quotation.
    pub(super) fn quoted(&self, span: Span) -> bool {
        let after = self.quotations.partition_point(|q| q.start < span.start);
        let quote = after.checked_sub(1).and_then(|i| self.quotations.get(i));
        quote.is_some_and(|quote| span.end < quote.end)
    }
}

/// Whether a full stop after this word need not end a sentence: "U.S.", "Mr.".
const fn is_abbreviation(token: &Token) -> bool {
    token.letters <= 3 && token.capitals > 0
}

/// Reads the word at byte `at`, leaving its folded form in `lower`.
fn read_word(text: &str, at: usize, lower: &mut String) -> Token {
    lower.clear();
    let rest = text.get(at..).unwrap_or_default();
    let (mut letters, mut capitals, mut end) = (0, 0, 0);
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, what)) = chars.next() {
        if what.is_alphanumeric() {
            letters += u16::from(what.is_alphabetic() && letters < u16::MAX);
            capitals += u16::from(what.is_uppercase() && capitals < u16::MAX);
            if what.is_ascii() {
                lower.push(what.to_ascii_lowercase());
            } else {
                lower.extend(what.to_lowercase());
            }
            end = offset + what.len_utf8();
            continue;
        }
        let Some(&(_, next)) = chars.peek() else {
            break;
        };
        match joiner(what, next, lower) {
            Some(joined) => lower.push(joined),
            None => break,
        }
    }
    Token {
        span: Span::new(at, at + end),
        word: UNKNOWN,
        number: None,
        letters,
        capitals,
        opens: false,
    }
}

/// What `mark` becomes if it stands inside a word: an apostrophe, the points of "U.S.", the comma of
/// "1,000".
fn joiner(mark: char, next: char, before: &str) -> Option<char> {
    let last = before.chars().next_back()?;
    match mark {
        '\'' | '’' | '‘' if next.is_alphabetic() => Some('\''),
        '.' | ',' if last.is_ascii_digit() && next.is_ascii_digit() => Some(mark),
        '.' if next.is_alphabetic() && last.is_alphabetic() => {
            let mut back = before.chars().rev().skip(1);
            back.next().is_none_or(|c| c == '.').then_some('.')
        }
        _ => None,
    }
}

/// The value of a number in digits, or of a number word up to twelve.
fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    if word.as_bytes().first()?.is_ascii_digit() {
        return word
            .bytes()
            .filter(|b| *b != b',')
            .try_fold(0_u32, |value, b| {
                b.is_ascii_digit()
                    .then(|| value.saturating_mul(10).saturating_add(u32::from(b - b'0')))
            });
    }
    let position = WORDS.iter().position(|known| *known == word)?;
    u32::try_from(position + 2).ok()
}

/// The longest stretch in quotation marks that counts as quoted words rather than a slip, in bytes.
const LONGEST_QUOTATION: usize = 240;

/// Stretches in quotation marks, the marks included. A single quote opens only after a space and
/// closes only before one.
fn quotations(text: &str, marks: &[Mark]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in marks {
        if !matches!(mark.what, '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»') {
            continue;
        }
        let before = text
            .get(..mark.span.start)
            .and_then(|t| t.chars().next_back());
        let after = text.get(mark.span.end..).and_then(|t| t.chars().next());
        let free_left = before.is_none_or(|c| !c.is_alphanumeric());
        let free_right = after.is_none_or(|c| !c.is_alphanumeric());
        if let Some(start) = open {
            let fits = mark.span.end - start.span.start <= LONGEST_QUOTATION;
            if closes(start.what, mark.what) && free_right && fits {
                out.push(Span::new(start.span.start, mark.span.end));
                open = None;
                continue;
            }
        }
        if free_left && !free_right && (open.is_none() || !matches!(mark.what, '\'' | '’')) {
            open = Some(*mark);
        }
    }
    out
}

const fn closes(open: char, mark: char) -> bool {
    match open {
        '"' | '“' | '”' => matches!(mark, '"' | '”' | '“'),
        '«' => mark == '»',
        _ => matches!(mark, '\'' | '’' | '‘'),
    }
}
