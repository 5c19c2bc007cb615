//! Lists kept in tables: CSV or TSV, with a header that names the columns or in the order word, category,
//! value, note.

use super::list::{Lined, ListEntry};
use crate::text::counted;

use super::lines::lines;

/// What the columns of a table hold, by what they are called.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    word: usize,
    category: Option<usize>,
    value: Option<usize>,
    note: Option<usize>,
}

const WORD: [&str; 6] = ["word", "words", "pattern", "term", "phrase", "entry"];
const CATEGORY: [&str; 4] = ["category", "categories", "group", "list"];
const VALUE: [&str; 5] = ["value", "score", "weight", "valence", "tone"];
const NOTE: [&str; 6] = [
    "note",
    "notes",
    "comment",
    "reason",
    "use instead",
    "suggestion",
];

impl Columns {
    fn named(header: &csv::StringRecord) -> Option<Self> {
        let find = |names: &[&str]| {
            header
                .iter()
                .position(|cell| names.contains(&cell.trim().to_lowercase().as_str()))
        };
        Some(Self {
            word: find(&WORD)?,
            category: find(&CATEGORY),
            value: find(&VALUE),
            note: find(&NOTE),
        })
    }

    const IN_ORDER: Self = Self {
        word: 0,
        category: Some(1),
        value: Some(2),
        note: Some(3),
    };
}

/// Whether `text` begins with a header that names a column of words and one that says what they are.
pub(super) fn has_header(text: &str) -> bool {
    let Some(first) = text.lines().find(|line| !is_passed(line)) else {
        return false;
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter(first).unwrap_or(b','))
        .from_reader(first.as_bytes());
    let header = reader.records().next().and_then(Result::ok);
    let columns = header.as_ref().and_then(Columns::named);
    columns.is_some_and(|columns| {
        let about = [columns.category, columns.value, columns.note];
        about.iter().any(Option::is_some)
    })
}

/// Whether a line holds nothing of a table.
fn is_passed(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// What parts the columns of a table that begins with the line `first`.
fn delimiter(first: &str) -> Option<u8> {
    let is_there = |delimiter: &u8| first.bytes().any(|byte| byte == *delimiter);
    [b'\t', b',', b';'].into_iter().find(is_there)
}

/// The entries of a table; `None` if `text` is none: it has no header of ours and no tab.
pub(super) fn entries(text: &str, warnings: &mut Vec<String>) -> Option<Vec<Lined>> {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text.lines().find(|line| !is_passed(line))?);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = reader.records().filter_map(Result::ok).peekable();
    let named = rows.peek().and_then(Columns::named);
    let columns = match named {
        Some(columns) => {
            rows.next();
            columns
        }
        None if delimiter == Some(b'\t') => Columns::IN_ORDER,
        None => return None,
    };
    let mut no_number = Vec::new();
    let entries = rows
        .map(|row| {
            let cell = |column: Option<usize>| {
                let cell = column
                    .and_then(|column| row.get(column))
                    .unwrap_or_default();
                cell.trim()
            };
            let value = cell(columns.value);
            let number = value.replace('−', "-").parse().ok();
            let number = number.filter(|number: &f64| number.is_finite());
            let line = row
                .position()
                .and_then(|at| usize::try_from(at.line()).ok());
            if number.is_none() && !value.is_empty() {
                no_number.push(line);
            }
            let entry = ListEntry {
                pattern: cell(Some(columns.word)).to_owned(),
                category: cell(columns.category).to_owned(),
                value: number,
                note: Some(cell(columns.note))
                    .filter(|note| !note.is_empty())
                    .map(str::to_owned),
            };
            (line, entry)
        })
        .collect();
    if !no_number.is_empty() {
        warnings.push(format!(
            "The values of {} are no numbers and were left out{}.",
            counted(no_number.len(), "entry"),
            lines(&no_number)
        ));
    }
    Some(entries)
}
