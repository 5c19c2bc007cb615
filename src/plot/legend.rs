//! The legend: a line of keys between title and plot.

use egui::{Color32, Pos2, Rect, Sense, Stroke, Ui, Vec2};

use super::fonts::{colour, font};
use super::shapes::{bar, dashed, symbol};
use crate::chart::{Dash, Ink, Key, Look, Swatch, Theme};

const SIZE: f32 = 12.0;
const ROW: f32 = 18.0;
const SWATCH: f32 = 18.0;
const AFTER_SWATCH: f32 = 5.0;
const BETWEEN: f32 = 16.0;

/// Draws the keys, as many a line as fit.
pub(super) fn show(ui: &mut Ui, keys: &[Key], theme: Theme) {
    if keys.is_empty() {
        return;
    }
    let text = colour(Ink::Muted, theme);
    let width = ui.available_width();
    let mut at = Vec2::ZERO;
    let mut entries = Vec::new();
    for key in keys {
        let galley =
            ui.painter()
                .layout(key.label.clone(), font(SIZE, false), text, width - SWATCH);
        let needs = SWATCH + AFTER_SWATCH + galley.size().x;
        if at.x > 0.0 && at.x + needs > width {
            at = Vec2::new(0.0, at.y + ROW);
        }
        entries.push((at, key, galley));
        at.x += needs + BETWEEN;
    }
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, at.y + ROW), Sense::hover());
    for (at, key, galley) in entries {
        let corner = rect.min + at;
        let swatch = Rect::from_min_size(corner, Vec2::new(SWATCH, ROW));
        draw(ui, key, swatch, theme);
        let left = corner.x + SWATCH + AFTER_SWATCH;
        let top = corner.y + (ROW - galley.size().y) / 2.0;
        ui.painter().galley(Pos2::new(left, top), galley, text);
    }
}

fn draw(ui: &Ui, key: &Key, rect: Rect, theme: Theme) {
    let ink = colour(key.ink, theme);
    let (left, right) = (rect.left_center(), rect.right_center());
    let line = |from: Pos2, to: Pos2, width: f32| {
        egui::Shape::line_segment([from, to], Stroke::new(width, ink))
    };
    let mut shapes = Vec::new();
    match key.swatch {
        Swatch::Symbol(which) => {
            shapes.push(symbol(which, rect.center(), 4.5, ink, ink));
        }
        Swatch::Bar(look) => {
            let inner = rect.shrink2(Vec2::new(3.0, 4.0));
            shapes.push(bar(inner, look, ink, Color32::TRANSPARENT));
        }
        Swatch::Line(Dash::Solid) => shapes.push(line(left, right, 1.5)),
        Swatch::Line(Dash::Dashed) => shapes.extend(dashed(&[left, right], Stroke::new(1.5, ink))),
        Swatch::Whisker => {
            let (top, bottom) = (rect.center_top(), rect.center_bottom());
            let (top, bottom) = (top + Vec2::new(0.0, 3.0), bottom - Vec2::new(0.0, 3.0));
            let cap = Vec2::new(3.0, 0.0);
            shapes.push(line(top, bottom, 1.0));
            shapes.push(line(top - cap, top + cap, 1.0));
            shapes.push(line(bottom - cap, bottom + cap, 1.0));
        }
        Swatch::Text(sample) => shapes.push(centred(ui, sample, 10.0, false, rect, ink)),
        Swatch::Cell(sign) => {
            let on = match key.ink {
                Ink::Tone(tone) => Ink::OnTone(tone),
                _ => Ink::Paper,
            };
            let inner = rect.shrink2(Vec2::new(1.0, 2.0));
            shapes.push(bar(inner, Look::Solid, ink, Color32::TRANSPARENT));
            shapes.push(centred(ui, sign, 12.0, true, rect, colour(on, theme)));
        }
    }
    ui.painter().extend(shapes);
}

fn centred(ui: &Ui, text: &str, size: f32, strong: bool, rect: Rect, ink: Color32) -> egui::Shape {
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font(size, strong), ink);
    egui::Shape::galley(rect.center() - galley.size() / 2.0, galley, ink)
}
