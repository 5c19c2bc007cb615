//! The phrases of `assets/loading/furniture.txt`, by section.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::load::lists;

static ASSET: &str = include_str!("../../../assets/loading/furniture.txt");

static SECTIONS: LazyLock<BTreeMap<&'static str, Vec<Section>>> = LazyLock::new(|| {
    let mut sections: BTreeMap<_, Vec<Section>> = BTreeMap::new();
    for (head, lines) in lists::sections(ASSET) {
        if let Some((name, section)) = Section::read(head, &lines) {
            sections.entry(name).or_default().push(section);
        }
    }
    sections
});

/// Where in a line a phrase must stand.
#[derive(Debug, Clone, Copy)]
enum Where {
    Is,
    Starts,
    Ends,
    Has,
    HasUnsaid,
}

#[derive(Debug)]
struct Section {
    at: Where,
    /// The most words of a line.
    most: usize,
    phrases: Vec<String>,
    whole: BTreeSet<String>,
}

impl Section {
    fn read(head: &'static str, lines: &[&str]) -> Option<(&'static str, Self)> {
        let (name, rest) = head.split_once(": ")?;
        let (at, most) = rest.split_once(' ')?;
        let at = match at {
            "is" => Where::Is,
            "starts" => Where::Starts,
            "ends" => Where::Ends,
            "has" => Where::Has,
            "has-unsaid" => Where::HasUnsaid,
            _ => return None,
        };
        let phrases: Vec<String> = lines.iter().map(|line| line.replace('_', " ")).collect();
        let section = Self {
            at,
            most: most.parse().ok()?,
            whole: phrases.iter().cloned().collect(),
            phrases,
        };
        Some((name, section))
    }

    fn fits(&self, key: &str, length: usize) -> bool {
        let any =
            |test: fn(&str, &str) -> bool| self.phrases.iter().any(|phrase| test(key, phrase));
        length <= self.most
            && match self.at {
                Where::Is => self.whole.contains(key),
                Where::Starts => any(|key, phrase| key.starts_with(phrase)),
                Where::Ends => any(|key, phrase| key.ends_with(phrase)),
                Where::Has => any(|key, phrase| key.contains(phrase)),
                Where::HasUnsaid => {
                    any(|key, phrase| key.contains(phrase)) && !key.contains(" said")
                }
            }
    }
}

/// Whether a key of `length` words fits a section called `name`.
pub(super) fn fits(name: &str, key: &str, length: usize) -> bool {
    SECTIONS
        .get(name)
        .is_some_and(|sections| sections.iter().any(|section| section.fits(key, length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_understood_and_has_phrases() {
        for (head, lines) in lists::sections(ASSET) {
            assert!(Section::read(head, &lines).is_some(), "{head}");
            assert!(lines.len() > 1, "{head}");
        }
    }

    #[test]
    fn every_section_named_in_the_code_is_there() {
        let code = [include_str!("line.rs"), include_str!("mod.rs")].concat();
        let named = |name: &&str| code.contains(&format!("\"{name}\""));
        assert_eq!(SECTIONS.keys().find(|name| !named(name)), None);
        let uses = code.matches("fits(\"").count();
        assert!(uses > 0);
        for name in code
            .split("fits(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(SECTIONS.contains_key(name), "{name}");
        }
    }
}
