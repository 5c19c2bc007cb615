//! `parallax compare --chart KIND --save FILE`: one chart of the comparison, as a file.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::chart::{self, Input, Kind, Theme};
use crate::compare::{Comparison, SourceView};
use crate::plot::{self, ChartFormat};

/// Arguments that ask for a chart.
#[derive(Debug, clap::Args)]
pub struct ChartArgs {
    /// Draw this chart of the comparison instead of printing it; needs --save
    #[arg(long, value_name = "KIND", value_parser = kinds(), requires = "save", conflicts_with = "format")]
    chart: Option<Kind>,
    /// Where to save the chart; the name's ending says the format: .svg, .png, .csv or .tsv
    #[arg(long, value_name = "FILE", value_parser = file, requires = "chart")]
    save: Option<PathBuf>,
    /// Draw the chart on near-black instead of white
    #[arg(long, requires = "chart")]
    dark: bool,
}

impl ChartArgs {
    /// The chart asked for and where to save it.
    pub(super) fn wanted(&self) -> Option<(Kind, &Path)> {
        self.chart.zip(self.save.as_deref())
    }

    /// Draws and saves the chart asked for.
    pub(super) fn save(
        &self,
        (kind, path): (Kind, &Path),
        (a, b): (SourceView<'_>, SourceView<'_>),
        comparison: &Comparison,
    ) -> anyhow::Result<()> {
        let input = Input {
            a: Some(a),
            b: Some(b),
            comparison: Some(comparison),
            ..Input::default()
        };
        let theme = if self.dark { Theme::Dark } else { Theme::Light };
        plot::save_chart(&chart::build(kind, &input), path, theme)?;
        Ok(())
    }
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::all().iter().map(|kind| kind.id()))
        .try_map(|id| Kind::from_id(&id).ok_or_else(|| format!("no chart is called {id}")))
}

/// Refuses a name whose format is none of ours before anything is read or computed.
fn file(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    match ChartFormat::of(&path) {
        Some(_) => Ok(path),
        None => Err("end the name in .svg, .png, .csv or .tsv".to_owned()),
    }
}
