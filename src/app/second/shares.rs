//! What the second reader makes of each word of one text: what is asked, and what is known of it by now.

use crate::score::second::Shares;

/// What is asked of the second reader about one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Asked {
    /// Its tone.
    Sentence,
    /// Its bait.
    Headline,
}

/// What is known of the words of the text that was asked about last.
#[derive(Debug, Clone, Default)]
pub(in crate::app) enum Known {
    /// Nothing yet.
    #[default]
    Soon,
    /// There is nothing to read in it.
    Nothing,
    /// What each word does.
    Shares(Shares),
}

/// The text that was asked about last, with what is known of its words.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct Words {
    text: String,
    known: Known,
}

impl Words {
    /// What is known of the words of `text`, if that was asked about.
    pub(in crate::app) fn of(&self, text: &str) -> Option<&Known> {
        (self.text == text).then_some(&self.known)
    }

    /// Those of `text`, about which nothing is known yet.
    pub(in crate::app) fn soon(text: String) -> Self {
        Self {
            text,
            known: Known::Soon,
        }
    }

    /// Takes in what is known of `text`, if that is still what is asked about.
    pub(in crate::app) fn take(&mut self, text: &str, shares: Option<Shares>) {
        if self.text == text {
            self.known = shares.map_or(Known::Nothing, Known::Shares);
        }
    }
}
