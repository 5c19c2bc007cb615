//! The registry of measures: each is defined once, and tooltip, methods page, CSV header and report
//! are made from that definition.

use super::{Analysis, Unit, tone};

/// One measure: what it is, how it is computed and what it cannot do.
#[derive(Debug)]
pub struct Measure {
    /// Stable identifier, as in file headers: `tone`.
    pub id: &'static str,
    /// The name the user sees.
    pub label: &'static str,
    /// The unit of its values, in words.
    pub unit: &'static str,
    /// The lowest and highest value possible.
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

/// A share of a ratio of sums: the measure is the sum of `top` over the sum of `bottom`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Ratio {
    /// Numerator.
    pub top: f64,
    /// Denominator.
    pub bottom: f64,
}

/// Every measure, in the order it is shown.
pub static MEASURES: &[&Measure] = &[&tone::TONE];

impl Measure {
    /// The whole definition as a Markdown section.
    pub fn to_markdown(&self) -> String {
        let (low, high) = self.range;
        format!(
            "## {}\n\n- Id: `{}`\n- Unit: {}\n- Range: {low} to {high}; {}\n- Formula: {}\n- What moves it: {}\n- Limits: {}\n- Reference: {}",
            self.label,
            self.id,
            self.unit,
            self.direction,
            self.formula,
            self.moves,
            self.limits,
            self.reference
        )
    }
}
