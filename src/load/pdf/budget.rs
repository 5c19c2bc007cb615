//! What may be spent on one document. Everything is counted and nothing is timed, so that a document is
//! read whole or refused, on every machine alike.

use super::layer::{Counted, Refusal};

/// The most pages: more than the longest reports have.
pub(super) const PAGES: usize = 2_000;
/// The most instructions. A page full of small print has some 10,000, a map a million.
pub(super) const INSTRUCTIONS: u64 = 5_000_000;
/// How many instructions the look-up and unpacking of a drawing inside a drawing stand for: with this no more
/// than 50,000 of them are drawn.
const FORM: u64 = 100;
/// The most letters: 1,000 pages of small print.
pub(super) const LETTERS: u64 = 5_000_000;
/// The most bytes that the instructions may unpack to.
pub(super) const BYTES: u64 = 256 << 20;

/// What is left to spend.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    instructions: u64,
    letters: u64,
    bytes: u64,
}

impl Budget {
    /// The budget of one document.
    pub(super) const fn new() -> Self {
        Self {
            instructions: INSTRUCTIONS,
            letters: LETTERS,
            bytes: BYTES,
        }
    }

    /// Spends one instruction.
    pub(super) fn instruction(&mut self) -> Result<(), Refusal> {
        spend(&mut self.instructions, 1, Counted::Instructions)
    }

    /// Spends what a drawing inside a drawing costs beside its instructions.
    pub(super) fn form(&mut self) -> Result<(), Refusal> {
        spend(&mut self.instructions, FORM, Counted::Instructions)
    }

    /// Spends one letter.
    pub(super) fn letter(&mut self) -> Result<(), Refusal> {
        spend(&mut self.letters, 1, Counted::Letters)
    }

    /// Spends the bytes of a stream of instructions.
    pub(super) fn bytes(&mut self, length: usize) -> Result<(), Refusal> {
        spend(&mut self.bytes, length as u64, Counted::Bytes)
    }
}

fn spend(left: &mut u64, cost: u64, counted: Counted) -> Result<(), Refusal> {
    *left = left.checked_sub(cost).ok_or(Refusal::TooMuch(counted))?;
    Ok(())
}
