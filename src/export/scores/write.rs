//! Rows as JSON lines, as one JSON document or as a table: made an article at a time, by any thread,
//! and put together in order.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::row::{Cell, Row};
use super::rows::{Detail, Scored};
use crate::chart::plain_cell;
use crate::export::format::{self, Entry};
use crate::score::lists::OwnLists;
use crate::score::provenance::{Input, ListUsed, Provenance};
use crate::score::second::fingerprint;
use crate::score::{Settings, analyse};
use crate::work::{Progress, Threads, ordered};

/// The version of the layout of what is written.
pub(super) const SCHEMA: &str = "parallax-score/1";

/// How scores are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A table; where it comes from, with version and settings, stands in its last column, once
    #[default]
    Csv,
    /// One JSON object with all rows
    Json,
    /// One JSON object a row
    Jsonl,
}

impl format::Format for Format {
    fn entry(&self) -> Entry {
        let (label, ending): (_, &[_]) = match self {
            Self::Csv => ("Table (comma-separated)", &["csv"]),
            Self::Json => ("JSON", &["json"]),
            Self::Jsonl => ("JSON Lines", &["jsonl"]),
        };
        Entry::new(label, ending)
    }
}

/// How rows are written, and what they are rows of.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The format.
    pub format: Format,
    /// What a row is.
    pub detail: Detail,
    /// The settings everything was scored with.
    pub settings: Settings,
    /// Whether rows have columns for what the second reader said.
    pub second: bool,
    /// The user's own word lists: rows have columns for each category that is switched on.
    pub lists: OwnLists,
}

/// The column of a table that says where it comes from, in its first row. A comment above the table would be
/// read as a row of it by spreadsheets and statistics programs.
const PROVENANCE: &str = "provenance";

/// The rows of one article, as they are written.
#[derive(Debug, Default)]
pub struct Rows {
    columns: Vec<String>,
    bytes: Vec<u8>,
    /// How many bytes the first row of a table takes, without its line break.
    first: usize,
}

/// A row as a JSON object, its columns in order.
pub(super) struct Object<'a>(pub(super) &'a Row);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.cells().len()))?;
        for (column, value) in self.0.cells() {
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
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    word_lists: &'a [ListUsed],
    #[serde(skip_serializing_if = "Option::is_none")]
    second_reader: Option<&'static str>,
}

impl Layout {
    /// Every row of one article.
    ///
    /// # Errors
    /// What a value could not be written for.
    pub fn rows(&self, scored: &Scored<'_>) -> io::Result<Rows> {
        let rows = scored.rows(self.detail, self.second, &self.lists);
        let lists = ListUsed::of(&self.lists);
        let columns = rows.first().map_or_else(Vec::new, |row| {
            row.cells().map(|(column, _)| column.to_owned()).collect()
        });
        let mut bytes = Vec::new();
        if self.format == Format::Csv {
            let mut table = table(&mut bytes);
            let mut first = 0;
            for row in &rows {
                let cells = row.cells().map(|(_, value)| text(value));
                table.write_record(cells.chain([String::new()]))?;
                if first == 0 {
                    table.flush()?;
                    first = table.get_ref().len().saturating_sub(BREAK.len());
                }
            }
            table.flush()?;
            drop(table);
            return Ok(Rows {
                columns,
                bytes,
                first,
            });
        }
        for (at, row) in rows.iter().enumerate() {
            if self.format == Format::Jsonl {
                let line = Line {
                    schema: SCHEMA,
                    row: Object(row),
                    settings: &self.settings,
                    word_lists: &lists,
                    second_reader: self.second.then(fingerprint).flatten(),
                };
                serde_json::to_writer(&mut bytes, &line)?;
                bytes.push(b'\n');
            } else {
                bytes.extend_from_slice(if at == 0 { b"" } else { b",\n" });
                serde_json::to_writer(&mut bytes, &Object(row))?;
            }
        }
        Ok(Rows {
            columns,
            bytes,
            first: 0,
        })
    }
}

/// Puts rows together to a file. Call [`Writer::finish`] at the end.
pub struct Writer<'a> {
    format: Format,
    provenance: Provenance,
    out: &'a mut dyn Write,
    begun: bool,
}

impl<'a> Writer<'a> {
    /// A writer of rows in `format` that says in the head of the file where they come from; JSON Lines
    /// say it in every line.
    pub fn new(format: Format, provenance: Provenance, out: &'a mut dyn Write) -> Self {
        Self {
            format,
            provenance,
            out,
            begun: false,
        }
    }

