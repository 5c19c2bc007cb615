//! JSON of every shape people keep articles in: a list, a list inside other objects, one article, an
//! object of articles, pandas' columns, one object a line, objects one after another.

use serde_json::{Map, Value};

use super::fields::{Role, role_of};
use super::record::{LONGEST, Record, Records, flatten};
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
    reader: FormatReader::Collection(records),
};

pub(in crate::load) static JSON_LINES: Format = Format {
    name: "jsonl",
    label: "JSON Lines",
    endings: &["jsonl", "ndjson", "jl"],
    media_types: &["application/x-ndjson"],
    limit: Limit::COLLECTION,
    sniff: Sniff::Text(is_lines),
    reader: FormatReader::Collection(|text, progress| {
        lines(text, progress).or_else(|problem| match problem {
            Problem::Stopped => Err(problem),
            _ => records(text, progress),
        })
    }),
};

/// How deep a list of articles is looked for.
const DEPTH: usize = 8;
/// How many lists of a cut file are tried.
const LISTS: usize = 8;
const ADVICE: &str = "Check that the file was saved whole, or export it again.";

/// The most values one JSON text may hold: each takes about a hundred bytes while it is read.
const VALUES: usize = 3_000_000;

/// The first two characters of a text that opens as JSON does. A wiki link or a citation opens with "["
/// too, but no quote or brace follows it there.
fn opens(opening: &TextOpening) -> Option<(char, Option<char>)> {
    let mut characters = opening.text.chars().filter(|c| !c.is_whitespace());
    let (first, second) = (characters.next()?, characters.next());
    let plausible = match first {
        '{' | '[' if is_named(opening) => true,
        '{' => matches!(second, Some('"' | '}')),
        '[' => matches!(second, Some('{' | '[' | '"' | ']')),
        _ => false,
    };
    plausible.then_some((first, second))
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
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let records: Vec<Record> = rows(value, 0).into_iter().map(flatten).collect();
            if records.is_empty() {
                return Err(Problem::NoArticles {
                    detail: "its JSON has no list of articles and no field with a text".to_owned(),
                    advice: "Choose the file that holds the articles themselves.",
                });
            }
            Ok(Records::whole(records))
        }
        Err(error) => lines(text, progress).or_else(|problem| match problem {
            Problem::Stopped => Err(problem),
            _ => cut(text, &error),
        }),
    }
}

/// The records of a text with one object a line.
fn lines(text: &str, progress: &Progress) -> Result<Records, Problem> {
    let mut records = Vec::new();
    let mut bad = Vec::new();
    for (at, line) in text.lines().enumerate() {
        progress.go_on()?;
        let line = line.trim().trim_end_matches(',');
        if line.is_empty() {
            continue;
        }
        if line.len() > 2 * LONGEST || too_many_values(line) {
            bad.push(at + 1);
            continue;
        }
        match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => records.push(flatten(article(fields))),
            _ => bad.push(at + 1),
        }
    }
    if records.is_empty() || bad.len() > records.len() {
        return Err(damaged("no line of it is a JSON object".to_owned()));
    }
    let mut found = Records::whole(records);
    if let Some(first) = bad.first() {
        found.notes.push(match bad.len() {
            1 => format!("Line {first} is no JSON object and was left out."),
            n => format!(
                "{n} lines are no JSON objects and were left out; the first is line {first}."
            ),
        });
    }
    Ok(found)
}

/// Whether a text holds more values than can be read at once: a few megabytes of "[0,0,0" take a
/// gigabyte as values.
fn too_many_values(text: &str) -> bool {
    if text.len() <= VALUES {
        return false;
    }
    let mut inside = false;
    let mut escaped = false;
    let mut values = 0usize;
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b',' | b'[' | b'{' if !inside => values += 1,
            _ => {}
        }
    }
    values > VALUES
}

