//! The legend: keys on one line where they fit, above the plot or below it, never over the data.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rect, Stroke, Vec2};

use super::lettering::Lettering;
use super::shapes::{bar, run, symbol};
use crate::chart::{Dash, Ink, Key, Look, Swatch};

const SIZE: f32 = 11.5;
const ROW: f32 = 15.0;
const SWATCH: f32 = 16.0;
const AFTER_SWATCH: f32 = 4.0;
const BETWEEN: f32 = 14.0;

/// Keys set in rows.
pub(super) struct Legend<'a> {
    letters: Lettering<'a>,
    entries: Vec<(Vec2, &'a Key, Arc<Galley>)>,
    /// The room it takes.
    pub(super) size: Vec2,
}

impl<'a> Legend<'a> {
    /// The keys in as many rows as `width` points ask for.
    pub(super) fn new(letters: Lettering<'a>, keys: &'a [Key], width: f32) -> Self {
        let scale = letters.scale;
        let mut at = Vec2::ZERO;
        let mut widest = 0.0_f32;
        let mut entries = Vec::with_capacity(keys.len());
        for key in keys {
            let room = (width - (SWATCH + AFTER_SWATCH) * scale).max(1.0);
            let galley = letters.cut(&key.label, (SIZE, false), Ink::Muted, room);
            let needs = (SWATCH + AFTER_SWATCH) * scale + galley.size().x;
            if at.x > 0.0 && at.x + needs > width {
                at = Vec2::new(0.0, at.y + ROW * scale);
            }
            entries.push((at, key, galley));
            widest = widest.max(at.x + needs);
            at.x += needs + BETWEEN * scale;
        }
        let height = if keys.is_empty() {
            0.0
        } else {
            at.y + ROW * scale
        };
        Self {
            letters,
            entries,
            size: Vec2::new(widest, height),
        }
    }

    /// Draws it with its upper left corner at `corner`.
    pub(super) fn draw(&self, corner: Pos2) {
        let scale = self.letters.scale;
        for (at, key, galley) in &self.entries {
            let corner = corner + *at;
            let swatch = Rect::from_min_size(corner, Vec2::new(SWATCH, ROW) * scale);
            self.swatch(key, swatch);
            let left = swatch.right() + AFTER_SWATCH * scale;
            let top = swatch.center().y - galley.size().y / 2.0;
            self.letters.draw(Pos2::new(left, top), galley.clone());
        }
    }

    fn swatch(&self, key: &Key, rect: Rect) {
        let scale = self.letters.scale;
        let ink = self.letters.colour(key.ink);
        let paper = self.letters.colour(Ink::Paper);
        let (left, right) = (rect.left_center(), rect.right_center());
        let line = |from: Pos2, to: Pos2, width: f32| {
            egui::Shape::line_segment([from, to], Stroke::new(width * scale, ink))
        };
        let mut shapes = Vec::new();
        match key.swatch {
            Swatch::Symbol(which) => {
                shapes.push(symbol(which, rect.center(), 4.0 * scale, ink, ink));
            }
            Swatch::Sizes(which) => {
                let small = rect.left_center() + Vec2::new(3.0 * scale, 0.0);
                let large = rect.right_center() - Vec2::new(5.0 * scale, 0.0);
                shapes.push(symbol(which, small, 2.5 * scale, ink, ink));
                shapes.push(symbol(which, large, 5.0 * scale, ink, ink));
            }
            Swatch::Bar(look) => {
                let inner = rect.shrink2(Vec2::new(2.0, 3.0) * scale);
                shapes.extend(bar(inner, look, ink, paper));
            }
            Swatch::Line(Dash::Solid) => shapes.push(line(left, right, 1.5)),
            Swatch::Line(dash) => {
                let stroke = Stroke::new(1.5 * scale, ink);
                shapes.extend(run(&[left, right], stroke, dash));
            }
            Swatch::Track(which, dash) => {
                let stroke = Stroke::new(1.5 * scale, ink);
                shapes.extend(run(&[left, right], stroke, dash));
                shapes.push(symbol(which, rect.center(), 4.0 * scale, ink, ink));
            }
            Swatch::Whisker => {
                let inset = Vec2::new(0.0, 2.0 * scale);
                let (top, bottom) = (rect.center_top() + inset, rect.center_bottom() - inset);
                let cap = Vec2::new(3.0 * scale, 0.0);
                shapes.push(line(top, bottom, 1.0));
                shapes.push(line(top - cap, top + cap, 1.0));
                shapes.push(line(bottom - cap, bottom + cap, 1.0));
            }
            Swatch::Text(sample) => shapes.push(self.centred(sample, 10.0, false, rect, key.ink)),
            Swatch::Cell(sign) => {
                let on = match key.ink {
                    Ink::Tone(tone) => Ink::OnTone(tone),
                    _ => Ink::Paper,
                };
                let inner = rect.shrink2(Vec2::new(1.0, 1.0) * scale);
                shapes.extend(bar(inner, Look::Solid, ink, Color32::TRANSPARENT));
                shapes.push(self.centred(sign, 12.0, true, rect, on));
            }
        }
        self.letters.ui.painter().extend(shapes);
    }

    fn centred(&self, text: &str, size: f32, strong: bool, rect: Rect, ink: Ink) -> egui::Shape {
        let galley = self.letters.line(text, (size, strong), ink);
        let corner = rect.center() - galley.size() / 2.0;
        egui::Shape::galley(corner, galley, self.letters.colour(ink))
    }
}
