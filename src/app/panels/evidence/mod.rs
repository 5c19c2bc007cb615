//! What is behind a number: the sentences of a paragraph, the words of a sentence, the rules that
//! changed a word, the cues of a headline; without a selection, both articles at a glance.

mod comparison;
mod counterparts;
mod headline;
mod overview;
mod paragraph;
mod sentence;
mod word;

use egui::{RichText, ScrollArea, Ui};

use super::super::theme::semibold;
use super::super::{Action, App, Command, Selection};

/// Shows the panel, if it is open.
pub(in super::super) fn show(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    if !app.preferences.evidence_open {
        return;
    }
    egui::Panel::right("evidence")
        .resizable(true)
        .default_size(330.0)
        .size_range(240.0..=640.0)
        .show(ui, |ui| {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                ui.label(RichText::new("Evidence").family(semibold()).size(15.0));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if app.view.selection.is_some() || app.view.word.is_some() {
                        let clear = Command::ClearSelection;
                        super::icon_button(app, ui, clear, "Overview", actions);
                    }
                });
            });
            ui.separator();
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - 6.0);
                contents(app, ui, actions);
                ui.add_space(12.0);
            });
        });
}

fn contents(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    match app.view.selection {
        None => match &app.view.word {
            Some(word) => self::word::show(app, word, ui, actions),
            None => overview::show(app, ui),
        },
        Some(Selection::Headline { side, cue }) => headline::show(app, side, cue, ui, actions),
        Some(Selection::Block {
            side,
            block,
            sentence,
            word,
        }) => paragraph::show(app, side, block, (sentence, word), ui, actions),
    }
}

/// A value with its sign and as many decimals as it takes to recompute by hand: at most four, at
/// least two.
fn exact(value: f64) -> String {
    let text = format!("{value:+.4}").replace('-', "−");
    let kept = text.strip_suffix("00").map(ToOwned::to_owned);
    kept.or_else(|| text.strip_suffix('0').map(ToOwned::to_owned))
        .unwrap_or(text)
}

/// A title inside the panel.
fn title(text: impl Into<String>, ui: &mut Ui) {
    ui.label(RichText::new(text).family(semibold()).size(16.0));
}

/// An explanation under a figure.
fn note(text: impl Into<String>, ui: &mut Ui) {
    ui.add(egui::Label::new(RichText::new(text).small().weak()).wrap());
}
