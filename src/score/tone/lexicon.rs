//! The tables of VADER as one dictionary: a single look-up tells a word's valence and every rule it
//! plays a part in.
//!
//! Lexicon and emoji map are those of the `vader_sentiment` crate, mended in three places; boosters,
//! negations and idioms are read from `assets/vader/`.

use std::sync::LazyLock;

use super::bytes;
use super::harm_words::{self, HarmCue};
use crate::assets::{Asset, NotUnderstood, asset};

/// The three entries in which the crate's lexicon differs from vaderSentiment 3.3.2: two it lacks, and
/// `:p`, which its case-blind map merges with `:P`.
const PATCH: [(&str, f64); 3] = [("heart", 3.2), ("hearts", 3.3), (":p", 1.0)];

/// The words the rules ask for by name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Cue {
    #[default]
    None,
    At,
    But,
    Doubt,
    Kind,
    Least,
    Never,
    No,
    Nor,
    Of,
    Or,
    So,
    This,
    Very,
    Without,
}

const CUES: [(&str, Cue); 14] = [
    ("at", Cue::At),
    ("but", Cue::But),
    ("doubt", Cue::Doubt),
    ("kind", Cue::Kind),
    ("least", Cue::Least),
    ("never", Cue::Never),
    ("no", Cue::No),
    ("nor", Cue::Nor),
    ("of", Cue::Of),
    ("or", Cue::Or),
    ("so", Cue::So),
    ("this", Cue::This),
    ("very", Cue::Very),
    ("without", Cue::Without),
];

/// One word of the dictionary.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    key: [u64; 3],
    length: usize,
    /// The word's valence, −4 to +4, if it stands in the lexicon.
    pub(super) valence: Option<f64>,
    /// By how much it strengthens (or, below zero, weakens) the words after it; 0 if it does not.
    pub(super) boost: f64,
    /// Whether it negates the words after it.
    pub(super) negates: bool,
    /// Whether an idiom or a two-word booster may stand where it does.
    pub(super) in_phrase: bool,
    /// Its part in the rules that ask for a word by name.
    pub(super) cue: Cue,
    /// What it counts in news, if the reference's lexicon lacks it (`assets/news-words.tsv`).
    pub(super) news: Option<f64>,
    /// Its part in telling that harm did not happen.
    pub(super) harm: HarmCue,
}

/// A phrase and the value it carries.
pub(super) type Phrase = (&'static str, f64);

const FILTER_BITS: usize = 1 << 16;
const SLOTS: usize = 1 << 15;

/// All tables of VADER.
#[derive(Default)]
pub(super) struct Lexicon {
    /// One bit a hash: turns nine of ten unknown words away without leaving the first-level cache.
    filter: Box<[u64]>,
    /// Open addressing: positions in `entries`, 0 for an empty slot.
    slots: Box<[u16]>,
    /// The first one is the unknown word.
    entries: Vec<Entry>,
    /// `SPECIAL_CASES` in the reference.
    pub(super) idioms: Vec<Phrase>,
    /// The entries of `BOOSTER_DICT` that have two words.
    pub(super) phrase_boosters: Vec<Phrase>,
    emoji: Emoji,
}

/// The one instance.
pub(super) static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read().unwrap_or_default());

impl Lexicon {
    pub(super) fn read() -> Result<Self, NotUnderstood> {
        let mut lexicon = Self {
            filter: vec![0; FILTER_BITS / 64].into_boxed_slice(),
            slots: vec![0; SLOTS].into_boxed_slice(),
            entries: vec![Entry::default()],
            idioms: valued(asset!("vader/idioms.tsv"))?,
            phrase_boosters: Vec::new(),
            emoji: Emoji::new(),
        };
        for (word, cue) in CUES {
            lexicon.edit(word, |entry| entry.cue = cue);
        }
        // The crate's keys are unique whatever their case, so their order does not matter.
        let words = vader_sentiment::LEXICON.iter().map(|(word, valence)| {
            let word: &'static str = word;
            (word, *valence)
        });
        for (word, valence) in words.chain(PATCH) {
            lexicon.edit(word, |entry| entry.valence = Some(valence));
        }
        for (word, boost) in valued(asset!("vader/boosters.tsv"))? {
            if word.contains(' ') {
                lexicon.phrase_boosters.push((word, boost));
            } else {
                lexicon.edit(word, |entry| entry.boost = boost);
            }
        }
        for word in asset!("vader/negations.txt").list::<Vec<_>>()? {
            lexicon.edit(word, |entry| entry.negates = true);
        }
        lexicon.mark_phrases();
        for row in asset!("news-words.tsv").rows() {
            let (row, [word, value, _reason]) = row?;
            let value = row.number(value)?;
            lexicon.edit(word, |entry| entry.news = Some(value));
        }
        for (cue, words) in harm_words::CUES.into_iter().zip(harm_words::read_cues()?) {
            for word in words {
                lexicon.edit(word, |entry| entry.harm = cue);
            }
        }
        Ok(lexicon)
    }

