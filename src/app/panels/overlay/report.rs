//! The report being put together: its parts, its charts in their order, notes, what was added, and how
//! long it gets.

use egui::{RichText, Role, ScrollArea, TextEdit, Ui};

use super::frame::{Next, title};
use crate::app::report::wish::Draft;
use crate::app::widgets::labels::{named, note};
use crate::app::{Actions, App};
use crate::export::report::{Part, Pin};
use crate::text::{shorten, tr, tr_counted};

/// What the foot needs below what scrolls, in points.
const FOOT: f32 = 84.0;
/// Below this width parts and charts stand one above the other, in points.
const NARROW: f32 = 460.0;

pub(super) fn show(app: &App, draft: &mut Draft, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(tr!("Report"), ui);
    let pinned = app.pinned();
    let room = (ui.max_rect().height() - FOOT).max(120.0);
    ScrollArea::vertical()
        .id_salt("report")
        .max_height(room)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            if ui.available_width() < NARROW {
                parts(draft, pinned.len(), ui);
                charts(draft, ui);
                own(draft, pinned, ui, actions);
            } else {
                ui.columns_const(|[left, right]| {
                    parts(draft, pinned.len(), left);
                    own(draft, pinned, left, actions);
                    charts(draft, right);
                });
            }
        });
    foot(app, draft, ui, actions)
}

/// The parts that are no charts.
fn parts(draft: &mut Draft, pinned: usize, ui: &mut Ui) {
    ui.label(RichText::new(tr!("What goes in")).strong());
    let has_notes = !draft.notes.trim().is_empty();
    for (part, on) in &mut draft.parts {
        let label = match part {
            Part::Pinned if pinned > 0 => format!("{} ({pinned})", tr(part.title())),
            Part::Pinned => tr!("{} (nothing yet)", tr(part.title())),
            Part::Notes if !has_notes => tr!("{} (none yet)", tr(part.title())),
            _ => tr(part.title()).to_owned(),
        };
        ui.checkbox(on, label).on_hover_text(tr(part.help()));
    }
    ui.add_space(8.0);
    ui.checkbox(&mut draft.with_text, tr!("With the articles’ own words"))
        .on_hover_text(
            tr!("Without, the report holds single terms and names only: no headline, no passage, no paragraph."),
        );
}

/// What the user adds: evidence from the pages, and notes.
fn own(draft: &mut Draft, pinned: Vec<(Pin, String)>, ui: &mut Ui, actions: &mut Actions) {
    if !pinned.is_empty() {
        ui.add_space(6.0);
        ui.label(RichText::new(tr!("Evidence you added ({})", pinned.len())).strong());
    }
    for (pin, label) in pinned {
        ui.horizontal(|ui| {
            let remove = ui.small_button("×");
            named(&remove, Role::Button, &tr!("Remove {label}"; label));
            if remove
                .on_hover_text(tr!("Take this out of the report."))
                .clicked()
            {
                actions.push(move |app, _| app.toggle_pin(&pin));
            }
            ui.add(egui::Label::new(&label).truncate());
        });
    }
    ui.add_space(6.0);
    let label = ui.label(RichText::new(tr!("Your notes")).strong());
    let notes = TextEdit::multiline(&mut draft.notes)
        .desired_rows(3)
        .desired_width(f32::INFINITY)
        .hint_text(tr!("A blank line begins a new paragraph"));
    if ui.add(notes).labelled_by(label.id).changed() {
        let written = !draft.notes.trim().is_empty();
        set(draft, Part::Notes, written);
    }
}

/// The charts, in the order in which they stand in the report.
fn charts(draft: &mut Draft, ui: &mut Ui) {
    ui.label(RichText::new(tr!("Charts, in this order")).strong());
    let mut moved = None;
    let last = draft.charts.len().saturating_sub(1);
    for (at, (kind, on)) in draft.charts.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            for (sign, down, possible) in [("↑", false, at > 0), ("↓", true, at < last)] {
                let button = ui.add_enabled(possible, egui::Button::new(sign).small());
                let way = if down { tr!("down") } else { tr!("up") };
                named(
                    &button,
                    Role::Button,
                    &tr!("Move {} {way}", tr(kind.label()); way),
                );
                if button.clicked() {
                    moved = Some((at, down));
                }
            }
            ui.checkbox(on, tr(kind.label()))
                .on_hover_text(tr(kind.question()));
        });
    }
    if let Some((at, down)) = moved {
        draft.move_chart(at, down);
    }
}

fn set(draft: &mut Draft, part: Part, to: bool) {
    for (_, on) in draft.parts.iter_mut().filter(|(one, _)| *one == part) {
        *on = to;
    }
}

/// How long it gets, and what can be done with it.
fn foot(app: &App, draft: &mut Draft, ui: &mut Ui, actions: &mut Actions) -> Next {
    ui.add_space(6.0);
    let choice = draft.choice(app.session().pinned());
    let known = draft.pages.as_ref().is_some_and(|(of, _)| *of == choice);
    if !known {
        let pages = app.pages_of(choice.clone());
        draft.pages = pages.map(|pages| (choice, pages));
    }
    let length = draft.pages.as_ref().map_or_else(
        || tr!("The comparison is not done yet.").to_owned(),
        |(_, pages)| tr!("About {} of A4.", tr_counted(*pages, "page")),
    );
    note(shorten(&length, 80), ui);
    ui.add_space(4.0);
    let mut next = Next::Stay;
    ui.horizontal_wrapped(|ui| {
        let save = ui.button(tr!("Save…"));
        if !draft.was_shown {
            save.request_focus();
            draft.was_shown = true;
        }
        let save = save.on_hover_text(tr!(
            "As a web page, a Word document or Markdown: the name says which."
        ));
        if save.clicked() {
            let draft = draft.clone();
            actions.push(move |app, _| {
                app.keep_draft(&draft);
                app.ask_report();
            });
            next = Next::Close;
        }
        let print = ui.button(tr!("Print…"));
        let print = print.on_hover_text(tr!("Opens the report in your browser, which prints it."));
        if print.clicked() {
            let draft = draft.clone();
            actions.push(move |app, ctx| {
                app.keep_draft(&draft);
                app.print_report(ctx);
            });
            next = Next::Close;
        }
        let usual = ui.button(tr!("Usual parts"));
        let usual = usual.on_hover_text(tr!(
            "Findings, the two charts that fit them, table and methods."
        ));
        if usual.clicked() {
            let draft = draft.clone();
            actions.push(move |app, _| {
                app.keep_draft(&draft);
                app.usual_report();
            });
            next = Next::Close;
        }
        if ui.button(tr!("Close")).clicked() {
            let draft = draft.clone();
            actions.push(move |app, _| app.keep_draft(&draft));
            next = Next::Close;
        }
    });
    next
}
