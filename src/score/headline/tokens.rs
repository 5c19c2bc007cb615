//! A headline as words: where each stands, which word of the vocabulary it is, how it is written.

use rustc_hash::FxHashMap;

use crate::article::{self, Span, TokenKind};
use crate::score::lexis::{Key, KeyTable, Letters};

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
pub(super) struct HeadlineToken {
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
    pub(super) words: Vec<HeadlineToken>,
    pub(super) marks: Vec<Mark>,
    pub(super) quotations: Vec<Span>,
}

/// The words the lists are made of.
#[derive(Debug, Default)]
pub(super) struct HeadlineVocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    names: Vec<Box<str>>,
    /// The words of ASCII letters and digits once more, to be found without looking at each letter.
    plain: KeyTable<SLOTS>,
    /// The identity of each, by its number.
    plain_ids: Vec<WordId>,
}

/// Some three for each word of the lists.
const SLOTS: usize = 1 << 15;

impl HeadlineVocabulary {
    /// The word's identity, added if it is new.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let known = WordId::try_from(self.names.len());
        let id = FIRST_WORD + known.unwrap_or(WordId::MAX - FIRST_WORD);
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
        self.names.len() + FIRST_WORD as usize
    }

    /// Lets contractions be found without their apostrophe. To be called when every word has been added.
    pub(super) fn finish(&mut self) {
        for (bare, full) in BARE_CONTRACTIONS {
            if let Some(id) = self.get(full) {
                self.ids.entry(bare.into()).or_insert(id);
            }
        }
        let bare = BARE_CONTRACTIONS.iter().map(|(bare, _)| *bare);
        for word in self.names.iter().map(AsRef::as_ref).chain(bare) {
            let letters = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let key = Key::of(word).filter(|_| letters);
            if let Some((number, id)) = key.and_then(|key| self.plain.add(key)).zip(self.get(word))
            {
                self.plain_ids.resize(self.plain.len(), UNKNOWN);
                if let Some(slot) = self.plain_ids.get_mut(number as usize) {
                    *slot = id;
                }
            }
        }
    }

    /// The identity of a word of ASCII letters and digits.
    fn find_plain(&self, letters: Letters) -> WordId {
        let number = self.plain.find(letters.key());
        self.plain_ids
            .get(number as usize)
            .copied()
            .unwrap_or(UNKNOWN)
    }

    fn find(&self, word: &str) -> WordId {
        let stem = || self.get(word.strip_suffix("'s")?);
        self.get(word).or_else(stem).unwrap_or(UNKNOWN)
    }
}

impl Tokens {
    /// Reads `text`. Time is linear in its length.
    pub(super) fn read(text: &str, vocabulary: &HeadlineVocabulary) -> Self {
        let mut out = Self {
            words: Vec::with_capacity(24),
            ..Self::default()
        };
        out.read_again(text, vocabulary);
        out
    }

    /// Reads `text` in place of what was read before.
    pub(super) fn read_again(&mut self, text: &str, vocabulary: &HeadlineVocabulary) {
        self.words.clear();
        self.marks.clear();
        let mut reader = Reader {
            text,
            vocabulary,
            lower: String::new(),
            opens: true,
        };
        for token in article::tokens(text) {
            match token.kind {
                TokenKind::Mark => self.push_mark(token.span, token.mark, &mut reader),
                _ if token.plain => self.push_plain(token.span, &mut reader),
                _ => self.push_parts(token.span, &mut reader),
            }
        }
        self.quotations = quotations(text, &self.marks);
    }

    fn push_mark(&mut self, span: Span, what: char, reader: &mut Reader) {
        reader.opens |= matches!(what, '!' | '?' | ':' | '…' | '|')
            || (what == '.' && !self.words.last().is_some_and(is_abbreviation));
        self.marks.push(Mark {
            span,
            what,
            words_before: self.words.len(),
        });
    }

