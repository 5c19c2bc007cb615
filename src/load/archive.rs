//! Archives of articles (.zip): each file inside is read as if it stood in a folder, under limits that are
//! counted while unpacking, whatever the archive claims.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{Problem, damaged};
use super::format::{Archived, Format, FormatReader, Limit, Sniff};
use super::input::Input;
use super::package::{is_zip, is_zip_with};
use crate::text::counted;
use crate::work::Progress;

pub(super) static ZIP: Format = Format {
    name: "zip",
    label: "a zip archive",
    endings: &["zip"],
    media_types: &["application/zip"],
    limit: Limit::DOCUMENT,
    sniff: Sniff::Bytes(|bytes| is_zip(bytes) && !is_zip_with(bytes, "ppt/presentation")),
    reader: FormatReader::Archive(files),
};

/// The most files.
const MOST_FILES: usize = 10_000;
/// The most bytes of one file.
const LARGEST: u64 = 64 << 20;
/// The most bytes of all files: so many, and so many times the size of the archive.
const TOTAL: u64 = 16 << 20;
const RATIO: u64 = 12;

/// The files of an archive. Hidden ones and folders are left out.
fn files(input: &Input, progress: &Progress) -> Result<Archived, Problem> {
    let cannot = || damaged(ZIP.label, "it is cut off or not a complete archive");
    let mut archive = ZipArchive::new(Cursor::new(input.bytes.as_slice())).map_err(|_| cannot())?;
    if archive.len() > MOST_FILES {
        return Err(Problem::Damaged {
            what: ZIP.label,
            detail: format!("it holds more than {MOST_FILES} files"),
            advice: "Unpack it and open the folder.",
        });
    }
    let most = TOTAL + RATIO * input.bytes.len() as u64;
    let mut archived = Archived::default();
    let (mut total, mut hidden, mut lost) = (0, 0, Vec::new());
    for at in 0..archive.len() {
        progress.go_on()?;
        let file = match archive.by_index(at) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(detail)) if detail == ZipError::PASSWORD_REQUIRED => {
                return Err(Problem::Protected);
            }
            Err(_) => {
                lost.push(format!("file {}", at + 1));
                continue;
            }
        };
        if file.is_dir() {
            continue;
        }
        let name = match file.name() {
            Ok(name) => plain_name(&name),
            Err(_) => format!("file {}", at + 1),
        };
        if name
            .split('/')
            .any(|part| part.starts_with('.') || part == "__MACOSX")
        {
            hidden += 1;
            continue;
        }
        let mut bytes = Vec::new();
        let limit = LARGEST.min(most - total);
        if file.take(limit + 1).read_to_end(&mut bytes).is_err() {
            lost.push(name);
            continue;
        }
        total += bytes.len() as u64;
        if bytes.len() as u64 > limit {
            return Err(Problem::Damaged {
                what: ZIP.label,
                detail: format!(
                    "unpacked it is more than {} MB, far more than an archive of its size should be",
                    limit >> 20
                ),
                advice: "Unpack it and open the folder.",
            });
        }
        archived.inputs.push(Input {
            path: input.path.clone(),
            ..Input::from_bytes(&name, bytes, &input.options)
        });
    }
    archived.inputs.sort_by(|a, b| a.name.cmp(&b.name));
    if hidden > 0 {
        archived.notes.push(format!(
            "{} of the archive left out.",
            counted(hidden, "hidden file")
        ));
    }
    if let Some(first) = lost.first() {
        archived.notes.push(format!(
            "{} of the archive cannot be unpacked; the first is {first}.",
            counted(lost.len(), "file")
        ));
    }
    Ok(archived)
}

/// A name without characters that are no part of one.
fn plain_name(name: &str) -> String {
    name.replace('\\', "/")
        .chars()
        .filter(|c| !c.is_control())
        .collect()
}
