//! Windows over the page: pasting, typing a path, choosing a side for dropped files, messages,
//! methods, shortcuts, about.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Modal, RichText, ScrollArea, TextEdit, Ui};

use crate::article::Side;
use crate::compare::STANDING_LINE;
use crate::session::SourceId;
use crate::session::recovery::Recovered;

use super::super::dialogs::{INSTALL_HINT, Purpose};
use super::super::jobs::Placing;
use super::super::output::Output;
use super::super::view::{Details, Overlay};
use super::super::{Action, App, Command, IfThere, Leaving, SourceAction};

/// Whether the window over the page stays.
#[derive(PartialEq)]
pub(super) enum Next {
    Stay,
    Close,
}

/// Shows the window over the page, if one is open.
pub(in super::super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Vec<Action>) {
    let mut overlay = std::mem::take(&mut app.view.overlay);
    if overlay == Overlay::None {
        return;
    }
    let room = ui.max_rect().size();
    let modal = Modal::new(Id::unique("overlay")).show(ui.ctx(), |ui| {
        ui.set_width(overlay.width().min(room.x - 60.0));
        ui.set_max_height(room.y - 80.0);
        match &mut overlay {
            Overlay::None => Next::Close,
            Overlay::Paste { side, text } => paste(*side, text, ui, actions),
            Overlay::Path { purpose, text } => path(*purpose, text, ui, actions),
            Overlay::Details(side, details) => self::details(*side, details, ui, actions),
            Overlay::ImportReport => import_report(app, ui, actions),
            Overlay::Replace(output, path) => replace(*output, path, ui, actions),
            Overlay::Unsaved => unsaved(ui, actions),
            Overlay::Recover(copy) => recover(copy, ui, actions),
            Overlay::Dropped(files) => dropped(files, ui, actions),
            Overlay::Messages => messages(app, ui, actions),
            Overlay::Rename(id, name) => rename(*id, name, ui, actions),
            Overlay::Palette(text, at) => super::palette::show(app, text, at, ui, actions),
            Overlay::Shortcuts => shortcuts(ui),
            Overlay::About => about(ui),
        }
    });
    if modal.inner == Next::Stay && !modal.should_close() {
        app.view.overlay = overlay;
    }
}

impl Overlay {
    fn width(&self) -> f32 {
        match self {
            Self::Paste { .. } | Self::ImportReport => 720.0,
            _ => 520.0,
        }
    }
}

fn title(text: &str, ui: &mut Ui) {
    ui.label(RichText::new(text).heading());
    ui.add_space(6.0);
}

/// The buttons at the foot: the one that does it, if any, and the one that leaves.
fn foot(ui: &mut Ui, does: Option<(&str, bool)>, leaves: &str) -> (bool, bool) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let done = does.is_some_and(|(label, enabled)| {
            ui.add_enabled(enabled, egui::Button::new(label)).clicked()
        });
        (done, ui.button(leaves).clicked())
    })
    .inner
}

fn paste(side: Side, text: &mut String, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title(&format!("Paste an article as source {}", side.label()), ui);
    let label = ui.label("The first line becomes the headline, what follows the article.");
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        let field = TextEdit::multiline(text)
            .desired_rows(14)
            .desired_width(f32::INFINITY)
            .hint_text("Paste here (Ctrl+V)");
        let field = ui.add(field).labelled_by(label.id);
        if text.is_empty() && !field.has_focus() {
            field.request_focus();
        }
    });
    let (done, left) = foot(
        ui,
        Some(("Open as article", !text.trim().is_empty())),
        "Cancel",
    );
    if done {
        actions.push(Action::OpenText(side, std::mem::take(text)));
    }
    if done || left {
        Next::Close
    } else {
        Next::Stay
    }
}

fn path(purpose: Purpose, text: &mut String, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title(purpose.title(), ui);
    ui.label("No file dialog answers on this system. Type the path of the file, or close this and drop the file on the window.");
    ui.horizontal_wrapped(|ui| {
        ui.label("To get file dialogs:");
        ui.code(INSTALL_HINT);
    });
    ui.add_space(6.0);
    let label = ui.label("Path");
    let field = TextEdit::singleline(text).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
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
        actions.push(match purpose {
            Purpose::Open(side, placing) => Action::Open(side, placing, vec![path]),
            Purpose::OpenDocument => Action::OpenRecent(path),
            Purpose::Save(output) => Action::Save(output, path, IfThere::Ask),
        });
    }
    if done || left {
        Next::Close
    } else {
        Next::Stay
    }
}

fn replace(output: Output, path: &Path, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title("Replace this file?", ui);
    ui.label(format!(
        "{} is there already. Replacing it cannot be undone.",
        path.display()
    ));
    let (done, left) = foot(ui, Some(("Replace", true)), "Cancel");
    if done {
        actions.push(Action::Save(output, path.to_owned(), IfThere::Replace));
    }
    if done || left {
        Next::Close
    } else {
        Next::Stay
    }
}

fn unsaved(ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title("Save before closing?", ui);
    ui.label("Matches you chose, texts you corrected or settings you changed are not saved in a document.");
    ui.add_space(10.0);
    let mut next = Next::Stay;
    ui.horizontal(|ui| {
        if ui.button("Save…").clicked() {
            actions.push(Action::Leave(Leaving::Save));
            next = Next::Close;
        }
        if ui.button("Close without saving").clicked() {
            actions.push(Action::Leave(Leaving::Discard));
            next = Next::Close;
        }
        if ui.button("Cancel").clicked() {
            next = Next::Close;
        }
    });
    next
}

