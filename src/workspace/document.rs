//! Documents from their files.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::export::format::Format as _;
use crate::load::{self, LoadError};
use crate::session::document::{self, DocumentError, Opened};

/// Whether a file is a document by its name.
pub fn is_document(path: &Path) -> bool {
    document::Format::of(path).is_ok()
}

/// Why a document was not opened.
#[derive(Debug, thiserror::Error)]
pub enum UnopenedDocument {
    /// It could not be read.
    #[error(transparent)]
    Unread(#[from] LoadError),
    /// What was read is no document.
    #[error("{path}: {source}", path = path.display())]
    Document {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: DocumentError,
    },
}

/// Reads a document, with the articles of the files it refers to.
///
/// # Errors
/// Why it could not be read.
pub fn open_document(path: &Path) -> Result<Opened, UnopenedDocument> {
    let unread = |error: io::Error| load::Problem::from(error).of(path.display().to_string());
    let refused = |source| UnopenedDocument::Document {
        path: path.to_owned(),
        source,
    };
    let about = fs::metadata(path).map_err(unread)?;
    if !about.is_file() {
        return Err(refused(DocumentError::NotADocument));
    }
    if about.len() > document::MOST_BYTES as u64 {
        return Err(refused(DocumentError::TooLarge));
    }
    let bytes = fs::read(path).map_err(unread)?;
    document::from_bytes(&bytes, path, load::open).map_err(refused)
}
