//! Saves charts, one or all, in the format a file name asks for.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::png::dated;
use super::svg::{Page, SvgText, document};
use super::{PictureError, pdf};
use crate::chart::{Chart, Theme};
use crate::export::{SaveError, now, save_atomic};

/// The width of a saved figure, in points.
pub(super) const WIDTH: f32 = 900.0;
/// Pixels a point in a saved picture.
const SCALE: f32 = 2.0;

/// A format a chart can be saved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics, 2 pixels a point.
    Png,
    /// Portable Document Format, with selectable text.
    Pdf,
    /// The figures behind it, comma-separated, with their provenance.
    Csv,
    /// The figures behind it, tab-separated.
    Tsv,
}

impl ChartFormat {
    /// Every format, in the order it is offered.
    pub const ALL: [Self; 5] = [Self::Svg, Self::Png, Self::Pdf, Self::Csv, Self::Tsv];

    /// What a name must end in, in words.
    pub const ENDINGS: &str = ".svg, .png, .pdf, .csv or .tsv";

    /// The extension of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }

    /// The format a file name asks for.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| format.extension() == extension)
    }

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
    /// The name's extension is none of ours.
    #[error(
        "cannot tell the format of “{name}”: end the name in {}",
        ChartFormat::ENDINGS
    )]
    Format {
        /// The name.
        name: String,
    },
    /// The picture could not be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Draws `chart` and saves it in the format the extension of `path` asks for ([`ChartFormat`]).
pub fn save_chart(
    chart: &Chart,
    path: &Path,
    options: impl Into<SaveOptions>,
) -> Result<(), SaveChartError> {
    let format = ChartFormat::of(path).ok_or_else(|| SaveChartError::Format {
        name: path.display().to_string(),
    })?;
    Ok(save_atomic(path, &bytes(chart, format, options.into())?)?)
}

/// Saves every one of `charts` into `folder`, under [`ChartFormat::file_name`]; files of those names are
/// replaced. Before each chart `progress` hears how many are done and of how many; it may end the work.
/// Gives the files written. What fails ends the work; the files written before it stay.
pub fn save_all(
    charts: &[Chart],
    folder: &Path,
    format: ChartFormat,
    options: SaveOptions,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Vec<PathBuf>, SaveChartError> {
    let mut written = Vec::with_capacity(charts.len());
    for chart in charts {
        if progress(written.len(), charts.len()).is_break() {
            break;
        }
        let path = folder.join(format.file_name(chart));
        save_chart(chart, &path, options)?;
        written.push(path);
    }
    Ok(written)
}

fn bytes(
    chart: &Chart,
    format: ChartFormat,
    options: SaveOptions,
) -> Result<Vec<u8>, PictureError> {
    let size = [WIDTH, chart.height];
    let now = now();
    let date = Some(now.as_str());
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
        ChartFormat::Csv => {
            let mut facts = chart.provenance.facts();
            facts.push(("Date", now.clone()));
            chart.table.to_csv(&facts).into_bytes()
        }
        ChartFormat::Tsv => chart.table.to_tsv().into_bytes(),
    })
}
