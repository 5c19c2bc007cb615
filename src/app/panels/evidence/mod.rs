//! What is behind a number: the sentences of a paragraph, the words of a sentence, the rules that
//! changed a word, the cues of a headline, the uses of a word, the mentions of a name, the paragraphs
//! behind a measure; without a selection, both articles at a glance.

mod comparison;
mod counterparts;
mod headline;
mod measure;
mod overview;
mod paragraph;
mod person;
mod sentence;
mod word;
mod wording;

use egui::{RichText, ScrollArea, Ui};

use crate::article::{Place, Span, Spot};
use crate::text::shorten;

use super::super::theme::{Tokens, semibold};
use super::super::view::Focus;
use super::super::widgets::focus_ring;
use super::super::{Action, App, Command};

/// Shows the panel, if it is open.
pub(in super::super) fn show(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    if !app.preferences.evidence_open {
        return;
    }
    let room = ui.available_width();
    egui::Panel::right("evidence")
        .resizable(true)
        .default_size((room * 0.26).clamp(240.0, 330.0))
        .size_range(200.0..=(room * 0.5).clamp(220.0, 640.0))
        .show(ui, |ui| {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                ui.label(RichText::new("Evidence").family(semibold()).size(15.0));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if app.view.selection.is_some() || app.view.focus.is_some() {
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
        None => match &app.view.focus {
            Some(Focus::Word(word)) => self::word::show(app, word, ui, actions),
            Some(Focus::Person(name)) => person::show(app, name, ui, actions),
            Some(Focus::Measure(id)) => measure::show(app, id, ui, actions),
            None => overview::show(app, ui, actions),
        },
        Some(place) => match place.spot {
            Spot::Headline { cue } => headline::show(app, place, cue, ui, actions),
            Spot::Block { .. } => paragraph::show(app, place, ui, actions),
        },
    }
}

/// A title inside the panel.
fn title(text: impl Into<String>, ui: &mut Ui) {
    ui.label(RichText::new(text).family(semibold()).size(16.0));
}

/// About forty characters on each side of a stretch of text.
fn around(text: &str, span: Span) -> String {
    let from = text.floor_char_boundary(span.start.saturating_sub(40));
    let to = text.ceil_char_boundary((span.end + 40).min(text.len()));
    let before = if from > 0 { "…" } else { "" };
    shorten(
        &format!("{before}{}", text.get(from..to).unwrap_or_default()),
        120,
    )
}

/// A line that goes to a place in the text when clicked.
fn place(to: Place, label: &str, ui: &mut Ui, actions: &mut Vec<Action>) {
    let color = Tokens::of(ui).text;
    let text = RichText::new(label).color(color);
    let response = ui.add(egui::Button::new(text).frame(false).wrap());
    focus_ring(ui, &response);
    if response.clicked() {
        actions.push(Action::GoTo(to));
    }
}

/// A line that says what stands at a stretch of a text, and goes there when clicked; nothing where that
/// text is gone.
fn stretch(app: &App, figure: &str, to: Place, span: Span, ui: &mut Ui, actions: &mut Vec<Action>) {
    let source = app.session().source(to.side);
    let article = source.and_then(|source| source.articles.get(to.article));
    if let Some(text) = article.and_then(|article| to.text(article)) {
        let label = format!("{figure}: {}", around(text, span));
        place(to, &label, ui, actions);
    }
}

/// An explanation under a figure.
fn note(text: impl Into<String>, ui: &mut Ui) {
    ui.add(egui::Label::new(RichText::new(text).small().weak()).wrap());
}
