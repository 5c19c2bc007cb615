//! The forward pass over several texts at once: their states are the rows of one matrix, attention looks at
//! one text at a time.

use super::function::{add, dot, exp, gelu, normalise};
use super::product::Spare;
use super::weights::Encoder;
use super::{LONGEST, Piece, WIDTH};

/// Heads of attention, and the numbers each looks at.
const HEADS: usize = 12;
const HEAD: usize = WIDTH / HEADS;

impl Encoder {
    /// Reads `texts` and shows the states of each after every layer: `seen(layer, text, states)`, layer 0
    /// being what goes into the first. States are rows of [`WIDTH`] numbers: the beginning of the text, its
    /// pieces (at most [`LONGEST`] − 2), its end. What stands beside a text changes nothing about it.
    pub fn states(&self, texts: &[&[Piece]], mut seen: impl FnMut(usize, usize, &[f32])) {
        let lengths: Vec<usize> = (texts.iter())
            .map(|text| WIDTH * (text.len() + 2).min(LONGEST))
            .collect();
        let mut show = |layer: usize, states: &[f32]| {
            for (text, states) in parts(states, &lengths).enumerate() {
                seen(layer, text, states);
            }
        };
        let mut x = self.begin(texts);
        show(0, &x);
        let mut room = Room::default();
        for (layer, number) in self.layers.iter().zip(1..) {
            layer.attention.apply(&x, &mut room.wide, &mut room.spare);
            room.context.clear();
            room.context.resize(x.len(), 0.0);
            let mut context = room.context.as_mut_slice();
            let mut wide = room.wide.as_slice();
            for length in &lengths {
                let (of_text, rest) = wide.split_at_checked(3 * length).unwrap_or_default();
                let (to, others) = context.split_at_mut_checked(*length).unwrap_or_default();
                attend(of_text, to, &mut room.weights);
                (wide, context) = (rest, others);
            }
            layer
                .out
                .apply(&room.context, &mut room.narrow, &mut room.spare);
            add(&mut x, &room.narrow);
            normalise(&mut x, &layer.norm.scale, &layer.norm.shift);
            layer.up.apply(&x, &mut room.wide, &mut room.spare);
            gelu(&mut room.wide);
            layer
                .down
                .apply(&room.wide, &mut room.narrow, &mut room.spare);
            add(&mut x, &room.narrow);
            normalise(&mut x, &layer.last_norm.scale, &layer.last_norm.shift);
            show(number, &x);
        }
    }

    /// What goes into the first layer: the states of the pieces and of their positions.
    fn begin(&self, texts: &[&[Piece]]) -> Vec<f32> {
        let mut x = Vec::new();
        for text in texts {
            for (position, id) in self.ids(text).enumerate() {
                let from = x.len();
                x.resize(from + WIDTH, 0.0);
                let state = x.get_mut(from..).unwrap_or_default();
                self.add(&self.position, position, state);
                let id = usize::try_from(id).unwrap_or_default();
                self.add(&self.word, id, state);
            }
        }
        normalise(&mut x, &self.norm.scale, &self.norm.shift);
        x
    }
}

/// Room used from layer to layer.
#[derive(Default)]
struct Room {
    wide: Vec<f32>,
    narrow: Vec<f32>,
    context: Vec<f32>,
    weights: Vec<f32>,
    spare: Spare,
}

/// `states` cut into parts of these lengths.
fn parts<'s>(states: &'s [f32], lengths: &'s [usize]) -> impl Iterator<Item = &'s [f32]> {
    let mut from = 0;
    lengths.iter().map(move |length| {
        let part = states.get(from..from + length).unwrap_or_default();
        from += length;
        part
    })
}

/// Attention within one text: `wide` holds query, key and value of every state, `context` gets what each
/// state takes from all of them.
fn attend(wide: &[f32], context: &mut [f32], weights: &mut Vec<f32>) {
    let scale = 1.0 / (HEAD as f32).sqrt();
    for head in 0..HEADS {
        let at = head * HEAD;
        for (query, out) in wide
            .chunks_exact(3 * WIDTH)
            .zip(context.chunks_exact_mut(WIDTH))
        {
            let query = of(query, at);
            weights.clear();
            let keys = wide.chunks_exact(3 * WIDTH).map(|row| of(row, WIDTH + at));
            weights.extend(keys.map(|key| dot(query, key) * scale));
            let most = weights
                .iter()
                .fold(f32::MIN, |most, weight| most.max(*weight));
            let mut total = 0.0;
            for weight in weights.iter_mut() {
                *weight = exp(*weight - most);
                total += *weight;
            }
            let share = 1.0 / total;
            let out = out.get_mut(at..at + HEAD).unwrap_or_default();
            for (weight, row) in weights.iter().zip(wide.chunks_exact(3 * WIDTH)) {
                let weight = weight * share;
                for (out, value) in out.iter_mut().zip(of(row, 2 * WIDTH + at)) {
                    *out += weight * value;
                }
            }
        }
    }
}

/// The numbers of one head in a row, from `at` on.
fn of(row: &[f32], at: usize) -> &[f32] {
    row.get(at..at + HEAD).unwrap_or_default()
}
