//! Headline sensationalism: how a headline is packaged, not how grave its news is. A list of named
//! cues, each with its points and the words that made it fire.
//!
//! The model is a sum of log-odds: `z = base + Σ weight × matches`, at most three matches a list, and
//! the score is a fixed rising scale of `z`. Bait cues (teasing, vagueness, chat) have learned
//! weights; heat cues (shock, combat, emotion, shouting) authored ones, because graded clickbait
//! cannot teach them. Words that name a grave fact carry no weight: a headline about a massacre is
//! not sensational for it.
//!
//! | room | what it is for |
//! |---|---|
//! | `cue` | the cues by name |
//! | `tokens`, `trie`, `lists` | a headline as words; the word lists of `assets/headline`, looked up in one pass |
//! | `rules`, `evidence` | what sequences cannot say; every match after the guards |
//! | `phrasing` | the small learned residual |
//! | `model`, `display` | weights into points, log-odds into 0–100 |
//! | `language` | whether a headline can be scored at all |
//! | `body`, `stem` | the headline held against its article |
//! | `measures`, `training` | for the registry; for the program that learns the weights |

mod body;
mod classes;
mod cue;
mod display;
mod evidence;
mod language;
mod lists;
mod measures;
mod model;
mod phrasing;
mod rules;
mod stem;
mod tokens;
pub mod training;
mod trie;

pub use body::{AgainstBody, Unsupported, against_body};
pub use cue::{CueKind, Part};
pub use lists::List;
pub(crate) use measures::{HEADLINE_HEAT_GAP, HEADLINE_UNSUPPORTED, SENSATIONALISM};

use serde::Serialize;

use super::NoHeadline;
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

/// Scores one headline, or says why it cannot be scored.
pub fn score(headline: &str) -> Result<HeadlineScore, NoHeadline> {
    score_in(headline, false)
}

/// Scores one headline; one that does not look English only where `any_language` says so.
pub(super) fn score_in(headline: &str, any_language: bool) -> Result<HeadlineScore, NoHeadline> {
    let tokens = lists::TABLES.words_of(headline);
    match language::obstacle(headline, &tokens) {
        Some(NoHeadline::NotEnglish) if any_language => {}
        Some(obstacle) => return Err(obstacle),
        None => {}
    }
    Ok(model::weigh(&tokens, &evidence::gather(&tokens)))
}

/// Reads the lists, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lists::Tables::read()?;
    body::FUNCTION_WORDS.list::<Vec<_>>().map(drop)
}
