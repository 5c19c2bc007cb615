//! The figures of an article whose evidence was let go: what of it counts where many articles are compared,
//! charted and listed. Scoring the article again gives the evidence, and the same figures to the digit.

use crate::stats::Ratio;

/// What is kept of an article that nobody looks at.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// What it adds to each measure that it has a value of, by the identifier of the measure.
    parts: Box<[(&'static str, Ratio)]>,
    words: usize,
    paragraphs: usize,
}

impl Figures {
    pub(super) fn new(
        parts: impl Iterator<Item = (&'static str, Ratio)>,
        words: usize,
        paragraphs: usize,
    ) -> Self {
        Self {
            parts: parts.collect(),
            words,
            paragraphs,
        }
    }

    /// What the article adds to a measure; `None` where it has no value of it.
    pub fn part(&self, measure: &str) -> Option<Ratio> {
        let found = self.parts.iter().find(|(id, _)| *id == measure)?;
        Some(found.1)
    }

    /// The words of its scored blocks.
    pub const fn words(&self) -> usize {
        self.words
    }

    /// Its scored blocks.
    pub const fn paragraphs(&self) -> usize {
        self.paragraphs
    }
}
