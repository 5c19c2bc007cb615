//! Everything around the text: menu, chart, evidence, messages and the windows over the page.

pub(super) mod chart;
pub(super) mod drop;
pub(super) mod evidence;
pub(super) mod find;
pub(super) mod menu;
pub(super) mod messages;
pub(super) mod overlay;
mod palette;
pub(super) mod shortcuts;
pub(super) mod status;
pub(super) mod welcome;

use egui::Ui;

use super::{Action, App, Command};

/// A button for a command, disabled with its reason where it is not possible.
pub(super) fn button(
    app: &App,
    ui: &mut Ui,
    command: Command,
    actions: &mut Vec<Action>,
) -> egui::Response {
    icon_button(app, ui, command, command.label(), actions)
}

/// A button for a command that shows `text` instead of its label. Screen readers hear the label.
pub(super) fn icon_button(
    app: &App,
    ui: &mut Ui,
    command: Command,
    text: &str,
    actions: &mut Vec<Action>,
) -> egui::Response {
    let why_not = command.why_not(app);
    let enabled = why_not.is_none();
    let mut button = egui::Button::new(text);
    if let Some(on) = command.is_on(app) {
        button = button.selected(on);
    }
    let response = ui.add_enabled(enabled, button);
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, command.label()));
    if response.clicked() {
        actions.push(Action::Run(command));
    }
    let keys = command
        .shortcut()
        .map(|keys| format!(" ({})", ui.ctx().format_shortcut(&keys)))
        .unwrap_or_default();
    response
        .on_hover_text(format!("{}{keys}", command.help()))
        .on_disabled_hover_text(why_not.unwrap_or_default())
}