fn damaged(detail: String) -> Problem {
    Problem::Damaged {
        what: "JSON",
        detail,
        advice: ADVICE,
    }
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
    let records: Vec<Record> = values.into_iter().map(flatten).collect();
    if records.is_empty() {
        return Err(damaged(format!("it breaks off at line {}", error.line())));
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
fn lists(text: &str) -> (Vec<Value>, usize) {
    let opens = text.match_indices('[').filter(|(at, _)| {
        text.get(at + 1..)
            .is_some_and(|rest| rest.trim_start().starts_with('{'))
    });
    for (at, _) in opens.take(LISTS) {
        let list = text.get(at + 1..).unwrap_or_default();
        let first: Vec<Value> = first_object(list).into_iter().collect();
        if is_article_list(&first) {
            let (values, used) = elements(list);
            let values = values.into_iter().filter_map(object).map(article).collect();
            return (values, at + 1 + used);
        }
    }
    (Vec::new(), 0)
}

/// JSON objects one after another, commas between them or not, and how many bytes they take.
fn elements(text: &str) -> (Vec<Value>, usize) {
    let mut values = Vec::new();
    let mut used = 0;
    loop {
        let rest = text.get(used..).unwrap_or_default();
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let skipped = rest.len() - next.len();
        let mut stream = serde_json::Deserializer::from_str(next).into_iter::<Value>();
        let Some(Ok(value @ Value::Object(_))) = stream.next() else {
            return (values, used);
        };
        used += skipped + stream.byte_offset();
        values.push(value);
    }
}

fn first_object(text: &str) -> Option<Value> {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    stream.next()?.ok()
}

fn is_article_list(values: &[Value]) -> bool {
    values
        .first()
        .and_then(Value::as_object)
        .is_some_and(|fields| fields.keys().any(|name| names_article(name)))
}

fn names_article(name: &str) -> bool {
    matches!(role_of(name), Some((Role::Text | Role::Title, _)))
}

fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

/// Elasticsearch keeps the article in `_source`.
fn article(mut fields: Map<String, Value>) -> Value {
    match fields.remove("_source") {
        Some(source @ Value::Object(_)) => source,
        _ => Value::Object(fields),
    }
}

/// The articles of a JSON value, wherever they are.
fn rows(value: Value, depth: usize) -> Vec<Value> {
    match value {
        _ if depth > DEPTH => Vec::new(),
        Value::Array(items) if items.iter().any(Value::is_object) => {
            items.into_iter().filter_map(object).map(article).collect()
        }
        Value::Object(fields) if is_article(&fields) => vec![Value::Object(fields)],
        Value::Object(fields) if is_columns(&fields) => columns(fields),
        Value::Object(fields) if is_by_id(&fields) => fields.into_iter().map(|(_, v)| v).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(_, value)| rows(value, depth + 1))
            .fold(Vec::new(), |best, found| {
                if found.len() > best.len() {
                    found
                } else {
                    best
                }
            }),
        _ => Vec::new(),
    }
}

/// One article: a text, and something else that articles have.
fn is_article(fields: &Map<String, Value>) -> bool {
    let has = |role: Role| {
        fields.iter().any(|(name, value)| {
            role_of(name).is_some_and(|(named, _)| named == role)
                && (value.is_string() || value.is_object() || value.is_array())
        })
    };
    let has_text = fields.iter().any(|(name, value)| {
        let is_text = match value {
            Value::String(text) => text.len() > 40,
            Value::Array(items) => !items.is_empty() && items.iter().all(Value::is_string),
            _ => false,
        };
        is_text && matches!(role_of(name), Some((Role::Text, _)))
    });
    has_text && (has(Role::Title) || has(Role::Url) || has(Role::Date))
}

/// pandas' default: `{"title": {"0": …}, "text": {"0": …}}`.
fn is_columns(fields: &Map<String, Value>) -> bool {
    let known = fields.keys().filter(|name| role_of(name).is_some()).count();
    known >= 2
        && fields.values().all(|column| {
            column
                .as_object()
                .is_some_and(|cells| cells.values().all(|cell| !cell.is_object()))
        })
}

fn columns(fields: Map<String, Value>) -> Vec<Value> {
    let mut rows: Vec<(String, Map<String, Value>)> = Vec::new();
    let mut place = std::collections::HashMap::new();
    for (name, column) in fields {
        for (id, cell) in object(column).into_iter().flatten() {
            let at = *place.entry(id.clone()).or_insert_with(|| {
                rows.push((id, Map::new()));
                rows.len() - 1
            });
            if let Some((_, row)) = rows.get_mut(at) {
                row.insert(name.clone(), cell);
            }
        }
    }
    rows.into_iter()
        .map(|(_, row)| Value::Object(row))
        .collect()
}

/// `{"id1": {…}, "id2": {…}}`.
fn is_by_id(fields: &Map<String, Value>) -> bool {
    !fields.is_empty()
        && fields.values().all(|value| {
            value
                .as_object()
                .is_some_and(|fields| fields.keys().any(|name| names_article(name)))
        })
}
