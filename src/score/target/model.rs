//! The weights of the target model.

use std::sync::LazyLock;

use serde::Serialize;

use super::mask::{hash, key};
use super::scene::Scene;
use crate::assets::{Asset, NotUnderstood, asset};

/// Probabilities of the tone towards a target; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TargetTone {
    /// The sentence speaks ill of the target.
    pub negative: f64,
    /// It does neither.
    pub neutral: f64,
    /// It speaks well of it.
    pub positive: f64,
}

impl TargetTone {
    /// P(positive) − P(negative), −1 to +1.
    pub fn balance(self) -> f64 {
        self.positive - self.negative
    }
}

/// `template <TAB> words <TAB> negative <TAB> positive`.
const WEIGHTS: Asset = asset!("wording/target.txt");

/// The one instance.
pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read().unwrap_or_default());

/// Weights against the neutral class.
#[derive(Clone, Copy, Default)]
struct Weights {
    key: u64,
    negative: f32,
    positive: f32,
}

#[derive(Default)]
pub(super) struct Model {
    bias: Weights,
    /// Open addressing; a key of 0 marks an empty slot.
    slots: Box<[Weights]>,
}

const SLOTS: usize = 1 << 16;
/// What one unit in the asset stands for.
const UNIT: f32 = 0.001;

impl Model {
    pub(super) fn read() -> Result<Self, NotUnderstood> {
        let mut model = Self {
            bias: Weights::default(),
            slots: vec![Weights::default(); SLOTS].into_boxed_slice(),
        };
        for (at, row) in WEIGHTS.rows().enumerate() {
            let (row, [template, words, negative, positive]) = row?;
            // One slot always stays empty, so that looking for an unknown feature ends.
            if at + 1 >= SLOTS {
                return Err(row.fault("more features than slots"));
            }
            let (first, second) = words.split_once(' ').unwrap_or((words, ""));
            let weights = Weights {
                key: key(hash(template), hash(first), hash(second)),
                negative: UNIT * row.number::<f32>(negative)?,
                positive: UNIT * row.number::<f32>(positive)?,
            };
            if template == "bias" {
                model.bias = weights;
            } else {
                model.insert(weights);
            }
        }
        Ok(model)
    }

    fn insert(&mut self, weights: Weights) {
        let (before, from) = self.slots.split_at_mut(slot(weights.key));
        if let Some(slot) = from.iter_mut().chain(before).find(|slot| slot.key == 0) {
            *slot = weights;
        }
    }

    #[inline]
    fn find(&self, key: u64) -> Weights {
        let mut at = slot(key);
        while let Some(&weights) = self.slots.get(at) {
            if weights.key == 0 || weights.key == key {
                return weights;
            }
            at = (at + 1) % SLOTS;
        }
        Weights::default()
    }

    /// The tone of a scene.
    pub(super) fn tone(&self, scene: &Scene<'_>) -> TargetTone {
        let Weights {
            mut negative,
            mut positive,
            ..
        } = self.bias;
        scene.visit(&mut |feature| {
            let weights = self.find(feature.key);
            negative += weights.negative * feature.value;
            positive += weights.positive * feature.value;
        });
        let most = negative.max(positive).max(0.0);
        let [n, p, o] = [negative, positive, 0.0].map(|logit: f32| f64::from(logit - most).exp());
        let sum = n + p + o;
        TargetTone {
            negative: n / sum,
            neutral: o / sum,
            positive: p / sum,
        }
    }
}

fn slot(key: u64) -> usize {
    usize::try_from(key >> 48).unwrap_or_default() % SLOTS
}
