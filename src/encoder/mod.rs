//! A small sentence encoder: a text becomes word pieces, and each of them a state of 384 numbers that
//! tells how it is used here. It knows nothing of articles or scores; what its states mean is learned
//! elsewhere (`score::second`).
//!
//! The weights are the first three layers of all-MiniLM-L6-v2 (Apache-2.0; W. Wang et al. 2020, N. Reimers
//! and I. Gurevych 2019), cut and quantised by `tests/training/encoder`; the forward pass is our own, over
//! the integer products of `rten-gemm`. Weights of matrices keep to seven bits, so that no processor's
//! integer product saturates: sums are exact, and the same text gives the same states on every machine,
//! with any number of threads, alone or among others.
//!
//! | file | what it is for |
//! |---|---|
//! | `word_piece` | a text as pieces of the vocabulary, each with its place |
//! | `weights` | the one file of weights, read and checked |
//! | `product` | a matrix product in whole numbers |
//! | `forward` | the layers, over several texts at once |
//! | `function` | exp, GELU and sums that vectorise and are the same everywhere |
//! | `absent` | what stands in its place in a build without it |
//!
//! Without the feature `second-reader` no weights are built in and [`Encoder::shipped`] says so.

#[cfg(not(feature = "second-reader"))]
mod absent;
mod fault;
#[cfg(feature = "second-reader")]
mod forward;
#[cfg(feature = "second-reader")]
mod function;
#[cfg(feature = "second-reader")]
mod product;
#[cfg(feature = "second-reader")]
mod weights;
#[cfg(feature = "second-reader")]
mod word_piece;

#[cfg(not(feature = "second-reader"))]
pub use absent::Encoder;
pub use fault::Fault;
#[cfg(feature = "second-reader")]
pub use weights::{Encoder, MAGIC, checksum};
#[cfg(feature = "second-reader")]
pub use word_piece::Vocabulary;

/// One piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its row in the vocabulary.
    pub id: u32,
    /// The first byte of the word it belongs to.
    pub start: usize,
    /// One past the word's last byte.
    pub end: usize,
}

/// The weights that are built in.
#[cfg(feature = "second-reader")]
const SHIPPED: &[u8] = include_bytes!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/encoder/weights.bin"
));

/// The numbers of one state.
pub const WIDTH: usize = 384;
/// The layers kept.
pub const LAYERS: usize = 3;
/// The pieces that one text can have, the marks of its beginning and end included: positions beyond were
/// not kept.
pub const LONGEST: usize = 128;
