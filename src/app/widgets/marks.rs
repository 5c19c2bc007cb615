//! Marks painted on laid-out text: tints and underlines for stretches of it.

use egui::{Color32, Galley, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use crate::app::theme::{self, Tokens};
use crate::article::Span;
use crate::score::second::Agreement;
use crate::text::CodePoints;

/// How a stretch of text is marked. Underlines differ in form as well as in colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Style {
    /// A tint behind the text.
    Tint(Color32),
    /// A tint behind the text and a line around it.
    Chosen(Color32, Color32),
    /// A solid underline.
    Solid(Color32),
    /// A dotted underline.
    Dotted(Color32),
    /// A wavy underline.
    Wavy(Color32),
    /// Two underlines.
    Double(Color32),
    /// A thin line around the text.
    Outline(Color32),
    /// A bar before the text.
    Bar(Color32),
}

/// Paints `marks` onto `galley`, which lays out `text` and is shown at `origin`. Tints go behind the
/// text: call this before the text is painted.
pub(crate) fn paint(
    painter: &Painter,
    galley: &Galley,
    origin: Pos2,
    text: &str,
    marks: impl IntoIterator<Item = (Span, Style)>,
) {
    let points = CodePoints::of(text);
    for (span, style) in marks {
        for rect in rects(galley, &points, span) {
            one(painter, rect.translate(origin.to_vec2()), style);
        }
    }
}

/// The rectangles that `span` of `text` covers in `galley`, one a row.
pub(crate) fn rects(galley: &Galley, text: &CodePoints, span: Span) -> Vec<Rect> {
    let [start, end] = span.code_points(text);
    let mut out = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let count = row.glyphs.len();
        let (from, to) = (start.max(first), end.min(first + count));
        if from < to
            && let Some(glyphs) = row.glyphs.get(from - first..to - first)
        {
            // The letters of a word from right to left stand in either order.
            let left = glyphs.iter().map(|glyph| glyph.pos.x);
            let right = glyphs.iter().map(egui::epaint::text::Glyph::max_x);
            out.push(Rect::from_min_max(
                pos2(row.pos.x + left.fold(f32::MAX, f32::min), row.min_y()),
                pos2(row.pos.x + right.fold(f32::MIN, f32::max), row.max_y()),
            ));
        }
        first += count + usize::from(row.ends_with_newline);
    }
    out
}

/// The byte offset in `text` of the character under `pos`, relative to the galley; `None` beside
/// the text.
pub(crate) fn byte_at(galley: &Galley, text: &str, pos: Vec2) -> Option<usize> {
    let row = galley
        .rows
        .iter()
        .find(|row| row.min_y() <= pos.y && pos.y <= row.max_y())?;
    if pos.x < row.pos.x || pos.x > row.rect().max.x {
        return None;
    }
    let before: usize = galley
        .rows
        .iter()
        .take_while(|other| other.min_y() < row.min_y())
        .map(|row| row.glyphs.len() + usize::from(row.ends_with_newline))
        .sum();
    let inside = row
        .glyphs
        .iter()
        .position(|glyph| row.pos.x + glyph.max_x() >= pos.x)?;
    text.char_indices()
        .nth(before + inside)
        .map(|(byte, _)| byte)
}

/// Paints one mark on the text in `rect`.
pub(crate) fn one(painter: &Painter, rect: Rect, style: Style) {
    let y = rect.max.y - 2.5;
    match style {
        Style::Tint(color) => {
            painter.rect_filled(rect.expand2(vec2(1.0, -1.0)), 3.0, color);
        }
        Style::Chosen(tint, line) => {
            let rect = rect.expand2(vec2(2.0, -1.0));
            let stroke = Stroke::new(1.5, line);
            painter.rect(rect, 3.0, tint, stroke, egui::StrokeKind::Outside);
        }
        Style::Solid(color) => {
            painter.hline(rect.x_range(), y, Stroke::new(2.0, color));
        }
        Style::Dotted(color) => {
            let ends = [pos2(rect.min.x, y), pos2(rect.max.x, y)];
            painter.extend(egui::Shape::dotted_line(&ends, color, 4.0, 1.3));
        }
        Style::Wavy(color) => {
            painter.line(wave(rect, y), Stroke::new(1.3, color));
        }
        Style::Double(color) => {
            for y in [y - 1.5, y + 1.5] {
                painter.hline(rect.x_range(), y, Stroke::new(1.2, color));
            }
        }
        Style::Outline(color) => {
            let rect = rect.expand2(vec2(1.5, -2.0));
            let stroke = Stroke::new(1.0, color);
            painter.rect_stroke(rect, 3.0, stroke, egui::StrokeKind::Inside);
        }
        Style::Bar(color) => {
            let bar = Rect::from_min_max(pos2(rect.min.x - 5.0, rect.min.y), rect.left_bottom());
            painter.rect_filled(bar.with_max_x(rect.min.x - 2.0), 0.0, color);
        }
    }
}

/// A zigzag along the foot of `rect`.
fn wave(rect: Rect, y: f32) -> Vec<Pos2> {
    const STEP: f32 = 2.5;
    let mut points = Vec::new();
    let mut x = rect.min.x;
    let mut up = true;
    while x <= rect.max.x {
        points.push(pos2(x, if up { y - 1.3 } else { y + 1.3 }));
        up = !up;
        x += STEP;
    }
    points
}

/// Whether two readers agree, beside a score: quiet where they do.
pub(crate) fn agreement(
    painter: &egui::Painter,
    at: egui::Pos2,
    agreement: Agreement,
    tokens: Tokens,
) {
    let font = egui::FontId::new(11.0, theme::semibold());
    let color = agreement_color(agreement, tokens);
    painter.text(
        at,
        egui::Align2::CENTER_CENTER,
        agreement.mark(),
        font,
        color,
    );
}

/// The colour of the mark.
pub(crate) const fn agreement_color(agreement: Agreement, tokens: Tokens) -> egui::Color32 {
    if agreement.agrees() {
        tokens.edge
    } else {
        tokens.error
    }
}
