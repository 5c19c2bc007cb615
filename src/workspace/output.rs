//! What can be saved to a file: which formats it has and what it is called. One entry a thing;
//! dialogs, the command line and what is said of a name follow from it.

use std::path::{Path, PathBuf};

use crate::export::format::{Entry, Format, UnknownEnding};
use crate::export::report;
use crate::export::scores::{self, Detail};
use crate::export::study::StudyFormat;
use crate::export::{Refusal, SaveError, TableFormat};
use crate::session::document::{self, Articles, DocumentError};
use crate::study::CodingError;
use crate::work::Stopped;

use super::recipe::{self, RecipeError};
use super::study::StudyReportError;
#[cfg(feature = "gui")]
use crate::chart;
#[cfg(feature = "gui")]
use crate::plot::{ChartFormat, SaveChartError};

/// How much of the sources' names stands in a file name, in characters.
const NAME: usize = 80;

/// The one format of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ComparisonFormat {
    /// One JSON object.
    Json,
}

impl Format for ComparisonFormat {
    fn entry(&self) -> Entry {
        Entry::new("JSON", &["json"])
    }
}

/// A page of a study, to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudyPage {
    /// The worksheet that people code on.
    Worksheet,
    /// What was found.
    Result,
}

/// Something to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The chart chosen.
    #[cfg(feature = "gui")]
    Chart,
    /// Every chart that has something to show, into a folder.
    #[cfg(feature = "gui")]
    AllCharts,
    /// The comparison as a report.
    Report,
    /// The scores, a row an article, a paragraph or a sentence.
    Scores(Detail),
    /// Who is quoted by both sources, with the user's columns.
    Quoted,
    /// All that is open beside each other.
    Matrix,
    /// The study: as a coding file, codes, agreement, methods paragraph or worksheet.
    Study,
    /// What the study found, to be printed or put into a paper.
    StudyReport,
    /// A chart of the study: which, and of which variable.
    #[cfg(feature = "gui")]
    StudyChart(chart::Kind, usize),
    /// Everything that is open, to be opened again.
    Document(Articles),
    /// The comparison as one JSON object.
    Comparison,
    /// What was opened, how it was scored and what can be made of it, to be made again.
    Steps,
}

