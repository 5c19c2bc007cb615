//! Copies that programs left behind: found, read and, on the user's word, removed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::{LOCK, PREFIX, Recovered, RecoveryError, from_bytes, is_copy, lock};
use crate::article::Article;
use crate::export::Claim;
use crate::load::{self, LoadError, Problem};
use crate::session::document;

/// A copy that nobody holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Orphan {
    /// The file.
    pub path: PathBuf,
    /// What is in it, or why it cannot be read.
    pub content: Result<Box<Recovered>, String>,
}

impl Orphan {
    /// Its file name.
    pub fn name(&self) -> &str {
        let name = self.path.file_name().and_then(|name| name.to_str());
        name.unwrap_or_default()
    }
}

/// Every copy in the data folder `data` that no living program holds, the latest first, those that cannot
/// be read at the end. One that a later one continues is left out: it goes with it. Nothing is changed.
///
/// # Errors
/// Where the folder cannot be looked into; one that is not there holds nothing.
pub fn orphans(data: &Path) -> Result<Vec<Orphan>, RecoveryError> {
    let entries = match fs::read_dir(data) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(RecoveryError::io(data))?,
    };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry.map_err(RecoveryError::io(data))?;
        let path = entry.path();
        // Where locks do not work, it is offered rather than forgotten.
        if entry.file_name().to_str().is_some_and(is_copy)
            && fs::symlink_metadata(&path).is_ok_and(|about| about.is_file())
            && !matches!(Claim::take_or_make(&lock(&path)), Ok(None))
        {
            let content = read(&path, load::open)
                .map(Box::new)
                .map_err(|why| why.to_string());
            all.push(Orphan { path, content });
        }
    }
    all.sort_by(|one, other| {
        let saved = |orphan: &Orphan| orphan.content.as_ref().ok().map(|it| it.saved.clone());
        (saved(other), &one.path).cmp(&(saved(one), &other.path))
    });
    let mut continued: BTreeSet<String> = BTreeSet::new();
    all.retain(|orphan| {
        let is_shown = !continued.contains(orphan.name());
        if is_shown && let Ok(content) = &orphan.content {
            continued.extend(content.continues.clone());
        }
        is_shown
    });
    Ok(all)
}

/// Removes the copy at `path` and those it continues: the user does not want them.
///
/// # Errors
/// Where one is open in another window, or cannot be removed.
pub fn discard(path: &Path) -> Result<(), RecoveryError> {
    let mut seen = BTreeSet::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next.filter(|path| seen.insert(path.clone())) {
        let claim = take(&path)?;
        next = continued(&path);
        remove(&path, claim)?;
    }
    Ok(())
}

/// The copy that the one at `path` continues.
pub(super) fn continued(path: &Path) -> Option<PathBuf> {
    // Nobody looks at its articles.
    let nothing = |path: &Path| Err(Problem::NotFound.of(path.display().to_string()));
    Some(path.with_file_name(read(path, nothing).ok()?.continues?))
}

/// Takes hold of a copy, whether it is still there or not.
pub(super) fn take(path: &Path) -> Result<Claim, RecoveryError> {
    Claim::take_or_make(&lock(path))
        .map_err(RecoveryError::io(path))?
        .ok_or_else(|| RecoveryError::InUse(path.to_owned()))
}

/// Removes a copy that is held, and then its lock.
pub(super) fn remove(path: &Path, claim: Claim) -> Result<(), RecoveryError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(RecoveryError::io(path)(error));
        }
        _ => {}
    }
    claim.remove().map_err(RecoveryError::io(path))
}

fn read(
    path: &Path,
    load: impl FnMut(&Path) -> Result<Vec<Article>, LoadError>,
) -> Result<Recovered, RecoveryError> {
    let mut bytes = Vec::new();
    let limit = document::MOST_BYTES as u64 + 1;
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    read.map_err(RecoveryError::io(path))?;
    Ok(from_bytes(&bytes, path, load)?)
}

/// Removes locks that belong to no copy and that nobody holds.
pub(super) fn sweep_locks(data: &Path) {
    for entry in fs::read_dir(data).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let is_lock = name.to_str().is_some_and(|name| name.starts_with(PREFIX))
            && path.extension().is_some_and(|ending| ending == LOCK);
        if is_lock
            && let Ok(Some(claim)) = Claim::take(&path)
            // Looked at only now: whoever held it may have made a copy before it ended.
            && !path.with_extension(super::ENDING).exists()
        {
            let _ = claim.remove();
        }
    }
}
