//! The logistic function.

/// The probability of log-odds `logit`: 1 / (1 + e^−logit).
#[must_use]
pub fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}
