//! JSON of every shape people keep articles in: a list, a list inside other objects, one article, an
//! object of articles, pandas' columns, one object a line, objects one after another.

mod flatten;
pub(in crate::load) mod pieces;
mod repair;
pub(in crate::load) mod tree;

use std::io::{BufRead as _, Read as _};

use self::flatten::flatten;
use self::repair::{Repaired, repair};
use self::tree::{Fields, Json, field};
use super::fields::{Role, role_of};
use super::record::{FieldNames, LONGEST, Record, Records, too_small};
use crate::load::error::Problem;
use crate::load::format::{Format, FormatReader, Limit, Piece, Pieces, Sniff, Source, TextOpening};
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

/// The longest line that is read, in bytes: a text, and its line breaks as escapes.
const LONGEST_LINE: usize = 2 * LONGEST;
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

/// The records of a text with one object a line.
fn lines(text: &str, progress: &Progress) -> Result<Records, Problem> {
    let mut reader = LineRecords::default();
    let mut records = Vec::new();
    for line in text.lines() {
        progress.go_on()?;
        records.extend(reader.record(line)?);
    }
    let mut found = Records::whole(records);
    found.notes = reader.notes()?;
    Ok(found)
}

/// Makes records of lines, one after another, and keeps what is to be said of them.
#[derive(Default)]
struct LineRecords {
    names: FieldNames,
    /// Lines and bytes so far, and records made of them.
    lines: usize,
    length: usize,
    records: usize,
    /// The numbers of lines that are no objects.
    bad: Vec<usize>,
    repairs: Repaired,
}

impl LineRecords {
    /// The record of the next line, if it is one.
    fn record(&mut self, line: &str) -> Result<Option<Record>, Problem> {
        self.begin(line.len())?;
        let line = line.trim().trim_end_matches(',');
        if line.is_empty() {
            return Ok(None);
        }
        if line.len() > LONGEST_LINE || too_many_values(line) {
            self.bad.push(self.lines);
            return Ok(None);
        }
        let value = serde_json::from_str(line).ok().or_else(|| {
            let repaired = repair(line);
            let value = serde_json::from_str(&repaired.text).ok()?;
            self.repairs.and(&repaired, self.lines);
            Some(value)
        });
        let Some(Json::Object(fields)) = value else {
            self.bad.push(self.lines);
            return Ok(None);
        };
        self.records += 1;
        Ok(Some(flatten(article(fields), &mut self.names)))
    }

    /// Notes that a line of so many bytes is next.
    fn begin(&mut self, length: usize) -> Result<(), Problem> {
        self.lines += 1;
        self.length += length + 1;
        too_small(self.records, self.length).map_or(Ok(()), Err)
    }

    /// What is to be said once all lines are read.
    fn notes(&self) -> Result<Vec<String>, Problem> {
        if self.records == 0 || self.bad.len() > self.records {
            return Err(damaged("no line of it is a JSON object".to_owned()));
        }
        let mut notes = Vec::from_iter(self.repairs.note());
        if let Some(first) = self.bad.first() {
            notes.push(match self.bad.len() {
                1 => format!("Line {first} is no JSON object and was left out."),
                n => format!(
                    "{n} lines are no JSON objects and were left out; the first is line {first}."
                ),
            });
        }
        Ok(notes)
    }
}

/// The same records, read from a stream as they are asked for.
struct StreamedLines {
    source: Source,
    reader: LineRecords,
    line: Vec<u8>,
}

impl StreamedLines {
    fn of(source: Source) -> Self {
        Self {
            source,
            reader: LineRecords::default(),
            line: Vec::new(),
        }
    }
}

