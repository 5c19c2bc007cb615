//! A draft that was checked, as every format prints it.

use super::position::Position;
use crate::score::check::Mark;

/// One draft that was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedDraft {
    /// Its path as given.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its scored words.
    pub words: usize,
    /// The sensationalism of its headline, 0 to 100, where it has one.
    pub sensationalism: Option<f64>,
    /// Its mean tone, −1 to +1.
    pub tone: Option<f64>,
    /// Its marks in order, each with the words and where they stand.
    pub marks: Vec<PlacedMark>,
}

/// One mark with its words and where they stand in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedMark {
    /// The mark.
    pub mark: Mark,
    /// The words marked.
    pub words: String,
    /// Where they stand.
    pub position: Position,
}
