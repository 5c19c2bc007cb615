//! How much of their wording paragraphs of two sources share, for every pair worth a closer look: the cosine of
//! their weighted terms, with lengths pivoted towards their mean (Singhal, Buckley & Mitra 1996), so that short
//! paragraphs do not look alike for one shared name.

use super::weighing::{Counted, Weights};
use crate::work::{Progress, Stopped};

/// How far lengths are pivoted towards their mean: 0 not at all, 1 entirely.
const PIVOT: f64 = 0.5;

/// Products of weights that may be added up in all. Beyond it the most common terms are left out,
/// which keeps a text that repeats itself from taking quadratic time.
const WORK: usize = 50_000_000;

/// Below this overlap a pair is not looked at: none of 271 judged pairs that state the same fact and are found
/// lies there.
const LEAST: f64 = 0.03;

/// Counterparts looked at for a paragraph.
const LOOKED_AT: usize = 12;

/// A paragraph's terms in order, each with its weight.
type Vector = Vec<(usize, f64)>;

/// Two paragraphs that share wording.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    /// The cosine, 0 to 1.
    pub(super) overlap: f64,
}

/// The pairs that share most wording, in order of A, then B: for every paragraph of either side its best.
pub(super) fn pairs(
    a: &[Counted],
    b: &[Counted],
    weights: &Weights,
    progress: &Progress,
) -> Result<Vec<Pair>, Stopped> {
    let kept = affordable(weights);
    let (mut of_a, mut of_b) = (vectors(a, weights, &kept), vectors(b, weights, &kept));
    let ((sum_a, n_a), (sum_b, n_b)) = (lengths(&of_a), lengths(&of_b));
    let mean = (sum_a + sum_b) / (n_a + n_b).max(1) as f64;
    normalise(&mut of_a, mean);
    normalise(&mut of_b, mean);
    let postings = postings(&of_b);
    let mut best_a = vec![Best::default(); a.len()];
    let mut best_b = vec![Best::default(); b.len()];
    let mut row = vec![0.0; b.len()];
    let mut touched = Vec::with_capacity(b.len());
    for ((i, vector), best_a) in of_a.iter().enumerate().zip(&mut best_a) {
        progress.step(i, of_a.len())?;
        for &(term, weight) in vector {
            for &(j, other) in postings.get(term).map_or(&[][..], Vec::as_slice) {
                if let Some(sum) = row.get_mut(j) {
                    if *sum <= 0.0 {
                        touched.push(j);
                    }
                    *sum += weight * other;
                }
            }
        }
        for j in touched.drain(..) {
            let overlap = row.get_mut(j).map_or(0.0, std::mem::take).min(1.0);
            best_a.see(j, overlap);
            if let Some(best) = best_b.get_mut(j) {
                best.see(i, overlap);
            }
        }
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for (a, best) in best_a.iter().enumerate() {
        pairs.extend(best.kept.iter().map(|&(b, overlap)| Pair { a, b, overlap }));
    }
    for (b, best) in best_b.iter().enumerate() {
        pairs.extend(best.kept.iter().map(|&(a, overlap)| Pair { a, b, overlap }));
    }
    pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
    pairs.dedup_by_key(|pair| (pair.a, pair.b));
    Ok(pairs)
}

/// The best counterparts of one paragraph.
#[derive(Debug, Clone)]
struct Best {
    /// Less than this is not looked at.
    least: f64,
    kept: Vec<(usize, f64)>,
}

impl Default for Best {
    fn default() -> Self {
        Self {
            least: LEAST,
            kept: Vec::new(),
        }
    }
}

impl Best {
    /// Keeps a counterpart if it is among the best, ties in reading order.
    #[inline]
    fn see(&mut self, index: usize, overlap: f64) {
        if overlap >= self.least {
            self.keep(index, overlap);
        }
    }

    fn keep(&mut self, index: usize, overlap: f64) {
        let before =
            |(other, kept): &(usize, f64)| *kept > overlap || (*kept >= overlap && *other < index);
        let place = self.kept.partition_point(before);
        if place < LOOKED_AT {
            self.kept.insert(place, (index, overlap));
            self.kept.truncate(LOOKED_AT);
        }
        if let (LOOKED_AT, Some((_, last))) = (self.kept.len(), self.kept.last()) {
            self.least = *last;
        }
    }
}

/// Which terms are looked up: all but the most common where that would take too long.
fn affordable(weights: &Weights) -> Vec<bool> {
    let costs = weights.paragraphs_with().map(|[a, b]| a * b);
    let mut costs: Vec<(usize, usize)> =
        costs.enumerate().map(|(term, cost)| (cost, term)).collect();
    costs.sort_unstable();
    let mut kept = vec![false; costs.len()];
    let mut spent = 0_usize;
    for (cost, term) in costs {
        spent = spent.saturating_add(cost);
        if let Some(kept) = kept.get_mut(term) {
            *kept = spent <= WORK;
        }
    }
    kept
}

fn vectors(paragraphs: &[Counted], weights: &Weights, kept: &[bool]) -> Vec<Vector> {
    let weigh = |paragraph: &Counted| -> Vector {
        (paragraph.counts.iter())
            .filter(|(term, _)| kept.get(*term).copied().unwrap_or_default())
            .map(|&(term, n)| (term, (1.0 + (n as f64).ln()) * weights.of(term)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect()
    };
    paragraphs.iter().map(weigh).collect()
}

/// The sum of the lengths of all vectors that have one, and their number.
fn lengths(vectors: &[Vector]) -> (f64, usize) {
    vectors
        .iter()
        .map(length)
        .filter(|&l| l > 0.0)
        .fold((0.0, 0), |(sum, n), l| (sum + l, n + 1))
}

fn length(vector: &Vector) -> f64 {
    vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt()
}

fn normalise(vectors: &mut [Vector], mean: f64) {
    for vector in vectors {
        let by = PIVOT * mean + (1.0 - PIVOT) * length(vector);
        if by > 0.0 {
            for (_, weight) in vector {
                *weight /= by;
            }
        }
    }
}

/// For each term, the paragraphs it occurs in with its weights.
fn postings(vectors: &[Vector]) -> Vec<Vec<(usize, f64)>> {
    let terms = vectors.iter().flatten().map(|(term, _)| term + 1).max();
    let mut out = vec![Vec::new(); terms.unwrap_or(0)];
    for (index, vector) in vectors.iter().enumerate() {
        for &(term, weight) in vector {
            if let Some(list) = out.get_mut(term) {
                list.push((index, weight));
            }
        }
    }
    out
}
