//! The level at which a variable is measured: what distance between two values means.

use serde::{Deserialize, Serialize};

/// The level of a variable (Stevens 1946).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Values are the same or not.
    #[default]
    Nominal,
    /// Values have an order; how far apart they are is not known.
    Ordinal,
    /// Values are numbers; their differences count.
    Interval,
}

impl Level {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nominal, Self::Ordinal, Self::Interval];

    /// Its name, as files and the command line have it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Ordinal => "ordinal",
            Self::Interval => "interval",
        }
    }

    /// Which partial agreement two values have, by Gwet's AC2: 1 where they are the same, 0 where they
    /// are as far apart as can be. `values` are all values in order, `a` and `b` positions in them.
    /// Nominal: identity; ordinal: Gwet's ordinal weights; interval: quadratic weights (Gwet 2014, 3.5).
    pub(super) fn weight(self, values: &[f64], a: usize, b: usize) -> f64 {
        if a == b {
            return 1.0;
        }
        match self {
            Self::Nominal => 0.0,
            Self::Ordinal => {
                let pairs = |steps: usize| (steps * (steps + 1) / 2) as f64;
                1.0 - pairs(a.abs_diff(b)) / pairs(values.len().saturating_sub(1))
            }
            Self::Interval => {
                let at = |index: usize| values.get(index).copied().unwrap_or_default();
                let range = at(values.len().saturating_sub(1)) - at(0);
                let share = (at(a) - at(b)) / range;
                1.0 - share * share
            }
        }
    }
}
