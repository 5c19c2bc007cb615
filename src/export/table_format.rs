//! What results that are a table are written as: the table, or everything as one JSON object.

use std::io;

use serde::Serialize;

use super::format::{self, Entry};
use crate::chart::Table;
use crate::score::provenance::Provenance;

/// How they are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum TableFormat {
    /// A table, after a comment with version and settings
    #[default]
    Csv,
    /// One JSON object
    Json,
}

impl format::Format for TableFormat {
    fn entry(&self) -> Entry {
        match self {
            Self::Csv => Entry::new("Table (comma-separated)", &["csv"]),
            Self::Json => Entry::new("JSON", &["json"]),
        }
    }
}

impl TableFormat {
    /// The bytes of the file: of the two only what is asked for is made.
    pub(super) fn written<D: Serialize>(
        self,
        provenance: &Provenance,
        table: impl FnOnce() -> Table,
        document: impl FnOnce() -> io::Result<D>,
    ) -> io::Result<Vec<u8>> {
        match self {
            Self::Csv => Ok(table().to_csv(provenance).into_bytes()),
            Self::Json => {
                let mut bytes = serde_json::to_vec_pretty(&document()?)?;
                bytes.push(b'\n');
                Ok(bytes)
            }
        }
    }
}
