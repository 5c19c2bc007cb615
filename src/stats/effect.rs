//! How large a difference is, apart from how sure it is.

use serde::{Deserialize, Serialize};

/// The size of an effect in words, by Cliff's δ (Romano et al. 2006).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectSize {
    /// |δ| below 0.147.
    Negligible,
    /// |δ| below 0.33.
    Small,
    /// |δ| below 0.474.
    Medium,
    /// |δ| from 0.474.
    Large,
}

impl EffectSize {
    /// The size of `delta`.
    pub fn of(delta: f64) -> Self {
        match delta.abs() {
            d if d < 0.147 => Self::Negligible,
            d if d < 0.33 => Self::Small,
            d if d < 0.474 => Self::Medium,
            _ => Self::Large,
        }
    }

    /// The size as a word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Negligible => "negligible",
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// How large the difference between two groups is beside the spread of their values: Cliff's δ. One
/// value a side has no spread, so only [`Effect::between`] can make one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    delta: f64,
}

impl Effect {
    /// The effect between the values of two groups; `None` unless each has two. Takes n log n time.
    pub fn between(a: &[f64], b: &[f64]) -> Option<Self> {
        if a.len().min(b.len()) < 2 {
            return None;
        }
        let mut sorted = b.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (mut above, mut below) = (0_usize, 0_usize);
        for &value in a {
            above += sorted.partition_point(|&other| other < value);
            below += sorted.len() - sorted.partition_point(|&other| other <= value);
        }
        let pairs = a.len() as f64 * b.len() as f64;
        let delta = (above as f64 - below as f64) / pairs;
        Some(Self { delta })
    }

    /// Cliff's δ: how often a value of A exceeds one of B, less how often it falls below, −1 to +1.
    pub const fn delta(self) -> f64 {
        self.delta
    }

    /// The same with the groups swapped.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self { delta: -self.delta }
    }

    /// δ in words.
    pub fn size(self) -> EffectSize {
        EffectSize::of(self.delta)
    }
}
