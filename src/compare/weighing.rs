//! What a shared term weighs as evidence that two paragraphs tell the same: more the rarer it is in news, and
//! the fewer paragraphs of the two sources hold it.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::reading::Reading;
use super::spelling::TermKind;
use crate::assets::{Asset, NotUnderstood, asset};

const RARITY: Asset = asset!("compare/rarity.txt");

/// The row of the table that holds the number of sentences counted.
const ALL: &str = "*";

/// What a word of everyday news still weighs beside the rarest, which weigh one more.
const COMMONEST: f64 = 0.25;

/// What titles and formulas of reporting keep of their weight.
const FORMULA: f64 = 0.3;

/// Sources of fewer paragraphs are weighed as if they had this many: in three paragraphs no word is rare.
const PARAGRAPHS: usize = 12;

static TABLE: LazyLock<Rarities> = LazyLock::new(|| read().unwrap_or_default());

/// The words of the table.
#[derive(Debug, Default)]
struct Rarities {
    /// How rare each word is in news, 0 to 1: a word that no sentence held is 1, one that each held 0.
    rarity: FxHashMap<&'static str, f64>,
    /// The logarithm of the number of sentences counted, and one.
    all: f64,
}

fn read() -> Result<Rarities, NotUnderstood> {
    let mut counts = Vec::new();
    let mut all = None;
    for row in RARITY.rows() {
        let (entry, [root, count]) = row?;
        let count: f64 = entry.number(count)?;
        if root == ALL {
            all = Some(count);
        } else {
            counts.push((root, count));
        }
    }
    let all = all.ok_or_else(|| RARITY.lacks(ALL))? + 1.0;
    let rarity = |count: f64| (all / (count + 1.0)).ln() / all.ln();
    let counts = counts.into_iter();
    Ok(Rarities {
        rarity: counts.map(|(root, n)| (root, rarity(n))).collect(),
        all: all.ln(),
    })
}

/// How rare a word is in news, 0 to 1, by its root.
fn rarity(root: &str) -> f64 {
    TABLE.rarity.get(root).copied().unwrap_or(1.0)
}

/// The share of sentences of news that hold a word, by its root.
pub(super) fn share_of_sentences(root: &str) -> f64 {
    (-rarity(root) * TABLE.all).exp()
}

/// Reads the table, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), NotUnderstood> {
    read().map(drop)
}

/// A paragraph as numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Counted {
    /// Its terms in order, each with how often it stands there.
    pub(super) counts: Vec<(usize, usize)>,
    /// The positions of the sentences that have terms, in order.
    pub(super) sentences: Vec<usize>,
    /// Its terms in order, each with the sentences it stands in, in order, by their places in `sentences`.
    pub(super) stands: Vec<(usize, usize)>,
    /// Those it is about.
    pub(super) people: Vec<usize>,
}

/// The weights of the terms of two sources. Terms are numbered by the alphabet, and every sum is taken side by
/// side, so that swapping the sides changes no bit.
#[derive(Debug, Default)]
pub(super) struct Weights(Vec<Weighed>);

#[derive(Debug, Clone, Copy)]
struct Weighed {
    weight: f64,
    surprise: f64,
    kind: TermKind,
    paragraphs: [usize; 2],
}

