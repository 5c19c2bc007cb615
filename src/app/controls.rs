//! Controls that pages, panels and the reader share and that know the state: buttons made from
//! commands, how far comparing is, the facts of a measure.

use egui::{AtomExt as _, Label, RichText, Role, Ui};

use crate::article::Side;
use crate::score::measure::Measure;
use crate::text::tr;

use super::command::About;
use super::theme::Tokens;
use super::widgets::labels::{named, named_choice};
use super::{Actions, App, Command};

/// A button for a command, disabled with its reason where it is not possible.
pub(super) fn button(
    app: &App,
    ui: &mut Ui,
    command: Command,
    actions: &mut Actions,
) -> egui::Response {
    icon_button(app, ui, command, command.label(), actions)
}

/// A button for a command that shows `text` instead of its label. Screen readers hear the label.
pub(super) fn icon_button(
    app: &App,
    ui: &mut Ui,
    command: Command,
    text: &str,
    actions: &mut Actions,
) -> egui::Response {
    let about = command.about();
    let why_not = about.why_not(app);
    let enabled = why_not.is_none();
    let on = about.on(app);
    let tokens = Tokens::of(ui);
    let button = if on == Some(true) {
        // Told at a glance from what is off, and from what is not possible.
        egui::Button::new(RichText::new(text).color(tokens.paper)).fill(tokens.accent)
    } else {
        egui::Button::new(text)
    };
    let response = ui.add_enabled(enabled, button);
    match on {
        Some(on) => named_choice(&response, Role::Button, on, about.label),
        None => named(&response, Role::Button, about.label),
    }
    if response.clicked() {
        actions.run(command);
    }
    response
        .on_hover_text(help(&about, ui))
        .on_disabled_hover_text(why_not.unwrap_or_default())
}

/// A cross that closes what the command `closes`, called `name`.
pub(super) fn cross(ui: &mut Ui, closes: Command, name: &str, actions: &mut Actions) {
    let response = ui.add(egui::Button::new("×"));
    named(&response, Role::Button, name);
    if response.clicked() {
        actions.run(closes);
    }
    response.on_hover_text(name);
}

/// What a command does, with its keys.
pub(super) fn help(about: &About, ui: &Ui) -> String {
    let keys = about.keys.first();
    let keys = keys.map(|keys| format!(" ({})", ui.ctx().format_shortcut(keys)));
    format!("{}{}", about.help, keys.unwrap_or_default())
}

/// Room for a tick in a menu, so that names stand below each other.
pub(super) const TICK: egui::Vec2 = egui::vec2(12.0, 12.0);

/// A command as an entry of a small menu: a tick where it is on, its keys at the right.
pub(super) fn entry(app: &App, ui: &mut Ui, command: Command, actions: &mut Actions) {
    let about = command.about();
    let why_not = about.why_not(app);
    let on = about.on(app);
    let title = about.title(app);
    let mut button = match on {
        Some(on) => {
            let tick = if on { "✓" } else { "" };
            egui::Button::new((tick.atom_size(TICK), title))
        }
        None => egui::Button::new(title),
    };
    if let Some(keys) = about.keys.first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(why_not.is_none(), button);
    match on {
        Some(on) => named_choice(&response, Role::CheckBox, on, about.label),
        None => named(&response, Role::Button, about.label),
    }
    if response.clicked() {
        actions.run(command);
    }
    response
        .on_hover_text(about.help)
        .on_disabled_hover_text(why_not.unwrap_or_default());
}

/// How far comparing is, with a way to stop it and to begin again; false where there is nothing to
/// compare.
pub(super) fn progress(app: &App, ui: &mut Ui, actions: &mut Actions) -> bool {
    if Side::BOTH
        .iter()
        .any(|side| app.session().source(*side).is_none())
    {
        return false;
    }
    if app.workspace.is_stopped() {
        ui.label(tr!("Comparing was stopped."));
        if ui.button(tr!("Compare again")).clicked() {
            actions.push(|app, _| app.compare_again());
        }
        return true;
    }
    let Some(work) = app.workspace.progress() else {
        return false;
    };
    // How far it is, and the way to stop it, stand at the bottom of the window.
    ui.label(match work.what().as_str() {
        "scoring" => tr!("Scoring…"),
        _ => tr!("Comparing…"),
    });
    true
}

/// Every fact about a measure, its name before it.
pub(super) fn facts(measure: &Measure, ui: &mut Ui) {
    for (name, text) in measure.facts() {
        ui.horizontal_top(|ui| {
            let width = 110.0_f32.min(ui.available_width() * 0.35);
            ui.allocate_ui_with_layout(
                egui::vec2(width, 18.0),
                egui::Layout::left_to_right(egui::Align::Min),
                |ui| {
                    ui.set_min_width(width);
                    ui.add(Label::new(RichText::new(name).weak()).truncate());
                },
            );
            ui.add(Label::new(text).wrap());
        });
    }
}
