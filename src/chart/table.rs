//! The figures behind a chart, as a table.

use super::mark::Target;
use crate::score::provenance::{Fact, Provenance};
use crate::text::number;

/// A table: a header and rows of as many cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// What each row stands for, as the marks of the drawing do; shorter than the rows where the last of them
    /// stand for nothing.
    targets: Vec<Option<Target>>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A count.
    Count(usize),
    /// A value, in full; shown with this many decimals.
    Value(f64, usize),
    /// Nothing there.
    Empty,
}

impl Cell {
    /// A value that may be missing.
    pub fn value(value: Option<f64>, decimals: usize) -> Self {
        value.map_or(Self::Empty, |v| Self::Value(v, decimals))
    }

    /// As programs read it: with the hyphen they take for a minus.
    fn in_files(&self) -> String {
        self.to_string().replace('−', "-")
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Count(count) => write!(f, "{count}"),
            Self::Value(value, decimals) => f.write_str(&number(*value, *decimals)),
            Self::Empty => Ok(()),
        }
    }
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: &[&str]) -> Self {
        Self {
            columns: columns.iter().map(|&name| name.to_owned()).collect(),
            rows: Vec::new(),
            targets: Vec::new(),
        }
    }

    /// Adds a row and what it stands for.
    pub(super) fn add(&mut self, row: Vec<Cell>, target: Option<Target>) {
        self.targets.resize(self.rows.len(), None);
        self.rows.push(row);
        self.targets.push(target);
    }

    /// What a row stands for: where a click on it goes.
    pub fn target(&self, row: usize) -> Option<&Target> {
        self.targets.get(row)?.as_ref()
    }

    /// Whether the cells of a column are numbers.
    pub fn is_of_numbers(&self, column: usize) -> bool {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let mut filled = cells.filter(|cell| **cell != Cell::Empty).peekable();
        filled.peek().is_some() && filled.all(|cell| !matches!(cell, Cell::Text(_)))
    }

    /// The table as tab-separated text, for a spreadsheet. Tabs and line breaks inside cells become
    /// spaces, and a cell that a spreadsheet would run as a formula is marked as text.
    pub fn to_tsv(&self) -> String {
        let mut out = self.line(self.columns.iter().map(|name| flat(name)));
        for row in &self.rows {
            out += &self.line(row.iter().map(|cell| match cell {
                Cell::Text(text) => plain(&flat(text)),
                other => other.in_files(),
            }));
        }
        out
    }

    /// The same as a file, before a comment line for each fact of `provenance`: its first line names the
    /// columns.
    pub fn to_tsv_file(&self, provenance: &Provenance) -> String {
        self.to_tsv() + &comments(provenance, "\n")
    }

    /// The table as comma-separated values (RFC 4180), after a comment line for each fact of
    /// `provenance`.
    pub fn to_csv(&self, provenance: &Provenance) -> String {
        let comments = comments(provenance, "\r\n");
        let mut table = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(comments.into_bytes());
        let rows = self.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => plain(text),
                other => other.in_files(),
            });
            let blank = std::iter::repeat_with(String::new);
            cells.chain(blank).take(self.columns.len()).collect()
        });
        for row in std::iter::once(self.columns.clone()).chain(rows) {
            // Writing to memory does not fail.
            let _ = table.write_record(row);
        }
        let bytes = table.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn line(&self, cells: impl Iterator<Item = String>) -> String {
        let mut line = cells
            .chain(std::iter::repeat_with(String::new))
            .take(self.columns.len())
            .collect::<Vec<_>>()
            .join("\t");
        line.push('\n');
        line
    }
}

/// What a file was made from, a comment line a fact.
fn comments(provenance: &Provenance, end: &str) -> String {
    let comment =
        |(fact, value): (Fact, String)| format!("# {}: {}{end}", fact.keyword(), flat(&value));
    provenance.facts().into_iter().map(comment).collect()
}

fn flat(text: &str) -> String {
    text.replace(['\t', '\r', '\n'], " ")
}

/// Text that begins like a formula gets an apostrophe, as spreadsheets themselves write it.
pub(crate) fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
