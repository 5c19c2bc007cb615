//! What the fields of a corpus are called, which of them holds what, and an overview of them for a user
//! who wants to say so.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::record::Record;
use crate::assets::{NotUnderstood, asset};
use crate::load::clean::squash;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The headline.
    Title,
    /// The text of the article.
    Text,
    /// The outlet.
    Source,
    /// The date of publication.
    Date,
    /// The address of the page.
    Url,
    /// The authors.
    Author,
    /// A summary, used where there is no text.
    Summary,
    /// The language.
    Language,
    /// What annotators said about the article; not read.
    Label,
    /// What the record is called: a running number or a name.
    Id,
}

impl Role {
    /// Every role, in the order in which fields are handed out.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Text,
        Self::Source,
        Self::Date,
        Self::Url,
        Self::Author,
        Self::Summary,
        Self::Language,
        Self::Label,
        Self::Id,
    ];

    /// The name used in messages and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::Source => "source",
            Self::Date => "date",
            Self::Url => "url",
            Self::Author => "author",
            Self::Summary => "summary",
            Self::Language => "language",
            Self::Label => "label",
            Self::Id => "id",
        }
    }

    /// The role with that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Which field holds what. Fields inside others are written with stops: `source.name`.
pub type Mapping = BTreeMap<Role, String>;

/// The role a field's name suggests, and how good the name is (0 is best).
pub(super) fn role_of(name: &str) -> Option<(Role, usize)> {
    static NAMES: LazyLock<HashMap<&'static str, (Role, usize)>> =
        LazyLock::new(|| read().unwrap_or_default());
    NAMES.get(canonical(name).as_str()).copied()
}

/// A field's name as names are compared: letters and digits in lower case.
pub(super) fn canonical(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

pub(in crate::load) fn read() -> Result<HashMap<&'static str, (Role, usize)>, NotUnderstood> {
    let mut names = HashMap::new();
    let mut ranks = BTreeMap::new();
    for name in asset!("loading/fields.txt").words() {
        let name = name?;
        let role = Role::named(name.section).ok_or_else(|| name.fault("no such role"))?;
        let rank: &mut usize = ranks.entry(role).or_default();
        names.entry(name.text).or_insert((role, *rank));
        *rank += 1;
    }
    Ok(names)
}

/// The longest sample value, in bytes.
const LONGEST: usize = 160;

/// One field of a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
pub(super) fn overview(records: &[Record], mapping: &Mapping) -> Vec<Field> {
    let mut fields: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (name, value) in records.iter().flat_map(Record::iter) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_written() {
        assert_eq!(
            role_of("Publish_Date").map(|(role, _)| role),
            Some(Role::Date)
        );
        assert_eq!(role_of("headline.main"), Some((Role::Title, 0)));
        assert_eq!(role_of("colour"), None);
        for role in Role::ALL {
            assert!(
                read()
                    .unwrap_or_default()
                    .values()
                    .any(|(named, _)| *named == role),
                "{role:?}"
            );
        }
    }
}
