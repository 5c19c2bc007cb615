//! Which files a list of files and folders stands for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::Problem;
use crate::work::Progress;

/// The most files one import takes.
const MOST: usize = 200_000;

/// A file met on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListedFile {
    /// The file.
    pub path: PathBuf,
    /// What its articles' source is called if they name no outlet.
    pub source: String,
    /// Why it is left out, in words, if it is.
    pub left_out: Option<String>,
    /// What is wrong with it, if that is known already: a folder that cannot be listed.
    pub failed: Option<String>,
}

/// Every file under `paths`, in their order, folders in the order of their names.
pub fn find(paths: &[PathBuf], progress: &Progress) -> Vec<ListedFile> {
    let mut walk = Walk::default();
    for path in paths {
        walk.named(path, progress);
    }
    walk.found
}

/// What the source of a file or folder is called that the user named: a file without its ending.
pub fn source_name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        "standard input".to_owned()
    } else if path.is_dir() {
        name(path)
    } else {
        stem(path)
    }
}

#[derive(Default)]
struct Walk {
    found: Vec<ListedFile>,
    seen: BTreeSet<PathBuf>,
}

impl Walk {
    /// A path the user named.
    fn named(&mut self, path: &Path, progress: &Progress) {
        if !path.is_dir() {
            let left_out = self
                .is_again(path)
                .then(|| "it is in the list twice".to_owned());
            self.push(path, source_name(path), left_out);
            return;
        }
        let root = source_name(path);
        // Folders still to list, each with the source its files belong to.
        let mut left = vec![(path.to_owned(), root.clone())];
        while let Some((folder, source)) = left.pop() {
            if progress.is_stopped() {
                return;
            }
            if self.found.len() >= MOST {
                self.push(&folder, source, None);
                if let Some(last) = self.found.last_mut() {
                    last.failed = Some(format!(
                        "was not looked through: {MOST} files were found before it, more than one import takes. \
                         Open it by itself."
                    ));
                }
                return;
            }
            let folders = self.list(&folder, &source);
            let is_root = folder == path;
            // The last pushed is listed first.
            left.extend(folders.into_iter().rev().map(|inner| {
                let source = if is_root {
                    name(&inner)
                } else {
                    source.clone()
                };
                (inner, source)
            }));
        }
    }

    /// Takes the files of a folder and gives the folders in it.
    fn list(&mut self, folder: &Path, source: &str) -> Vec<PathBuf> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.push(folder, source.to_owned(), None);
                if let Some(last) = self.found.last_mut() {
                    last.failed = Some(Problem::from(error).to_string());
                }
                return Vec::new();
            }
        };
        let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        entries.sort();
        let mut folders = Vec::new();
        for path in &entries {
            // Links to folders are not followed: they may lead in circles.
            let is_folder = fs::symlink_metadata(path).is_ok_and(|about| about.is_dir());
            let left_out = if name(path).starts_with('.') {
                Some("it is hidden".to_owned())
            } else if is_folder {
                saved_page(path, &entries).map(|page| format!("it holds the parts of {page}"))
            } else if path.is_dir() {
                Some("it is a link to a folder; open that folder itself".to_owned())
            } else {
                self.is_again(path)
                    .then(|| "it is in the list twice".to_owned())
            };
            if is_folder && left_out.is_none() {
                folders.push(path.clone());
            } else {
                self.push(path, source.to_owned(), left_out);
            }
        }
        folders
    }

    fn push(&mut self, path: &Path, source: String, left_out: Option<String>) {
        self.found.push(ListedFile {
            path: path.to_owned(),
            source,
            left_out,
            failed: None,
        });
    }

    fn is_again(&mut self, path: &Path) -> bool {
        let full = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        !self.seen.insert(full)
    }
}

/// The page whose pictures and scripts a browser put into this folder (`Page_files`).
fn saved_page(folder: &Path, siblings: &[PathBuf]) -> Option<String> {
    let own = name(folder);
    let page = own
        .strip_suffix("_files")
        .or_else(|| own.strip_suffix(".files"))?;
    siblings
        .iter()
        .map(|sibling| name(sibling))
        .find(|sibling| {
            sibling
                .strip_prefix(page)
                .is_some_and(|rest| matches!(rest, ".html" | ".htm" | ".xhtml"))
        })
}

fn name(path: &Path) -> String {
    // "." and "/" have no name of their own.
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .or_else(|| {
            let full = fs::canonicalize(path).ok()?;
            Some(full.file_name()?.to_string_lossy().into_owned())
        })
        .unwrap_or_else(|| path.display().to_string())
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map_or_else(|| name(path), |stem| stem.to_string_lossy().into_owned())
}
