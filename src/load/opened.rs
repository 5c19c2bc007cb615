//! What one file gave, and what a report says of it.

use std::collections::BTreeMap;
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
    let mut notes = ReadNotes::default();
    for article in &opened.articles {
        notes.note(article);
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
        notes: notes.after(opened.notes.clone()),
    }
}

/// Warnings of articles, each with how many have it, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct ReadNotes {
    articles: usize,
    warnings: Vec<String>,
    /// How many articles have each of them.
    counts: BTreeMap<String, usize>,
}

impl ReadNotes {
    /// Notes the warnings of the next article.
    pub(super) fn note(&mut self, article: &Article) {
        self.articles += 1;
        for (at, warning) in article.warnings.iter().enumerate() {
            if article
                .warnings
                .iter()
                .take(at)
                .any(|other| other == warning)
            {
                continue;
            }
            if let Some(count) = self.counts.get_mut(warning) {
                *count += 1;
            } else {
                self.warnings.push(warning.clone());
                self.counts.insert(warning.clone(), 1);
            }
        }
    }

    /// How many articles were noted.
    pub(super) const fn articles(&self) -> usize {
        self.articles
    }

    /// `notes`, and after them the warnings.
    pub(super) fn after(self, mut notes: Vec<String>) -> Vec<String> {
        notes.extend(self.warnings.into_iter().map(|warning| {
            let count = self.counts.get(&warning).copied().unwrap_or_default();
            if self.articles == 1 {
                warning
            } else {
                format!("{count} of {} articles: {warning}", self.articles)
            }
        }));
        notes
    }
}
