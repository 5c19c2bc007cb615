//! How likely two articles tell the same event, from their signals: a logistic function, read twice. The second
//! reading knows of every pair how the first read the others: an outlet seldom tells an event in two articles, so of
//! two that look alike the likelier one speaks against the other. The weights are set by hand in whole and half numbers; those fitted on known events
//! do no better on others.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::signals::{STORY_SIGNALS, Signals};
use crate::assets::{Asset, NotUnderstood, asset};

const WEIGHTS: Asset = asset!("compare/stories.txt");

/// The readings, as they stand there.
const READINGS: [&str; 2] = ["first", "second"];

/// The row of the weights that holds the constant.
const CONSTANT: &str = "constant";

/// What the second reading knows beside the signals, as it stands in the file.
pub const SECOND_SIGNALS: [&str; 2] = ["first reading", "likeliest of its source"];

/// The first reading is told no further than this on either side.
const FARTHEST: f64 = 8.0;

/// A pair that was not looked at counts as one that the first reading found no story in.
const UNREAD: f64 = -4.0;

/// A pair is no further ahead of the others of its source than this in the first reading …
const AHEAD: f64 = 3.0;

/// … and this in how much nearer it is than others; a pair that was not looked at has no more than [`UNSEEN`] there.
const NEARER: f64 = 1.0;
const UNSEEN: f64 = -0.5;

static SHIPPED: LazyLock<StoryModel> = LazyLock::new(|| read().unwrap_or_default());

/// Two texts that were held against each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StoryPair {
    /// The smaller position among the texts.
    pub a: usize,
    /// The larger.
    pub b: usize,
    /// In the order of [`STORY_SIGNALS`].
    pub signals: Signals,
    /// Whether one is a copy of the other with small changes.
    pub copied: bool,
}

/// Every text with its articles, and the pairs of texts worth a look.
#[derive(Debug, Clone, Default)]
pub struct StoryPairs {
    /// The articles of each text by position, in order; texts by their first.
    pub texts: Vec<Vec<usize>>,
    /// The source of each text, of the first article.
    pub sources: Vec<usize>,
    /// Each pair once, in order.
    pub pairs: Vec<StoryPair>,
}

/// What the second reading goes by: the signals, then [`SECOND_SIGNALS`].
pub type AllSignals = [f64; STORY_SIGNALS.len() + SECOND_SIGNALS.len()];

impl StoryPairs {
    /// Fills in how much nearer each pair is than the next of the same source.
    pub(super) fn compare_within_sources(&mut self) {
        let near = STORY_SIGNALS
            .iter()
            .position(|name| *name == "nearer than others");
        let value = |pair: &StoryPair| near.and_then(|at| pair.signals.get(at)).copied();
        let values: Vec<f64> = self.pairs.iter().filter_map(value).collect();
        let ahead = self.ahead(&values, UNSEEN, NEARER);
        for (pair, ahead) in self.pairs.iter_mut().zip(ahead) {
            let [.., best] = &mut pair.signals;
            *best = ahead;
        }
    }

    /// What the second reading goes by, the first having come to `first` of each pair.
    pub fn read_again(&self, first: &[f64]) -> impl Iterator<Item = AllSignals> {
        let first: Vec<f64> = first.iter().map(|z| z.clamp(-FARTHEST, FARTHEST)).collect();
        let ahead = self.ahead(&first, UNREAD, AHEAD);
        let pairs = self.pairs.iter().zip(first.into_iter().zip(ahead));
        pairs.map(|(pair, (first, ahead))| {
            let mut all = [0.0; STORY_SIGNALS.len() + SECOND_SIGNALS.len()];
            let values = pair.signals.iter().copied().chain([first, ahead]);
            for (slot, value) in all.iter_mut().zip(values) {
                *slot = value;
            }
            all
        })
    }

