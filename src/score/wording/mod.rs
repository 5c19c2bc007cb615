//! All wording measures of a text in one reading: loaded language, subjectivity, attribution, hedges
//! and intensifiers, quotations and their speakers.

mod line;
mod unit;

pub use line::{LineWording, line};
pub use unit::{SentenceWording, UnitWording};

use super::attribution::{self, Attribution};
use super::hedges::{self, ForceWord};
use super::lexis::{Kind, Reading, Shape};
use super::loaded::{self, LoadedWord};
use super::people::People;
use super::subjectivity;
use super::voice;
use crate::article::{Article, Block, Span};

/// The wording of one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// One entry a scored block, in order.
    pub units: Vec<UnitWording>,
    /// The people, places and bodies it names.
    pub people: People,
    /// Verbs introduce speech, but there is not one quotation mark: they seem to have been lost.
    pub marks_seem_lost: bool,
}

/// Analyses the wording of an article's scored blocks.
pub fn analyse(article: &Article) -> Wording {
    let mut lost = false;
    let mut any_marks = false;
    let units = article
        .scored_blocks()
        .map(|(at, block)| {
            let (unit, reading_lost) = read_block(at, block);
            lost |= reading_lost;
            any_marks |= !unit.quotes.is_empty();
            unit
        })
        .collect();
    Wording {
        units,
        people: People::of(article),
        marks_seem_lost: lost && !any_marks,
    }
}

fn read_block(at: usize, block: &Block) -> (UnitWording, bool) {
    let reading = Reading::new(&block.text, &block.quotations);
    let unit = unit(at, &reading, &block.quotations, &block.sentences);
    (unit, voice::marks_seem_lost(&reading))
}

/// Analyses one text with the spans of its quotations and sentences.
fn unit(
    block: usize,
    reading: &Reading<'_>,
    quotations: &[Span],
    sentences: &[Span],
) -> UnitWording {
    let quotes = voice::quotes(reading, quotations);
    let mut unit = UnitWording::new(block, quotes);
    for &span in sentences {
        let from = reading.at_offset(span.start);
        let to = reading.at_offset(span.end);
        unit.push(sentence(reading, span, from, to));
    }
    unit
}

/// Analyses the sentence at the tokens `from..to`.
fn sentence(reading: &Reading<'_>, span: Span, from: usize, to: usize) -> SentenceWording {
    let mut loaded: Vec<LoadedWord> = Vec::new();
    let mild = loaded::find(reading, from, to, &mut loaded);
    let plain = loaded.len();
    let logit = subjectivity::logit(reading, from, to, plain, mild);
    let loaded_score = loaded::score(plain, mild, logit.unwrap_or(UNHEARD));
    let mut force: Vec<ForceWord> = Vec::new();
    hedges::find(reading, from, to, &mut force);
    let mut attribution: Vec<Attribution> = Vec::new();
    attribution::find(reading, from, to, &mut attribution);
    let (own_words, quoted_words) = words(reading, from, to);
    SentenceWording {
        span,
        loaded,
        force,
        attribution,
        subjectivity: logit.map(subjectivity::logistic),
        loaded_score,
        own_words,
        quoted_words,
    }
}

/// What is taken for the subjectivity of a sentence that says nothing in the outlet's own voice.
const UNHEARD: f64 = -3.0;

fn words(reading: &Reading<'_>, from: usize, to: usize) -> (usize, usize) {
    let tokens = reading.tokens.get(from..to).unwrap_or_default();
    let words = tokens.iter().filter(|token| token.kind != Kind::Mark);
    let (mut own, mut quoted) = (0, 0);
    for word in words {
        if word.shape.has(Shape::QUOTED) {
            quoted += 1;
        } else {
            own += 1;
        }
    }
    (own, quoted)
}
