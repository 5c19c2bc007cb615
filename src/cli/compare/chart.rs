//! `parallax compare --chart KIND --save FILE` and `--save-all FOLDER`: charts of the comparison, as files.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::chart::{self, Input, Kind, Position, Theme};
use crate::compare::{Comparison, SourceView};
use crate::plot::{self, ChartFormat, SaveOptions, SvgText};

/// Arguments that ask for charts.
#[derive(Debug, clap::Args)]
pub struct ChartArgs {
    /// Draw this chart of the comparison instead of printing it; needs --save
    #[arg(long, value_name = "KIND", value_parser = kinds(), requires = "save", conflicts_with = "format")]
    chart: Option<Kind>,
    /// Where to save the chart; the name's ending says the format: .svg, .png, .pdf, .csv or .tsv
    #[arg(long, value_name = "FILE", value_parser = file, requires = "chart")]
    save: Option<PathBuf>,
    /// Save every chart of the comparison into this folder, which is made if it is not there; files of
    /// the same names are replaced
    #[arg(long, value_name = "FOLDER", conflicts_with = "format")]
    save_all: Option<PathBuf>,
    /// The format of the charts saved by --save-all
    #[arg(long, value_name = "FORMAT", value_parser = formats(), default_value = "svg", requires = "save_all")]
    charts_as: ChartFormat,
    /// Draw charts on near-black instead of white
    #[arg(long)]
    dark: bool,
    /// Count the arc in per cent of each text instead of words
    #[arg(long)]
    arc_percent: bool,
    /// Keep the letters of SVG charts as text that can be edited and searched, instead of outlines that
    /// look the same everywhere
    #[arg(long)]
    editable_text: bool,
}

impl ChartArgs {
    /// Whether any chart is asked for.
    pub(super) const fn is_wanted(&self) -> bool {
        self.chart.is_some() || self.save_all.is_some()
    }

    /// Draws and saves the charts asked for.
    pub(super) fn save(
        &self,
        (a, b): (SourceView<'_>, SourceView<'_>),
        comparison: &Comparison,
    ) -> anyhow::Result<()> {
        let input = Input {
            a: Some(a),
            b: Some(b),
            comparison: Some(comparison),
            options: self.counting(),
        };
        if let Some((kind, path)) = self.chart.zip(self.save.as_ref()) {
            plot::save_chart(&chart::build(kind, &input), path, self.options())?;
        }
        if let Some(folder) = &self.save_all {
            make(folder)?;
            let kinds = Kind::all().iter();
            let charts: Vec<_> = kinds.map(|kind| chart::build(*kind, &input)).collect();
            let mut go_on = |_, _| ControlFlow::Continue(());
            plot::save_all(&charts, folder, self.charts_as, self.options(), &mut go_on)?;
        }
        Ok(())
    }

    const fn counting(&self) -> chart::Options {
        chart::Options {
            position: if self.arc_percent {
                Position::Percent
            } else {
                Position::Words
            },
        }
    }

    const fn options(&self) -> SaveOptions {
        SaveOptions {
            theme: if self.dark { Theme::Dark } else { Theme::Light },
            text: if self.editable_text {
                SvgText::Editable
            } else {
                SvgText::Outlined
            },
        }
    }
}

/// Makes the folder if it is not there; the one it stands in must be.
fn make(folder: &Path) -> anyhow::Result<()> {
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            Err(error).with_context(|| format!("could not make the folder “{}”", folder.display()))
        }
        _ => Ok(()),
    }
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::all().iter().map(|kind| kind.id()))
        .try_map(|id| Kind::from_id(&id).ok_or_else(|| format!("no chart is called {id}")))
}

fn formats() -> impl TypedValueParser<Value = ChartFormat> {
    PossibleValuesParser::new(ChartFormat::ALL.map(ChartFormat::extension)).try_map(|name| {
        let named = |format: &ChartFormat| format.extension() == name;
        let found = ChartFormat::ALL.into_iter().find(named);
        found.ok_or_else(|| format!("no format is called {name}"))
    })
}

/// Refuses a name whose format is none of ours before anything is read or computed.
fn file(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    match ChartFormat::of(&path) {
        Some(_) => Ok(path),
        None => Err(format!("end the name in {}", ChartFormat::ENDINGS)),
    }
}
