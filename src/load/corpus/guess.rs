//! Which field holds what: by its name where the name is known, else by what is in it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Mapping, Role, canonical, role_of};
use super::record::Record;
use crate::article::is_section;
use crate::load::date::iso_date;

/// How many records are looked at.
const SAMPLE: usize = 300;
/// A named text whose median is shorter, in characters, is a summary or a label.
const SUMMARY: usize = 60;
/// A field whose median is shorter, in characters, is no text.
const TEXT: usize = 150;
/// Of fewer records nothing can be said to repeat.
const FEW_RECORDS: usize = 4;

/// Of so many records, each that is looked at is so many after the last. Of those that are looked at, all are.
pub(super) fn step(records: usize) -> usize {
    (records / SAMPLE).max(1)
}

/// The mapping that fits the records.
pub(super) fn mapping(records: &[Record]) -> Mapping {
    let sample = RecordSample::new(records);
    let mut mapping = Mapping::new();
    for role in Role::ALL {
        if let Some(name) = sample.best_named(role) {
            mapping.insert(role, name.to_owned());
        }
    }
    // The longest field is the text, unless a named one is long enough.
    let named = mapping.get(&Role::Text);
    let named = named.and_then(|name| sample.columns.get(name.as_str()));
    let is_long = named.is_some_and(|values| values.length() >= SUMMARY);
    if !is_long {
        sample.guess(&mut mapping, Role::Text, |name, values| {
            let length = values.length();
            (values.share(is_address) < 0.5 && length >= TEXT).then_some((length, name))
        });
    }
    if !mapping.contains_key(&Role::Url) {
        sample.guess(&mut mapping, Role::Url, |name, values| {
            values.is_mostly_addresses().then_some(Reverse(name))
        });
    }
    // Headlines repeat least.
    if !mapping.contains_key(&Role::Title) {
        sample.guess(&mut mapping, Role::Title, |name, values| {
            let variety = values.distinct() * 1000 / values.values.len().max(1);
            values.is_mostly_titles().then_some((variety, name))
        });
    }
    if !mapping.contains_key(&Role::Date) {
        sample.guess(&mut mapping, Role::Date, |name, values| {
            values.is_mostly_dates().then_some(Reverse(name))
        });
    }
    // Outlets are few; so are sections, which say what they are.
    if !mapping.contains_key(&Role::Source) && sample.size >= FEW_RECORDS {
        sample.guess(&mut mapping, Role::Source, |name, values| {
            (values.is_groups() && !is_section(name)).then_some(Reverse((values.distinct(), name)))
        });
    }
    mapping
}

/// The values of one field in the sample.
#[derive(Debug, Default)]
struct FieldValues<'a> {
    values: Vec<&'a str>,
}

impl FieldValues<'_> {
    /// The share of values that pass a test.
    fn share(&self, test: impl Fn(&str) -> bool) -> f64 {
        let passed = self.values.iter().filter(|value| test(value)).count();
        passed as f64 / self.values.len().max(1) as f64
    }

    /// The median length in characters.
    fn length(&self) -> usize {
        let mut lengths: Vec<usize> = self
            .values
            .iter()
            .map(|value| value.chars().count())
            .collect();
        lengths.sort_unstable();
        lengths.get(lengths.len() / 2).copied().unwrap_or(0)
    }

    fn distinct(&self) -> usize {
        self.values.iter().collect::<BTreeSet<_>>().len()
    }

    fn is_mostly_addresses(&self) -> bool {
        self.share(is_address) > 0.8
    }

    fn is_mostly_dates(&self) -> bool {
        self.share(|value| value.len() <= 40 && iso_date(value).is_some()) > 0.8
    }

    fn is_mostly_titles(&self) -> bool {
        let is_title = |value: &str| {
            value.contains(' ')
                && !is_address(value)
                && !value.trim_end().ends_with('.')
                && iso_date(value).is_none()
        };
        (18..=180).contains(&self.length()) && self.share(is_title) > 0.6
    }

    /// Few short values that come back.
    fn is_groups(&self) -> bool {
        let distinct = self.distinct();
        (2..=40).contains(&self.length())
            && distinct >= 2
            && distinct * 2 <= self.values.len()
            && self.share(|value| value.contains(char::is_alphabetic)) > 0.9
    }
}

fn is_address(value: &str) -> bool {
    value.starts_with("http")
}

/// Some records, by field.
struct RecordSample<'a> {
    columns: BTreeMap<&'a str, FieldValues<'a>>,
    size: usize,
}

impl<'a> RecordSample<'a> {
    fn new(records: &'a [Record]) -> Self {
        let step = step(records.len());
        let mut columns: BTreeMap<&str, FieldValues> = BTreeMap::new();
        let mut size = 0;
        for record in records.iter().step_by(step) {
            size += 1;
            for (name, value) in record.iter() {
                columns.entry(name).or_default().values.push(value);
            }
        }
        Self { columns, size }
    }

    /// The field whose name fits a role best, and whose content does not speak against it.
    fn best_named(&self, role: Role) -> Option<&'a str> {
        self.columns
            .iter()
            .filter_map(|(name, column)| {
                let rank = rank(name, role)?;
                Some((self.penalty(role, column) + rank, *name))
            })
            .min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, name)| name)
    }

    fn penalty(&self, role: Role, column: &FieldValues) -> f64 {
        let mut penalty = 0.0;
        if column.values.len() * 10 < self.size * 3 {
            penalty += 40.0;
        }
        match role {
            // The longest of several texts is the whole one.
            Role::Text => penalty -= (column.length().max(1) as f64).ln() * 12.0,
            Role::Source if column.values.iter().take(20).any(|v| is_address(v)) => penalty += 25.0,
            Role::Title if column.length() > 400 => penalty += 60.0,
            _ => {}
        }
        penalty
    }

    /// Gives a role to the free field that ranks highest.
    fn guess<K: Ord>(
        &self,
        mapping: &mut Mapping,
        role: Role,
        rank: impl Fn(&'a str, &FieldValues<'a>) -> Option<K>,
    ) {
        let best = self
            .columns
            .iter()
            .filter(|(name, _)| !mapping.values().any(|taken| taken == *name))
            .filter_map(|(name, values)| Some((rank(name, values)?, *name)))
            .max();
        if let Some((_, name)) = best {
            mapping.insert(role, name.to_owned());
        }
    }
}

/// How well a field's name fits a role (0 is best): the whole name, the last part of `a.b` for what
/// articles carry themselves, or its first part for `source.name` and the like.
fn rank(name: &str, role: Role) -> Option<f64> {
    let whole = role_of(name);
    let nested = || {
        let (parent, last) = name.rsplit_once('.')?;
        let of_last = role_of(last)
            .filter(|(role, _)| matches!(role, Role::Text | Role::Title | Role::Date | Role::Url));
        let names_parent = matches!(
            canonical(last).as_str(),
            "name"
                | "title"
                | "main"
                | "original"
                | "text"
                | "rendered"
                | "basic"
                | "default"
                | "full"
        );
        of_last
            .map(|(role, rank)| (role, rank + 30))
            .filter(|_| !names_parent || role_of(parent).is_none())
            .or_else(|| {
                let (role, rank) = role_of(parent.split('.').next()?)?;
                names_parent.then_some((role, rank + 3))
            })
    };
    let (found, rank) = whole.or_else(nested)?;
    (found == role).then_some(rank as f64)
}
