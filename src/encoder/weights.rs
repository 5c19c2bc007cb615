//! The file of weights: checked, then read. Numbers are little-endian.
//!
//! | part | bytes |
//! |---|---|
//! | `PXENC`, the version of the format, two zeros | 8 |
//! | pieces in the vocabulary; bytes of its text | 4 + 4 |
//! | [`checksum`] of all that follows | 8 |
//! | the vocabulary, a piece a line | as said |
//! | the states of the pieces, then of the positions: a scale (f32) a row, then the rows in bytes | |
//! | scale and shift of the first normalisation (f32) | |
//! | for each layer the matrices query-key-value, out, up, down; after out and down a normalisation | |
//!
//! A matrix is a scale an output, the weights in bytes by output (−63 to 63), a bias an output.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::product::{GREATEST, Linear};
use super::word_piece::Vocabulary;
use super::{Fault, LAYERS, LONGEST, Piece, WIDTH};

/// How a file of weights begins.
pub const MAGIC: [u8; 8] = *b"PXENC\x01\0\0";
/// What stands before the part that the checksum is made of.
const HEADER: usize = 24;

/// The encoder: vocabulary and weights.
pub struct Encoder {
    bytes: Cow<'static, [u8]>,
    vocabulary: Vocabulary,
    pub(super) word: Rows,
    pub(super) position: Rows,
    pub(super) norm: Norm,
    pub(super) layers: Vec<Layer>,
}

/// Scale and shift of a normalisation.
pub(super) struct Norm {
    pub(super) scale: Vec<f32>,
    pub(super) shift: Vec<f32>,
}

/// One layer.
pub(super) struct Layer {
    pub(super) attention: Linear,
    pub(super) out: Linear,
    pub(super) norm: Norm,
    pub(super) up: Linear,
    pub(super) down: Linear,
    pub(super) last_norm: Norm,
}

/// A table of states, which stays as it stands in the file: only the rows that a text needs are touched.
pub(super) struct Rows {
    scales: Vec<f32>,
    /// Where in the file the rows begin.
    at: usize,
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Encoder({} pieces)", self.vocabulary.size())
    }
}

impl Encoder {
    /// The encoder that is built in; read on the first call, which takes some ten milliseconds.
    pub fn shipped() -> Result<&'static Self, Fault> {
        static SHIPPED: OnceLock<Result<Encoder, Fault>> = OnceLock::new();
        let read = || Self::read(super::SHIPPED);
        SHIPPED.get_or_init(read).as_ref().map_err(|fault| *fault)
    }

    /// The file of weights that is built in.
    pub const fn shipped_bytes() -> Option<&'static [u8]> {
        Some(super::SHIPPED)
    }

    /// Reads a file of weights.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, Fault> {
        let bytes = bytes.into();
        let mut file = Reader {
            bytes: &bytes,
            at: 0,
        };
        if file.take(MAGIC.len())? != MAGIC {
            return Err(Fault::Damaged("they do not begin as weights do"));
        }
        let (pieces, length) = (file.size()?, file.size()?);
        let expected = file.take(8)?;
        if checksum(bytes.get(HEADER..).unwrap_or_default()).to_le_bytes() != expected {
            return Err(Fault::Damaged("their checksum is another"));
        }
        let text = str::from_utf8(file.take(length)?).ok();
        let vocabulary = text.and_then(Vocabulary::read);
        let vocabulary = vocabulary.ok_or(Fault::Damaged("their vocabulary cannot be read"))?;
        if vocabulary.size() != pieces {
            return Err(Fault::Damaged("a piece is there twice or not at all"));
        }
        let word = file.rows(pieces)?;
        let position = file.rows(LONGEST)?;
        let norm = file.norm()?;
        let layers = (0..LAYERS)
            .map(|_| file.layer())
            .collect::<Result<_, _>>()?;
        if file.at != bytes.len() {
            return Err(Fault::Damaged("they are longer than they should be"));
        }
        Ok(Self {
            bytes,
            vocabulary,
            word,
            position,
            norm,
            layers,
        })
    }

    /// The pieces of a text; each of the byte ranges `hidden`, in order and apart, is one masked piece.
    pub fn pieces(&self, text: &str, hidden: &[(usize, usize)]) -> Vec<Piece> {
        self.vocabulary.pieces(text, hidden)
    }

    /// Adds row `row` of `table` to `state`.
    pub(super) fn add(&self, table: &Rows, row: usize, state: &mut [f32]) {
        let scale = table.scales.get(row).copied().unwrap_or_default();
        let from = table.at + row * WIDTH;
        let codes = self.bytes.get(from..from + WIDTH).unwrap_or_default();
        for (value, code) in state.iter_mut().zip(codes) {
            *value += f32::from(i8::from_le_bytes([*code])) * scale;
        }
    }

    /// The rows of a text: its beginning, its pieces as far as they fit, its end.
    pub(super) fn ids(&self, pieces: &[Piece]) -> impl Iterator<Item = u32> {
        let marks = self.vocabulary.marks;
        let own = pieces.iter().take(LONGEST - 2).map(|piece| piece.id);
        std::iter::once(marks.begin)
            .chain(own)
            .chain(std::iter::once(marks.end))
    }
}

