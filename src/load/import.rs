//! Many files at once: files, lists and folders, recursively and in parallel, with progress and a way to
//! stop. Nothing is left out silently: every file met has its line in the report.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::error::{LoadError, Problem};
use super::folder::{ListedFile, find};
use super::input::ReadOptions;
use super::open::open_watched;
use super::opened::{FileOutcome, FileReport, OpenedFile, outcome};
use super::watch::{Watch, Within};
use crate::article::{Article, Source};

/// How far an import is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// Files done.
    pub done: usize,
    /// Files found.
    pub found: usize,
    /// Articles read so far, those of files being read included.
    pub articles: usize,
    /// The file that was just done, or is being read.
    pub file: &'a Path,
    /// How far `file` is, if it holds many articles and is being read.
    pub within: Option<Within>,
}

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
}

/// Reads files and folders. `progress` is called from several threads, once a file and every hundred
/// articles or so of a corpus; setting `stop` ends the import after the articles being read. Of a corpus
/// that is stopped nothing is kept.
pub fn open_all(
    paths: &[PathBuf],
    options: &ReadOptions,
    progress: &(dyn Fn(Progress) + Sync),
    stop: &AtomicBool,
) -> Import {
    let found = find(paths, stop);
    let work = Work {
        found: &found,
        options,
        progress,
        stop,
        next: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        articles: AtomicUsize::new(0),
        results: Mutex::new(BTreeMap::new()),
    };
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads.min(found.len()) {
            scope.spawn(|| work.run());
        }
    });
    let results = work
        .results
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    collect(&found, results, stop.load(Ordering::Relaxed))
}

type Results = BTreeMap<usize, Result<OpenedFile, String>>;

/// What the threads of an import share.
struct Work<'a> {
    found: &'a [ListedFile],
    options: &'a ReadOptions,
    progress: &'a (dyn Fn(Progress) + Sync),
    stop: &'a AtomicBool,
    next: AtomicUsize,
    done: AtomicUsize,
    articles: AtomicUsize,
    results: Mutex<Results>,
}

impl Work<'_> {
    fn run(&self) {
        while !self.stop.load(Ordering::Relaxed) {
            let at = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = self.found.get(at) else {
                return;
            };
            if file.left_out.is_none() {
                self.read(at, file);
            }
            self.done.fetch_add(1, Ordering::Relaxed);
            self.tell(file, None);
        }
    }

    fn tell(&self, file: &ListedFile, within: Option<Within>) {
        (self.progress)(Progress {
            done: self.done.load(Ordering::Relaxed),
            found: self.found.len(),
            articles: self.articles.load(Ordering::Relaxed),
            file: &file.path,
            within,
        });
    }

    fn read(&self, at: usize, file: &ListedFile) {
        let result = match &file.failed {
            Some(problem) => Err(problem.clone()),
            None => match self.open(file) {
                Err(LoadError {
                    problem: Problem::Stopped,
                    ..
                }) => return,
                result => result.map_err(|error| error.problem.to_string()),
            },
        };
        self.results
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .insert(at, result);
    }

    /// Opens a file and counts its articles while it is read.
    fn open(&self, file: &ListedFile) -> Result<OpenedFile, LoadError> {
        let counted = AtomicUsize::new(0);
        let told = |within: Within| {
            let before = counted.fetch_max(within.done, Ordering::Relaxed);
            let more = within.done.saturating_sub(before);
            self.articles.fetch_add(more, Ordering::Relaxed);
            self.tell(file, Some(within));
        };
        let result = open_watched(&file.path, self.options, Watch::new(&told, self.stop));
        let articles = result.as_ref().map_or(0, |opened| opened.articles.len());
        self.articles.fetch_add(articles, Ordering::Relaxed);
        self.articles
            .fetch_sub(counted.into_inner(), Ordering::Relaxed);
        result
    }
}

/// Articles into sources, outcomes into the report.
fn collect(found: &[ListedFile], mut results: Results, stopped: bool) -> Import {
    let mut import = Import {
        stopped,
        ..Import::default()
    };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (at, file) in found.iter().enumerate() {
        let outcome = match (&file.left_out, results.remove(&at)) {
            (Some(why), _) => FileOutcome::LeftOut(why.clone()),
            (None, Some(Ok(opened))) => {
                let outcome = outcome(&opened);
                for article in opened.articles {
                    add(&mut import.sources, &mut places, file, article);
                }
                outcome
            }
            (None, Some(Err(why))) => FileOutcome::Failed(why),
            (None, None) => FileOutcome::NotReached,
        };
        import.report.push(FileReport {
            path: file.path.clone(),
            outcome,
        });
    }
    import
}

fn add(
    sources: &mut Vec<Source>,
    places: &mut BTreeMap<String, usize>,
    file: &ListedFile,
    article: Article,
) {
    let name = article
        .outlet
        .clone()
        .filter(|name| !name.trim().is_empty())
        .unwrap_or_else(|| file.source.clone());
    let at = *places.entry(name.clone()).or_insert_with(|| {
        sources.push(Source {
            name,
            articles: Vec::new(),
        });
        sources.len() - 1
    });
    if let Some(source) = sources.get_mut(at) {
        source.articles.push(article);
    }
}