    /// A word of ASCII letters and digits, as nearly all are; the first is a letter.
    fn push_plain(&mut self, span: Span, reader: &mut Reader) {
        let bytes = reader.text.as_bytes().get(span.start..);
        let Some(word) = Letters::of(bytes.unwrap_or_default(), span.len()) else {
            self.push_word(span, reader);
            return;
        };
        let (letters, capitals) = word.count();
        self.words.push(HeadlineToken {
            span,
            word: reader.vocabulary.find_plain(word),
            number: number_word(span.of(reader.text)),
            letters: u16::try_from(letters).unwrap_or(u16::MAX),
            capitals: u16::try_from(capitals).unwrap_or(u16::MAX),
            opens: std::mem::take(&mut reader.opens),
        });
    }

    fn push_word(&mut self, span: Span, reader: &mut Reader) {
        if span.is_empty() {
            return;
        }
        let buffer = &mut reader.lower;
        buffer.clear();
        let word = span.of(reader.text);
        let (letters, capitals);
        let mut lower = word;
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            (letters, capitals) = (word.len(), 0);
        } else if word.is_ascii() {
            let count = |is: fn(&u8) -> bool| word.bytes().filter(is).count();
            letters = count(u8::is_ascii_alphabetic);
            capitals = count(u8::is_ascii_uppercase);
            buffer.push_str(word);
            buffer.make_ascii_lowercase();
            lower = buffer;
        } else {
            letters = word.chars().filter(|c| c.is_alphabetic()).count();
            capitals = word.chars().filter(|c| c.is_uppercase()).count();
            let straight = word
                .chars()
                .map(|c| if matches!(c, '’' | '‘') { '\'' } else { c });
            buffer.extend(straight.flat_map(char::to_lowercase));
            lower = buffer;
        }
        self.words.push(HeadlineToken {
            span,
            word: reader.vocabulary.find(lower),
            number: number(lower),
            letters: u16::try_from(letters).unwrap_or(u16::MAX),
            capitals: u16::try_from(capitals).unwrap_or(u16::MAX),
            opens: std::mem::take(&mut reader.opens),
        });
    }

    /// A token whose hyphens, like every other mark but apostrophes and the points of "U.S" and "1.5",
    /// part words here.
    fn push_parts(&mut self, token: Span, reader: &mut Reader) {
        let mut from = token.start;
        let mut characters = token.of(reader.text).char_indices().peekable();
        while let Some((at, what)) = characters.next() {
            let parts = match what {
                '-' | '‐' | '‑' | '&' | '%' => true,
                '.' => !(characters.peek()).is_some_and(|(_, next)| next.is_alphanumeric()),
                _ => false,
            };
            if parts {
                let mark = Span::new(token.start + at, token.start + at + what.len_utf8());
                self.push_word(Span::new(from, mark.start), reader);
                self.push_mark(mark, what, reader);
                from = mark.end;
            }
        }
        self.push_word(Span::new(from, token.end), reader);
    }

    /// The word at `index`.
    pub(super) fn word(&self, index: usize) -> Option<&HeadlineToken> {
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
const fn is_abbreviation(token: &HeadlineToken) -> bool {
    token.letters <= 3 && token.capitals > 0
}

/// What reading a text needs beside what it gives.
struct Reader<'a> {
    text: &'a str,
    vocabulary: &'a HeadlineVocabulary,
    /// The word being read, as the lists spell it.
    lower: String,
    /// Whether the next word begins the text, a sentence of it or what follows a colon.
    opens: bool,
}

/// The value of a number in digits, or of a number word up to twelve.
fn number(word: &str) -> Option<u32> {
    if word.as_bytes().first()?.is_ascii_digit() {
        return word
            .bytes()
            .filter(|b| *b != b',')
            .try_fold(0_u32, |value, b| {
                b.is_ascii_digit()
                    .then(|| value.saturating_mul(10).saturating_add(u32::from(b - b'0')))
            });
    }
    number_word(word)
}

/// Numbers that are written out.
const NUMBER_WORDS: [(&str, u32); 11] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
];

/// The value of a number word up to twelve, whatever the case of its letters.
fn number_word(word: &str) -> Option<u32> {
    let first = word.as_bytes().first()?.to_ascii_lowercase();
    if !matches!(word.len(), 3..=6) || !matches!(first, b't' | b'f' | b's' | b'e' | b'n') {
        return None;
    }
    let mut words = NUMBER_WORDS.iter();
    let found = words.find(|(name, _)| name.eq_ignore_ascii_case(word))?;
    Some(found.1)
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
