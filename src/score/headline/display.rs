//! From log-odds to the 0–100 that is shown.

/// Probability and the score shown for it; straight lines between.
const SCALE: [(f64, f64); 6] = [
    (0.0, 0.0),
    (0.27, 12.0),
    (0.45, 40.0),
    (0.65, 68.0),
    (0.8, 84.0),
    (1.0, 100.0),
];

/// The score shown for log-odds `z`: never falls as `z` grows.
pub(super) fn shown(z: f64) -> f64 {
    let p = 1.0 / (1.0 + (-z).exp());
    for pair in SCALE.windows(2) {
        if let [(from, low), (to, high)] = *pair
            && p <= to
        {
            return low + (p - from) / (to - from) * (high - low);
        }
    }
    100.0
}
