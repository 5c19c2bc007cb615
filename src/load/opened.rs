//! What one file gave, and what a report says of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::corpus::fields::Mapping;
use super::format::Format;
use crate::article::Article;
use crate::text::{counted, shown};

/// What one file gave.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OpenedFile {
    /// What it was read as.
    pub format: &'static Format,
    /// Its articles, at least one.
    pub articles: Vec<Article>,
    /// What was lost or repaired in the file as a whole, in words.
    pub notes: Vec<String>,
    /// Which fields hold what, if it is a corpus.
    pub mapping: Mapping,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileReport {
    /// The file.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: FileOutcome,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FileOutcome {
    /// It was read.
    Read {
        /// As what.
        format: &'static Format,
        /// In which encoding.
        encoding: String,
        /// How many articles it holds.
        articles: usize,
        /// Which fields hold what, if it is a corpus.
        mapping: Mapping,
        /// What was lost or repaired, in words; warnings of its articles with how many have them.
        notes: Vec<String>,
    },
    /// It was left out on purpose: a hidden file, the pictures of a saved page, …
    LeftOut(String),
    /// It could not be read; what is wrong and what to do.
    Failed(String),
    /// The import was stopped before it was done.
    NotReached,
}

impl FileReport {
    /// The report on a file that was read.
    pub fn of(path: &Path, opened: &OpenedFile) -> Self {
        Self {
            path: path.to_owned(),
            outcome: outcome(opened),
        }
    }
}

impl std::fmt::Display for FileReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", shown(&self.path))?;
        match &self.outcome {
            FileOutcome::Read {
                format,
                encoding,
                articles,
                mapping,
                notes,
            } => {
                write!(
                    f,
                    "read as {} ({encoding}), {}",
                    format.name,
                    counted(*articles, "article")
                )?;
                for (at, (role, field)) in mapping.iter().enumerate() {
                    let before = if at == 0 { "; " } else { ", " };
                    write!(f, "{before}{} = {field}", role.name())?;
                }
                notes.iter().try_for_each(|note| write!(f, "\n    {note}"))
            }
            FileOutcome::LeftOut(why) => write!(f, "left out: {why}"),
            FileOutcome::Failed(why) => f.write_str(why),
            FileOutcome::NotReached => {
                f.write_str("not read: the import was stopped before it was done")
            }
        }
    }
}

/// What became of a file that was read.
pub(super) fn outcome(opened: &OpenedFile) -> FileOutcome {
    let mut notes = opened.notes.clone();
    let mut seen = BTreeSet::new();
    for warning in opened.articles.iter().flat_map(|article| &article.warnings) {
        if seen.insert(warning) {
            let having = |article: &&Article| article.warnings.contains(warning);
            let count = opened.articles.iter().filter(having).count();
            notes.push(if opened.articles.len() == 1 {
                warning.clone()
            } else {
                format!("{count} of {} articles: {warning}", opened.articles.len())
            });
        }
    }
    FileOutcome::Read {
        format: opened.format,
        encoding: opened
            .articles
            .first()
            .map(|article| article.origin.encoding.clone())
            .unwrap_or_default(),
        articles: opened.articles.len(),
        mapping: opened.mapping.clone(),
        notes,
    }
}
