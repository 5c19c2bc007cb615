//! Every open source: which is A and which is B, its name and place in the list; and the articles of
//! the two on show as tables to sort and open.

use egui::containers::menu::MenuButton;
use egui::{Align, Button, Layout, RichText, Role, Ui};

use super::parts::title;
use crate::app::Page;
use crate::app::in_order::{Listed, Row, in_order};
use crate::app::theme::{Tokens, semibold};
use crate::app::view::Overlay;
use crate::app::widgets::labels::{named, named_choice, section};
use crate::app::widgets::table::{self, Column, Sort};
use crate::app::{Actions, App, Command, controls};
use crate::article::Side;
use crate::score::Analysis;
use crate::score::registry::MEASURES;
use crate::session::Source;
use crate::text::{date, optional, shorten, tr, tr_counted};

/// Columns before the measures.
const FACTS: [Column; 4] = [
    Column::text("Headline", 320.0),
    Column::text("Outlet", 110.0),
    Column::text("Date", 100.0),
    Column::numbers("Words", 70.0),
];

/// How wide the row of a source is at most, in points: what can be done stays near the name.
const ROW: f32 = 620.0;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Articles, ui);
    if app.session().is_empty() {
        ui.label(tr!("Open an article to see its source here."));
        return;
    }
    sources(app, ui, actions);
    if app.session().sources().len() > 2 {
        controls::button(app, ui, Command::ShowPage(Page::Matrix), actions);
    }
    let room = ui.available_height();
    let mut sorts = app.view.pages.articles;
    for (side, sort) in Side::BOTH.into_iter().zip(&mut sorts) {
        let Some(source) = app.session().source(side) else {
            continue;
        };
        let count = tr_counted(source.articles.len(), "article");
        let name = shorten(&source.name, 100);
        section(format!("{} · {name}: {count}", side.label()), ui);
        ui.push_id(side, |ui| {
            ui.set_max_height((room / 2.0 - 48.0).max(120.0));
            articles(app, side, sort, ui, actions);
        });
    }
    app.view.pages.articles = sorts;
}

/// The list of sources, with what can be done to each.
fn sources(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let all = app.session().sources();
    let height = ui.spacing().interact_size.y;
    egui::ScrollArea::vertical()
        .id_salt("sources")
        .max_height(150.0)
        .auto_shrink([false, true])
        .show_rows(ui, height, all.len(), |ui, rows| {
            for place in rows {
                let Some(source) = all.get(place) else {
                    continue;
                };
                ui.horizontal(|ui| {
                    ui.set_max_width(ROW.min(ui.available_width() - 16.0));
                    one_source(app, place, source, ui, actions);
                });
            }
        });
}

/// One source: its name first, which side it is, and a menu of what can be done with it.
fn one_source(app: &App, place: usize, source: &Source, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let shown_as = (Side::BOTH.into_iter())
        .find(|side| app.session().source(*side).map(|shown| shown.id) == Some(source.id));
    let name = &source.name;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let button = Button::new("⋯").min_size(egui::vec2(28.0, 0.0));
        let (button, _) = MenuButton::from_button(button)
            .ui(ui, |ui| what_to_do(app, place, source, ui, actions));
        let help = tr!("What to do with {}", shorten(name, 60));
        named(&button, Role::Button, &help);
        button.on_hover_text(&help);
        for side in Side::BOTH.into_iter().rev() {
            let shown = shown_as == Some(side);
            let text = RichText::new(side.label()).family(semibold());
            let button = if shown {
                Button::new(text.color(tokens.paper)).fill(tokens.accent)
            } else {
                Button::new(text)
            };
            let response = ui.add(button.min_size(egui::vec2(26.0, 0.0)));
            let label = tr!("Show {} as {}", shorten(name, 60), side.label());
            named_choice(&response, Role::RadioButton, shown, &label);
            if response.on_hover_text(&label).clicked() {
                actions.show_source(side, source.id);
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(shorten(name, 200)).family(semibold());
            let articles = tr_counted(source.articles.len(), "article");
            let width = ui.available_width() - 90.0;
            ui.scope(|ui| {
                ui.set_max_width(width.max(60.0));
                ui.add(egui::Label::new(text).truncate())
                    .on_hover_text(shorten(name, 600));
            });
            ui.label(RichText::new(articles).weak());
        });
    });
}

