//! The reader: encoder and heads, and what they make of sentences, headlines and mentions.

use std::sync::OnceLock;

use super::head::{Head, Heads, Input, NEAR};
use super::mask::names;
use super::pieces::{Stretches, around};
use super::reading::{self, HeadlineReading, Reading, Scored};
use crate::article::Span;
use crate::encoder::{Encoder, Fault, Piece, WIDTH};
use crate::score::target::TargetTone;

/// Sentences that are read at once: more are no faster.
pub(super) const BATCH: usize = 8;

/// The second reader.
#[derive(Debug)]
pub struct SecondReader {
    encoder: &'static Encoder,
    heads: Heads,
}

impl SecondReader {
    /// The reader that is built in. Cheap after the first call, which reads the weights (some ten
    /// milliseconds): to be made when first needed, off the window's thread.
    ///
    /// # Errors
    /// Where the weights are damaged, or this build has none.
    pub fn shipped() -> Result<&'static Self, Fault> {
        static SHIPPED: OnceLock<Result<SecondReader, Fault>> = OnceLock::new();
        let read = || {
            let heads = Heads::read().map_err(|_| Fault::Damaged("its heads cannot be read"))?;
            let encoder = Encoder::shipped()?;
            Ok(Self { encoder, heads })
        };
        SHIPPED.get_or_init(read).as_ref().map_err(|fault| *fault)
    }

    /// Reads one sentence; `None` if it holds no words the encoder knows. Not made for other languages
    /// than English.
    pub fn sentence(&self, text: &str) -> Option<Reading> {
        self.sentences(&[text]).pop().flatten()
    }

    /// The same for several, each as if it were read alone.
    pub fn sentences(&self, texts: &[&str]) -> Vec<Option<Reading>> {
        let heads = reading::sentence_heads(&self.heads);
        let read = self.read(texts, &heads);
        let read = read
            .iter()
            .map(|scored| scored.as_ref().map(reading::sentence));
        read.collect()
    }

    /// Reads one headline; `None` if it holds no words the encoder knows.
    pub fn headline(&self, text: &str) -> Option<HeadlineReading> {
        let scored = self.read(&[text], &[&self.heads.bait]).pop().flatten();
        scored.as_ref().map(reading::headline)
    }

    /// The tone towards the mention at the bytes `mention` of a sentence; `None` if nothing stands there.
    pub fn target(&self, text: &str, mention: Span) -> Option<TargetTone> {
        let pieces = self.encoder.pieces(text, &hidden_with(text, mention));
        let (stretch, from, to) = around(&pieces, mention.start, mention.end)?;
        let heads = &self.heads.target;
        let mut scores = [0, 1].map(|at: usize| heads.get(at).map_or(0.0, base));
        self.encoder.states(&[stretch], |layer, _, states| {
            for (score, head) in scores.iter_mut().zip(heads) {
                for part in head.iter().filter(|part| part.layer == layer) {
                    let (rows, count) = rows(states, part.input, from, to);
                    *score += rows.map(|state| part.of(state)).sum::<f64>() / count;
                }
            }
        });
        let [negative, positive] = scores;
        Some(reading::leaning(negative, positive))
    }

    /// Every text by every head, whose parts look at means.
    fn read(&self, texts: &[&str], heads: &[&Head]) -> Vec<Option<Scored>> {
        let cut = |text: &&str| Stretches::of(self.encoder, text, &names(text));
        let cut: Vec<Option<Stretches>> = texts.iter().map(cut).collect();
        let mut scored: Vec<Option<Scored>> = (cut.iter())
            .map(|text| text.as_ref().map(|text| begin(text, heads)))
            .collect();
        // Of every stretch: its text, the position of its first piece, and how many states the text has.
        let stretches = cut.iter().enumerate().flat_map(|(at, text)| {
            let text = text.as_ref();
            let count = text.map_or(1, Stretches::states) as f64;
            let mut from = 0;
            text.into_iter()
                .flat_map(|text| &text.pieces)
                .map(move |pieces| {
                    from += pieces.len();
                    (at, from - pieces.len(), count, pieces.as_slice())
                })
        });
        let stretches: Vec<(usize, usize, f64, &[Piece])> = stretches.collect();
        for group in stretches.chunks(BATCH) {
            let pieces: Vec<&[Piece]> = group.iter().map(|(.., pieces)| *pieces).collect();
            self.encoder.states(&pieces, |layer, at, states| {
                if let Some((text, from, count, pieces)) = group.get(at)
                    && let Some(Some(scored)) = scored.get_mut(*text)
                {
                    add(scored, heads, layer, states, *from, pieces.len(), *count);
                }
            });
        }
        scored
    }
}

/// The names to hide around a mention, which is hidden as one.
pub(super) fn hidden_with(text: &str, mention: Span) -> Vec<(usize, usize)> {
    let mut hidden = names(text);
    hidden.retain(|(start, end)| *end <= mention.start || *start >= mention.end);
    hidden.push((mention.start, mention.end));
    hidden.sort_unstable();
    hidden
}

/// The states an input looks at, and how many they are; the mention's pieces are `from..to`.
pub(super) fn rows(
    states: &[f32],
    input: Input,
    from: usize,
    to: usize,
) -> (impl Iterator<Item = &[f32]>, f64) {
    let all = states.len() / WIDTH;
    // The beginning stands before the first piece.
    let (from, to) = match input {
        Input::Mean => (0, all),
        Input::Begin => (0, 1),
        Input::Mention => (from + 1, to + 1),
        Input::Near => ((from + 1).saturating_sub(NEAR), (to + 1 + NEAR).min(all)),
    };
    let rows = states.chunks_exact(WIDTH).skip(from).take(to - from);
    (rows, (to - from).max(1) as f64)
}

/// The score of a usual text.
fn base(head: &Head) -> f64 {
    head.iter().map(|part| part.base).sum()
}

/// A text before it is read: what no state adds.
fn begin(text: &Stretches, heads: &[&Head]) -> Scored {
    let pieces = text.pieces.iter().flatten();
    Scored {
        pieces: pieces
            .map(|piece| (piece.start, piece.end, vec![0.0; heads.len()]))
            .collect(),
        rest: heads.iter().map(|head| base(head)).collect(),
        read_to: text.read_to,
    }
}

/// Adds what the states of one stretch do after `layer`. Its pieces are `from..from + pieces` of the text,
/// which has `count` states in all.
fn add(
    scored: &mut Scored,
    heads: &[&Head],
    layer: usize,
    states: &[f32],
    from: usize,
    pieces: usize,
    count: f64,
) {
    for (at, head) in heads.iter().enumerate() {
        for part in head.iter().filter(|part| part.layer == layer) {
            for (place, state) in states.chunks_exact(WIDTH).enumerate() {
                let piece = place.checked_sub(1).filter(|piece| *piece < pieces);
                let to = match piece {
                    Some(piece) => scored
                        .pieces
                        .get_mut(from + piece)
                        .map(|(.., scores)| scores),
                    None => Some(&mut scored.rest),
                };
                if let Some(score) = to.and_then(|to| to.get_mut(at)) {
                    *score += part.of(state) / count;
                }
            }
        }
    }
}
