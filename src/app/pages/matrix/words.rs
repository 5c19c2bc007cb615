//! What is behind a cell: the words and places its value is made of, and how it stands to every other source.

use egui::containers::menu::MenuButton;
use egui::{Label, RichText, Role, Ui};

use crate::app::sources::columns::Shown;
use crate::app::theme::semibold;
use crate::app::view::Focus;
use crate::app::widgets::labels::{focus_ring, named, note, wrapped};
use crate::app::{Actions, App};
use crate::article::Article;
use crate::compare::matrix::Row;
use crate::compare::{Behind, Part};
use crate::session::SourceId;
use crate::text::{capitalised, shorten, tr, tr_said};

/// The height it begins with, in points.
const HEIGHT: f32 = 210.0;

/// Words before what counts that are shown with it.
const BEFORE: usize = 7;

/// The most words that are listed; the sum counts all.
const MOST: usize = 500;

pub(super) fn show(app: &mut App, shown: &Shown, ui: &mut Ui, actions: &mut Actions) {
    let Some((id, measure)) = app.view.pages.beside.cell else {
        return;
    };
    let Some(column) = shown.ids.iter().position(|shown| *shown == id) else {
        return;
    };
    let Some(row) = shown.matrix.rows.iter().find(|row| row.key() == measure) else {
        return;
    };
    let behind = app.behind_cell(&shown.all, id, row);
    egui::Panel::bottom("behind a cell")
        .resizable(true)
        .default_size(HEIGHT)
        .show(ui, |ui| {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let title = format!("{} · {}", shown.name(id), tr_said(row.label()));
                ui.label(RichText::new(title).family(semibold()).size(16.0));
                let (button, _) = MenuButton::new(tr!("Compare with ▾"))
                    .ui(ui, |ui| others(shown, column, row, ui, actions));
                named(
                    &button,
                    Role::Button,
                    tr!("Compare this source with another"),
                );
                let close = ui.button("×");
                named(&close, Role::Button, tr!("Close what is behind the cell"));
                if close.clicked() {
                    actions.push(|app, _| app.view.pages.beside.cell = None);
                }
            });
            for (what, columns) in [tr!("higher"), tr!("lower")]
                .into_iter()
                .zip(row.standing(column))
            {
                if !columns.is_empty() {
                    let names = shown.matrix.names(&columns);
                    wrapped(tr!("Clearly {what} than {names}."; what, names), ui);
                }
            }
            let Some(behind) = &behind else {
                ui.label(tr!("Looking…"));
                return;
            };
            if !behind.sum.is_empty() {
                wrapped(format!("{}.", capitalised(&behind.sum)), ui);
            }
            parts(shown, id, behind, ui, actions);
        });
}

/// Every other source with how the two differ; one that is chosen is compared.
fn others(shown: &Shown, column: usize, row: &Row, ui: &mut Ui, actions: &mut Actions) {
    ui.set_min_width(380.0);
    let others: Vec<usize> = (0..shown.ids.len())
        .filter(|other| *other != column)
        .collect();
    let height = ui.spacing().interact_size.y;
    egui::ScrollArea::vertical().max_height(320.0).show_rows(
        ui,
        height,
        others.len(),
        |ui, rows| {
            for other in rows.filter_map(|at| others.get(at).copied()) {
                let pair = row.pair(column, other);
                let said = pair.map_or_else(
                    || shown.matrix.name(other).to_owned(),
                    |pair| shown.matrix.in_full(&pair),
                );
                if ui
                    .add(egui::Button::new(shorten(&said, 110)).frame(false))
                    .clicked()
                    && let (Some(a), Some(b)) = (shown.ids.get(column), shown.ids.get(other))
                {
                    let (a, b) = (*a, *b);
                    let focus = match &row.category {
                        None => Focus::Measure(row.measure.id),
                        Some(category) => Focus::List(category.name.clone()),
                    };
                    actions.push(move |app, _| app.compare_sources(a, b, Some(focus)));
                    ui.close();
                }
            }
        },
    );
}

/// The words, the weightiest first, each with the sentence it stands in; a click goes there.
fn parts(shown: &Shown, id: SourceId, behind: &Behind, ui: &mut Ui, actions: &mut Actions) {
    let all = behind.parts.len().min(MOST);
    if all == 0 {
        note(tr!("Nothing in it counts for this measure."), ui);
        return;
    }
    if behind.parts.len() > MOST {
        note(
            tr!("The {MOST} weightiest of {}.", behind.parts.len(); MOST),
            ui,
        );
    }
    let part = shown
        .all
        .column(id)
        .and_then(|column| shown.all.parts.get(column));
    let height = ui.spacing().interact_size.y;
    egui::ScrollArea::vertical()
        .id_salt("words behind a cell")
        .auto_shrink(false)
        .show_rows(ui, height, all, |ui, rows| {
            for one in rows.filter_map(|at| behind.parts.get(at)) {
                let article = part.and_then(|part| part.articles.get(one.place.article));
                let Some((article, _)) = article else {
                    continue;
                };
                ui.horizontal(|ui| {
                    let (words, around) = told(article, one);
                    let link = ui.link(RichText::new(words).family(semibold()));
                    focus_ring(ui, &link);
                    if link.clicked() {
                        let place = one.place;
                        actions.push(move |app, _| app.go_to_source(id, place));
                    }
                    if !one.figure.is_empty() {
                        ui.label(&one.figure);
                    }
                    ui.label(RichText::new(shorten(&tr_said(&one.why), 60)).weak());
                    ui.add(Label::new(RichText::new(around).weak()).truncate());
                });
            }
        });
}

/// What counts, and what it stands in.
fn told(article: &Article, part: &Part) -> (String, String) {
    let headline = article
        .headline
        .as_ref()
        .map(|headline| headline.text.as_str());
    let text = part.place.whole_block().text(article).or(headline);
    let text = text.unwrap_or_default();
    let words = shorten(part.span.of(text), 60);
    // From a few words before, whole ones.
    let before = text.get(..part.span.start).unwrap_or_default();
    let words_before = before
        .rmatch_indices(' ')
        .nth(BEFORE)
        .map_or(0, |(at, _)| at);
    let around = text.get(words_before..).unwrap_or_default();
    let dots = if words_before > 0 { "… " } else { "" };
    (words, format!("{dots}{}", shorten(around, 160)))
}
