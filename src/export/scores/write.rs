//! Rows as JSON lines, as one JSON document or as CSV.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::rows::{Cell, Row, Scored};
use super::{Detail, Format};
use crate::VERSION;
use crate::chart::plain_cell;
use crate::score::Settings;

/// The version of the layout of what is written.
const SCHEMA: &str = "parallax-score/1";

/// Writes the scores of articles as they come. Call [`Writer::finish`] at the end.
pub struct Writer<'a> {
    format: Format,
    detail: Detail,
    head: Head,
    out: &'a mut dyn Write,
    /// Rows written.
    rows: usize,
}

/// What every document says of itself.
#[derive(Serialize)]
struct Head {
    schema: &'static str,
    version: &'static str,
    settings: Settings,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<Input>,
}

/// A file something was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) sha256: String,
}

/// A row as a JSON object, its columns in order.
struct Object<'a>(&'a Row);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, value) in self.0 {
            map.serialize_entry(column, value)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    row: Object<'a>,
    settings: &'a Settings,
}

impl<'a> Writer<'a> {
    /// A writer of rows of `detail` in `format`, computed with `settings`.
    pub fn new(format: Format, detail: Detail, settings: Settings, out: &'a mut dyn Write) -> Self {
        Self {
            format,
            detail,
            head: Head {
                schema: SCHEMA,
                version: VERSION,
                settings,
                date: None,
                inputs: Vec::new(),
            },
            out,
            rows: 0,
        }
    }

    /// The same, its head naming what it was made from and when.
    pub(super) fn provenance(mut self, inputs: Vec<Input>, date: Option<&str>) -> Self {
        self.head.inputs = inputs;
        self.head.date = date.map(str::to_owned);
        self
    }

    /// Writes every row of one article.
    pub fn article(&mut self, scored: &Scored<'_>) -> io::Result<()> {
        scored.rows(self.detail, |row| self.row(&row))
    }

    fn row(&mut self, row: &Row) -> io::Result<()> {
        match self.format {
            Format::Jsonl => {
                let line = Line {
                    schema: SCHEMA,
                    row: Object(row),
                    settings: &self.head.settings,
                };
                serde_json::to_writer(&mut *self.out, &line)?;
                writeln!(self.out)?;
            }
            Format::Json => {
                self.begin_document()?;
                let separator = if self.rows == 0 { "\n" } else { ",\n" };
                write!(self.out, "{separator}")?;
                serde_json::to_writer(&mut *self.out, &Object(row))?;
            }
            Format::Csv => {
                if self.rows == 0 {
                    writeln!(self.out, "# {}", serde_json::to_string(&self.head)?)?;
                    self.csv(row.iter().map(|(column, _)| (*column).to_owned()))?;
                }
                self.csv(row.iter().map(|(_, value)| csv(value)))?;
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// Ends the document.
    pub fn finish(mut self) -> io::Result<()> {
        if self.format == Format::Json {
            self.begin_document()?;
            writeln!(self.out, "\n]}}")?;
        }
        Ok(())
    }

    /// Opens the document's object and its list of rows, once.
    fn begin_document(&mut self) -> io::Result<()> {
        if self.rows == 0 {
            let head = serde_json::to_string(&self.head)?;
            let open = head.strip_suffix('}').unwrap_or(&head);
            write!(self.out, "{open},\"rows\":[")?;
        }
        Ok(())
    }

    fn csv(&mut self, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let line: Vec<_> = cells.collect();
        write!(self.out, "{}\r\n", line.join(","))?;
        Ok(())
    }
}

/// A cell as RFC 4180 has it; text that a spreadsheet would run as a formula is marked as text.
fn csv(cell: &Cell) -> String {
    match cell {
        Cell::Missing(()) => String::new(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) if text.contains([',', '"', '\n', '\r']) => {
            format!("\"{}\"", plain_cell(text).replace('"', "\"\""))
        }
        Cell::Text(text) => plain_cell(text),
    }
}
