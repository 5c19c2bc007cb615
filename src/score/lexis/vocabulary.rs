//! Every word the wording measures know, in one table: a single look-up tells which lists a word
//! stands in, its valence and its weights.

use std::sync::LazyLock;

use super::classes::class_of;
use super::entries;
use super::key::{KEY_BYTES, Key, KeyTable};
use super::opinion;
use super::word::{Interest, LoadedCategory, LoadedEntry, WordInfo};
use crate::assets::{Asset, NotUnderstood, asset};

/// Lists of words by class.
const LISTS: [Asset; 6] = [
    asset!("wording/attribution.txt"),
    asset!("wording/hedges.txt"),
    asset!("wording/intensifiers.txt"),
    asset!("wording/grammar.txt"),
    asset!("wording/names.txt"),
    asset!("wording/effects.txt"),
];
const LOADED: Asset = asset!("wording/loaded.txt");

/// A phrase: its words, and what is known of it as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<u32>,
    pub(crate) info: WordInfo,
}

/// The one instance.
pub(crate) static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read().unwrap_or_default());

/// All words and phrases.
#[derive(Default)]
pub(crate) struct Vocabulary {
    table: KeyTable<SLOTS>,
    infos: Vec<WordInfo>,
    phrases: Vec<Phrase>,
    /// What is of interest in each word. Small enough to stay in the nearest cache.
    interests: Vec<Interest>,
    /// One bit for some of the pairs of words: whether a phrase may begin with this one.
    pairs: Vec<u64>,
}

const SLOTS: usize = 1 << 16;

impl Vocabulary {
    /// Reads every list; without any, nothing is known of any word.
    pub(crate) fn read() -> Result<Self, NotUnderstood> {
        let mut vocabulary = Self {
            table: KeyTable::default(),
            infos: vec![WordInfo::NOTHING],
            phrases: Vec::new(),
            interests: Vec::new(),
            pairs: vec![0; PAIRS / 64],
        };
        for list in LISTS {
            vocabulary.read_classes(list)?;
        }
        vocabulary.read_loaded()?;
        vocabulary.read_valences();
        vocabulary.read_weights()?;
        vocabulary.index_phrases();
        Ok(vocabulary)
    }

    fn read_classes(&mut self, list: Asset) -> Result<(), NotUnderstood> {
        entries::visit(list, |word| {
            let class = class_of(word.entry.section);
            let class = class.ok_or_else(|| word.entry.fault("no such class"))?;
            self.edit(word.form, |info| info.classes.add(class))
                .ok_or_else(|| word.entry.fault("too long to be found"))
        })
    }

    fn read_loaded(&mut self) -> Result<(), NotUnderstood> {
        entries::visit(LOADED, |word| {
            let (section, strength) = (word.entry.section, word.strength);
            let class = class_of(section);
            let category = LoadedCategory::named(section);
            let edited = match (class, category) {
                (Some(class), _) => self.edit(word.form, |info| info.classes.add(class)),
                // A word listed twice keeps its stronger mark.
                (None, Some(category)) => self.edit(word.form, |info| {
                    if info.loaded.is_none_or(|known| strength < known.strength) {
                        info.loaded = Some(LoadedEntry { category, strength });
                    }
                }),
                (None, None) => return Err(word.entry.fault("no such category")),
            };
            edited.ok_or_else(|| word.entry.fault("too long to be found"))
        })
    }