/// The menu of a source.
fn what_to_do(app: &App, place: usize, source: &Source, ui: &mut Ui, actions: &mut Actions) {
    let (id, count) = (source.id, app.session().sources().len());
    if ui.button(tr!("Rename…")).clicked() {
        let name = source.name.clone();
        actions.push(move |app, _| app.view.overlay = Overlay::Rename(id, name));
    }
    if ui
        .add_enabled(place > 0, Button::new(tr!("Move up")))
        .clicked()
    {
        actions.edit("order of sources", move |session| session.move_up(id));
    }
    let last = place + 1 == count;
    if ui
        .add_enabled(!last, Button::new(tr!("Move down")))
        .clicked()
    {
        actions.edit("order of sources", move |session| session.move_down(id));
    }
    if ui.button(tr!("Close")).clicked() {
        actions.edit("close", move |session| session.remove(id));
        actions.push(|app, _| app.forget_places());
    }
}

/// The texts of a row.
fn cells(row: &Row<'_>) -> Vec<String> {
    let mut cells = vec![
        format!("{}. {}", row.place.article + 1, headline(row)),
        optional(row.read.outlet.clone(), |outlet| outlet),
        optional(row.read.published.as_deref(), date),
        row.scores.map_or(0, Analysis::words).to_string(),
    ];
    cells.extend(
        MEASURES
            .iter()
            .map(|measure| optional(row.value(measure), |value| measure.show(value))),
    );
    cells
}

fn headline<'a>(row: &Row<'a>) -> &'a str {
    row.headline().unwrap_or(&row.read.origin.name)
}

fn articles(app: &mut App, side: Side, sort: &mut Sort, ui: &mut Ui, actions: &mut Actions) {
    let listed = Listed::new(&app.workspace, &[side], *sort);
    let Some(known) = (app.view.pages.articles_in_order).get_mut(side.index()) else {
        return;
    };
    let rows = in_order(known, listed, ui.ctx(), order);
    let mut columns = FACTS.to_vec();
    columns.extend(MEASURES.iter().map(|measure| {
        let width = table::title_width(tr(measure.label), ui).max(90.0);
        Column::numbers(measure.label, width).help(measure.formula)
    }));
    let app = &*app;
    let source = app.session().source(side);
    let clicked = table::show(ui, "articles", &columns, &rows, Some(sort), |place| {
        let read = source.and_then(|source| source.articles.get(place.article));
        read.map_or_else(Vec::new, |read| {
            let scores = app.workspace.scores_of(read).map(|scores| &**scores);
            let place = *place;
            cells(&Row {
                place,
                read,
                scores,
            })
        })
    });
    if let Some(chosen) = clicked.map(|place| place.article) {
        actions.push(move |app, _| app.read_article(side, chosen));
        actions.run(Command::ShowPage(Page::Read));
    }
}

fn order(rows: &mut [Row<'_>], sort: Sort) {
    match sort.column {
        None => return,
        Some(column) if column < 3 => {
            rows.sort_by(|one, other| text(one, column).cmp(text(other, column)));
            if !sort.descending {
                rows.reverse();
            }
            return;
        }
        Some(3) => rows.sort_by_key(|row| row.scores.map_or(0, Analysis::words)),
        Some(column) => {
            let measure = column
                .checked_sub(FACTS.len())
                .and_then(|at| MEASURES.get(at));
            rows.sort_by_cached_key(|row| {
                let value = measure.and_then(|measure| row.value(measure));
                Total(value.unwrap_or(f64::NEG_INFINITY))
            });
        }
    }
    if sort.descending {
        rows.reverse();
    }
}

/// The text of a column of facts.
fn text<'a>(row: &Row<'a>, column: usize) -> &'a str {
    match column {
        0 => headline(row),
        1 => row.read.outlet.as_deref().unwrap_or_default(),
        _ => row.read.published.as_deref().unwrap_or_default(),
    }
}

/// A number in the order of all numbers.
#[derive(PartialEq)]
struct Total(f64);

impl Eq for Total {}

impl PartialOrd for Total {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Total {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
