//! The matrix itself: a head a source, a row a measure, a cell with its value, its interval and how many others
//! it clearly differs from. The names of the measures stay while the sources are scrolled.

use egui::{Align2, Color32, FontId, Rect, Response, Role, Sense, Stroke, Ui, pos2, vec2};

use crate::app::sources::columns::Shown;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{focus_ring, named};
use crate::app::{Actions, App};
use crate::compare::matrix::{Cell, Row};
use crate::session::SourceId;
use crate::text::{optional, tr, tr_counted, tr_said};

/// What the marks mean.
pub(super) const LEGEND: &str = "Value and 95 % interval of each source; the line below shows both on the scale of its row. ▲3: clearly higher than \
     three of the sources shown, ▼1: clearly lower than one, p-values adjusted over every pair and measure shown. A \
     click on a measure sorts by it, on a cell opens its words, on two heads compares the two.";

/// Heights, and the least and most width of a column, in points.
const HEAD: f32 = 44.0;
const ROW: f32 = 48.0;
const NARROWEST: f32 = 112.0;
const WIDEST: f32 = 170.0;
/// The room of the measures' names, at most and as a share of the page.
const NAMES: f32 = 200.0;
const NAMES_SHARE: f32 = 0.28;

const PAD: f32 = 8.0;

pub(super) fn show(app: &App, shown: &Shown, ui: &mut Ui, actions: &mut Actions) {
    let names = NAMES.min(ui.available_width() * NAMES_SHARE);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.vertical(|ui| {
            ui.set_width(names);
            ui.allocate_space(vec2(names, HEAD));
            for row in &shown.matrix.rows {
                measure(app, row, names, ui, actions);
            }
        });
        let room = ui.available_width();
        let width = (room / shown.ids.len().max(1) as f32).clamp(NARROWEST, WIDEST);
        egui::ScrollArea::horizontal().show(ui, |ui| {
            ui.vertical(|ui| {
                ui.horizontal(|ui| {
                    for (column, id) in shown.ids.iter().enumerate() {
                        head(app, shown, (column, *id), width, ui, actions);
                    }
                });
                for (at, row) in shown.matrix.rows.iter().enumerate() {
                    let scale = Scale::of(row);
                    ui.horizontal(|ui| {
                        for (column, id) in shown.ids.iter().enumerate() {
                            let size = vec2(width, ROW);
                            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                            if ui.is_rect_visible(rect) {
                                let one = One {
                                    row,
                                    column,
                                    id: *id,
                                    striped: at % 2 == 1,
                                };
                                one.show(app, shown, &scale, (rect, &response), ui);
                            }
                            if response.clicked() {
                                let cell = (*id, row.key());
                                actions.push(move |app, _| {
                                    let state = &mut app.view.pages.beside;
                                    state.cell = (state.cell != Some(cell)).then_some(cell);
                                });
                            }
                        }
                    });
                }
            });
        });
    });
}

/// The name of a measure; a click sorts the sources by it.
fn measure(app: &App, row: &Row, width: f32, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    let id = row.key();
    let sign = match app.view.pages.beside.by {
        Some((by, true)) if by == id => " ▼",
        Some((by, false)) if by == id => " ▲",
        _ => "",
    };
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, tokens.hovered);
    }
    let label = format!("{}{sign}", tr_said(row.label()));
    let font = FontId::new(14.0, semibold());
    let galley = ui.painter().layout(label, font, tokens.text, width - PAD);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(pos2(rect.left(), top), galley, tokens.text);
    named(
        &response,
        Role::Button,
        &tr!("Sort the sources by {}", tr_said(row.label())),
    );
    focus_ring(ui, &response);
    if response.clicked() {
        actions.push(move |app, _| app.view.pages.beside.sort_by(id));
    }
    response.on_hover_text(tr(row.measure.plain));
}

/// The head of a column.
fn head(
    app: &App,
    shown: &Shown,
    (column, id): (usize, SourceId),
    width: f32,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEAD), Sense::click());
    let chosen = app.view.pages.beside.heads.contains(&id);
    let fill = match (chosen, response.hovered()) {
        (true, _) => tokens.selected,
        (false, true) => tokens.hovered,
        (false, false) => Color32::TRANSPARENT,
    };
    let inside = rect.shrink2(vec2(2.0, 1.0));
    ui.painter().rect_filled(inside, 4.0, fill);
    let name = shown.matrix.name(column);
    let source = shown.matrix.sources.get(column);
    let articles = source.map_or(0, |source| source.articles);
    let mut job = egui::text::LayoutJob::single_section(
        name.to_owned(),
        egui::TextFormat::simple(FontId::new(14.0, semibold()), tokens.text),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(width - 2.0 * PAD);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = rect.left_top() + vec2(PAD, 5.0);
    ui.painter().galley(at, galley, tokens.text);
    let below = tr_counted(articles, "article");
    let font = FontId::proportional(12.0);
    let at = rect.left_bottom() + vec2(PAD, -5.0);
    (ui.painter()).text(at, Align2::LEFT_BOTTOM, &below, font, tokens.weak);
    let line = Stroke::new(
        if chosen { 2.5 } else { 1.0 },
        if chosen { tokens.accent } else { tokens.line },
    );
    ui.painter()
        .hline(rect.x_range().shrink(2.0), rect.bottom(), line);
    named(&response, Role::Button, &format!("{name}, {below}"));
    focus_ring(ui, &response);
    if response.clicked() {
        actions.push(move |app, _| app.view.pages.beside.choose_head(id));
    }
    response.on_hover_text(tr!(
        "{name}\n{below}\nChoose two heads to compare them."; name, below));
}

