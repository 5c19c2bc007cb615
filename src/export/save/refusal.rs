//! Why something may not be saved where it was asked to be.

use std::path::PathBuf;

/// Why a file is not replaced.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was read in this run.
    #[error("it is “{}”, which was read in this run; nothing that was opened is ever changed. Choose another name", name.display())]
    Read {
        /// Under which name.
        name: PathBuf,
    },
    /// It is a pipe, a device or the like.
    #[error("it is no file but a pipe or a device; choose another name")]
    NotAFile,
    /// Links that lead in a circle.
    #[error("the links lead in a circle; choose another name")]
    Circle,
    /// It may not be written to.
    #[error(
        "the file is read-only; choose another name, or say that it is to be replaced (--force)"
    )]
    ReadOnly,
    /// It is none of what this program saves.
    #[error(
        "the file is there already and was not made by Parallax; choose another name, or replace it with --force"
    )]
    NotOurs,
}
