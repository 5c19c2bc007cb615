//! Word lists of the user's own, from their files or as they were typed.

use std::io;
use std::path::Path;

use crate::load::{Hint, Input, ReadOptions, decode, note_read};
use crate::score::lists::{ListError, ReadList, read};
use crate::text::shown;

/// The largest file that is read as a list, in bytes: a million entries of a usual length, and room.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

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
