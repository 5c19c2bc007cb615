//! Reads the keyboard: every command by its keys.

use egui::{Event, Key, KeyboardShortcut, Ui};

use super::entry::About;
use super::table::Command;
use crate::app::state::{Actions, App};
use crate::app::view::Overlay;

/// Key presses that count in one frame.
const MOST: usize = 20;

/// Turns pressed keys into commands.
pub(in crate::app) fn read(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if app.view.overlay != Overlay::None {
        return; // The window over the page has the keyboard.
    }
    let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    if !ui.input(|input| input.events.iter().any(is_press)) {
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
    for (keys, command, about) in all {
        if typing && (types(keys) || about.left_to_typing) || about.why_not(app).is_some() {
            continue;
        }
        let most = if about.repeats { MOST } else { 1 };
        let pressed = ui
            .input_mut(|input| input.count_and_consume_key(keys.modifiers, keys.logical_key))
            .min(most);
        for _ in 0..pressed {
            actions.run(command);
        }
    }
}

/// Whether keys write something while a text field has the keyboard.
fn types(keys: KeyboardShortcut) -> bool {
    let function = matches!(keys.logical_key, Key::F1 | Key::F3);
    !keys.modifiers.command && !keys.modifiers.alt && !function
}

fn modifiers(keys: KeyboardShortcut) -> usize {
    let modifiers = keys.modifiers;
    [modifiers.command, modifiers.shift, modifiers.alt]
        .into_iter()
        .filter(|on| *on)
        .count()
}
