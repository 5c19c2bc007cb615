//! The figures behind a chart, as a table: columns as wide as what stands in them, rows that lead where the marks
//! of the drawing do.

use egui::{Align, Label, Layout, RichText, Role, Sense, Ui};
use egui_extras::{Column, TableBuilder};

use crate::app::theme::semibold;
use crate::app::widgets::labels::{focus_ring, named};
use crate::chart::{Cell, Chart, Table, Target};

const ROW: f32 = 22.0;
/// The room of a letter, of one of a title, and what a cell has besides, in points.
const LETTER: f32 = 7.0;
const STRONG_LETTER: f32 = 8.0;
const MARGIN: f32 = 12.0;
/// The least and the most width of a column, in points; what has more to say shares what is left.
const WIDTH: (f32, f32) = (36.0, 210.0);
/// Rows looked at to see how wide a column must be.
const LOOKED_AT: usize = 200;

/// Shows the table; gives what the row stands for that was clicked.
pub(super) fn show(ui: &mut Ui, chart: &Chart) -> Option<Target> {
    let table = &chart.table;
    ui.add(Label::new(RichText::new(&chart.title).family(semibold())).truncate());
    if table.rows.is_empty() {
        ui.label(&chart.summary);
        return None;
    }
    let widths: Vec<f32> = (0..table.columns.len())
        .map(|at| width(table, at))
        .collect();
    let numbers: Vec<bool> = (0..table.columns.len())
        .map(|at| table.is_of_numbers(at))
        .collect();
    let mut clicked = None;
    egui::ScrollArea::horizontal().show(ui, |ui| {
        let free =
            ui.available_width() - widths.iter().map(|width| width.min(WIDTH.1)).sum::<f32>();
        // The widest column of words takes what is left.
        let widest = widths
            .iter()
            .enumerate()
            .filter(|(_, width)| **width > WIDTH.1)
            .max_by(|a, b| a.1.total_cmp(b.1));
        let widest = widest.map(|(at, _)| at);
        let mut builder = TableBuilder::new(ui)
            .id_salt(chart.kind)
            .striped(true)
            .sense(Sense::click())
            .auto_shrink([false, false])
            .cell_layout(Layout::left_to_right(Align::Center));
        for (at, width) in widths.iter().enumerate() {
            let extra = if widest == Some(at) {
                (free - MARGIN * widths.len() as f32).clamp(0.0, width - WIDTH.1)
            } else {
                0.0
            };
            let width = width.min(WIDTH.1) + extra;
            let column = Column::initial(width).at_least(WIDTH.0).clip(true);
            builder = builder.column(column.resizable(true));
        }
        builder
            .header(ROW, |mut header| {
                for (name, numbers) in table.columns.iter().zip(&numbers) {
                    header.col(|ui| {
                        aligned(ui, *numbers, |ui| {
                            let text = RichText::new(name).family(semibold());
                            ui.add(Label::new(text).truncate());
                        });
                    });
                }
            })
            .body(|body| {
                body.rows(ROW, table.rows.len(), |mut row| {
                    let index = row.index();
                    let target = table.target(index);
                    let cells = table.rows.get(index);
                    for (at, cell) in cells.into_iter().flatten().enumerate() {
                        let numbers = numbers.get(at).copied().unwrap_or_default();
                        row.col(|ui| {
                            aligned(ui, numbers, |ui| {
                                if entry(ui, cell, target.is_some() && at == 0) {
                                    clicked = target.cloned();
                                }
                            });
                        });
                    }
                    let response = row.response();
                    if target.is_some() && response.clicked() {
                        clicked = target.cloned();
                    }
                });
            });
    });
    clicked
}

/// Numbers end where the column ends.
fn aligned(ui: &mut Ui, numbers: bool, add: impl FnOnce(&mut Ui)) {
    if numbers {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(MARGIN / 2.0);
            add(ui);
        });
    } else {
        add(ui);
    }
}

/// One cell; the first of a linked row is a button for the keyboard. Whether that was pressed.
fn entry(ui: &mut Ui, cell: &Cell, linked: bool) -> bool {
    let text = cell.to_string();
    if linked {
        let response = ui.add(egui::Button::new(text.as_str()).frame(false).truncate());
        focus_ring(ui, &response);
        named(&response, Role::Button, &text);
        return response.clicked();
    }
    ui.add(Label::new(text).truncate().selectable(false));
    false
}

/// The width a column asks for: that of its longest cell or name.
fn width(table: &Table, column: usize) -> f32 {
    let cells = table.rows.iter().take(LOOKED_AT);
    let letters = cells
        .filter_map(|row| Some(row.get(column)?.to_string().chars().count()))
        .max()
        .unwrap_or(0);
    let name = table
        .columns
        .get(column)
        .map_or(0, |name| name.chars().count());
    (letters as f32 * LETTER).max(name as f32 * STRONG_LETTER) + MARGIN
}
