//! Whether two readers say the same.

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::score::target::TargetTone;
use crate::score::tone::NEUTRAL_BAND;

/// What two readers say of the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// Both say so.
    Both,
    /// Neither does.
    Neither,
    /// They differ.
    Differ,
}

impl Agreement {
    /// Of what each says.
    pub const fn of(first: bool, second: bool) -> Self {
        match (first, second) {
            (true, true) => Self::Both,
            (false, false) => Self::Neither,
            _ => Self::Differ,
        }
    }

    /// Whether they say the same.
    pub const fn agrees(self) -> bool {
        !matches!(self, Self::Differ)
    }

    /// The sentence the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Both => "both readers say so",
            Self::Neither => "neither reader says so",
            Self::Differ => "the readers differ",
        }
    }
}

/// The second reader's tone below whose size it has nothing against "neutral".
pub const TONE_QUIET: f64 = 0.35;
/// The score from which either reader calls a sentence subjective or loaded.
pub const SCORE_CUT: f64 = 0.5;
/// The bait, 0 to 100, from which the cues call a headline teasing, as they do a quarter of the headlines of
/// Webis-Clickbait-17, the share that its judges call clickbait …
pub const BAIT_CUT: f64 = 27.0;
/// … and from which the second reader does.
pub const SECOND_BAIT_CUT: f64 = 44.0;

/// The tone of a sentence: where VADER's compound is clearly positive or negative, whether the second
/// reader leans the same way; where it is neutral, whether that leans nowhere much.
pub fn tone_agreement(compound: f64, second: &Reading) -> Agreement {
    of_tones(compound, second.tone())
}

/// The same for means over sentences.
pub fn mean_tone_agreement(compound: f64, second: f64) -> Agreement {
    of_tones(compound, second)
}

fn of_tones(compound: f64, second: f64) -> Agreement {
    if compound.abs() >= NEUTRAL_BAND {
        return Agreement::of(true, (compound > 0.0) == (second > 0.0));
    }
    Agreement::of(false, second.abs() >= TONE_QUIET)
}

/// Subjectivity or loaded wording of a sentence, both 0 to 1.
pub fn score_agreement(score: f64, second: f64) -> Agreement {
    Agreement::of(score >= SCORE_CUT, second >= SCORE_CUT)
}

/// The bait of a headline, both 0 to 100.
pub fn bait_agreement(bait: f64, second: f64) -> Agreement {
    Agreement::of(bait >= BAIT_CUT, second >= SECOND_BAIT_CUT)
}

/// The tone towards a mention: whether the same of negative, neutral and positive is the most probable.
pub fn target_agreement(tone: TargetTone, second: TargetTone) -> Agreement {
    match (direction(tone), direction(second)) {
        (0, 0) => Agreement::Neither,
        (one, other) if one == other => Agreement::Both,
        _ => Agreement::Differ,
    }
}

/// −1, 0 or 1: what is the most probable.
fn direction(tone: TargetTone) -> i8 {
    if tone.neutral >= tone.negative.max(tone.positive) {
        0
    } else if tone.positive > tone.negative {
        1
    } else {
        -1
    }
}
