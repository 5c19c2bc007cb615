//! A content analysis by people: a sample is drawn, coded blind by keys, and agreement is told.

mod beside;
mod class;
mod code;
mod progress;
mod result;
mod setup;

use egui::Ui;

use super::parts::{scrolled, title};
use crate::app::{Actions, App, Page};

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let study = app.session().study.clone();
    match study {
        Some(study) => match app
            .view
            .pages
            .study
            .coding
            .as_ref()
            .map(|(coder, _)| *coder)
        {
            Some(coder) => code::show(app, &study, coder, ui, actions),
            None => scrolled(ui, Page::Study, |ui| result::show(app, &study, ui, actions)),
        },
        None => scrolled(ui, Page::Study, |ui| {
            title(Page::Study, ui);
            setup::show(app, ui, actions);
        }),
    }
}