    fn read_valences(&mut self) {
        let mut words: Vec<(&str, f64)> = vader_sentiment::LEXICON
            .iter()
            .map(|(word, valence)| -> (&str, f64) { (word, *valence) })
            .filter(|(word, _)| {
                word.bytes()
                    .all(|b| b.is_ascii_alphabetic() || b == b'-' || b == b'\'')
            })
            .collect();
        words.sort_by_key(|(word, _)| *word);
        for (word, valence) in words {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "one decimal between −4 and +4"
            )]
            let set = |info: &mut WordInfo| info.valence = valence as f32;
            // Words that are too long to be found are left out.
            let _found = self.edit(&word.to_ascii_lowercase(), set);
        }
    }

    fn read_weights(&mut self) -> Result<(), NotUnderstood> {
        for word in opinion::of_words() {
            let word = word?;
            self.edit(word.name, |info| info.opinion = word.value)
                .ok_or_else(|| word.entry.fault("too long to be found"))?;
        }
        Ok(())
    }

    /// Changes what is known of a word or phrase, added if it is new; `None` if a word of it is too long
    /// to be found.
    fn edit(&mut self, form: &str, change: impl FnOnce(&mut WordInfo)) -> Option<()> {
        if !form.contains(' ') {
            let word = self.intern(form)?;
            change(self.infos.get_mut(word as usize)?);
            return Some(());
        }
        let words: Option<Vec<u32>> = form.split(' ').map(|word| self.intern(word)).collect();
        let words = words?;
        // A few hundred phrases: looking through them while the tables are built costs nothing.
        if let Some(known) = self.phrases.iter_mut().find(|phrase| phrase.words == words) {
            change(&mut known.info);
            return Some(());
        }
        let mut info = WordInfo::NOTHING;
        change(&mut info);
        self.phrases.push(Phrase { words, info });
        Some(())
    }

    /// Sorts the phrases by first word, longest first, and tells each first word where its own stand.
    fn index_phrases(&mut self) {
        let order = |phrase: &Phrase| {
            (
                phrase.words.first().copied(),
                usize::MAX - phrase.words.len(),
            )
        };
        self.phrases.sort_by_key(order);
        for (at, phrase) in self.phrases.iter().enumerate() {
            let Some(info) = phrase
                .words
                .first()
                .and_then(|word| self.infos.get_mut(*word as usize))
            else {
                continue;
            };
            let (first, count) = info.phrases;
            let first = if count == 0 {
                u16::try_from(at).unwrap_or(u16::MAX)
            } else {
                first
            };
            info.phrases = (first, count + 1);
        }
        self.interests = self.infos.iter().map(Interest::of).collect();
        for phrase in &self.phrases {
            let [first, second, ..] = phrase.words.as_slice() else {
                continue;
            };
            if let Some(interest) = self.interests.get_mut(*first as usize) {
                *interest = interest.and(Interest::OPENER);
            }
            let bit = pair(*first, *second);
            if let Some(bits) = self.pairs.get_mut(bit / 64) {
                *bits |= 1 << (bit % 64);
            }
        }
    }

    /// The position of `word`, added if it is new.
    pub(crate) fn intern(&mut self, word: &str) -> Option<u32> {
        let word = self.table.add(Key::of(word)?)?;
        self.infos.resize(self.table.len(), WordInfo::NOTHING);
        Some(word)
    }

    /// The position of a word; 0 if it is unknown.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> u32 {
        self.table.find(key)
    }

    /// The position of a word given as text, whatever the case of its ASCII letters; 0 if it is unknown.
    pub(crate) fn find_text(&self, word: &str) -> u32 {
        let mut bytes = [0; KEY_BYTES];
        let Some(key) = bytes.get_mut(..word.len()) else {
            return 0;
        };
        key.copy_from_slice(word.as_bytes());
        key.make_ascii_lowercase();
        Key::new(bytes, word.len()).map_or(0, |key| self.find(key))
    }

    /// What is known of the word at a position.
    #[inline]
    pub(crate) fn info(&self, word: u32) -> &WordInfo {
        self.infos.get(word as usize).unwrap_or(&WordInfo::NOTHING)
    }

    /// What is known of a phrase, counted from 1.
    pub(crate) fn phrase(&self, phrase: u16) -> Option<&Phrase> {
        self.phrases.get(usize::from(phrase).checked_sub(1)?)
    }

    /// What is of interest in the word at a position.
    #[inline]
    pub(super) fn interest(&self, word: u32) -> Interest {
        self.interests
            .get(word as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Whether a phrase may begin with these two words: never wrong where one does.
    #[inline]
    pub(super) fn may_open(&self, first: u32, second: u32) -> bool {
        let bit = pair(first, second);
        let bits = self.pairs.get(bit / 64).copied().unwrap_or_default();
        bits >> (bit % 64) & 1 == 1
    }

    /// The longest phrase, counted from 1, that the words `at(0)`, `at(1)`, … begin with.
    #[inline]
    pub(crate) fn phrase_at(&self, at: impl Fn(usize) -> u32) -> u16 {
        let (first, count) = self.info(at(0)).phrases;
        let own = usize::from(first)..usize::from(first) + usize::from(count);
        let found = self
            .phrases
            .get(own)
            .unwrap_or_default()
            .iter()
            .position(|phrase| {
                (phrase.words.iter().enumerate()).all(|(offset, word)| at(offset) == *word)
            });
        found
            .and_then(|offset| u16::try_from(offset).ok())
            .map_or(0, |offset| first + offset + 1)
    }
}

/// Bits for pairs of words: some ten for each phrase.
const PAIRS: usize = 1 << 14;

#[inline]
fn pair(first: u32, second: u32) -> usize {
    let mixed = first.wrapping_mul(0x9E37_79B9) ^ second.wrapping_mul(0x85EB_CA6B);
    (mixed >> 18) as usize % PAIRS
}
