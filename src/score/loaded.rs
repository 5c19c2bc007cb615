//! Loaded language: words and phrases that evaluate, dramatise, ridicule or insinuate, in the outlet's
//! own voice.
//!
//! The list is `assets/wording/loaded.txt`. Its plain entries are what is marked and counted; its mild
//! ones, which plain reporting uses too, only raise the score of their sentence.

pub use super::lexis::LoadedCategory;
use super::lexis::{Class, Interest, LoadedEntry, Reading, Shape, VOCABULARY};
use crate::article::Span;
use crate::stats::logistic;

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
            && (entry.category == LoadedCategory::Label || length > 1 || !is_name(reading, at))
        {
            if entry.mild {
                mild += 1;
            } else {
                found.push(LoadedWord {
                    span: reading.span(at, at + length),
                    category: entry.category,
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
    logistic(SUBJECTIVITY.mul_add(logit, words) + OFFSET)
}
