//! Intervals, permutation tests, effect sizes and agreement. Numbers only; knows nothing of text.
//!
//! Everything here is deterministic: where chance is needed it comes from a seeded [`Rng`].

mod adjust;
mod agreement;
mod association;
mod bca;
mod draws;
mod effect;
mod interval;
mod log_odds;
mod logistic;
mod moments;
mod normal;
mod paired;
mod ratio;
mod rng;
mod summary;

pub use adjust::benjamini_hochberg;
pub use agreement::{
    Agreement, COEFFICIENTS, Codes, CodesError, Coefficient, Estimate, Level, RESAMPLES, Unit,
    agreement, coefficients,
};
pub use association::{auc, bootstrapped, f1, pearson, spearman};
pub use effect::{Effect, EffectSize};
pub use interval::{Interval, LEVEL};
pub use log_odds::{LogOdds, log_odds};
pub use logistic::logistic;
pub use moments::Ratio;
pub use paired::test_paired;
pub use ratio::{MIN_CLUSTERS, RatioTest, TestError, ratio_of_sums, test_difference};
pub use rng::Rng;
pub use summary::{RatioSummary, mean, median, quantile, summarise};
