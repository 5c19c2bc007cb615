//! Why a file could not be opened, in words: which file, what is wrong, what to do about it.

use std::io;

use crate::work::Stopped;

/// Why a file could not be opened. Displays as "name: what is wrong. What to do."
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[error("{file}: {problem}")]
pub struct LoadError {
    /// The file, as the user named it.
    pub file: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a file, with the way out; a format's reader gives it, [`LoadError`] names the
/// file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// There is no such file.
    #[error("could not be found. It may have been moved or deleted; choose it again.")]
    NotFound,
    /// The system does not let us read it.
    #[error(
        "you are not allowed to read it. Change its permissions, or copy it to a folder of yours."
    )]
    Denied,
    /// Reading failed for another reason.
    #[error("could not be read ({0}). Check the disk or the network it is on, then try again.")]
    Read(io::Error),
    /// It is a folder where a file was wanted.
    #[error("is a folder. Open it as a source of several articles, or choose a file in it.")]
    Folder,
    /// It is a pipe, a socket or a device.
    #[error("is a pipe or a device, not a file. Save what it delivers to a file and open that.")]
    NotAFile,
    /// It has no bytes.
    #[error("is empty. Choose a file that holds an article.")]
    Empty,
    /// It has bytes, but no words.
    #[error("holds no text. Choose a file that holds an article.")]
    NoText,
    /// It is something else than text, recognised by its content.
    #[error("is {what}, not an article. {advice}")]
    NotText {
        /// What it is: "a PNG picture", "a program", …
        what: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// It is larger than its format allows.
    #[error("is larger than the {limit_mb} MB that can be read as {what}. {advice}")]
    TooLarge {
        /// What it would be read as: "one text", "a web page", …
        what: &'static str,
        /// The limit in megabytes.
        limit_mb: u64,
        /// What to do.
        advice: &'static str,
    },
    /// It does not follow its format.
    #[error("could not be read as {what}: {detail}. {advice}")]
    Damaged {
        /// What it was read as: "JSON", "a Word document", …
        what: &'static str,
        /// What was wrong, without a full stop.
        detail: String,
        /// What to do.
        advice: &'static str,
    },
    /// It is encrypted.
    #[error(
        "is protected by a password. Remove the password in the program that made it, and save it again."
    )]
    Protected,
    /// It holds records, but none is an article.
    #[error("holds no article: {detail}. {advice}")]
    NoArticles {
        /// What was found instead, without a full stop.
        detail: String,
        /// What to do.
        advice: &'static str,
    },
    /// Reading it was stopped from outside.
    #[error("was not read: it was stopped. Open it again to read it.")]
    Stopped,
    /// The reader failed in a way nobody foresaw.
    #[error(
        "could not be read: it is damaged in a way the reader did not expect. Open it in the program that made it and save it as text or HTML."
    )]
    Crashed,
}

impl Problem {
    /// The same problem with the file it belongs to.
    pub fn of(self, file: impl Into<String>) -> LoadError {
        LoadError {
            file: file.into(),
            problem: self,
        }
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Read(error),
        }
    }
}

impl From<Stopped> for Problem {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// The problem of a document that does not follow its format; `what` is the format's label, `detail` has
/// no full stop.
pub(super) fn damaged(what: &'static str, detail: &str) -> Problem {
    Problem::Damaged {
        what,
        detail: detail.to_owned(),
        advice: "Open it in the program that made it and save it again, or save its text.",
    }
}
