//! JSON of every shape people keep articles in: a list, a list inside other objects, one article, an
//! object of articles, pandas' columns, one object a line, objects one after another.

mod flatten;
mod lines;
pub(in crate::load) mod pieces;
mod refused;
mod repair;
mod rows;
pub(in crate::load) mod tree;

pub(super) use self::lines::line;

use self::flatten::flatten;
use self::lines::{StreamedLines, lines};
use self::refused::{damaged, too_many_values};
use self::repair::repair;
use self::rows::{article, is_article_list, rows};
use self::tree::Json;
use super::record::{FieldNames, Record, Records, too_small};
use crate::load::error::Problem;
use crate::load::format::{Format, FormatReader, Limit, Sniff, TextOpening};
use crate::work::Progress;

pub(in crate::load) static JSON: Format = Format {
    name: "json",
    label: "JSON",
    endings: &["json"],
    media_types: &["application/json"],
    limit: Limit {
        megabytes: 128,
        what: "JSON",
        advice: "Save it as JSON Lines (one article a line), or split it.",
    },
    sniff: Sniff::Text(is_json),
    reader: FormatReader::Collection(records, None),
};

pub(in crate::load) static JSON_LINES: Format = Format {
    name: "jsonl",
    label: "JSON Lines",
    endings: &["jsonl", "ndjson", "jl"],
    media_types: &["application/x-ndjson"],
    limit: Limit::COLLECTION,
    sniff: Sniff::Text(is_lines),
    reader: FormatReader::Collection(
        |text, progress| {
            lines(text, progress).or_else(|problem| match problem {
                Problem::Stopped | Problem::NoArticles { .. } => Err(problem),
                _ => records(text, progress),
            })
        },
        Some(|source| Ok(Box::new(StreamedLines::of(source)))),
    ),
};

/// How many lists of a cut file are tried.
const LISTS: usize = 8;
/// The first two characters of a text that opens as JSON does. A wiki link or a citation opens with "["
/// too, but no quote or brace follows it there.
fn opens(opening: &TextOpening) -> Option<(char, Option<char>)> {
    let text = if is_named(opening) {
        after_comments(opening.text)
    } else {
        opening.text
    };
    let mut characters = text.chars().filter(|c| !c.is_whitespace());
    let (first, second) = (characters.next()?, characters.next());
    let plausible = match first {
        '{' | '[' if is_named(opening) => true,
        '{' => matches!(second, Some('"' | '}')),
        '[' => matches!(second, Some('{' | '[' | '"' | ']')),
        _ => false,
    };
    plausible.then_some((first, second))
}

/// A text without the comments it opens with.
fn after_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("//") {
            "\n"
        } else if rest.starts_with("/*") {
            "*/"
        } else {
            return rest;
        };
        rest = rest
            .split_once(end)
            .map_or("", |(_, rest)| rest.trim_start());
    }
}

fn is_named(opening: &TextOpening) -> bool {
    JSON.endings.contains(&opening.ending) || JSON_LINES.endings.contains(&opening.ending)
}

fn is_json(opening: &TextOpening) -> bool {
    opens(opening)
        .is_some_and(|(first, second)| is_named(opening) || first == '{' || second != Some('['))
}

/// JSON Lines by their name, or because the first line closes and another object follows.
fn is_lines(opening: &TextOpening) -> bool {
    if opens(opening).is_none_or(|(first, _)| first != '{') {
        return false;
    }
    let mut lines = opening.text.lines().map(str::trim);
    let mut objects = lines.by_ref().filter(|line| !line.is_empty());
    let closes = |line: &str| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    JSON_LINES.endings.contains(&opening.ending)
        || (objects.next().is_some_and(closes)
            && objects.next().is_some_and(|line| line.starts_with('{')))
}

