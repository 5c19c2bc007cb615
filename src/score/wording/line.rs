//! `parallax lines wording`: the wording of one text as a plain object.

use serde::Serialize;

use super::block::unit;
use super::unit::UnitWording;
use crate::article::{Span, quotations};
use crate::score::attribution::AttributionStyle;
use crate::score::hedges::Force;
use crate::score::lexis::Reading;
use crate::score::voice::QuoteKind;

/// The wording of one text. Offsets are Unicode code points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineWording {
    /// Loaded words and phrases.
    pub loaded: Vec<[usize; 2]>,
    /// How loaded the text is, 0 to 1.
    pub loaded_score: f64,
    /// How subjective it reads outside its quotations, 0 to 1.
    pub subjectivity: f64,
    /// Hedges.
    pub hedges: Vec<[usize; 2]>,
    /// Intensifiers.
    pub intensifiers: Vec<[usize; 2]>,
    /// Verbs of attribution.
    pub attribution: Vec<LineAttribution>,
    /// Quotations.
    pub quotes: Vec<LineQuote>,
}

/// One verb of attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LineAttribution {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Its style.
    pub style: AttributionStyle,
}

/// One quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineQuote {
    /// First code point, the quotation mark.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words that name the speaker, as they stand in the text.
    pub speaker: Option<String>,
    /// Where those words stand.
    pub speaker_span: Option<[usize; 2]>,
    /// Speech, scare quotes or a title.
    pub kind: QuoteKind,
}

/// The wording of one text, scored as one sentence.
pub fn line(text: &str) -> LineWording {
    let quotations = quotations(text);
    let reading = Reading::new(text, &quotations);
    let whole = [Span::new(0, text.len())];
    let wording = unit(0, &reading, &quotations, &whole);
    let points = CodePoints::new(text);
    let sentence = wording.sentences.first();
    let force = |wanted: Force| {
        let words = sentence.into_iter().flat_map(|sentence| &sentence.force);
        words
            .filter(|word| word.force == wanted)
            .map(|word| points.of(word.span))
            .collect()
    };
    LineWording {
        loaded: sentence
            .into_iter()
            .flat_map(|s| &s.loaded)
            .map(|word| points.of(word.span))
            .collect(),
        loaded_score: sentence.map_or(0.0, |s| s.loaded_score),
        subjectivity: sentence.and_then(|s| s.subjectivity).unwrap_or_default(),
        hedges: force(Force::Hedge),
        intensifiers: force(Force::Intensifier),
        attribution: sentence
            .into_iter()
            .flat_map(|s| &s.attribution)
            .map(|verb| {
                let [start, end] = points.of(verb.span);
                LineAttribution {
                    start,
                    end,
                    style: verb.style,
                }
            })
            .collect(),
        quotes: quotes(text, &wording, &points),
    }
}

fn quotes(text: &str, wording: &UnitWording, points: &CodePoints<'_>) -> Vec<LineQuote> {
    wording
        .quotes
        .iter()
        .map(|quote| {
            let [start, end] = points.of(quote.span);
            LineQuote {
                start,
                end,
                speaker: quote.speaker.map(|span| span.of(text).to_owned()),
                speaker_span: quote.speaker.map(|span| points.of(span)),
                kind: quote.kind,
            }
        })
        .collect()
}

/// Byte offsets to code points without counting from the start each time.
struct CodePoints<'t> {
    text: &'t str,
    /// Code points before every 256th byte.
    before: Vec<usize>,
}

const STRIDE: usize = 256;

impl<'t> CodePoints<'t> {
    fn new(text: &'t str) -> Self {
        let mut count = 0;
        let before = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let here = count;
                count += starts(chunk);
                here
            })
            .collect();
        Self { text, before }
    }

    fn at(&self, offset: usize) -> usize {
        let chunk = offset / STRIDE;
        let known = self.before.get(chunk).copied();
        let from = if known.is_some() { chunk * STRIDE } else { 0 };
        let rest = self.text.as_bytes().get(from..offset).unwrap_or_default();
        known.unwrap_or_default() + starts(rest)
    }

    fn of(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}
