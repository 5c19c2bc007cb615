//! What scoring a headline gives: its points, cue by cue and match by match.

use serde::Serialize;

use super::cue::CueKind;
use crate::article::Span;

/// The sensationalism of one headline, with its reasons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeadlineScore {
    /// 0 (plain) to 100: `base` plus the points of all cues, unrounded. See
    /// [`HeadlineScore::whole_points`] for figures to show.
    pub score: f64,
    /// The score of a headline without any cue.
    pub base: f64,
    /// The score the bait cues (and plain reporting, and phrasing) make without the heat cues, 0 to
    /// 100.
    pub bait: f64,
    /// How much the heat cues heat, 0 (none) to 100.
    pub heat: f64,
    /// The cues found, in the order of [`CueKind::ALL`]; their points add up to `score − base`.
    pub cues: Vec<Cue>,
    /// Words that would have counted but for a guard, in order.
    pub set_aside: Vec<SetAside>,
}

/// One cue found in a headline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cue {
    /// Which cue.
    pub kind: CueKind,
    /// What it adds to the score, the sum over its matches; negative for plain reporting.
    pub points: f64,
    /// What made it fire, in the headline's text: the spans of its matches.
    pub spans: Vec<Span>,
    /// Every match with its reason, in the order of `spans`.
    pub matches: Vec<Match>,
}

/// One match of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Match {
    /// Where it stands in the headline.
    pub span: Span,
    /// The list it matched: "stock teasers".
    pub list: &'static str,
    /// Why such a match counts, in one sentence.
    pub why: &'static str,
    /// What it adds to the score.
    pub points: f64,
    /// How it was counted.
    pub counted: Counted,
}

/// How a match was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// In full.
    Full,
    /// By half: the words stand in quotation marks, so they report somebody's heat.
    HalfQuoted,
    /// Not, or in part: three matches of the same list count already.
    BeyondThree,
}

impl Counted {
    /// What to say about it beside the match; nothing for [`Counted::Full`].
    pub const fn note(self) -> Option<&'static str> {
        match self {
            Self::Full => None,
            Self::HalfQuoted => Some("in quotation marks: counts half"),
            Self::BeyondThree => Some("three of this kind count already"),
        }
    }
}

/// Words that would have counted but for a guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// Where they stand in the headline.
    pub span: Span,
    /// The cue they would have been.
    pub kind: CueKind,
    /// The word of death or disaster that gives them their plain meaning.
    pub by: Span,
}

impl SetAside {
    /// The guard in words: "“blast” beside “killed”: not counted".
    pub fn note(&self, headline: &str) -> String {
        let (word, by) = (self.span.of(headline), self.by.of(headline));
        format!("“{word}” beside “{by}”: not counted")
    }
}
