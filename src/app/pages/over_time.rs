//! A measure over time: which one and by which stretches, what is to be said of the dates, and every stretch as a
//! table; the chart stands below.

use std::sync::Arc;

use egui::{RichText, Role, Ui};

use super::parts::title;
use super::ticks;
use crate::app::Page;
use crate::app::sources::brush::{days, days_between};
use crate::app::sources::course::{CourseOf, Followed, Whose};
use crate::app::widgets::labels::{named, note, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::article::{Place, Side};
use crate::chart::{self, Kind};
use crate::compare::series::Period;
use crate::score::registry::MEASURES;
use crate::text::{tr, tr_said};
use crate::workspace::Ticked;

const COLUMNS: [Column; 7] = [
    Column::text("When", 170.0).help("The day, week or month; a click reads its first article."),
    Column::numbers("A", 70.0).help("The value of all articles of A together."),
    Column::numbers("95 % interval", 130.0).help("Clustered by article; from eight articles on."),
    Column::numbers("Articles", 70.0).help("Articles of A."),
    Column::numbers("B", 70.0).help("The value of all articles of B together."),
    Column::numbers("95 % interval", 130.0).help("Clustered by article; from eight articles on."),
    Column::numbers("Articles", 70.0).help("Articles of B."),
];

const MANY: [Column; 5] = [
    Column::text("When", 170.0).help("The day, week or month; a click reads its first article."),
    Column::text("Source", 200.0),
    Column::numbers("Value", 80.0).help("The value of all its articles together."),
    Column::numbers("95 % interval", 130.0).help("Clustered by article; from eight articles on."),
    Column::numbers("Articles", 70.0),
];

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::OverTime, ui);
    choices(app, ui, actions);
    let Some((ticked, found)) = course(app) else {
        let scored = app.workspace.sides().is_some();
        ui.label(if scored {
            tr!("Computing…")
        } else {
            tr!("Scoring…")
        });
        return;
    };
    if ticked.is_two() && app.workspace.laying().is_some() {
        ui.label(tr!(
            "A and B; the other sources follow once they are scored."
        ));
    }
    let over_time = &found.over_time;
    for said in over_time.notes() {
        note(tr_said(&said), ui);
    }
    let Some(first) = over_time.series.first() else {
        return;
    };
    note(tr(first.measure.plain), ui);
    let starts = over_time.starts(first);
    if starts.is_empty() {
        wrapped(
            tr!(
                "No article has a date. Details of a source (its chip above) takes one; collections bring them in a \
             column called date."
            ),
            ui,
        );
        return;
    }
    ui.add_space(4.0);
    egui::ScrollArea::vertical()
        .id_salt("over time")
        .auto_shrink(false)
        .show(ui, |ui| {
            if over_time.series.len() > 2 {
                many(&ticked, &found, &starts, ui, actions);
            } else {
                two(&ticked, &found, &starts, ui, actions);
            }
        });
}

/// A row a stretch of time, A and B beside each other.
fn two(ticked: &Ticked, found: &Followed, starts: &[i64], ui: &mut Ui, actions: &mut Actions) {
    let over_time = &found.over_time;
    let columns = 1 + 3 * over_time.series.len();
    let columns = COLUMNS.get(..columns).unwrap_or(&COLUMNS);
    let cells = |start: &i64| {
        let when = std::iter::once(over_time.period.label(*start));
        let values = over_time.series.iter();
        when.chain(values.flat_map(|series| series.cells(*start)))
            .collect()
    };
    if let Some(start) = table::show(ui, "over time", columns, starts, None, cells) {
        let mut all = 0..over_time.series.len();
        let _ = all.any(|at| read(ticked, found, (at, *start), actions));
    }
}

