//! A table whose rows are laid out only where they are seen, with columns that can be sorted by. It fits the
//! room there is: columns that are no more than extras go first, then those of text get narrower.

use egui::{Align, Layout, RichText, Role, Ui};
use egui_extras::{Column as Width, TableBuilder};

use super::labels::{focus_ring, named};
use crate::app::theme::semibold;
use crate::compare::glossary::Word;
use crate::text::{is_english, tr};

/// One column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    title: &'static str,
    help: &'static str,
    width: f32,
    numbers: bool,
    extra: bool,
}

impl Column {
    /// A column of text.
    pub(crate) const fn text(title: &'static str, width: f32) -> Self {
        Self {
            title,
            help: "",
            width,
            numbers: false,
            extra: false,
        }
    }

    /// A column of numbers.
    pub(crate) const fn numbers(title: &'static str, width: f32) -> Self {
        Self {
            numbers: true,
            ..Self::text(title, width)
        }
    }

    /// The same, left out where there is no room for it.
    pub(crate) const fn extra(mut self) -> Self {
        self.extra = true;
        self
    }

    /// A column by its entry in the glossary.
    pub(crate) const fn of(word: Word, width: f32) -> Self {
        Self::numbers(word.label, width).help(word.plain)
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

/// Shows `rows`; `cells` gives the texts of one. The first cell is a button, and a click anywhere on a row does
/// the same: that row comes back. With `sort` the titles can be clicked.
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
    let shown_columns = fitting(columns, ui);
    ui.push_id(id, |ui| {
        egui::ScrollArea::horizontal().show(ui, |ui| {
            builder(ui, &shown_columns, scroll)
                .header(24.0, |mut header| {
                    for (at, column) in &shown_columns {
                        header.col(|ui| title(ui, *at, column, sort.as_deref_mut()));
                    }
                })
                .body(|body| {
                    body.rows(24.0, rows.len(), |mut shown| {
                        let Some(row) = rows.get(shown.index()) else {
                            return;
                        };
                        let texts = cells(row);
                        for (at, column) in &shown_columns {
                            let text = texts.get(*at).map_or("", String::as_str);
                            shown.col(|ui| {
                                if *at > 0 {
                                    cell(ui, column, text);
                                } else if link(ui, text) {
                                    clicked = Some(row);
                                }
                            });
                        }
                        if shown.response().clicked() {
                            clicked = Some(row);
                        }
                    });
                });
        });
    });
    clicked
}

/// The narrowest a column of text gets.
const NARROWEST: f32 = 90.0;

/// The columns there is room for, with their positions; those of text as wide as the room allows.
fn fitting(columns: &[Column], ui: &Ui) -> Vec<(usize, Column)> {
    let room = ui.available_width() - ui.spacing().scroll.bar_width;
    let gap = ui.spacing().item_spacing.x;
    let mut shown: Vec<(usize, Column)> = columns.iter().copied().enumerate().collect();
    for (_, column) in &mut shown {
        // Widths are made for English: where a title is longer in the language of the window, it has its room.
        if !is_english() {
            column.width = column.width.max(title_width(tr(column.title), ui));
        }
    }
    let width = |shown: &[(usize, Column)]| -> f32 {
        shown.iter().map(|(_, column)| column.width + gap).sum()
    };
    while width(&shown) > room {
        let Some(last) = shown.iter().rposition(|(_, column)| column.extra) else {
            break;
        };
        shown.remove(last);
    }
    let over = width(&shown) - room;
    // Where narrow texts would not do either, the table is scrolled and its texts stay readable.
    let spare: f32 = (shown.iter().filter(|(_, column)| !column.numbers))
        .map(|(_, column)| (column.width - NARROWEST).max(0.0))
        .sum();
    if over > spare {
        return shown;
    }
    let text = |(_, column): &&mut (usize, Column)| !column.numbers;
    let wide: f32 = shown
        .iter_mut()
        .filter(text)
        .map(|(_, column)| column.width)
        .sum();
    if over > 0.0 && wide > 0.0 {
        for (_, column) in shown.iter_mut().filter(text) {
            column.width = (column.width - over * column.width / wide).max(NARROWEST);
        }
    }
    shown
}

fn builder<'a>(ui: &'a mut Ui, columns: &[(usize, Column)], scroll: bool) -> TableBuilder<'a> {
    let mut table = TableBuilder::new(ui)
        .striped(true)
        .vscroll(scroll)
        .sense(egui::Sense::click())
        .auto_shrink([false, true])
        .cell_layout(Layout::left_to_right(Align::Center));
    for (at, (_, column)) in columns.iter().enumerate() {
        let width = Width::initial(column.width).at_least(40.0).clip(true);
        table = if at + 1 == columns.len() && !column.numbers {
            table.column(Width::remainder().at_least(column.width).clip(true))
        } else {
            table.column(width)
        };
    }
    table
}

/// How wide a column is in which `title` and the sign of its order are read whole, in points.
pub(crate) fn title_width(title: &str, ui: &Ui) -> f32 {
    let font = egui::FontId {
        family: semibold(),
        ..egui::TextStyle::Body.resolve(ui.style())
    };
    let title = (ui.painter()).layout_no_wrap(format!("{title} ▼"), font, egui::Color32::BLACK);
    title.size().x + 14.0
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
    let text = |sign: &str| RichText::new(format!("{}{sign}", tr(column.title))).family(semibold());
    let response = match sort {
        Some(sort) => {
            let button = egui::Button::new(text(sort.sign(at)))
                .frame(false)
                .truncate();
            let response = ui.add(button);
            let label = tr!("Sort by {}", tr(column.title));
            named(&response, Role::Button, &label);
            if response.clicked() {
                sort.clicked(at);
            }
            response
        }
        None => ui.add(egui::Label::new(text("")).truncate()),
    };
    if !column.help.is_empty() {
        response.on_hover_text(tr(column.help));
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
