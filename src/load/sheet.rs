//! Spreadsheets (.xlsx, .ods): the largest sheet as a table. Their reader gives every cell between the first and
//! the last room, so that a small file can ask for all memory: it runs in a process of its own.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, Xlsx};
use serde::{Deserialize, Serialize};

use super::child;
use super::corpus::table;
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Judge, Limit, Sniff, Unpacked};
use super::input::Input;
use super::package::{is_zip_of, is_zip_with};
use crate::text::list;
use crate::work::Progress;

pub(super) static XLSX: Format = Format {
    name: "xlsx",
    label: "an Excel workbook",
    endings: &["xlsx", "xlsm"],
    media_types: &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    limit: Limit::SPREADSHEET,
    sniff: Sniff::Bytes(|bytes| is_zip_with(bytes, "xl/workbook")),
    reader: FormatReader::Packed(unpack),
};

pub(super) static ODS: Format = Format {
    name: "ods",
    label: "an OpenDocument spreadsheet",
    endings: &["ods"],
    media_types: &["application/vnd.oasis.opendocument.spreadsheet"],
    limit: Limit::SPREADSHEET,
    sniff: Sniff::Bytes(|bytes| is_zip_of(bytes, "application/vnd.oasis.opendocument.spreadsheet")),
    reader: FormatReader::Packed(unpack),
};

/// The name of the reader that runs in a process of its own.
pub(super) const NAME: &str = "sheet";

/// What that reader gives: a table.
#[derive(Debug, Serialize, Deserialize)]
struct Sheet {
    /// As comma-separated values.
    table: String,
    /// The names of sheets that hold something else.
    others: Vec<String>,
    name: String,
}

/// Why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Refusal {
    Damaged,
    Empty,
    Protected,
}

/// What that reader answers.
pub(super) fn answer(bytes: Vec<u8>) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&sheet(bytes))
}

/// The table of a spreadsheet.
fn unpack(input: &Input, _: Judge, progress: &Progress) -> Result<Unpacked, Problem> {
    let what = if XLSX.sniff.is_of(&input.bytes) {
        XLSX.label
    } else {
        ODS.label
    };
    let sheet: Result<Sheet, Refusal> = child::ask(NAME, &input.bytes, progress, what)?;
    let sheet = sheet.map_err(|refusal| match refusal {
        Refusal::Damaged => damaged(what, "its sheets are damaged"),
        Refusal::Empty => Problem::NoText,
        Refusal::Protected => Problem::Protected,
    })?;
    let note = (!sheet.others.is_empty()).then(|| {
        format!(
            "Of its sheets “{}” was read; {} left out.",
            sheet.name,
            match sheet.others.as_slice() {
                [one] => format!("“{one}” was"),
                others => format!("{} were", list(others)),
            }
        )
    });
    Ok(Unpacked {
        input: Input {
            path: input.path.clone(),
            name: input.name.clone(),
            bytes: sheet.table.into_bytes(),
            sha256: input.sha256.clone(),
            options: input.options.clone(),
        },
        format: Some(&table::TABLE),
        note,
    })
}

/// The table of a spreadsheet of either kind.
fn sheet(bytes: Vec<u8>) -> Result<Sheet, Refusal> {
    if XLSX.sniff.is_of(&bytes) {
        largest(Xlsx::new(Cursor::new(bytes)))
    } else {
        largest(Ods::new(Cursor::new(bytes)))
    }
}

/// The largest sheet, and those with the same first row after it.
fn largest<R: Reader<Cursor<Vec<u8>>>>(book: Result<R, R::Error>) -> Result<Sheet, Refusal> {
    let mut book = book.map_err(|error| {
        let is_protected = format!("{error:?}").to_lowercase().contains("password");
        if is_protected {
            Refusal::Protected
        } else {
            Refusal::Damaged
        }
    })?;
    let mut sheets: Vec<(String, Range<Data>)> = Vec::new();
    let mut damaged = false;
    for name in book.sheet_names() {
        match book.worksheet_range(&name) {
            Ok(range) if !range.is_empty() => sheets.push((name, range)),
            Ok(_) => {}
            Err(_) => damaged = true,
        }
    }
    let filled = |range: &Range<Data>| range.used_cells().count();
    let largest = sheets
        .iter()
        .enumerate()
        .max_by_key(|(at, (_, range))| (filled(range), usize::MAX - at))
        .map(|(at, _)| at);
    let Some(largest) = largest else {
        return Err(if damaged {
            Refusal::Damaged
        } else {
            Refusal::Empty
        });
    };
    let (name, main) = sheets.swap_remove(largest);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[Data]| writer.write_record(row.iter().map(text)).is_ok();
    let header = main.rows().next().map(<[Data]>::to_vec).unwrap_or_default();
    let mut whole = main.rows().all(&mut write);
    let mut others = Vec::new();
    for (name, range) in &sheets {
        if range.rows().next() == Some(header.as_slice()) {
            whole &= range.rows().skip(1).all(&mut write);
        } else {
            others.push(name.clone());
        }
    }
    let table = writer
        .into_inner()
        .ok()
        .filter(|_| whole)
        .and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(Sheet {
        table: table.ok_or(Refusal::Damaged)?,
        others,
        name,
    })
}

/// A cell as text; a date as ISO 8601.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) if !date.is_duration() => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            if hour == 0 && minute == 0 && second == 0 {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
            }
        }
        Data::Empty | Data::Error(_) => String::new(),
        cell => cell.to_string(),
    }
}
