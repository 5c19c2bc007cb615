//! How alike the passages of two sources are: the cosine of their TF-IDF vectors, with the idf taken
//! over the passages of both and lengths pivoted towards their mean (Singhal, Buckley & Mitra 1996),
//! so that short passages do not look alike for one shared name.

use std::collections::HashMap;

use super::words;
use crate::work::{Progress, Stopped};

/// How far lengths are pivoted towards their mean: 0 not at all, 1 entirely.
const PIVOT: f64 = 0.5;

/// Products of weights that may be added up in all. Beyond it the most common terms are left out,
/// which keeps a text that repeats itself from taking quadratic time.
const WORK: usize = 100_000_000;

/// Counterparts kept for a passage.
const KEPT: usize = 4;

/// A passage of the other side and how alike it is, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Counterpart {
    pub(super) index: usize,
    pub(super) similarity: f64,
}

/// The most similar passages of the other side for every passage, best first.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Counterparts {
    pub(super) of_a: Vec<Vec<Counterpart>>,
    pub(super) of_b: Vec<Vec<Counterpart>>,
}

/// A passage's terms in order, each with its weight.
type Vector = Vec<(usize, f64)>;

/// Finds the counterparts of every passage at least `least` similar.
pub(super) fn counterparts(
    a: &[&str],
    b: &[&str],
    least: f64,
    progress: &Progress,
) -> Result<Counterparts, Stopped> {
    let (a, b) = vectors(a, b, progress)?;
    let postings = postings(&b);
    let mut found = Counterparts {
        of_a: vec![Vec::new(); a.len()],
        of_b: vec![Vec::new(); b.len()],
    };
    let mut row = vec![0.0; b.len()];
    for (i, vector) in a.iter().enumerate() {
        progress.step(i, a.len())?;
        let mut touched = Vec::new();
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
        for j in touched {
            let similarity = row.get_mut(j).map_or(0.0, std::mem::take).min(1.0);
            if similarity >= least {
                keep(found.of_a.get_mut(i), j, similarity);
                keep(found.of_b.get_mut(j), i, similarity);
            }
        }
    }
    Ok(found)
}

/// Keeps a counterpart if it is among the best, ties in reading order.
fn keep(best: Option<&mut Vec<Counterpart>>, index: usize, similarity: f64) {
    let Some(best) = best else { return };
    let place = best.partition_point(|kept| {
        kept.similarity > similarity || (kept.similarity >= similarity && kept.index < index)
    });
    if place < KEPT {
        best.insert(place, Counterpart { index, similarity });
        best.truncate(KEPT);
    }
}

/// How often each term occurs in a passage, by term.
type Counts = Vec<(usize, usize)>;

/// The weighted vectors of both sides. Term numbers follow the alphabet and sums are taken side by
/// side, so that swapping the sides changes no bit.
fn vectors(
    a: &[&str],
    b: &[&str],
    progress: &Progress,
) -> Result<(Vec<Vector>, Vec<Vector>), Stopped> {
    let mut seen = HashMap::new();
    let first_a = numbered(a, &mut seen, progress)?;
    let first_b = numbered(b, &mut seen, progress)?;
    let terms = seen.len();
    let places = alphabetical(seen);
    let counts_a = counts(first_a, &places);
    let counts_b = counts(first_b, &places);
    let df_a = passages_with(&counts_a, terms);
    let df_b = passages_with(&counts_b, terms);
    let idf = idf(&df_a, &df_b, a.len() + b.len());
    let mut weighted_a = weigh(&counts_a, &idf);
    let mut weighted_b = weigh(&counts_b, &idf);
    let (sum_a, n_a) = lengths(&weighted_a);
    let (sum_b, n_b) = lengths(&weighted_b);
    let mean = (sum_a + sum_b) / (n_a + n_b).max(1) as f64;
    normalise(&mut weighted_a, mean);
    normalise(&mut weighted_b, mean);
    Ok((weighted_a, weighted_b))
}

/// The terms of every passage, numbered in the order they were first seen.
fn numbered(
    passages: &[&str],
    seen: &mut HashMap<String, usize>,
    progress: &Progress,
) -> Result<Vec<Vec<usize>>, Stopped> {
    let mut number = |word: String| {
        let next = seen.len();
        *seen.entry(word).or_insert(next)
    };
    passages
        .iter()
        .map(|text| {
            progress.step(0, 1)?;
            Ok(words::content(text).into_iter().map(&mut number).collect())
        })
        .collect()
}

/// The place in the alphabet of each term, by its number.
fn alphabetical(seen: HashMap<String, usize>) -> Vec<usize> {
    let mut sorted: Vec<(String, usize)> = seen.into_iter().collect();
    sorted.sort_unstable();
    let mut places = vec![0; sorted.len()];
    for (place, (_, number)) in sorted.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(number) {
            *slot = place;
        }
    }
    places
}

fn counts(passages: Vec<Vec<usize>>, places: &[usize]) -> Vec<Counts> {
    passages
        .into_iter()
        .map(|mut terms| {
            for term in &mut terms {
                *term = places.get(*term).copied().unwrap_or_default();
            }
            terms.sort_unstable();
            terms
                .chunk_by(|x, y| x == y)
                .filter_map(|run| Some((*run.first()?, run.len())))
                .collect()
        })
        .collect()
}

/// In how many passages each term occurs.
fn passages_with(passages: &[Counts], terms: usize) -> Vec<usize> {
    let mut df = vec![0; terms];
    for &(term, _) in passages.iter().flatten() {
        if let Some(n) = df.get_mut(term) {
            *n += 1;
        }
    }
    df
}

/// The inverse document frequency of each term; 0 for those left out to stay within [`WORK`].
fn idf(df_a: &[usize], df_b: &[usize], passages: usize) -> Vec<f64> {
    let mut costs: Vec<(usize, usize)> = df_a
        .iter()
        .zip(df_b)
        .map(|(a, b)| a * b)
        .enumerate()
        .map(|(term, cost)| (cost, term))
        .collect();
    costs.sort_unstable();
    let mut idf = vec![0.0; df_a.len()];
    let mut spent = 0_usize;
    for (cost, term) in costs {
        spent = spent.saturating_add(cost);
        let df = df_a.get(term).zip(df_b.get(term)).map_or(0, |(a, b)| a + b);
        if let Some(value) = idf.get_mut(term).filter(|_| spent <= WORK) {
            *value = ((passages + 1) as f64 / (df + 1) as f64).ln() + 1.0;
        }
    }
    idf
}

fn weigh(passages: &[Counts], idf: &[f64]) -> Vec<Vector> {
    passages
        .iter()
        .map(|counts| {
            counts
                .iter()
                .filter_map(|&(term, n)| {
                    let idf = idf.get(term).copied().filter(|&idf| idf > 0.0)?;
                    Some((term, (1.0 + (n as f64).ln()) * idf))
                })
                .collect()
        })
        .collect()
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

/// For each term, the passages it occurs in with its weights.
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
