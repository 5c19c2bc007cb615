//! What was found, as sentences to be read aloud, each with its figure, how sure it is, and its evidence.

use egui::Ui;

use super::parts::title;
use crate::app::widgets::labels::{note, wrapped};
use crate::app::{Actions, App, Page, controls};
use crate::compare::STANDING_LINE;

pub(super) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Findings, ui);
    note(STANDING_LINE, ui);
    let Some(findings) = app.workspace.findings() else {
        if !controls::progress(app, ui, actions) {
            ui.label("Open an article to see what is found in it.");
        }
        return;
    };
    for finding in findings {
        wrapped(finding.sentence.to_string(), ui);
        note(finding.detail.to_string(), ui);
    }
}
