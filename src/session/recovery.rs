//! Recovery copies: unsaved work, written beside the user's own files so that a crash loses little.
//!
//! Every running program keeps one copy at most, a document with everything embedded, but for collections of many
//! megabytes, whose files it names, and one line about what it is a copy of, under a name of its own. A lock beside it is held for as long as the program
//! lives: a copy whose lock nobody holds was left behind. Only an orderly end and the user's word remove a
//! copy, and both only the one they are about.

mod keeper;
mod orphan;

use std::io;
use std::path::{Path, PathBuf};

pub use keeper::Keeper;
pub use orphan::{Orphan, discard, orphans};

use super::document::{self, Articles, DocumentError, Opened};
use crate::article::Article;
use crate::export::SaveError;
use crate::load::LoadError;

/// What the names of copies and of their locks begin with.
const PREFIX: &str = "recovery";
/// What the name of a copy ends in.
const ENDING: &str = "parallax";
/// What the name of its lock ends in.
const LOCK: &str = "lock";

/// Why a recovery copy was not written or read.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// The session could not be written as a document, or the copy is none.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The copy could not be written.
    #[error("no copy of your unsaved work could be kept: {0}")]
    Save(#[from] SaveError),
    /// The data folder or the copy could not be used.
    #[error("the recovery copy at {} could not be used: {source}", path.display())]
    Io {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another window has the copy open.
    #[error("the recovery copy at {} is open in another window", .0.display())]
    InUse(PathBuf),
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
    /// The document that was open, if any, and how it holds its articles.
    pub document: Option<(PathBuf, Articles)>,
    /// When the copy was written, ISO 8601 in UTC.
    pub saved: String,
    /// The file name of the copy that was opened before and is older than this one.
    pub continues: Option<String>,
}

/// Opens the copy `bytes`, which stands at `at`; `load` reads the articles of a collection that it only names.
pub fn from_bytes(
    bytes: &[u8],
    at: &Path,
    load: impl FnMut(&Path) -> Result<Vec<Article>, LoadError>,
) -> Result<Recovered, DocumentError> {
    let (opened, recovery) = document::read(bytes, at, load)?;
    let recovery = recovery.ok_or(DocumentError::Damaged {
        what: "it is no recovery copy".to_owned(),
    })?;
    Ok(Recovered {
        opened,
        document: (recovery.document).map(|path| (PathBuf::from(path), recovery.articles)),
        saved: recovery.saved,
        // Whatever a damaged copy says, nothing but a copy beside it is ever meant.
        continues: recovery.continues.filter(|name| is_copy(name)),
    })
}

/// Whether a file name is that of a copy.
fn is_copy(name: &str) -> bool {
    let rest = name.strip_prefix(PREFIX);
    let stem = rest.and_then(|rest| rest.strip_suffix(ENDING)?.strip_suffix('.'));
    stem.is_some_and(|stem| stem.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

/// The lock of the copy at `path`.
fn lock(path: &Path) -> PathBuf {
    path.with_extension(LOCK)
}
