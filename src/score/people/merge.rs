//! Merges the names of one article: a surname belongs to the one full name that ends in it, initials to
//! the one body they abbreviate; where two would fit, a name stays by itself.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::find::{Courtesy, Found, is_suffix};
use super::{NameKind, Named};

/// What is gathered for one name.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about a name"
)]
struct Entity {
    name: String,
    key: Vec<String>,
    mentions: Vec<super::Mention>,
    person: bool,
    place: bool,
    body: bool,
    president: bool,
    /// Met at least once where a capital letter means a name.
    sure: bool,
    /// Another first name shares its surname.
    shared: bool,
    /// Named with titles of a man and of a woman in this article, so that nobody is meant by the name alone.
    couple: bool,
}

/// The words of a name without "Jr." and its kin.
fn core(key: &[String]) -> &[String] {
    match key.split_last() {
        Some((last, rest)) if rest.len() > 1 && is_suffix(last) => rest,
        _ => key,
    }
}

/// Surnames that stand with titles of a man and of a woman.
fn couples(found: &[Found]) -> BTreeSet<Vec<String>> {
    let with = |courtesy: Courtesy| -> BTreeSet<&Vec<String>> {
        let named = found
            .iter()
            .filter(|name| name.courtesy == Some(courtesy) && name.key.len() == 1);
        named.map(|name| &name.key).collect()
    };
    let (men, women) = (with(Courtesy::Man), with(Courtesy::Woman));
    men.intersection(&women).map(|key| (*key).clone()).collect()
}

/// Merges names found in reading order; the most mentioned first, then in reading order.
pub(super) fn merge(found: Vec<Found>) -> Vec<Named> {
    let (offices, found): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|name| name.office);
    let mut entities = by_form(found);
    let places = index(&entities);
    let mut into: Vec<Option<usize>> = entities
        .iter()
        .map(|entity| home(entity, &places, &entities))
        .collect();
    // A home that moves itself takes its guests along, one step: surnames only ever move to full names.
    let moved = into.clone();
    for target in into.iter_mut().flatten() {
        if let Some(further) = moved.get(*target).copied().flatten() {
            *target = further;
        }
    }
    for (at, target) in into.iter().enumerate() {
        if let Some(target) = *target {
            absorb(&mut entities, at, target);
        }
    }
    give_offices(&mut entities, offices);
    let mut names: Vec<Named> = entities
        .into_iter()
        .filter(|entity| !entity.mentions.is_empty() && entity.sure)
        .map(Entity::finish)
        .collect();
    names.sort_by_key(|named| usize::MAX - named.mentions.len());
    names
}

/// One entity for each distinct form, in reading order.
fn by_form(found: Vec<Found>) -> Vec<Entity> {
    let couples = couples(&found);
    // By form, then by courtesy.
    let mut positions: FxHashMap<Vec<String>, [Option<usize>; 3]> = FxHashMap::default();
    let mut entities: Vec<Entity> = Vec::new();
    for name in found {
        let couple = couples.contains(&name.key);
        let courtesy = name.courtesy.filter(|_| couple);
        let (place, title) = match courtesy {
            None => (0, ""),
            Some(Courtesy::Man) => (1, "Mr. "),
            Some(Courtesy::Woman) => (2, "Mrs. "),
        };
        let known = positions.get(&name.key);
        let known = known.and_then(|known| known.get(place).copied().flatten());
        let at = known.unwrap_or_else(|| {
            entities.push(Entity {
                name: format!("{title}{}", name.text),
                key: name.key.clone(),
                couple,
                ..Entity::default()
            });
            let known = positions.entry(name.key.clone()).or_default();
            if let Some(slot) = known.get_mut(place) {
                *slot = Some(entities.len() - 1);
            }
            entities.len() - 1
        });
        if let Some(entity) = entities.get_mut(at) {
            entity.person |= name.person;
            entity.place |= name.place;
            entity.body |= name.body;
            entity.president |= name.president;
            entity.sure |= !name.doubtful;
            entity.shared |= name.shared;
            entity.mentions.push(name.mention);
        }
    }
    entities
}

