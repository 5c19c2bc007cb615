//! Atomic saving: beside the target first, then renamed over it.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Why a file was not saved. The file that was there before is untouched.
#[derive(Debug, thiserror::Error)]
#[error("could not save “{path}”: {reason}")]
pub struct SaveError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// Why not, in words, with what to do.
    pub reason: String,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

/// Writes `bytes` to `path` so that there is either the whole new file or the whole old one, and
/// nothing else left behind.
pub fn save_atomic(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    write(path, bytes).map_err(|source| SaveError {
        path: path.to_owned(),
        reason: reason(path, &source),
        source,
    })
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A link keeps pointing where it points: what it names is replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new()
        .prefix(".parallax-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    allow_reading(&file, path)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Gives the new file the old one's permissions, or the usual ones: a temporary file is private.
#[cfg(unix)]
fn allow_reading(file: &tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let permissions = std::fs::metadata(path).map_or_else(
        |_| std::fs::Permissions::from_mode(0o644),
        |old| old.permissions(),
    );
    file.as_file().set_permissions(permissions)
}

#[cfg(not(unix))]
fn allow_reading(_: &tempfile::NamedTempFile, _: &Path) -> io::Result<()> {
    Ok(())
}

fn reason(path: &Path, error: &io::Error) -> String {
    let folder = path.parent().unwrap_or(path);
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
        io::ErrorKind::IsADirectory => "this is a folder; give it a file name".to_owned(),
        io::ErrorKind::NotADirectory => {
            format!("“{}” is not a folder", folder.display())
        }
        _ => error.to_string(),
    }
}
