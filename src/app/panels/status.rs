//! The line at the bottom: what Parallax claims and what it does not.

use egui::{RichText, Ui};

use super::super::App;
use crate::compare::STANDING_LINE;

/// Shows the line.
pub(in super::super) fn show(app: &App, ui: &mut Ui) {
    egui::Panel::bottom("status").show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(STANDING_LINE).small());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let text = if app.is_idle() {
                    "Works offline: nothing leaves this computer"
                } else {
                    "Working…"
                };
                ui.label(RichText::new(text).small().weak());
            });
        });
    });
}
