//! Having the system's own program open a file or folder, and why it did not, in words; no shell takes part.

use std::io;
use std::path::Path;
use std::time::Duration;

/// How long a program that opens files is watched for saying that it cannot: on a busy machine a script takes
/// a while to find that there is no desktop.
const WATCHED: Duration = Duration::from_secs(2);

/// Why the system opened nothing. What programs and the system say of it themselves (numbers, or "no such
/// file", which is the program and not the file) would mislead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(in crate::app) enum NotOpened {
    #[error("it is not there any more")]
    Gone,
    #[error("this system has no program that opens files")]
    NoProgram,
    #[error("the system's program that opens files gave up")]
    GaveUp,
}

/// Has the system's own program open a file or folder. A program that is still at it after a while is taken
/// to have opened it.
pub(in crate::app) fn hand_over(path: &Path) -> Result<(), NotOpened> {
    if !path.exists() {
        return Err(NotOpened::Gone);
    }
    let done = if cfg!(target_os = "macos") {
        open::that_detached(path)
    } else {
        open::that_detached_with_timeout(path, WATCHED)
    };
    done.map_err(|error| why(&error))
}

fn why(error: &io::Error) -> NotOpened {
    match error.kind() {
        // The file is there: it is the program that is not.
        io::ErrorKind::NotFound => NotOpened::NoProgram,
        _ => NotOpened::GaveUp,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_not_taken_for_a_missing_file() {
        let missing = io::Error::from(io::ErrorKind::NotFound);
        assert_eq!(why(&missing), NotOpened::NoProgram);
        let failed = io::Error::other("ExitStatus(unix_wait_status(768))");
        assert_eq!(why(&failed), NotOpened::GaveUp);
        let said = [NotOpened::NoProgram, NotOpened::GaveUp].map(|it| it.to_string());
        assert!(
            said.iter()
                .all(|it| !it.contains("file or directory") && !it.contains('('))
        );
    }

    #[test]
    fn what_is_not_there_any_more_is_handed_to_no_program() {
        let folder = tempfile::tempdir().unwrap();
        let gone = hand_over(&folder.path().join("gone.html"));
        assert_eq!(gone, Err(NotOpened::Gone));
    }
}
