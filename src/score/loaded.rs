//! Loaded language: words and phrases that evaluate, dramatise, ridicule or insinuate, in the outlet's
//! own voice.
//!
//! The list is `assets/wording/loaded.txt`: what a word does (its category) and how surely (its strength).
//! Where it stands decides the rest, by six rules: what is quoted is not counted, nor what is part of a
//! name (`is_name`), nor a phrase that is meant literally (`[literal]` of the list), nor a word that
//! tells how grave a fact is (`names_gravity`: "a horrific crash"); a word that fits report and opinion
//! alike counts only where its sentence reads like opinion (`settle`) and where it is not negated
//! (`is_negated`). Mild words are never marked; they raise the score of their sentence.

pub use super::lexis::LoadedCategory;
use super::lexis::{Class, Interest, LoadedEntry, Reading, Shape, Strength, VOCABULARY};
use crate::article::Span;
use crate::stats::logistic;

/// One loaded word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoadedWord {
    /// Where it stands.
    pub span: Span,
    /// What it does.
    pub category: LoadedCategory,
    /// Why it is marked where it stands.
    pub rule: LoadedRule,
}

/// Why a listed word is marked where it stands, outside quotations and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadedRule {
    /// It colours in nearly every use.
    Always,
    /// It fits report and opinion alike, and its sentence reads like opinion.
    InOpinion,
    /// It is a compound of a listed word.
    Compound,
}

impl LoadedRule {
    /// The rule in words, after the word's category.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Always => "listed as loaded in nearly every use",
            Self::InOpinion => "listed as loaded in opinion, and its sentence reads like opinion",
            Self::Compound => "a compound of a word listed as loaded",
        }
    }
}

/// Listed words of one sentence by strength.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) plain: usize,
    pub(crate) weak: usize,
    pub(crate) mild: usize,
}

/// Appends the loaded words in the tokens `from..to`, outside quotations, those of weak strength among
/// them ([`settle`] decides over these); how many there are of each strength.
pub(crate) fn find(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    found: &mut Vec<LoadedWord>,
) -> Counts {
    let mut counts = Counts::default();
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
        let compound = info.loaded.is_none() && token.word == 0 && token.shape.has(Shape::HYPHEN);
        let entry = match info.loaded {
            None if compound => compound_of(reading.word(at)),
            entry => entry,
        };
        if let Some(entry) = entry
            && !token.shape.has(Shape::QUOTED)
            && (entry.category == LoadedCategory::Label || length > 1 || !is_name(reading, at))
        {
            let strength = match entry.strength {
                _ if length == 1 && names_gravity(reading, at, entry) => Strength::Mild,
                Strength::Weak if is_negated(reading, from, at) => Strength::Mild,
                strength => strength,
            };
            let rule = match strength {
                Strength::Weak => LoadedRule::InOpinion,
                _ if compound => LoadedRule::Compound,
                _ => LoadedRule::Always,
            };
            match strength {
                Strength::Plain => counts.plain += 1,
                Strength::Weak => counts.weak += 1,
                Strength::Mild => counts.mild += 1,
            }
            if strength != Strength::Mild {
                found.push(LoadedWord {
                    span: reading.span(at, at + length),
                    category: entry.category,
                    rule,
                });
            }
        }
        at = reading.seek(at + length, to, Interest::LOADED);
    }
    counts
}

/// Takes the words of weak strength back out of one sentence's `found` unless it reads like opinion:
/// `logit` is its subjectivity before the logistic function, so that 0 is as much opinion as report.
pub(crate) fn settle(found: &mut Vec<LoadedWord>, logit: Option<f64>) {
    if logit.is_none_or(|logit| logit < 0.0) {
        found.retain(|word| word.rule != LoadedRule::InOpinion);
    }
}

/// Whether the word at `at` tells how grave the disaster or crime named right after it is.
fn names_gravity(reading: &Reading<'_>, at: usize, entry: LoadedEntry) -> bool {
    let colours = matches!(
        entry.category,
        LoadedCategory::Alarm
            | LoadedCategory::Drama
            | LoadedCategory::Condemnation
            | LoadedCategory::Combat
    );
    colours && reading.is(at + 1, Class::Grave)
}

/// How many words before a word a negation may stand.
const NEGATED_WITHIN: usize = 3;

/// Whether a negation stands in the few words before the one at `at`, in the same clause.
fn is_negated(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    (at.saturating_sub(NEGATED_WITHIN).max(from)..at)
        .rev()
        .take_while(|&before| reading.mark(before).is_none())
        .any(|before| reading.is(before, Class::Negation))
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
fn compound_of(word: &str) -> Option<LoadedEntry> {
    let known = |part: &str| {
        let entry = VOCABULARY.info(VOCABULARY.find_text(part)).loaded;
        entry.filter(|entry| entry.strength != Strength::Mild)
    };
    let ending = word.rfind('-').and_then(|at| word.get(at..));
    ending.and_then(known).or_else(|| {
        word.split(['-', '‐', '‑'])
            .filter(|part| part.len() > 3)
            .find_map(known)
    })
}

/// Weights of [`score`]: authored cues first, the learned model second.
const PER_PLAIN_WORD: f64 = 1.2;
const PER_WEAK_WORD: f64 = 0.8;
const PER_MILD_WORD: f64 = 0.4;
const MOST_WORDS: f64 = 3.0;
const SUBJECTIVITY: f64 = 0.5;
const OFFSET: f64 = -0.5;

/// How loaded a sentence is, 0 to 1: its loaded words by strength (together three at most), and how
/// subjective the rest reads. `logit` is the subjectivity before the logistic function.
pub(crate) fn score(counts: Counts, logit: f64) -> f64 {
    let words = PER_PLAIN_WORD * counts.plain as f64
        + PER_WEAK_WORD * counts.weak as f64
        + PER_MILD_WORD * counts.mild as f64;
    logistic(SUBJECTIVITY.mul_add(logit, words.min(MOST_WORDS)) + OFFSET)
}
