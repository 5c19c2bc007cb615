//! The word lists of `assets/article/sentences.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::assets::{NotUnderstood, asset};

/// Words that decide whether a stop ends a sentence. All compare in lower case.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read().unwrap_or_default());

/// A list of words; only ever asked whether it holds one.
pub(super) type List = HashSet<&'static str>;

#[derive(Default)]
pub(super) struct Words {
    /// Titles: the sentence goes on after them.
    pub(super) titles: List,
    /// Abbreviations that bind to a digit that follows.
    pub(super) before_number: List,
    /// Titles that open a sentence after another abbreviation.
    pub(super) courtesy: List,
    /// Abbreviations that end a sentence only before a word that opens one.
    pub(super) may_end: List,
    /// Abbreviations that are words of their own in lower case.
    pub(super) ordinary: List,
    /// Words that normally open a sentence.
    pub(super) starters: List,
    /// Those of them that are no part of any name.
    pub(super) sure: List,
    /// Verbs of speech.
    pub(super) speech: List,
    /// Names that end with an exclamation mark.
    pub(super) names: List,
}

impl Words {
    pub(super) fn read() -> Result<Self, NotUnderstood> {
        let [
            titles,
            before_number,
            courtesy,
            may_end,
            ordinary,
            starters,
            sure,
            speech,
            names,
        ] = asset!("article/sentences.txt").lists([
            "title",
            "before number",
            "courtesy",
            "may end",
            "ordinary",
            "starter",
            "sure starter",
            "speech",
            "name",
        ])?;
        Ok(Self {
            titles,
            before_number,
            courtesy,
            may_end,
            ordinary,
            starters,
            sure,
            speech,
            names,
        })
    }
}
