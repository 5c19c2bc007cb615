//! The menu bar and the buttons beside it, made from the commands.

use egui::Ui;

use crate::article::Side;
use crate::text::shorten;

use crate::app::command::Menu;
use crate::app::{Action, App, Command, controls};

const TOOLBAR: [Command; 4] = [
    Command::Open(Side::A),
    Command::Open(Side::B),
    Command::Swap,
    Command::Find,
];

/// Shows the bar.
pub(in crate::app) fn show(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    egui::Panel::top("menu").show(ui, |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            for menu in Menu::ALL {
                ui.menu_button(menu.label(), |ui| {
                    ui.set_min_width(250.0);
                    let room = ui.ctx().content_rect().height() - 80.0;
                    egui::ScrollArea::vertical()
                        .max_height(room)
                        .min_scrolled_height(room)
                        .show(ui, |ui| items(app, menu, ui, actions));
                });
            }
            ui.separator();
            // Where there is no room for them, they are in the menus.
            if ui.available_width() < 520.0 {
                return;
            }
            for command in TOOLBAR {
                controls::button(app, ui, command, actions);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                controls::button(app, ui, Command::Palette, actions);
            });
        });
    });
}

fn items(app: &App, menu: Menu, ui: &mut Ui, actions: &mut Vec<Action>) {
    for (index, group) in Command::of_menu(menu).into_iter().enumerate() {
        if index > 0 {
            ui.separator();
        }
        if group.contains(&Command::OpenDocument) {
            recent(app, ui, actions);
        }
        for command in group {
            item(app, command, ui, actions);
        }
    }
}

/// The files opened last.
fn recent(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    let paths = app.preferences.recent.paths();
    ui.add_enabled_ui(!paths.is_empty(), |ui| {
        ui.menu_button("Open recent", |ui| {
            for path in paths {
                let name = path
                    .file_name()
                    .unwrap_or(path.as_os_str())
                    .to_string_lossy();
                let button = ui.button(shorten(&name, 60));
                if button.on_hover_text(path.display().to_string()).clicked() {
                    actions.push(Action::OpenRecent(path.clone()));
                }
            }
            ui.separator();
            if ui.button("Forget these").clicked() {
                actions.push(Action::ForgetRecent);
            }
        });
    });
}

fn item(app: &App, command: Command, ui: &mut Ui, actions: &mut Vec<Action>) {
    let why_not = command.why_not(app);
    let label = match (command, app.history.undo_label(), app.history.redo_label()) {
        (Command::Undo, Some(step), _) => format!("Undo: {step}"),
        (Command::Redo, _, Some(step)) => format!("Redo: {step}"),
        _ => command.label().to_owned(),
    };
    let mut button = egui::Button::new(label);
    if let Some(on) = command.is_on(app) {
        button = button.selected(on);
    }
    if let Some(keys) = command.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&keys));
    }
    let response = ui.add_enabled(why_not.is_none(), button);
    if response.clicked() {
        actions.push(Action::Run(command));
    }
    response
        .on_hover_text(command.help())
        .on_disabled_hover_text(why_not.unwrap_or_default());
}
