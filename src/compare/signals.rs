//! What speaks for two paragraphs telling the same fact, as a handful of named signals, and the probability that
//! follows from them: a logistic function whose weights were fitted on judged pairs of paragraphs.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::overlap::{Pair, pairs};
use super::reading::{Reading, Roles, read_together};
use super::source::SourceView;
use super::spelling::{Spellings, TermKind};
use super::weighing::{Counted, Weights};
use crate::assets::{Asset, NotUnderstood, asset};
use crate::work::{Progress, Stopped};

const WEIGHTS: Asset = asset!("compare/signals.txt");

/// The row of the weights that holds the constant.
const CONSTANT: &str = "constant";

/// The signals by name, as they stand in `assets/compare/signals.txt`.
pub const SIGNALS: [&str; 11] = [
    "words",
    "figures",
    "dates",
    "same person",
    "other people",
    "closest sentences",
    "overlap",
    "rarest three",
    "length",
    "both open",
    "neighbours",
];

/// Added to the mass of a sentence, so that two short ones are not the same for one word.
const SMOOTHING: f64 = 5.0;

/// The first part of an article, where both tell what happened.
const OPENING: f64 = 0.15;

static MODEL: LazyLock<Model> = LazyLock::new(|| read().unwrap_or_default());

#[derive(Debug, Default)]
struct Model {
    constant: f64,
    weights: [f64; SIGNALS.len()],
}

fn read() -> Result<Model, NotUnderstood> {
    let mut rows = HashMap::new();
    for row in WEIGHTS.rows() {
        let (entry, [name, weight]) = row?;
        if name != CONSTANT && !SIGNALS.contains(&name) {
            return Err(entry.fault("no such signal"));
        }
        rows.insert(name, entry.number(weight)?);
    }
    let mut model = Model::default();
    let take = |name: &str| rows.get(name).copied().ok_or_else(|| WEIGHTS.lacks(name));
    model.constant = take(CONSTANT)?;
    for (weight, name) in model.weights.iter_mut().zip(SIGNALS) {
        *weight = take(name)?;
    }
    Ok(model)
}

/// Reads the weights, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), NotUnderstood> {
    read().map(drop)
}

/// Two paragraphs held against each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// The position of A's among the scored blocks of its source.
    pub a: usize,
    /// The position of B's.
    pub b: usize,
    /// The sentence of each that shares most with one of the other.
    pub sentences: [usize; 2],
    /// How many terms both hold, names, titles and formulas of reporting apart.
    pub evidence: usize,
    /// The signals, in the order of [`SIGNALS`].
    pub signals: [f64; SIGNALS.len()],
}

impl Held {
    /// How likely they state the same fact, 0 to 1.
    pub fn probability(&self) -> f64 {
        let terms = self.signals.iter().zip(&MODEL.weights);
        let sum = MODEL.constant + terms.map(|(signal, weight)| signal * weight).sum::<f64>();
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Holds the paragraphs of two sources against each other: every pair that shares wording, in order; and whom
/// their titles stand for.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn held(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    progress: &Progress,
) -> Result<(Vec<Held>, Roles), Stopped> {
    let mut spellings = Spellings::default();
    let (mut readings_a, at_a) = readings(a, &mut spellings, progress)?;
    let (mut readings_b, at_b) = readings(b, &mut spellings, progress)?;
    let roles = read_together(&mut readings_a, &mut readings_b);
    let (weights, of_a, of_b) = Weights::of_both(&readings_a, &readings_b);
    let pairs = pairs(&of_a, &of_b, &weights, progress)?;
    let overlaps: FxHashMap<(usize, usize), f64> = pairs
        .iter()
        .map(|pair| ((pair.a, pair.b), pair.overlap))
        .collect();
    let masses = [&of_a, &of_b].map(|side| -> Vec<Mass> {
        side.iter()
            .map(|paragraph| Mass::of(paragraph, &weights))
            .collect()
    });
    let [mass_a, mass_b] = &masses;
    let mut out = Vec::with_capacity(pairs.len());
    let mut sums = Vec::new();
    for (done, pair) in pairs.iter().enumerate() {
        progress.step(done, pairs.len())?;
        let (Some(of_a), Some(of_b)) = (of_a.get(pair.a), of_b.get(pair.b)) else {
            continue;
        };
        let (Some(mass_a), Some(mass_b)) = (mass_a.get(pair.a), mass_b.get(pair.b)) else {
            continue;
        };
        let (Some(at_a), Some(at_b)) = (at_a.get(pair.a), at_b.get(pair.b)) else {
            continue;
        };
        let mut one = compared((of_a, mass_a), (of_b, mass_b), pair, &weights, &mut sums);
        let [.., both_open, neighbours] = &mut one.signals;
        *both_open = f64::from(u8::from(at_a.share < OPENING && at_b.share < OPENING));
        let overlap = |a: usize, b: usize| overlaps.get(&(a, b)).copied().unwrap_or(0.0);
        let before = (at_a.first || at_b.first)
            .then_some(0.0)
            .or_else(|| Some(overlap(pair.a.checked_sub(1)?, pair.b.checked_sub(1)?)));
        let after = if at_a.last || at_b.last {
            0.0
        } else {
            overlap(pair.a + 1, pair.b + 1)
        };
        *neighbours = before.unwrap_or(0.0).max(after);
        out.push(one);
    }
    Ok((out, roles))
}

/// Where a paragraph stands in its article.
struct At {
    share: f64,
    first: bool,
    last: bool,
}

fn readings<'t>(
    source: &SourceView<'t>,
    spellings: &mut Spellings<'t>,
    progress: &Progress,
) -> Result<(Vec<Reading>, Vec<At>), Stopped> {
    let (mut readings, mut at) = (Vec::new(), Vec::new());
    let mut counts = vec![0_usize; source.articles.len()];
    let mut places = Vec::new();
    for view in source.units() {
        progress.step(0, 1)?;
        let (text, sentences) = (&view.block.text, &view.block.sentences);
        readings.push(Reading::with(text, sentences, spellings));
        let Some(count) = counts.get_mut(view.article) else {
            continue;
        };
        places.push((view.article, *count));
        *count += 1;
    }
    for (article, place) in places {
        let all = counts.get(article).copied().unwrap_or(1).max(1);
        at.push(At {
            share: place as f64 / all as f64,
            first: place == 0,
            last: place + 1 == all,
        });
    }
    Ok((readings, at))
}

