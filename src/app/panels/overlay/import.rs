//! What became of every file, and which field of a collection holds what.

use std::fmt::Write as _;
use std::path::Path;

use egui::{ComboBox, Grid, Label, RichText, ScrollArea, Ui};

use crate::article::Side;
use crate::load::{Field, FileOutcome, FileReport, Mapping, Role};
use crate::text::{shorten, tr, tr_counted, tr_said};

use super::frame::{Next, foot, title};
use crate::app::widgets::labels::wrapped;
use crate::app::{Actions, App};
use crate::workspace::Placing;

/// What a person may say about the fields of a collection.
const ROLES: [Role; 8] = [
    Role::Title,
    Role::Text,
    Role::Source,
    Role::Date,
    Role::Author,
    Role::Url,
    Role::Summary,
    Role::Language,
];

/// How much of the window's height the list of files may take, and how much it takes at least, in points.
const LIST: f32 = 0.4;
const LEAST: f32 = 120.0;

/// Whether a file was not read, or not without a word.
fn needs_a_look(file: &FileReport) -> bool {
    match &file.outcome {
        FileOutcome::Read { notes, .. } => !notes.is_empty(),
        FileOutcome::Failed(_) | FileOutcome::NotReached => true,
        FileOutcome::LeftOut(_) => false,
    }
}

/// "9 files read, 7 of them with notes · 4 not read · 1 left out".
fn summary(files: &[FileReport]) -> String {
    let number =
        |is: fn(&FileOutcome) -> bool| files.iter().filter(|file| is(&file.outcome)).count();
    let read = number(|outcome| matches!(outcome, FileOutcome::Read { .. }));
    let noted =
        number(|outcome| matches!(outcome, FileOutcome::Read { notes, .. } if !notes.is_empty()));
    let others = [
        (
            number(|outcome| matches!(outcome, FileOutcome::Failed(_))),
            tr!("not read"),
        ),
        (
            number(|outcome| matches!(outcome, FileOutcome::LeftOut(_))),
            tr!("left out"),
        ),
        (
            number(|outcome| matches!(outcome, FileOutcome::NotReached)),
            tr!("not reached"),
        ),
    ];
    let mut said = tr!("{} read", tr_counted(read, "file"));
    if noted > 0 {
        let _ = write!(said, ", {noted} of them with notes");
    }
    for (number, what) in others.into_iter().filter(|(number, _)| *number > 0) {
        let _ = write!(said, " · {number} {what}");
    }
    said
}

/// The list of files, and all that is known of the one chosen.
pub(super) fn report(
    app: &App,
    chosen: &mut Option<usize>,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    title(tr!("Import report"), ui);
    if app.report.is_empty() {
        ui.label(tr!("No file has been opened yet."));
    } else {
        ui.label(summary(&app.report));
        ui.add_space(4.0);
    }
    // What needs a look is open from the start.
    if chosen.is_none() {
        *chosen = app.report.iter().position(needs_a_look);
    }
    let row = ui.spacing().interact_size.y;
    let room = ui.ctx().content_rect().height() * LIST;
    ScrollArea::vertical()
        .id_salt("files")
        .max_height(room.max(LEAST))
        .auto_shrink([false, true])
        .show_rows(ui, row, app.report.len(), |ui, rows| {
            for index in rows {
                if let Some(file) = app.report.get(index)
                    && line(file, *chosen == Some(index), ui)
                {
                    *chosen = Some(index);
                }
            }
        });
    let file = chosen.and_then(|index| app.report.get(index));
    if let Some(file) = file {
        ui.separator();
        one(file, ui, actions);
    }
    let (copy, left) = foot(
        ui,
        Some((tr!("Copy all"), !app.report.is_empty())),
        tr!("Close"),
    );
    if copy {
        let lines: Vec<String> = app.report.iter().map(ToString::to_string).collect();
        actions.copy(lines.join("\n"));
    }
    Next::close_if(left)
}

