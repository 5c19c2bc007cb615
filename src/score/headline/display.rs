//! From log-odds to the 0–100 that is shown.

use crate::stats::logistic;

/// Probability and the score shown for it; straight lines between.
const SCALE: [(f64, f64); 7] = [
    (0.0, 0.0),
    (0.2, 8.0),
    (0.35, 21.0),
    (0.5, 45.0),
    (0.62, 68.0),
    (0.8, 85.0),
    (1.0, 100.0),
];

/// The score shown for log-odds `z`: never falls as `z` grows.
pub(super) fn shown(z: f64) -> f64 {
    let p = logistic(z);
    for pair in SCALE.windows(2) {
        if let [(from, low), (to, high)] = *pair
            && p <= to
        {
            return low + (p - from) / (to - from) * (high - low);
        }
    }
    100.0
}

/// Probability below which the bait part shows as 0: few headlines fall lower.
const NO_BAIT: f64 = 0.15;

/// The bait part shown for its log-odds `z`: the grade judges would give, stretched to begin at 0.
pub(super) fn bait_shown(z: f64) -> f64 {
    100.0 * (logistic(z) - NO_BAIT).max(0.0) / (1.0 - NO_BAIT)
}
