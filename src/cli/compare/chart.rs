//! `parallax compare --chart KIND --save FILE` and `--save-all FOLDER`: charts of the comparison, as files.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::chart::{self, Followed, Kind, Position, Theme};
use crate::compare::series::Period;
use crate::export::Existing;
use crate::export::format::Format as _;
use crate::plot::{ChartFormat, SaveOptions, SvgText};
use crate::workspace::{Material, Output, Pictures, Workspace};

/// Arguments that ask for charts.
#[derive(Debug, clap::Args)]
pub(super) struct ChartArgs {
    /// Draw this chart of the comparison instead of printing it; needs --save
    #[arg(long, value_name = "KIND", value_parser = kinds(), requires = "save", conflicts_with = "format")]
    chart: Option<Kind>,
    #[arg(
        long, value_name = "FILE", value_parser = ChartFormat::path, requires = "chart",
        help = format!("Where to save the chart; the name's ending says the format: {}", ChartFormat::endings())
    )]
    save: Option<PathBuf>,
    /// Save every chart that has something to show into this folder, which is made if it is not there;
    /// charts of the same names that Parallax saved there are replaced
    #[arg(long, value_name = "FOLDER", conflicts_with = "format")]
    save_all: Option<PathBuf>,
    /// The format of the charts saved by --save-all
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        default_value = "svg",
        requires = "save_all"
    )]
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
    pub(super) const fn is_asked(&self) -> bool {
        self.chart.is_some() || self.save_all.is_some()
    }

    /// The one chart asked for.
    pub(super) const fn one(&self) -> Option<Kind> {
        self.chart
    }

    /// Every chart asked for.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        match self.save_all {
            Some(_) => Kind::all().to_vec(),
            None => self.chart.into_iter().collect(),
        }
    }

    /// What the charts asked for are made from, and which they are; the one over time follows `measure` by `period`.
    pub(super) fn wanted(
        &self,
        workspace: &mut Workspace,
        (measure, period): (Followed, Period),
    ) -> anyhow::Result<(Material, Vec<(Output, PathBuf)>)> {
        let options = chart::Options {
            measure,
            period,
            ..self.counting()
        };
        let kind = self
            .chart
            .or(self.save_all.as_ref().map(|_| Kind::Paragraphs));
        let chart = kind.and_then(|kind| workspace.chart(kind, options));
        let pictures = chart.map(|chart| Pictures {
            chart: (*chart).clone(),
            save: self.options(),
            all_as: self.charts_as,
        });
        let material = Material {
            pictures,
            ..workspace.material(options)
        };
        let mut wanted = Vec::new();
        wanted.extend(self.save.clone().map(|path| (Output::Chart, path)));
        if let Some(folder) = &self.save_all {
            make(folder)?;
            wanted.push((Output::AllCharts, folder.clone()));
        }
        Ok((material, wanted))
    }

    fn counting(&self) -> chart::Options {
        chart::Options {
            position: if self.arc_percent {
                Position::Percent
            } else {
                Position::Words
            },
            ..chart::Options::default()
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
            existing: Existing::Ours, // As the command says, see `Material`.
            undated: false,
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
