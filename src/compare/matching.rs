//! Which passages of two sources tell the same point, and what the user says about that.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::passage::{Passage, passages};
use super::reading::Roles;
use super::signals::{Held, held};
use super::source::SourceView;
use crate::article::{Place, Side};
use crate::work::{Progress, Stopped};

/// From this probability two passages that are each other's best counterpart are taken to tell the same point.
/// Fitted on judged pairs of US reports on one event (`training compare passages`).
pub const SAME_POINT: f64 = 0.45;

/// From this probability a passage tells the same point as one more of the other source: what was told is told
/// again, but a second counterpart has to be surer than the first.
pub const TOLD_AGAIN: f64 = 0.60;

/// From this probability two passages may be about the same matter: of such links that tell no same point .45 and .57
/// were right on two halves of judged pairs by event.
pub const RELATED: f64 = 0.10;

/// From this probability they are taken to be: .83 and .74 of such links were right there.
pub const SURELY_RELATED: f64 = 0.30;

/// Words, figures and dates two paragraphs have to share: names alone are no evidence, nor is one word.
const EVIDENCE: usize = 2;

/// Counterparts a paragraph may have, the likeliest first: more no reader can follow. Only paragraphs whose
/// very text stands several times on the other side may have more.
pub const MOST_COUNTERPARTS: usize = 3;

/// What a match rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// Likely to state the same fact.
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
    /// How likely they state the same fact, 0 to 1; `None` where only the user says so.
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
    /// Whom titles stand for in both.
    pub roles: Roles,
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
        let (held, roles) = held(a, b, progress)?;
        let (a, texts_a): (Vec<Passage>, Vec<&str>) = passages(a, Side::A).into_iter().unzip();
        let (b, texts_b): (Vec<Passage>, Vec<&str>) = passages(b, Side::B).into_iter().unzip();
        let paragraphs = [&a, &b].map(|passages| paragraphs(passages));
        let [paragraphs_a, paragraphs_b] = &paragraphs;
        let mut found: BTreeMap<(Place, Place), (f64, MatchKind)> = BTreeMap::new();
        for link in links(&held) {
            let (of_a, of_b) = (paragraphs_a.get(link.held.a), paragraphs_b.get(link.held.b));
            let [in_a, in_b] = link.held.sentences;
            if let Some((a, b)) = of_a
                .and_then(|all| at(all, in_a))
                .zip(of_b.and_then(|all| at(all, in_b)))
            {
                found.insert((a, b), (link.probability, link.kind));
            }
        }
        for (i, j) in identical(&texts_a, &texts_b) {
            if let Some((a, b)) = a.get(i).zip(b.get(j)) {
                found.insert((a.at, b.at), (1.0, MatchKind::SamePoint));
            }
        }
        within_limit(&mut found);
        let matches = overridden(found, &a, &b, choices);
        Ok(Self {
            a,
            b,
            matches,
            roles,
        })
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

impl Match {
    /// What it rests on, in words.
    pub fn in_words(&self) -> &'static str {
        match self.kind {
            MatchKind::SamePoint => "makes the same point",
            MatchKind::Related
                if self
                    .similarity
                    .is_some_and(|likely| likely < SURELY_RELATED) =>
            {
                "may be about the same matter"
            }
            MatchKind::Related => "about the same matter",
            MatchKind::Added => "matched by you",
        }
    }
}

/// The passages of each paragraph, in order.
fn paragraphs(passages: &[Passage]) -> Vec<&[Passage]> {
    let block = |passage: &Passage| passage.at.whole_block();
    passages
        .chunk_by(|one, other| block(one) == block(other))
        .collect()
}

/// The passage of a paragraph that holds one of its sentences.
fn at(paragraph: &[Passage], sentence: usize) -> Option<Place> {
    let found = paragraph
        .iter()
        .find(|passage| passage.at.sentence_index() == Some(sentence));
    Some(found.or(paragraph.first())?.at)
}

/// Two paragraphs that belong together.
struct Link<'a> {
    held: &'a Held,
    probability: f64,
    kind: MatchKind,
}