    /// Marks one word of every phrase, a rare one, so that phrases are looked for only where one can be.
    fn mark_phrases(&mut self) {
        let phrases: Vec<_> = self
            .idioms
            .iter()
            .chain(&self.phrase_boosters)
            .copied()
            .collect();
        for (phrase, _) in phrases {
            let has_valence = |word: &&str| {
                let found = self.find(word.as_bytes(), 0, word.len());
                self.entry(found).valence.is_some()
            };
            let mut words = phrase.split(' ');
            let first = words.clone().next();
            if let Some(word) = words.find(has_valence).or(first) {
                self.edit(word, |entry| entry.in_phrase = true);
            }
        }
    }

    /// Changes the entry of `word`, made if there is none. Keys the reference can never match (it looks
    /// words up in lower case, cut at white space) are left out, as are keys with other than ASCII
    /// letters, which the crate's case folding made up.
    fn edit(&mut self, word: &str, change: impl FnOnce(&mut Entry)) {
        let reachable = word.is_ascii() && !word.contains(' ') && word.len() <= Self::LONGEST;
        if !reachable {
            return;
        }
        let mut index = self.find(word.as_bytes(), 0, word.len());
        if index == 0 {
            index = u16::try_from(self.entries.len()).unwrap_or_default();
            let key = bytes::folded(word.as_bytes(), 0, word.len());
            self.entries.push(Entry {
                key,
                length: word.len(),
                negates: word.contains("n't"),
                ..Entry::default()
            });
            let hash = hash(
                bytes::first_sixteen(word.as_bytes(), 0, word.len()),
                word.len(),
            );
            self.link(hash, index);
        }
        if let Some(entry) = self.entries.get_mut(usize::from(index)) {
            change(entry);
        }
    }

    fn link(&mut self, hash: usize, index: u16) {
        if let Some(bits) = self.filter.get_mut(hash % FILTER_BITS / 64) {
            *bits |= 1 << (hash % 64);
        }
        let (before, from) = self.slots.split_at_mut(hash % SLOTS);
        if let Some(slot) = from.iter_mut().chain(before).find(|slot| **slot == 0) {
            *slot = index;
        }
    }

    /// The longest word that can be found, in bytes.
    const LONGEST: usize = 24;

    /// The position of the word `text[start..end]` whatever its case; 0 if it is not in the dictionary.
    #[inline]
    pub(super) fn find(&self, text: &[u8], start: usize, end: usize) -> u16 {
        let length = end - start;
        if length > Self::LONGEST {
            return 0;
        }
        let hash = hash(bytes::first_sixteen(text, start, end), length);
        let bits = self
            .filter
            .get(hash % FILTER_BITS / 64)
            .copied()
            .unwrap_or_default();
        if bits >> (hash % 64) & 1 == 0 {
            return 0;
        }
        let key = bytes::folded(text, start, end);
        let mut at = hash % SLOTS;
        while let Some(&index) = self.slots.get(at) {
            let entry = self.entry(index);
            if index == 0 || entry.key == key && entry.length == length {
                return index;
            }
            at = (at + 1) % SLOTS;
        }
        0
    }

    /// The entry at a position that [`Self::find`] gave.
    #[inline]
    pub(super) fn entry(&self, index: u16) -> &Entry {
        static UNKNOWN: Entry = Entry {
            key: [0; 3],
            length: 0,
            valence: None,
            boost: 0.0,
            negates: false,
            in_phrase: false,
            cue: Cue::None,
            news: None,
            harm: HarmCue::None,
        };
        self.entries.get(usize::from(index)).unwrap_or(&UNKNOWN)
    }

