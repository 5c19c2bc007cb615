//! The tone strip: one cell a scored paragraph, as high as the paragraph is long, a navigator at the outer
//! edge of the text. Sign and width say the same as the colour.

use egui::emath::Numeric as _;
use egui::{Rect, Role, Sense, Stroke, Ui, pos2, vec2};

use crate::article::{Article, Place, Side};
use crate::score::Unit;
use crate::text::{shorten, signed, tr};

use crate::app::theme::Tokens;
use crate::app::widgets::labels::named;
use crate::app::{Actions, App};

/// How wide a strip is, in points.
pub(super) const WIDTH: f32 = 22.0;
/// Room between a strip and the edges of its column.
const MARGIN: f32 = 6.0;

/// Shows the strip of one side in `rect`; a click on a cell goes to its paragraph.
pub(super) fn show(
    app: &App,
    side: Side,
    article: &Article,
    rect: Rect,
    ui: &Ui,
    actions: &mut Actions,
) {
    let tokens = Tokens::of(ui);
    let rect = rect.shrink2(vec2(2.0, MARGIN));
    let response = ui.interact(rect, ui.scope_id().with(("strip", side)), Sense::click());
    let label = tr!("Tone strip of source {}", side.label());
    named(&response, Role::Image, &label);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 3.0, tokens.panel);
    let Some(analysis) = app.analysis(side) else {
        return;
    };
    let current = app.session().current(side);
    let place = |unit: &Unit| Place::block(side, current, unit.block);
    let total: usize = analysis.units.iter().map(words).sum();
    if total == 0 {
        return;
    }
    let scale = rect.height() / total as f32;
    let at = response.hover_pos();
    let mut top = rect.min.y;
    let mut from = 0;
    while let Some(first) = analysis.units.get(from) {
        let is_lit = |unit: &Unit| {
            let place = place(unit);
            app.view.is_selected(place) || app.view.is_hovered(place)
        };
        let cell = Cell::from(&analysis.units, from, scale, is_lit);
        let room = Rect::from_min_size(pos2(rect.min.x, top), vec2(rect.width(), cell.height));
        top += cell.height;
        paint(&painter, room, cell.mean, cell.lit, tokens);
        if at.is_some_and(|pos| room.contains(pos)) {
            if response.clicked() {
                actions.go_to(place(first));
            }
            let text = article.blocks.get(first.block).map_or("", |b| &b.text);
            let words = shorten(text, 60);
            response.show_tooltip_text(tr!(
                "{} · tone {}\n{words}",
                cell.name(from),
                signed(cell.mean, 2); words));
        }
        from += cell.units;
    }
    painter.vline(
        rect.center().x,
        rect.y_range(),
        Stroke::new(1.0, tokens.edge),
    );
}

/// A cell of the strip: a paragraph, or several that are too short to be told apart at this height.
struct Cell {
    units: usize,
    height: f32,
    mean: f64,
    lit: bool,
}

impl Cell {
    /// The lowest a cell may be, in points.
    const LEAST: f32 = 1.5;

    /// The cell that begins at the paragraph at `from`.
    fn from(units: &[Unit], from: usize, scale: f32, is_lit: impl Fn(&Unit) -> bool) -> Self {
        let mut cell = Self {
            units: 0,
            height: 0.0,
            mean: 0.0,
            lit: false,
        };
        let (mut sum, mut all) = (0.0, 0.0);
        for unit in units.iter().skip(from) {
            let length = words(unit) as f64;
            sum += unit.tone.mean.unwrap_or_default() * length;
            all += length;
            cell.units += 1;
            cell.height += words(unit) as f32 * scale;
            cell.lit |= is_lit(unit);
            if cell.height >= Self::LEAST {
                break;
            }
        }
        cell.mean = sum / all.max(1.0);
        cell
    }

    /// "Paragraph 3" or "Paragraphs 3 to 9".
    fn name(&self, from: usize) -> String {
        match self.units {
            1 => tr!("Paragraph {}", from + 1),
            units => tr!("Paragraphs {} to {}", from + 1, from + units),
        }
    }
}

/// How long a unit is. At least one word, so that no cell vanishes.
fn words(unit: &Unit) -> usize {
    unit.words().max(1)
}

/// A cell: a bar right from the middle for positive, left for negative, as wide as the tone is strong.
fn paint(painter: &egui::Painter, cell: Rect, mean: f64, lit: bool, tokens: Tokens) {
    if lit {
        painter.rect_filled(cell, 0.0, tokens.selected);
    }
    let middle = cell.center().x;
    let tip = middle + f32::from_f64(mean) * (cell.width() / 2.0 - 1.0);
    let gap = if cell.height() > 4.0 { 1.0 } else { 0.0 };
    let bar = Rect::from_two_pos(pos2(middle, cell.min.y + gap), pos2(tip, cell.max.y - gap));
    painter.rect_filled(bar, 0.0, tokens.tone(mean));
    if lit {
        painter.rect_stroke(
            cell.shrink(0.5),
            0.0,
            Stroke::new(1.0, tokens.accent),
            egui::StrokeKind::Inside,
        );
    }
}