/// Of all pairs those that belong together: each among the likeliest of both paragraphs.
fn links(held: &[Held]) -> Vec<Link<'_>> {
    // Names alone are no evidence, nor is a single word.
    let held: Vec<&Held> = held
        .iter()
        .filter(|pair| pair.evidence >= EVIDENCE)
        .collect();
    let probabilities: Vec<f64> = held.iter().map(|pair| pair.probability()).collect();
    let in_a = ranks(&held, &probabilities, |pair| (pair.a, pair.b));
    let in_b = ranks(&held, &probabilities, |pair| (pair.b, pair.a));
    let ranked = held
        .iter()
        .zip(probabilities)
        .zip(in_a.into_iter().zip(in_b));
    ranked
        .filter(|((_, probability), (in_a, in_b))| {
            *probability >= RELATED && *in_a.max(in_b) < MOST_COUNTERPARTS
        })
        .map(|((held, probability), (in_a, in_b))| {
            let needed = if in_a + in_b == 0 {
                SAME_POINT
            } else {
                TOLD_AGAIN
            };
            let kind = if probability >= needed {
                MatchKind::SamePoint
            } else {
                MatchKind::Related
            };
            Link {
                held,
                probability,
                kind,
            }
        })
        .collect()
}

/// The rank of each pair among those of one of its paragraphs, the likeliest first, ties in reading order.
/// `key` gives that paragraph and the other.
fn ranks(
    held: &[&Held],
    probabilities: &[f64],
    key: impl Fn(&Held) -> (usize, usize),
) -> Vec<usize> {
    let mut order: Vec<(usize, f64, usize, usize)> = (held.iter().zip(probabilities).enumerate())
        .map(|(at, (pair, probability))| {
            let (own, other) = key(pair);
            (own, *probability, other, at)
        })
        .collect();
    order.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then(x.2.cmp(&y.2)));
    let mut ranks = vec![0; held.len()];
    for paragraph in order.chunk_by(|x, y| x.0 == y.0) {
        for (rank, (_, _, _, at)) in paragraph.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(*at) {
                *slot = rank;
            }
        }
    }
    ranks
}

/// Leaves each paragraph its likeliest [`MOST_COUNTERPARTS`], which the same text in both comes first among: what is
/// the same to the letter stays, however often it stands there.
fn within_limit(found: &mut BTreeMap<(Place, Place), (f64, MatchKind)>) {
    /// The other paragraphs of each paragraph of one side, each with the likeliest of its links.
    type Others = BTreeMap<Place, BTreeMap<Place, f64>>;
    let mut others: [Others; 2] = [Others::new(), Others::new()];
    for ((a, b), (probability, _)) in &*found {
        let (a, b) = (a.whole_block(), b.whole_block());
        for (others, (own, other)) in others.iter_mut().zip([(a, b), (b, a)]) {
            let likely = others.entry(own).or_default().entry(other).or_default();
            *likely = likely.max(*probability);
        }
    }
    let is_near = |others: &Others, own: Place, other: Place| {
        let Some(all) = others.get(&own).filter(|all| all.len() > MOST_COUNTERPARTS) else {
            return true;
        };
        let likely = all.get(&other).copied().unwrap_or_default();
        let before = all.iter().filter(|(place, one)| {
            **one > likely || (one.total_cmp(&likely).is_eq() && **place < other)
        });
        before.count() < MOST_COUNTERPARTS
    };
    let [of_a, of_b] = &others;
    found.retain(|(a, b), (probability, _)| {
        let (a, b) = (a.whole_block(), b.whole_block());
        *probability >= 1.0 || (is_near(of_a, a, b) && is_near(of_b, b, a))
    });
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

/// Applies the user's choices to what was found.
fn overridden(
    found: BTreeMap<(Place, Place), (f64, MatchKind)>,
    a: &[Passage],
    b: &[Passage],
    choices: &[Choice],
) -> Vec<Match> {
    let choices: BTreeMap<(Place, Place), bool> = choices
        .iter()
        .map(|choice| ((choice.a, choice.b), choice.together))
        .collect();
    let mut matches: BTreeMap<(Place, Place), Match> = found
        .into_iter()
        .filter(|(pair, _)| choices.get(pair) != Some(&false))
        .map(|((a, b), (probability, kind))| {
            let found = Match {
                a,
                b,
                similarity: Some(probability),
                kind,
            };
            ((a, b), found)
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
