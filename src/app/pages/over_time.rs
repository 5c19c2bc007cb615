//! A measure over time: which one and by which stretches, what is to be said of the dates, and every stretch as a
//! table; the chart stands below.

use std::sync::Arc;

use egui::{RichText, Role, Ui};

use super::parts::title;
use crate::app::Page;
use crate::app::sources::course::CourseOf;
use crate::app::widgets::labels::{named, note, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App};
use crate::article::{Place, Side};
use crate::chart::{Followed, Kind};
use crate::compare::series::{OverTime, Period, iso_day};
use crate::score::registry::MEASURES;
use crate::session::Condition;
use crate::text::{capitalised, date, tr, tr_said};

const COLUMNS: [Column; 7] = [
    Column::text("When", 170.0).help("The day, week or month; a click reads its first article."),
    Column::numbers("A", 70.0).help("The value of all articles of A together."),
    Column::numbers("95 % interval", 130.0).help("Clustered by article; from eight articles on."),
    Column::numbers("Articles", 70.0).help("Articles of A."),
    Column::numbers("B", 70.0).help("The value of all articles of B together."),
    Column::numbers("95 % interval", 130.0).help("Clustered by article; from eight articles on."),
    Column::numbers("Articles", 70.0).help("Articles of B."),
];

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::OverTime, ui);
    choices(app, ui, actions);
    let Some(found) = course(app) else {
        let scored = app.workspace.sides().is_some();
        ui.label(if scored {
            tr!("Computing…")
        } else {
            tr!("Scoring…")
        });
        return;
    };
    for said in found.notes() {
        note(tr_said(&said), ui);
    }
    let Some(measure) = found.series.first().map(|series| series.measure) else {
        return;
    };
    note(tr(measure.plain), ui);
    let starts = found.starts(measure.id);
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
    let columns = COLUMNS
        .get(..1 + 3 * found.series.len())
        .unwrap_or(&COLUMNS);
    let cells = |start: &i64| {
        let when = std::iter::once(found.period.label(*start));
        when.chain(found.series.iter().flat_map(|series| series.cells(*start)))
            .collect()
    };
    ui.add_space(4.0);
    egui::ScrollArea::vertical()
        .id_salt("over time")
        .auto_shrink(false)
        .show(ui, |ui| {
            if let Some(start) = table::show(ui, "over time", columns, &starts, None, cells)
                && let Some(place) = first_article(app, &found, *start)
            {
                actions.go_to(place);
            }
        });
}

/// The measure chosen over time, of both sources; `None` until they are scored and it is made.
fn course(app: &mut App) -> Option<Arc<OverTime>> {
    let sides = Arc::clone(app.workspace.sides()?);
    let of = CourseOf(sides, app.preferences.chart_options);
    let (course, making) = (&mut app.view.pages.course, of.clone());
    if of.is_small() {
        return Some(course.now(of, move || making.make()));
    }
    let context = app.jobs.context().clone();
    course.soon(of, move || context.request_repaint(), move || making.make())
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
                            app.preferences.chart_options.measure = Followed(measure);
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
            if ui
                .selectable_label(chosen, capitalised(period.id()))
                .clicked()
            {
                actions.push(move |app, _| {
                    app.preferences.chart_options.period = period;
                    app.view.zoom = None;
                });
            }
        }
        brush(app, ui, actions);
    });
}

/// What the chart is zoomed to, as days; a click keeps only these.
fn brush(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let zoomed = app.view.zoom.filter(|_| app.chart_kind() == Kind::OverTime);
    let Some(view) = zoomed else {
        ui.label(
            RichText::new(tr!(
                "Zoom into the chart to keep only the articles of some days."
            ))
            .weak(),
        );
        return;
    };
    #[expect(clippy::cast_possible_truncation, reason = "days of the calendar")]
    let [from, to] = [view.x.0.ceil(), view.x.1.floor() - 1.0].map(|day| iso_day(day as i64));
    let label = tr!("Keep only {} to {}", date(&from), date(&to));
    if from <= to && ui.button(label).clicked() {
        actions.edit("filter", move |session| {
            let (from, to) = (Some(from), Some(to));
            session.set_filter(|filter| filter.add(Condition::Dates { from, to }));
        });
        actions.push(|app, _| app.view.zoom = None);
    }
}

/// The first article of the stretch that begins on a day.
fn first_article(app: &App, found: &OverTime, start: i64) -> Option<Place> {
    let shown = Side::BOTH
        .into_iter()
        .filter(|side| app.session().source(*side).is_some());
    let of = |(side, series): (Side, &crate::compare::series::Series)| {
        let stretch = series.at(start)?;
        let mut dots = series.dots.iter();
        let dot = dots.find(|dot| (stretch.from..=stretch.to).contains(&dot.day))?;
        Some(Place::headline(side, dot.article))
    };
    shown.zip(&found.series).find_map(of)
}
