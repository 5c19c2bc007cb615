//! One article, scored: tone of every sentence, sensationalism of the headline, and the evidence
//! behind each. Pure: an [`Article`](crate::article::Article) and [`Settings`] in, an [`Analysis`] out.

mod analyse;
pub mod headline;
pub mod measure;
pub mod tone;

pub use analyse::{analyse, analyse_until};

use serde::{Deserialize, Serialize};

use crate::article::Span;
use headline::HeadlineScore;
use tone::{SentenceTone, ToneOptions, ToneSummary};

/// What the user can choose about scoring. Stored with every result.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How tone is computed.
    pub tone: ToneOptions,
}

/// The scores of one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The settings they were computed with.
    pub settings: Settings,
    /// The headline's sensationalism, or why there is none.
    pub headline: Result<HeadlineScore, NoHeadline>,
    /// One entry a scored block, in order.
    pub units: Vec<Unit>,
    /// Tone over all sentences of the article.
    pub tone: ToneSummary,
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
}

/// The scores of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceScore {
    /// Its span in the block's text.
    pub span: Span,
    /// Its tone with the evidence; spans inside are relative to the sentence.
    pub tone: SentenceTone,
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
    /// It does not look English, the only language the cues know.
    #[error("the headline does not look English, so it is not scored")]
    NotEnglish,
}
