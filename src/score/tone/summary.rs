//! Tone of a paragraph or an article: the mean over its sentences, so that it never grows with length.

use serde::Serialize;

use super::evidence::SentenceTone;

/// The compound from which a sentence counts as positive, and below whose negative as negative.
pub const NEUTRAL_BAND: f64 = 0.05;

/// Tone over a number of sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct ToneSummary {
    /// Mean compound of the sentences, −1 to +1; `None` without a sentence.
    pub mean: Option<f64>,
    /// Sentences counted.
    pub sentences: usize,
    /// Sentences with at least one word that contributes.
    pub sentences_with_words: usize,
    /// Sentences at or below −0.05.
    pub negative: usize,
    /// Sentences between.
    pub neutral: usize,
    /// Sentences at or above +0.05.
    pub positive: usize,
    /// Words in all, as VADER cuts them: what [`coverage`](Self::coverage) is a share of.
    pub words: usize,
    /// Words that contribute.
    pub words_scored: usize,
}

impl ToneSummary {
    /// The summary of `sentences`.
    pub fn of<'a>(sentences: impl IntoIterator<Item = &'a SentenceTone>) -> Self {
        let mut out = Self::default();
        let mut sum = 0.0;
        for tone in sentences {
            out.sentences += 1;
            out.sentences_with_words += usize::from(!tone.words.is_empty());
            out.words += tone.tokens;
            out.words_scored += tone.words.len();
            sum += tone.compound;
            if tone.compound >= NEUTRAL_BAND {
                out.positive += 1;
            } else if tone.compound <= -NEUTRAL_BAND {
                out.negative += 1;
            } else {
                out.neutral += 1;
            }
        }
        out.mean = (out.sentences > 0).then(|| sum / out.sentences as f64);
        out
    }

    /// The summary of everything that `parts` summarise.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut out = Self::default();
        let mut sum = 0.0;
        for part in parts {
            sum += part.mean.unwrap_or_default() * part.sentences as f64;
            out.sentences += part.sentences;
            out.sentences_with_words += part.sentences_with_words;
            out.negative += part.negative;
            out.neutral += part.neutral;
            out.positive += part.positive;
            out.words += part.words;
            out.words_scored += part.words_scored;
        }
        out.mean = (out.sentences > 0).then(|| sum / out.sentences as f64);
        out
    }

    /// Share of words found in the lexicon, 0 to 1; `None` without a word.
    pub fn coverage(&self) -> Option<f64> {
        (self.words > 0).then(|| self.words_scored as f64 / self.words as f64)
    }
}
