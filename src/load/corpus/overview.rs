//! The fields of a corpus, for a user who wants to say which of them holds what.

use std::collections::BTreeMap;

use super::fields::{Mapping, Role};
use super::record::Record;
use crate::load::clean::squash;

/// The longest sample value, in bytes.
const LONGEST: usize = 160;

/// One field of a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name; fields inside others are written with stops: `source.name`.
    pub name: String,
    /// What it is read as, if it is read.
    pub role: Option<Role>,
    /// In how many records it holds something.
    pub filled: usize,
    /// The start of its first value, on one line.
    pub sample: String,
}

/// The fields of the records, most often filled first, then by name.
pub(super) fn fields(records: &[Record], mapping: &Mapping) -> Vec<Field> {
    let mut fields: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (name, value) in records.iter().flatten() {
        let (filled, _) = fields.entry(name).or_insert((0, value));
        *filled += 1;
    }
    let role = |name: &str| {
        mapping
            .iter()
            .find(|(_, field)| *field == name)
            .map(|(role, _)| *role)
    };
    let mut fields: Vec<Field> = fields
        .into_iter()
        .map(|(name, (filled, value))| Field {
            name: name.to_owned(),
            role: role(name),
            filled,
            sample: start(value),
        })
        .collect();
    fields.sort_by_key(|field| std::cmp::Reverse(field.filled));
    fields
}

fn start(value: &str) -> String {
    let start = |length: usize| {
        value
            .get(..value.floor_char_boundary(length))
            .unwrap_or(value)
    };
    // White space goes, so a little more is looked at than is shown.
    let line = squash(start(4 * LONGEST));
    if line.len() <= LONGEST {
        return line;
    }
    let cut = line.floor_char_boundary(LONGEST);
    format!("{}…", line.get(..cut).unwrap_or_default().trim_end())
}
