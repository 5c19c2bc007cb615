//! What a study is made from, read from its files.

use std::io;
use std::path::Path;

use crate::load::{Hint, Input, ReadOptions, decode, note_read};
use crate::study::{
    Codebook, CodebookError, CodingError, ReadAnswers, Study, TidyError, read_tidy, ready,
};
use crate::text::shown;

/// The largest file that is read as codes or a codebook, in bytes: some million codes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What names of coding files end in.
const CODING: &str = "parallax-coding";

/// Why a file is no part of a study.
#[derive(Debug, thiserror::Error)]
pub enum UnreadStudy {
    /// It could not be read.
    #[error("{0}")]
    File(#[from] io::Error),
    /// It is larger than any study.
    #[error("the file is larger than {} MB, which no study is", MOST_BYTES / (1024 * 1024))]
    TooLarge,
    /// It holds no codes.
    #[error("{0}")]
    Codes(#[from] TidyError),
    /// It is no coding file.
    #[error("{0}")]
    Coding(#[from] CodingError),
    /// It is no codebook.
    #[error("{0}")]
    Codebook(#[from] CodebookError),
}

fn text_of(path: &Path) -> Result<String, UnreadStudy> {
    if std::fs::metadata(path)?.len() > MOST_BYTES {
        return Err(UnreadStudy::TooLarge);
    }
    let bytes = std::fs::read(path)?;
    note_read(path);
    let input = Input::from_bytes(&shown(path), bytes, &ReadOptions::default());
    Ok(decode(&input.bytes, Hint::Plain, None).text.into_owned())
}

/// Adds the codes in a table or a coding file to those read before.
///
/// # Errors
/// Where the file cannot be read or holds no codes.
pub fn read_codes(path: &Path, read: &mut ReadAnswers) -> Result<(), UnreadStudy> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let text = text_of(path)?;
    if path.extension().is_some_and(|ending| ending == CODING) {
        let (study, _) = Study::from_file(text.as_bytes(), &[])?;
        for answer in study.answers().iter() {
            read.answers.add(answer);
        }
        return Ok(());
    }
    Ok(read_tidy(&text, &name, read)?)
}

/// Reads a codebook from its file; a name without a file is that of one that ships.
///
/// # Errors
/// Where the file cannot be read or is no codebook.
pub fn read_codebook(path: &Path) -> Result<Codebook, UnreadStudy> {
    let mut shipped = ready();
    match text_of(path) {
        Ok(text) => Ok(Codebook::from_toml(&text)?),
        Err(error) => {
            let named = shipped.find(|(name, _)| path == Path::new(name));
            named.map(|(_, book)| book).ok_or(error)
        }
    }
}
