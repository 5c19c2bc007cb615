//! The measures that the second reader reads too: where its values come from, and how they are called in
//! files.

use super::agreement::{Agreement, bait_agreement, mean_tone_agreement, score_agreement};
use crate::score::headline::SENSATIONALISM;
use crate::score::measure::{Measure, Value};
use crate::score::tone::TONE;
use crate::score::wording::measures::{OWN_TONE, SUBJECTIVITY};
use crate::score::{SentenceScore, Unit};
use crate::stats::Ratio;

/// A measure that the second reader reads too.
#[derive(Debug)]
pub struct SecondMeasure {
    /// The measure.
    pub measure: &'static Measure,
    /// What the second reader reads of it, in words.
    pub what: &'static str,
    /// How its values come about.
    pub value: Value,
    /// The column of its value in files.
    pub column: &'static str,
    /// The column of whether the readers agree.
    pub agree: &'static str,
    /// What both say of an article or a paragraph: of the measure's value, then the second reader's.
    pub agreement: fn(f64, f64) -> Agreement,
}

/// Every measure that the second reader reads too.
pub static SECOND_MEASURES: &[SecondMeasure] = &[
    SecondMeasure {
        measure: &TONE,
        what: "the tone of every sentence",
        value: Value::OverBlocks(|unit| over(unit, |sentence| Some(sentence.second?.tone))),
        column: "tone_second",
        agree: "tone_agree",
        agreement: mean_tone_agreement,
    },
    SecondMeasure {
        measure: &OWN_TONE,
        what: "the tone of what stands outside quotations",
        value: Value::OverBlocks(|unit| over(unit, |sentence| sentence.second?.own)),
        column: "tone_own_voice_second",
        agree: "tone_own_voice_agree",
        agreement: mean_tone_agreement,
    },
    SecondMeasure {
        measure: &SUBJECTIVITY,
        what: "how much every sentence reads like opinion",
        value: Value::OverBlocks(|unit| over(unit, |sentence| Some(sentence.second?.subjectivity))),
        column: "subjectivity_second",
        agree: "subjectivity_agree",
        agreement: score_agreement,
    },
    SecondMeasure {
        measure: &SENSATIONALISM,
        what: "the bait of the headline, not its heat",
        value: Value::OfArticle(|analysis| analysis.second.as_ref()?.bait),
        column: "headline_bait_second",
        agree: "headline_bait_agree",
        agreement: bait_agreement,
    },
];

/// How the second reader reads `measure`; `None` where it does not.
pub fn second_measure(measure: &Measure) -> Option<&'static SecondMeasure> {
    let mut all = SECOND_MEASURES.iter();
    all.find(|second| second.measure.id == measure.id)
}

/// The sum over the sentences that have a value, and their number.
fn over(unit: &Unit, value: fn(&SentenceScore) -> Option<f64>) -> Ratio {
    let values = unit.sentences.iter().filter_map(value);
    values.map(|top| Ratio { top, bottom: 1.0 }).sum()
}
