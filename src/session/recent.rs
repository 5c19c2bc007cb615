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
