//! Tables: comma, tab, semicolon or bar between columns, with or without a header.

use std::cell::Cell;

use super::fields::role_of;
use super::record::{LONGEST, Record, Records};
use crate::load::error::Problem;
use crate::load::format::{Format, FormatReader, Limit, Sniff};
use crate::work::Progress;

pub(in crate::load) static TABLE: Format = Format {
    name: "table",
    label: "a table",
    endings: &["csv", "tsv", "tab", "psv"],
    media_types: &["text/csv", "text/tab-separated-values"],
    // A quotation mark that is never closed makes one field of all the rest.
    limit: Limit {
        megabytes: 160,
        what: "a table",
        advice: "Split it into several files.",
    },
    sniff: Sniff::Look(|opening| looks_like_table(opening.text)),
    reader: FormatReader::Collection(records),
};

/// How much of a table is looked at to find its delimiter.
const SAMPLE: usize = 20_000;
/// How many rows of the sample are compared.
const ROWS: usize = 30;
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The records of a table.
fn records(text: &str, progress: &Progress) -> Result<Records, Problem> {
    let (text, declared) = without_declaration(text);
    let delimiter = declared.unwrap_or_else(|| delimiter(text).0);
    let given = Cell::new(0);
    let source = Limited {
        rest: text.as_bytes(),
        given: &given,
    };
    let mut rows = rows(source, delimiter).inspect(|_| given.set(0));
    let first = rows.next().transpose().map_err(|error| damaged(&error))?;
    let Some(first) = first else {
        return Err(Problem::NoText);
    };
    let header = is_header(&first);
    let names: Vec<String> = first
        .iter()
        .enumerate()
        .map(|(at, name)| match name.trim() {
            name if header && !name.is_empty() => name.to_owned(),
            _ => format!("column {}", at + 1),
        })
        .collect();
    let mut records = Vec::new();
    let mut uneven = 0usize;
    let mut unreadable = 0usize;
    let mut cut = false;
    let first_row = (!header).then_some(Ok(first));
    for row in first_row.into_iter().chain(rows) {
        progress.go_on()?;
        let row = match row {
            Ok(row) => row,
            Err(error) if error.is_io_error() => {
                cut = true;
                break;
            }
            Err(_) => {
                unreadable += 1;
                continue;
            }
        };
        uneven += usize::from(row.len() != names.len());
        let record: Record = names
            .iter()
            .zip(row.iter())
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (name.clone(), value.to_owned()))
            .collect();
        if !record.is_empty() {
            records.push(record);
        }
    }
    if records.is_empty() && cut {
        return Err(Problem::Damaged {
            what: TABLE.label,
            detail: "its first row is longer than any article; a quotation mark is not closed"
                .to_owned(),
            advice: "Export it again as CSV.",
        });
    }
    if records.is_empty() {
        return Err(Problem::NoArticles {
            detail: "the table has a header but no rows".to_owned(),
            advice: "Export it again with its rows.",
        });
    }
    let mut found = Records::whole(records);
    if cut {
        found.notes.push(format!(
            "Row {} is longer than any article (a quotation mark is not closed there): it and what follows were left out.",
            found.records.len() + 1 + usize::from(header)
        ));
    }
    if uneven > 0 {
        found.notes.push(format!(
            "{uneven} rows have more or fewer columns than the first; what could be placed was read."
        ));
    }
    if unreadable > 0 {
        found.notes.push(format!(
            "{unreadable} rows could not be read and were left out."
        ));
    }
    Ok(found)
}

fn damaged(error: &csv::Error) -> Problem {
    Problem::Damaged {
        what: TABLE.label,
        detail: error.to_string(),
        advice: "Export it again as CSV.",
    }
}

fn rows<R: std::io::Read>(source: R, delimiter: u8) -> csv::StringRecordsIntoIter<R> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(source)
        .into_records()
}

/// A text that ends in an error where one row goes on for too long: a quotation mark that is never
/// closed would make one row of all the rest.
struct Limited<'a> {
    rest: &'a [u8],
    /// Bytes given since the last row was complete.
    given: &'a Cell<usize>,
}

impl std::io::Read for Limited<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given.get() > 2 * LONGEST {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let read = self.rest.read(buffer)?;
        self.given.set(self.given.get() + read);
        Ok(read)
    }
}

/// Excel's first line "sep=;".
fn without_declaration(text: &str) -> (&str, Option<u8>) {
    text.strip_prefix("sep=")
        .and_then(|rest| rest.split_once('\n'))
        .map_or((text, None), |(sign, rest)| {
            (rest, sign.trim_end().bytes().next().or(Some(b'\t')))
        })
}

/// The delimiter that divides the rows most evenly, and into how many columns.
fn delimiter(text: &str) -> (u8, usize) {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let whole = sample.len() == text.len();
    DELIMITERS
        .into_iter()
        .filter_map(|delimiter| {
            let (columns, even) = evenness(sample, delimiter, whole)?;
            Some((even + columns.min(20), delimiter, columns))
        })
        .max_by_key(|(score, ..)| *score)
        .map_or((b',', 1), |(_, delimiter, columns)| (delimiter, columns))
}

/// Columns of the first row, and how many per cent of the rows have as many.
fn evenness(sample: &str, delimiter: u8, whole: bool) -> Option<(usize, usize)> {
    let mut lengths: Vec<usize> = rows(sample.as_bytes(), delimiter)
        .take(ROWS)
        .filter_map(Result::ok)
        .map(|row| row.len())
        .collect();
    if !whole && lengths.len() > 2 {
        lengths.pop();
    }
    let columns = *lengths.first().filter(|columns| **columns >= 2)?;
    let even = lengths.iter().filter(|length| **length == columns).count();
    Some((columns, even * 100 / lengths.len()))
}

/// Whether the first row names the columns.
fn is_header(row: &csv::StringRecord) -> bool {
    let known = row.iter().any(|name| role_of(name).is_some());
    let short = row.iter().all(|name| name.len() < 60);
    let plain = |name: &str| name.len() < 40 && !name.contains('.') && name.parse::<f64>().is_err();
    (known && short) || row.iter().all(plain)
}

/// Whether a text whose file name says nothing is a table of articles: its first row names a text or a
/// headline and something else, and the rows agree.
fn looks_like_table(start: &str) -> bool {
    let (text, _) = without_declaration(start);
    let (delimiter, columns) = delimiter(text);
    if columns < 2 {
        return false;
    }
    let Some(Ok(first)) = rows(text.as_bytes(), delimiter).next() else {
        return false;
    };
    let mut roles: Vec<_> = first
        .iter()
        .filter_map(role_of)
        .map(|(role, _)| role)
        .collect();
    roles.sort_unstable();
    roles.dedup();
    roles.len() >= 2 && first.iter().all(|name| name.len() < 60) && text.contains('\n')
}
