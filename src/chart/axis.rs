//! An axis: what it measures, its fixed range and where its labels stand.

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
    /// A name at each position.
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
