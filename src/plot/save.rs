//! Saves a chart in the format its file name asks for.

use std::path::Path;

use super::{PngError, png, svg};
use crate::chart::{Chart, Theme};
use crate::export::{SaveError, now, save_atomic};

/// The width of a saved figure, in points.
const WIDTH: f32 = 900.0;
/// Pixels a point in a saved picture.
const SCALE: f32 = 2.0;

/// A format a chart can be saved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics, 2 pixels a point.
    Png,
    /// The figures behind it, comma-separated, with their provenance.
    Csv,
    /// The figures behind it, tab-separated.
    Tsv,
}

impl ChartFormat {
    /// Every format, in the order it is offered.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Csv, Self::Tsv];

    /// The extension of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
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
}

/// Why a chart was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveChartError {
    /// The name's extension is none of ours.
    #[error("cannot tell the format of “{0}”: end the name in .svg, .png, .csv or .tsv")]
    Format(String),
    /// The picture could not be made.
    #[error(transparent)]
    Picture(#[from] PngError),
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Draws `chart` and saves it in the format the extension of `path` asks for ([`ChartFormat`]).
pub fn save_chart(chart: &Chart, path: &Path, theme: Theme) -> Result<(), SaveChartError> {
    let size = [WIDTH, chart.height];
    let now = now();
    let date = Some(now.as_str());
    let bytes = match ChartFormat::of(path) {
        Some(ChartFormat::Svg) => svg::document(chart, size, theme, date).into_bytes(),
        Some(ChartFormat::Png) => png::picture(chart, size, SCALE, theme, date)?,
        Some(ChartFormat::Csv) => {
            let mut facts = chart.provenance.facts();
            facts.push(("Date", now.clone()));
            chart.table.to_csv(&facts).into_bytes()
        }
        Some(ChartFormat::Tsv) => chart.table.to_tsv().into_bytes(),
        None => return Err(SaveChartError::Format(path.display().to_string())),
    };
    Ok(save_atomic(path, &bytes)?)
}
