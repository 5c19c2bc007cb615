//! The pages of the window: what stands in the middle, above the chart and beside the evidence.

mod articles;
mod audit;
mod compare;
mod findings;
mod headlines;
mod list_form;
mod lists;
pub(super) mod manual;
mod matrix;
mod over_time;
mod parts;
mod people;
mod same_stories;
mod settings;
mod stories;
mod study;
mod ticks;
mod variants;
mod words;
mod write;

use egui::Ui;

use parts::scrolled;

use crate::app::theme::Tokens;
use crate::app::{Actions, App, Page, reader};

/// Kept free at the edge of an open drawer, in points: the edge is held there, not the text.
const EDGE: i8 = 4;

/// The page chosen, in what room is left.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let edge = |open: bool| if open { EDGE } else { 0 };
    let margin = egui::Margin {
        right: edge(app.is_evidence_open()),
        bottom: edge(app.is_chart_open()),
        ..egui::Margin::ZERO
    };
    let frame = egui::Frame::new().fill(tokens.paper).inner_margin(margin);
    let page = app.view.page;
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        // While a drawer is made larger, the pointer on its edge selects no text.
        ui.style_mut().interaction.selectable_labels = !app.view.resizing;
        if page == Page::Read {
            reader::show(app, ui, actions);
            return;
        }
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(20, 12))
            .show(ui, |ui| match page {
                Page::Read => {}
                Page::Findings => scrolled(ui, page, |ui| findings::show(app, ui, actions)),
                Page::Headlines => headlines::show(app, ui, actions),
                Page::Write => write::show(app, ui, actions),
                Page::Study => study::show(app, ui, actions),
                Page::Articles => articles::show(app, ui, actions),
                Page::Stories => stories::show(app, ui, actions),
                Page::Matrix => matrix::show(app, ui, actions),
                Page::Compare => scrolled(ui, page, |ui| compare::show(app, ui, actions)),
                Page::Words => scrolled(ui, page, |ui| words::show(app, ui, actions)),
                Page::People => scrolled(ui, page, |ui| people::show(app, ui, actions)),
                Page::OverTime => over_time::show(app, ui, actions),
                Page::Manual => manual::show(app, ui, actions),
                Page::Settings => scrolled(ui, page, |ui| settings::show(app, ui, actions)),
            });
    });
}
