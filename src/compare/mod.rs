//! Two sources compared: differences with their uncertainty.
//!
//! Everything here is deterministic for a seed, and swapping the sources flips every sign and nothing
//! else.

mod coverage;
mod differences;
#[cfg(test)]
mod fixture;
mod like_for_like;
mod matching;
mod passage;
mod progress;
mod similarity;
mod source;
mod word_shift;
mod words;

pub use coverage::{Coverage, SideCoverage};
pub use differences::{Difference, Verdict, differences};
pub use like_for_like::like_for_like;
pub use matching::{Choice, Match, MatchKind, Matching, RELATED, SAME_POINT};
pub use passage::{Passage, PassageRef};
pub use progress::{Progress, Stopped};
pub use source::{Cluster, SourceView, UnitView};
pub use word_shift::{ShiftWord, Use, WordShift, word_shift};

use serde::{Deserialize, Serialize};

use crate::score::measure::MEASURES;

/// What the user can choose about a comparison. Stored with every result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The seed of everything that involves chance.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// Two sources, compared.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// The name of source A.
    pub a: String,
    /// The name of source B.
    pub b: String,
    /// What the user chose, the seed included.
    pub options: Options,
    /// One entry a measure, in the order of the registry.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Compares two sources.
    pub fn new(a: &SourceView<'_>, b: &SourceView<'_>, options: &Options) -> Self {
        Self {
            a: a.name.to_owned(),
            b: b.name.to_owned(),
            options: options.clone(),
            differences: differences(a, b, MEASURES, options.seed),
        }
    }
}
