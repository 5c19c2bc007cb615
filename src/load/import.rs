//! Many files at once: files, lists and folders, recursively and in parallel, with progress and a way to
//! stop. Nothing is left out silently: every file met has its line in the report.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::error::Problem;
use super::first_look::first_articles;
use super::folder::{ListedFile, find, source_name};
use super::input::ReadOptions;
use super::open::open_within;
use super::opened::{FileOutcome, FileReport, OpenedFile, outcome};
use super::stream::{LARGE, open_large};
use crate::article::{Article, Source};
use crate::work::{Progress, Stopped, Threads, ordered};

/// What an import gave.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Import {
    /// The articles by source, sources in the order in which they were met. A source is named by its
    /// articles' outlet; without one by the folder they were found in, or by their file if it was named
    /// itself.
    pub sources: Vec<Source>,
    /// What became of every file, in the order in which they were found.
    pub report: Vec<FileReport>,
    /// Whether it was stopped before the end.
    pub stopped: bool,
}

impl Import {
    /// How many articles were read.
    pub fn articles(&self) -> usize {
        self.sources
            .iter()
            .map(|source| source.articles.len())
            .sum()
    }

    /// The files that could not be read, with the reason.
    pub fn failures(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.report.iter().filter_map(|file| match &file.outcome {
            FileOutcome::Failed(why) => Some((file.path.as_path(), why.as_str())),
            _ => None,
        })
    }

    /// Puts what one file gave in its place.
    fn take(
        &mut self,
        file: &ListedFile,
        result: Result<OpenedFile, FileOutcome>,
        places: &mut BTreeMap<String, usize>,
    ) {
        let outcome = match result {
            Ok(opened) => {
                let outcome = outcome(&opened);
                for article in opened.articles {
                    self.add(&file.source, article, places);
                }
                outcome
            }
            Err(outcome) => outcome,
        };
        self.report.push(FileReport {
            path: file.path.clone(),
            outcome,
        });
    }

    fn add(&mut self, found_in: &str, article: Article, places: &mut BTreeMap<String, usize>) {
        let outlet = article.outlet.as_deref();
        let name = outlet
            .filter(|name| !name.trim().is_empty())
            .unwrap_or(found_in)
            .to_owned();
        let at = *places.entry(name.clone()).or_insert_with(|| {
            self.sources.push(Source {
                name,
                articles: Vec::new(),
            });
            self.sources.len() - 1
        });
        if let Some(source) = self.sources.get_mut(at) {
            source.articles.push(article);
        }
    }
}

/// Reads files and folders, on all cores. The steps of `progress` are the files, and batches of the records
/// of a collection; what it finds are articles. Of a collection that is stopped nothing is kept.
pub fn open_all(paths: &[PathBuf], options: &ReadOptions, progress: &Progress) -> Import {
    let files = find(paths, progress);
    let mut import = Import::default();
    let mut places = BTreeMap::new();
    progress.expect(files.len());
    let end = ordered(
        files.iter(),
        Threads::default(),
        progress,
        |file| (file, read(file, options, progress)),
        |(file, result)| {
            import.take(file, result, &mut places);
            Ok(())
        },
    );
    import.stopped = end == Err(Stopped);
    for file in files.iter().skip(import.report.len()) {
        import.take(file, Err(FileOutcome::NotReached), &mut places);
    }
    import
}

/// The first articles of large files, read in a moment, to be shown until all of them are read; `None` where
/// anything but large files of records is named, or nothing can be read so. What is wrong with a file is said when
/// all of it is read.
pub fn first_look(paths: &[PathBuf], options: &ReadOptions) -> Option<Vec<Source>> {
    let mut import = Import::default();
    let mut places = BTreeMap::new();
    for path in paths {
        for article in first_articles(path, options)? {
            import.add(&source_name(path), article, &mut places);
        }
    }
    (!import.sources.is_empty()).then_some(import.sources)
}

fn read(
    file: &ListedFile,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<OpenedFile, FileOutcome> {
    if let Some(why) = &file.left_out {
        return Err(FileOutcome::LeftOut(why.clone()));
    }
    if let Some(why) = &file.failed {
        return Err(FileOutcome::Failed(why.clone()));
    }
    let length = std::fs::metadata(&file.path).map_or(0, |about| about.len());
    let opened = if length >= LARGE {
        open_large(&file.path, options, progress)
    } else {
        open_within(&file.path, options, progress)
    };
    opened.map_err(|error| match error.problem {
        Problem::Stopped => FileOutcome::NotReached,
        problem => FileOutcome::Failed(problem.to_string()),
    })
}
