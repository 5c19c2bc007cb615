//! `parallax compare A B C`: any number of sources beside each other, and over time.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::table::write_table;
use crate::article::Source;
use crate::cli::only;
use crate::cli::outcome::Outcome;
use crate::compare::STANDING_LINE;
use crate::compare::matrix::{Matrix, MatrixDocument};
use crate::compare::series::{OverTime, Period, SeriesJson};
use crate::compare::stories::{stories, tellings};
use crate::load::{FileOutcome, FileReport, ReadOptions};
use crate::score::Settings;
use crate::score::lists::OwnLists;
use crate::score::measure::Measure;
use crate::session::Filter;
use crate::text::{counted, shorten};
use crate::work::{Progress, Threads, map};
use crate::workspace::{self, Part, Placing, score_sources, with_views};

/// Sources beside each other in one table; further ones stand in tables below.
const ACROSS: usize = 5;

/// Characters of a name at the head of a column.
const NAME_IN_TABLE: usize = 16;

/// Sentences of one measure; `--format json` has all pairs.
const SENTENCES: usize = 12;

/// What is laid beside each other, and how.
pub(super) struct Many {
    /// The files and folders.
    pub(super) paths: Vec<PathBuf>,
    /// What a path holds: one source, or as many as it names.
    pub(super) placing: Placing,
    pub(super) reading: ReadOptions,
    pub(super) settings: Settings,
    /// Whether the second reader is asked.
    pub(super) second: bool,
    pub(super) measures: Vec<&'static Measure>,
    pub(super) seed: u64,
    /// The user's own lists, whose categories are rows too.
    pub(super) lists: OwnLists,
    /// Which articles count.
    pub(super) filter: Filter,
    /// The stretches of time, where a course over time is asked for.
    pub(super) by: Option<Period>,
    /// JSON instead of text.
    pub(super) json: bool,
    /// Whether every two sources are compared within the stories both tell.
    pub(super) same_stories: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    matrix: MatrixDocument<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<Vec<SeriesJson<'a>>>,
}

