//! The registry of measures: each is defined once, and tooltip, methods page, CSV header and report
//! are made from that definition.

use super::wording::measures;
use super::{Analysis, Unit, headline, tone};
pub use crate::stats::Ratio;

/// One measure: what it is, how it is computed and what it cannot do.
#[derive(Debug)]
pub struct Measure {
    /// Stable identifier, as in file headers: `tone`.
    pub id: &'static str,
    /// The name the user sees.
    pub label: &'static str,
    /// The unit of its values, in words.
    pub unit: &'static str,
    /// The lowest and highest value possible; infinite where there is no limit.
    pub range: (f64, f64),
    /// What a higher value means, in words.
    pub direction: &'static str,
    /// How it is computed, so that it can be recomputed by hand.
    pub formula: &'static str,
    /// What moves it.
    pub moves: &'static str,
    /// What it cannot do, with measured accuracy where there is one.
    pub limits: &'static str,
    /// The publications behind it.
    pub reference: &'static str,
    /// Its value for an article.
    pub value: fn(&Analysis) -> Option<f64>,
    /// What one scored block adds to it, for measures that are a ratio of sums over blocks.
    pub part: Option<fn(&Unit) -> Ratio>,
}

/// Every measure, in the order it is shown.
pub static MEASURES: &[&Measure] = &[
    &tone::TONE,
    &measures::OWN_TONE,
    &measures::LOADED,
    &measures::SUBJECTIVITY,
    &measures::DOUBTING,
    &measures::FACTIVE,
    &measures::MANNER,
    &measures::QUOTED,
    &measures::WORDS_PER_SPEAKER,
    &measures::HEDGES,
    &measures::INTENSIFIERS,
    &headline::SENSATIONALISM,
    &headline::HEADLINE_HEAT_GAP,
    &headline::HEADLINE_UNSUPPORTED,
];

/// Measures of a name in an article (`score/people`): they have no value for the article as a whole.
pub static PER_NAME: &[&Measure] = &[&measures::MENTIONS, &measures::TONE_TOWARDS];

/// Every definition there is, for the page of methods.
pub fn all() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().chain(PER_NAME).copied()
}

impl Measure {
    /// The definition as pairs of a name and a text, in the order they are shown.
    pub fn facts(&self) -> [(&'static str, String); 7] {
        let (low, high) = self.range;
        let range = if high.is_finite() {
            format!("{low} to {high}")
        } else {
            format!("from {low} up")
        };
        [
            ("Id", self.id.to_owned()),
            ("Unit", self.unit.to_owned()),
            ("Range", format!("{range}; {}", self.direction)),
            ("Formula", self.formula.to_owned()),
            ("What moves it", self.moves.to_owned()),
            ("Limits", self.limits.to_owned()),
            ("Reference", self.reference.to_owned()),
        ]
    }

    /// Decimals to show its values with: two for scales up to ten wide, one beyond.
    pub fn digits(&self) -> usize {
        let (low, high) = self.range;
        if high - low > 10.0 { 1 } else { 2 }
    }

    /// The whole definition as a Markdown section.
    pub fn to_markdown(&self) -> String {
        let mut out = format!("## {}\n", self.label);
        for (name, text) in self.facts() {
            out.push_str("\n- ");
            out.push_str(name);
            out.push_str(": ");
            out.push_str(&text);
        }
        out
    }
}
