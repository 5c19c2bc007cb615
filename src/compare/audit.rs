//! What the user says of those whom sources quote, by columns of the user's own. What somebody is or belongs to is
//! never guessed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::quoted::key;

/// The columns every audit begins with, empty until the user fills them.
const COLUMNS: [&str; 2] = ["Role", "Affiliation"];
/// The most columns of the user's own.
pub const MOST_COLUMNS: usize = 12;

/// What the user says of those quoted, by column: only what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNotes {
    /// The columns, in order.
    columns: Vec<String>,
    /// What stands in them, by speaker and column; no empty texts.
    #[serde(default)]
    speakers: BTreeMap<String, BTreeMap<String, String>>,
}

impl Default for SourceNotes {
    fn default() -> Self {
        Self {
            columns: COLUMNS.map(str::to_owned).into(),
            speakers: BTreeMap::new(),
        }
    }
}

impl SourceNotes {
    /// The columns, in order.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// What the user says of a speaker in a column; empty where nothing was said.
    pub fn of(&self, speaker: &str, column: &str) -> &str {
        let columns = self.speakers.get(&key(speaker));
        columns
            .and_then(|columns| columns.get(column))
            .map_or("", String::as_str)
    }

    /// Says something of a speaker in a column; an empty text takes it back. A column that is not there is
    /// added.
    pub fn set(&mut self, speaker: &str, column: &str, text: &str) {
        self.add_column(column);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let columns = self.speakers.entry(key(speaker)).or_default();
        if text.is_empty() {
            columns.remove(column);
        } else {
            columns.insert(column.to_owned(), text);
        }
        self.speakers.retain(|_, columns| !columns.is_empty());
    }

    /// Adds a column; nothing where the name is empty or taken, or there are [`MOST_COLUMNS`].
    pub fn add_column(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let taken = self.columns.iter().any(|column| key(column) == key(&name));
        if !name.is_empty() && !taken && self.columns.len() < MOST_COLUMNS {
            self.columns.push(name);
        }
    }

    /// Takes a column out with all that stands in it.
    pub fn remove_column(&mut self, name: &str) {
        self.columns.retain(|column| column != name);
        for columns in self.speakers.values_mut() {
            columns.remove(name);
        }
        self.speakers.retain(|_, columns| !columns.is_empty());
    }

    /// Takes over what `other` says, and its columns.
    pub fn extend(&mut self, other: &Self) {
        for column in &other.columns {
            self.add_column(column);
        }
        for (speaker, columns) in &other.speakers {
            for (column, text) in columns {
                self.set(speaker, column, text);
            }
        }
    }

    /// How many speakers something was said of.
    pub fn count(&self) -> usize {
        self.speakers.len()
    }

    /// How much of it is the user's: speakers something was said of, and columns added or taken out.
    pub fn work(&self) -> usize {
        let added = self
            .columns
            .iter()
            .filter(|name| !COLUMNS.contains(&name.as_str()));
        let gone = COLUMNS
            .iter()
            .filter(|name| !self.columns.iter().any(|own| own == *name));
        self.count() + added.count() + gone.count()
    }
}

#[cfg(test)]
mod tests {
    use super::SourceNotes;

    #[test]
    fn notes_hold_only_what_was_typed() {
        let mut notes = SourceNotes::default();
        assert_eq!(notes.columns(), ["Role", "Affiliation"]);
        notes.set("Ann Roe", "Role", " council  leader ");
        notes.set("Ann Roe", "Party", "Greens");
        assert_eq!(notes.of("ann roe", "Role"), "council leader");
        assert_eq!(notes.columns(), ["Role", "Affiliation", "Party"]);
        notes.set("Ann Roe", "Role", "");
        notes.remove_column("Party");
        assert_eq!((notes.count(), notes.columns().len()), (0, 2));
        notes.add_column("role");
        notes.add_column("  ");
        assert_eq!(notes, SourceNotes::default());
    }
}
