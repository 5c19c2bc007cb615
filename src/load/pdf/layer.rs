//! What the reader of a PDF hands over, from its own process to ours.

use serde::{Deserialize, Serialize};

/// The text layer of a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Layer {
    /// Its paragraphs in reading order, each on one line; running heads and page numbers are left out.
    pub(super) paragraphs: Vec<String>,
    /// How many pages it has.
    pub(super) pages: usize,
    /// How many of them could not be read.
    pub(super) lost: usize,
    /// How many letters it draws.
    pub(super) letters: u64,
    /// How many of them no font says the meaning of.
    pub(super) unknown: u64,
}

/// Why there is no text layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Refusal {
    /// It is not a complete PDF.
    Incomplete,
    /// Its objects nest deeper than those of any document.
    Nested,
    /// It is encrypted, and needs a password.
    Protected,
    /// It has no page that can be read.
    NoPages,
    /// Its streams unpack to far more than a document of its size should.
    Hollow,
    /// It holds more of something than is read; see `budget`.
    TooMuch(Counted),
}

/// What is counted while a document is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Counted {
    /// Its pages.
    Pages,
    /// What its pages tell whoever draws them.
    Instructions,
    /// The letters they draw.
    Letters,
    /// The bytes these instructions unpack to.
    Bytes,
}
