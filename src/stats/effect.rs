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

    /// δ in words.
    pub fn size(self) -> EffectSize {
        EffectSize::of(self.delta)
    }
}

#[cfg(test)]
mod tests {
    use super::{Effect, EffectSize};

    #[test]
    fn it_counts_pairs() {
        let (a, b) = ([1.0, 2.0, 3.0], [2.0, 2.0, 5.0, -1.0]);
        let mut count = 0_i32;
        for x in a {
            for y in b {
                count += i32::from(x > y) - i32::from(x < y);
            }
        }
        let delta = |a: &[f64], b: &[f64]| Effect::between(a, b).map(Effect::delta);
        assert_eq!(delta(&a, &b), Some(f64::from(count) / 12.0));
        assert_eq!(delta(&b, &a), Some(f64::from(-count) / 12.0));
        assert_eq!(delta(&a, &a), Some(0.0));
    }

    #[test]
    fn one_value_a_side_has_no_effect_size() {
        let many = [1.0, 2.0, 3.0];
        for (a, b) in [(&many[..1], &many[..1]), (&many, &many[..1]), (&[], &many)] {
            assert_eq!(Effect::between(a, b), None);
        }
    }

    #[test]
    fn sizes_have_words() {
        assert_eq!(EffectSize::of(-0.1).label(), "negligible");
        assert_eq!(EffectSize::of(0.2).label(), "small");
        assert_eq!(EffectSize::of(-0.4).label(), "medium");
        assert_eq!(EffectSize::of(1.0).label(), "large");
    }
}