/// One file in the list: whether it was read, and its name.
fn line(file: &FileReport, chosen: bool, ui: &mut Ui) -> bool {
    let name = file.path.file_name().unwrap_or(file.path.as_os_str());
    let what = match &file.outcome {
        FileOutcome::Read {
            articles, notes, ..
        } if notes.is_empty() => tr_counted(*articles, "article"),
        FileOutcome::Read {
            articles, notes, ..
        } => format!(
            "{} · {}",
            tr_counted(*articles, "article"),
            tr_counted(notes.len(), "note")
        ),
        FileOutcome::LeftOut(_) => tr!("left out").to_owned(),
        FileOutcome::Failed(_) => tr!("▲ not read").to_owned(),
        FileOutcome::NotReached => tr!("not reached").to_owned(),
    };
    let text = format!("{} · {what}", name.to_string_lossy());
    ui.selectable_label(chosen, shorten(&text, 90)).clicked()
}

/// All that is known of one file, and what can be done about it.
fn one(file: &FileReport, ui: &mut Ui, actions: &mut Actions) {
    let text = tr_said(&file.to_string());
    ScrollArea::vertical()
        .id_salt("file")
        .max_height(150.0)
        .auto_shrink([false, true])
        .show(ui, |ui| wrapped(&text, ui));
    ui.horizontal(|ui| {
        if ui.button(tr!("Copy")).clicked() {
            actions.copy(text.clone());
        }
        if let FileOutcome::Read { notes, .. } = &file.outcome
            && !notes.is_empty()
        {
            let take = ui.button(tr!("Take all text"));
            let help = tr!("Take all text of this file that was set aside as page furniture. Undo brings it back.");
            if take.on_hover_text(help).clicked() {
                let path = file.path.clone();
                actions.push(move |app, _| app.take_all(|session| session.take_all_of(&path)));
            }
        }
        if let FileOutcome::Read { mapping, .. } = &file.outcome
            && !mapping.is_empty()
        {
            let fields = ui.button(tr!("Correct the fields…"));
            let help =
                tr!("Say which field of this collection holds the headline, the text, the date …");
            if fields.on_hover_text(help).clicked() {
                let path = file.path.clone();
                actions.push(move |app, _| app.ask_fields(path));
            }
        }
    });
}

/// The fields of a collection, and what each is read as.
pub(super) fn fields(
    path: &Path,
    fields: &[Field],
    mapping: &mut Mapping,
    ui: &mut Ui,
    actions: &mut Actions,
) -> Next {
    title(tr!("Fields of this collection"), ui);
    ui.label(path.display().to_string());
    ui.add_space(6.0);
    Grid::new("roles")
        .num_columns(3)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            for role in ROLES {
                choice(role, fields, mapping, ui);
                ui.end_row();
            }
        });
    ui.add_space(8.0);
    let mut next = Next::Stay;
    ui.horizontal(|ui| {
        for side in Side::BOTH {
            if ui.button(tr!("Read again as {}", side.label())).clicked() {
                let (path, mapping) = (path.to_owned(), mapping.clone());
                actions.push(move |app, _| {
                    app.read_files(side, Placing::Apart, vec![path], mapping);
                });
                next = Next::Close;
            }
        }
        if ui.button(tr!("Cancel")).clicked() {
            next = Next::Close;
        }
    });
    next
}

/// One role: which field holds it, with the start of the field's first value.
fn choice(role: Role, fields: &[Field], mapping: &mut Mapping, ui: &mut Ui) {
    let label = ui.label(role.name());
    let chosen = mapping.get(&role).cloned().unwrap_or_default();
    let shown = if chosen.is_empty() {
        tr!("none")
    } else {
        &chosen
    };
    let response = ComboBox::from_id_salt(role)
        .selected_text(shown)
        .width(200.0)
        .show_ui(ui, |ui| {
            if ui
                .selectable_label(chosen.is_empty(), tr!("none"))
                .clicked()
            {
                mapping.insert(role, String::new());
            }
            for field in fields {
                let response = ui.selectable_label(chosen == field.name, &field.name);
                if response.on_hover_text(&field.sample).clicked() {
                    mapping.insert(role, field.name.clone());
                }
            }
        });
    response.response.labelled_by(label.id);
    let sample = fields.iter().find(|field| field.name == chosen);
    let sample = sample.map_or("", |field| &field.sample);
    let sample = RichText::new(shorten(sample, 60)).small().weak();
    ui.add(Label::new(sample).truncate());
}
