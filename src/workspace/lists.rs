//! Word lists of the user's own, from their files or as they were typed.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::load::{Hint, Input, ReadOptions, decode, note_read};
use crate::score::lists::{ListError, ReadList, read, seems_list};
use crate::text::shown;

/// The largest file that is read as a list, in bytes: a million entries of a usual length, and room.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// What of a file is looked at to see whether it is a list, in bytes. JSON that is longer is none that is told so.
const LOOKED_AT: u64 = 1024 * 1024;
/// Endings of files that hold texts or lists, whichever it is.
const EITHER: [&str; 6] = ["txt", "csv", "tsv", "tab", "json", "dic"];

/// Whether a file that nobody called a list is one, by its beginning.
pub fn is_word_list(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let either =
        ending.is_some_and(|ending| EITHER.iter().any(|one| ending.eq_ignore_ascii_case(one)));
    if !either || !path.is_file() {
        return false;
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LOOKED_AT).read_to_end(&mut bytes));
    if bytes.len() as u64 == LOOKED_AT {
        // The last line may be cut.
        let end = bytes.iter().rposition(|byte| *byte == b'\n');
        bytes.truncate(end.unwrap_or_default());
    }
    read.is_ok() && seems_list(&decode(&bytes, Hint::Plain, None).text)
}

/// Why a file is no list that can be used.
#[derive(Debug, thiserror::Error)]
pub enum UnreadList {
    /// It could not be read.
    #[error("{0}")]
    File(#[from] io::Error),
    /// It is larger than any list.
    #[error("the file is larger than {} MB, which no word list is", MOST_BYTES / (1024 * 1024))]
    TooLarge,
    /// It holds no list.
    #[error("{0}")]
    List(#[from] ListError),
}

/// Reads a list as it was typed.
///
/// # Errors
/// Where it is no list.
pub fn typed_list(name: &str, text: &str) -> Result<ReadList, UnreadList> {
    let input = Input::from_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default());
    Ok(read(text, name, &input.sha256)?)
}

/// Reads the list in a file, named as the file is.
///
/// # Errors
/// Where the file cannot be read or holds no list.
pub fn read_list(path: &Path) -> Result<ReadList, UnreadList> {
    if std::fs::metadata(path)?.len() > MOST_BYTES {
        return Err(UnreadList::TooLarge);
    }
    let bytes = std::fs::read(path)?;
    note_read(path);
    let input = Input::from_bytes(&shown(path), bytes, &ReadOptions::default());
    let text = decode(&input.bytes, Hint::Plain, None).text;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(read(&text, &name, &input.sha256)?)
}
