//! The phrases of `assets/loading/furniture.txt`, by section.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static ASSET: &str = include_str!("../../../assets/loading/furniture.txt");

static SECTIONS: LazyLock<BTreeMap<&'static str, Section>> = LazyLock::new(read);

#[derive(Debug, Default)]
struct Section {
    phrases: Vec<String>,
    whole: BTreeSet<String>,
}

fn read() -> BTreeMap<&'static str, Section> {
    let mut sections: BTreeMap<_, Section> = BTreeMap::new();
    let mut current = "";
    for line in ASSET.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'))
        {
            current = name;
        } else if !line.is_empty() {
            let section = sections.entry(current).or_default();
            let phrase = line.replace('_', " ");
            section.whole.insert(phrase.clone());
            section.phrases.push(phrase);
        }
    }
    sections
}

fn phrases(section: &str) -> impl Iterator<Item = &'static str> {
    SECTIONS
        .get(section)
        .into_iter()
        .flat_map(|section| section.phrases.iter().map(String::as_str))
}

/// Whether the whole key is a phrase of `section`.
pub(super) fn is(section: &str, key: &str) -> bool {
    SECTIONS
        .get(section)
        .is_some_and(|section| section.whole.contains(key))
}

/// Whether the key begins with a phrase of `section`.
pub(super) fn starts(section: &str, key: &str) -> bool {
    phrases(section).any(|phrase| key.starts_with(phrase))
}

/// Whether a phrase of `section` stands anywhere in the key.
pub(super) fn has(section: &str, key: &str) -> bool {
    phrases(section).any(|phrase| key.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_named_in_the_code_has_phrases() {
        for section in [
            "end is",
            "end starts",
            "advertisement is",
            "advertisement starts",
            "button is",
            "promotion starts",
            "promotion has",
            "byline starts",
            "consent has",
            "copyright starts",
            "copyright has",
            "credit starts",
            "credit has",
            "note role",
            "note verb",
            "note has",
            "note is",
        ] {
            assert!(phrases(section).count() > 1, "{section}");
        }
    }
}
