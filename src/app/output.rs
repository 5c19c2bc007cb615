//! What can be saved to a file: what it is called, which formats it has, and how it is made.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::article::Side;
use crate::chart::{self, Chart, Input};
use crate::compare::Comparison;
use crate::export::report::{self, Report};
use crate::export::scores::{self, Detail, Format, Scored};
use crate::export::{now, save_atomic};
use crate::plot::{self, ChartFormat, SaveOptions};
use crate::session::Session;
use crate::session::document::{self, Articles};

use super::parts::{Parts, with_input};

/// Something to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Output {
    /// The chart on show.
    Chart,
    /// Every chart, into a folder.
    AllCharts,
    /// The comparison as a report, with the articles' own words or without.
    Report {
        /// Whether the articles' own words may be in it.
        with_text: bool,
    },
    /// The scores, a row an article, a paragraph or a sentence.
    Scores(Detail),
    /// Everything that is open, to be opened again.
    Document(Articles),
}

/// A filter of the file dialog: what it is called and the endings it stands for.
pub(super) type Filter = (&'static str, &'static [&'static str]);

impl Output {
    /// What the dialog says it is for.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Chart => "Save chart",
            Self::AllCharts => "Choose a folder for all charts",
            Self::Report { .. } => "Save report",
            Self::Scores(_) => "Save scores",
            Self::Document(_) => "Save document",
        }
    }

    /// The formats offered, the usual one first; none for a folder.
    pub(super) const fn filters(self) -> &'static [Filter] {
        match self {
            Self::Chart => &[
                ("SVG drawing", &["svg", "SVG"]),
                ("PNG image", &["png", "PNG"]),
                ("PDF", &["pdf", "PDF"]),
                ("Table (comma-separated)", &["csv", "CSV"]),
                ("Table (tab-separated)", &["tsv", "TSV"]),
            ],
            Self::AllCharts => &[],
            Self::Report { .. } => &[
                ("Web page", &["html", "HTML", "htm"]),
                ("Markdown", &["md", "MD", "markdown"]),
            ],
            Self::Scores(_) => &[
                ("Table (comma-separated)", &["csv", "CSV"]),
                ("JSON", &["json", "JSON"]),
                ("JSON Lines", &["jsonl", "JSONL"]),
            ],
            Self::Document(_) => &[("Parallax document", &["parallax"])],
        }
    }

    /// The ending of a name that has none.
    pub(super) fn extension(self) -> Option<&'static str> {
        let (_, endings) = self.filters().first()?;
        endings.first().copied()
    }

    /// The name offered, without its ending; `sources` are the names of A and B.
    pub(super) fn name(self, chart: chart::Kind, sources: [Option<&str>; 2]) -> String {
        let of = sources
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" and ");
        let plain = |c: char| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                ' '
            }
        };
        let of: String = of.chars().map(plain).take(80).collect();
        let of = of.split_whitespace().collect::<Vec<_>>().join(" ");
        let what = match self {
            Self::Chart => chart.id(),
            Self::AllCharts => return String::new(),
            Self::Report { .. } => "report",
            Self::Scores(Detail::Article) => "articles",
            Self::Scores(Detail::Paragraph) => "paragraphs",
            Self::Scores(Detail::Sentence) => "sentences",
            Self::Document(_) if of.is_empty() => "comparison",
            Self::Document(_) => return of,
        };
        format!("{of} {what}").trim().to_owned()
    }
}

/// Everything an output can be made from, held so that it can be made off the window's thread.
pub(super) struct Material {
    pub(super) session: Session,
    pub(super) parts: Parts,
    pub(super) comparison: Option<Arc<Comparison>>,
    /// The chart on show, zoomed as it is.
    pub(super) chart: Option<Chart>,
    pub(super) save: SaveOptions,
    pub(super) options: chart::Options,
}

impl Material {
    /// Makes `output` and saves it to `path`. `progress` hears what share is done and may end the work.
    /// What was written, or why not, in words.
    pub(super) fn save(
        &self,
        output: Output,
        path: &Path,
        stop: &AtomicBool,
        progress: &dyn Fn(usize, usize),
    ) -> Result<PathBuf, String> {
        match output {
            Output::Chart => {
                let chart = self.chart.as_ref().ok_or("There is no chart yet.")?;
                plot::save_chart(chart, path, self.save).map_err(|error| error.to_string())?;
            }
            Output::AllCharts => return self.all_charts(path, stop, progress),
            Output::Report { with_text } => self.report(with_text, path)?,
            Output::Scores(detail) => self.scores(detail, path)?,
            Output::Document(articles) => {
                let bytes = document::to_bytes(&self.session, articles, path)
                    .map_err(|error| error.to_string())?;
                save_atomic(path, &bytes).map_err(|error| error.to_string())?;
            }
        }
        Ok(path.to_owned())
    }

    fn with_input<T>(&self, work: impl FnOnce(&Input<'_>) -> T) -> T {
        with_input(&self.parts, self.comparison.as_deref(), self.options, work)
    }

    fn all_charts(
        &self,
        folder: &Path,
        stop: &AtomicBool,
        progress: &dyn Fn(usize, usize),
    ) -> Result<PathBuf, String> {
        let charts: Vec<Chart> = self.with_input(|input| {
            let all = chart::Kind::all().iter();
            all.map(|kind| chart::build(*kind, input))
                .filter(|chart| !chart.marks.is_empty())
                .collect()
        });
        let mut watch = |done: usize, of: usize| {
            progress(done, of);
            if stop.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        plot::save_all(&charts, folder, ChartFormat::Svg, self.save, &mut watch)
            .map_err(|error| error.to_string())?;
        Ok(folder.to_owned())
    }

    fn report(&self, with_text: bool, path: &Path) -> Result<(), String> {
        let comparison = self.comparison.as_deref();
        let comparison =
            comparison.ok_or("The comparison is not done yet. Try again in a moment.")?;
        let date = now();
        let text = self.with_input(|input| {
            let (Some(a), Some(b)) = (input.a, input.b) else {
                return None;
            };
            let figures = plot::report_charts(input, with_text);
            let report = Report {
                a,
                b,
                comparison,
                figures: &figures,
                with_text,
                date: Some(&date),
            };
            Some(match ending(path).as_str() {
                "md" | "markdown" => report::markdown(&report),
                _ => report::html(&report),
            })
        });
        let text = text.ok_or("A report needs two sources.")?;
        save_atomic(path, text.as_bytes()).map_err(|error| error.to_string())
    }

    fn scores(&self, detail: Detail, path: &Path) -> Result<(), String> {
        let format = match ending(path).as_str() {
            "json" => Format::Json,
            "jsonl" => Format::Jsonl,
            "csv" => Format::Csv,
            _ => {
                return Err(format!(
                    "cannot tell the format of “{}”: end the name in .csv, .json or .jsonl",
                    path.display()
                ));
            }
        };
        let mut all = Vec::new();
        for side in Side::BOTH {
            let part = self.parts.get(side.index()).and_then(Option::as_ref);
            for (position, (article, analysis)) in part
                .iter()
                .flat_map(|part| part.articles.iter().enumerate())
            {
                all.push(Scored {
                    path: Path::new(&article.origin.name),
                    position,
                    article,
                    analysis,
                });
            }
        }
        let bytes = scores::scores(&all, detail, format, Some(&now()));
        save_atomic(path, &bytes).map_err(|error| error.to_string())
    }
}

/// The ending of a file's name in lower case, without the dot.
fn ending(path: &Path) -> String {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.unwrap_or_default().to_ascii_lowercase()
}