/// Why something was not saved. What was there before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The articles are not all scored.
    #[error("The articles are still being scored. Try again in a moment.")]
    NotScored,
    /// Only the articles being read have what it is made of.
    #[error(
        "So many articles are open that whom they quote is found while the page People is looked at. Open it and wait until it is done, filter to at most 3,000 articles, or use “parallax quoted”."
    )]
    OfFew,
    /// A comparison is needed and is not there.
    #[error("The comparison is not done yet. Try again in a moment.")]
    NotCompared,
    /// A second source is needed.
    #[error("A report needs two sources.")]
    OneSource,
    /// The name's ending is none of those the thing has.
    #[error(transparent)]
    Ending(#[from] UnknownEnding),
    /// It could not be made.
    #[error("could not be made: {0}")]
    Made(#[from] std::io::Error),
    /// The report could not be put together.
    #[error(transparent)]
    Report(#[from] report::DocxError),
    /// A chart could not be made or written.
    #[cfg(feature = "gui")]
    #[error(transparent)]
    Chart(#[from] SaveChartError),
    /// The document could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The steps could not be written down.
    #[error(transparent)]
    Steps(#[from] RecipeError),
    /// There is no study.
    #[error("There is no study yet: draw a sample first.")]
    NoStudy,
    /// The result of the study could not be made.
    #[error(transparent)]
    StudyReport(#[from] StudyReportError),
    /// The study could not be written.
    #[error(transparent)]
    Study(#[from] CodingError),
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// It was stopped.
    #[error("Saving was stopped.")]
    Stopped(#[from] Stopped),
}

impl OutputError {
    /// Why the place that was chosen may not be written to, if that is what it is.
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Save(error) => error.refusal.as_ref(),
            #[cfg(feature = "gui")]
            Self::Chart(SaveChartError::Save(error)) => error.refusal.as_ref(),
            _ => None,
        }
    }
}

/// What there is to know of a thing to be saved.
struct Thing {
    /// What a dialog says it is for.
    title: &'static str,
    /// What it is called in a file name, after the sources' names.
    name: &'static str,
    formats: fn() -> Vec<Entry>,
    check: fn(&Path) -> Result<(), UnknownEnding>,
}

impl Thing {
    fn of<F: Format>(title: &'static str, name: &'static str) -> Self {
        Self {
            title,
            name,
            formats: F::entries,
            check: |path| F::of(path).map(|_| ()),
        }
    }
}

impl Output {
    /// Its entry.
    fn thing(self) -> Thing {
        match self {
            #[cfg(feature = "gui")]
            Self::Chart => Thing::of::<ChartFormat>("Save chart", "chart"),
            #[cfg(feature = "gui")]
            Self::AllCharts => Thing {
                formats: Vec::new,
                check: |_| Ok(()),
                ..Thing::of::<ChartFormat>("Choose a folder for all charts", "")
            },
            Self::Report => Thing::of::<report::Format>("Save report", "report"),
            Self::Scores(detail) => Thing::of::<scores::Format>(
                "Save scores",
                match detail {
                    Detail::Article => "articles",
                    Detail::Paragraph => "paragraphs",
                    Detail::Sentence => "sentences",
                },
            ),
            Self::Quoted => Thing::of::<TableFormat>("Save who is quoted", "quoted"),
            Self::Matrix => Thing::of::<TableFormat>("Save all sources", "matrix"),
            Self::Study => Thing::of::<StudyFormat>("Save the study", "study"),
            Self::StudyReport => Thing::of::<report::Format>("Save the result", "result"),
            #[cfg(feature = "gui")]
            Self::StudyChart(kind, _) => Thing::of::<ChartFormat>("Save chart", kind.id()),
            Self::Document(_) => Thing::of::<document::Format>("Save document", ""),
            Self::Comparison => Thing::of::<ComparisonFormat>("Save comparison", "comparison"),
            Self::Steps => Thing::of::<recipe::Format>("Save the steps", "steps"),
        }
    }

    /// What a dialog says it is for.
    pub fn title(self) -> &'static str {
        self.thing().title
    }

    /// What it is called in a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            #[cfg(feature = "gui")]
            Self::Chart => "the chart",
            #[cfg(feature = "gui")]
            Self::AllCharts => "all charts",
            Self::Report => "the report",
            Self::Scores(_) => "the scores",
            Self::Quoted => "who is quoted",
            Self::Matrix => "all sources",
            Self::Study => "the study",
            Self::StudyReport => "the result",
            #[cfg(feature = "gui")]
            Self::StudyChart(..) => "the chart",
            Self::Document(Articles::Embedded) => "the document",
            Self::Document(Articles::Referenced) => "the document without texts",
            Self::Comparison => "the comparison",
            Self::Steps => "the steps",
        }
    }

    /// The formats it has, the usual one first; none for a folder.
    pub fn formats(self) -> Vec<Entry> {
        (self.thing().formats)()
    }

    /// Whether the ending of a name asks for one of its formats.
    ///
    /// # Errors
    /// [`UnknownEnding`] where it does not.
    pub fn check(self, path: &Path) -> Result<(), UnknownEnding> {
        (self.thing().check)(path)
    }

    /// The name offered, with its usual ending; `sources` are the names of A and B, `chart` that of the
    /// chart, if it is one.
    pub fn name(self, sources: [Option<&str>; 2], chart: Option<&str>) -> String {
        let Some(usual) = self.formats().first().and_then(|one| one.endings.first()) else {
            return String::new();
        };
        let of: Vec<&str> = sources.into_iter().flatten().collect();
        let plain = |c: char| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                ' '
            }
        };
        let of: String = of.join(" and ").chars().map(plain).take(NAME).collect();
        let what = match self {
            Self::Document(_) if of.trim().is_empty() => "comparison",
            _ => chart.unwrap_or(self.thing().name),
        };
        let words: Vec<&str> = of.split_whitespace().chain([what]).collect();
        format!("{}.{usual}", words.join(" ").trim())
    }

    /// `path` with the usual ending if it has none.
    pub fn completed(self, path: &Path) -> PathBuf {
        let formats = self.formats();
        let usual = formats.first().and_then(|one| one.endings.first());
        match usual {
            Some(ending) if path.extension().is_none() => path.with_extension(ending),
            _ => path.to_owned(),
        }
    }
}