/// What the terms of a paragraph weigh, and of each of its sentences.
struct Mass {
    all: f64,
    sentences: Vec<f64>,
}

impl Mass {
    fn of(paragraph: &Counted, weights: &Weights) -> Self {
        let mut sentences = vec![0.0; paragraph.sentences.len()];
        for (term, sentence) in &paragraph.stands {
            if let Some(mass) = sentences.get_mut(*sentence) {
                *mass += weights.of(*term);
            }
        }
        let terms = paragraph.counts.iter();
        Self {
            all: terms.map(|(term, _)| weights.of(*term)).sum(),
            sentences,
        }
    }
}

/// The signals of two paragraphs but for those of their places; `sums` is room to count in.
fn compared(
    (a, mass_a): (&Counted, &Mass),
    (b, mass_b): (&Counted, &Mass),
    pair: &Pair,
    weights: &Weights,
    sums: &mut Vec<f64>,
) -> Held {
    let (mut words, mut figures, mut dates) = (0.0, 0.0, 0.0);
    let mut rarest = [0.0_f64; 3];
    let mut evidence = 0;
    // What each two sentences share, A's one after the other.
    let across = b.sentences.len();
    sums.clear();
    sums.resize(a.sentences.len() * across, 0.0);
    shared(&a.stands, &b.stands, |term, in_a, in_b| {
        let surprise = weights.surprise(term);
        let kind = weights.kind(term);
        evidence += usize::from(!matches!(kind, TermKind::Name | TermKind::Formula));
        match kind {
            TermKind::Word => words += surprise,
            TermKind::Figure => figures += surprise,
            TermKind::Date => dates += surprise,
            TermKind::Name | TermKind::Role | TermKind::Formula => {}
        }
        let weight = weights.of(term);
        for (_, at_a) in in_a {
            for (_, at_b) in in_b {
                if let Some(sum) = sums.get_mut(at_a * across + at_b) {
                    *sum += weight;
                }
            }
        }
        if let Some(place) = rarest.iter().position(|kept| weight > *kept) {
            if let Some(rest) = rarest.get_mut(place..) {
                rest.rotate_right(1);
            }
            if let Some(slot) = rarest.get_mut(place) {
                *slot = weight;
            }
        }
    });
    let (closest, sentences) = closest((a, mass_a), (b, mass_b), sums);
    let same = a.people.iter().any(|one| b.people.contains(one));
    let others = !same && !a.people.is_empty() && !b.people.is_empty();
    let flag = |is: bool| f64::from(u8::from(is));
    Held {
        a: pair.a,
        b: pair.b,
        sentences,
        evidence,
        signals: [
            f64::ln_1p(words),
            f64::ln_1p(figures),
            f64::ln_1p(dates),
            flag(same),
            flag(others),
            closest,
            pair.overlap,
            rarest.iter().sum(),
            (mass_a.all.min(mass_b.all) + SMOOTHING).ln(),
            0.0,
            0.0,
        ],
    }
}

/// How close the closest two sentences are, 0 to 1, and which they are; `sums` is what each two share.
fn closest(
    (a, mass_a): (&Counted, &Mass),
    (b, mass_b): (&Counted, &Mass),
    sums: &[f64],
) -> (f64, [usize; 2]) {
    let mut best = (0.0, [0, 0]);
    let rows = sums.chunks(b.sentences.len().max(1));
    for ((at_a, mass_a), row) in a.sentences.iter().zip(&mass_a.sentences).zip(rows) {
        for ((at_b, mass_b), sum) in b.sentences.iter().zip(&mass_b.sentences).zip(row) {
            let close = sum / ((mass_a + SMOOTHING) * (mass_b + SMOOTHING)).sqrt();
            if close > best.0 {
                best = (close, [*at_a, *at_b]);
            }
        }
    }
    best
}

/// A term with a sentence it stands in.
type Stands = (usize, usize);

/// Calls `found` for every term of two ordered lists that both hold, in order, with where each has it.
fn shared(a: &[Stands], b: &[Stands], mut found: impl FnMut(usize, &[Stands], &[Stands])) {
    let (mut a, mut b) = (a, b);
    while let ([(in_a, _), rest_a @ ..], [(in_b, _), rest_b @ ..]) = (a, b) {
        match in_a.cmp(in_b) {
            Ordering::Less => a = rest_a,
            Ordering::Greater => b = rest_b,
            Ordering::Equal => {
                let term = *in_a;
                let run =
                    |list: &[Stands]| list.iter().take_while(|(other, _)| *other == term).count();
                let ((of_a, after_a), (of_b, after_b)) = (a.split_at(run(a)), b.split_at(run(b)));
                found(term, of_a, of_b);
                (a, b) = (after_a, after_b);
            }
        }
    }
}
