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
    if saving.since.elapsed().as_millis() < 300 {
        (ui.ctx()).request_repaint_after(std::time::Duration::from_millis(300));
        return;
    }
    if ui.small_button("Stop").clicked() {
        actions.push(|app, _| app.stop_saving());
    }
    let progress = saving.progress;
    let text = if progress.found > 1 {
        format!("Saving {} of {}…", progress.done, progress.found)
    } else {
        "Saving…".to_owned()
    };
    ui.label(RichText::new(text).small());
}
