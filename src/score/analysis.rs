//! What scoring an article gives: its units, sentence by sentence, its headline and its names.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Excluded;
use super::figures::Figures;
use super::headline::{AgainstBody, HeadlineScore, NoHeadline};
use super::lists::ToneValues;
use super::people::People;
use super::second::{Said, SaidSentence};
use super::tone::{SentenceTone, ToneOptions, ToneSummary};
use super::voice::VoiceTone;
use super::wording::{Speaker, UnitWording};
use crate::article::Span;

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
    /// What words count for tone because a list of the user's says so.
    #[serde(skip_serializing_if = "ToneValues::is_empty")]
    pub tone_values: ToneValues,
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
    /// What is kept where the evidence was let go: there are no units, people and speakers then. `None` where
    /// everything is there.
    pub figures: Option<Figures>,
    /// One entry a scored block, in order.
    pub units: Vec<Unit>,
    /// Tone over all sentences of the article.
    pub tone: ToneSummary,
    /// The people, places and organisations it names.
    pub people: People,
    /// Who is quoted in it, at greatest length first.
    pub speakers: Vec<Speaker>,
    /// What the second reader said; `None` where it was not asked.
    pub second: Option<Arc<Said>>,
    /// Why nothing of it counts, in words: what the user filters articles by; `None` where it counts.
    pub left_out: Option<Arc<str>>,
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
    /// What the second reader said of it; `None` where it was not asked or could not read it.
    pub second: Option<SaidSentence>,
}

impl Unit {
    /// Its words, as everything that counts words counts them.
    pub fn words(&self) -> usize {
        self.wording.words()
    }

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
    /// The scores of an article that is left out: none, and why.
    pub fn left_out(settings: &Settings, why: &str) -> Self {
        Self {
            settings: settings.clone(),
            headline: Err(NoHeadline::LeftOut),
            against_body: None,
            figures: None,
            units: Vec::new(),
            tone: ToneSummary::default(),
            people: People::default(),
            speakers: Vec::new(),
            second: None,
            left_out: Some(why.into()),
            quote_marks_lost: false,
        }
    }

    /// Whether it counts: the user's filter does not leave it out.
    pub const fn counts(&self) -> bool {
        self.left_out.is_none()
    }

    /// Whether its evidence was let go.
    pub const fn is_condensed(&self) -> bool {
        self.figures.is_some()
    }

    /// The words of its scored blocks.
    pub fn words(&self) -> usize {
        let counted = || self.units.iter().map(Unit::words).sum();
        self.figures.as_ref().map_or_else(counted, Figures::words)
    }

    /// How many blocks are scored.
    pub fn paragraphs(&self) -> usize {
        let figures = self.figures.as_ref();
        figures.map_or(self.units.len(), Figures::paragraphs)
    }

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
