//! What two readers say together, in words and as a mark.

use super::agreement::Agreement;
use super::second_tone::SecondTone;
use crate::text::{number, signed};

impl Agreement {
    /// The mark beside a score.
    pub const fn mark(self) -> &'static str {
        if self.agrees() { "=" } else { "≠" }
    }

    /// What both say of a tone: "both readers call it negative".
    pub const fn of_tone(self, compound: f64) -> &'static str {
        match self {
            Self::Both if compound < 0.0 => "both readers call it negative",
            Self::Both => "both readers call it positive",
            Self::Neither => "neither reader calls it negative or positive",
            Self::Differ => "the readers differ",
        }
    }

    /// What both say of the bait of a headline.
    pub const fn of_bait(self) -> &'static str {
        match self {
            Self::Both => "both readers find that it teases",
            Self::Neither => "neither reader finds that it teases",
            Self::Differ => "the readers differ",
        }
    }
}

impl SecondTone {
    /// "second reader −0.31: both readers call it negative", of one sentence or more.
    pub fn in_words(&self) -> String {
        format!(
            "second reader {}: {}",
            signed(self.second, 2),
            self.agreement.of_tone(self.compound)
        )
    }
}

/// "second reader 62 of 100 for bait: the readers differ".
pub fn bait_in_words((bait, agreement): (f64, Agreement)) -> String {
    format!(
        "second reader {} of 100 for bait: {}",
        number(bait, 0),
        agreement.of_bait()
    )
}
