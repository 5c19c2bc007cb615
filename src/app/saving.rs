//! Saving: what is on show, under the name chosen, asking once before a file is replaced.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::plot::{self, SaveOptions, SvgText};

use super::jobs::Event;
use super::output::{Material, Output};
use super::purpose::{IfThere, Progress};
use super::state::{App, Reading};
use super::theme;
use super::view::Overlay;

/// Pixels a point in a copied picture.
const SCALE: f32 = 2.0;
/// The width of a copied picture, in points.
const WIDTH: f32 = 900.0;

impl App {
    /// Saves `output` to `path`, completed by an ending if it has none.
    pub(super) fn save_output(
        &mut self,
        output: Output,
        path: PathBuf,
        if_there: IfThere,
        ctx: &egui::Context,
    ) {
        let Some(material) = self.material(ctx) else {
            self.messages
                .info("The articles are still being scored. Try again in a moment.");
            return;
        };
        // No dialog adds an ending, and what it asked about replacing was the name without one.
        let (path, asked) = match output.extension() {
            Some(ending) if path.extension().is_none() => (path.with_extension(ending), false),
            _ => (path, if_there == IfThere::Replace),
        };
        if !asked && path.is_file() {
            self.view.overlay = Overlay::Replace(output, path);
            return;
        }
        let stop = Arc::new(AtomicBool::new(false));
        self.saving = Some(Reading {
            progress: Progress::default(),
            since: Instant::now(),
            stop: Arc::clone(&stop),
        });
        self.jobs.start("saving", move |events| {
            let progress = |done, found| {
                events.emit(Event::Saving(Progress {
                    done,
                    found,
                    articles: 0,
                }));
            };
            let saved = material.save(output, &path, &stop, &progress);
            events.emit(Event::Saved(output, saved, material.session));
        });
    }

    /// Stops saving.
    pub(super) fn stop_saving(&self) {
        if let Some(saving) = &self.saving {
            saving.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Says what came of saving. What went well shows itself only where the file does not.
    pub(super) fn on_saved(
        &mut self,
        output: Output,
        saved: Result<PathBuf, String>,
        session: &crate::session::Session,
        ctx: &egui::Context,
    ) {
        self.saving = None;
        match (output, saved) {
            (_, Err(why)) => self.messages.error(why),
            (Output::Document(articles), Ok(path)) => {
                self.messages.info(format!("Saved {}.", path.display()));
                self.on_document_saved(path, articles, session, ctx);
            }
            (_, Ok(path)) => self.messages.info(format!("Saved {}.", path.display())),
        }
    }

    /// Everything an output can be made from; `None` while an article is still being scored.
    fn material(&mut self, ctx: &egui::Context) -> Option<Material> {
        let mut chart = self.chart().map(Arc::unwrap_or_clone);
        if let Some(chart) = &mut chart {
            chart.view = self.view.zoom;
        }
        Some(Material {
            session: self.session().clone(),
            parts: self.parts()?,
            comparison: self.comparing.done().cloned(),
            chart,
            save: SaveOptions {
                theme: theme::chart_theme(ctx),
                text: if self.preferences.editable_text {
                    SvgText::Editable
                } else {
                    SvgText::Outlined
                },
            },
            options: self.preferences.chart_options,
        })
    }

    /// Puts the chart on the clipboard as a picture.
    pub(super) fn copy_chart(&mut self, ctx: &egui::Context) {
        let Some(mut chart) = self.chart().map(Arc::unwrap_or_clone) else {
            return;
        };
        chart.view = self.view.zoom;
        let size = [WIDTH, chart.height];
        let theme = theme::chart_theme(ctx);
        self.jobs.start("copying", move |events| {
            let picture = plot::picture(&chart, size, SCALE, theme);
            events.emit(Event::Picture(picture.map_err(|error| error.to_string())));
        });
    }
}
