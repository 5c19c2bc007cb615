//! Sums over clusters from which a ratio of sums and its linearised variance follow.

use serde::{Deserialize, Serialize};

/// A share of a ratio of sums: the ratio is the sum of `top` over the sum of `bottom`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    /// Numerator.
    pub top: f64,
    /// Denominator, not negative.
    pub bottom: f64,
}

impl Ratio {
    /// The ratio; `None` where there is nothing to divide by.
    pub fn value(self) -> Option<f64> {
        (self.bottom > 0.0).then(|| self.top / self.bottom)
    }
}

impl std::iter::Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            top: sum.top + part.top,
            bottom: sum.bottom + part.bottom,
        })
    }
}

/// Below this share of the sum of squares, what is left of it is rounding.
const ROUNDING: f64 = 1e-12;

/// Sums of `top`, `bottom` and their products over `n` clusters.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Moments {
    pub(super) n: f64,
    top: f64,
    bottom: f64,
    top_top: f64,
    top_bottom: f64,
    bottom_bottom: f64,
}

impl From<&Ratio> for Moments {
    fn from(part: &Ratio) -> Self {
        Self {
            n: 1.0,
            top: part.top,
            bottom: part.bottom,
            top_top: part.top * part.top,
            top_bottom: part.top * part.bottom,
            bottom_bottom: part.bottom * part.bottom,
        }
    }
}

impl std::iter::Sum for Moments {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            n: sum.n + part.n,
            top: sum.top + part.top,
            bottom: sum.bottom + part.bottom,
            top_top: sum.top_top + part.top_top,
            top_bottom: sum.top_bottom + part.top_bottom,
            bottom_bottom: sum.bottom_bottom + part.bottom_bottom,
        })
    }
}

impl Moments {
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a Ratio>) -> Self {
        parts.into_iter().map(Self::from).sum()
    }

    /// Those of some clusters, of which `each` holds one and `chosen` says which, in this order.
    pub(super) fn chosen(each: &[Self], chosen: &[u32]) -> Self {
        let chosen = chosen.iter();
        chosen
            .filter_map(|at| each.get(*at as usize).copied())
            .sum()
    }

    /// What remains of `self` without `part`.
    pub(super) fn without(&self, part: &Self) -> Self {
        Self {
            n: self.n - part.n,
            top: self.top - part.top,
            bottom: self.bottom - part.bottom,
            top_top: self.top_top - part.top_top,
            top_bottom: self.top_bottom - part.top_bottom,
            bottom_bottom: self.bottom_bottom - part.bottom_bottom,
        }
    }

    /// The ratio of sums; 0 where there is nothing to divide by.
    pub(super) fn ratio(&self) -> f64 {
        if self.bottom > 0.0 {
            self.top / self.bottom
        } else {
            0.0
        }
    }

    /// Variance of the ratio by linearisation (the delta method), with clusters as the sample.
    pub(super) fn variance(&self) -> f64 {
        if self.n < 2.0 || self.bottom <= 0.0 {
            return 0.0;
        }
        let ratio = self.ratio();
        let scale = self.top_top + ratio * ratio * self.bottom_bottom;
        let squares = scale - 2.0 * ratio * self.top_bottom;
        if squares <= ROUNDING * scale {
            return 0.0;
        }
        let mean_bottom = self.bottom / self.n;
        squares / (mean_bottom * mean_bottom) / (self.n - 1.0) / self.n
    }
}
