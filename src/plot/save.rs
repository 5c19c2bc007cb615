//! Saves charts, one or all, in the format a file name asks for.

use std::path::Path;

use super::png::dated;
use super::svg::{Page, SvgText, document};
use super::{PictureError, pdf};
use crate::chart::{Chart, Theme};
use crate::export::format::{Entry, Format, UnknownEnding};
use crate::export::{Existing, SaveError, Saved, now, save};
use crate::score::provenance::Provenance;
use crate::work::{Progress, Stopped, Threads, ordered};

/// The width of a saved figure, in points.
pub(super) const WIDTH: f32 = 900.0;
/// Pixels a point in a saved picture.
const SCALE: f32 = 2.0;

/// A format a chart can be saved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ChartFormat {
    /// Scalable Vector Graphics
    Svg,
    /// Portable Network Graphics, 2 pixels a point
    Png,
    /// Portable Document Format, with selectable text
    Pdf,
    /// The figures behind it, comma-separated, with their provenance
    Csv,
    /// The figures behind it, tab-separated, with their provenance
    Tsv,
}

impl Format for ChartFormat {
    fn entry(&self) -> Entry {
        match self {
            Self::Svg => Entry::new("SVG drawing", &["svg"]),
            Self::Png => Entry::new("PNG image", &["png"]),
            Self::Pdf => Entry::new("PDF", &["pdf"]),
            Self::Csv => Entry::new("Table (comma-separated)", &["csv"]),
            Self::Tsv => Entry::new("Table (tab-separated)", &["tsv"]),
        }
    }
}

impl ChartFormat {
    /// The name `chart` is saved under among others: `word-shift.svg`.
    pub fn file_name(self, chart: &Chart) -> String {
        format!("{}.{}", chart.kind.id(), self.extension())
    }
}

/// How charts are saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SaveOptions {
    /// On white or on near-black.
    pub theme: Theme,
    /// How an SVG keeps its letters.
    pub text: SvgText,
    /// What may be replaced.
    pub existing: Existing,
    /// Whether the file leaves out when it was made.
    pub undated: bool,
}

impl From<Theme> for SaveOptions {
    fn from(theme: Theme) -> Self {
        Self {
            theme,
            ..Self::default()
        }
    }
}

/// Why a chart was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveChartError {
    /// The name's ending is none of ours.
    #[error(transparent)]
    Ending(#[from] UnknownEnding),
    /// The picture could not be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The work was stopped.
    #[error("Saving was stopped.")]
    Stopped(#[from] Stopped),
}

/// Draws `chart` and saves it in the format the extension of `path` asks for ([`ChartFormat`]).
pub fn save_chart(
    chart: &Chart,
    path: &Path,
    options: impl Into<SaveOptions>,
) -> Result<Saved, SaveChartError> {
    let format = ChartFormat::of(path)?;
    let options = options.into();
    let bytes = bytes(chart, format, options)?;
    Ok(save(path, &bytes, options.existing)?)
}

/// Saves every one of `charts` into `folder`, under [`ChartFormat::file_name`]; files of those names are
/// replaced where the options allow it. Gives the files written. What fails or stops the work leaves the files written before it.
pub fn save_all(
    charts: &[Chart],
    folder: &Path,
    format: ChartFormat,
    options: SaveOptions,
    progress: &Progress,
) -> Result<Vec<Saved>, SaveChartError> {
    progress.expect(charts.len());
    let mut written = Vec::with_capacity(charts.len());
    let draw = |chart| (chart, bytes(chart, format, options));
    ordered(charts.iter(), Threads::default(), progress, draw, |drawn| {
        let (chart, bytes) = drawn;
        let path = folder.join(format.file_name(chart));
        written.push(save(&path, &bytes?, options.existing)?);
        Ok(())
    })
    .map(|()| written)
}

fn bytes(
    chart: &Chart,
    format: ChartFormat,
    options: SaveOptions,
) -> Result<Vec<u8>, PictureError> {
    let size = [WIDTH, chart.height];
    let now = (!options.undated).then(now);
    let date = now.as_deref();
    Ok(match format {
        ChartFormat::Svg => {
            let page = Page {
                date,
                ..Page::new(size, options.theme).text(options.text)
            };
            document(chart, &page).svg.into_bytes()
        }
        ChartFormat::Png => dated(chart, size, SCALE, options.theme, date)?,
        ChartFormat::Pdf => pdf(chart, size, options.theme, date)?,
        ChartFormat::Csv | ChartFormat::Tsv => {
            let dated = Provenance {
                date: now.clone(),
                ..Provenance::clone(&chart.provenance)
            };
            let table = match format {
                ChartFormat::Tsv => chart.table.to_tsv_file(&dated),
                _ => chart.table.to_csv(&dated),
            };
            table.into_bytes()
        }
    })
}
