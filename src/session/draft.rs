//! What the user is writing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A draft, and what is not to be marked in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// Headlines to choose from, one a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub headlines: String,
    /// Words that are not marked in it, in lower case.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub silenced: BTreeSet<String>,
}

impl Draft {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.headlines.trim().is_empty() && self.silenced.is_empty()
    }
}