impl Many {
    pub(super) fn run(self, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Outcome> {
        let (sources, outcome) = self.read(err)?;
        let Some(mut sources) = sources else {
            return Ok(Outcome::SomeFailed);
        };
        self.keep(&mut sources, err)?;
        let progress = Progress::default();
        let threads = Threads::default();
        let parts = score_sources(sources, &self.settings, self.second, threads, &progress)?;
        let (matrix, over_time) = self.found(&parts)?;
        if !self.json {
            write(out, &matrix, over_time.as_ref())?;
            return Ok(outcome);
        }
        let notes = over_time.as_ref().map_or_else(Vec::new, OverTime::notes);
        for note in matrix.notes().into_iter().chain(notes) {
            writeln!(err, "parallax: {note}")?;
        }
        let document = Document {
            matrix: matrix.document(),
            series: over_time.as_ref().map(OverTime::document),
        };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        writeln!(out)?;
        Ok(outcome)
    }

    /// Leaves out what the filter leaves out, and says how much that is.
    fn keep(&self, sources: &mut [Source], err: &mut dyn Write) -> io::Result<()> {
        if self.filter.is_empty() {
            return Ok(());
        }
        let articles = sources.iter().flat_map(|source| &source.articles);
        only::say_unknown(&self.filter, articles, err)?;
        let (mut counting, mut all) = (0, 0);
        for source in sources {
            let mut kept = self.filter.kept(&source.name, &source.articles).into_iter();
            all += source.articles.len();
            source.articles.retain(|_| kept.next().unwrap_or(true));
            counting += source.articles.len();
        }
        only::say(&self.filter, counting, all, err)
    }

    fn found(&self, parts: &[Part]) -> anyhow::Result<(Matrix, Option<OverTime>)> {
        let (threads, progress) = (Threads::default(), Progress::default());
        with_views(parts, |views| {
            let matrix = Matrix::new(views, &self.measures, self.seed, threads, &progress)?;
            let matrix = matrix.with_lists(views, &self.lists, threads, &progress)?;
            let matrix = if self.same_stories {
                let tellings = tellings(views);
                let found = stories(&tellings, &[], threads, &progress)?;
                matrix.within_stories(views, &found, &tellings)
            } else {
                matrix
            };
            let by = self.by.map(|by| {
                let over_time = OverTime::new(views, &self.measures, by);
                let mut over_time = over_time.with_lists(views, &self.lists);
                over_time.name(matrix.sources.iter().map(|column| column.name.clone()));
                over_time
            });
            Ok((matrix, by))
        })
    }

    /// Reads the sources. What is not read is named on `err`; nothing where a path holds no article, or where
    /// there are too few sources.
    fn read(&self, err: &mut dyn Write) -> anyhow::Result<(Option<Vec<Source>>, Outcome)> {
        let read = map(
            &self.paths,
            Threads::default(),
            &Progress::default(),
            |path| {
                let (paths, progress) = (std::slice::from_ref(path), Progress::default());
                (
                    path,
                    workspace::read(paths, self.placing, &self.reading, &progress),
                )
            },
        )?;
        let mut outcome = Outcome::Done;
        let mut sources: Vec<Source> = Vec::new();
        for (path, import) in read {
            let left_out = |file: &&FileReport| matches!(file.outcome, FileOutcome::LeftOut(_));
            for file in import.report.iter().filter(|file| !left_out(file)) {
                outcome = outcome.and(Outcome::of(file, err)?);
            }
            if import.articles() == 0 {
                writeln!(err, "parallax: {}: no article to compare", path.display())?;
                return Ok((None, outcome));
            }
            for source in import.sources {
                // One outlet in several files is one source, where sources go by their outlets.
                let known = (sources.iter_mut())
                    .filter(|_| self.placing == Placing::Apart)
                    .find(|known| known.name == source.name);
                match known {
                    Some(known) => known.articles.extend(source.articles),
                    None => sources.push(source),
                }
            }
        }
        if sources.len() < 2 && self.by.is_none() {
            let path = self.paths.first().map(|path| path.display());
            if let Some(path) = path {
                writeln!(
                    err,
                    "parallax: {path}: it holds one source; name a second to compare it with"
                )?;
            }
            return Ok((None, outcome));
        }
        Ok((Some(sources), outcome))
    }
}

fn write(out: &mut dyn Write, matrix: &Matrix, over_time: Option<&OverTime>) -> io::Result<()> {
    for note in matrix.notes() {
        writeln!(out, "{note}")?;
    }
    writeln!(out)?;
    for (column, source) in matrix.sources.iter().enumerate() {
        let articles = counted(source.articles, "article");
        writeln!(out, "{:>3}  {} ({articles})", column + 1, source.name)?;
    }
    write_clear(out, matrix)?;
    let columns: Vec<usize> = (0..matrix.sources.len()).collect();
    for chunk in columns.chunks(ACROSS) {
        write_values(out, matrix, chunk)?;
    }
    if let Some(over_time) = over_time {
        write_series(out, over_time)?;
    }
    writeln!(
        out,
        "\n{STANDING_LINE}\nParallax {}, seed {}.",
        crate::VERSION,
        matrix.seed
    )
}

/// What differs clearly, in sentences.
fn write_clear(out: &mut dyn Write, matrix: &Matrix) -> io::Result<()> {
    if matrix.clear() == 0 {
        return Ok(());
    }
    writeln!(out, "\nClear differences")?;
    for row in &matrix.rows {
        let sentences = matrix.clear_sentences(row);
        for sentence in sentences.iter().take(SENTENCES) {
            writeln!(out, "  {sentence}")?;
        }
        match sentences.len().saturating_sub(SENTENCES) {
            0 => {}
            more => writeln!(out, "  … and {more} more (--format json has all pairs)")?,
        }
    }
    Ok(())
}

/// The measures down and some of the sources across: value, interval and n.
fn write_values(out: &mut dyn Write, matrix: &Matrix, columns: &[usize]) -> io::Result<()> {
    let names = columns.iter().map(|column| (*column, matrix.name(*column)));
    let mut rows = vec![head("Measure", names)];
    for row in &matrix.rows {
        let cells = columns.iter().filter_map(|column| row.cells.get(*column));
        let cells = cells.flat_map(|cell| {
            let (value, ends) = (cell.shown(row.measure), cell.ends(row.measure));
            [value, ends, cell.n.to_string()]
        });
        let label = std::iter::once(row.label().to_owned());
        rows.push(label.chain(cells).collect());
    }
    writeln!(out)?;
    write_table(out, &rows)
}

/// A table a measure: the time down and the sources across.
fn write_series(out: &mut dyn Write, over_time: &OverTime) -> io::Result<()> {
    writeln!(out, "\nOver time, by {}", over_time.period.id())?;
    for note in over_time.notes() {
        writeln!(out, "  {note}")?;
    }
    for all in over_time
        .series
        .chunk_by(|one, next| one.label() == next.label())
    {
        let Some(first) = all.first() else {
            continue;
        };
        let starts = over_time.starts(first);
        if starts.is_empty() {
            continue;
        }
        for some in all.chunks(ACROSS) {
            let names = some.iter().map(|series| {
                let name = over_time.sources.get(series.source);
                (
                    series.source,
                    name.map_or("", |source| source.name.as_str()),
                )
            });
            let mut rows = vec![head(first.label(), names)];
            for (at, &start) in starts.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|at| starts.get(at));
                if before.is_some_and(|before| over_time.period.next(*before) < start) {
                    rows.push(vec!["…".to_owned()]);
                }
                let cells = some.iter().flat_map(|series| series.cells(start));
                let label = std::iter::once(over_time.period.label(start));
                rows.push(label.chain(cells).collect());
            }
            writeln!(out)?;
            write_table(out, &rows)?;
        }
    }
    Ok(())
}

/// The head of a table with three columns a source.
fn head<'a>(first: &str, sources: impl Iterator<Item = (usize, &'a str)>) -> Vec<String> {
    let cells = sources.flat_map(|(column, name)| {
        let name = format!("{} {}", column + 1, shorten(name, NAME_IN_TABLE));
        [name, "95 % interval".to_owned(), "n".to_owned()]
    });
    std::iter::once(first.to_owned()).chain(cells).collect()
}
