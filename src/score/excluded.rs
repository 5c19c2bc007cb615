//! Words the user says are not tone here: a topic, a nickname, a title.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Words that carry no valence, whatever the lexicon says. Case and the form of apostrophes do not
/// matter. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Excluded(Arc<BTreeSet<String>>);

impl Excluded {
    /// Whether no word is excluded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `word` is excluded.
    pub fn contains(&self, word: &str) -> bool {
        !self.is_empty() && self.0.contains(&plain(word))
    }

    /// The words in order, in lower case with straight apostrophes.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Excludes `word`; false if it is empty or already was.
    pub fn insert(&mut self, word: &str) -> bool {
        let word = plain(word);
        !word.is_empty() && !self.0.contains(&word) && Arc::make_mut(&mut self.0).insert(word)
    }

    /// Counts `word` again; false if it was not excluded.
    pub fn remove(&mut self, word: &str) -> bool {
        self.contains(word) && Arc::make_mut(&mut self.0).remove(&plain(word))
    }
}

impl<S: AsRef<str>> FromIterator<S> for Excluded {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        let mut excluded = Self::default();
        for word in words {
            excluded.insert(word.as_ref());
        }
        excluded
    }
}

impl From<Vec<String>> for Excluded {
    fn from(words: Vec<String>) -> Self {
        words.into_iter().collect()
    }
}

impl From<Excluded> for Vec<String> {
    fn from(excluded: Excluded) -> Self {
        excluded.words().map(str::to_owned).collect()
    }
}

fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['’', '‘', 'ʼ'], "'")
}
