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

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::{Choice, Match, MatchKind, Matching};
    use crate::article::{Place, Side};
    use crate::compare::fixture::{Sample, sample, source};
    use crate::work::Progress;

    fn matching(a: &Sample, b: &Sample, choices: &[Choice]) -> Matching {
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (source("A", &pa), source("B", &pb));
        Matching::new(&a, &b, choices, &Progress::default()).unwrap()
    }

    fn blocks(found: &Matching) -> Vec<[Option<usize>; 2]> {
        let blocks = |m: &Match| [m.a.block_index(), m.b.block_index()];
        found.matches.iter().map(blocks).collect()
    }

    fn story() -> (Sample, Sample) {
        let a = sample(&[
            "The council approved the harbour levy on Tuesday by nine votes to four.",
            "Fishing boats pay nothing before May, the harbour master said.",
            "A brass band played in the rain.",
        ]);
        let b = sample(&[
            "Shops along the quay stayed shut in protest for an hour.",
            "By nine votes to four the council approved a levy on the harbour.",
            "Nobody asked the fishing boats, which pay from May.",
        ]);
        (a, b)
    }

    #[test]
    fn passages_that_share_wording_are_matched() {
        let (a, b) = story();
        let found = matching(&a, &b, &[]);
        assert_eq!(blocks(&found), [[0, 1], [1, 2]].map(|pair| pair.map(Some)));
        assert_eq!(found.matches[0].kind, MatchKind::SamePoint);
        assert_eq!(found.matched(Side::A).len(), 2);
    }

    #[test]
    fn swapping_the_sources_swaps_the_matches() {
        let (a, b) = story();
        let there = matching(&a, &b, &[]);
        let mut back = matching(&b, &a, &[]).matches;
        back.sort_by_key(|m| (m.b, m.a));
        assert_eq!(there.matches.len(), back.len());
        for (there, back) in there.matches.iter().zip(&back) {
            assert_eq!((there.a, there.b), (back.b.swapped(), back.a.swapped()));
            assert_eq!((there.similarity, there.kind), (back.similarity, back.kind));
        }
    }

    #[test]
    fn choices_can_be_swapped_with_the_sources() {
        let (a, b) = story();
        let plain = matching(&a, &b, &[]);
        let reject = Choice {
            a: plain.a[0].at,
            b: plain.b[1].at,
            together: false,
        };
        let there = matching(&a, &b, &[reject]).matches;
        let back = matching(&b, &a, &[reject.swapped()]).matches;
        assert_eq!((there.len(), back.len()), (1, 1));
        assert_eq!(there[0].a, back[0].b.swapped());
        assert_eq!(there[0].b, back[0].a.swapped());
    }

    #[test]
    fn the_user_has_the_last_word_and_keeps_it() {
        let (a, b) = story();
        let before = matching(&a, &b, &[]);
        let reject = Choice {
            a: before.a[0].at,
            b: before.b[1].at,
            together: false,
        };
        let add = Choice {
            a: before.a[2].at,
            b: before.b[0].at,
            together: true,
        };
        let after = matching(&a, &b, &[reject, add]);
        assert_eq!(blocks(&after), [[1, 2], [2, 0]].map(|pair| pair.map(Some)));
        assert_eq!(after.matches[1].kind, MatchKind::Added);
        assert_eq!(after.matches[1].similarity, None);
        let back = Choice {
            together: true,
            ..reject
        };
        let again = matching(&a, &b, &[reject, add, back]);
        assert_eq!(again.matches[0].kind, MatchKind::Added);
        assert!(again.matches[0].similarity.is_some());
        let nowhere = Choice {
            a: Place::block(Side::A, 0, 99),
            ..add
        };
        assert_eq!(matching(&a, &b, &[nowhere]), before);
    }

    #[test]
    fn a_source_against_itself_is_matched_entirely() {
        let (a, _) = story();
        let twice = sample(&[
            "He did.",
            "He did.",
            "It is so.",
            "Rain fell on the quay.",
            "",
        ]);
        for source in [a, twice] {
            let found = matching(&source, &source, &[]);
            assert_eq!(found.matched(Side::A).len(), found.a.len());
            for passage in &found.a {
                let own = found
                    .matches
                    .iter()
                    .find(|m| m.a == passage.at && m.b == passage.at.swapped());
                assert_eq!(own.unwrap().similarity, Some(1.0));
            }
        }
    }

    #[test]
    fn long_paragraphs_are_matched_by_sentence() {
        let filler =
            "Plain words follow one another here without an end or any aim at all in sight. ";
        let long = format!(
            "{}Nine councillors approved the harbour levy on Tuesday.",
            filler.repeat(5)
        );
        let a = sample(&[long]);
        let b = sample(&["On Tuesday nine councillors approved the levy for the harbour."]);
        let found = matching(&a, &b, &[]);
        assert_eq!(found.a.len(), 6);
        assert_eq!(found.matches.len(), 1);
        assert_eq!(found.matches[0].a.sentence_index(), Some(5));
        assert_eq!(found.matches[0].b.sentence_index(), None);
    }

    #[test]
    fn empty_sources_have_no_matches() {
        let (a, _) = story();
        let none = sample::<&str>(&[]);
        assert!(matching(&a, &none, &[]).matches.is_empty());
        assert!(matching(&none, &none, &[]).matches.is_empty());
    }

    #[test]
    fn stopping_stops() {
        let (a, b) = story();
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let progress = Progress::default();
        progress.stop();
        let stopped = Matching::new(&source("A", &pa), &source("B", &pb), &[], &progress);
        assert!(stopped.is_err());
    }
}
