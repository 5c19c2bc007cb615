//! LIWC dictionaries (`.dic`): categories by number between two lines of `%`, then words with their numbers.

use std::collections::BTreeMap;

use super::lines::lines;
use super::list::{Lined, ListEntry, ListError};
use crate::text::counted;

pub(super) fn entries(text: &str, warnings: &mut Vec<String>) -> Result<Vec<Lined>, ListError> {
    let numbered = (1..).zip(text.lines().map(str::trim));
    let mut all = numbered.filter(|(_, line)| !line.is_empty()).skip(1);
    let mut categories: BTreeMap<&str, &str> = BTreeMap::new();
    loop {
        let (_, line) = all.next().ok_or(ListError::Dictionary)?;
        if line.starts_with('%') {
            break;
        }
        let named = line.split_once(char::is_whitespace);
        let (number, name) = named.unwrap_or((line, line));
        categories.insert(number, name.trim());
    }
    let (mut entries, mut conditional, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for (at, line) in all {
        let Some((pattern, numbers)) = word(line) else {
            conditional.push(Some(at));
            continue;
        };
        for number in numbers {
            match categories.get(number) {
                Some(category) => {
                    let entry = ListEntry {
                        pattern: pattern.clone(),
                        category: (*category).to_owned(),
                        ..ListEntry::default()
                    };
                    entries.push((Some(at), entry));
                }
                None => unknown.push(Some(at)),
            }
        }
    }
    if !conditional.is_empty() {
        warnings.push(format!(
            "{} with conditions or without a category were left out{}.",
            counted(conditional.len(), "line"),
            lines(&conditional)
        ));
    }
    if !unknown.is_empty() {
        warnings.push(format!(
            "{} after words stand for no category{}.",
            counted(unknown.len(), "category number"),
            lines(&unknown)
        ));
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
