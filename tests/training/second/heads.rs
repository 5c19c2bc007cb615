//! A linear head: fitted, judged on texts it has not seen, and written as the program reads it.

use std::fmt::Write as _;

use parallax::encoder::WIDTH;
use parallax::work::{self, Progress, Threads};

use crate::support::logistic::{Example, Model};

/// Parts for judging: each is scored by what was learned from the others.
const FOLDS: u64 = 4;

/// One text: its states, how much each class is its own, and which part it belongs to.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) states: Vec<f32>,
    pub(crate) target: Vec<f64>,
    pub(crate) group: u64,
}

/// A fitted head.
pub(crate) struct Head {
    means: Vec<f64>,
    deviations: Vec<f64>,
    /// By class: a weight a number, and the bias.
    classes: Vec<(Vec<f64>, f64)>,
}

impl Head {
    pub(crate) fn fit(rows: &[&Row], penalty: f64) -> Self {
        let size = rows.first().map_or(0, |row| row.states.len());
        let classes = rows.first().map_or(0, |row| row.target.len());
        let count = rows.len() as f64;
        let mut means = vec![0.0; size];
        let mut deviations = vec![0.0; size];
        for row in rows {
            for (mean, value) in means.iter_mut().zip(&row.states) {
                *mean += f64::from(*value) / count;
            }
        }
        for row in rows {
            for ((sum, value), mean) in deviations.iter_mut().zip(&row.states).zip(&means) {
                *sum += (f64::from(*value) - mean).powi(2) / count;
            }
        }
        // A constant number tells nothing and must not be blown up.
        let deviations: Vec<f64> = deviations.iter().map(|sum| sum.sqrt().max(1e-3)).collect();
        let examples: Vec<Example> = (rows.iter())
            .flat_map(|row| {
                let standard = row.states.iter().zip(&means).zip(&deviations);
                #[expect(clippy::cast_possible_truncation, reason = "the learner takes f32")]
                let features: Vec<(usize, f32)> = standard
                    .map(|((value, mean), deviation)| {
                        ((f64::from(*value) - mean) / deviation) as f32
                    })
                    .enumerate()
                    .collect();
                let classes = row
                    .target
                    .iter()
                    .enumerate()
                    .filter(|(_, weight)| **weight > 0.0);
                let example = |(class, weight): (usize, &f64)| Example {
                    features: features.clone(),
                    class,
                    weight: *weight,
                };
                classes.map(example).collect::<Vec<_>>()
            })
            .collect();
        let model = Model::fit(&examples, size, classes, &|_| penalty);
        let classes = (0..classes)
            .map(|class| {
                let weights = (0..size).map(|at| model.weight(at, class)).collect();
                (weights, model.bias(class))
            })
            .collect();
        Self {
            means,
            deviations,
            classes,
        }
    }

    /// The log-odds of each class against class `against`.
    pub(crate) fn odds(&self, states: &[f32], against: usize) -> Vec<f64> {
        let scores: Vec<f64> = (self.classes.iter())
            .map(|(weights, bias)| {
                let standard = states.iter().zip(&self.means).zip(&self.deviations);
                let parts = standard
                    .zip(weights)
                    .map(|(((value, mean), deviation), weight)| {
                        (f64::from(*value) - mean) / deviation * weight
                    });
                bias + parts.sum::<f64>()
            })
            .collect();
        scores.iter().map(|score| score - scores[against]).collect()
    }

    /// The lines of the asset that give the log-odds of `class` against `against`, `sharpness` times; the
    /// inputs are what the blocks of the states are.
    pub(crate) fn lines(
        &self,
        name: &str,
        inputs: &[&str],
        (class, against): (usize, usize),
        sharpness: f64,
    ) -> String {
        let ((own, bias), (other, other_bias)) = (&self.classes[class], &self.classes[against]);
        let mut text = String::new();
        for (block, input) in inputs.iter().enumerate() {
            let base = if block == 0 {
                sharpness * (bias - other_bias)
            } else {
                0.0
            };
            let mut centre = 0.0;
            let mut weights = Vec::with_capacity(WIDTH);
            for at in block * WIDTH..(block + 1) * WIDTH {
                let weight = sharpness * (own[at] - other[at]) / self.deviations[at];
                centre += weight * self.means[at];
                weights.push(format!("{weight:.5}"));
            }
            let weights = weights.join(" ");
            let _ = writeln!(text, "{name}\t{input}\t{base:.6}\t{centre:.6}\t{weights}");
        }
        text
    }
}

/// The log-odds of every row against class `against`, by heads that have not seen its part; and the factor
/// that makes them right as often as they say.
pub(crate) fn unseen(rows: &[Row], penalty: f64, against: usize) -> (Vec<Vec<f64>>, f64) {
    let folds = work::map(0..FOLDS, Threads::default(), &Progress::default(), |fold| {
        let training: Vec<&Row> = rows
            .iter()
            .filter(|row| row.group % FOLDS != fold)
            .collect();
        Head::fit(&training, penalty)
    });
    let Ok(folds) = folds else {
        return (Vec::new(), 1.0);
    };
    let odds: Vec<Vec<f64>> = (rows.iter())
        .map(|row| {
            folds[usize::try_from(row.group % FOLDS).unwrap_or_default()].odds(&row.states, against)
        })
        .collect();
    let sharpness = (20..=200_u16).map(|percent| f64::from(percent) / 100.0);
    let sharpness = sharpness
        .min_by(|a, b| loss(rows, &odds, *a).total_cmp(&loss(rows, &odds, *b)))
        .unwrap_or(1.0);
    (odds, sharpness)
}

/// Probabilities from log-odds.
pub(crate) fn probabilities(odds: &[f64], sharpness: f64) -> Vec<f64> {
    let powers: Vec<f64> = odds.iter().map(|odds| (odds * sharpness).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

fn loss(rows: &[Row], odds: &[Vec<f64>], sharpness: f64) -> f64 {
    let of_row = |(row, odds): (&Row, &Vec<f64>)| {
        let given = probabilities(odds, sharpness);
        let parts = row.target.iter().zip(given);
        -parts
            .map(|(target, given)| target * given.max(1e-12).ln())
            .sum::<f64>()
    };
    rows.iter().zip(odds).map(of_row).sum()
}
