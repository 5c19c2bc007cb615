//! `parallax compare --report FILE`: the whole comparison as one file.

use std::path::{Path, PathBuf};

use crate::compare::{Comparison, SourceView};
use crate::export::report::{self, Figure, Report};
use crate::export::{now, save_atomic};

/// Arguments that ask for a report.
#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    /// Save a report of the comparison instead of printing it: one file with findings, tables, charts,
    /// the texts with their tone marked, methods and provenance. The name's ending says the format:
    /// .html or .md
    #[arg(long, value_name = "FILE", value_parser = file, conflicts_with = "format")]
    report: Option<PathBuf>,
    /// Keep the articles' own words out of the report: no headlines, passages or paragraphs, single terms
    /// only
    #[arg(long, requires = "report")]
    without_text: bool,
}

impl ReportArgs {
    /// Whether a report is asked for.
    pub(super) const fn is_wanted(&self) -> bool {
        self.report.is_some()
    }

    /// Makes and saves the report, if one is asked for.
    pub(super) fn save(
        &self,
        (a, b): (SourceView<'_>, SourceView<'_>),
        comparison: &Comparison,
    ) -> anyhow::Result<()> {
        let Some(path) = &self.report else {
            return Ok(());
        };
        let with_text = !self.without_text;
        let date = now();
        let report = Report {
            a,
            b,
            comparison,
            figures: &figures((a, b), comparison, with_text),
            with_text,
            date: Some(&date),
        };
        let document = match is_markdown(path) {
            Some(true) => report::markdown(&report),
            _ => report::html(&report),
        };
        Ok(save_atomic(path, document.as_bytes())?)
    }
}

#[cfg(feature = "gui")]
fn figures(
    (a, b): (SourceView<'_>, SourceView<'_>),
    comparison: &Comparison,
    with_text: bool,
) -> Vec<Figure> {
    let input = crate::chart::Input {
        a: Some(a),
        b: Some(b),
        comparison: Some(comparison),
        ..crate::chart::Input::default()
    };
    crate::plot::report_charts(&input, with_text)
}

/// Without what draws charts the report has none.
#[cfg(not(feature = "gui"))]
const fn figures(
    _: (SourceView<'_>, SourceView<'_>),
    _: &Comparison,
    _with_text: bool,
) -> Vec<Figure> {
    Vec::new()
}

/// Whether a name asks for Markdown; `None` where it asks for neither that nor HTML.
fn is_markdown(path: &Path) -> Option<bool> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "md" | "markdown" => Some(true),
        "html" | "htm" => Some(false),
        _ => None,
    }
}

/// Refuses a name whose format is none of ours before anything is read or computed.
fn file(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    match is_markdown(&path) {
        Some(_) => Ok(path),
        None => Err("end the name in .html or .md".to_owned()),
    }
}
