//! The one way to save a file: beside its place first, then renamed into it, so that there is either the
//! whole old one or the whole new one. What may be replaced is decided here, too.

mod claim;
mod refusal;
mod steps;
mod target;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use claim::Claim;
pub use refusal::Refusal;
pub use steps::{Step, watch};
pub use target::Existing;

use crate::text::counted;
use target::{Target, Why};

/// What names of temporary files begin with and end in.
const TEMPORARY: [&str; 2] = [".parallax-save-", ".tmp"];
/// What they began with in version 0.1.0, before six letters.
const EARLIER: &str = ".parallax-";
/// How old such a file is before it is surely nobody's: those were not held.
const STALE: Duration = Duration::from_hours(24);

/// Why a file was not saved. The file that was there before is untouched.
#[derive(Debug, thiserror::Error)]
#[error("could not save “{path}”: {reason}")]
pub struct SaveError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// Why not, in words, with what to do.
    pub reason: String,
    /// Where it may not be written, why.
    pub refusal: Option<Refusal>,
    /// What the system said.
    #[source]
    pub source: Option<io::Error>,
}

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The file, by the name that was given.
    pub path: PathBuf,
    /// What should be known of it beside that it was saved.
    pub note: Option<String>,
}

/// Saves `bytes` to `path`, over whatever file stands there unless it was read in this run, even if it is
/// read-only: for files of the program's own.
pub fn save_atomic(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    save(path, bytes, Existing::Force).map(|_| ())
}

/// Writes `bytes` to `path` so that there is either the whole new file or the whole old one, and nothing
/// else left behind. A link keeps pointing where it points: what it names is replaced. What earlier saves
/// left in the folder because they were ended is cleaned away.
pub fn save(path: &Path, bytes: &[u8], existing: Existing) -> Result<Saved, SaveError> {
    let names = write(path, bytes, existing).map_err(|why| error(path, why))?;
    let note = (names > 0).then(|| {
        format!(
            "The file had {}, which still has the old content.",
            counted(usize::try_from(names).unwrap_or(usize::MAX), "other name")
        )
    });
    Ok(Saved {
        path: path.to_owned(),
        note,
    })
}

/// Removes what saves into `folder` left because they were ended. What is being written stays.
pub fn sweep(folder: &Path) {
    let [prefix, suffix] = TEMPORARY;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let is_left = match name.strip_prefix(prefix) {
            Some(rest) => rest.strip_suffix(suffix).is_some_and(is_random),
            None => name
                .strip_prefix(EARLIER)
                .is_some_and(|rest| rest.len() == 6 && is_random(rest) && is_stale(&entry.path())),
        };
        if is_left && let Ok(Some(left)) = Claim::take(&entry.path()) {
            // Where that is not allowed, it stays.
            let _ = left.remove();
        }
    }
}

fn is_random(letters: &str) -> bool {
    !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn is_stale(path: &Path) -> bool {
    let changed = fs::symlink_metadata(path).and_then(|about| about.modified());
    changed.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > STALE))
}

/// Gives the number of other names that the old file has.
fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<u64, Why> {
    let target = Target::at(path)?;
    target.check(existing)?;
    sweep(target.folder());
    let [prefix, suffix] = TEMPORARY;
    let mut temporary = Claim::make(target.folder(), prefix, suffix, target.is_new())?;
    if let Err(error) = fill(&mut temporary, bytes, &target) {
        let _ = temporary.remove();
        return Err(error.into());
    }
    steps::reached(Step::Renamed);
    settle(target.folder());
    Ok(target.other_names())
}

fn fill(temporary: &mut Claim, bytes: &[u8], target: &Target) -> io::Result<()> {
    steps::reached(Step::Made);
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let mut file = temporary.file();
    file.write_all(first)?;
    steps::reached(Step::Half);
    file.write_all(second)?;
    steps::reached(Step::Written);
    file.sync_all()?;
    steps::reached(Step::Synced);
    target.dress(file)?;
    temporary.rename(&target.path)
}

/// The new name is on the disk, too; systems that cannot do so need not be told.
fn settle(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn error(path: &Path, why: Why) -> SaveError {
    let (reason, refusal, source) = match why {
        Why::Refused(refusal) => (refusal.to_string(), Some(refusal), None),
        Why::System(error) => (reason(path, &error), None, Some(error)),
    };
    SaveError {
        path: path.to_owned(),
        reason,
        refusal,
        source,
    }
}

fn reason(path: &Path, error: &io::Error) -> String {
    let target = Target::at(path).map_or_else(|_| path.to_owned(), |target| target.path);
    let folder = target.parent().unwrap_or(path);
    match error.kind() {
        io::ErrorKind::NotFound => {
            format!("the folder “{}” does not exist", folder.display())
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => format!(
            "the folder “{}” may not be written to; choose another one",
            folder.display()
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "there is no space left; free some or choose another place".to_owned()
        }
        io::ErrorKind::FileTooLarge => {
            "the system allows no file of this size; choose another place".to_owned()
        }
        io::ErrorKind::IsADirectory => "this is a folder; give it a file name".to_owned(),
        io::ErrorKind::NotADirectory => {
            format!("“{}” is not a folder", folder.display())
        }
        // The system's own words, without the path of a temporary file.
        _ => match error.raw_os_error() {
            Some(code) => io::Error::from_raw_os_error(code).to_string(),
            None => error.kind().to_string(),
        },
    }
}
