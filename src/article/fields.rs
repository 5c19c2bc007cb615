//! What a collection or page says of an article beside its headline, text, date and so on: its section, its desk,
//! whatever else a field holds. Kept small: names and values that articles share are kept once.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// How many fields an article keeps: services that name most give about twenty.
const MOST: usize = 24;
/// The longest name of a field, in bytes.
const LONGEST_NAME: usize = 80;
/// The longest value, in bytes: what is longer is a text, not something to choose articles by.
const LONGEST_VALUE: usize = 200;
/// How many names and values are shared; those met later are kept by each article.
const MOST_SHARED: usize = 20_000;

/// What the section of a paper is called in collections and on pages, the likeliest first; compared without case,
/// blanks and marks.
const SECTION: [&str; 10] = [
    "section",
    "sectionname",
    "articlesection",
    "sectiontitle",
    "sectionid",
    "newsdesk",
    "desk",
    "category",
    "categories",
    "rubric",
];

/// Marks between the values of a list in one field: "politics; economy", "News/Politics".
const BETWEEN: [char; 5] = [';', ',', '|', '/', '>'];

/// The further fields of an article, by name. Without any it takes no memory of its own.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct FurtherFields {
    kept: Box<[(Arc<str>, Arc<str>)]>,
}

/// Why a field was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// Its value is a text or an address, nothing to choose articles by.
    Text,
    /// There were as many as are kept already.
    TooMany,
}

impl FurtherFields {
    /// The fields of an article in their order. What is empty is passed over; `lost` is told of each that is not kept.
    pub(crate) fn of<'a>(
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
        mut lost: impl FnMut(&str, NotKept),
    ) -> Self {
        let mut kept: Vec<(Arc<str>, Arc<str>)> = Vec::new();
        for (name, value) in fields {
            let value = value.trim();
            if value.is_empty() || name.is_empty() {
                continue;
            }
            let is_text = value.len() > LONGEST_VALUE || value.contains('\n');
            if is_text || name.len() > LONGEST_NAME || value.starts_with("http") {
                lost(name, NotKept::Text);
            } else if kept.len() == MOST {
                lost(name, NotKept::TooMany);
            } else if !kept.iter().any(|(known, _)| **known == *name) {
                kept.push((shared(name), shared(value)));
            }
        }
        kept.sort_unstable();
        Self {
            kept: kept.into_boxed_slice(),
        }
    }

    /// Names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.kept.iter().map(|(name, value)| (&**name, &**value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The value of a field. "section" is found under every name that sections go by.
    pub fn get(&self, name: &str) -> Option<&str> {
        let wanted = canonical(name);
        let of = |wanted: &str| {
            let mut fields = self.iter();
            fields
                .find(|(name, _)| canonical(name) == wanted)
                .map(|(_, value)| value)
        };
        if wanted == "section" {
            return SECTION.into_iter().find_map(of);
        }
        of(&wanted)
    }

    /// Whether a field holds a value, or has it in its list; whatever the case.
    pub fn holds(&self, name: &str, value: &str) -> bool {
        let same = |one: &str| {
            let (one, value) = (one.trim(), value.trim());
            one.eq_ignore_ascii_case(value) || one.to_lowercase() == value.to_lowercase()
        };
        self.get(name)
            .is_some_and(|held| same(held) || held.split(BETWEEN).any(same))
    }
}

impl fmt::Debug for FurtherFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl From<BTreeMap<String, String>> for FurtherFields {
    fn from(fields: BTreeMap<String, String>) -> Self {
        let fields = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        Self::of(fields, |_, _| ())
    }
}

impl From<FurtherFields> for BTreeMap<String, String> {
    fn from(fields: FurtherFields) -> Self {
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        fields.iter().map(owned).collect()
    }
}

/// Whether a field of this name tells the section.
pub fn is_section(name: &str) -> bool {
    SECTION.contains(&canonical(name).as_str())
}

/// A name as names are compared: letters and digits in lower case.
fn canonical(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The one copy of a name or value, as long as few are known.
fn shared(text: &str) -> Arc<str> {
    static KNOWN: LazyLock<Mutex<HashSet<Arc<str>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(text) {
        return Arc::clone(known);
    }
    let text: Arc<str> = text.into();
    if known.len() < MOST_SHARED {
        known.insert(Arc::clone(&text));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_found_by_any_of_its_names_and_a_value_in_a_list() {
        let fields = [
            ("sectionName", "U.S. News / Politics"),
            ("tags", "tax; roads"),
            ("desk", "Metro"),
        ];
        let fields = FurtherFields::of(fields, |_, _| ());
        assert!(fields.holds("section", "politics"));
        assert!(fields.holds("section", "u.s. news / politics"));
        assert!(!fields.holds("section", "polit"), "whole values");
        assert!(fields.holds("Tags", "Roads") && fields.holds("desk", "metro"));
        assert_eq!(fields.get("colour"), None);
    }

    #[test]
    fn texts_addresses_and_the_twenty_fifth_are_told() {
        let long = "x".repeat(LONGEST_VALUE + 1);
        let mut told = Vec::new();
        let names: Vec<String> = (0..=MOST).map(|at| format!("f{at}")).collect();
        let many = names.iter().map(|name| (name.as_str(), "1"));
        let all = [
            ("body", long.as_str()),
            ("image", "https://x.example/a.jpg"),
            ("none", " "),
        ];
        let fields = FurtherFields::of(all.into_iter().chain(many), |name, why| {
            told.push((name.to_owned(), why));
        });
        assert_eq!(fields.iter().count(), MOST);
        assert_eq!(
            told,
            [
                ("body".to_owned(), NotKept::Text),
                ("image".to_owned(), NotKept::Text),
                ("f24".to_owned(), NotKept::TooMany)
            ]
        );
    }
}
