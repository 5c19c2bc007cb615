//! Reads the keyboard: every command's shortcut, and the arrow keys as a second way to step.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::app::view::Overlay;
use crate::app::{Action, App, Command};

/// Key presses that count in one frame.
const MOST: usize = 20;

/// Further keys for commands that have one already.
const ALSO: [(Modifiers, Key, Command); 3] = [
    (Modifiers::NONE, Key::ArrowDown, Command::NextParagraph),
    (Modifiers::NONE, Key::ArrowUp, Command::PreviousParagraph),
    (Modifiers::COMMAND, Key::Y, Command::Redo),
];

/// Turns pressed keys into commands.
pub(in crate::app) fn read(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    if app.view.overlay != Overlay::None {
        return; // The window over the page has the keyboard.
    }
    let typing = ui.ctx().egui_wants_keyboard_input();
    let mut keys: Vec<(KeyboardShortcut, Command)> = Command::all()
        .into_iter()
        .filter_map(|command| Some((command.shortcut()?, command)))
        .chain(
            ALSO.map(|(modifiers, key, command)| (KeyboardShortcut::new(modifiers, key), command)),
        )
        .collect();
    // The more modifiers the earlier: Ctrl+Shift+O would also match Ctrl+O.
    keys.sort_by_key(|(keys, _)| std::cmp::Reverse(modifiers(keys.modifiers)));
    for (keys, command) in keys {
        if typing && belongs_to_field(keys, command) {
            continue;
        }
        if command.why_not(app).is_some() {
            continue;
        }
        let pressed = ui
            .input_mut(|input| input.count_and_consume_key(keys.modifiers, keys.logical_key))
            .min(MOST);
        let times = if command.repeats() {
            pressed
        } else {
            pressed.min(1)
        };
        actions.extend((0..times).map(|_| Action::Run(command)));
    }
}

/// Whether keys mean something else while a text field has the keyboard: they type, or change the text.
fn belongs_to_field(keys: KeyboardShortcut, command: Command) -> bool {
    let types = !keys.modifiers.command && !keys.modifiers.alt;
    let function = matches!(keys.logical_key, Key::F1 | Key::F3);
    types && !function || matches!(command, Command::Undo | Command::Redo)
}

fn modifiers(modifiers: Modifiers) -> usize {
    [modifiers.command, modifiers.shift, modifiers.alt]
        .into_iter()
        .filter(|on| *on)
        .count()
}
