//! What stands where something is to be saved, and whether it may be replaced.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::refusal::Refusal;
use crate::export::ours;
use crate::load::was_read;

/// The most links that are followed one after another, as systems have it.
const LINKS: usize = 40;

/// What may be replaced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Existing {
    /// Any file that may be written to: the user chose it by name, or was asked.
    #[default]
    Replace,
    /// Only a file that this program saved.
    Ours,
    /// Any file, though it be read-only: that was asked, too.
    Force,
}

/// Why something is not saved.
#[derive(Debug)]
pub(super) enum Why {
    Refused(Refusal),
    System(io::Error),
}

impl From<io::Error> for Why {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// The place of a file, links followed.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) path: PathBuf,
    /// What stands there.
    old: Option<Metadata>,
}

impl Target {
    /// Follows `path` to where a file would be written.
    pub(super) fn at(path: &Path) -> Result<Self, Why> {
        let mut path = path.to_owned();
        for _ in 0..LINKS {
            let about = match fs::symlink_metadata(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return Ok(Self { path, old: None });
                }
                about => about?,
            };
            if about.is_symlink() {
                let named = fs::read_link(&path)?;
                path = folder(&path).join(named);
            } else if about.is_dir() {
                return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
            } else if about.is_file() {
                let old = Some(about);
                return Ok(Self { path, old });
            } else {
                return Err(Why::Refused(Refusal::NotAFile));
            }
        }
        Err(Why::Refused(Refusal::Circle))
    }

    /// Whether what stands there may be replaced.
    pub(super) fn check(&self, existing: Existing) -> Result<(), Why> {
        let Some(old) = &self.old else { return Ok(()) };
        if let Some(name) = was_read(&self.path) {
            return Err(Why::Refused(Refusal::Read { name }));
        }
        if existing == Existing::Ours && old.len() > 0 && !ours::is_ours(&self.path) {
            return Err(Why::Refused(Refusal::NotOurs));
        }
        if existing != Existing::Force && self.is_read_only(old) {
            return Err(Why::Refused(Refusal::ReadOnly));
        }
        Ok(())
    }

    /// Whether it may not be written to, by anybody or by this user. Nothing is changed by asking.
    fn is_read_only(&self, old: &Metadata) -> bool {
        let denied = |error: io::Error| error.kind() == io::ErrorKind::PermissionDenied;
        old.permissions().readonly()
            || (OpenOptions::new().write(true).open(&self.path)).is_err_and(denied)
    }

    /// The folder it stands in.
    pub(super) fn folder(&self) -> &Path {
        folder(&self.path)
    }

    /// Whether there is no file yet.
    pub(super) const fn is_new(&self) -> bool {
        self.old.is_none()
    }

    /// How many other names the old file has; they keep the old content.
    #[cfg(unix)]
    pub(super) fn other_names(&self) -> u64 {
        use std::os::unix::fs::MetadataExt as _;
        (self.old.as_ref()).map_or(0, |old| old.nlink().saturating_sub(1))
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "the system does not tell")]
    pub(super) fn other_names(&self) -> u64 {
        0
    }

    /// Gives a file the old one's owner and permissions; but nothing new may run as somebody else. A new
    /// file has the usual ones already.
    #[cfg(unix)]
    pub(super) fn dress(&self, file: &File) -> io::Result<()> {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
        let Some(old) = &self.old else { return Ok(()) };
        // Who may not give files away keeps it.
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
        file.set_permissions(fs::Permissions::from_mode(old.mode() & 0o777))
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "nothing to give")]
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
    pub(super) fn dress(&self, _: &File) -> io::Result<()> {
        Ok(())
    }
}

/// The folder of a path; that of a bare name is where the program runs.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}
