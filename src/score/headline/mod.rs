//! Headline sensationalism: how a headline is packaged, not how grave its news is. A list of named
//! cues, each with its points and the words that made it fire.

use serde::Serialize;

use crate::article::Span;

/// The sensationalism of one headline, with its reasons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeadlineScore {
    /// 0 (plain) to 100: `base` plus the points of all cues.
    pub score: f64,
    /// The score of a headline without any cue.
    pub base: f64,
    /// Share of the score's cues that withhold or tease, as a score of their own, 0 to 100.
    pub bait: f64,
    /// Share of the score's cues that heat up, as a score of their own, 0 to 100.
    pub heat: f64,
    /// The cues found, in a fixed order; their points add up to `score − base`.
    pub cues: Vec<Cue>,
}

/// One cue found in a headline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cue {
    /// Which cue.
    pub kind: CueKind,
    /// What it adds to the score; negative for plain reporting.
    pub points: f64,
    /// What made it fire, in the headline's text.
    pub spans: Vec<Span>,
}

/// The cues that can be found in a headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CueKind {
    /// Promises something and holds it back.
    CuriosityGap,
}

impl CueKind {
    /// The cue's name as the user sees it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CuriosityGap => "Curiosity gap",
        }
    }

    /// Why it counts, in one sentence.
    pub const fn help(self) -> &'static str {
        match self {
            Self::CuriosityGap => {
                "Promises something and holds it back, so that the reader has to open the article."
            }
        }
    }
}

/// Scores one headline; `None` if it holds no words to score.
pub fn score(_headline: &str) -> Option<HeadlineScore> {
    None
}
