//! A word list written or changed in the window. The file that a list came from stays as it is.

use egui::{TextEdit, Ui};

use crate::app::widgets::labels::{field, named, note, wrapped};
use crate::app::{Actions, App};
use crate::text::tr;

/// Lines of the field.
const ROWS: usize = 10;
/// The width of the name, in points.
const NAME: f32 = 220.0;

/// Shows the form, if one is open.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(mut form) = app.view.pages.list_draft.take() else {
        return;
    };
    let mut open = true;
    ui.group(|ui| {
        ui.horizontal(|ui| field(tr!("Name"), &mut form.name, NAME, ui));
        note(
            tr!("A word, phrase or pattern a line; or, after a first line “word, category, value, note”, columns \
             parted by tabs or commas."),
            ui,
        );
        let entries = TextEdit::multiline(&mut form.text)
            .code_editor()
            .desired_width(f32::INFINITY)
            .desired_rows(ROWS);
        let response = ui.add(entries);
        named(&response, egui::Role::MultilineTextInput, tr!("Entries"));
        if let Some(problem) = &form.problem {
            wrapped(problem.as_str(), ui);
        }
        ui.horizontal(|ui| {
            if ui.button(tr!("Keep list")).clicked() {
                match form.kept(&app.session().lists) {
                    Ok((lists, warnings)) => {
                        actions.edit("word list", move |session| session.lists = lists);
                        for warning in warnings {
                            app.messages.error(warning);
                        }
                        open = false;
                    }
                    Err(problem) => form.problem = Some(problem),
                }
            }
            open &= !ui.button(tr!("Cancel")).clicked();
        });
    });
    app.view.pages.list_draft = open.then_some(form);
}