    /// Writes the rows of one article.
    ///
    /// # Errors
    /// What could not be written.
    pub fn article(&mut self, rows: &Rows) -> io::Result<()> {
        if rows.bytes.is_empty() {
            return Ok(());
        }
        match self.format {
            Format::Jsonl => {}
            Format::Json if self.begun => self.out.write_all(b",\n")?,
            Format::Json => self.open_document()?,
            Format::Csv if self.begun => {}
            Format::Csv => {
                let mut table = table(&mut *self.out);
                let columns = rows.columns.iter().map(|column| plain_cell(column));
                table.write_record(columns.chain([PROVENANCE.to_owned()]))?;
                table.flush()?;
                drop(table);
                let head = serde_json::to_string(&Head::of(&self.provenance))?;
                let (row, rest) = rows.bytes.split_at_checked(rows.first).unwrap_or_default();
                self.out.write_all(row)?;
                write!(self.out, "\"{}\"", head.replace('"', "\"\""))?;
                self.begun = true;
                return self.out.write_all(rest);
            }
        }
        self.begun = true;
        self.out.write_all(&rows.bytes)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What could not be written.
    pub fn finish(mut self) -> io::Result<()> {
        if self.format == Format::Json {
            if !self.begun {
                self.open_document()?;
            }
            writeln!(self.out, "\n]}}")?;
        }
        Ok(())
    }

    /// Opens the document's object, its rows last.
    fn open_document(&mut self) -> io::Result<()> {
        let head = serde_json::to_value(Head::of(&self.provenance))?;
        write!(self.out, "{{")?;
        for (name, value) in head.as_object().into_iter().flatten() {
            write!(
                self.out,
                "{}:{value},",
                serde_json::Value::from(name.as_str())
            )?;
        }
        writeln!(self.out, "\"rows\":[")
    }
}

/// What a file says of itself.
#[derive(Serialize)]
struct Head<'a> {
    schema: &'static str,
    #[serde(flatten)]
    provenance: &'a Provenance,
}

impl<'a> Head<'a> {
    const fn of(provenance: &'a Provenance) -> Self {
        Self {
            schema: SCHEMA,
            provenance,
        }
    }
}

/// The scores of `articles` and what the user's own word `lists` find in them as one file, which says where they
/// come from: version, settings, the names and SHA-256 of the inputs and of the lists, and the date if given. Text
/// that a spreadsheet would run as a formula is marked as text.
///
/// # Errors
/// What a value could not be written for.
pub fn scores(
    articles: &[Scored<'_>],
    detail: Detail,
    format: Format,
    date: Option<&str>,
    lists: &OwnLists,
) -> io::Result<Vec<u8>> {
    let settings = articles
        .first()
        .map_or_else(Settings::default, |scored| scored.analysis.settings.clone());
    let filter = Provenance::filter_of(articles.iter().map(|scored| scored.analysis));
    let counting = articles.iter().filter(|scored| scored.analysis.counts());
    let mut inputs: Vec<Input> = Vec::new();
    for scored in counting.clone() {
        let input = Input {
            name: scored.path.display().to_string(),
            ..Input::of(None, scored.article)
        };
        if inputs.last() != Some(&input) {
            inputs.push(input);
        }
    }
    let second =
        !articles.is_empty() && (counting.clone()).all(|scored| scored.analysis.second.is_some());
    let provenance = Provenance {
        settings: Some(settings.clone()),
        second: second.then(fingerprint).flatten(),
        date: date.map(str::to_owned),
        filter,
        lists: ListUsed::of(lists),
        inputs,
        ..Provenance::default()
    };
    let layout = Layout {
        format,
        detail,
        settings,
        second,
        lists: lists.clone(),
    };
    let mut out = Vec::new();
    let mut writer = Writer::new(format, provenance, &mut out);
    // The evidence of an article that has only figures is made again, and let go again.
    let rows = |scored: &Scored<'_>| {
        if !scored.analysis.is_condensed() {
            return layout.rows(scored);
        }
        let analysis = analyse(scored.article, &layout.settings);
        layout.rows(&Scored {
            analysis: &analysis,
            ..*scored
        })
    };
    let threads = if articles.iter().any(|scored| scored.analysis.is_condensed()) {
        Threads::default()
    } else {
        Threads::ONE
    };
    ordered(counting, threads, &Progress::default(), rows, |rows| {
        writer.article(&rows?)
    })?;
    writer.finish()?;
    Ok(out)
}

/// What ends a row of a table.
const BREAK: &str = "\r\n";

/// A table as RFC 4180 has it.
fn table<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out)
}

/// What stands in a cell; text that a spreadsheet would run as a formula is marked as text.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Missing(()) => String::new(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => plain_cell(text),
    }
}
