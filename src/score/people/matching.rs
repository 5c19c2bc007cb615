//! The names two articles share.

use std::collections::BTreeMap;

use super::{NameKind, Named, People};

/// Pairs of positions in `a.names` and `b.names` that name the same, most mentioned first. A surname
/// alone matches a full name if no other full name in that article ends in it.
pub fn shared(a: &People, b: &People) -> Vec<(usize, usize)> {
    let mut pairs = same_names(&a.names, &b.names);
    let mentions = |(x, y): &(usize, usize)| {
        let count = |people: &People, at: usize| {
            people.names.get(at).map_or(0, |named| named.mentions.len())
        };
        usize::MAX - count(a, *x) - count(b, *y)
    };
    pairs.sort_by_key(mentions);
    pairs
}

/// The same for names alone, in the order of `a`.
pub fn same_names(a: &[Named], b: &[Named]) -> Vec<(usize, usize)> {
    let forms = forms(b);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut taken = vec![false; b.len()];
    for (at, named) in a.iter().enumerate() {
        let keys = keys(named.kind, &named.key);
        let found = keys
            .iter()
            .find_map(|key| forms.get(key).copied().flatten());
        if let Some(other) = found
            && let Some(free) = taken.get_mut(other).filter(|taken| !**taken)
            && compatible(
                &named.key,
                b.get(other).map_or(&[], |named| named.key.as_slice()),
            )
        {
            *free = true;
            pairs.push((at, other));
        }
    }
    pairs
}

/// Two full names must share first and last word.
fn compatible(a: &[String], b: &[String]) -> bool {
    let full = a.len() > 1 && b.len() > 1;
    !full || a.first() == b.first() && a.last() == b.last()
}

/// Every key a name answers to; `None` where two names claim it.
fn forms(names: &[Named]) -> BTreeMap<String, Option<usize>> {
    let mut forms: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (at, named) in names.iter().enumerate() {
        for key in keys(named.kind, &named.key) {
            forms
                .entry(key)
                .and_modify(|claimed| *claimed = None)
                .or_insert(Some(at));
        }
    }
    forms
}

/// The whole name, then first and last word, then for a person the last word alone.
fn keys(kind: NameKind, words: &[String]) -> Vec<String> {
    let mut keys = vec![words.join(" ")];
    if let [first, .., last] = words {
        if words.len() > 2 {
            keys.push(format!("{first} {last}"));
        }
        match kind {
            NameKind::Person | NameKind::Other => keys.push(last.clone()),
            NameKind::Place | NameKind::Body => {
                keys.push(
                    words
                        .iter()
                        .filter(|word| !matches!(word.as_str(), "of" | "for" | "and"))
                        .filter_map(|word| word.chars().next())
                        .collect(),
                );
            }
        }
    }
    keys
}
