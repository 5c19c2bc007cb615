//! Tone: VADER 3.3.2 for sentences, with the words and rules behind every score.

mod summary;

pub use summary::ToneSummary;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Span};

/// How tone is computed. [`ToneOptions::EXACT`] gives the reference's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ToneOptions {
    /// Read typographic quotes and apostrophes as their ASCII forms, which VADER's rules expect.
    pub typographic: bool,
    /// Give the words of proper names no valence.
    pub mask_names: bool,
    /// Give words whose everyday news sense is not the emotional one no valence.
    pub news_sense: bool,
}

impl ToneOptions {
    /// Exactly the reference implementation: no correction at all.
    pub const EXACT: Self = Self {
        typographic: false,
        mask_names: false,
        news_sense: false,
    };
}

impl Default for ToneOptions {
    fn default() -> Self {
        Self {
            typographic: true,
            mask_names: true,
            news_sense: false,
        }
    }
}

/// The tone of one sentence and its evidence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SentenceTone {
    /// Share of negative words, 0 to 1, three decimals.
    pub neg: f64,
    /// Share of neutral words, 0 to 1, three decimals.
    pub neu: f64,
    /// Share of positive words, 0 to 1, three decimals.
    pub pos: f64,
    /// Tone, −1 to +1, four decimals.
    pub compound: f64,
    /// Words counted.
    pub tokens: usize,
    /// The words that contribute, in order.
    pub words: Vec<WordTone>,
    /// Words of the lexicon that were left out, in order, with the reason.
    pub unscored: Vec<UnscoredWord>,
    /// What exclamation and question marks add to the size of the sum.
    pub emphasis: f64,
    /// The sum of the words' valences, emphasis included: what becomes the compound.
    pub sum: f64,
}

/// One word that contributes to a sentence's tone.
#[derive(Debug, Clone, PartialEq)]
pub struct WordTone {
    /// Where it stands in the text as given.
    pub span: Span,
    /// Its value in the lexicon (or of the idiom it belongs to), −4 to +4.
    pub base: f64,
    /// Its value after every rule.
    pub valence: f64,
    /// The rules that changed it, in order; applying them to `base` gives `valence`.
    pub rules: Vec<RuleStep>,
}

/// One rule applied to one word. Displays as "negated by “not”".
#[derive(Debug, Clone, PartialEq)]
pub struct RuleStep {
    /// What the rule did and why, in words.
    pub text: String,
    /// The value before.
    pub before: f64,
    /// The value after.
    pub after: f64,
}

/// A lexicon word that was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct UnscoredWord {
    /// Where it stands in the text as given.
    pub span: Span,
    /// Its value in the lexicon.
    pub base: f64,
    /// Why it does not count, in words: "part of the name United States".
    pub why: String,
}

/// What an article tells about its names, for [`ToneOptions::mask_names`].
#[derive(Debug, Clone, Default)]
pub struct Names;

impl Names {
    /// Learns the names of `article`.
    pub fn of(_article: &Article) -> Self {
        Self
    }
}

/// Scores one sentence (or any other text) as VADER scores a sentence.
pub fn score(_text: &str, _options: ToneOptions, _names: &Names) -> SentenceTone {
    SentenceTone::default()
}
