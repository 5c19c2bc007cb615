//! The drawer of the chart below the page: which one, the drawing, saving it; and the chart alone in the
//! window.

use egui::{IdSalt, Role, Ui};

use crate::article::{Place, Side};
use crate::chart::{Chart, Kind, OVER_ALL, Target};
use crate::plot;

use crate::score::registry::MEASURES;

use crate::app::sources::brush::days_between;
use crate::app::theme::Tokens;
use crate::app::view::Focus;
use crate::app::widgets::labels::{named, wrapped};
use crate::app::{Actions, App, Command, controls};
use crate::text::tr;

use super::figures;

/// Below this height for page and chart together, in points, there is no drawer for the chart.
const LEAST_ROOM: f32 = 270.0;
/// What the page keeps, in points.
const LEAST_PAGE: f32 = 130.0;

/// The most room a button takes, in points.
const BUTTON: f32 = 100.0;

/// Shows the drawer, if it is open and there is room for it.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    if !app.is_chart_open() {
        return;
    }
    let tokens = Tokens::of(ui);
    let room = ui.available_height();
    if room < LEAST_ROOM {
        return; // The page needs it.
    }
    let frame = egui::Frame::new()
        .fill(tokens.paper)
        .inner_margin(egui::Margin::symmetric(8, 4));
    let id = IdSalt::new(("chart", app.view.page));
    egui::Panel::bottom(id)
        .resizable(true)
        .frame(frame)
        .default_size((room * 0.36).clamp(130.0, 340.0))
        .size_range(120.0..=(room - LEAST_PAGE).max(121.0))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                choice(app, ui, actions);
                about(app, ui);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    controls::cross(ui, Command::ToggleChart, tr!("Close the chart"), actions);
                    for (command, text) in [
                        (Command::PinChart, tr!("Pin")),
                        (Command::Present, tr!("Present")),
                        (Command::SaveChart, tr!("Save…")),
                        (Command::CopyChart, tr!("Copy")),
                        (Command::AddChartToReport, tr!("Add to report")),
                        (Command::ToggleChartTable, tr!("Table")),
                    ] {
                        // What has no room here is in the menus.
                        if ui.available_width() > BUTTON {
                            controls::icon_button(app, ui, command, text, actions);
                        }
                    }
                });
            });
            contents(app, ui, actions);
        });
    app.view.resizing |= super::is_resized(ui, id);
}

/// The chart alone in the whole window.
pub(in crate::app) fn present(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let frame = egui::Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(20);
    egui::CentralPanel::default()
        .frame(frame)
        .show(ui, |ui| contents(app, ui, actions));
}

fn contents(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(chart) = app.chart_soon() else {
        ui.centered_and_justified(|ui| ui.label(missing(app)));
        return;
    };
    let of_all = app.chart_kind().shows_all() && app.session().sources().len() > 2;
    if of_all && app.workspace.laying().is_some() {
        ui.weak(tr!(
            "A and B; the other sources follow once they are scored."
        ));
    }
    if app.chart_kind() == Kind::Differences && app.session().same_stories {
        ui.weak(tr(OVER_ALL));
    }
    if app.preferences.chart_as_table {
        if let Some(target) = figures::show(ui, &chart) {
            follow(&target, actions);
        }
    } else {
        drawing(app, &chart, ui, actions);
    }
}

/// Which chart: a list, each with the question it answers.
fn choice(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let shown = app.chart_kind();
    let name = tr!("Chart: {}", tr(shown.label()));
    let response = egui::ComboBox::from_id_salt("charts")
        .selected_text(&name)
        .width(170.0)
        .height(400.0)
        .show_ui(ui, |ui| {
            for kind in Kind::all() {
                let label = ui.selectable_label(*kind == shown, tr(kind.label()));
                if label.on_hover_text(tr(kind.question())).clicked() {
                    actions.run(Command::ShowChart(*kind));
                }
            }
        });
    named(&response.response, Role::ComboBox, &name);
}

/// What the chart asks, says and rests on: what its files carry as their caption.
fn about(app: &mut App, ui: &mut Ui) {
    let question = tr(app.chart_kind().question());
    let Some(chart) = app.chart_soon() else {
        return;
    };
    let menu = ui.menu_button("i", |ui| {
        ui.set_max_width(420.0);
        for text in [question, &chart.summary, &chart.caption] {
            wrapped(text, ui);
        }
    });
    named(&menu.response, Role::Button, tr!("About this chart"));
    menu.response
        .on_hover_text(tr!("What this chart shows and rests on"));
}

fn drawing(app: &mut App, chart: &Chart, ui: &mut Ui, actions: &mut Actions) {
    let selected = app
        .view
        .selection
        .map(Place::whole_block)
        .map(Target::Place);
    let theme = Tokens::of(ui).chart;
    let response = plot::show(ui, chart, theme, selected.as_ref(), "chart");
    app.view.zoom = response.view;
    if let Some([from, to]) = response.brushed.and_then(days_between) {
        actions.push(move |app, _| app.keep_days(from, to));
    }
    if let Some(target) = response.clicked {
        follow(&target, actions);
    }
    if response.hovered != app.view.hovered {
        actions.push(move |app, _| app.view.hovered = response.hovered);
    }
}

/// What stands in place of a chart that is not there yet.
fn missing(app: &App) -> &'static str {
    if app.workspace.sides().is_none() {
        tr!("Scoring…")
    } else {
        tr!("Drawing…")
    }
}

/// Goes where a mark points.
fn follow(target: &Target, actions: &mut Actions) {
    match *target {
        Target::Place(place) => actions.go_to(place),
        Target::Word(ref word) => actions.show(Focus::Word(word.clone())),
        Target::List(ref label) => actions.show(Focus::List(label.clone())),
        Target::Measure { ref id } => {
            let measure = MEASURES.iter().find(|measure| measure.id == id.as_str());
            if let Some(found) = measure {
                actions.show(Focus::Measure(found.id));
            }
        }
        Target::Article { source, article } => actions.push(move |app, _| {
            if let Some(id) = app.session().other_ids().get(source).copied() {
                app.go_to_source(id, Place::headline(Side::A, article));
            }
        }),
        Target::Source { side } => actions.go_to(Place::headline(side, 0)),
    }
}