    /// What the reference reads instead of `character`.
    pub(super) fn emoji(&self, character: char) -> Option<&'static str> {
        self.emoji.description(character)
    }
}

/// The hash of a word by its first sixteen bytes, whatever its case: a capital letter and its small one
/// differ in one bit, which is set for all.
#[inline]
fn hash([first, second]: [u64; 2], length: usize) -> usize {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let both = (first | SMALL) ^ (second | SMALL).rotate_left(29);
    let mixed = (both ^ length as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // The upper bits are the well mixed ones.
    usize::try_from(mixed >> 40).unwrap_or_default()
}

/// The emoji map. Trap: the reference looks emoji up one code point at a time, so that of its 3,570
/// keys only those of one code point can ever match.
#[derive(Default)]
struct Emoji {
    /// One bit a code point: asked for every character that is not ASCII.
    known: Box<[u64]>,
    descriptions: Vec<(char, &'static str)>,
}

impl Emoji {
    fn new() -> Self {
        let single = |(key, description): (&&'static str, &&'static str)| {
            let mut characters = key.chars();
            match (characters.next(), characters.next()) {
                (Some(only), None) => Some((only, *description)),
                _ => None,
            }
        };
        let mut descriptions: Vec<_> = vader_sentiment::EMOJI_LEXICON
            .iter()
            .filter_map(single)
            .collect();
        descriptions.sort_unstable();
        let highest = descriptions
            .last()
            .map_or(0, |(character, _)| *character as usize);
        let mut known = vec![0; highest / 64 + 1].into_boxed_slice();
        for (character, _) in &descriptions {
            let code = *character as usize;
            if let Some(bits) = known.get_mut(code / 64) {
                *bits |= 1_u64 << (code % 64);
            }
        }
        Self {
            known,
            descriptions,
        }
    }

    #[inline]
    fn description(&self, character: char) -> Option<&'static str> {
        let code = character as usize;
        if self.known.get(code / 64)? >> (code % 64) & 1 == 0 {
            return None;
        }
        let found = self
            .descriptions
            .binary_search_by_key(&character, |(key, _)| *key)
            .ok()?;
        self.descriptions
            .get(found)
            .map(|(_, description)| *description)
    }
}

/// The rows of a table of words or phrases and their values.
fn valued(table: Asset) -> Result<Vec<Phrase>, NotUnderstood> {
    let rows = table.rows();
    rows.map(|row| {
        let (row, [phrase, value]) = row?;
        Ok((phrase, row.number(value)?))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(word: &str) -> &'static Entry {
        LEXICON.entry(LEXICON.find(word.as_bytes(), 0, word.len()))
    }

    #[test]
    fn the_tables_have_the_entries_of_the_reference() {
        let count =
            |of: fn(&Entry) -> bool| LEXICON.entries.iter().filter(|entry| of(entry)).count();
        // 7,492 of its 7,506 keys can be met in lower case, one of them, "can't stand", never: words
        // hold no space.
        let spaced = vader_sentiment::LEXICON
            .keys()
            .filter(|key| key.contains(' '))
            .count();
        assert_eq!(count(|entry| entry.valence.is_some()) + spaced, 7_492);
        let boosters = count(|entry| entry.boost.abs() > 0.0);
        assert_eq!((boosters, LEXICON.phrase_boosters.len()), (81, 3));
        assert_eq!(count(|entry| entry.negates), 59);
        assert_eq!(LEXICON.idioms.len(), 9);
        assert_eq!(LEXICON.emoji.descriptions.len(), 1_212);
    }

    #[test]
    fn words_are_found_whatever_their_case_and_only_whole() {
        for word in [
            "good",
            "GOOD",
            "Good",
            "once-in-a-lifetime",
            "Tenderheartednesses",
            ":D",
            ":d",
        ] {
            assert!(entry(word).valence.is_some(), "{word}");
        }
        for word in [
            "goo",
            "goods-",
            "good\0",
            "tenderheartedness!",
            "",
            "x".repeat(99).as_str(),
        ] {
            assert!(entry(word).valence.is_none(), "{word:?}");
        }
    }
}
