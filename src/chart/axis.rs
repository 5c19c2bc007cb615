//! An axis: what it measures, its fixed range and where its labels stand.

use crate::score::measure::Measure;
use crate::score::tone::TONE;

/// One axis of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What it measures, with the unit; empty where the labels say it.
    pub label: String,
    /// The range of the values, the same for both sources whatever the data.
    pub range: (f64, f64),
    /// Room kept free below and above the range, in data units, for labels inside the plot.
    pub room: (f64, f64),
    /// Where labels stand.
    pub ticks: Ticks,
    /// Whether a faint line crosses the plot at every label.
    pub grid: bool,
}

/// The labels of an axis.
#[derive(Debug, Clone, PartialEq)]
pub enum Ticks {
    /// Values in steps; with a sign where `signed`.
    Values {
        /// The distance between two labels.
        step: f64,
        /// Whether positive values carry a plus sign.
        signed: bool,
    },
    /// Running numbers at given positions, thinned to what fits.
    Numbers(Vec<(f64, usize)>),
    /// A name at each position, of which those are left out that would touch the one before.
    Names(Vec<(f64, String)>),
    /// No labels.
    None,
}

impl Axis {
    /// The range with the room around it: what is drawn.
    pub fn extent(&self) -> (f64, f64) {
        (self.range.0 - self.room.0, self.range.1 + self.room.1)
    }

    /// The axis every tone is shown on: −1 to +1, whatever the data.
    pub(super) fn tone() -> Self {
        Self {
            label: "Tone (−1 negative, +1 positive)".to_owned(),
            range: (-1.0, 1.0),
            room: (0.04, 0.04),
            ticks: Ticks::Values {
                step: 0.5,
                signed: true,
            },
            grid: true,
        }
    }

    /// An axis along a text of so many words.
    pub(super) fn words(end: f64) -> Self {
        Self {
            label: "Words from the start of the text".to_owned(),
            ticks: Ticks::Values {
                step: round_step(end),
                signed: false,
            },
            room: (0.0, end * 0.01),
            ..Self::bare((0.0, end))
        }
    }

    /// An axis without labels.
    pub(super) fn bare(range: (f64, f64)) -> Self {
        Self {
            label: String::new(),
            range,
            room: (0.0, 0.0),
            ticks: Ticks::None,
            grid: false,
        }
    }
}

/// The axis of a measure: that of tone as everywhere, others from zero, or around it, to what is met.
pub(super) fn measured(measure: &Measure, values: impl Iterator<Item = f64>) -> Axis {
    if measure.id == TONE.id {
        return Axis {
            label: TONE.label.to_owned(),
            ..Axis::tone()
        };
    }
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    // Shares and rates below one keep their own scale.
    let size = if high - low > 0.0 { high - low } else { 1.0 };
    let step = if size >= 4.0 {
        round_step(size)
    } else {
        round_step(size * 100.0) / 100.0
    };
    let low = (low / step).floor() * step;
    let high = ((high / step).ceil() * step).max(low + step);
    Axis {
        label: format!("{} ({})", measure.label, measure.unit),
        range: (low, high),
        room: (0.02 * (high - low), 0.04 * (high - low)),
        ticks: Ticks::Values {
            step,
            signed: measure.range.0 < 0.0,
        },
        grid: true,
    }
}

/// A step of 1, 2 or 5 times a power of ten that cuts `length` into four to ten parts.
pub(super) fn round_step(length: f64) -> f64 {
    let unit = 10_f64.powf((length / 4.0).max(1.0).log10().floor());
    let fits = |step: &f64| length / step >= 4.0;
    [5.0 * unit, 2.0 * unit]
        .into_iter()
        .find(fits)
        .unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::round_step;

    #[test]
    fn steps_are_round_and_few() {
        for length in [1.0, 7.0, 43.0, 400.0, 1_234.0, 98_765.0] {
            let parts = length / round_step(length);
            assert!(parts <= 10.0, "{length}: {parts}");
        }
        assert!((round_step(400.0) - 100.0).abs() < 1e-9);
        assert!((round_step(1_234.0) - 200.0).abs() < 1e-9);
    }
}
