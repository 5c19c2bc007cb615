//! The command palette: any command by a few letters of its name.

use egui::{Key, RichText, Role, ScrollArea, TextEdit, Ui};

use super::frame::Next;
use crate::app::widgets::labels::named;
use crate::app::{Actions, App, Command};
use crate::text::tr;

/// Shows the field and the commands that fit what was typed.
pub(super) fn show(
    app: &App,
    text: &mut String,
    at: &mut usize,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    let field = TextEdit::singleline(text)
        .desired_width(f32::INFINITY)
        .hint_text(tr!("Type a few letters of a command"));
    let field = ui.add(field);
    named(&field, Role::TextInput, tr!("Find a command"));
    if field.changed() {
        *at = 0;
    }
    let found = fitting(text);
    let (enter, down, up) = ui.input(|input| {
        (
            input.key_pressed(Key::Enter),
            input.key_pressed(Key::ArrowDown),
            input.key_pressed(Key::ArrowUp),
        )
    });
    if down {
        *at = (*at + 1).min(found.len().saturating_sub(1));
    }
    if up {
        *at = at.saturating_sub(1);
    }
    let mut chosen = enter.then(|| found.get(*at).copied()).flatten();
    ui.add_space(4.0);
    ScrollArea::vertical()
        .max_height(380.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (index, command) in found.iter().enumerate() {
                let response = entry(app, *command, index == *at, ui);
                if response.clicked() {
                    chosen = Some(*command);
                }
                if index == *at && (up || down) {
                    response.scroll_to_me(None);
                }
            }
        });
    if found.is_empty() {
        ui.label(tr!("No command is called that."));
    }
    field.request_focus();
    match chosen {
        Some(command) if command.about().why_not(app).is_none() => {
            actions.run(command);
            Next::Close
        }
        _ => Next::Stay,
    }
}

fn entry(app: &App, command: Command, marked: bool, ui: &mut Ui) -> egui::Response {
    let about = command.about();
    let why_not = about.why_not(app);
    let keys = about
        .keys
        .first()
        .map(|keys| ui.ctx().format_shortcut(keys));
    let button = egui::Button::new(format!("{} › {}", about.menu.label(), about.label))
        .selected(marked)
        .min_size(egui::vec2(ui.available_width(), 0.0))
        .shortcut_text(keys.unwrap_or_default());
    let response = ui.add_enabled(why_not.is_none(), button);
    if marked {
        let text = why_not.unwrap_or(about.help);
        ui.label(RichText::new(text).small().weak());
    }
    response
}

/// The commands whose name holds every typed word; those that begin with it first.
fn fitting(text: &str) -> Vec<Command> {
    let wanted = text.trim().to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut found: Vec<(bool, Command)> = Command::all()
        .into_iter()
        .filter(|command| *command != Command::Palette)
        .filter_map(|command| {
            let label = command.label().to_lowercase();
            let name = format!("{} {label}", command.menu().label().to_lowercase());
            let fits = words.iter().all(|word| name.contains(word));
            fits.then(|| (!label.starts_with(&wanted), command))
        })
        .collect();
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::fitting;
    use crate::app::Command;

    #[test]
    fn a_few_letters_find_a_command() {
        assert_eq!(fitting("swap").first(), Some(&Command::Swap));
        assert!(fitting("dark").contains(&Command::ThemeDark));
        assert!(fitting("no such thing").is_empty());
        assert_eq!(fitting("").len(), Command::all().len() - 1);
    }
}