fn recover(copy: &Recovered, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title("Open what was open last?", ui);
    ui.label(format!(
        "Parallax was not closed in order. A copy of what was open was kept on {}.",
        copy.saved.replace('T', " at ").replace('Z', " UTC")
    ));
    for source in copy.opened.session.sources().iter().take(6) {
        ui.label(format!("• {}", source.name));
    }
    let (done, left) = foot(ui, Some(("Open it", true)), "Discard");
    if done {
        actions.push(Action::Recover(Some(Box::new(copy.clone()))));
    }
    if left {
        actions.push(Action::Recover(None));
    }
    if done || left {
        Next::Close
    } else {
        Next::Stay
    }
}

fn dropped(files: &mut Vec<PathBuf>, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
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
                actions.push(Action::Open(side, Placing::Replace, files));
                next = Next::Close;
            }
        }
        if ui.button("Cancel").clicked() {
            next = Next::Close;
        }
    });
    next
}

fn messages(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title("Messages", ui);
    if app.messages.all().is_empty() {
        ui.label("Nothing to report so far.");
    }
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for message in app.messages.all().iter().rev() {
            super::messages::line(message, ui);
        }
    });
    let (copy, left) = foot(
        ui,
        Some(("Copy all", !app.messages.all().is_empty())),
        "Close",
    );
    if copy {
        actions.push(Action::Copy(app.messages.to_text()));
    }
    if left { Next::Close } else { Next::Stay }
}

fn details(side: Side, details: &mut Details, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title(&format!("Details of source {}", side.label()), ui);
    ui.label("The file itself stays as it is.");
    ui.add_space(6.0);
    for (name, text, rows) in [
        ("Name of the source", &mut details.source, 1),
        ("Headline", &mut details.headline, 3),
        ("Outlet", &mut details.outlet, 1),
        ("Date of publication", &mut details.published, 1),
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
    let (done, left) = foot(ui, Some(("Apply", true)), "Cancel");
    if done {
        actions.push(Action::SetDetails(side, std::mem::take(details)));
    }
    if done || left {
        Next::Close
    } else {
        Next::Stay
    }
}

fn import_report(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title("Import report", ui);
    if app.report.is_empty() {
        ui.label("No file has been opened yet.");
    }
    let row = ui.text_style_height(&egui::TextStyle::Body);
    let lines: usize = app.report.len();
    ScrollArea::both()
        .max_height(360.0)
        .auto_shrink([false, true])
        .show_rows(ui, row, lines, |ui, rows| {
            for file in app.report.get(rows).unwrap_or_default() {
                let text = file.to_string();
                let first = text.lines().next().unwrap_or_default();
                ui.add(egui::Label::new(first).extend())
                    .on_hover_text(&text);
            }
        });
    let (copy, left) = foot(ui, Some(("Copy all", !app.report.is_empty())), "Close");
    if copy {
        let lines: Vec<String> = app.report.iter().map(ToString::to_string).collect();
        actions.push(Action::Copy(lines.join("\n")));
    }
    if left { Next::Close } else { Next::Stay }
}

fn rename(id: SourceId, name: &mut String, ui: &mut Ui, actions: &mut Vec<Action>) -> Next {
    title("Name of the source", ui);
    let label = ui.label("Name");
    let field = TextEdit::singleline(name).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let possible = !name.trim().is_empty();
    let (clicked, left) = foot(ui, Some(("Rename", possible)), "Cancel");
    let done = (clicked || entered) && possible;
    if done {
        actions.push(Action::Source(
            id,
            SourceAction::Rename(std::mem::take(name)),
        ));
    }
    if done || left {
        Next::Close
    } else {
        Next::Stay
    }
}

fn shortcuts(ui: &mut Ui) -> Next {
    title("Keyboard shortcuts", ui);
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        egui::Grid::new("shortcuts")
            .num_columns(2)
            .spacing([24.0, 6.0])
            .striped(true)
            .show(ui, |ui| {
                for command in Command::all() {
                    if let Some(keys) = command.shortcut() {
                        ui.label(command.label());
                        ui.label(ui.ctx().format_shortcut(&keys));
                        ui.end_row();
                    }
                }
                ui.label("Next and previous paragraph");
                ui.label("Down, Up");
                ui.end_row();
            });
    });
    close(ui)
}

fn about(ui: &mut Ui) -> Next {
    title("Parallax", ui);
    ui.label(format!("Version {}", crate::VERSION));
    ui.label("Shows how two sources tell the same story: tone, headline sensationalism and wording, every number with its evidence.");
    ui.label(STANDING_LINE);
    ui.label(
        "Works offline. Nothing leaves this computer, and no file that was opened is ever changed.",
    );
    ui.add_space(6.0);
    ui.label(RichText::new("MIT OR Apache-2.0. Tone uses the VADER lexicon (MIT, C.J. Hutto). Set in Inter (SIL Open Font License).").small().weak());
    close(ui)
}

fn close(ui: &mut Ui) -> Next {
    let (_, left) = foot(ui, None, "Close");
    if left { Next::Close } else { Next::Stay }
}