/// The records of a JSON text.
fn records(text: &str, progress: &Progress) -> Result<Records, Problem> {
    if too_many_values(text) {
        return Err(Problem::Damaged {
            what: "JSON",
            detail: "it holds millions of values, far more than articles have".to_owned(),
            advice: "Save it as JSON Lines (one article a line), or split it.",
        });
    }
    let error = match serde_json::from_str::<Json>(text) {
        Ok(value) => return whole(value, text.len()),
        Err(error) => error,
    };
    let repaired = repair(text);
    let note = repaired.note();
    if note.is_some()
        && let Ok(value) = serde_json::from_str::<Json>(&repaired.text)
    {
        let mut records = whole(value, text.len())?;
        records.notes.extend(note);
        return Ok(records);
    }
    lines(text, progress).or_else(|problem| match problem {
        Problem::Stopped | Problem::NoArticles { .. } => Err(problem),
        _ => cut(&repaired.text, &error).map(|mut records| {
            records.notes.extend(note);
            records
        }),
    })
}

/// The records of a value.
fn whole(value: Json, length: usize) -> Result<Records, Problem> {
    let mut names = FieldNames::default();
    let rows = rows(value, 0);
    if let Some(problem) = too_small(rows.len(), length) {
        return Err(problem);
    }
    let records: Vec<Record> = rows
        .into_iter()
        .map(|row| flatten(row, &mut names))
        .collect();
    if records.is_empty() {
        return Err(Problem::NoArticles {
            detail: "its JSON has no list of articles and no field with a text".to_owned(),
            advice: "Choose the file that holds the articles themselves.",
        });
    }
    Ok(Records::whole(records))
}

/// What can be saved of a text that is no whole JSON: objects one after another, or the first elements
/// of a list that is cut off.
fn cut(text: &str, error: &serde_json::Error) -> Result<Records, Problem> {
    let start = text.trim_start();
    let objects = if start.starts_with('{') {
        elements(start)
    } else {
        (Vec::new(), 0)
    };
    let (values, used) = if objects.0.len() > 1 && is_article_list(&objects.0) {
        objects
    } else {
        lists(start)
    };
    let mut names = FieldNames::default();
    let records: Vec<Record> = values
        .into_iter()
        .map(|value| flatten(value, &mut names))
        .collect();
    if records.is_empty() {
        return Err(damaged(match error.classify() {
            serde_json::error::Category::Eof => format!("it breaks off at line {}", error.line()),
            _ => format!(
                "it stops being JSON at line {}, column {}",
                error.line(),
                error.column()
            ),
        }));
    }
    let mut found = Records::whole(records);
    if !start.get(used..).unwrap_or_default().trim().is_empty() {
        found.notes.push(format!(
            "The file breaks off at line {}: the {} articles before that are here, what followed is lost.",
            error.line(),
            found.records.len()
        ));
    }
    Ok(found)
}

/// The elements of the first list that holds articles, and where in the text they end.
fn lists(text: &str) -> (Vec<Json>, usize) {
    let opens = text.match_indices('[').filter(|(at, _)| {
        text.get(at + 1..)
            .is_some_and(|rest| rest.trim_start().starts_with('{'))
    });
    for (at, _) in opens.take(LISTS) {
        let list = text.get(at + 1..).unwrap_or_default();
        let first: Vec<Json> = first_object(list).into_iter().collect();
        if is_article_list(&first) {
            let (values, used) = elements(list);
            let objects = values.into_iter().filter_map(Json::into_object);
            let values = objects.map(article).collect();
            return (values, at + 1 + used);
        }
    }
    (Vec::new(), 0)
}

/// JSON objects one after another, commas between them or not, and how many bytes they take.
fn elements(text: &str) -> (Vec<Json>, usize) {
    let mut values = Vec::new();
    let mut used = 0;
    loop {
        let rest = text.get(used..).unwrap_or_default();
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let skipped = rest.len() - next.len();
        let mut stream = serde_json::Deserializer::from_str(next).into_iter::<Json>();
        let Some(Ok(value @ Json::Object(_))) = stream.next() else {
            return (values, used);
        };
        used += skipped + stream.byte_offset();
        values.push(value);
    }
}

fn first_object(text: &str) -> Option<Json> {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<Json>();
    stream.next()?.ok()
}
