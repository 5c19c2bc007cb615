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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_last_ten_are_kept_each_once_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let path = |n: usize| folder.path().join(format!("{n}.parallax"));
        let mut recent = Recent::default();
        for n in 0..12 {
            recent.add(&path(n));
        }
        std::fs::write(path(5), "").unwrap();
        recent.add(&folder.path().join(".").join("5.parallax"));
        assert_eq!(recent.paths().len(), MOST);
        assert_eq!(recent.paths().first(), Some(&path(5)));
        assert_eq!(recent.paths().last(), Some(&path(2)));
        let json = serde_json::to_string(&recent).unwrap();
        assert_eq!(serde_json::from_str::<Recent>(&json).unwrap(), recent);
        recent.remove(&path(5));
        assert_eq!(recent.paths().first(), Some(&path(11)));
        recent.clear();
        assert_eq!(recent.paths(), [] as [PathBuf; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_what_it_names_are_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["a", "b"].map(|name| folder.path().join(name));
        std::fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let mut recent = Recent::default();
        recent.add(&file);
        recent.add(&link);
        assert_eq!(recent.paths(), [link]);
    }
}
