//! Scores of any number of files as one stream: on all cores, in order, in little memory.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::article::Article;
use crate::export::scores::{Layout, Rows, Scored, Writer};
use crate::load::{
    self, ArticlePiece, FileOutcome, FileReport, ListedFile, OpenedFile, Problem, ReadOptions,
    Reading, find,
};
use crate::score::provenance::{ListUsed, Provenance};
use crate::score::second::{SecondReader, fingerprint};
use crate::score::{Analysis, analyse};
use crate::session::{Filter, Sieve};
use crate::work::{Progress, Stopped, Threads, ordered};

/// From this size a file that may hold many articles is shared out among the cores article by article;
/// smaller ones are shared out whole. In bytes.
const LARGE: u64 = 256 * 1024;

/// How files are scored as a stream.
#[derive(Debug, Clone, Copy)]
pub struct ToScore<'a> {
    /// How the files are read.
    pub options: &'a ReadOptions,
    /// What is written of each article, and how it is scored.
    pub layout: &'a Layout,
    /// Which articles count: the others are not scored, and no row tells of them.
    pub filter: &'a Filter,
    /// How many threads work.
    pub threads: Threads,
}

/// How many articles counted, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counting {
    /// Those that the filter kept.
    pub counting: usize,
    /// All that were read.
    pub all: usize,
}

impl Counting {
    fn note(&mut self, counts: bool) {
        self.all += 1;
        self.counting += usize::from(counts);
    }
}

/// Scores every article of the files and folders `paths` and writes it to `out` in their order. What
/// became of each file is told to `tell`, in the same order. Files of many articles are scored an article
/// at a time; never more is held than a few articles for each thread, or, where a format cannot be read so, one
/// such file.
///
/// # Errors
/// Where `out` or `tell` fails, or the work is stopped.
pub fn score_files(
    paths: &[PathBuf],
    asked: &ToScore<'_>,
    progress: &Progress,
    out: &mut dyn Write,
    mut tell: impl FnMut(&FileReport) -> io::Result<()>,
) -> io::Result<Counting> {
    let ToScore {
        options,
        layout,
        filter,
        threads,
    } = *asked;
    let provenance = Provenance {
        settings: Some(layout.settings.clone()),
        second: layout.second.then(fingerprint).flatten(),
        lists: ListUsed::of(&layout.lists),
        filter: (!filter.is_empty()).then(|| filter.in_words()),
        ..Provenance::default()
    };
    let sieve = filter.sieve();
    let mut writer = Writer::new(layout.format, provenance, out);
    let mut counting = Counting::default();
    for path in paths {
        let found = find(std::slice::from_ref(path), progress);
        for files in found.chunk_by(|one, other| !is_large(one) && !is_large(other)) {
            match files {
                [file] if is_large(file) => {
                    let mut each = |at, article: &Article, analysis: Option<&Analysis>| {
                        counting.note(analysis.is_some());
                        let rows = |analysis| rows(layout, &file.path, at, article, analysis);
                        analysis.map_or(Ok(()), |analysis| writer.article(&rows(analysis)?))
                    };
                    let report = score_large(file, asked, &sieve, progress, &mut each)?;
                    tell(&report)?;
                }
                files => {
                    let score = |file: &ListedFile| {
                        let (report, opened) = read(file, options);
                        let articles = opened.into_iter().flat_map(|opened| opened.articles);
                        let rows: Vec<io::Result<Option<Rows>>> = (articles.enumerate())
                            .map(|(at, article)| {
                                progress.go_on()?;
                                if !sieve.keeps(&source_of(file), &article) {
                                    return Ok(None);
                                }
                                let analysis = scored(layout, &article);
                                rows(layout, &file.path, at, &article, &analysis).map(Some)
                            })
                            .collect();
                        (report, rows)
                    };
                    ordered(files.iter(), threads, progress, score, |(report, all)| {
                        tell(&report)?;
                        all.into_iter().try_for_each(|rows| {
                            let rows = rows?;
                            counting.note(rows.is_some());
                            rows.map_or(Ok(()), |rows| writer.article(&rows))
                        })
                    })?;
                }
            }
        }
    }
    writer.finish()?;
    Ok(counting)
}

/// What stands for the outlet where an article names none: the name of its file.
fn source_of(file: &ListedFile) -> std::borrow::Cow<'_, str> {
    (file.path.file_stem()).map_or_else(|| "".into(), std::ffi::OsStr::to_string_lossy)
}

