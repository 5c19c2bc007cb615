//! A word list as it is typed in the window, and what becomes of it.

use crate::score::lists::{OwnLists, WordList};
use crate::text::tr;
use crate::workspace::typed_list;

/// The most entries of a list that are changed in the window: a longer one is changed where it was made.
pub(in crate::app) const MOST: usize = 5_000;

/// A list as it is typed.
#[derive(Debug, Default)]
pub(in crate::app) struct ListDraft {
    pub(in crate::app) name: String,
    /// Its entries, as a file has them.
    pub(in crate::app) text: String,
    /// The list it changes.
    of: Option<String>,
    /// Why it could not be kept.
    pub(in crate::app) problem: Option<String>,
}

impl ListDraft {
    /// The form that changes a list.
    pub(in crate::app) fn of(list: &WordList) -> Self {
        Self {
            name: list.name.clone(),
            text: list.to_text(),
            of: Some(list.name.clone()),
            problem: None,
        }
    }

    /// The lists with the one that is typed, and what is said of it.
    pub(in crate::app) fn kept(&self, lists: &OwnLists) -> Result<(OwnLists, Vec<String>), String> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(tr!("The list needs a name.").to_owned());
        }
        let is_other = self.of.as_deref() != Some(name);
        if is_other && lists.lists().iter().any(|known| known.name == name) {
            return Err(tr!("There is a list called “{name}” already."; name));
        }
        let said = |why: &dyn std::fmt::Display| tr!("Not kept: {why}."; why);
        let read = typed_list(name, &self.text).map_err(|why| said(&why))?;
        let before = match &self.of {
            Some(of) if is_other => lists.without(of),
            _ => lists.clone(),
        };
        let after = before.with(read.list).map_err(|why| said(&why))?;
        let mut warnings = read.warnings;
        warnings.extend(after.conflicts());
        Ok((after, warnings))
    }
}
