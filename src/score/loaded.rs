//! Loaded language: words and phrases that evaluate, dramatise, ridicule or insinuate, in the outlet's
//! own voice.
//!
//! The list is `assets/wording/loaded.txt`. Its plain entries are what is marked and counted; its mild
//! ones, which plain reporting uses too, only raise the score of their sentence.

use serde::{Deserialize, Serialize};

use super::lexis::{Class, Interest, LoadedEntry, Reading, Shape, VOCABULARY};
use crate::article::Span;

/// What a loaded word does to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoadedCategory {
    /// Calls somebody names.
    Insult,
    /// Puts somebody in a political drawer.
    Label,
    /// Condemns morally.
    Condemnation,
    /// Makes somebody or something look absurd or incapable.
    Ridicule,
    /// Paints danger and catastrophe.
    Alarm,
    /// Turns dispute into violence.
    Combat,
    /// Suggests lies, tricks or doubt.
    Deception,
    /// Makes an event bigger.
    Drama,
    /// Ascribes heated feeling.
    Emotion,
    /// Praises.
    Praise,
    /// Lets the reader draw a conclusion that is not argued.
    Insinuation,
}

impl LoadedCategory {
    /// Every category, in the order of the sections of the asset.
    pub const ALL: [Self; 11] = [
        Self::Insult,
        Self::Label,
        Self::Condemnation,
        Self::Ridicule,
        Self::Alarm,
        Self::Combat,
        Self::Deception,
        Self::Drama,
        Self::Emotion,
        Self::Praise,
        Self::Insinuation,
    ];

    /// The category in words, lower case.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Insult => "name-calling",
            Self::Label => "partisan label",
            Self::Condemnation => "condemnation",
            Self::Ridicule => "ridicule",
            Self::Alarm => "alarm",
            Self::Combat => "combat metaphor",
            Self::Deception => "suggestion of deceit",
            Self::Drama => "dramatisation",
            Self::Emotion => "heated feeling",
            Self::Praise => "praise",
            Self::Insinuation => "insinuation",
        }
    }

    fn of(entry: LoadedEntry) -> Option<Self> {
        Self::ALL.get(usize::from(entry.category)).copied()
    }
}

/// One loaded word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoadedWord {
    /// Where it stands.
    pub span: Span,
    /// What it does.
    pub category: LoadedCategory,
}

/// Appends the loaded words in the tokens `from..to`, outside quotations; the number of mild ones among
/// the rest.
pub(crate) fn find(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    found: &mut Vec<LoadedWord>,
) -> usize {
    let mut mild = 0;
    let mut at = reading.seek(from, to, Interest::LOADED);
    while at < to {
        let token = reading.token(at);
        let (mut info, mut length) = reading.unit(at);
        if info.is(Class::Literal) {
            at = reading.seek(at + length, to, Interest::LOADED);
            continue;
        }
        if info.loaded.is_none() && length > 1 {
            (info, length) = (reading.info(at), 1);
        }
        let entry = match info.loaded {
            None if token.word == 0 && token.shape.has(Shape::HYPHEN) => compound(reading.word(at)),
            entry => entry,
        };
        if let Some(entry) = entry
            && !token.shape.has(Shape::QUOTED)
            && let Some(category) = LoadedCategory::of(entry)
            && (category == LoadedCategory::Label || length > 1 || !is_name(reading, at))
        {
            if entry.mild {
                mild += 1;
            } else {
                found.push(LoadedWord {
                    span: reading.span(at, at + length),
                    category,
                });
            }
        }
        at = reading.seek(at + length, to, Interest::LOADED);
    }
    mild
}

/// Whether a capital letter makes the word part of a name ("Stormy Daniels").
fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    let capital = |at: usize| {
        let shape = reading.token(at).shape;
        shape.has(Shape::CAPITAL) && !shape.has(Shape::UPPER)
    };
    shape.has(Shape::CAPITAL)
        && !shape.has(Shape::UPPER)
        && (!shape.has(Shape::FIRST) || capital(at + 1) && reading.is_word(at + 1))
}

/// A compound that is not listed as a whole: its ending ("police-hating") or else its first loaded part
/// tells ("crisis-plagued").
fn compound(word: &str) -> Option<LoadedEntry> {
    let known = |part: &str| {
        let entry = VOCABULARY.info(VOCABULARY.find_text(part)).loaded;
        entry.filter(|entry| !entry.mild)
    };
    let ending = word.rfind('-').and_then(|at| word.get(at..));
    ending.and_then(known).or_else(|| {
        word.split(['-', '‐', '‑'])
            .filter(|part| part.len() > 3)
            .find_map(known)
    })
}

/// Weights of [`score`]: authored cues first, the learned model second.
const PER_WORD: f64 = 1.0;
const PER_MILD_WORD: f64 = 0.4;
const MOST_WORDS: f64 = 3.0;
const SUBJECTIVITY: f64 = 0.5;
const OFFSET: f64 = -0.5;

/// How loaded a sentence is, 0 to 1: its loaded words (at most three count), and how subjective the
/// rest reads. `logit` is the subjectivity before the logistic function.
pub(crate) fn score(plain: usize, mild: usize, logit: f64) -> f64 {
    let words = PER_WORD
        .mul_add(plain as f64, PER_MILD_WORD * mild as f64)
        .min(MOST_WORDS);
    super::subjectivity::logistic(SUBJECTIVITY.mul_add(logit, words) + OFFSET)
}
