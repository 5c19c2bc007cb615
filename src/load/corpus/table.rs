//! Tables: something between columns, with or without a header.

use std::io::{Cursor, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::fields::role_of;
use super::layout::{self, TableLayout, is_header};
use super::record::{FieldNames, LONGEST, Record, Records, too_small};
use crate::load::error::Problem;
use crate::load::format::{Format, FormatReader, Limit, Piece, Pieces, Sniff, Source};
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
    reader: FormatReader::Collection(records, Some(streamed)),
};

/// How much of a table is looked at to find how it is laid out, in bytes.
const HEAD: u64 = 2 << 20;
/// The most columns that are read.
const MOST_COLUMNS: usize = 2_000;

/// The records of a table.
fn records(text: &str, progress: &Progress) -> Result<Records, Problem> {
    let mut rows = TableRecords::open(text, text.as_bytes())?;
    let mut records = Vec::new();
    while let Some(record) = rows.next()? {
        progress.go_on()?;
        records.push(record);
    }
    let mut found = Records::whole(records);
    found.notes = rows.notes();
    Ok(found)
}

/// The same records, read from a stream as they are asked for.
fn streamed(mut source: Source) -> Result<Box<dyn Pieces>, Problem> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head)?;
    let whole = head.utf8_chunks().next();
    let start = whole.map_or(0, |chunk| chunk.valid().len());
    let text = String::from_utf8_lossy(head.get(..start).unwrap_or_default()).into_owned();
    let source = Cursor::new(head).chain(source);
    Ok(Box::new(TableRecords::open(&text, source)?))
}

impl<R: Read + Send> Pieces for TableRecords<R> {
    fn next(&mut self) -> Result<Option<Piece>, Problem> {
        Ok(TableRecords::next(self)?.map(Piece::Record))
    }

    fn notes(&self) -> Vec<String> {
        TableRecords::notes(self)
    }
}

/// Makes records of the rows of a table, one after another, and keeps what is to be said of them.
struct TableRecords<R> {
    rows: csv::StringRecordsIntoIter<Limited<R>>,
    given: Given,
    names: Vec<Arc<str>>,
    /// Whether the first row names the columns; it is the first record if it does not.
    header: bool,
    first: Option<csv::StringRecord>,
    /// What stands above the header.
    above: Vec<String>,
    records: usize,
    uneven: usize,
    unreadable: usize,
    cut: bool,
}

impl<R: Read> TableRecords<R> {
    /// The table that begins with `head`, from which its layout is known; `source` gives it from its start.
    fn open(head: &str, mut source: R) -> Result<Self, Problem> {
        let (text, declared) = without_declaration(head);
        let declaration = head.len() - text.len();
        std::io::copy(
            &mut source.by_ref().take(declaration as u64),
            &mut std::io::sink(),
        )?;
        let layout = TableLayout::of(text, declared);
        let given = Given::default();
        let source = Limited {
            rest: source,
            given: given.clone(),
        };
        let mut rows = layout.rows(source);
        let mut above = Vec::new();
        let first = loop {
            let Some(row) = rows.next() else {
                return Err(Problem::NoText);
            };
            given.row_is_complete();
            let row = row.map_err(|error| damaged(&error))?;
            if above.len() == layout.above {
                break row;
            }
            above.push(row.iter().collect::<Vec<_>>().join(" "));
        };
        let header = is_header(&first);
        let mut known = FieldNames::default();
        let names = first.iter().take(MOST_COLUMNS).enumerate();
        let names = names.map(|(at, name)| match name.trim() {
            name if header && !name.is_empty() => known.of(name),
            _ => known.of(&format!("column {}", at + 1)),
        });
        Ok(Self {
            names: names.collect(),
            rows,
            given,
            header,
            first: (!header).then_some(first),
            above,
            records: 0,
            uneven: 0,
            unreadable: 0,
            cut: false,
        })
    }

    /// The next record; `None` at the end.
    fn next(&mut self) -> Result<Option<Record>, Problem> {
        while let Some(row) = self.row() {
            if let Some(problem) = too_small(self.records, self.given.total()) {
                return Err(problem);
            }
            let row = match row {
                Ok(row) => row,
                Err(error) => match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() == ErrorKind::FileTooLarge => {
                        self.cut = true;
                        break;
                    }
                    csv::ErrorKind::Io(error) => return Err(error.into()),
                    _ => {
                        self.unreadable += 1;
                        continue;
                    }
                },
            };
            self.uneven += usize::from(row.len() != self.names.len());
            let mut record = Vec::new();
            for (name, value) in self.names.iter().zip(row.iter()) {
                if !value.trim().is_empty() {
                    record.push((name.clone(), value.into()));
                }
            }
            if !record.is_empty() {
                self.records += 1;
                return Ok(Some(Record::of(record)));
            }
        }
        if self.records == 0 && self.cut {
            return Err(Problem::Damaged {
                what: TABLE.label,
                detail: "its first row is longer than any article; a quotation mark is not closed"
                    .to_owned(),
                advice: "Export it again as CSV.",
            });
        }
        if self.records == 0 {
            return Err(Problem::NoArticles {
                detail: "the table has a header but no rows".to_owned(),
                advice: "Export it again with its rows.",
            });
        }
        Ok(None)
    }

    fn row(&mut self) -> Option<csv::Result<csv::StringRecord>> {
        if self.cut {
            return None;
        }
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        let row = self.rows.next()?;
        self.given.row_is_complete();
        Some(row)
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::from_iter(layout::note(&self.above));
        if self.cut {
            notes.push(format!(
                "Row {} is longer than any article (a quotation mark is not closed there): it and what follows were left out.",
                self.records + 1 + usize::from(self.header)
            ));
        }
        if self.uneven > 0 {
            notes.push(format!(
                "{} rows have more or fewer columns than the first; what could be placed was read.",
                self.uneven
            ));
        }
        if self.unreadable > 0 {
            notes.push(format!(
                "{} rows could not be read and were left out.",
                self.unreadable
            ));
        }
        notes
    }
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
struct Limited<R> {
    rest: R,
    given: Given,
}

/// Bytes given to the reader of rows: since the last row was complete, and all.
#[derive(Debug, Default, Clone)]
struct Given(Arc<[AtomicUsize; 2]>);

impl Given {
    fn add(&self, bytes: usize) {
        for count in &*self.0 {
            count.fetch_add(bytes, Ordering::Relaxed);
        }
    }

    fn row_is_complete(&self) {
        let [of_row, _] = &*self.0;
        of_row.store(0, Ordering::Relaxed);
    }

    fn of_row(&self) -> usize {
        let [of_row, _] = &*self.0;
        of_row.load(Ordering::Relaxed)
    }

    fn total(&self) -> usize {
        let [_, total] = &*self.0;
        total.load(Ordering::Relaxed)
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given.of_row() > 2 * LONGEST {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let read = self.rest.read(buffer)?;
        self.given.add(read);
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
