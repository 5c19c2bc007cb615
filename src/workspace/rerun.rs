//! Makes again what a recipe or a document names.

use std::io;
use std::path::{Path, PathBuf};

use super::derive::NoThread;
use super::material::Material;
#[cfg(feature = "gui")]
use super::material::Pictures;
use super::output::{Output, OutputError};
use super::recipe::{Recipe, UnreadRecipe, Wanted, What};
use super::second::Asking;
use super::state::Workspace;
use crate::chart;
use crate::export::{Existing, report};
#[cfg(feature = "gui")]
use crate::plot::{ChartFormat, SaveOptions, SvgText};
use crate::session::document::Opened;
use crate::work::{Progress, Threads};

/// What became of one thing.
#[derive(Debug)]
pub enum Told {
    /// A file was made.
    Made(PathBuf),
    /// Something failed, in words that name it.
    Failed(String),
    /// Something to know.
    Note(String),
}

/// Makes every output of the recipe or document at `path` and saves it into the folder `into`, which is made if
/// it is not there. Nothing that is made says when: the same sources give the same bytes at any time. `tell` hears
/// of every file and of everything that is not as it was; where a source is not, nothing is made, as it would be
/// something else under the same name.
///
/// # Errors
/// Where the recipe could not be read.
pub fn rerun(
    path: &Path,
    into: &Path,
    existing: Existing,
    threads: Threads,
    mut tell: impl FnMut(Told),
) -> Result<(), UnreadRecipe> {
    let recipe = Recipe::open(path)?;
    if let Some(version) = recipe.version.filter(|version| version != crate::VERSION) {
        tell(Told::Note(format!(
            "{}: saved by Parallax {version}; this is {}, whose figures may differ",
            path.display(),
            crate::VERSION
        )));
    }
    let is_whole = recipe.opened.is_whole();
    for problem in &recipe.opened.problems {
        tell(Told::Failed(format!("{}: {problem}", path.display())));
    }
    let workspace = if is_whole {
        restored(recipe.opened, recipe.second, threads)
    } else {
        Ok(Workspace::new(threads, || ()))
    };
    let charts = recipe.wanted.iter();
    let charts = charts.filter_map(|one| one.what.as_ref().ok()?.chart());
    let charts: Vec<chart::Kind> = charts.collect();
    let workspace = workspace.and_then(|mut workspace| {
        workspace.finish_for(&charts)?;
        Ok(workspace)
    });
    let mut workspace = match workspace {
        Ok(workspace) => workspace,
        Err(error) => {
            tell(Told::Failed(format!("{}: {error}", path.display())));
            return Ok(());
        }
    };
    for wanted in recipe.wanted {
        let failed = |why: &dyn std::fmt::Display| {
            Told::Failed(format!("{}: {}: {why}", path.display(), wanted.name))
        };
        match &wanted.what {
            Err(why) => tell(failed(why)),
            Ok(_) if !is_whole => tell(failed(&"not made, as not every source is as it was")),
            Ok(what) => match make(&mut workspace, &wanted, what, into, existing) {
                Ok(Some(file)) => tell(Told::Made(file)),
                Ok(None) if !wanted.is_named => {}
                Ok(None) => tell(failed(&"there is nothing to show in it")),
                Err(error) => tell(failed(&error)),
            },
        }
    }
    Ok(())
}

/// The workspace of what was saved, with everything worked out.
pub(super) fn restored(
    opened: Opened,
    second: bool,
    threads: Threads,
) -> Result<Workspace, NoThread> {
    let mut workspace = Workspace::new(threads, || ());
    workspace.take_said(opened.said);
    let session = opened.session;
    workspace.edit("open", |current| *current = session);
    workspace.ask_second(if second {
        Asking::Always
    } else {
        Asking::Never
    })?;
    workspace.finish()?;
    Ok(workspace)
}

/// Makes one output; `None` where it would show nothing.
fn make(
    workspace: &mut Workspace,
    wanted: &Wanted,
    what: &What,
    into: &Path,
    existing: Existing,
) -> Result<Option<PathBuf>, OutputError> {
    std::fs::create_dir_all(into).map_err(OutputError::Made)?;
    let session = workspace.session();
    let choice = report::Choice {
        notes: session.notes.clone(),
        pinned: session.pinned(),
        source_notes: session.source_notes().clone(),
        also: (session.same_stories)
            .then_some(report::Part::SameStories)
            .into_iter()
            .collect(),
        ..report::Choice::default()
    };
    let mut material = Material {
        report: choice,
        existing,
        undated: true,
        ..workspace.material(chart::Options::default())
    };
    let output = match what {
        What::Comparison => Output::Comparison,
        What::Quoted => Output::Quoted,
        What::Scores(detail) => Output::Scores(*detail),
        What::Report(parts, with_text) => {
            material.report.parts.clone_from(parts);
            material.report.with_text = *with_text;
            Output::Report
        }
        #[cfg(feature = "gui")]
        What::Chart(drawing) => {
            let chart = workspace.chart(drawing.kind, drawing.options);
            let Some(chart) = chart.filter(|chart| !chart.marks.is_empty()) else {
                return Ok(None);
            };
            material.pictures = Some(Pictures {
                chart: (*chart).clone(),
                save: SaveOptions {
                    theme: if drawing.dark {
                        chart::Theme::Dark
                    } else {
                        chart::Theme::Light
                    },
                    text: if drawing.editable_text {
                        SvgText::Editable
                    } else {
                        SvgText::Outlined
                    },
                    ..SaveOptions::default()
                },
                all_as: ChartFormat::Svg,
            });
            Output::Chart
        }
        #[cfg(not(feature = "gui"))]
        What::Chart(_) => {
            let why = "this build draws no charts";
            return Err(OutputError::Made(io::Error::other(why)));
        }
    };
    let path = into.join(&wanted.name);
    let saved = material.save(output, &path, &Progress::default())?;
    let file = saved.into_iter().next().map(|saved| saved.path);
    let lost = || OutputError::Made(io::Error::other("nothing was written"));
    file.map(Some).ok_or_else(lost)
}
