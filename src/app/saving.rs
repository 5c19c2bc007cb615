//! Saving the chart: as it is shown, under the name chosen, asking once before a file is replaced.

use std::path::PathBuf;
use std::sync::Arc;

use crate::plot;

use super::jobs::Event;
use super::view::Overlay;
use super::{App, IfThere, theme};

impl App {
    /// Saves the chart to `path`, completed by an extension if it has none.
    pub(super) fn save_chart(&mut self, path: PathBuf, if_there: IfThere, ctx: &egui::Context) {
        let Some(chart) = self.chart() else {
            self.messages
                .info("The chart is still being made. Try again in a moment.");
            return;
        };
        // No dialog adds an extension, and what it asked about replacing was the name without one.
        let (path, asked) = if path.extension().is_some() {
            (path, if_there == IfThere::Replace)
        } else {
            (path.with_extension("svg"), false)
        };
        if !asked && path.exists() {
            self.view.overlay = Overlay::Replace(path);
            return;
        }
        let mut chart = Arc::unwrap_or_clone(chart);
        chart.view = self.view.zoom;
        let theme = theme::chart_theme(ctx);
        self.jobs.start("saving", move |events| {
            let saved = plot::save_chart(&chart, &path, theme);
            events.emit(Event::Saved(path, saved.map_err(|error| error.to_string())));
        });
    }
}
