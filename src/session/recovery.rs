//! The recovery copy: what is open, written beside the user's own files so that a crash loses little.
//! It is a document with everything embedded, and one line about what it is a copy of.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::Session;
use super::document::{self, Articles, DocumentError, Opened, Recovery};
use crate::export::{SaveError, save_atomic};
use crate::load::Problem;

/// Its name in the data folder.
const NAME: &str = "recovery.parallax";

/// Why a recovery copy was not written or read.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// The session could not be written as a document, or the copy is none.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The copy could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The data folder or the copy could not be used.
    #[error("the recovery copy at {} could not be used: {source}", path.display())]
    Io {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl RecoveryError {
    fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Io { path, source }
    }
}

/// What was open when the copy was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovered {
    /// The session.
    pub opened: Opened,
    /// The document that was open, if any.
    pub document: Option<PathBuf>,
    /// When the copy was written, ISO 8601 in UTC.
    pub saved: String,
}

/// Where the copy lives in the data folder `data`.
pub fn place(data: &Path) -> PathBuf {
    data.join(NAME)
}

/// The copy as bytes, written at the moment `now` (as [`crate::export::now`] gives it); `document` is
/// the document that is open.
pub fn to_bytes(
    session: &Session,
    document: Option<&Path>,
    data: &Path,
    now: &str,
) -> Result<Vec<u8>, DocumentError> {
    let recovery = Recovery {
        saved: now.to_owned(),
        document: document.and_then(Path::to_str).map(str::to_owned),
    };
    let at = place(data);
    document::write(session, Articles::Embedded, &at, Some(recovery))
}

/// Opens a copy.
pub fn from_bytes(bytes: &[u8], data: &Path) -> Result<Recovered, DocumentError> {
    // A recovery copy holds its articles itself.
    let elsewhere = |path: &Path| Err(Problem::NotFound.of(path.display().to_string()));
    let (opened, recovery) = document::read(bytes, &place(data), elsewhere)?;
    let recovery = recovery.ok_or(DocumentError::Damaged {
        what: "it is no recovery copy".to_owned(),
    })?;
    Ok(Recovered {
        opened,
        document: recovery.document.map(PathBuf::from),
        saved: recovery.saved,
    })
}

/// Writes the copy, whole or not at all, and the folder for it if need be.
pub fn save(
    session: &Session,
    document: Option<&Path>,
    data: &Path,
    now: &str,
) -> Result<(), RecoveryError> {
    let bytes = to_bytes(session, document, data, now)?;
    fs::create_dir_all(data).map_err(RecoveryError::io(data))?;
    Ok(save_atomic(&place(data), &bytes)?)
}

/// Reads the copy; `None` if there is none.
pub fn load(data: &Path) -> Result<Option<Recovered>, RecoveryError> {
    let path = place(data);
    let file = match File::open(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file.map_err(RecoveryError::io(&path))?,
    };
    let mut bytes = Vec::new();
    let limit = document::MOST_BYTES as u64 + 1;
    file.take(limit)
        .read_to_end(&mut bytes)
        .map_err(RecoveryError::io(&path))?;
    Ok(Some(from_bytes(&bytes, data)?))
}

/// Removes the copy: its session was closed in order, or is not wanted.
pub fn discard(data: &Path) -> Result<(), RecoveryError> {
    let path = place(data);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(RecoveryError::Io {
            path,
            source: error,
        }),
        _ => Ok(()),
    }
}
