//! Windows about files: typing a path, replacing, dropping, leaving, recovering.

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::article::Side;
use crate::session::recovery::Recovered;

use super::frame::{Next, foot, title};
use crate::app::dialogs::INSTALL_HINT;
use crate::app::purpose::{IfThere, Purpose};
use crate::app::widgets::labels::{entered, field};
use crate::app::{Actions, App};
use crate::workspace::Output;
use crate::workspace::Placing;

pub(super) fn path(
    purpose: Purpose,
    text: &mut String,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    title(purpose.title(), ui);
    ui.label("No file dialog answers on this system. Type the path of the file, or close this and drop the file on the window.");
    ui.horizontal_wrapped(|ui| {
        ui.label("To get file dialogs:");
        ui.code(INSTALL_HINT);
    });
    ui.add_space(6.0);
    let field = field("Path", text, f32::INFINITY, ui);
    let entered = entered(&field, ui);
    if text.is_empty() && !field.has_focus() {
        field.request_focus();
    }
    let does = match purpose {
        Purpose::Save(_) => "Save",
        Purpose::Open(..) | Purpose::OpenDocument => "Open",
    };
    let (clicked, left) = foot(ui, Some((does, !text.trim().is_empty())), "Cancel");
    let done = (clicked || entered) && !text.trim().is_empty();
    if done {
        let path = PathBuf::from(text.trim());
        match purpose {
            Purpose::Open(side, placing) => actions.open(side, placing, vec![path]),
            Purpose::OpenDocument => actions.push(move |app, _| app.open_recent(path)),
            Purpose::Save(output) => {
                actions.push(move |app, ctx| app.save_output(output, &path, IfThere::Ask, ctx));
            }
        }
    }
    Next::close_if(done || left)
}

pub(super) fn replace(output: Output, path: &Path, ui: &mut Ui, actions: &mut Actions) -> Next {
    title("Replace this file?", ui);
    ui.label(format!(
        "{} is there already. Replacing it cannot be undone.",
        path.display()
    ));
    let (done, left) = foot(ui, Some(("Replace", true)), "Cancel");
    if done {
        let path = path.to_owned();
        actions.push(move |app, ctx| app.save_output(output, &path, IfThere::Replace, ctx));
    }
    Next::close_if(done || left)
}

pub(super) fn unsaved(ui: &mut Ui, actions: &mut Actions) -> Next {
    title("Save before closing?", ui);
    ui.label("Matches you chose, texts you corrected or settings you changed are not saved in a document.");
    ui.add_space(10.0);
    let mut next = Next::Stay;
    ui.horizontal(|ui| {
        if ui.button("Save…").clicked() {
            actions.push(App::save_and_leave);
            next = Next::Close;
        }
        if ui.button("Close without saving").clicked() {
            actions.push(App::leave);
            next = Next::Close;
        }
        if ui.button("Cancel").clicked() {
            next = Next::Close;
        }
    });
    next
}

pub(super) fn recover(copy: &Recovered, ui: &mut Ui, actions: &mut Actions) -> Next {
    title("Open what was open last?", ui);
    ui.label(format!(
        "Parallax did not close properly, or another window of it is still open. A copy of your work was kept on {}. Opening it takes the place of what is open now; undo brings that back.",
        copy.saved.replace('T', " at ").replace('Z', " UTC")
    ));
    for source in copy.opened.session.sources().iter().take(6) {
        ui.label(format!("• {}", source.name));
    }
    let (done, left) = foot(ui, Some(("Open it", true)), "Discard");
    if done {
        let copy = copy.clone();
        actions.push(move |app, _| app.recover(copy));
    }
    if left {
        actions.push(|app, _| app.drop_copy());
    }
    Next::close_if(done || left)
}

pub(super) fn dropped(files: &mut Vec<PathBuf>, ui: &mut Ui, actions: &mut Actions) -> Next {
    title("Where should this go?", ui);
    for file in files.iter().take(8) {
        ui.label(file.display().to_string());
    }
    ui.add_space(8.0);
    let mut next = Next::Stay;
    ui.horizontal(|ui| {
        for side in Side::BOTH {
            let label = format!("Open as source {}", side.label());
            if ui.button(label).clicked() {
                let files = std::mem::take(files);
                actions.open(side, Placing::Apart, files);
                next = Next::Close;
            }
        }
        if ui.button("Cancel").clicked() {
            next = Next::Close;
        }
    });
    next
}
