//! Windows to read: messages, shortcuts, about.

use egui::{RichText, ScrollArea, Ui};

use crate::compare::STANDING_LINE;

use super::frame::{Next, close, foot, title};
use crate::app::panels::messages::line;
use crate::app::{Actions, App, Command};

pub(super) fn messages(app: &App, ui: &mut Ui, actions: &mut Actions) -> Next {
    title("Messages", ui);
    if app.messages.all().is_empty() {
        ui.label("Nothing to report so far.");
    }
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for message in app.messages.all().iter().rev() {
            line(message, ui);
        }
    });
    let (copy, left) = foot(
        ui,
        Some(("Copy all", !app.messages.all().is_empty())),
        "Close",
    );
    if copy {
        actions.copy(app.messages.to_text());
    }
    Next::close_if(left)
}

pub(super) fn shortcuts(ui: &mut Ui) -> Next {
    title("Keyboard shortcuts", ui);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        egui::Grid::new("shortcuts")
            .num_columns(2)
            .spacing([24.0, 6.0])
            .striped(true)
            .show(ui, |ui| {
                for command in Command::all() {
                    let keys = command.keys();
                    if !keys.is_empty() {
                        let keys: Vec<String> = (keys.iter())
                            .map(|keys| ui.ctx().format_shortcut(keys))
                            .collect();
                        ui.label(command.label());
                        ui.label(keys.join(", "));
                        ui.end_row();
                    }
                }
            });
    });
    close(ui)
}

pub(super) fn about(ui: &mut Ui) -> Next {
    title("Parallax", ui);
    ui.label(format!("Version {}", crate::VERSION));
    ui.label("Shows how two sources tell the same story: tone, headline sensationalism and wording, every number with its evidence.");
    ui.label(STANDING_LINE);
    ui.label(
        "Works offline. Nothing leaves this computer, and no file that was opened is ever changed.",
    );
    ui.add_space(6.0);
    ui.label(RichText::new("MIT OR Apache-2.0. Tone uses the VADER lexicon (MIT, C.J. Hutto). Set in Inter (SIL Open Font License).").small().weak());
    close(ui)
}
