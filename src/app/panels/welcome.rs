//! The first thing anybody sees: what this is, three ways to begin, and the way back to what was open before.

use egui::{RichText, ScrollArea, Ui, vec2};

use crate::article::Side;

use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::focus_ring;
use crate::app::{Actions, App, Command, controls};
use crate::text::{shorten, tr};

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

/// How wide a card is, in points.
const CARD: f32 = 272.0;
/// Between cards, in points.
const GAP: f32 = 16.0;

/// Shows the page.
pub(in crate::app) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new().fill(tokens.paper);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let recent = app.preferences.recent.paths().len() as f32;
            let height = 370.0 + recent * 24.0;
            ui.add_space((ui.clip_rect().height() - height).max(24.0) * 0.42);
            ui.vertical_centered(|ui| {
                ui.label(RichText::new("Parallax").family(semibold()).size(34.0));
                ui.add_space(2.0);
                ui.label(
                    RichText::new(tr!(
                        "Two accounts of one story, side by side. Every number opens its evidence."
                    ))
                    .size(16.0)
                    .color(tokens.weak),
                );
            });
            ui.add_space(24.0);
            let columns = if ui.available_width() > CARD * 3.0 + GAP * 3.0 {
                3
            } else {
                1
            };
            let width = CARD * columns as f32 + GAP * (columns as f32 - 1.0);
            let indent = (ui.available_width() - width).max(0.0) / 2.0;
            for ways in WAYS.chunks(columns) {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    ui.add_space(indent);
                    for way in ways {
                        card(way, CARD, ui, actions);
                    }
                });
                ui.add_space(GAP / 2.0);
            }
            ui.horizontal_top(|ui| {
                ui.add_space(indent);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    earlier(app, ui, actions);
                });
            });
        });
    });
}

/// What was open before: the files opened last, and documents.
fn earlier(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        controls::button(app, ui, Command::OpenDocument, actions);
        ui.label(
            RichText::new(tr!("A comparison you saved, with your corrections.")).color(tokens.weak),
        );
    });
    let paths = app.preferences.recent.paths();
    if paths.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(RichText::new(tr!("Opened last")).family(semibold()));
    for path in paths {
        let there = app.is_there(path);
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy();
        let folder = path.parent().map(|folder| folder.display().to_string());
        ui.horizontal(|ui| {
            let button = egui::Button::new(shorten(&name, 60)).frame(false);
            let response = ui.add_enabled(there, button);
            focus_ring(ui, &response);
            let rest = if there {
                shorten(&folder.unwrap_or_default(), 80)
            } else {
                tr!("missing: moved or deleted").to_owned()
            };
            ui.add(egui::Label::new(RichText::new(rest).small().weak()).truncate());
            let whole = path.display().to_string();
            let response = response.on_hover_text(&whole).on_disabled_hover_text(whole);
            if response.clicked() {
                let path = path.clone();
                actions.push(move |app, _| app.open_recent(path));
            }
        });
    }
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
            ui.set_height(120.0);
            ui.label(RichText::new(tr(way.title)).family(semibold()).size(16.0));
            ui.label(RichText::new(tr(way.text)).color(tokens.weak));
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
