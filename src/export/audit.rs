//! The source audit as a file: who is quoted by each source, with the columns the user fills.

use std::io;

use serde::Serialize;

use super::table_format::TableFormat;
use crate::chart::{Cell, Table};
use crate::compare::{Quoted, SourceNotes};
use crate::score::provenance::Provenance;

/// The version of the layout of the JSON.
const SCHEMA: &str = "parallax.quoted/1";

/// Who is quoted by one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// The source.
    pub source: String,
    /// Those quoted, at greatest length first.
    pub speakers: Vec<Quoted>,
}

/// All of it as one table: a row a speaker of a source, the columns of `notes` last.
pub fn table(audits: &[Audit], notes: &SourceNotes) -> Table {
    let own = notes.columns().iter().map(String::as_str);
    let columns: Vec<&str> = std::iter::once("Source")
        .chain(Quoted::COLUMNS)
        .chain(own)
        .collect();
    let mut table = Table::new(&columns);
    for audit in audits {
        table.rows.extend(audit.speakers.iter().map(|quoted| {
            let mut row = vec![
                Cell::Text(audit.source.clone()),
                Cell::Text(quoted.name.clone()),
                Cell::Text(quoted.kind_label().to_owned()),
                Cell::Count(quoted.quotations),
                Cell::Count(quoted.words),
                Cell::Count(quoted.articles),
            ];
            let own = notes.columns().iter();
            row.extend(own.map(|column| Cell::Text(notes.of(&quoted.name, column).to_owned())));
            row
        }));
    }
    table
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    #[serde(flatten)]
    provenance: &'a Provenance,
    sources: &'a [Audit],
    notes: &'a SourceNotes,
}

/// The bytes of the file.
///
/// # Errors
/// Where a value could not be written.
pub fn write(
    format: TableFormat,
    audits: &[Audit],
    notes: &SourceNotes,
    provenance: &Provenance,
) -> io::Result<Vec<u8>> {
    let document = || {
        Ok(Document {
            schema: SCHEMA,
            provenance,
            sources: audits,
            notes,
        })
    };
    format.written(provenance, || table(audits, notes), document)
}
