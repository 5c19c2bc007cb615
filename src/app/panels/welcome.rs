//! The first thing anybody sees: what this is and three ways to begin.

use egui::{RichText, Ui, vec2};

use crate::article::Side;

use crate::app::theme::{Tokens, semibold};
use crate::app::{Actions, Command};

struct Way {
    title: &'static str,
    text: &'static str,
    commands: &'static [Command],
}

const WAYS: [Way; 3] = [
    Way {
        title: "See how it works",
        text: "Two invented accounts of one invented council vote, ready to compare.",
        commands: &[Command::OpenSample],
    },
    Way {
        title: "Open your articles",
        text: "Choose one account for each side, or drop the files on this window.",
        commands: &[Command::Open(Side::A), Command::Open(Side::B)],
    },
    Way {
        title: "Paste a text",
        text: "The first line becomes the headline, what follows the article.",
        commands: &[Command::Paste(Side::A), Command::Paste(Side::B)],
    },
];

/// Shows the page.
pub(in crate::app) fn show(ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new().fill(tokens.paper);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.add_space((ui.available_height() - 340.0).max(24.0) * 0.42);
        ui.vertical_centered(|ui| {
            ui.label(RichText::new("Parallax").family(semibold()).size(34.0));
            ui.add_space(2.0);
            ui.label(
                RichText::new(
                    "Two accounts of one story, side by side. Every number opens its evidence.",
                )
                .size(16.0)
                .color(tokens.weak),
            );
        });
        ui.add_space(30.0);
        let width = 272.0;
        let gap = 16.0;
        let indent = (ui.available_width() - width * 3.0 - gap * 2.0).max(0.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.add_space(indent);
            for way in &WAYS {
                card(way, width, ui, actions);
            }
        });
    });
}

fn card(way: &Way, width: f32, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new()
        .fill(tokens.panel)
        .stroke(egui::Stroke::new(1.0, tokens.line))
        .corner_radius(8)
        .inner_margin(18);
    frame.show(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(width - 38.0);
            ui.set_height(136.0);
            ui.label(RichText::new(way.title).family(semibold()).size(16.0));
            ui.label(RichText::new(way.text).color(tokens.weak));
            ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
                ui.horizontal(|ui| {
                    for command in way.commands {
                        let button = egui::Button::new(command.label()).min_size(vec2(0.0, 32.0));
                        let response = ui.add(button).on_hover_text(command.help());
                        if response.clicked() {
                            actions.run(*command);
                        }
                    }
                });
            });
        });
    });
}