impl Pieces for StreamedLines {
    fn next(&mut self) -> Result<Option<Piece>, Problem> {
        loop {
            self.line.clear();
            let most = LONGEST_LINE as u64 + 2;
            let mut some = self.source.by_ref().take(most);
            let read = some.read_until(b'\n', &mut self.line)?;
            if read == 0 {
                return self.reader.notes().map(|_| None);
            }
            if self.line.last() != Some(&b'\n') && read as u64 == most {
                let left = self.source.skip_until(b'\n')?;
                self.reader.begin(read + left)?;
                self.reader.bad.push(self.reader.lines);
                continue;
            }
            let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let line = str::from_utf8(line).map_err(|error| damaged(error.to_string()))?;
            if let Some(record) = self.reader.record(line)? {
                return Ok(Some(Piece::Record(record)));
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        self.reader.notes().unwrap_or_default()
    }
}

/// The one record of a line.
pub(super) fn line(text: &str) -> Result<Records, Problem> {
    lines(text, &Progress::default())
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

fn is_article_list(values: &[Json]) -> bool {
    values
        .first()
        .and_then(Json::as_object)
        .is_some_and(|fields| fields.iter().any(|(name, _)| names_article(name)))
}

fn names_article(name: &str) -> bool {
    matches!(role_of(name), Some((Role::Text | Role::Title, _)))
}

/// Elasticsearch keeps the article in `_source`.
fn article(mut fields: Fields) -> Json {
    let source = fields
        .iter()
        .position(|(name, value)| &**name == "_source" && value.is_object());
    match source {
        Some(at) => fields.swap_remove(at).1,
        None => Json::Object(fields),
    }
}

/// The articles of a JSON value, wherever they are.
fn rows(value: Json, depth: usize) -> Vec<Json> {
    match value {
        _ if depth > DEPTH => Vec::new(),
        // The text of one article and nothing else.
        Json::List(items) if depth == 0 && is_text(&items) => {
            vec![Json::Object(vec![("text".into(), Json::List(items))])]
        }
        Json::List(items) if items.iter().any(Json::is_object) => {
            let objects = items.into_iter().filter_map(Json::into_object);
            objects.map(article).collect()
        }
        Json::Object(fields) if is_article(&fields) => vec![Json::Object(fields)],
        Json::Object(fields) if is_columns(&fields) => columns(fields),
        Json::Object(fields) if is_by_id(&fields) => fields.into_iter().map(|(_, v)| v).collect(),
        Json::Object(fields) => fields
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

/// Whether a list is the text of an article in pieces, each of which says what it is.
fn is_text(items: &[Json]) -> bool {
    items.iter().all(|item| {
        item.as_object()
            .is_some_and(|fields| field(fields, "type").is_some())
    }) && pieces::are_pieces(items)
}

/// One article: a text, and something else that articles have.
fn is_article(fields: &Fields) -> bool {
    let has = |role: Role| {
        fields.iter().any(|(name, value)| {
            role_of(name).is_some_and(|(named, _)| named == role) && !matches!(value, Json::Nothing)
        })
    };
    let has_text = fields.iter().any(|(name, value)| {
        let is_text = match value {
            Json::Text(text) => text.len() > 40,
            Json::List(items) => {
                !items.is_empty()
                    && (items.iter().all(|item| item.as_text().is_some())
                        || pieces::are_pieces(items))
            }
            // Rendered HTML, rich text.
            Json::Object(inner) => inner.iter().any(|(name, value)| {
                matches!(
                    &**name,
                    "rendered" | "html" | "text" | "value" | "blocks" | "content"
                ) && match value {
                    Json::Text(text) => text.len() > 40,
                    Json::List(items) => pieces::are_pieces(items),
                    _ => false,
                }
            }),
            _ => false,
        };
        is_text && matches!(role_of(name), Some((Role::Text, _)))
    });
    has_text && (has(Role::Title) || has(Role::Url) || has(Role::Date))
}

/// pandas' default: `{"title": {"0": …}, "text": {"0": …}}`.
fn is_columns(fields: &Fields) -> bool {
    let known = fields
        .iter()
        .filter(|(name, _)| role_of(name).is_some())
        .count();
    known >= 2
        && fields.iter().all(|(_, column)| {
            column
                .as_object()
                .is_some_and(|cells| cells.iter().all(|(_, cell)| !cell.is_object()))
        })
}

fn columns(fields: Fields) -> Vec<Json> {
    let mut rows: Vec<Fields> = Vec::new();
    let mut place = std::collections::HashMap::new();
    for (name, column) in fields {
        for (id, cell) in column.into_object().into_iter().flatten() {
            let at = *place.entry(id).or_insert_with(|| {
                rows.push(Fields::new());
                rows.len() - 1
            });
            if let Some(row) = rows.get_mut(at) {
                row.push((name.clone(), cell));
            }
        }
    }
    rows.into_iter().map(Json::Object).collect()
}

/// `{"id1": {…}, "id2": {…}}`.
fn is_by_id(fields: &Fields) -> bool {
    !fields.is_empty()
        && fields.iter().all(|(_, value)| {
            value
                .as_object()
                .is_some_and(|fields| fields.iter().any(|(name, _)| names_article(name)))
        })
}
