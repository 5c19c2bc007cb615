//! `parallax lines tone`: the four scores of a text, and what is behind them.

use serde::Serialize;

use crate::score::Settings;
use crate::score::tone::{self, Names, SentenceTone};
use crate::text::CodePoints;

/// The answer to one line. Offsets are in Unicode code points of the text.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    neg: f64,
    neu: f64,
    pos: f64,
    compound: f64,
    #[serde(flatten)]
    evidence: Option<Evidence>,
}

/// What is behind the scores.
#[derive(Debug, Serialize)]
struct Evidence {
    /// Words that contribute; their valences and `emphasis` add up to `sum`.
    words: Vec<Word>,
    /// Words of the lexicon that do not.
    unscored: Vec<Unscored>,
    emphasis: f64,
    /// The compound is sum / √(sum² + 15).
    sum: f64,
}

impl Answer {
    /// The compound.
    pub(super) const fn compound(&self) -> f64 {
        self.compound
    }
}

#[derive(Debug, Serialize)]
struct Word {
    start: usize,
    end: usize,
    base: f64,
    valence: f64,
    rules: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Unscored {
    start: usize,
    end: usize,
    base: f64,
    why: String,
}

/// Scores `text`, by itself: what an article tells of its names is not known here, what the user says of words is.
/// Without evidence if it is to be `brief`.
pub(super) fn answer(text: &str, settings: &Settings, brief: bool) -> Answer {
    let names = Names::default().heeding(&settings.excluded, &settings.tone_values);
    let tone = tone::score(text, settings.tone, &names);
    Answer {
        neg: tone.neg,
        neu: tone.neu,
        pos: tone.pos,
        compound: tone.compound,
        evidence: (!brief).then(|| Evidence {
            words: words(text, &tone),
            unscored: unscored(text, &tone),
            emphasis: tone.emphasis,
            sum: tone.sum,
        }),
    }
}

fn words(text: &str, tone: &SentenceTone) -> Vec<Word> {
    let points = CodePoints::of(text);
    let word = |word: &tone::WordTone| {
        let [start, end] = word.span.code_points(&points);
        Word {
            start,
            end,
            base: word.base,
            valence: word.valence,
            rules: word.rules.iter().map(|step| step.describe(text)).collect(),
        }
    };
    tone.words.iter().map(word).collect()
}

fn unscored(text: &str, tone: &SentenceTone) -> Vec<Unscored> {
    let points = CodePoints::of(text);
    let word = |word: &tone::UnscoredWord| {
        let [start, end] = word.span.code_points(&points);
        Unscored {
            start,
            end,
            base: word.base,
            why: word.describe(text),
        }
    };
    tone.unscored.iter().map(word).collect()
}