/// What tells that not one byte has changed (FNV-1a over words of eight bytes, folded).
pub fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| {
        let mixed = (sum ^ word).wrapping_mul(0x0100_0000_01B3);
        mixed ^ mixed >> 29
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = (words.iter()).fold(0xCBF2_9CE4_8422_2325, |sum, word| {
        mix(sum, u64::from_le_bytes(*word))
    });
    rest.iter()
        .fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Fault> {
        let end = self.at.checked_add(count);
        let taken = end.and_then(|end| self.bytes.get(self.at..end));
        let taken = taken.ok_or(Fault::Damaged("they end too early"))?;
        self.at += count;
        Ok(taken)
    }

    fn size(&mut self) -> Result<usize, Fault> {
        let size = self
            .take(4)?
            .first_chunk()
            .map(|size| u32::from_le_bytes(*size));
        let size = size.and_then(|size| usize::try_from(size).ok());
        size.ok_or(Fault::Damaged("they end too early"))
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, Fault> {
        let (words, _) = self.take(4 * count)?.as_chunks::<4>();
        let floats: Vec<f32> = words.iter().map(|word| f32::from_le_bytes(*word)).collect();
        if floats.iter().any(|value| !value.is_finite()) {
            return Err(Fault::Damaged("a number of them is none"));
        }
        Ok(floats)
    }

    fn rows(&mut self, count: usize) -> Result<Rows, Fault> {
        let scales = self.floats(count)?;
        let at = self.at;
        self.take(count.saturating_mul(WIDTH))?;
        Ok(Rows { scales, at })
    }

    fn norm(&mut self) -> Result<Norm, Fault> {
        Ok(Norm {
            scale: self.floats(WIDTH)?,
            shift: self.floats(WIDTH)?,
        })
    }

    fn linear(&mut self, outputs: usize, inputs: usize) -> Result<Linear, Fault> {
        let scales = self.floats(outputs)?;
        let bytes = self.take(outputs * inputs)?;
        let weights: Vec<i8> = bytes
            .iter()
            .map(|byte| i8::from_le_bytes([*byte]))
            .collect();
        if weights
            .iter()
            .any(|weight| !(-GREATEST..=GREATEST).contains(weight))
        {
            return Err(Fault::Damaged("a weight has more than seven bits"));
        }
        let bias = self.floats(outputs)?;
        Ok(Linear::new(&weights, scales, bias, inputs))
    }

    fn layer(&mut self) -> Result<Layer, Fault> {
        Ok(Layer {
            attention: self.linear(3 * WIDTH, WIDTH)?,
            out: self.linear(WIDTH, WIDTH)?,
            norm: self.norm()?,
            up: self.linear(4 * WIDTH, WIDTH)?,
            down: self.linear(WIDTH, 4 * WIDTH)?,
            last_norm: self.norm()?,
        })
    }
}
