//! The line at the bottom: what Parallax claims and what it does not.

use egui::{RichText, Ui};

use crate::app::{Actions, App};
use crate::compare::STANDING_LINE;

/// Shows the line.
pub(in crate::app) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    egui::Panel::bottom("status").show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(STANDING_LINE).small());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                saving(app, ui, actions);
                if ui.available_width() < 300.0 {
                    return;
                }
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

/// How far saving is, with a way to stop it, once that takes long enough to wonder.
fn saving(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let Some(saving) = &app.saving else { return };
    if !saving.is_long(ui.ctx()) {
        return;
    }
    if ui.small_button("Stop").clicked() {
        actions.push(|app, _| app.stop_saving());
    }
    let (done, total) = (saving.progress.done(), saving.progress.total());
    let text = if total > 1 {
        format!("Saving {done} of {total}…")
    } else {
        "Saving…".to_owned()
    };
    ui.label(RichText::new(text).small());
}
