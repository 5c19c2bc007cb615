//! Messages above the status line: never over the text, kept in a list, can be copied.

use egui::{RichText, Ui};

use crate::app::messages::{Level, Message};
use crate::app::theme::Tokens;
use crate::app::widgets::labels::wrapped;
use crate::app::{Actions, App, Command, controls};

/// Lines shown at once.
const SHOWN: usize = 3;

/// Shows the messages that were not dismissed.
pub(in crate::app) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let open = app.messages.open();
    if open.is_empty() {
        return;
    }
    egui::Panel::bottom("messages").show(ui, |ui| {
        ui.add_space(2.0);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - 250.0).max(200.0));
                for message in open.iter().skip(open.len().saturating_sub(SHOWN)) {
                    line(message, ui);
                }
                if open.len() > SHOWN {
                    let more = open.len() - SHOWN;
                    ui.label(RichText::new(format!("and {more} more")).small().weak());
                }
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                if ui.button("Dismiss").clicked() {
                    actions.push(|app, _| app.messages.dismiss());
                }
                if ui.button("Copy").clicked() {
                    let lines: Vec<&str> = open.iter().map(|m| m.text.as_str()).collect();
                    actions.copy(lines.join("\n"));
                }
                controls::icon_button(app, ui, Command::Messages, "All", actions);
            });
        });
        ui.add_space(2.0);
    });
}

/// One message: a sign for its level, then its text.
pub(super) fn line(message: &Message, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (sign, color) = match message.level {
        Level::Info => ("●", tokens.weak),
        Level::Error => ("▲", tokens.error),
    };
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(sign).color(color));
        wrapped(&message.text, ui);
    });
}
