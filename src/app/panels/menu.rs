//! The menu bar and the buttons beside it, made from the commands.

use egui::Ui;

use crate::app::command::{About, Menu};
use crate::app::{Actions, App, Command, controls};

/// Shows the bar.
pub(in crate::app) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
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
            for command in Command::all() {
                if command.about().in_toolbar {
                    controls::button(app, ui, command, actions);
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                controls::button(app, ui, Command::Palette, actions);
            });
        });
    });
}

fn items(app: &App, menu: Menu, ui: &mut Ui, actions: &mut Actions) {
    let mut above = None;
    for command in Command::all() {
        let about = command.about();
        if about.menu != menu {
            continue;
        }
        let kind = std::mem::discriminant(&command);
        if about.apart && above.is_some_and(|above| above != kind) {
            ui.separator();
        }
        above = Some(kind);
        if command == Command::OpenDocument {
            recent(app, ui, actions);
        }
        item(app, command, &about, ui, actions);
    }
}

/// The files opened last.
fn recent(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let paths = app.preferences.recent.paths();
    ui.add_enabled_ui(!paths.is_empty(), |ui| {
        ui.menu_button("Open recent", |ui| {
            for path in paths {
                let name = path
                    .file_name()
                    .unwrap_or(path.as_os_str())
                    .to_string_lossy();
                let button = ui.button(crate::text::shorten(&name, 60));
                if button.on_hover_text(path.display().to_string()).clicked() {
                    let path = path.clone();
                    actions.push(move |app, _| app.open_recent(path));
                }
            }
            ui.separator();
            if ui.button("Forget these").clicked() {
                actions.push(|app, _| app.preferences.recent.clear());
            }
        });
    });
}

fn item(app: &App, command: Command, about: &About, ui: &mut Ui, actions: &mut Actions) {
    let why_not = about.why_not(app);
    let mut button =
        egui::Button::new(about.title(app)).selected(about.on(app).unwrap_or_default());
    if let Some(keys) = about.keys.first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(why_not.is_none(), button);
    if response.clicked() {
        actions.run(command);
    }
    response
        .on_hover_text(about.help)
        .on_disabled_hover_text(why_not.unwrap_or_default());
}
