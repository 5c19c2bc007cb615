//! Reads the keyboard: every command by its keys.

use egui::{Event, Key, KeyboardShortcut, Modifiers, Popup, Ui};

use super::entry::About;
use super::menu::Menu;
use super::table::Command;
use crate::app::state::{Actions, App};
use crate::app::view::Overlay;

/// Key presses that count in one frame.
const MOST: usize = 20;

/// Turns pressed keys into commands, in the order they were pressed. What comes after the keys of a command
/// that opens a field is left to that field.
pub(in crate::app) fn read(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    if app.view.overlay != Overlay::None || Popup::is_any_open(ui.ctx()) {
        return; // The window over the page, or the menu, has the keyboard.
    }
    let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    if !ui.input(|input| input.events.iter().any(is_press)) {
        return;
    }
    if let Some(menu) = asked_menu(ui) {
        app.view.menu = Some(menu);
        return;
    }
    let typing = ui.ctx().egui_wants_keyboard_input();
    let mut all: Vec<(KeyboardShortcut, Command, About)> = Vec::new();
    for command in Command::all() {
        let keys = command.keys().into_iter();
        all.extend(keys.map(|keys| (keys, command, command.about())));
    }
    // The more modifiers the earlier: Ctrl+Shift+O would also match Ctrl+O.
    all.sort_by_key(|(keys, ..)| std::cmp::Reverse(modifiers(*keys)));
    let pressed: Vec<(Modifiers, Key)> = ui.input(|input| {
        let presses = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Some((*modifiers, *key)),
            _ => None,
        });
        presses.collect()
    });
    let mut done: Vec<Command> = Vec::new();
    let coding = app.is_coding();
    for (modifiers, key) in pressed {
        let wanted = all.iter().find(|(keys, _, about)| {
            keys.logical_key == key
                && modifiers.matches_logically(keys.modifiers)
                // Whoever codes answers by plain keys.
                && !(coding && types(*keys))
                && !(typing && (types(*keys) || about.left_to_typing))
                && about.why_not(app).is_none()
        });
        let Some((keys, command, about)) = wanted else {
            continue;
        };
        ui.input_mut(|input| input.consume_key(keys.modifiers, keys.logical_key));
        let most = if about.repeats { MOST } else { 1 };
        if done.iter().filter(|known| *known == command).count() < most {
            done.push(*command);
            actions.run(*command);
        }
        if command.opens_field() {
            break;
        }
    }
}

/// The menu whose letter was pressed together with Alt. On a Mac these keys write letters.
fn asked_menu(ui: &Ui) -> Option<Menu> {
    if cfg!(target_os = "macos") {
        return None;
    }
    (Menu::ALL.into_iter())
        .find(|menu| ui.input_mut(|input| input.consume_key(Modifiers::ALT, menu.key())))
}

/// Whether keys write something while a text field has the keyboard.
fn types(keys: KeyboardShortcut) -> bool {
    let function = matches!(keys.logical_key, Key::F1 | Key::F3 | Key::F10 | Key::F11);
    !keys.modifiers.command && !keys.modifiers.alt && !function
}

fn modifiers(keys: KeyboardShortcut) -> usize {
    let modifiers = keys.modifiers;
    [modifiers.command, modifiers.shift, modifiers.alt]
        .into_iter()
        .filter(|on| *on)
        .count()
}