/// Whether a file is worth sharing out article by article.
fn is_large(file: &ListedFile) -> bool {
    let ending = file.path.extension().and_then(|ending| ending.to_str());
    let format = ending.and_then(load::format_by_ending);
    let many = format.is_some_and(load::Format::holds_many);
    let is_large = || {
        let length = std::fs::metadata(&file.path).map_or(0, |about| about.len());
        // What is packed may be of any size.
        length >= LARGE || format.is_some_and(load::Format::is_packed)
    };
    file.path.as_os_str() == "-" || many && is_large()
}

/// Reads a file that was found, and what is to be said of it.
fn read(file: &ListedFile, options: &ReadOptions) -> (FileReport, Option<OpenedFile>) {
    if let Some(report) = not_to_be_read(file) {
        return (report, None);
    }
    match load::open_file(&file.path, options) {
        Ok(opened) => (FileReport::of(&file.path, &opened), Some(opened)),
        Err(error) => (failed(file, &error.problem), None),
    }
}

/// What is to be said of a file that is not read.
fn not_to_be_read(file: &ListedFile) -> Option<FileReport> {
    let left_out = file.left_out.clone().map(FileOutcome::LeftOut);
    let outcome = left_out.or_else(|| file.failed.clone().map(FileOutcome::Failed))?;
    Some(FileReport {
        path: file.path.clone(),
        outcome,
    })
}

fn failed(file: &ListedFile, problem: &Problem) -> FileReport {
    FileReport {
        path: file.path.clone(),
        outcome: FileOutcome::Failed(problem.to_string()),
    }
}

/// Scores the articles of one file on all cores and hands them to `each` with their positions, in their order. Of
/// a file that can be read as a stream no more is held than what the cores work on.
fn score_large(
    file: &ListedFile,
    asked: &ToScore<'_>,
    sieve: &Sieve<'_>,
    progress: &Progress,
    each: &mut impl FnMut(usize, &Article, Option<&Analysis>) -> io::Result<()>,
) -> io::Result<FileReport> {
    let (options, threads) = (asked.options, asked.threads);
    if let Some(report) = not_to_be_read(file) {
        return Ok(report);
    }
    let source = source_of(file);
    let with_scores = |article: Article| {
        let counts = sieve.keeps(&source, &article);
        let analysis = counts.then(|| scored(asked.layout, &article));
        (article, analysis)
    };
    match load::open_stream(&file.path, options, progress) {
        Err(error) if matches!(error.problem, Problem::Stopped) => Err(io::Error::from(Stopped)),
        Err(error) => Ok(failed(file, &error.problem)),
        Ok(Reading::Whole(opened)) => {
            let report = FileReport::of(&file.path, &opened);
            let mut at = 0;
            let articles = opened.articles.into_iter();
            ordered(
                articles,
                threads,
                progress,
                with_scores,
                |(article, analysis)| {
                    at += 1;
                    each(at - 1, &article, analysis.as_ref())
                },
            )?;
            Ok(report)
        }
        Ok(Reading::Stream(stream)) => {
            let (pieces, maker, mut account) = stream.parts();
            let score = |piece: Result<ArticlePiece, Problem>| {
                let article = piece.and_then(|piece| maker.article(&piece))?;
                Ok(article.map(with_scores))
            };
            let take = |scored: Result<Option<(Article, Option<Analysis>)>, Problem>| match scored {
                Ok(Some((mut article, analysis))) => {
                    account.note(&mut article);
                    each(account.articles() - 1, &article, analysis.as_ref())
                }
                Ok(None) => Ok(()),
                Err(problem) => {
                    account.fail(problem);
                    Ok(())
                }
            };
            ordered(pieces, threads, progress, score, take)?;
            Ok(account.report())
        }
    }
}

fn scored(layout: &Layout, article: &Article) -> Analysis {
    let analysis = analyse(article, &layout.settings);
    if layout.second
        && let Ok(reader) = SecondReader::shipped()
    {
        // Articles are shared out among the cores already.
        let said = reader.ask(article, &analysis, Threads::ONE, &Progress::default());
        return analysis.with_second(said.ok().map(Arc::new));
    }
    analysis
}

fn rows(
    layout: &Layout,
    path: &Path,
    position: usize,
    article: &Article,
    analysis: &Analysis,
) -> io::Result<Rows> {
    layout.rows(&Scored {
        path,
        position,
        article,
        analysis,
    })
}