impl Weights {
    /// Numbers and weighs the terms of both sides.
    pub(super) fn of_both(a: &[Reading], b: &[Reading]) -> (Self, Vec<Counted>, Vec<Counted>) {
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        let mut roots: Vec<(&str, TermKind)> = Vec::new();
        let readings = || a.iter().chain(b);
        for term in readings().flat_map(|reading| &reading.terms) {
            let at = *numbers.entry(&term.root).or_insert_with(|| {
                roots.push((&term.root, term.kind));
                roots.len() - 1
            });
            if let Some((_, kind)) = roots.get_mut(at) {
                *kind = term.kind.min(*kind);
            }
        }
        roots.sort_unstable_by_key(|(root, _)| *root);
        for (at, (root, _)) in roots.iter().enumerate() {
            numbers.insert(root, at);
        }
        let [of_a, of_b] = [a, b].map(|side| -> Vec<Counted> {
            side.iter()
                .map(|reading| counted(reading, &numbers))
                .collect()
        });
        let mut paragraphs = vec![[0, 0]; roots.len()];
        for (side, counted) in [&of_a, &of_b].into_iter().enumerate() {
            for (term, _) in counted.iter().flat_map(|paragraph| &paragraph.counts) {
                if let Some(n) = paragraphs
                    .get_mut(*term)
                    .and_then(|both| both.get_mut(side))
                {
                    *n += 1;
                }
            }
        }
        let (n_a, n_b) = (a.len().max(PARAGRAPHS), b.len().max(PARAGRAPHS));
        let weigh = |((root, kind), paragraphs): (&(&str, TermKind), &[usize; 2])| {
            let [in_a, in_b] = *paragraphs;
            let rare = COMMONEST + rarity(root);
            let here = ((n_a + n_b + 1) as f64 / (in_a + in_b + 1) as f64).ln() + 1.0;
            let formula = if *kind == TermKind::Formula {
                FORMULA
            } else {
                1.0
            };
            let chance = (in_a.max(1) * in_b.max(1)) as f64 / (n_a * n_b) as f64;
            Weighed {
                weight: here * rare * formula,
                surprise: -chance.ln() * rare,
                kind: *kind,
                paragraphs: *paragraphs,
            }
        };
        let weighed = roots.iter().zip(&paragraphs).map(weigh).collect();
        (Self(weighed), of_a, of_b)
    }

    /// The weight of a term.
    pub(super) fn of(&self, term: usize) -> f64 {
        self.0.get(term).map_or(0.0, |weighed| weighed.weight)
    }

    /// How surprising it is that two paragraphs picked by chance both hold it, the more the rarer it is in news.
    pub(super) fn surprise(&self, term: usize) -> f64 {
        self.0.get(term).map_or(0.0, |weighed| weighed.surprise)
    }

    /// What a term is.
    pub(super) fn kind(&self, term: usize) -> TermKind {
        self.0
            .get(term)
            .map_or(TermKind::Word, |weighed| weighed.kind)
    }

    /// In how many paragraphs of each side each term stands, in order.
    pub(super) fn paragraphs_with(&self) -> impl Iterator<Item = [usize; 2]> {
        self.0.iter().map(|weighed| weighed.paragraphs)
    }
}

fn counted(reading: &Reading, numbers: &FxHashMap<&str, usize>) -> Counted {
    let number = |root: &str| numbers.get(root).copied();
    let mut terms: Vec<(usize, usize)> = (reading.terms.iter())
        .filter_map(|term| Some((number(&term.root)?, term.sentence)))
        .collect();
    terms.sort_unstable();
    let counts = terms
        .chunk_by(|x, y| x.0 == y.0)
        .filter_map(|run| Some((run.first()?.0, run.len())))
        .collect();
    let mut sentences: Vec<usize> = terms.iter().map(|(_, sentence)| *sentence).collect();
    sentences.sort_unstable();
    sentences.dedup();
    terms.dedup();
    for (_, sentence) in &mut terms {
        *sentence = sentences.partition_point(|other| *other < *sentence);
    }
    Counted {
        counts,
        sentences,
        stands: terms,
        people: reading
            .people
            .iter()
            .filter_map(|root| number(root))
            .collect(),
    }
}

/// In how many of `texts` each root of a word stands, and how many texts there are: what the table of rarity is
/// made of.
pub fn sentences_with<'a>(texts: impl Iterator<Item = &'a str>) -> (HashMap<String, usize>, usize) {
    let mut counts = HashMap::new();
    let mut all = 0;
    for text in texts {
        all += 1;
        let mut roots: Vec<String> = Reading::new(text, &[])
            .terms
            .into_iter()
            .map(|term| term.root.to_string())
            .collect();
        roots.sort_unstable();
        roots.dedup();
        for root in roots {
            *counts.entry(root).or_default() += 1;
        }
    }
    (counts, all)
}