/// The longer forms a short one can stand for.
#[derive(Default)]
struct Index<'e> {
    last: FxHashMap<&'e str, Vec<usize>>,
    first_word: FxHashMap<&'e str, Vec<usize>>,
    ends: FxHashMap<(&'e str, &'e str), usize>,
    initials: FxHashMap<String, Vec<usize>>,
}

fn index(entities: &[Entity]) -> Index<'_> {
    let mut index = Index::default();
    for (at, entity) in entities.iter().enumerate() {
        let [first, .., last] = core(&entity.key) else {
            continue;
        };
        let initials: String = entity
            .key
            .iter()
            .filter(|word| !matches!(word.as_str(), "of" | "for" | "and"))
            .filter_map(|word| word.chars().next())
            .collect();
        index.initials.entry(initials).or_default().push(at);
        if entity.body || entity.place {
            continue;
        }
        index
            .ends
            .entry((first.as_str(), last.as_str()))
            .or_insert(at);
        index.last.entry(last).or_default().push(at);
        index.first_word.entry(first).or_default().push(at);
    }
    index
}

/// The entity this form stands for, if exactly one fits.
fn home(entity: &Entity, index: &Index<'_>, entities: &[Entity]) -> Option<usize> {
    match core(&entity.key) {
        [_] if entity.couple => None,
        [only] if !entity.place => {
            let last = distinct(index.last.get(only.as_str()), index, entities);
            let first = distinct(index.first_word.get(only.as_str()), index, entities);
            let initials = index
                .initials
                .get(only)
                .and_then(|found| match found.as_slice() {
                    [one] if entity.body => Some(*one),
                    _ => None,
                });
            last.or(if index.last.contains_key(only.as_str()) {
                None
            } else {
                first
            })
            .or(initials)
        }
        [only] => index.initials.get(only).and_then(|found| {
            if let [one] = found.as_slice() {
                Some(*one)
            } else {
                None
            }
        }),
        [first, _, last] if !entity.body => {
            let short =
                |other: &Entity| matches!(&*other.key, [one, two] if one == first && two == last);
            let at = index.ends.get(&(first.as_str(), last.as_str()));
            at.copied()
                .filter(|at| entities.get(*at).is_some_and(short))
        }
        _ => None,
    }
}

/// The only full name among the candidates, forms with a middle name counted once.
fn distinct(
    candidates: Option<&Vec<usize>>,
    index: &Index<'_>,
    entities: &[Entity],
) -> Option<usize> {
    let mut homes =
        candidates?.iter().map(
            |at| match entities.get(*at).map(|entity| core(&entity.key)) {
                Some([first, .., last]) => index
                    .ends
                    .get(&(first.as_str(), last.as_str()))
                    .copied()
                    .unwrap_or(*at),
                _ => *at,
            },
        );
    let first = homes.next()?;
    // Asked in this order: of a hundred thousand namesakes the second one settles it.
    let is_one = homes.all(|other| other == first);
    let shared = |at: &usize| entities.get(*at).is_some_and(|entity| entity.shared);
    (is_one && !candidates?.iter().any(shared)).then_some(first)
}

fn absorb(entities: &mut [Entity], from: usize, into: usize) {
    if from == into {
        return;
    }
    let Some(guest) = entities.get_mut(from).map(std::mem::take) else {
        return;
    };
    if let Some(host) = entities.get_mut(into) {
        host.person |= guest.person;
        host.president |= guest.president;
        host.sure = true;
        host.mentions.extend(guest.mentions);
    }
}

/// "the president" is somebody only if the article has one president.
fn give_offices(entities: &mut [Entity], offices: Vec<Found>) {
    let mut presidents = entities
        .iter_mut()
        .filter(|entity| entity.president && !entity.mentions.is_empty());
    if let (Some(only), None) = (presidents.next(), presidents.next()) {
        only.mentions
            .extend(offices.into_iter().map(|office| office.mention));
    }
}

impl Entity {
    fn finish(mut self) -> Named {
        self.mentions
            .sort_by_key(|mention| (mention.block, mention.span.start));
        let kind = if self.place && !self.person {
            NameKind::Place
        } else if self.body && !self.person {
            NameKind::Body
        } else if self.person {
            NameKind::Person
        } else {
            NameKind::Other
        };
        Named {
            name: self.name,
            kind,
            mentions: self.mentions,
            key: self.key,
        }
    }
}
