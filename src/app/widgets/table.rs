//! A table whose rows are laid out only where they are seen, with columns that can be sorted by.

use egui::{Align, Layout, RichText, Role, Ui};
use egui_extras::{Column as Width, TableBuilder};

use super::labels::{focus_ring, named};
use crate::app::theme::semibold;

/// One column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    title: &'static str,
    help: &'static str,
    width: f32,
    numbers: bool,
}

impl Column {
    /// A column of text.
    pub(crate) const fn text(title: &'static str, width: f32) -> Self {
        Self {
            title,
            help: "",
            width,
            numbers: false,
        }
    }

    /// A column of numbers.
    pub(crate) const fn numbers(title: &'static str, width: f32) -> Self {
        Self {
            numbers: true,
            ..Self::text(title, width)
        }
    }

    /// The same with an explanation under the pointer.
    pub(crate) const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }
}

/// The column a table is sorted by; as it came where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sort {
    /// The column's position.
    pub(crate) column: Option<usize>,
    /// Largest first.
    pub(crate) descending: bool,
}

impl Sort {
    /// What a click on the title of `column` makes of it.
    fn clicked(&mut self, column: usize) {
        *self = match self.column {
            Some(old) if old == column && self.descending => Self {
                column: Some(column),
                descending: false,
            },
            Some(old) if old == column => Self::default(),
            _ => Self {
                column: Some(column),
                descending: true,
            },
        };
    }

    fn sign(self, column: usize) -> &'static str {
        match (self.column == Some(column), self.descending) {
            (false, _) => "",
            (true, true) => " ▼",
            (true, false) => " ▲",
        }
    }
}

/// Shows `rows`; `cells` gives the texts of one. The first cell is a button: the row whose button was
/// clicked comes back. With `sort` the titles can be clicked.
pub(crate) fn show<'a, T>(
    ui: &mut Ui,
    id: &str,
    columns: &[Column],
    rows: &'a [T],
    mut sort: Option<&mut Sort>,
    cells: impl Fn(&T) -> Vec<String>,
) -> Option<&'a T> {
    let mut clicked = None;
    let scroll = sort.is_some();
    ui.push_id(id, |ui| {
        egui::ScrollArea::horizontal().show(ui, |ui| {
            builder(ui, columns, scroll)
                .header(24.0, |mut header| {
                    for (at, column) in columns.iter().enumerate() {
                        header.col(|ui| title(ui, at, column, sort.as_deref_mut()));
                    }
                })
                .body(|body| {
                    body.rows(24.0, rows.len(), |mut shown| {
                        let Some(row) = rows.get(shown.index()) else {
                            return;
                        };
                        for (at, (column, text)) in columns.iter().zip(&cells(row)).enumerate() {
                            shown.col(|ui| {
                                if at > 0 {
                                    cell(ui, column, text);
                                } else if link(ui, text) {
                                    clicked = Some(row);
                                }
                            });
                        }
                    });
                });
        });
    });
    clicked
}

fn builder<'a>(ui: &'a mut Ui, columns: &[Column], scroll: bool) -> TableBuilder<'a> {
    let mut table = TableBuilder::new(ui)
        .striped(true)
        .vscroll(scroll)
        .auto_shrink([false, true])
        .cell_layout(Layout::left_to_right(Align::Center));
    for (at, column) in columns.iter().enumerate() {
        let width = Width::initial(column.width).at_least(40.0).clip(true);
        table = if at + 1 == columns.len() && !column.numbers {
            table.column(Width::remainder().at_least(column.width).clip(true))
        } else {
            table.column(width)
        };
    }
    table
}

fn title(ui: &mut Ui, at: usize, column: &Column, sort: Option<&mut Sort>) {
    if column.numbers {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(6.0);
            title_text(ui, at, column, sort);
        });
    } else {
        title_text(ui, at, column, sort);
    }
}

fn title_text(ui: &mut Ui, at: usize, column: &Column, sort: Option<&mut Sort>) {
    let text = |sign: &str| RichText::new(format!("{}{sign}", column.title)).family(semibold());
    let response = match sort {
        Some(sort) => {
            let button = egui::Button::new(text(sort.sign(at)))
                .frame(false)
                .truncate();
            let response = ui.add(button);
            let label = format!("Sort by {}", column.title);
            named(&response, Role::Button, &label);
            if response.clicked() {
                sort.clicked(at);
            }
            response
        }
        None => ui.add(egui::Label::new(text("")).truncate()),
    };
    if !column.help.is_empty() {
        response.on_hover_text(column.help);
    }
}

fn link(ui: &mut Ui, text: &str) -> bool {
    let response = ui.add(egui::Button::new(text).frame(false).truncate());
    focus_ring(ui, &response);
    response.clicked()
}

fn cell(ui: &mut Ui, column: &Column, text: &str) {
    if column.numbers {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(6.0);
            ui.add(egui::Label::new(text).truncate());
        });
    } else {
        ui.add(egui::Label::new(text).truncate());
    }
}
