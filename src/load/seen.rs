//! Which files were read in this run: nothing may be saved over one of them, whatever name it goes by.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf, absolute};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// A file as the system knows it, whatever its names are.
type Identity = (u64, u64);

/// What was read so far. One for the whole program: reading has no other memory, and a reader that
/// forgot to tell would let a file be lost.
static SEEN: Mutex<Seen> = Mutex::new(Seen {
    places: BTreeSet::new(),
    files: BTreeMap::new(),
});

struct Seen {
    /// Where files were read from, links followed.
    places: BTreeSet<PathBuf>,
    /// The same by identity, each with its name then and when it was changed last: a system gives the
    /// identity of a file that is gone to a new one.
    files: BTreeMap<Identity, (PathBuf, Option<SystemTime>)>,
}

fn seen() -> MutexGuard<'static, Seen> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Remembers that the file `about` was read from `path`.
pub(super) fn note(path: &Path, about: &Metadata) {
    let place = place(path);
    let mut seen = seen();
    if let Some(identity) = identity(about) {
        let entry = (place.clone(), about.modified().ok());
        seen.files.insert(identity, entry);
    }
    seen.places.insert(place);
}

/// Remembers that the file at `path`, which holds no article, was read.
pub fn note_read(path: &Path) {
    if let Ok(about) = std::fs::metadata(path)
        && about.is_file()
    {
        note(path, &about);
    }
}

/// Remembers what standard input comes from, if that is a file.
pub(super) fn note_standard_input() {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd as _;
        let file = std::io::stdin().as_fd().try_clone_to_owned();
        let file = file.map(std::fs::File::from);
        if let Ok(about) = file.and_then(|file| file.metadata())
            && about.is_file()
            && let Some(identity) = identity(&about)
        {
            let name = PathBuf::from("standard input");
            let entry = (name, about.modified().ok());
            seen().files.insert(identity, entry);
        }
    }
}

/// The name under which the file at `path` was read in this run; `None` if it was not.
pub fn was_read(path: &Path) -> Option<PathBuf> {
    let now = place(path);
    let seen = seen();
    if seen.places.contains(&now) {
        return Some(now);
    }
    let about = std::fs::metadata(path).ok()?;
    let (name, changed) = seen.files.get(&identity(&about)?)?;
    (about.modified().ok() == *changed || place(name) == now).then(|| name.clone())
}

/// Where a path leads, links followed where it is there.
fn place(path: &Path) -> PathBuf {
    path.canonicalize()
        .or_else(|_| absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "other systems tell no identity without unstable functions"
)]
fn identity(about: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    Some((about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> Option<Identity> {
    None
}
