//! Tone: VADER 3.3.2 for sentences, with the words and rules behind every score.

mod but;
mod bytes;
mod case;
mod correct;
mod correction;
mod engine;
mod evidence;
mod harm;
mod harm_words;
mod joined;
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
pub(super) use tokens::Tokens;

/// Scores one sentence (or any other text) as VADER scores a sentence.
pub fn score(text: &str, options: ToneOptions, names: &Names) -> SentenceTone {
    engine::score(text, None, options, names)
}

/// The same for a sentence of the article that `names` were learned from, with the words read then.
pub(super) fn score_read(
    text: &str,
    read: Option<Tokens>,
    options: ToneOptions,
    names: &Names,
) -> SentenceTone {
    engine::score(text, read, options, names)
}

/// Reads the tables and lists, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lexicon::Lexicon::read()?;
    news_sense::read()?;
    harm_words::read()?;
    names::read_assets()
}