/// From the lowest to the highest end of what a row shows.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    fn of(row: &Row) -> Self {
        let mut scale = Self {
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
        };
        for cell in &row.cells {
            let ends = cell.interval.map(|ends| [ends.low, ends.high]);
            for value in cell.value.into_iter().chain(ends.into_iter().flatten()) {
                scale.low = scale.low.min(value);
                scale.high = scale.high.max(value);
            }
        }
        scale
    }

    /// Where a value stands between the left and the right edge.
    fn x(&self, value: f64, rect: Rect) -> f32 {
        let share = (value - self.low) / (self.high - self.low).max(f64::MIN_POSITIVE);
        #[expect(clippy::cast_possible_truncation, reason = "a share of one")]
        let share = share.clamp(0.0, 1.0) as f32;
        egui::lerp(rect.left()..=rect.right(), share)
    }
}

/// One cell to be drawn.
struct One<'a> {
    row: &'a Row,
    column: usize,
    id: SourceId,
    striped: bool,
}

impl One<'_> {
    fn show(
        &self,
        app: &App,
        shown: &Shown,
        scale: &Scale,
        (rect, response): (Rect, &Response),
        ui: &Ui,
    ) {
        let Some(cell) = self.row.cells.get(self.column) else {
            return;
        };
        let tokens = Tokens::of(ui);
        let measure = self.row.measure;
        let chosen = app.view.pages.beside.cell == Some((self.id, self.row.key()));
        let fill = match (chosen, response.hovered()) {
            (true, _) => tokens.selected,
            (false, true) => tokens.hovered,
            (false, false) if self.striped => tokens.panel,
            (false, false) => Color32::TRANSPARENT,
        };
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, fill);
        let strong = FontId::new(14.0, semibold());
        let small = FontId::proportional(11.5);
        let at = rect.left_top() + vec2(PAD, 4.0);
        painter.text(
            at,
            Align2::LEFT_TOP,
            cell.shown(measure),
            strong,
            tokens.text,
        );
        let standing = self.row.standing(self.column);
        let marks = marks(&standing);
        let at = rect.right_top() + vec2(-PAD, 5.0);
        painter.text(
            at,
            Align2::RIGHT_TOP,
            marks,
            FontId::new(12.5, semibold()),
            tokens.accent,
        );
        let below = match cell.no_interval() {
            None => cell.ends(measure),
            Some(why) => tr(why.label()).to_owned(),
        };
        let at = rect.left_top() + vec2(PAD, 22.0);
        let mut job = egui::text::LayoutJob::simple_singleline(below, small, tokens.weak);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 2.0 * PAD);
        painter.galley(at, painter.layout_job(job), tokens.weak);
        line(cell, scale, rect, tokens, &painter);
        if chosen {
            let stroke = Stroke::new(1.5, tokens.accent);
            painter.rect_stroke(rect.shrink(1.0), 2.0, stroke, egui::StrokeKind::Inside);
        }
        let said = self.said(shown, cell, &standing);
        named(response, Role::Button, &said.join(". "));
        focus_ring(ui, response);
        response.clone().on_hover_text(said.join("\n"));
    }

    /// All there is to say of the cell, a line each.
    fn said(&self, shown: &Shown, cell: &Cell, [above, below]: &[Vec<usize>; 2]) -> Vec<String> {
        let measure = self.row.measure;
        let ends = optional(cell.interval, |_| {
            tr!("95 % interval {}", cell.ends(measure))
        });
        let mut said = vec![
            format!(
                "{}, {}: {}",
                tr_said(self.row.label()),
                shown.matrix.name(self.column),
                cell.shown(measure)
            ),
            match cell.interval {
                Some(_) => format!("{ends}; {}", tr_said(&cell.rests_on())),
                None => tr_said(&cell.rests_on()),
            },
        ];
        for (what, columns) in [(tr!("higher"), above), (tr!("lower"), below)] {
            if !columns.is_empty() {
                let names = shown.matrix.names(columns);
                said.push(tr!("Clearly {what} than {names}"; what, names));
            }
        }
        said
    }
}

/// "▲3 ▼1"; empty where nothing is clear.
fn marks([above, below]: &[Vec<usize>; 2]) -> String {
    let mark = |sign: char, columns: &[usize]| match columns.len() {
        0 => None,
        n => Some(format!("{sign}{n}")),
    };
    let all: Vec<String> = [mark('▲', above), mark('▼', below)]
        .into_iter()
        .flatten()
        .collect();
    all.join(" ")
}

/// The interval as a line and the value as a dot on it, on the scale of the row.
fn line(cell: &Cell, scale: &Scale, rect: Rect, tokens: Tokens, painter: &egui::Painter) {
    let track = Rect::from_min_max(
        pos2(rect.left() + PAD, rect.bottom() - 8.0),
        pos2(rect.right() - PAD, rect.bottom() - 8.0),
    );
    if scale.low < 0.0 && scale.high > 0.0 {
        let zero = scale.x(0.0, track);
        let stroke = Stroke::new(1.0, tokens.line);
        painter.vline(zero, track.top() - 4.0..=track.top() + 4.0, stroke);
    }
    if let Some(ends) = cell.interval {
        let (low, high) = (scale.x(ends.low, track), scale.x(ends.high, track));
        painter.hline(low..=high, track.top(), Stroke::new(2.0, tokens.edge));
    }
    if let Some(value) = cell.value {
        let at = pos2(scale.x(value, track), track.top());
        painter.circle_filled(at, 3.0, tokens.accent);
    }
}
