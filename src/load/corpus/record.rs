//! The records of a corpus, each a flat list of fields. Names are kept once for all records, so that a
//! record takes little more than its values.

use std::collections::HashSet;
use std::sync::Arc;

use crate::load::error::Problem;

/// Fields by name; fields inside others are named with stops.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::load) struct Record {
    /// No name twice.
    fields: Vec<(Arc<str>, Box<str>)>,
}

impl Record {
    /// A record of these fields; of two of one name the last counts.
    pub(super) fn of(mut fields: Vec<(Arc<str>, Box<str>)>) -> Self {
        let mut seen = HashSet::with_capacity(fields.len());
        fields.reverse();
        fields.retain(|(name, _)| seen.insert(name.clone()));
        fields.reverse();
        fields.shrink_to_fit();
        Self { fields }
    }

    /// The value of a field.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// Names and values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (&**name, &**value))
    }
}

/// Names of fields, each kept once.
#[derive(Debug, Default)]
pub(super) struct FieldNames(HashSet<Arc<str>>);

impl FieldNames {
    /// The one copy of a name.
    pub(super) fn of(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let name: Arc<str> = name.into();
        self.0.insert(name.clone());
        name
    }
}

/// The records of a file before they become articles.
#[derive(Debug, Default)]
pub(in crate::load) struct Records {
    /// In their order.
    pub(super) records: Vec<Record>,
    /// What was lost on the way, in words.
    pub(super) notes: Vec<String>,
}

impl Records {
    /// Records of which none was lost.
    pub(super) const fn whole(records: Vec<Record>) -> Self {
        Self {
            records,
            notes: Vec::new(),
        }
    }
}

/// The longest text of one article, in bytes; a longer field is a mistake in the file.
pub(super) const LONGEST: usize = 16 * 1024 * 1024;

/// The most records of a file whose records are smaller than articles are …
const MOST_SMALL: usize = 50_000;
/// … which is so many bytes: a headline and a date.
const SMALL: usize = 40;

/// The problem of a file that holds very many records, none of which can be an article: so many of them were
/// read from so many bytes. Each takes a hundred times its size in memory.
pub(super) fn too_small(records: usize, bytes: usize) -> Option<Problem> {
    (records >= MOST_SMALL && bytes / records < SMALL).then(|| Problem::NoArticles {
        detail: format!(
            "it has more than {MOST_SMALL} records of less than {SMALL} bytes, too small for articles"
        ),
        advice: "Choose the file that holds the articles themselves.",
    })
}
