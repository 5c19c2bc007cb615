//! The drawer of the chart below the page: which one, the drawing, saving it; and the chart alone in the
//! window.

use egui::{Id, Role, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

use crate::article::Place;
use crate::chart::{Kind, Target};
use crate::plot;

use crate::score::registry::MEASURES;

use crate::app::theme::Tokens;
use crate::app::view::Focus;
use crate::app::widgets::labels::named;
use crate::app::{Actions, App, Command, controls};

/// Below this height for page and chart together, in points, there is no drawer for the chart.
const LEAST_ROOM: f32 = 270.0;
/// What the page keeps, in points.
const LEAST_PAGE: f32 = 130.0;

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
    let id = Id::unique(("chart", app.view.page));
    egui::Panel::bottom(id)
        .resizable(true)
        .frame(frame)
        .default_size((room * 0.36).clamp(130.0, 340.0))
        .size_range(120.0..=(room - LEAST_PAGE).max(121.0))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                choice(app, ui, actions);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    controls::cross(ui, Command::ToggleChart, "Close the chart", actions);
                    controls::icon_button(app, ui, Command::PinChart, "Pin", actions);
                    controls::icon_button(app, ui, Command::Present, "Present", actions);
                    controls::button(app, ui, Command::SaveChart, actions);
                    controls::icon_button(
                        app,
                        ui,
                        Command::AddChartToReport,
                        "Add to report",
                        actions,
                    );
                    if ui.available_width() > 90.0 {
                        let table = Command::ToggleChartTable;
                        controls::icon_button(app, ui, table, "Table", actions);
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
    if app.preferences.chart_as_table {
        as_table(app, ui);
    } else {
        drawing(app, ui, actions);
    }
}

/// Every chart as a button, or as a list where there is no room for buttons.
fn choice(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if ui.available_width() > 1200.0 {
        for kind in Kind::all() {
            controls::button(app, ui, Command::ShowChart(*kind), actions);
        }
        return;
    }
    let shown = app.chart_kind();
    let name = format!("Chart: {}", shown.label());
    let response = egui::ComboBox::from_id_salt("charts")
        .selected_text(&name)
        .width(190.0)
        .height(400.0)
        .show_ui(ui, |ui| {
            for kind in Kind::all() {
                let label = ui.selectable_label(*kind == shown, kind.label());
                if label.on_hover_text(kind.question()).clicked() {
                    actions.run(Command::ShowChart(*kind));
                }
            }
        });
    named(&response.response, Role::ComboBox, &name);
}

fn drawing(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(chart) = app.chart_soon() else {
        ui.centered_and_justified(|ui| ui.label(missing(app)));
        return;
    };
    let selected = app
        .view
        .selection
        .map(Place::whole_block)
        .map(Target::Place);
    let theme = Tokens::of(ui).chart;
    let response = ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            plot::show(ui, &chart, theme, selected.as_ref(), "chart")
        })
        .inner;
    app.view.zoom = response.view;
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
        "Scoring…"
    } else {
        "Drawing…"
    }
}

/// The figures behind the chart.
fn as_table(app: &mut App, ui: &mut Ui) {
    let Some(chart) = app.chart_soon() else {
        ui.label(missing(app));
        return;
    };
    ui.label(&chart.title);
    ui.label(egui::RichText::new(&chart.summary).small().weak());
    let columns = &chart.table.columns;
    let widths = chart
        .table
        .columns
        .iter()
        .map(|_| Column::auto().resizable(true).clip(true));
    egui::ScrollArea::horizontal().show(ui, |ui| {
        let mut table = TableBuilder::new(ui)
            .striped(true)
            .auto_shrink([false, false]);
        for width in widths {
            table = table.column(width.at_least(60.0).at_most(420.0));
        }
        table
            .header(22.0, |mut header| {
                for column in columns {
                    header.col(|ui| {
                        ui.strong(column);
                    });
                }
            })
            .body(|body| {
                body.rows(22.0, chart.table.rows.len(), |mut row| {
                    let cells = chart.table.rows.get(row.index());
                    for cell in cells.into_iter().flatten() {
                        row.col(|ui| {
                            ui.add(egui::Label::new(cell.to_string()).truncate());
                        });
                    }
                });
            });
    });
}

/// Goes where a mark points.
fn follow(target: &Target, actions: &mut Actions) {
    match *target {
        Target::Place(place) => actions.go_to(place),
        Target::Word(ref word) => actions.show(Focus::Word(word.clone())),
        Target::Measure { ref id } => {
            let measure = MEASURES.iter().find(|measure| measure.id == id.as_str());
            if let Some(found) = measure {
                actions.show(Focus::Measure(found.id));
            }
        }
        Target::Source { .. } => {}
    }
}
