//! Words that the rules of headlines ask about, whatever list they stand in.

use super::tokens::WordId;

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordClass {
    Abbreviation,
    Listed,
    Counted,
    Date,
    Lead,
    Promise,
}

impl WordClass {
    /// The class that rules ask for under the name of a class of entries, if they do.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "listed" => Self::Listed,
            "counted" => Self::Counted,
            "dates" => Self::Date,
            "leads" => Self::Lead,
            "promises" => Self::Promise,
            _ => return None,
        })
    }
}

/// The classes of each word, as bits.
#[derive(Debug, Default)]
pub(super) struct WordClasses(Vec<u8>);

impl WordClasses {
    pub(super) fn add(&mut self, word: WordId, class: WordClass) {
        let place = word as usize;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(place) {
            *bits |= 1 << class as u8;
        }
    }

    /// Whether a word is of a class.
    pub(super) fn has(&self, word: WordId, class: WordClass) -> bool {
        let bits = self.0.get(word as usize).copied().unwrap_or_default();
        bits & (1 << class as u8) != 0
    }
}
