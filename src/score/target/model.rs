//! The weights of the target model.

use std::sync::LazyLock;

use super::TargetTone;
use super::mask::{hash, key};
use super::scene::Scene;

const ASSET: &str = include_str!("../../../assets/wording/target.txt");

/// The one instance.
pub(super) static MODEL: LazyLock<Model> = LazyLock::new(Model::new);

/// Weights against the neutral class.
#[derive(Clone, Copy, Default)]
struct Weights {
    key: u64,
    negative: f32,
    positive: f32,
}

pub(super) struct Model {
    bias: Weights,
    /// Open addressing; a key of 0 marks an empty slot.
    slots: Box<[Weights]>,
}

const SLOTS: usize = 1 << 16;
/// What one unit in the asset stands for.
const UNIT: f32 = 0.001;

impl Model {
    fn new() -> Self {
        let mut model = Self {
            bias: Weights::default(),
            slots: vec![Weights::default(); SLOTS].into_boxed_slice(),
        };
        let lines = ASSET.lines().filter(|line| !line.starts_with('#'));
        // One slot always stays empty, so that looking for an unknown feature ends.
        for line in lines.take(SLOTS - 1) {
            if let Some((template, weights)) = parse(line) {
                if template == "bias" {
                    model.bias = weights;
                } else {
                    model.insert(weights);
                }
            }
        }
        model
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

/// `template <TAB> words <TAB> negative <TAB> positive`
fn parse(line: &'static str) -> Option<(&'static str, Weights)> {
    let mut fields = line.split('\t');
    let template = fields.next()?;
    let words = fields.next()?;
    let mut weight = || -> Option<f32> { Some(UNIT * fields.next()?.parse::<f32>().ok()?) };
    let (first, second) = words.split_once(' ').unwrap_or((words, ""));
    let key = key(hash(template), hash(first), hash(second));
    Some((
        template,
        Weights {
            key,
            negative: weight()?,
            positive: weight()?,
        },
    ))
}
