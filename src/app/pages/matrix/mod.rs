//! All open sources beside each other: measures down, sources across, what differs clearly marked; any cell opens
//! its words, any two heads the comparison of the two.

mod grid;
mod words;

use egui::{RichText, Ui};

use super::parts::title;
use super::ticks;
use crate::app::sources::columns::Shown;
use crate::app::widgets::labels::{note, wrapped};
use crate::app::{Actions, App, Command, Page, controls};
use crate::article::Side;
use crate::compare::matrix::Row;
use crate::session::SourceId;
use crate::text::{tr, tr_counted, tr_said};

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(shown) = app.beside() else {
        title(Page::Matrix, ui);
        waiting(app, ui, actions);
        return;
    };
    words::show(app, &shown, ui, actions);
    egui::ScrollArea::vertical()
        .id_salt("matrix")
        .auto_shrink(false)
        .show(ui, |ui| {
            title(Page::Matrix, ui);
            if shown.all.ids.len() < 2 {
                wrapped(
                    tr!("One source is open. Open another to see them beside each other."),
                    ui,
                );
                controls::button(app, ui, Command::Open(Side::B), actions);
            }
            for note in shown.matrix.notes() {
                wrapped(tr_said(&note), ui);
            }
            tools(app, &shown, ui, actions);
            ui.add_space(6.0);
            grid::show(app, &shown, ui, actions);
            ui.add_space(6.0);
            note(tr(grid::LEGEND), ui);
            note(tr(crate::compare::STANDING_LINE), ui);
            ui.add_space(16.0);
        });
}

/// What stands here until all sources are scored and compared.
fn waiting(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if app.workspace.is_laying_stopped() {
        ui.label(tr!("Comparing all sources was stopped."));
        if ui.button(tr!("Compare them all")).clicked() {
            actions.push(|app, _| app.workspace.lay_again());
        }
        return;
    }
    (ui.ctx()).request_repaint_after(std::time::Duration::from_millis(100));
    let sources = tr_counted(app.session().sources().len(), "source");
    ui.horizontal(|ui| {
        ui.label(tr!("Scoring and comparing {sources}…"; sources));
        if let Some(work) = app.workspace.laying() {
            ui.add(egui::ProgressBar::new(work.fraction()).desired_width(160.0));
            if ui.small_button(tr!("Stop")).clicked() {
                actions.push(|app, _| app.workspace.stop_laying());
            }
        }
    });
}

/// What can be done: hide and show, compare the two heads chosen, save.
fn tools(app: &App, shown: &Shown, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ticks::menu(app, ui, actions);
        controls::button(app, ui, Command::SaveMatrix, actions);
        let heads = app.view.pages.beside.heads.iter();
        let heads: Vec<SourceId> = (heads.copied())
            .filter(|head| shown.ids.contains(head))
            .collect();
        match heads.as_slice() {
            [] if shown.ids.len() > 1 => {
                ui.label(RichText::new(tr!("Choose two heads to compare them.")).weak());
            }
            [only] => {
                let name = shown.name(*only);
                ui.label(RichText::new(tr!("{name}: choose another head."; name)).weak());
                let only = *only;
                if ui.button(tr!("Hide")).clicked() {
                    ticks::hide(only, true, actions);
                }
            }
            [a, b] => {
                let (a, b) = (*a, *b);
                let names = [a, b].map(|id| shown.name(id));
                let label = tr!("Compare {} and {}", names[0], names[1]);
                if ui.button(label).clicked() {
                    actions.push(move |app, _| app.compare_sources(a, b, None));
                }
                ui.label(RichText::new(clear(shown, a, b)).weak());
            }
            _ => {}
        }
    });
}

/// How many measures of two sources differ clearly.
fn clear(shown: &Shown, a: SourceId, b: SourceId) -> String {
    let column = |id| shown.ids.iter().position(|shown| *shown == id);
    let Some((a, b)) = column(a).zip(column(b)) else {
        return String::new();
    };
    let rows = shown.matrix.rows.iter();
    let clear: Vec<&str> = rows
        .filter(|row| row.pair(a, b).is_some_and(|pair| pair.is_clear()))
        .map(Row::label)
        .collect();
    match clear.len() {
        0 => tr!("no measure differs clearly").to_owned(),
        1..=3 => tr!("clear: {}", clear.join(", ")),
        more => tr!("{} differ clearly", tr_counted(more, "measure")),
    }
}
