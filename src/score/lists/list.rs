//! What a list is, and why one cannot be used.

use serde::{Deserialize, Serialize};

/// A list of words of the user's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordList {
    /// Its name, as shown.
    pub name: String,
    /// SHA-256 of the bytes it was read from, in hexadecimal; empty where it came from no file.
    pub sha256: String,
    /// Its entries in the order they were read, each pattern and category once.
    pub entries: Vec<ListEntry>,
}

/// One entry of a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListEntry {
    /// A word, a phrase, or either with `*` for any letters ("climat* hoax").
    pub pattern: String,
    /// The category it belongs to; the list's name where it gives none.
    pub category: String,
    /// A value of the user's own, on whatever scale the list has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// What to say about it: a reason, a better word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl WordList {
    /// What a category of it is called where rules and columns are named: `list/House/banned`; the list alone where
    /// it is its only category.
    pub fn rule(&self, category: &str) -> String {
        if self.name == category {
            format!("list/{category}")
        } else {
            format!("list/{}/{category}", self.name)
        }
    }

    /// Its entries as a table that [`read`](super::read) understands: word, category, value, note, parted by
    /// tabs.
    pub fn to_text(&self) -> String {
        let mut table = csv::WriterBuilder::new()
            .delimiter(b'\t')
            .from_writer(Vec::new());
        // Writing to memory does not fail.
        let _ = table.write_record(["word", "category", "value", "note"]);
        for entry in &self.entries {
            let value = entry.value.map(|value| value.to_string());
            let note = entry.note.as_deref().unwrap_or_default();
            let value = value.as_deref().unwrap_or_default();
            let _ = table.write_record([&entry.pattern, &entry.category, value, note]);
        }
        let bytes = table.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// An entry with the line it was read from; `None` where its form has no lines.
pub(super) type Lined = (Option<usize>, ListEntry);

/// A list as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadList {
    /// The list.
    pub list: WordList,
    /// What was left out or decided, in sentences.
    pub warnings: Vec<String>,
}

/// Why a list cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// It holds no entry.
    #[error("the list holds no word that could be looked for")]
    Empty,
    /// It has more entries than can be held.
    #[error("the list has more than {MOST_ENTRIES} entries")]
    TooLong,
    /// An entry would match every word.
    #[error("the entry “{0}” would match every word")]
    MatchesEverything(String),
    /// The same, with the line it stands in.
    #[error("line {0}: the entry “{1}” would match every word")]
    LineMatchesEverything(usize, String),
    /// More entries begin and end with `*` than are looked for at each word.
    #[error("more than {MOST_INNER} entries begin with “*” and end with it")]
    TooManyInner,
    /// It begins as JSON does and is none.
    #[error("the list is not JSON that could be read: {0}")]
    Json(String),
    /// It begins as a LIWC dictionary does and its categories have no end.
    #[error(
        "the list begins with “%” as a LIWC dictionary does, but its categories do not end with “%”"
    )]
    Dictionary,
}

/// The most entries a list can have.
pub(super) const MOST_ENTRIES: usize = 1_000_000;
/// The most entries of all lists together whose literal part stands between two `*` in one word.
pub(super) const MOST_INNER: usize = 1_000;
