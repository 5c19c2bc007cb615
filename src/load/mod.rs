//! Bytes → articles: detection, encodings, formats, furniture set aside, warnings.

use std::path::{Path, PathBuf};

use crate::article::Article;

/// Why a file could not be opened: names the file, what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file could not be read.
    #[error("{path}: could not be read ({source}). Check that the file exists and that you may open it.", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Reads every article of one file.
pub fn open(path: &Path) -> Result<Vec<Article>, LoadError> {
    Err(LoadError::Read {
        path: path.to_owned(),
        source: std::io::ErrorKind::Unsupported.into(),
    })
}
