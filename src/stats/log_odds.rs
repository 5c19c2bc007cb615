//! Log-odds ratios of counts with an informative Dirichlet prior.

/// How much more one group uses something than the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogOdds {
    /// Difference of the smoothed log-odds, A less B.
    pub value: f64,
    /// That difference in its standard errors: what terms are ranked by.
    pub z: f64,
}

/// Log-odds ratio of `a` in `total_a` against `b` in `total_b`, smoothed towards the pooled share by a
/// prior worth `prior` counts (Monroe, Colaresi & Quinn 2008, eq. 16 and 22).
pub fn log_odds(a: f64, total_a: f64, b: f64, total_b: f64, prior: f64) -> LogOdds {
    let total = total_a + total_b;
    let share = if total > 0.0 { (a + b) / total } else { 0.0 };
    let weight = prior * share;
    let odds = |count: f64, of: f64| {
        let hit = count + weight;
        let miss = of + prior - hit;
        if hit > 0.0 && miss > 0.0 {
            (hit / miss).ln()
        } else {
            0.0
        }
    };
    let value = odds(a, total_a) - odds(b, total_b);
    let variance = 1.0 / (a + weight) + 1.0 / (b + weight);
    let z = if variance.is_finite() {
        value / variance.sqrt()
    } else {
        0.0
    };
    LogOdds { value, z }
}
