//! One article, scored: tone of every sentence, sensationalism of the headline, and the evidence
//! behind each. Pure: an article and [`Settings`] in, an [`Analysis`] out.

mod analyse;
pub mod attribution;
mod excluded;
pub mod headline;
pub mod hedges;
mod lexis;
pub mod loaded;
pub mod measure;
pub mod people;
pub mod provenance;
pub mod registry;
pub mod subjectivity;
pub mod target;
pub mod tone;
pub mod voice;
pub mod wording;

pub use analyse::analyse;
pub use excluded::Excluded;

use serde::{Deserialize, Serialize};

use crate::article::Span;
use headline::{AgainstBody, HeadlineScore};
use people::People;
use tone::{SentenceTone, ToneOptions, ToneSummary};
use voice::VoiceTone;
use wording::{Speaker, UnitWording};

/// What the user can choose about scoring. Stored with every result.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How tone is computed.
    pub tone: ToneOptions,
    /// Score texts that do not look English, for which the scores are not made.
    pub any_language: bool,
    /// Words that are not tone here.
    #[serde(skip_serializing_if = "Excluded::is_empty")]
    pub excluded: Excluded,
}

/// The scores of one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The settings they were computed with.
    pub settings: Settings,
    /// The headline's sensationalism, or why there is none.
    pub headline: Result<HeadlineScore, NoHeadline>,
    /// The headline held against the scored blocks; `None` where it is not scored.
    pub against_body: Option<AgainstBody>,
    /// One entry a scored block, in order.
    pub units: Vec<Unit>,
    /// Tone over all sentences of the article.
    pub tone: ToneSummary,
    /// The people, places and bodies it names.
    pub people: People,
    /// Who is quoted in it, at greatest length first.
    pub speakers: Vec<Speaker>,
    /// Verbs introduce speech, but there is not one quotation mark: they seem to have been lost.
    pub quote_marks_lost: bool,
}

/// The scores of one scored block.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its position in [`Article::blocks`](crate::article::Article::blocks).
    pub block: usize,
    /// Tone over its sentences.
    pub tone: ToneSummary,
    /// One entry a sentence, in order.
    pub sentences: Vec<SentenceScore>,
    /// Tone of the outlet's own voice and of what it quotes.
    pub voice: VoiceTone,
    /// Its wording; spans are into the block's text.
    pub wording: UnitWording,
}

/// The scores of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceScore {
    /// Its span in the block's text.
    pub span: Span,
    /// Its tone with the evidence; spans inside are relative to the sentence.
    pub tone: SentenceTone,
    /// Tone of the outlet's own voice in it and of what it quotes.
    pub voice: VoiceTone,
}

/// Why a headline has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoHeadline {
    /// The article has none.
    #[error("no headline was found")]
    Missing,
    /// It was made from a file name.
    #[error("the headline was taken from the file name, so it is not scored")]
    FileName,
    /// It holds no words to score.
    #[error("the headline holds no words that could be scored")]
    NoWords,
    /// It is too long to be a headline.
    #[error("the headline is too long to be one, so it is not scored")]
    TooLong,
    /// It does not look English, the only language the cues know.
    #[error("the headline does not look English, so it is not scored")]
    NotEnglish,
}

impl Unit {
    /// The unit with only some of its sentences, given by their places.
    #[must_use]
    pub fn only(&self, sentences: &[usize]) -> Self {
        let kept = sentences.iter().filter_map(|&at| self.sentences.get(at));
        let sentences: Vec<SentenceScore> = kept.cloned().collect();
        let mut wording = self.wording.clone();
        let kept = |span: Span| sentences.iter().any(|sentence| sentence.span == span);
        wording.sentences.retain(|sentence| kept(sentence.span));
        let holds = |at: usize| sentences.iter().any(|one| one.span.contains(at));
        wording.quotes.retain(|quote| holds(quote.span.start));
        Self {
            block: self.block,
            tone: ToneSummary::of(sentences.iter().map(|sentence| &sentence.tone)),
            voice: VoiceTone::sum(sentences.iter().map(|sentence| &sentence.voice)),
            wording,
            sentences,
        }
    }
}

impl Analysis {
    /// The scores of the block at `block` of the article; `None` if it is not scored.
    pub fn unit_of_block(&self, block: usize) -> Option<&Unit> {
        self.units.get(self.place_of_block(block)?)
    }

    /// The place of the block at `block` among the scored ones, from 0.
    pub fn place_of_block(&self, block: usize) -> Option<usize> {
        self.units
            .binary_search_by_key(&block, |unit| unit.block)
            .ok()
    }
}

/// Reads every asset of this room, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lexis::Vocabulary::read()?;
    subjectivity::Model::read()?;
    target::read_assets()?;
    headline::read_assets()?;
    tone::read_assets()
}
