//! `parallax lines tone`: the four scores of a text, and what is behind them.

use serde::Serialize;

use crate::article::Span;
use crate::score::tone::{self, Names, SentenceTone, ToneOptions};

/// The answer to one line. Offsets are in Unicode code points of the text.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    neg: f64,
    neu: f64,
    pos: f64,
    compound: f64,
    /// Words that contribute; their valences and `emphasis` add up to `sum`.
    words: Vec<Word>,
    /// Words of the lexicon that do not.
    unscored: Vec<Unscored>,
    emphasis: f64,
    /// The compound is sum / √(sum² + 15).
    sum: f64,
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

/// Scores `text`, by itself: what an article tells of its names is not known here.
pub(super) fn answer(text: &str, options: ToneOptions) -> Answer {
    let tone = tone::score(text, options, &Names::default());
    Answer {
        neg: tone.neg,
        neu: tone.neu,
        pos: tone.pos,
        compound: tone.compound,
        words: words(text, &tone),
        unscored: unscored(text, &tone),
        emphasis: tone.emphasis,
        sum: tone.sum,
    }
}

fn words(text: &str, tone: &SentenceTone) -> Vec<Word> {
    let mut offsets = CodePoints::new(text);
    let word = |word: &tone::WordTone| {
        let [start, end] = offsets.of(word.span);
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
    let mut offsets = CodePoints::new(text);
    let word = |word: &tone::UnscoredWord| {
        let [start, end] = offsets.of(word.span);
        Unscored {
            start,
            end,
            base: word.base,
            why: word.describe(text),
        }
    };
    tone.unscored.iter().map(word).collect()
}

/// Turns spans, each beginning no earlier than the one before, into code points, in one pass.
struct CodePoints<'a> {
    text: &'a str,
    /// Bytes and code points passed.
    passed: [usize; 2],
}

impl<'a> CodePoints<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            text,
            passed: [0, 0],
        }
    }

    fn of(&mut self, span: Span) -> [usize; 2] {
        let [byte, passed] = self.passed;
        let start = passed + Span::new(byte, span.start).of(self.text).chars().count();
        self.passed = [span.start, start];
        [start, start + span.of(self.text).chars().count()]
    }
}
