//! How much of each source the other tells too. A difference in coverage, nothing more: what only one
//! source tells is no sign of bias.
//!
//! Whether two sources hardly tell the same story is asked here by another rule than the one that finds
//! [`stories`](super::stories), on purpose. Here somebody put two texts side by side, and a wrong "no" would withhold
//! the comparison: only what shares hardly a passage and hardly a name is set apart. There a pair has to stand out
//! against all others of a collection, and a wrong "yes" would spoil a story: its signals are ratios to what is around
//! two texts, which two texts alone have not.

use serde::Serialize;

use super::matching::{MatchKind, Matching};
use super::people;
use super::source::SourceView;
use crate::article::Side;
use crate::stats;
use crate::work::{Progress, Stopped};

/// From this probability passages count towards "the same story".
const SAME_STORY_SIMILARITY: f64 = 0.15;

/// Below this share of words with a counterpart two texts may not tell the same story.
const SAME_STORY_SHARE: f64 = 0.12;

/// With fewer passages a side nothing is said about the story.
const SAME_STORY_PASSAGES: usize = 3;

/// From this share of mentions that are of names both use, two texts may tell the same story however little
/// wording they share. Of 144 pairs of US reports on one event two share hardly a passage, one of them above
/// this; of 144 pairs on two events 7 lie above.
const NAMES_IN_COMMON: f64 = 0.40;

/// Below this share they do not, whatever their passages look like: no pair on one event lies there, 100 of
/// the 144 on two events do.
const NAMES_APART: f64 = 0.12;

/// With fewer mentions a side names say nothing about the story.
const NAMES_MENTIONED: usize = 5;

/// How much is shared, by words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Coverage {
    /// Source A.
    pub a: SideCoverage,
    /// Source B.
    pub b: SideCoverage,
    /// Whether both tell the same story, as far as shared wording and names show; `None` where a side is
    /// too short to tell.
    pub same_story: Option<bool>,
}

/// The words of one source, by what the other has for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct SideCoverage {
    /// Words in all passages.
    pub words: usize,
    /// Words in passages whose point the other tells too.
    pub shared: usize,
    /// Words in passages the other has something related to.
    pub related: usize,
    /// Words in passages without a counterpart.
    pub only_here: usize,
}

impl SideCoverage {
    /// `part` as a share of all words, 0 to 1; `None` without words.
    pub fn share(&self, part: usize) -> Option<f64> {
        (self.words > 0).then(|| part as f64 / self.words as f64)
    }
}

impl Coverage {
    /// The coverage that follows from a matching.
    pub fn of(matching: &Matching) -> Self {
        Self {
            a: side_coverage(matching, Side::A),
            b: side_coverage(matching, Side::B),
            same_story: same_story(matching),
        }
    }

    /// The same with the names that both use taken into account: by side, the mentions of names both use and of
    /// names it alone uses. What the user has matched stays matched.
    #[must_use]
    pub(super) fn weighing(mut self, matching: &Matching, names: [(usize, usize); 2]) -> Self {
        let chosen = (matching.matches.iter()).any(|found| found.kind == MatchKind::Added);
        if let Some(shared) = shared_names(names).filter(|_| !chosen) {
            if shared < NAMES_APART {
                self.same_story = Some(false);
            } else if shared >= NAMES_IN_COMMON && self.same_story == Some(false) {
                self.same_story = None;
            }
        }
        self
    }

    /// What the reader should know before comparing, if anything.
    pub const fn notice(&self) -> Option<&'static str> {
        match self.same_story {
            Some(false) => Some(
                "These may not be the same story: hardly a passage or a name of one is in the other too.",
            ),
            _ => None,
        }
    }

    /// The coverage of one side.
    pub const fn side(&self, side: Side) -> SideCoverage {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }
}

fn side_coverage(matching: &Matching, side: Side) -> SideCoverage {
    let matched = matching.matched(side);
    let mut out = SideCoverage::default();
    for passage in matching.passages(side) {
        out.words += passage.words;
        match matched.get(&passage.at) {
            Some(MatchKind::SamePoint | MatchKind::Added) => out.shared += passage.words,
            Some(MatchKind::Related) => out.related += passage.words,
            None => out.only_here += passage.words,
        }
    }
    out
}

/// The share of mentions that are of names both use, the mean of the sides; `None` where one hardly names
/// anybody.
fn shared_names(mentions: [(usize, usize); 2]) -> Option<f64> {
    let shares = mentions.into_iter().map(|(both, alone)| {
        let all = both + alone;
        (all >= NAMES_MENTIONED).then(|| both as f64 / all as f64)
    });
    stats::mean(&shares.collect::<Option<Vec<f64>>>()?)
}

/// Whether two sources tell the same story, as a comparison of them would say: `None` where that cannot be told.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub(super) fn tell_the_same(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    progress: &Progress,
) -> Result<Option<bool>, Stopped> {
    let matching = Matching::new(a, b, &[], progress)?;
    let mentions = people::mentions(a, b);
    let coverage = Coverage::of(&matching).weighing(&matching, mentions);
    Ok(coverage.same_story)
}

fn same_story(matching: &Matching) -> Option<bool> {
    if matching.a.len().min(matching.b.len()) < SAME_STORY_PASSAGES {
        return None;
    }
    let shares = Side::BOTH.map(|side| close_share(matching, side));
    stats::mean(&shares).map(|share| share >= SAME_STORY_SHARE)
}

/// The share of words in passages with a close counterpart, or one the user added.
fn close_share(matching: &Matching, side: Side) -> f64 {
    let close: std::collections::BTreeSet<_> = matching
        .matches
        .iter()
        .filter(|m| {
            m.kind == MatchKind::Added || m.similarity.is_some_and(|s| s >= SAME_STORY_SIMILARITY)
        })
        .map(|m| m.on(side))
        .collect();
    let (mut words, mut all) = (0, 0);
    for passage in matching.passages(side) {
        all += passage.words;
        if close.contains(&passage.at) {
            words += passage.words;
        }
    }
    words as f64 / all.max(1) as f64
}
