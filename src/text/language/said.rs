//! What the core wrote, in the language of the window: the pattern it was made from is found again, and what was
//! filled in is said in turn.

use super::catalogue::Catalogue;
use super::{fill, pattern, spoken};

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
    let depth = depth.checked_sub(1)?;
    let (made, values) = catalogue.patterns().find_map(|made| {
        let values = pattern::found(&made.pieces, text)?;
        made.takes(&values).then_some((made, values))
    })?;
    let values: Vec<(&str, String)> = (made.names.iter())
        .zip(values)
        .map(|(name, value)| {
            let value = whole(catalogue, value, depth).unwrap_or_else(|| value.to_owned());
            (name.as_str(), value)
        })
        .collect();
    let count = values.first().and_then(|(_, value)| value.parse().ok());
    Some(fill(catalogue.form(made, count)?, &values))
}

/// `text` as several that follow each other: lines, sentences, clauses. `None` where no part is known.
fn parts(catalogue: &Catalogue, text: &str) -> Option<String> {
    for between in ["\n", ". ", "; ", " · ", ": ", ", "] {
        let clauses: Vec<&str> = text.split_inclusive(between).collect();
        if clauses.len() < 2 {
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
