//! Learns the weights of `assets/wording/target.txt` from `NewsMTSC` (Hamborg & Donnay 2021, MIT) and judges
//! them by cross-validation over sentences.
//!
//! `cargo run --release -p training -- target newsmtsc.tsv [OUT]`
//! The table has the columns `start`, `end` (code points of the mention), `polarity` (neg, neu, pos), `text`.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a training program"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::support::logistic::{self, Example, Model};
use crate::support::metrics;
use crate::support::table::{self, Row, field};
use parallax::article::Span;
use parallax::score::target;

/// Features met in fewer mentions are left out.
const LEAST_MENTIONS: usize = 3;
/// Features that are shipped.
const SHIPPED: usize = 20_000;
const PENALTY: f64 = 0.008;
/// See `logistic::strength`.
const STRENGTH: (f64, f64) = (0.5, 2.0);
const FOLDS: usize = 5;

#[derive(Clone)]
struct Mention {
    /// 1 for a labelled mention, less for one that only means the same.
    weight: f64,
    features: Vec<(String, f32)>,
    class: usize,
    /// Mentions in one sentence stay in one fold.
    group: String,
}

pub(crate) fn run(data: &Path, out: Option<&str>) -> anyhow::Result<()> {
    let mentions: Vec<Mention> = table::read(data)?.iter().flat_map(read).collect();
    let sharpness = cross_validate(&mentions);
    if let Some(out) = out {
        let all: Vec<&Mention> = mentions.iter().collect();
        let labelled = mentions.iter().filter(|m| m.weight >= 1.0).count();
        std::fs::write(out, Learned::from(&all).to_asset(labelled, sharpness))?;
    }
    Ok(())
}

/// What a mention that only means the same as the labelled one ("she") counts.
const FURTHER: f64 = 0.4;

/// The labelled mention of a row and those that mean the same.
fn read(row: &Row) -> Vec<Mention> {
    let further: Vec<(usize, usize, String)> =
        serde_json::from_str(field(row, "further")).unwrap_or_default();
    let labelled = field(row, "start")
        .parse()
        .ok()
        .zip(field(row, "end").parse().ok())
        .map(|(start, end)| (start, end, 1.0));
    let all = labelled.into_iter().chain(
        further
            .into_iter()
            .map(|(start, end, _)| (start, end, FURTHER)),
    );
    all.filter_map(|(start, end, weight)| mention(row, start, end, weight))
        .collect()
}

fn mention(row: &Row, start: usize, end: usize, weight: f64) -> Option<Mention> {
    let text = field(row, "text");
    let byte = |point: usize| {
        text.char_indices()
            .nth(point)
            .map_or(text.len(), |(at, _)| at)
    };
    let class = ["neg", "neu", "pos"]
        .iter()
        .position(|p| *p == field(row, "polarity"))?;
    let mut summed: BTreeMap<String, f32> = BTreeMap::new();
    for (name, value) in target::features(text, Span::new(byte(start), byte(end)))? {
        *summed.entry(name).or_default() += value;
    }
    Some(Mention {
        weight,
        features: summed.into_iter().collect(),
        class,
        group: text.to_owned(),
    })
}

/// Prints how well held-out mentions are judged; how much the weights must be scaled for the probabilities
/// to be right as often as they say.
fn cross_validate(mentions: &[Mention]) -> f64 {
    let groups: BTreeSet<&str> = mentions.iter().map(|m| m.group.as_str()).collect();
    let fold_of: BTreeMap<&str, usize> = groups
        .into_iter()
        .enumerate()
        .map(|(i, g)| (g, i.wrapping_mul(2_654_435_761) % FOLDS))
        .collect();
    let (mut gold, mut guess, mut given) = (Vec::new(), Vec::new(), Vec::new());
    for fold in 0..FOLDS {
        let (held, training): (Vec<&Mention>, Vec<&Mention>) = mentions
            .iter()
            .partition(|m| fold_of[m.group.as_str()] == fold);
        let learned = Learned::from(&training);
        for mention in held.into_iter().filter(|m| m.weight >= 1.0) {
            gold.push(mention.class);
            let probabilities = learned.probabilities(mention);
            guess.push(most(&probabilities));
            given.push(probabilities);
        }
    }
    let right = gold.iter().zip(&guess).filter(|(a, b)| a == b).count();
    println!(
        "NewsMTSC {FOLDS}-fold: macro-F1 {:.4}, accuracy {:.4} (n = {})",
        metrics::macro_f1(&gold, &guess, 3),
        right as f64 / gold.len() as f64,
        gold.len()
    );
    let sharpness = sharpness(&gold, &given);
    println!(
        "log loss {:.3}; {:.3} with the weights times {sharpness:.2}",
        log_loss(&gold, &given, 1.0),
        log_loss(&gold, &given, sharpness)
    );
    sharpness
}

