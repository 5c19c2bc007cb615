//! Windows to read: messages, shortcuts, about.

use egui::{RichText, ScrollArea, Ui};

use crate::compare::STANDING_LINE;

use super::frame::{Next, close, foot, title};
use crate::app::command::menu::Menu;
use crate::app::panels::messages::line;
use crate::app::theme::semibold;
use crate::app::{Actions, App, Command};
use crate::text::tr;

pub(super) fn messages(app: &App, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(tr!("Messages"), ui);
    if app.messages.all().is_empty() {
        ui.label(tr!("Nothing to report so far."));
    }
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for message in app.messages.all().iter().rev() {
            line(message, ui);
        }
    });
    let (copy, left) = foot(
        ui,
        Some((tr!("Copy all"), !app.messages.all().is_empty())),
        tr!("Close"),
    );
    if copy {
        actions.copy(app.messages.to_text());
    }
    Next::close_if(left)
}

/// The narrowest a column of keys may be, in points.
const KEYS: f32 = 320.0;

/// What the bar that scrolls takes, in points.
const BAR: f32 = 14.0;

/// Every key, a menu after the other, in as many columns as there is room for.
pub(super) fn shortcuts(ui: &mut Ui) -> Next {
    title(tr!("Keyboard shortcuts"), ui);
    let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for menu in Menu::ALL {
        let with_keys = Command::all()
            .into_iter()
            .filter(|command| command.menu() == menu && !command.keys().is_empty());
        let rows = with_keys.map(|command| {
            let keys: Vec<String> = (command.keys().iter())
                .map(|keys| ui.ctx().format_shortcut(keys))
                .collect();
            (command.label().to_owned(), keys.join(", "))
        });
        groups.push((menu.label().to_owned(), rows.collect()));
    }
    if !cfg!(target_os = "macos") {
        let menus =
            Menu::ALL.map(|menu| (menu.label().to_owned(), tr!("Alt+{}", menu.key().name())));
        groups.push((tr!("Menus").to_owned(), menus.to_vec()));
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    let total: usize = groups.iter().map(|(_, rows)| rows.len() + 1).sum();
    let columns = [3, 2, 1]
        .into_iter()
        .find(|columns| KEYS * *columns as f32 <= ui.available_width() + 20.0 || *columns == 1);
    let columns = columns.unwrap_or(1);
    // The bar that scrolls floats over the right edge: no key stands under it.
    let width = (ui.available_width() - BAR) / columns as f32;
    ScrollArea::vertical()
        .max_height(ui.available_height() - 44.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 28.0;
                let mut left = groups.as_slice();
                let a_column = total.div_ceil(columns);
                for column in 0..columns {
                    let mut lines = 0;
                    let take = left.iter().take_while(|(_, rows)| {
                        let fits = lines == 0 || lines + rows.len() / 2 < a_column;
                        lines += rows.len() + 1;
                        fits || column + 1 == columns
                    });
                    let count = take.count();
                    let (here, rest) = left.split_at(count);
                    left = rest;
                    ui.vertical(|ui| {
                        ui.set_width(width - 30.0);
                        for (menu, rows) in here {
                            keys(menu, rows, ui);
                        }
                    });
                }
            });
        });
    close(ui)
}

/// The keys of one menu, or of the menus.
fn keys(menu: &str, rows: &[(String, String)], ui: &mut Ui) {
    ui.add_space(4.0);
    ui.label(RichText::new(menu).small().weak());
    for (label, keys) in rows {
        ui.horizontal(|ui| {
            ui.set_height(18.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(RichText::new(keys).family(semibold()).size(12.5));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(label).truncate());
                });
            });
        });
    }
}

pub(super) fn about(ui: &mut Ui) -> Next {
    title("Parallax", ui);
    ui.label(tr!("Version {}", crate::VERSION));
    ui.label(tr!("Shows how two sources tell the same story: tone, headline sensationalism and wording, every number with its evidence."));
    ui.label(tr(STANDING_LINE));
    ui.label(tr!(
        "Works offline. Nothing leaves this computer, and no file that was opened is ever changed."
    ));
    ui.add_space(6.0);
    ui.label(RichText::new(tr!("MIT OR Apache-2.0. Tone uses the VADER lexicon (MIT, C.J. Hutto). Set in Inter (SIL Open Font License).")).small().weak());
    close(ui)
}
