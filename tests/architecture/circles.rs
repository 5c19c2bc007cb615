//! Files that import each other, directly or by way of others.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Files each of which reaches every other, with the arrows between them.
pub(crate) struct Circle {
    arrows: Vec<String>,
    files: Vec<String>,
}

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} files: {}", self.files.len(), self.files.join(", "))?;
        self.arrows
            .iter()
            .try_for_each(|arrow| writeln!(f, "  {arrow}"))
    }
}

pub(crate) fn circles(arrows: &[(&str, &str, String)]) -> Vec<Circle> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to, _) in arrows {
        next.entry(from).or_default().push(to);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = next
        .keys()
        .map(|file| (*file, reach(file, &next)))
        .collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (file, reach) in &reached {
        if !reach.contains(file) || seen.contains(file) {
            continue;
        }
        let back = |other: &&&str| {
            reached
                .get(**other)
                .is_some_and(|reach| reach.contains(file))
        };
        let files: Vec<&str> = reach.iter().filter(back).copied().collect();
        seen.extend(files.iter().copied());
        let inside = |from, to| files.contains(from) && files.contains(to);
        found.push(Circle {
            arrows: (arrows.iter())
                .filter(|(from, to, _)| inside(from, to))
                .map(|(from, to, names)| format!("{from} → {to}: {names}"))
                .collect(),
            files: files.into_iter().map(str::to_owned).collect(),
        });
    }
    found
}

fn reach<'a>(from: &str, next: &BTreeMap<&'a str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = next.get(from).cloned().unwrap_or_default();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(next.get(file).into_iter().flatten());
        }
    }
    found
}
