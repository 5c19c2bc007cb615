//! JSON with one object a line: whole, or from a stream.

use std::io::{BufRead as _, Read as _};

use super::flatten::flatten;
use super::refused::{damaged, too_many_values};
use super::repair::{Repaired, repair};
use super::rows::article;
use super::tree::Json;
use crate::load::corpus::record::{FieldNames, LONGEST, Record, Records, too_small};
use crate::load::error::Problem;
use crate::load::format::{Piece, Pieces, Source};
use crate::work::Progress;

/// The longest line that is read, in bytes: a text, and its line breaks as escapes.
const LONGEST_LINE: usize = 2 * LONGEST;

/// The records of a text with one object a line.
pub(super) fn lines(text: &str, progress: &Progress) -> Result<Records, Problem> {
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
pub(super) struct StreamedLines {
    source: Source,
    reader: LineRecords,
    line: Vec<u8>,
}

impl StreamedLines {
    pub(super) fn of(source: Source) -> Self {
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
pub(in crate::load::corpus) fn line(text: &str) -> Result<Records, Problem> {
    lines(text, &Progress::default())
}
