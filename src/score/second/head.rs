//! The learned heads: linear functions of states. On states averaged over a text such a head is exactly
//! the mean of one number a piece, so that every word has a share in the score and the shares add up.

use crate::assets::{Asset, NotUnderstood, asset};
use crate::encoder::{LAYERS, WIDTH};

/// `head <TAB> input and layer <TAB> base <TAB> centre <TAB> weights`.
const HEADS: Asset = asset!("second/heads.tsv");

/// Which states of a text a part of a head looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// The mean over all of them.
    Mean,
    /// The first, which stands for the beginning.
    Begin,
    /// Those of the mention, averaged.
    Mention,
    /// Those of the mention and of the pieces beside it, averaged.
    Near,
}

/// Pieces on either side of a mention that are near it.
pub(super) const NEAR: usize = 4;

const INPUTS: [(&str, Input); 4] = [
    ("mean", Input::Mean),
    ("begin", Input::Begin),
    ("mention", Input::Mention),
    ("near", Input::Near),
];

/// One part of a head: what it adds is `base + Σ weights × (states − their usual value)`.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) input: Input,
    pub(super) layer: usize,
    /// The score of a usual text.
    pub(super) base: f64,
    /// What the weights make of the usual state: taken off, so that a share tells what a word changes.
    pub(super) centre: f64,
    weights: Vec<f32>,
}

impl Part {
    /// What the part makes of one state, the usual one counting nothing.
    pub(super) fn of(&self, state: &[f32]) -> f64 {
        let products = self.weights.iter().zip(state);
        let sum: f64 = products
            .map(|(weight, value)| f64::from(weight * value))
            .sum();
        sum - self.centre
    }
}

/// A head: its parts.
pub(super) type Head = Vec<Part>;

/// All heads.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// Tone of a sentence: log-odds of negative and of positive against neutral.
    pub(super) tone: [Head; 2],
    /// Log-odds of opinion against report.
    pub(super) opinion: Head,
    /// Log-odds of the bait of a headline.
    pub(super) bait: Head,
    /// Tone towards a mention, as `tone`.
    pub(super) target: [Head; 2],
}

impl Heads {
    pub(super) fn read() -> Result<Self, NotUnderstood> {
        let mut heads = Self::default();
        for row in HEADS.rows() {
            let (row, [name, input, base, centre, weights]) = row?;
            let [tone_negative, tone_positive] = &mut heads.tone;
            let [target_negative, target_positive] = &mut heads.target;
            let head = match name {
                "tone-negative" => tone_negative,
                "tone-positive" => tone_positive,
                "opinion" => &mut heads.opinion,
                "bait" => &mut heads.bait,
                "target-negative" => target_negative,
                "target-positive" => target_positive,
                _ => return Err(row.fault("no such head")),
            };
            let (input, layer) = input.split_once(' ').unwrap_or_default();
            let input = INPUTS.iter().find(|(name, _)| *name == input);
            let layer: usize = row.number(layer)?;
            let weights: Vec<f32> = (weights.split(' '))
                .map(|weight| row.number(weight))
                .collect::<Result<_, _>>()?;
            match input {
                Some((_, input)) if layer <= LAYERS && weights.len() == WIDTH => head.push(Part {
                    input: *input,
                    layer,
                    base: row.number(base)?,
                    centre: row.number(centre)?,
                    weights,
                }),
                _ => return Err(row.fault("no such input")),
            }
        }
        let all = [&heads.opinion, &heads.bait];
        if all
            .into_iter()
            .chain(&heads.tone)
            .chain(&heads.target)
            .any(Vec::is_empty)
        {
            return Err(HEADS.lacks("a head"));
        }
        Ok(heads)
    }
}
