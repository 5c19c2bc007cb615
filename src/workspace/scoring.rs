//! Scores of any number of files as one stream: on all cores, in order, in little memory.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::article::Article;
use crate::export::scores::{Layout, Rows, Scored, Writer};
use crate::load::{self, FileOutcome, FileReport, ListedFile, OpenedFile, ReadOptions, find};
use crate::score::analyse;
use crate::score::provenance::Provenance;
use crate::score::second::{SecondReader, fingerprint};
use crate::work::{Progress, Threads, ordered};

/// From this size a file that may hold many articles is shared out among the cores article by article;
/// smaller ones are shared out whole. In bytes.
const LARGE: u64 = 256 * 1024;

/// Scores every article of the files and folders `paths` and writes it to `out` in their order. What
/// became of each file is told to `tell`, in the same order. Files of many articles are scored an article
/// at a time; never more is held than one such file, or a few small ones for each thread.
///
/// # Errors
/// Where `out` or `tell` fails, or the work is stopped.
pub fn score_files(
    paths: &[PathBuf],
    options: &ReadOptions,
    layout: &Layout,
    threads: Threads,
    progress: &Progress,
    out: &mut dyn Write,
    mut tell: impl FnMut(&FileReport) -> io::Result<()>,
) -> io::Result<()> {
    let provenance = Provenance {
        settings: Some(layout.settings.clone()),
        second: layout.second.then(fingerprint).flatten(),
        ..Provenance::default()
    };
    let mut writer = Writer::new(layout.format, provenance, out);
    for path in paths {
        let found = find(std::slice::from_ref(path), progress);
        for files in found.chunk_by(|one, other| !is_large(one) && !is_large(other)) {
            match files {
                [file] if is_large(file) => {
                    let (report, opened) = read(file, options);
                    tell(&report)?;
                    let articles = opened.map_or_else(Vec::new, |opened| opened.articles);
                    let articles = articles.into_iter().enumerate();
                    let score =
                        |(at, article): (usize, Article)| rows(layout, &file.path, at, &article);
                    ordered(articles, threads, progress, score, |rows| {
                        writer.article(&rows?)
                    })?;
                }
                files => {
                    let score = |file: &ListedFile| {
                        let (report, opened) = read(file, options);
                        let articles = opened.into_iter().flat_map(|opened| opened.articles);
                        let rows: Vec<io::Result<Rows>> = (articles.enumerate())
                            .map(|(at, article)| {
                                progress.go_on()?;
                                rows(layout, &file.path, at, &article)
                            })
                            .collect();
                        (report, rows)
                    };
                    ordered(files.iter(), threads, progress, score, |(report, all)| {
                        tell(&report)?;
                        all.into_iter().try_for_each(|rows| writer.article(&rows?))
                    })?;
                }
            }
        }
    }
    writer.finish()
}

/// Whether a file is worth sharing out article by article.
fn is_large(file: &ListedFile) -> bool {
    let ending = file.path.extension().and_then(|ending| ending.to_str());
    let format = ending.and_then(load::format_by_ending);
    let many = format.is_some_and(load::Format::holds_many);
    let is_large = || std::fs::metadata(&file.path).is_ok_and(|about| about.len() >= LARGE);
    file.path.as_os_str() == "-" || many && is_large()
}

/// Reads a file that was found, and what is to be said of it.
fn read(file: &ListedFile, options: &ReadOptions) -> (FileReport, Option<OpenedFile>) {
    let report = |outcome| FileReport {
        path: file.path.clone(),
        outcome,
    };
    if let Some(why) = &file.left_out {
        return (report(FileOutcome::LeftOut(why.clone())), None);
    }
    if let Some(why) = &file.failed {
        return (report(FileOutcome::Failed(why.clone())), None);
    }
    match load::open_file(&file.path, options) {
        Ok(opened) => (FileReport::of(&file.path, &opened), Some(opened)),
        Err(error) => (report(FileOutcome::Failed(error.problem.to_string())), None),
    }
}

fn rows(layout: &Layout, path: &Path, position: usize, article: &Article) -> io::Result<Rows> {
    let mut analysis = analyse(article, &layout.settings);
    if layout.second
        && let Ok(reader) = SecondReader::shipped()
    {
        // Articles are shared out among the cores already.
        let said = reader.ask(article, &analysis, Threads::ONE, &Progress::default());
        analysis = analysis.with_second(said.ok().map(Arc::new));
    }
    layout.rows(&Scored {
        path,
        position,
        article,
        analysis: &analysis,
    })
}
