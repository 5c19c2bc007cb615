//! Tone over a number of sentences, by both readers.

use super::agreement::Agreement;

/// Tone over a number of sentences, by both readers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondTone {
    /// Mean of VADER's compounds over the sentences that were read.
    pub compound: f64,
    /// Mean of the second reader's tones, −1 to +1.
    pub second: f64,
    /// What the two say of them together.
    pub agreement: Agreement,
    /// Sentences that were read.
    pub sentences: usize,
    /// Those on which the two agree.
    pub agreeing: usize,
}
