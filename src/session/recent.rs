//! The documents and files opened last.

use std::path::{Path, PathBuf, absolute};

use serde::{Deserialize, Serialize};

/// How many are remembered.
const MOST: usize = 10;

/// The files opened last, the most recent first: at most ten, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<PathBuf>", into = "Vec<PathBuf>")]
pub struct Recent(Vec<PathBuf>);

impl Recent {
    /// Remembers `path` as the most recent. Two ways of naming one file are the same file. A path that
    /// cannot be written as text is not remembered.
    pub fn add(&mut self, path: &Path) {
        if path.to_str().is_none() {
            return;
        }
        let path = absolute(path).unwrap_or_else(|_| path.to_owned());
        self.remove(&path);
        self.0.insert(0, path);
        self.0.truncate(MOST);
    }

    /// What is remembered where two windows remember: what was opened or forgotten in one of them since it
    /// knew `known`, on top of what the other left, `theirs`.
    pub fn merged(known: &[PathBuf], ours: &[PathBuf], theirs: &[PathBuf]) -> Self {
        // What was opened since stands in front: the rest is as it was, but for what is gone.
        let mut rest = ours;
        while !is_part(rest, known)
            && let Some((_, after)) = rest.split_first()
        {
            rest = after;
        }
        let fresh = ours.get(..ours.len() - rest.len()).unwrap_or_default();
        let forgotten = |path: &&PathBuf| known.contains(path) && !ours.contains(path);
        let left = theirs.iter().filter(|path| !forgotten(path));
        let all: Vec<PathBuf> = fresh.iter().chain(left).cloned().collect();
        let mut seen = Self::default();
        for path in all.iter().rev() {
            seen.add(path);
        }
        seen
    }

    /// Forgets `path`.
    pub fn remove(&mut self, path: &Path) {
        let gone = identity(path);
        self.0.retain(|known| identity(known) != gone);
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The files, the most recent first.
    pub fn paths(&self) -> &[PathBuf] {
        &self.0
    }
}

/// Whether `part` stands in `whole`, in this order.
fn is_part(part: &[PathBuf], whole: &[PathBuf]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|path| whole.any(|other| other == path))
}

/// What a path names, links followed where the file is there.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize()
        .or_else(|_| absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

impl From<Vec<PathBuf>> for Recent {
    fn from(paths: Vec<PathBuf>) -> Self {
        let mut recent = Self::default();
        for path in paths.iter().take(MOST).rev() {
            recent.add(path);
        }
        recent
    }
}

impl From<Recent> for Vec<PathBuf> {
    fn from(recent: Recent) -> Self {
        recent.0
    }
}
