//! The word lists of `assets/article/sentences.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

static ASSET: &str = include_str!("../../../assets/article/sentences.txt");

/// Words that decide whether a stop ends a sentence. All compare in lower case.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// A list of words; only ever asked whether it holds one.
pub(super) type List = HashSet<&'static str>;

pub(super) struct Words {
    /// Titles: the sentence goes on after them.
    pub(super) titles: List,
    /// Abbreviations that bind to a digit that follows.
    pub(super) before_number: List,
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
    fn read() -> Self {
        let list = |name: &str| {
            let header = format!("[{name}]");
            ASSET
                .lines()
                .skip_while(|line| *line != header)
                .skip(1)
                .take_while(|line| !line.starts_with('['))
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
                .collect()
        };
        Self {
            titles: list("title"),
            before_number: list("before number"),
            may_end: list("may end"),
            ordinary: list("ordinary"),
            starters: list("starter"),
            sure: list("sure starter"),
            speech: list("speech"),
            names: list("name"),
        }
    }
}
