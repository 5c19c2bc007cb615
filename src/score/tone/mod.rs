//! Tone: VADER 3.3.2 for sentences, with the words and rules behind every score.

mod but;
mod bytes;
mod case;
mod correct;
mod correction;
mod engine;
mod evidence;
mod lexicon;
mod measure;
mod names;
mod news_sense;
mod prepared;
mod rules;
mod score;
mod summary;
mod tokens;

pub use correction::Correction;
pub use evidence::{Rule, RuleStep, Unscored, UnscoredWord, WordTone};
pub(crate) use measure::TONE;
pub use names::Names;
pub use score::ALPHA;
pub use summary::{NEUTRAL_BAND, ToneSummary};

use serde::{Deserialize, Serialize};

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
    /// What exclamation and question marks add to the sum of the words' valences: away from zero, and
    /// nothing to a sum of zero.
    pub emphasis: f64,
    /// The sum of the words' valences and the emphasis; the compound is sum / √(sum² + 15).
    pub sum: f64,
}

/// Scores one sentence (or any other text) as VADER scores a sentence.
pub fn score(text: &str, options: ToneOptions, names: &Names) -> SentenceTone {
    engine::score(text, options, names)
}

/// Reads the tables and lists, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lexicon::Lexicon::read()?;
    news_sense::read()?;
    names::read_assets()
}
