//! Reads the tables of the development data: tab-separated, quoted where a field holds a quotation mark.

use std::collections::BTreeMap;
use std::path::Path;

/// One row: column name → field.
pub(crate) type Row = BTreeMap<String, String>;

/// The rows of a tab-separated file with a header.
pub(crate) fn read(path: &Path) -> std::io::Result<Vec<Row>> {
    let text = std::fs::read_to_string(path)?;
    let mut records = records(&text).into_iter();
    let header = records.next().unwrap_or_default();
    Ok(records
        .map(|fields| header.iter().cloned().zip(fields).collect())
        .collect())
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            '\t' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            c => field.push(c),
        }
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push(record);
    }
    records
}

/// A field of a row; empty if the column is missing.
pub(crate) fn field<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}
