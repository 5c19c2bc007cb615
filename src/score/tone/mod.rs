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

pub use correction::{Correction, ToneOptions};
pub use evidence::{Rule, RuleStep, SentenceTone, Unscored, UnscoredWord, WordTone};
pub(crate) use measure::TONE;
pub use names::Names;
pub use score::ALPHA;
pub use summary::{NEUTRAL_BAND, ToneSummary};

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
