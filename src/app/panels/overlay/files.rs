//! Windows about files: typing a path, replacing, dropping.

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::article::Side;

use super::frame::{Next, foot, title};
use crate::app::Actions;
use crate::app::files::dialogs::INSTALL_HINT;
use crate::app::files::purpose::{IfThere, Purpose};
use crate::app::widgets::labels::{entered, field};
use crate::text::tr;
use crate::workspace::Output;
use crate::workspace::Placing;

pub(super) fn path(
    purpose: Purpose,
    text: &mut String,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    title(purpose.title(), ui);
    ui.label(tr!("No file dialog answers on this system. Type the path of the file, or close this and drop the file on the window."));
    ui.horizontal_wrapped(|ui| {
        ui.label(tr!("To get file dialogs:"));
        ui.code(INSTALL_HINT);
    });
    ui.add_space(6.0);
    let field = field(tr!("Path"), text, f32::INFINITY, ui);
    let entered = entered(&field, ui);
    if text.is_empty() && !field.has_focus() {
        field.request_focus();
    }
    let does = match purpose {
        Purpose::Save(_) => tr!("Save"),
        Purpose::Open(..) | Purpose::OpenDocument | Purpose::OpenList | Purpose::OpenStudy => {
            tr!("Open")
        }
    };
    let (clicked, left) = foot(ui, Some((does, !text.trim().is_empty())), tr!("Cancel"));
    let done = (clicked || entered) && !text.trim().is_empty();
    if done {
        let path = PathBuf::from(text.trim());
        match purpose {
            Purpose::Open(side, placing) => actions.open(side, placing, vec![path]),
            Purpose::OpenDocument => actions.push(move |app, _| app.open_recent(path)),
            Purpose::OpenStudy => actions.push(move |app, _| app.read_studies(vec![path])),
            Purpose::OpenList => actions.push(move |app, _| app.read_lists(vec![path])),
            Purpose::Save(output) => {
                actions.push(move |app, ctx| app.save_output(output, &path, IfThere::Ask, ctx));
            }
        }
    }
    Next::close_if(done || left)
}

pub(super) fn replace(
    output: Output,
    path: &Path,
    if_there: IfThere,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    let is_forced = if_there == IfThere::Force;
    title(
        if is_forced {
            tr!("Replace this read-only file?")
        } else {
            tr!("Replace this file?")
        },
        ui,
    );
    let why = if is_forced {
        tr!("may not be written to")
    } else {
        tr!("is there already")
    };
    ui.label(tr!(
        "{} {why}. Replacing it cannot be undone.",
        path.display(); why));
    let (done, left) = foot(ui, Some((tr!("Replace"), true)), tr!("Cancel"));
    if done {
        let path = path.to_owned();
        actions.push(move |app, ctx| app.save_output(output, &path, if_there, ctx));
    }
    Next::close_if(done || left)
}

pub(super) fn dropped(files: &mut Vec<PathBuf>, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(tr!("Where should this go?"), ui);
    for file in files.iter().take(8) {
        ui.label(file.display().to_string());
    }
    ui.add_space(8.0);
    let mut next = Next::Stay;
    ui.horizontal(|ui| {
        for side in Side::BOTH {
            let label = tr!("Open as source {}", side.label());
            if ui.button(label).clicked() {
                let files = std::mem::take(files);
                actions.open(side, Placing::Apart, files);
                next = Next::Close;
            }
        }
        if ui.button(tr!("Cancel")).clicked() {
            next = Next::Close;
        }
    });
    next
}
