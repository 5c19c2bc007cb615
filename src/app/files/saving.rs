//! Saving: what is on show, under the name chosen, asking once before a file is replaced.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::Chart;
use crate::export::{Existing, Refusal, Saved};
use crate::plot::{self, ChartFormat, SaveOptions, SvgText};
use crate::text::{tr, tr_counted};
use crate::work::Progress;
use crate::workspace::{Material, Output, OutputError, Pictures};

use crate::app::files::purpose::IfThere;
use crate::app::jobs::Event;
use crate::app::messages::Offer;
use crate::app::state::{App, Watched};
use crate::app::theme;
use crate::app::view::Overlay;

/// Pixels a point in a copied picture.
const SCALE: f32 = 2.0;
/// The width of a copied picture, in points.
const WIDTH: f32 = 900.0;

impl App {
    /// Saves `output` to `path`, completed by an ending if it has none.
    pub(in crate::app) fn save_output(
        &mut self,
        output: Output,
        path: &Path,
        if_there: IfThere,
        ctx: &egui::Context,
    ) {
        // No dialog adds an ending, and what it asked about replacing was the name without one.
        let completed = output.completed(path);
        let asked = if_there != IfThere::Ask && completed == path;
        let path = completed;
        if let Err(error) = output.check(&path) {
            self.messages.error(error.to_string());
            return;
        }
        if !asked && path.is_file() {
            self.view.overlay = Overlay::Replace(output, path, IfThere::Replace);
            return;
        }
        let mut material = self.material(ctx);
        material.existing = match if_there {
            IfThere::Force => Existing::Force,
            // Nobody was asked about each file in the folder.
            _ if output.formats().is_empty() => Existing::Ours,
            IfThere::Ask | IfThere::Replace => Existing::Replace,
        };
        let progress = Arc::new(Progress::default());
        self.saving = Some(Watched::new(&progress));
        self.jobs.start("saving", move |events| {
            let saved = material.save(output, &path, &progress);
            events.emit(Event::Saved(
                output,
                path,
                saved,
                Box::new(material.session),
            ));
        });
    }

    /// Stops saving.
    pub(in crate::app) fn stop_saving(&self) {
        if let Some(saving) = &self.saving {
            saving.progress.stop();
        }
    }

    /// Says what came of saving, and asks once more about a read-only file.
    pub(in crate::app) fn on_saved(
        &mut self,
        output: Output,
        path: PathBuf,
        saved: Result<Vec<Saved>, OutputError>,
        session: &crate::session::Session,
        ctx: &egui::Context,
    ) {
        self.saving = None;
        let saved = match saved {
            Err(why) if why.refusal() == Some(&Refusal::ReadOnly) => {
                self.view.overlay = Overlay::Replace(output, path, IfThere::Force);
                return;
            }
            Err(why) => {
                self.documents.leave_after = false;
                self.messages.error(why.to_string());
                return;
            }
            Ok(saved) => saved,
        };
        let what = match saved.len() {
            _ if path.is_dir() => tr_counted(saved.len(), "chart"),
            _ => tr(output.noun()).to_owned(),
        };
        let notes: Vec<String> = saved.into_iter().filter_map(|one| one.note).collect();
        let text = tr!("Saved {what}: {} {}", path.display(), notes.join(" "); what);
        self.messages.offer(
            text.trim_end(),
            [Offer::Open(path.clone()), Offer::ShowInFolder(path.clone())],
        );
        if let Output::Document(articles) = output {
            self.on_document_saved(path, articles, session, ctx);
        }
    }

    /// Everything an output can be made from, as it is now.
    pub(in crate::app) fn material(&mut self, ctx: &egui::Context) -> Material {
        let chart = self.zoomed_chart();
        let pictures = chart.map(|chart| Pictures {
            chart,
            save: SaveOptions {
                theme: theme::chart_theme(ctx),
                text: if self.preferences.editable_text {
                    SvgText::Editable
                } else {
                    SvgText::Outlined
                },
                ..SaveOptions::default()
            },
            all_as: ChartFormat::Svg,
        });
        Material {
            pictures,
            report: self.report_choice(),
            matrix: self.beside_shown(),
            ..self.workspace.material(self.preferences.chart_options)
        }
    }

    /// The chart as it is shown.
    fn zoomed_chart(&mut self) -> Option<Chart> {
        let mut chart = self.chart().map(Arc::unwrap_or_clone)?;
        chart.view = self.view.zoom;
        Some(chart)
    }

    /// Puts the chart on the clipboard as a picture.
    pub(in crate::app) fn copy_chart(&mut self, ctx: &egui::Context) {
        let Some(chart) = self.zoomed_chart() else {
            return;
        };
        let size = [WIDTH, chart.height];
        let theme = theme::chart_theme(ctx);
        self.jobs.start("copying", move |events| {
            let picture = plot::picture(&chart, size, SCALE, theme);
            events.emit(Event::Picture(picture, chart.title));
        });
    }
}