/// A row a stretch of time and source that has articles then.
fn many(ticked: &Ticked, found: &Followed, starts: &[i64], ui: &mut Ui, actions: &mut Actions) {
    let over_time = &found.over_time;
    let series = || over_time.series.iter().enumerate();
    let rows = starts.iter().flat_map(|start| {
        let there = series().filter(|(_, series)| series.at(*start).is_some());
        there.map(|(at, _)| (at, *start))
    });
    let rows: Vec<(usize, i64)> = rows.collect();
    let cells = |(at, start): &(usize, i64)| {
        let name = over_time
            .sources
            .get(*at)
            .map(|source| source.name.as_str());
        let name = name.unwrap_or_default();
        let name = match found.whose.get(*at) {
            Some(Whose::Side(side)) => format!("{} {name}", side.label()),
            _ => name.to_owned(),
        };
        let first = [over_time.period.label(*start), name];
        let values = over_time.series.get(*at);
        let values = values.into_iter().flat_map(|series| series.cells(*start));
        first.into_iter().chain(values).collect()
    };
    if let Some(row) = table::show(ui, "over time", &MANY, &rows, None, cells) {
        read(ticked, found, *row, actions);
    }
}

/// The measure chosen over time, of all sources that are ticked; `None` until they are scored and it is made.
fn course(app: &mut App) -> Option<(Ticked, Arc<Followed>)> {
    let ticked = app.workspace.ticked()?;
    let of = CourseOf(ticked.clone(), app.preferences.chart_options);
    let (course, making) = (&mut app.view.pages.course, of.clone());
    let found = if of.is_small() {
        course.now(of, move || making.make())
    } else {
        let context = app.jobs.context().clone();
        course.soon(of, move || context.request_repaint(), move || making.make())?
    };
    Some((ticked, found))
}

/// Which measure, and by which stretches of time.
fn choices(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let options = app.preferences.chart_options;
    ui.horizontal_wrapped(|ui| {
        let shown = options.measure.0;
        let response = egui::ComboBox::from_id_salt("measure over time")
            .selected_text(tr(shown.label))
            .width(240.0)
            .height(420.0)
            .show_ui(ui, |ui| {
                for measure in MEASURES.iter().copied() {
                    let label = ui.selectable_label(measure.id == shown.id, tr(measure.label));
                    if label.on_hover_text(tr(measure.plain)).clicked() {
                        actions.push(move |app, _| {
                            app.preferences.chart_options.measure = chart::Followed(measure);
                            app.view.zoom = None;
                        });
                    }
                }
            });
        named(
            &response.response,
            Role::ComboBox,
            &tr!("Measure: {}", tr(shown.label)),
        );
        ui.label(RichText::new(tr!("by")).weak());
        for period in Period::ALL {
            let chosen = period == options.period;
            let name = match period {
                Period::Day => tr!("Day"),
                Period::Week => tr!("Week"),
                Period::Month => tr!("Month"),
            };
            if ui.selectable_label(chosen, name).clicked() {
                actions.push(move |app, _| {
                    app.preferences.chart_options.period = period;
                    app.view.zoom = None;
                });
            }
        }
        if app.session().sources().len() > 2 {
            ticks::menu(app, ui, actions);
        }
        brush(app, ui, actions);
    });
}

/// How days are chosen: by a drag across the chart, or as those it is zoomed to, at a click.
fn brush(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if app.chart_kind() != Kind::OverTime || !app.is_chart_open() {
        return;
    }
    let Some(view) = app.view.zoom else {
        ui.label(
            RichText::new(tr!(
                "Drag across the chart to keep only the articles of these days."
            ))
            .weak(),
        );
        return;
    };
    let Some([from, to]) = days_between([view.x.0, view.x.1]) else {
        return;
    };
    if ui.button(tr!("Keep only {}", days(&from, &to))).clicked() {
        actions.push(move |app, _| app.keep_days(from, to));
    }
}

/// Reads the first article of a series in the stretch that begins on a day; whether it has one.
fn read(
    ticked: &Ticked,
    found: &Followed,
    (at, start): (usize, i64),
    actions: &mut Actions,
) -> bool {
    let article = || {
        let series = found.over_time.series.get(at)?;
        let stretch = series.at(start)?;
        let mut dots = series.dots.iter();
        let dot = dots.find(|dot| (stretch.from..=stretch.to).contains(&dot.day))?;
        Some((*found.whose.get(at)?, dot.article))
    };
    match article() {
        Some((Whose::Side(side), article)) => actions.go_to(Place::headline(side, article)),
        Some((Whose::Other(other), article)) => {
            let Some(id) = ticked.other(other) else {
                return false;
            };
            let place = Place::headline(Side::A, article);
            actions.push(move |app, _| app.go_to_source(id, place));
        }
        None => return false,
    }
    true
}
