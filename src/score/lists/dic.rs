//! LIWC dictionaries (`.dic`): categories by number between two lines of `%`, then words with their numbers.

use std::collections::BTreeMap;

use super::list::{ListEntry, ListError};
use crate::text::counted;

pub(super) fn entries(text: &str, warnings: &mut Vec<String>) -> Result<Vec<ListEntry>, ListError> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines = lines.skip(1);
    let mut categories: BTreeMap<&str, &str> = BTreeMap::new();
    loop {
        let line = lines.next().ok_or(ListError::Dictionary)?;
        if line.starts_with('%') {
            break;
        }
        let named = line.split_once(char::is_whitespace);
        let (number, name) = named.unwrap_or((line, line));
        categories.insert(number, name.trim());
    }
    let (mut entries, mut conditional, mut unknown) = (Vec::new(), 0, 0);
    for line in lines {
        let Some((pattern, numbers)) = word(line) else {
            conditional += 1;
            continue;
        };
        for number in numbers {
            match categories.get(number) {
                Some(category) => entries.push(ListEntry {
                    pattern: pattern.clone(),
                    category: (*category).to_owned(),
                    ..ListEntry::default()
                }),
                None => unknown += 1,
            }
        }
    }
    if conditional > 0 {
        let lines = counted(conditional, "line");
        warnings.push(format!(
            "{lines} with conditions or without a category were left out."
        ));
    }
    if unknown > 0 {
        let times = counted(unknown, "category number");
        warnings.push(format!("{times} after words stand for no category."));
    }
    Ok(entries)
}

/// A word or phrase and the numbers after it; `None` where something else stands among them, as the
/// conditions of older dictionaries ("like (02 134)125/464") do.
fn word(line: &str) -> Option<(String, Vec<&str>)> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let is_number = |cell: &&&str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = cells.iter().rev().take_while(is_number).count();
    let (words, numbers) = cells.split_at(cells.len() - numbers);
    let plain = !words.is_empty()
        && !numbers.is_empty()
        && !words.iter().any(|word| word.contains(['(', '<', '/']));
    plain.then(|| (words.join(" "), numbers.to_vec()))
}
