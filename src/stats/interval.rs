//! An interval, and the level of all of them.

use serde::{Deserialize, Serialize};

/// The level of every interval: 95 %.
pub const LEVEL: f64 = 0.95;

/// An interval, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// The interval from `centre − half` to `centre + half`.
    pub fn around(centre: f64, half: f64) -> Self {
        Self {
            low: centre - half,
            high: centre + half,
        }
    }

    /// Whether `value` lies outside.
    pub fn excludes(self, value: f64) -> bool {
        value < self.low || value > self.high
    }
}
