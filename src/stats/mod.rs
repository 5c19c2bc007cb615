//! Intervals, permutation tests and effect sizes. Numbers only; knows nothing of text.
//!
//! Everything here is deterministic: where chance is needed it comes from a seeded [`Rng`].

mod adjust;
mod effect;
mod log_odds;
mod logistic;
mod moments;
mod ratio;
mod rng;
mod summary;

pub use adjust::benjamini_hochberg;
pub use effect::{Effect, EffectSize};
pub use log_odds::{LogOdds, log_odds};
pub use logistic::logistic;
pub use ratio::{MIN_CLUSTERS, Ratio, RatioTest, TestError, ratio_of_sums, test_difference};
pub use rng::Rng;
pub use summary::{RatioSummary, mean, median, summarise};

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
