//! The phrases of `assets/loading/furniture.txt`, by section.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::assets::{NotUnderstood, asset};

static SECTIONS: LazyLock<BTreeMap<&'static str, Vec<PhraseSection>>> =
    LazyLock::new(|| read().unwrap_or_default());

/// The sections of each name.
pub(super) fn read() -> Result<BTreeMap<&'static str, Vec<PhraseSection>>, NotUnderstood> {
    let mut sections: BTreeMap<_, Vec<PhraseSection>> = BTreeMap::new();
    let mut open = "";
    for line in asset!("loading/furniture.txt").lines() {
        let line = line?;
        let head = PhraseSection::headed(line.section);
        let (name, section) = head.ok_or_else(|| line.fault("no such section"))?;
        let own = sections.entry(name).or_default();
        if open != line.section {
            open = line.section;
            own.push(section);
        }
        if let Some(section) = own.last_mut() {
            section.phrases.push(line.text.replace('_', " "));
        }
    }
    for section in sections.values_mut().flatten() {
        section.phrases.sort_unstable();
        if matches!(section.at, Where::Has | Where::HasUnsaid) {
            // Trap: only leftmost matches are looked for many bytes at a time; what is made for looking at
            // each byte is then hardly used, and the quickest to make will do.
            section.anywhere = AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostFirst)
                .kind(Some(AhoCorasickKind::NoncontiguousNFA))
                .build(&section.phrases)
                .ok();
        }
    }
    Ok(sections)
}

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
pub(super) struct PhraseSection {
    at: Where,
    /// The most words of a line.
    most: usize,
    /// In order.
    phrases: Vec<String>,
    /// All of them made ready to be looked for at once, where they may stand anywhere.
    anywhere: Option<AhoCorasick>,
}

impl PhraseSection {
    /// The name and the empty section that a heading opens.
    fn headed(head: &'static str) -> Option<(&'static str, Self)> {
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
        let section = Self {
            at,
            most: most.parse().ok()?,
            phrases: Vec::new(),
            anywhere: None,
        };
        Some((name, section))
    }

    /// Whether a phrase begins the key: phrases are in order, so it is one of those with its first letter.
    fn starts(&self, key: &str) -> bool {
        let first = key.as_bytes().first();
        let from = (self.phrases).partition_point(|phrase| phrase.as_bytes().first() < first);
        let same = self.phrases.iter().skip(from);
        same.take_while(|phrase| phrase.as_bytes().first() == first)
            .any(|phrase| key.starts_with(phrase))
    }

    fn fits(&self, key: &str, length: usize) -> bool {
        let has = || (self.anywhere.as_ref()).is_some_and(|phrases| phrases.is_match(key));
        length <= self.most
            && match self.at {
                Where::Is => (self
                    .phrases
                    .binary_search_by(|phrase| phrase.as_str().cmp(key)))
                .is_ok(),
                Where::Starts => self.starts(key),
                Where::Ends => self.phrases.iter().any(|phrase| key.ends_with(phrase)),
                Where::Has => has(),
                Where::HasUnsaid => has() && !key.contains(" said"),
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
