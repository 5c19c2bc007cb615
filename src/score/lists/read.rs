//! Reads a list from whatever it is kept in: what its content says.

use rustc_hash::FxHashMap;

use super::lines::{TOLD, lines};
use super::list::{Lined, ListEntry, ListError, MOST_ENTRIES, ReadList, WordList};
use super::pattern::Part;
use super::tone_values::{LARGEST, TONE};
use super::{dic, json, pattern, table};
use crate::text::counted;

/// Reads a list named `name` from `text`; `sha256` is the hash of the bytes it stood in. Lines of one
/// entry each, tables with the columns `word`, `category`, `value` and `note`, JSON and LIWC dictionaries are
/// understood.
///
/// # Errors
/// Where nothing could be looked for, or the text is not what it begins as.
pub fn read(text: &str, name: &str, sha256: &str) -> Result<ReadList, ListError> {
    let mut warnings = Vec::new();
    let start = text.trim_start();
    let entries = if start.starts_with(['{', '[']) {
        json::entries(text)?
            .into_iter()
            .map(|one| (None, one))
            .collect()
    } else if start.starts_with('%') {
        dic::entries(text, &mut warnings)?
    } else if let Some(entries) = table::entries(text, &mut warnings) {
        entries
    } else {
        one_a_line(text)
    };
    if entries.len() > MOST_ENTRIES {
        return Err(ListError::TooLong);
    }
    let every = |(_, entry): &&Lined| {
        let parts = pattern::parts(&entry.pattern);
        !parts.is_empty() && parts.iter().all(|part| *part == Part::Any)
    };
    if let Some((Some(line), entry)) = entries.iter().find(every) {
        return Err(ListError::LineMatchesEverything(
            *line,
            entry.pattern.clone(),
        ));
    }
    let entries = distinct(entries, name, &mut warnings);
    let beyond = |entry: &&ListEntry| {
        let is_tone = entry.category.eq_ignore_ascii_case(TONE);
        is_tone && entry.value.is_some_and(|value| value.abs() > LARGEST)
    };
    let beyond = entries.iter().filter(beyond).count();
    if beyond > 0 {
        warnings.push(format!(
            "The tone of {} is beyond ±{LARGEST}, where the lexicon ends; it counts as that.",
            counted(beyond, "entry")
        ));
    }
    if entries.is_empty() {
        return Err(ListError::Empty);
    }
    Ok(ReadList {
        list: WordList {
            name: name.to_owned(),
            sha256: sha256.to_owned(),
            entries,
        },
        warnings,
    })
}

/// One entry a line; `#` begins a comment.
fn one_a_line(text: &str) -> Vec<Lined> {
    let lines = (1..).zip(text.lines().map(str::trim));
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| {
            let entry = ListEntry {
                pattern: line.to_owned(),
                ..ListEntry::default()
            };
            (Some(at), entry)
        })
        .collect()
}

/// Each pattern of a category once: the first counts, and what contradicts it is told.
fn distinct(entries: Vec<Lined>, name: &str, warnings: &mut Vec<String>) -> Vec<ListEntry> {
    let mut known: FxHashMap<(String, String), usize> = FxHashMap::default();
    let mut kept: Vec<ListEntry> = Vec::with_capacity(entries.len());
    let mut conflicts = Vec::new();
    for (line, mut entry) in entries {
        entry.pattern = entry
            .pattern
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if entry.pattern.is_empty() {
            continue;
        }
        if entry.category.is_empty() {
            name.clone_into(&mut entry.category);
        }
        let key = (pattern::normal(&entry.pattern), entry.category.clone());
        match known.get(&key).and_then(|&at| kept.get(at)) {
            Some(first) if first.value != entry.value => conflicts.push((line, entry.pattern)),
            Some(_) => {}
            None => {
                known.insert(key, kept.len());
                kept.push(entry);
            }
        }
    }
    for (line, pattern) in conflicts.iter().take(TOLD) {
        let at = lines(&[*line]);
        warnings.push(format!(
            "“{pattern}” is listed with different values; the first counts{at}."
        ));
    }
    if conflicts.len() > TOLD {
        let more = counted(conflicts.len() - TOLD, "more entry");
        warnings.push(format!("The same holds for {more}."));
    }
    kept
}