    /// How far each pair is ahead of the next that one of its texts has with the source of the other, the mean of
    /// both sides; less than nothing where it is behind. What was not looked at has the value `unseen`.
    fn ahead(&self, values: &[f64], unseen: f64, most: f64) -> Vec<f64> {
        let source = |text: usize| self.sources.get(text).copied();
        let mut best: BTreeMap<(usize, Option<usize>), [f64; 2]> = BTreeMap::new();
        for (pair, value) in self.pairs.iter().zip(values) {
            for (text, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let [first, second] = best.entry((text, source(other))).or_insert([unseen; 2]);
                if value > first {
                    *second = *first;
                    *first = *value;
                } else if value > second {
                    *second = *value;
                }
            }
        }
        let ahead = |text: usize, other: usize, value: f64| {
            let [first, second] = best
                .get(&(text, source(other)))
                .copied()
                .unwrap_or([unseen; 2]);
            if value >= first {
                value - second
            } else {
                value - first
            }
        };
        let pairs = self.pairs.iter().zip(values);
        let both = pairs.map(|(pair, value)| {
            let (a, b) = (ahead(pair.a, pair.b, *value), ahead(pair.b, pair.a, *value));
            f64::midpoint(a, b).clamp(-most, most)
        });
        both.collect()
    }
}

/// What each of `N` signals weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryWeights<const N: usize> {
    /// The constant.
    pub constant: f64,
    /// In the order of the signals.
    pub weights: [f64; N],
}

impl<const N: usize> Default for StoryWeights<N> {
    fn default() -> Self {
        Self {
            constant: 0.0,
            weights: [0.0; N],
        }
    }
}

impl<const N: usize> StoryWeights<N> {
    /// The logarithm of the odds.
    pub fn odds(&self, signals: &[f64; N]) -> f64 {
        let terms = signals.iter().zip(&self.weights);
        self.constant + terms.map(|(signal, weight)| signal * weight).sum::<f64>()
    }
}

/// The weights of both readings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StoryModel {
    /// Those of the first.
    pub first: StoryWeights<{ STORY_SIGNALS.len() }>,
    /// Those of the second.
    pub second: StoryWeights<{ STORY_SIGNALS.len() + SECOND_SIGNALS.len() }>,
}

impl StoryModel {
    /// The weights that ship.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// How likely each pair tells one event, 0 to 1.
    pub fn probabilities(&self, pairs: &StoryPairs) -> Vec<f64> {
        let first = pairs
            .pairs
            .iter()
            .map(|pair| self.first.odds(&pair.signals));
        let first: Vec<f64> = first.collect();
        let again = pairs.read_again(&first);
        let odds = again.map(|signals| self.second.odds(&signals));
        odds.map(|odds| 1.0 / (1.0 + (-odds).exp())).collect()
    }
}

fn read() -> Result<StoryModel, NotUnderstood> {
    let mut rows = HashMap::new();
    for row in WEIGHTS.rows() {
        let (entry, [reading, name, weight]) = row?;
        let known = STORY_SIGNALS
            .iter()
            .chain(&SECOND_SIGNALS)
            .any(|signal| *signal == name);
        if !READINGS.contains(&reading) || name != CONSTANT && !known {
            return Err(entry.fault("no such signal"));
        }
        rows.insert((reading, name), entry.number(weight)?);
    }
    let take = |reading: &'static str, name: &'static str| {
        let row = rows.get(&(reading, name)).copied();
        row.ok_or_else(|| WEIGHTS.lacks(name))
    };
    let mut model = StoryModel::default();
    model.first.constant = take("first", CONSTANT)?;
    for (weight, name) in model.first.weights.iter_mut().zip(STORY_SIGNALS) {
        *weight = take("first", name)?;
    }
    model.second.constant = take("second", CONSTANT)?;
    let names = STORY_SIGNALS.into_iter().chain(SECOND_SIGNALS);
    for (weight, name) in model.second.weights.iter_mut().zip(names) {
        *weight = take("second", name)?;
    }
    Ok(model)
}

/// Reads the weights, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), NotUnderstood> {
    read().map(drop)
}
