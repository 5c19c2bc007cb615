//! What the programs that learn the heads need: the states of a text as the reader sees them.

use super::mask::names;
use super::pieces::{Stretches, around};
use super::reader::{hidden_with, rows};
use crate::article::Span;
use crate::encoder::{Encoder, Fault, LAYERS, WIDTH};

pub use super::head::Input;

/// The layers heads can look at.
pub const STATES: usize = LAYERS + 1;

/// The mean states of a text after each layer, one after another from layer 0 on, names hidden; `None` if
/// it holds nothing to read.
///
/// # Errors
/// Where there is no encoder.
pub fn means(text: &str) -> Result<Option<Vec<f32>>, Fault> {
    let encoder = Encoder::shipped()?;
    let Some(cut) = Stretches::of(encoder, text, &names(text)) else {
        return Ok(None);
    };
    let mut means = vec![0.0; STATES * WIDTH];
    let count = cut.states() as f32;
    for stretch in &cut.pieces {
        encoder.states(&[stretch], |layer, _, states| {
            let mean = means.get_mut(layer * WIDTH..(layer + 1) * WIDTH);
            let mean = mean.unwrap_or_default();
            for state in states.chunks_exact(WIDTH) {
                for (mean, value) in mean.iter_mut().zip(state) {
                    *mean += value / count;
                }
            }
        });
    }
    Ok(Some(means))
}

/// The states around a mention, that is hidden as one name: for each of `inputs` and layer what a head with
/// that input looks at; `None` if nothing stands there.
///
/// # Errors
/// Where there is no encoder.
pub fn around_mention(
    text: &str,
    mention: Span,
    inputs: &[(Input, usize)],
) -> Result<Option<Vec<f32>>, Fault> {
    let encoder = Encoder::shipped()?;
    let pieces = encoder.pieces(text, &hidden_with(text, mention));
    let Some((stretch, from, to)) = around(&pieces, mention.start, mention.end) else {
        return Ok(None);
    };
    let mut found = vec![0.0; inputs.len() * WIDTH];
    encoder.states(&[stretch], |layer, _, states| {
        for (mean, (input, _)) in (found.chunks_exact_mut(WIDTH).zip(inputs))
            .filter(|(_, (_, of_layer))| *of_layer == layer)
        {
            let (rows, count) = rows(states, *input, from, to);
            for state in rows {
                for (mean, value) in mean.iter_mut().zip(state) {
                    *mean += f64::from(*value) / count;
                }
            }
        }
    });
    #[expect(clippy::cast_possible_truncation, reason = "as the states are")]
    let found = found.into_iter().map(|value: f64| value as f32).collect();
    Ok(Some(found))
}
