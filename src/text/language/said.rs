//! What the core wrote, in the language of the window: the pattern it was made from is found again, and what was
//! filled in is said in turn.

use super::catalogue::Catalogue;
use super::{fill, pattern, spoken};
use crate::text::capitalised;

/// How deep sentences stand in each other.
const DEEPEST: usize = 4;

/// `text`, a sentence in English that the core wrote, in the language spoken here. What the catalogue does not
/// know, such as names, stays as it is.
pub fn tr_said(text: &str) -> String {
    let Some(catalogue) = spoken() else {
        return text.to_owned();
    };
    if let Some(known) = catalogue.known(text) {
        return known;
    }
    let done = whole(&catalogue, text, DEEPEST)
        .or_else(|| parts(&catalogue, text))
        .unwrap_or_else(|| text.to_owned());
    catalogue.keep(text, &done);
    done
}

/// `text` as one sentence of the catalogue.
fn whole(catalogue: &Catalogue, text: &str, depth: usize) -> Option<String> {
    if let Some(known) = catalogue.text(text) {
        return Some(known.to_owned());
    }
    // What begins a sentence is kept as it stands within one.
    let small = uncapitalised(text);
    if let Some(known) = catalogue.text(&small) {
        return Some(capitalised(known));
    }
    let depth = depth.checked_sub(1)?;
    made(catalogue, text, depth).or_else(|| {
        // Spaces around it belong to what it stands in.
        let inner = text.trim_matches(' ');
        let (before, after) = text.split_once(inner).filter(|_| inner != text)?;
        Some(format!(
            "{before}{}{after}",
            whole(catalogue, inner, depth)?
        ))
    })
}

/// `text` as made from a pattern, with what was filled in said in turn.
fn made(catalogue: &Catalogue, text: &str, depth: usize) -> Option<String> {
    let (made, values) = catalogue.patterns().find_map(|made| {
        let values = pattern::found(&made.pieces, text)?;
        made.takes(&values).then_some((made, values))
    })?;
    let values: Vec<(&str, String)> = (made.names.iter())
        .zip(values)
        .map(|(name, value)| {
            let value = whole(catalogue, value, depth)
                .or_else(|| parts(catalogue, value))
                .unwrap_or_else(|| value.to_owned());
            (name.as_str(), value)
        })
        .collect();
    let count = values.first().and_then(|(_, value)| value.parse().ok());
    Some(fill(catalogue.form(made, count)?, &values))
}

/// The same text with its first letter small.
fn uncapitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + characters.as_str()
    })
}

/// What parts of a text stand between, the widest first.
const BETWEEN: [&str; 9] = ["\n", ". ", "; ", " · ", ": ", ", ", " (", " and ", ")"];
/// Those of lists.
const OF_LISTS: [&str; 2] = [", ", " and "];

/// `text` as several that follow each other: lines, sentences, clauses. `None` where no part is known. What stands
/// in quotation marks is an article's and stays as it is, and so does a single word of a list, which may be.
fn parts(catalogue: &Catalogue, text: &str) -> Option<String> {
    if let Some((before, rest)) = text.split_once('“')
        && let Some((inside, after)) = rest.split_once('”')
    {
        let around = |part: &str| {
            whole(catalogue, part, DEEPEST)
                .or_else(|| parts(catalogue, part))
                .unwrap_or_else(|| part.to_owned())
        };
        return Some(format!("{}“{inside}”{}", around(before), around(after)));
    }
    for between in BETWEEN {
        let clauses: Vec<&str> = text.split_inclusive(between).collect();
        if clauses.len() < 2 && !text.ends_with(between) {
            continue;
        }
        let mut any = false;
        let said: Vec<String> = clauses
            .into_iter()
            .map(|part| {
                // The full stop belongs to the sentence, other signs stand between.
                let end = if between == ". " { " " } else { between };
                let (part, end) = part
                    .strip_suffix(end)
                    .map_or((part, ""), |part| (part, end));
                let is_word = OF_LISTS.contains(&between)
                    && part.chars().all(char::is_alphabetic)
                    && part.chars().next().is_some_and(char::is_lowercase);
                if is_word {
                    return part.to_owned() + end;
                }
                let done = whole(catalogue, part, DEEPEST).or_else(|| parts(catalogue, part));
                any |= done.is_some();
                done.unwrap_or_else(|| part.to_owned()) + end
            })
            .collect();
        if any {
            return Some(said.concat());
        }
    }
    None
}
