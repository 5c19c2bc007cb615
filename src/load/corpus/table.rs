//! Tables: something between columns, with or without a header.

use std::cell::Cell;
use std::sync::Arc;

use super::fields::role_of;
use super::layout::{self, TableLayout, is_header};
use super::record::{FieldNames, LONGEST, Record, Records, too_small};
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

/// The most columns that are read.
const MOST_COLUMNS: usize = 2_000;

/// The records of a table.
fn records(text: &str, progress: &Progress) -> Result<Records, Problem> {
    let (text, declared) = without_declaration(text);
    let layout = TableLayout::of(text, declared);
    let (given, total) = (Cell::new(0), Cell::new(0));
    let source = Limited {
        rest: text.as_bytes(),
        given: &given,
        total: &total,
    };
    let mut rows = layout.rows(source).inspect(|_| given.set(0));
    let mut above = Vec::new();
    let first = loop {
        let Some(row) = rows.next() else {
            return Err(Problem::NoText);
        };
        let row = row.map_err(|error| damaged(&error))?;
        if above.len() == layout.above {
            break row;
        }
        above.push(row.iter().collect::<Vec<_>>().join(" "));
    };
    let header = is_header(&first);
    let mut known = FieldNames::default();
    let names: Vec<Arc<str>> = first
        .iter()
        .take(MOST_COLUMNS)
        .enumerate()
        .map(|(at, name)| match name.trim() {
            name if header && !name.is_empty() => known.of(name),
            _ => known.of(&format!("column {}", at + 1)),
        })
        .collect();
    let mut records = Vec::new();
    let mut uneven = 0usize;
    let mut unreadable = 0usize;
    let mut cut = false;
    let first_row = (!header).then_some(Ok(first));
    for row in first_row.into_iter().chain(rows) {
        progress.go_on()?;
        if let Some(problem) = too_small(records.len(), total.get()) {
            return Err(problem);
        }
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
        let mut record = Vec::new();
        for (name, value) in names.iter().zip(row.iter()) {
            if !value.trim().is_empty() {
                record.push((name.clone(), value.into()));
            }
        }
        if !record.is_empty() {
            records.push(Record::of(record));
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
    found.notes.extend(layout::note(&above));
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

/// A text that ends in an error where one row goes on for too long: a quotation mark that is never
/// closed would make one row of all the rest.
struct Limited<'a> {
    rest: &'a [u8],
    /// Bytes given since the last row was complete.
    given: &'a Cell<usize>,
    /// All bytes given.
    total: &'a Cell<usize>,
}

impl std::io::Read for Limited<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given.get() > 2 * LONGEST {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let read = self.rest.read(buffer)?;
        self.given.set(self.given.get() + read);
        self.total.set(self.total.get() + read);
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

/// Whether a text whose file name says nothing is a table of articles: its first row names a text or a
/// headline and something else, and the rows agree.
fn looks_like_table(start: &str) -> bool {
    let (text, declared) = without_declaration(start);
    let layout = TableLayout::of(text, declared);
    if layout.columns < 2 {
        return false;
    }
    let Some(Ok(first)) = layout.rows(text.as_bytes()).nth(layout.above) else {
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
