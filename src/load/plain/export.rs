//! Texts exported from news databases: several articles in one file, each with a labelled head. Nexis
//! closes an article with "End of Document" and puts "Body" before its text; Factiva closes it with
//! "Document" and a number and labels its parts with two capitals.

use super::fields;
use super::structure::fill;
use crate::article::HeadlineOrigin;
use crate::load::date::date_in_line;
use crate::load::draft::Draft;

/// Labels of Factiva that hold the text.
const TEXT: [&str; 2] = ["LP", "TD"];
/// Labels of Factiva that close the text.
const AFTER: [&str; 10] = [
    "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "ART", "RF",
];

/// The articles of a tidied text; none if it is no such export.
pub(super) fn drafts(text: &str) -> Vec<Draft> {
    let parts: Vec<Vec<&str>> = parts(text);
    let read: Vec<Draft> = parts
        .iter()
        .filter_map(|lines| nexis(lines).or_else(|| factiva(lines)))
        .collect();
    let several = read.len() > 1;
    let numbered = read.into_iter().enumerate().map(|(at, mut draft)| {
        draft.part = several.then(|| format!("article {}", at + 1));
        draft
    });
    numbered.collect()
}

/// The lines of each article, without the closing line. Nothing if no line closes an article.
fn parts(text: &str) -> Vec<Vec<&str>> {
    let mut parts = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        if is_end(line.trim()) {
            parts.push(std::mem::take(&mut lines));
        } else {
            lines.push(line);
        }
    }
    parts
}

fn is_end(line: &str) -> bool {
    let number = |rest: &str| {
        rest.len() >= 16
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    line == "End of Document" || line.strip_prefix("Document ").is_some_and(number)
}

/// Title, newspaper, date, labels, "Body", text, "Load-Date: …".
fn nexis(lines: &[&str]) -> Option<Draft> {
    let body = lines.iter().position(|line| line.trim() == "Body")?;
    let (head, rest) = lines.split_at_checked(body)?;
    let mut draft = Draft::default();
    let mut plain = Vec::new();
    for line in head
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
    {
        let labelled = line.split_once(':').is_some_and(|(name, value)| {
            !plain.is_empty() && fields::take(&mut draft, name, value)
        });
        if !labelled {
            plain.push(line);
        }
    }
    let mut plain = plain.into_iter();
    draft.set_headline(plain.next()?, HeadlineOrigin::Metadata);
    draft.outlet = draft
        .outlet
        .take()
        .or_else(|| plain.next().map(str::to_owned));
    let dated = plain.next().and_then(date_in_line);
    draft.published = dated.or_else(|| draft.published.take());
    let text = rest
        .iter()
        .skip(1)
        .take_while(|line| !is_after_nexis(line.trim()));
    finish(draft, text.copied())
}

fn is_after_nexis(line: &str) -> bool {
    ["Load-Date:", "Graphic", "Classification", "Notes"]
        .iter()
        .any(|label| line == *label || (label.ends_with(':') && line.starts_with(label)))
}

/// "HD", "BY", "PD", "SN" and the like before their values, on the same line or the next.
fn factiva(lines: &[&str]) -> Option<Draft> {
    let mut draft = Draft::default();
    let mut label = "";
    let mut text = Vec::new();
    let mut headed = false;
    for line in lines {
        let (found, value) =
            labelled(line).map_or((None, line.trim()), |(name, value)| (Some(name), value));
        label = found.unwrap_or(label);
        headed |= label == "HD";
        if TEXT.contains(&label) {
            text.push(value);
        } else if !value.is_empty() && !AFTER.contains(&label) {
            fields::take(&mut draft, label, value);
        }
    }
    (headed && draft.headline.is_some())
        .then(|| finish(draft, text.into_iter()))
        .flatten()
}

/// A label of two or three capitals and what follows it on its line.
fn labelled(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(' ').unwrap_or((line, ""));
    let known = TEXT.contains(&name)
        || AFTER.contains(&name)
        || [
            "HD", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "SE", "CR", "CLM",
        ]
        .contains(&name);
    known.then_some((name, value.trim()))
}

/// Fills in the text; `None` if there is none.
fn finish<'a>(mut draft: Draft, lines: impl Iterator<Item = &'a str>) -> Option<Draft> {
    let text: Vec<&str> = lines.collect();
    fill(&mut draft, &text.join("\n"));
    draft.has_text().then_some(draft)
}
