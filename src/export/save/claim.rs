//! A file of a name of its own, held by one process for as long as it lives: what a process that was
//! ended left behind can be told from what is in use, whatever the clock says.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// How often another name is tried where a file was cleaned away between being made and being held.
const TRIES: usize = 32;
/// Random letters in a name.
const RANDOM: usize = 10;

/// A file that this process holds. It stays when the claim is dropped, as it does when the process is
/// ended; [`Claim::remove`] takes it away.
#[derive(Debug)]
pub struct Claim {
    file: File,
    path: PathBuf,
}

impl Claim {
    /// Makes a file in `folder`, of a name that begins with `prefix` and ends in `suffix`, and holds it.
    /// `is_open` gives it the permissions of any new file; without, only its owner may read it.
    ///
    /// # Errors
    /// Why no file can be made there.
    pub fn make(folder: &Path, prefix: &str, suffix: &str, is_open: bool) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(prefix).suffix(suffix).rand_bytes(RANDOM);
        #[cfg(unix)]
        if is_open {
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(fs::Permissions::from_mode(0o666)); // Less what the umask takes.
        }
        #[cfg(not(unix))]
        let _ = is_open;
        for _ in 0..TRIES {
            let made = builder.tempfile_in(folder)?.keep();
            let (file, path) = made.map_err(|error| error.error)?;
            let claim = Self { file, path };
            match claim.file.try_lock() {
                Ok(()) if claim.is_in_place() => return Ok(claim),
                // No locks here: nobody will think that it was left behind either.
                Err(TryLockError::Error(_)) => return Ok(claim),
                // Whoever cleans up was faster.
                Ok(()) | Err(TryLockError::WouldBlock) => {}
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Takes over the file at `path`; `None` where a living process holds it or it is gone.
    ///
    /// # Errors
    /// Where it cannot be told whether it is held.
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        Self::hold(path, OpenOptions::new().read(true))
    }

    /// The same for a file that is made if it is not there.
    ///
    /// # Errors
    /// Where it cannot be made, or it cannot be told whether it is held.
    pub fn take_or_make(path: &Path) -> io::Result<Option<Self>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        Self::hold(path, &options)
    }

    fn hold(path: &Path, options: &OpenOptions) -> io::Result<Option<Self>> {
        if fs::symlink_metadata(path).is_ok_and(|about| !about.is_file()) {
            return Ok(None); // None of ours; and a pipe would never open.
        }
        let file = match options.open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            file => file?,
        };
        let path = path.to_owned();
        let claim = Self { file, path };
        match claim.file.try_lock() {
            Ok(()) => Ok(claim.is_in_place().then_some(claim)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// The file.
    pub const fn file(&self) -> &File {
        &self.file
    }

    /// Where it stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts it in the place of what stands at `path`.
    ///
    /// # Errors
    /// What the system says; then it is still where it was.
    pub fn rename(&mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        path.clone_into(&mut self.path);
        Ok(())
    }

    /// Takes the file away, then lets go of it.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Whether what is held is what stands at the path.
    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let held = self.file.metadata();
        let there = fs::symlink_metadata(&self.path);
        held.and_then(|held| Ok((held, there?)))
            .is_ok_and(|(held, there)| (held.dev(), held.ino()) == (there.dev(), there.ino()))
    }

    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        self.path.exists()
    }
}
