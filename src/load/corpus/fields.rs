//! What the fields of a corpus are called, and which of them holds what.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

static ASSET: &str = include_str!("../../../assets/loading/fields.txt");

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A running number; not read.
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
    static NAMES: LazyLock<HashMap<&'static str, (Role, usize)>> = LazyLock::new(read);
    NAMES.get(canonical(name).as_str()).copied()
}

/// A field's name as names are compared: letters and digits in lower case.
pub(super) fn canonical(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn read() -> HashMap<&'static str, (Role, usize)> {
    let mut names = HashMap::new();
    let mut role = None;
    let mut rank = 0;
    for line in ASSET.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'))
        {
            role = Role::named(name);
            rank = 0;
            continue;
        }
        for name in line.split_whitespace() {
            if let Some(role) = role {
                names.entry(name).or_insert((role, rank));
                rank += 1;
            }
        }
    }
    names
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
            assert!(read().values().any(|(named, _)| *named == role), "{role:?}");
        }
    }
}
