//! What a command came to.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::load::{FileOutcome, FileReport};

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Some input failed; each was named on standard error.
    SomeFailed,
    /// Everything was checked, and something was marked.
    Marked,
    /// Something could not be checked; it was named on standard error.
    NotChecked,
    /// What was asked for does not go together; it was said on standard error.
    Refused,
}

impl Outcome {
    /// What reading a file came to; one that was not read, or not meant to be, is named on `err`.
    ///
    /// # Errors
    /// Where `err` cannot be written to.
    pub(super) fn of(file: &FileReport, err: &mut dyn Write) -> io::Result<Self> {
        let came_to = match file.outcome {
            FileOutcome::Read { .. } => return Ok(Self::Done),
            FileOutcome::LeftOut(_) => Self::Done,
            FileOutcome::Failed(_) | FileOutcome::NotReached => Self::SomeFailed,
        };
        writeln!(err, "parallax: {file}")?;
        Ok(came_to)
    }

    /// What this and another thing came to together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::SomeFailed | Outcome::Marked => Self::from(1),
            Outcome::NotChecked | Outcome::Refused => Self::from(2),
        }
    }
}
