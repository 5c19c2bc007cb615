//! Windows with something to write: a pasted article, what was understood of one, a name.

use egui::{Key, KeyboardShortcut, Modifiers, ScrollArea, TextEdit, Ui};

use crate::article::Side;
use crate::session::SourceId;

use super::frame::{Next, foot, title};
use crate::app::Actions;
use crate::app::view::Details;
use crate::app::widgets::labels::{entered, field, note};
use crate::text::tr;

pub(super) fn paste(side: Side, text: &mut String, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(&tr!("Paste an article as source {}", side.label()), ui);
    let label = ui.label(tr!(
        "The first line becomes the headline, what follows the article."
    ));
    let enter = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
    // Before the field, which would begin a new line.
    let finished = ui.input_mut(|input| input.consume_shortcut(&enter));
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        let field = TextEdit::multiline(text)
            .desired_rows(14)
            .desired_width(f32::INFINITY)
            .hint_text(tr!("Paste here (Ctrl+V)"));
        let field = ui.add(field).labelled_by(label.id);
        if text.is_empty() && !field.has_focus() {
            field.request_focus();
        }
    });
    let possible = !text.trim().is_empty();
    let keys = ui.ctx().format_shortcut(&enter);
    note(
        tr!("{keys} opens it, Tab leaves the field, Escape closes this."; keys),
        ui,
    );
    let (clicked, left) = foot(ui, Some((tr!("Open as article"), possible)), tr!("Cancel"));
    let done = clicked || (finished && possible);
    if done {
        let text = std::mem::take(text);
        actions.push(move |app, _| app.open_text(side, "Pasted text", &text));
    }
    Next::close_if(done || left)
}

pub(super) fn details(
    side: Side,
    details: &mut Details,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    title(&tr!("Details of source {}", side.label()), ui);
    ui.label(tr!("The file itself stays as it is."));
    ui.add_space(6.0);
    for (name, text, rows) in [
        (tr!("Name of the source"), &mut details.source, 1),
        (tr!("Headline"), &mut details.headline, 3),
        (tr!("Outlet"), &mut details.outlet, 1),
        (tr!("Date of publication"), &mut details.published, 1),
    ] {
        let label = ui.label(name);
        let field = if rows > 1 {
            TextEdit::multiline(text).desired_rows(rows)
        } else {
            TextEdit::singleline(text)
        };
        ui.add(field.desired_width(f32::INFINITY))
            .labelled_by(label.id);
    }
    let (done, left) = foot(ui, Some((tr!("Apply"), true)), tr!("Cancel"));
    if done {
        let details = std::mem::take(details);
        actions.push(move |app, _| app.correct(side, &details));
    }
    Next::close_if(done || left)
}

pub(super) fn rename(id: SourceId, name: &mut String, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(tr!("Name of the source"), ui);
    let field = field(tr!("Name"), name, f32::INFINITY, ui);
    let entered = entered(&field, ui);
    if !ui.memory(|memory| memory.focused().is_some()) && !entered {
        field.request_focus();
    }
    let possible = !name.trim().is_empty();
    let (clicked, left) = foot(ui, Some((tr!("Rename"), possible)), tr!("Cancel"));
    let done = (clicked || entered) && possible;
    if done {
        let name = std::mem::take(name);
        actions.edit("name of a source", move |session| {
            session.rename_source(id, &name);
        });
    }
    Next::close_if(done || left)
}