fn most(probabilities: &[f64]) -> usize {
    (0..probabilities.len())
        .max_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]))
        .unwrap_or(1)
}

/// The factor on the weights that makes held-out labels most probable.
fn sharpness(gold: &[usize], given: &[Vec<f64>]) -> f64 {
    (20..=150)
        .map(|percent| f64::from(percent) / 100.0)
        .min_by(|&a, &b| log_loss(gold, given, a).total_cmp(&log_loss(gold, given, b)))
        .unwrap_or(1.0)
}

fn log_loss(gold: &[usize], given: &[Vec<f64>], sharpness: f64) -> f64 {
    let losses = gold.iter().zip(given).map(|(&class, probabilities)| {
        let powers = probabilities.iter().map(|p| p.powf(sharpness));
        -(probabilities[class].powf(sharpness) / powers.sum::<f64>()).ln()
    });
    losses.sum::<f64>() / gold.len() as f64
}

struct Learned {
    positions: BTreeMap<String, usize>,
    model: Model,
}

impl Learned {
    /// Learns from all features, keeps the [`SHIPPED`] that matter most and learns their weights anew.
    fn from(mentions: &[&Mention]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, _) in mentions.iter().flat_map(|m| &m.features) {
            *counts.entry(name).or_default() += 1;
        }
        counts.retain(|_, count| *count >= LEAST_MENTIONS);
        let all = Self::fit(mentions, counts.keys().copied());
        let mut ranked: Vec<(&str, f64)> = counts
            .iter()
            .map(|(name, count)| (*name, all.reach(name) * (*count as f64).sqrt()))
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        ranked.truncate(SHIPPED);
        Self::fit(mentions, ranked.into_iter().map(|(name, _)| name))
    }

    fn fit<'n>(mentions: &[&Mention], names: impl Iterator<Item = &'n str>) -> Self {
        let positions: BTreeMap<String, usize> = names
            .enumerate()
            .map(|(i, name)| (name.to_owned(), i))
            .collect();
        let mut sizes = [0.0; 3];
        for mention in mentions {
            sizes[mention.class] += mention.weight;
        }
        let examples: Vec<Example> = mentions
            .iter()
            .map(|mention| Example {
                features: vector(&positions, mention),
                class: mention.class,
                weight: mention.weight / sizes[mention.class],
            })
            .collect();
        let strength = logistic::strength(&examples, positions.len(), 3, STRENGTH);
        let model = Model::fit(&examples, positions.len(), 3, &|f| {
            PENALTY / (strength[f] * strength[f])
        });
        Self { positions, model }
    }

    /// The weight of `class` against the neutral one.
    fn against(&self, feature: usize, class: usize) -> f64 {
        self.model.weight(feature, class) - self.model.weight(feature, 1)
    }

    /// The larger of a feature's two weights.
    fn reach(&self, name: &str) -> f64 {
        let feature = self.positions[name];
        let [negative, positive] = [0, 2].map(|class| self.against(feature, class).abs());
        negative.max(positive)
    }

    fn probabilities(&self, mention: &Mention) -> Vec<f64> {
        self.model.probabilities(&vector(&self.positions, mention))
    }

    /// The weights against the neutral class, in thousandths, as the program reads them.
    fn to_asset(&self, mentions: usize, sharpness: f64) -> String {
        let unit = 1000.0 * sharpness;
        let rows: Vec<(&String, f64, f64)> = self
            .positions
            .iter()
            .map(|(name, &f)| (name, self.against(f, 0), self.against(f, 2)))
            .collect();
        let mut text = format!(
            "# Weights of the target model (score/target), in thousandths against the neutral class:\n\
             # kind of feature, words, negative, positive. Names and figures are masked (<pn>, <num>).\n\
             # Learned by tests/training/wording/target.rs from {mentions} mentions of NewsMTSC (F. Hamborg and\n\
             # K. Donnay 2021), MIT: see assets/licenses/NewsMTSC-MIT.txt. Version: 2.\n\
             bias\t\t{:.0}\t{:.0}\n",
            unit * (self.model.bias(0) - self.model.bias(1)),
            unit * (self.model.bias(2) - self.model.bias(1))
        );
        for (name, negative, positive) in rows {
            let _ = writeln!(
                text,
                "{name}\t{:.0}\t{:.0}",
                unit * negative,
                unit * positive
            );
        }
        text
    }
}

fn vector(positions: &BTreeMap<String, usize>, mention: &Mention) -> Vec<(usize, f32)> {
    mention
        .features
        .iter()
        .filter_map(|(name, value)| Some((*positions.get(name)?, *value)))
        .collect()
}
