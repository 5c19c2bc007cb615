//! Which passages of two sources tell the same point, and what the user says about that.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::passage::{Passage, passages};
use super::similarity::{Counterpart, counterparts};
use super::source::SourceView;
use crate::article::{Place, Side};
use crate::work::{Progress, Stopped};

/// From this similarity two passages are taken to tell the same point. Set on judged pairs of real
/// articles about one event, where 83 % of the best counterparts above it tell the same fact.
pub const SAME_POINT: f64 = 0.21;

/// From this similarity two passages are taken to be about the same sub-issue.
pub const RELATED: f64 = 0.12;

/// What a match rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// Alike enough to tell the same point.
    SamePoint,
    /// About the same sub-issue.
    Related,
    /// The user says so.
    Added,
}

/// Two passages that belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The passage of A.
    pub a: Place,
    /// The passage of B.
    pub b: Place,
    /// How alike they are, 0 to 1; `None` where only the user says so.
    pub similarity: Option<f64>,
    /// What it rests on.
    pub kind: MatchKind,
}

/// What the user says about two passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Choice {
    /// The passage of A.
    pub a: Place,
    /// The passage of B.
    pub b: Place,
    /// Whether they belong together.
    pub together: bool,
}

impl Choice {
    /// The same choice with the sides swapped.
    #[must_use]
    pub const fn swapped(self) -> Self {
        Self {
            a: self.b.swapped(),
            b: self.a.swapped(),
            together: self.together,
        }
    }
}

/// The passages of two sources and their matches.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matching {
    /// The passages of A, in order.
    pub a: Vec<Passage>,
    /// The passages of B, in order.
    pub b: Vec<Passage>,
    /// What belongs together, by A's order, then B's. One passage may belong to several.
    pub matches: Vec<Match>,
}

impl Matching {
    /// Matches the passages of two sources. `choices` override what similarity says; where one pair
    /// has several, the last counts. A rejected match is not replaced by the next best.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn new(
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        choices: &[Choice],
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let (a, texts_a): (Vec<Passage>, Vec<&str>) = passages(a, Side::A).into_iter().unzip();
        let (b, texts_b): (Vec<Passage>, Vec<&str>) = passages(b, Side::B).into_iter().unzip();
        let found = counterparts(&texts_a, &texts_b, RELATED, progress)?;
        let mut pairs: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (i, best) in found.of_a.iter().enumerate() {
            pairs.extend(linked(best).map(|c| ((i, c.index), c.similarity)));
        }
        for (j, best) in found.of_b.iter().enumerate() {
            pairs.extend(linked(best).map(|c| ((c.index, j), c.similarity)));
        }
        for pair in identical(&texts_a, &texts_b) {
            pairs.insert(pair, 1.0);
        }
        let similar = pairs
            .into_iter()
            .filter_map(|((i, j), similarity)| Some((a.get(i)?.at, b.get(j)?.at, similarity)));
        let matches = overridden(similar, &a, &b, choices);
        Ok(Self { a, b, matches })
    }

    /// The passages of one side.
    pub fn passages(&self, side: Side) -> &[Passage] {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// Every passage of one side that has a counterpart, with the best kind of match it has.
    pub fn matched(&self, side: Side) -> BTreeMap<Place, MatchKind> {
        let mut out: BTreeMap<Place, MatchKind> = BTreeMap::new();
        for found in &self.matches {
            let entry = out.entry(found.on(side)).or_insert(found.kind);
            if *entry == MatchKind::Related {
                *entry = found.kind;
            }
        }
        out
    }
}

impl Match {
    /// The passage on one side.
    pub const fn on(&self, side: Side) -> Place {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }
}

/// The best counterpart, and of the others those that tell the same point.
fn linked(best: &[Counterpart]) -> impl Iterator<Item = &Counterpart> {
    best.iter()
        .enumerate()
        .filter(|(place, c)| *place == 0 || c.similarity >= SAME_POINT)
        .map(|(_, c)| c)
}

/// Pairs of passages with the same text: the first with the first, the second with the second, and
/// what is left over with the last.
fn identical(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let mut by_text: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (i, text) in a.iter().enumerate() {
        by_text.entry(text).or_default().0.push(i);
    }
    for (j, text) in b.iter().enumerate() {
        by_text.entry(text).or_default().1.push(j);
    }
    let mut out = Vec::new();
    for (of_a, of_b) in by_text.values() {
        for place in 0..of_a.len().max(of_b.len()) {
            let i = of_a.get(place).or(of_a.last());
            let j = of_b.get(place).or(of_b.last());
            out.extend(i.copied().zip(j.copied()));
        }
    }
    out
}

/// Applies the user's choices to what similarity found.
fn overridden(
    similar: impl Iterator<Item = (Place, Place, f64)>,
    a: &[Passage],
    b: &[Passage],
    choices: &[Choice],
) -> Vec<Match> {
    let choices: BTreeMap<(Place, Place), bool> = choices
        .iter()
        .map(|choice| ((choice.a, choice.b), choice.together))
        .collect();
    let mut matches: BTreeMap<(Place, Place), Match> = similar
        .filter(|(a, b, _)| choices.get(&(*a, *b)) != Some(&false))
        .map(|(a, b, similarity)| {
            let kind = if similarity >= SAME_POINT {
                MatchKind::SamePoint
            } else {
                MatchKind::Related
            };
            let similarity = Some(similarity);
            (
                (a, b),
                Match {
                    a,
                    b,
                    similarity,
                    kind,
                },
            )
        })
        .collect();
    let there =
        |passages: &[Passage]| -> BTreeSet<Place> { passages.iter().map(|p| p.at).collect() };
    let (in_a, in_b) = (there(a), there(b));
    for ((a, b), together) in choices {
        if together && in_a.contains(&a) && in_b.contains(&b) {
            let entry = matches.entry((a, b)).or_insert(Match {
                a,
                b,
                similarity: None,
                kind: MatchKind::Added,
            });
            entry.kind = MatchKind::Added;
        }
    }
    matches.into_values().collect()
}
