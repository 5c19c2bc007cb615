//! Lists kept as JSON: entries, words alone, or words by category.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::list::{ListEntry, ListError};

/// The forms that are understood.
#[derive(Deserialize)]
#[serde(untagged)]
enum Form {
    /// `["word", {"word": …, "category": …, "value": …, "note": …}]`.
    Entries(Vec<One>),
    /// `{"entries": […]}`, as this program writes a list.
    Whole { entries: Vec<One> },
    /// `{"category": ["word", …]}`.
    Categories(BTreeMap<String, Vec<One>>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum One {
    Word(String),
    Entry {
        #[serde(alias = "pattern", alias = "term", alias = "phrase")]
        word: String,
        #[serde(default)]
        category: String,
        value: Option<f64>,
        note: Option<String>,
    },
}

impl One {
    fn entry(self, of: &str) -> ListEntry {
        match self {
            Self::Word(pattern) => ListEntry {
                pattern,
                category: of.to_owned(),
                ..ListEntry::default()
            },
            Self::Entry {
                word,
                category,
                value,
                note,
            } => ListEntry {
                pattern: word,
                category: if category.is_empty() {
                    of.to_owned()
                } else {
                    category
                },
                value,
                note,
            },
        }
    }
}

pub(super) fn entries(text: &str) -> Result<Vec<ListEntry>, ListError> {
    let form: Form =
        serde_json::from_str(text).map_err(|error| ListError::Json(error.to_string()))?;
    Ok(match form {
        Form::Entries(all) | Form::Whole { entries: all } => {
            all.into_iter().map(|one| one.entry("")).collect()
        }
        Form::Categories(categories) => categories
            .into_iter()
            .flat_map(|(category, all)| {
                let of = move |one: One| one.entry(&category);
                all.into_iter().map(of).collect::<Vec<_>>()
            })
            .collect(),
    })
}
