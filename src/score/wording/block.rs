//! One block, sentence by sentence, in one reading.

use super::unit::{SentenceWording, UnitWording};
use crate::article::{Block, Span};
use crate::score::attribution::{self, Attribution};
use crate::score::hedges::{self, ForceWord};
use crate::score::lexis::{Reading, Shape, TokenKind};
use crate::score::loaded::{self, LoadedWord};
use crate::score::people::Gathered;
use crate::score::subjectivity;
use crate::score::voice;
use crate::stats::logistic;

/// The wording of one block; its names go to `names`.
pub(crate) fn of_block(at: usize, block: &Block, names: &mut Gathered) -> UnitWording {
    let reading = Reading::new(&block.text, &block.quotations);
    let mut unit = unit(at, &reading, &block.quotations, &block.sentences);
    names.read(at, &reading);
    unit.seems_unmarked = unit.quotes.is_empty() && voice::marks_seem_lost(&reading);
    unit
}

/// Analyses one text with the spans of its quotations and sentences.
pub(super) fn unit(
    block: usize,
    reading: &Reading<'_>,
    quotations: &[Span],
    sentences: &[Span],
) -> UnitWording {
    let quotes = voice::quotes(reading, quotations);
    let mut unit = UnitWording::new(block, quotes, sentences.len());
    let mut to = 0;
    for &span in sentences {
        // Sentences mostly follow one another.
        let follows = to > 0 && reading.token(to).start >= span.start;
        let from = if follows {
            to
        } else {
            reading.at_offset(span.start)
        };
        to = reading.at_offset(span.end);
        unit.push(sentence(reading, span, from, to));
    }
    unit
}

/// Analyses the sentence at the tokens `from..to`.
fn sentence(reading: &Reading<'_>, span: Span, from: usize, to: usize) -> SentenceWording {
    let mut loaded: Vec<LoadedWord> = Vec::new();
    let counts = loaded::find(reading, from, to, &mut loaded);
    let logit = subjectivity::logit(reading, from, to, counts);
    loaded::settle(&mut loaded, logit);
    let loaded_score = loaded::score(counts, logit.unwrap_or(UNHEARD));
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
        subjectivity: logit.map(logistic),
        loaded_score,
        own_words,
        quoted_words,
    }
}

/// What is taken for the subjectivity of a sentence that says nothing in the outlet's own voice.
const UNHEARD: f64 = -3.0;

fn words(reading: &Reading<'_>, from: usize, to: usize) -> (usize, usize) {
    let tokens = reading.tokens.get(from..to).unwrap_or_default();
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark);
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
