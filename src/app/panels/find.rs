//! The bar for finding words in both texts.

use egui::{Id, Key, Role, Ui};

use crate::article::Side;

use crate::app::widgets::labels::named;
use crate::app::{Actions, App, Command, controls};
use crate::text::tr;

/// Shows the bar, if it is open.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    if !app.view.find.open {
        return;
    }
    egui::Panel::top("find").show(ui, |ui| {
        ui.horizontal(|ui| {
            field(app, ui, actions);
            let find = &mut app.view.find;
            ui.checkbox(&mut find.query.whole_words, tr!("Whole words"));
            for (command, text) in [(Command::FindPrevious, "▲"), (Command::FindNext, "▼")] {
                controls::icon_button(app, ui, command, text, actions);
            }
            ui.label(counts(app));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let close = ui.button("×");
                named(&close, Role::Button, tr!("Close the find bar"));
                if close.clicked() {
                    app.view.find.open = false;
                }
            });
        });
    });
}

fn field(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let find = &mut app.view.find;
    let label = ui.label(tr!("Find"));
    let id = Id::unique("find field");
    if std::mem::take(&mut find.take_keyboard) {
        // Before the field is shown: what is typed in the same frame is its.
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let field = egui::TextEdit::singleline(&mut find.query.text).desired_width(220.0);
    let field = ui.add(field.id(id)).labelled_by(label.id);
    if field.lost_focus() {
        let (enter, back, escape) = ui.input(|input| {
            let enter = input.key_pressed(Key::Enter);
            (enter, input.modifiers.shift, input.key_pressed(Key::Escape))
        });
        if escape {
            find.open = false;
        } else if enter {
            find.take_keyboard = true;
            actions.run(if back {
                Command::FindPrevious
            } else {
                Command::FindNext
            });
        }
    }
}

fn counts(app: &App) -> String {
    let find = &app.view.find;
    if find.query.text.trim().is_empty() {
        return String::new();
    }
    if find.is_looking() {
        return tr!("Looking…").to_owned();
    }
    let found = find.found();
    let more = if found.more { tr!(" or more") } else { "" };
    let [a, b] = Side::BOTH.map(|side| found.count(side));
    let at = find
        .at
        .map_or_else(String::new, |at| tr!(", at {} of {}", at + 1, a + b));
    tr!("{a} in A, {b} in B{more}{at}"; a, b, more, at)
}
