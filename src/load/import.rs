//! Many files at once: files, lists and folders, recursively and in parallel, with progress and a way to
//! stop. Nothing is left out silently: every file met has its line in the report.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::corpus::Mapping;
use super::detect::Format;
use super::folder::{Found, find};
use super::watch::{Watch, Within};
use super::{LoadError, Opened, Options, Problem, open_watched};
use crate::article::{Article, Source};

/// How far an import is.
#[derive(Debug, Clone, Copy)]
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

/// What became of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileReport {
    /// The file.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It was read.
    Read {
        /// As what.
        format: Format,
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
            Outcome::Failed(why) => Some((file.path.as_path(), why.as_str())),
            _ => None,
        })
    }
}

impl FileReport {
    /// The report on a file that was read.
    pub fn of(path: &Path, opened: &Opened) -> Self {
        Self {
            path: path.to_owned(),
            outcome: outcome(opened),
        }
    }
}

impl std::fmt::Display for FileReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", self.path.display())?;
        match &self.outcome {
            Outcome::Read {
                format,
                encoding,
                articles,
                mapping,
                notes,
            } => {
                let plural = if *articles == 1 {
                    "article"
                } else {
                    "articles"
                };
                write!(
                    f,
                    "read as {} ({encoding}), {articles} {plural}",
                    format.name()
                )?;
                for (at, (role, field)) in mapping.iter().enumerate() {
                    let before = if at == 0 { "; " } else { ", " };
                    write!(f, "{before}{} = {field}", role.name())?;
                }
                notes.iter().try_for_each(|note| write!(f, "\n    {note}"))
            }
            Outcome::LeftOut(why) => write!(f, "left out: {why}"),
            Outcome::Failed(why) => f.write_str(why),
            Outcome::NotReached => {
                f.write_str("not read: the import was stopped before it was done")
            }
        }
    }
}

/// Reads files and folders. `progress` is called from several threads, once a file and every hundred
/// articles or so of a corpus; setting `stop` ends the import after the articles being read. Of a corpus
/// that is stopped nothing is kept.
pub fn open_all(
    paths: &[PathBuf],
    options: &Options,
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

type Results = BTreeMap<usize, Result<Opened, String>>;

/// What the threads of an import share.
struct Work<'a> {
    found: &'a [Found],
    options: &'a Options,
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

    fn tell(&self, file: &Found, within: Option<Within>) {
        (self.progress)(Progress {
            done: self.done.load(Ordering::Relaxed),
            found: self.found.len(),
            articles: self.articles.load(Ordering::Relaxed),
            file: &file.path,
            within,
        });
    }

    fn read(&self, at: usize, file: &Found) {
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
    fn open(&self, file: &Found) -> Result<Opened, LoadError> {
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
fn collect(found: &[Found], mut results: Results, stopped: bool) -> Import {
    let mut import = Import {
        stopped,
        ..Import::default()
    };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (at, file) in found.iter().enumerate() {
        let outcome = match (&file.left_out, results.remove(&at)) {
            (Some(why), _) => Outcome::LeftOut(why.clone()),
            (None, Some(Ok(opened))) => {
                let outcome = outcome(&opened);
                for article in opened.articles {
                    add(&mut import.sources, &mut places, file, article);
                }
                outcome
            }
            (None, Some(Err(why))) => Outcome::Failed(why),
            (None, None) => Outcome::NotReached,
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
    file: &Found,
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

fn outcome(opened: &Opened) -> Outcome {
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
    Outcome::Read {
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
