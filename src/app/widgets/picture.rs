//! Tiny drawings beside a figure: two values on one scale, a difference with its interval, shares of a whole.

use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::app::theme::Tokens;
use crate::article::Side;
use crate::compare::findings::Picture;

/// Height of a bar, and of the room between two.
const BAR: f32 = 9.0;
const GAP: f32 = 3.0;

/// Draws a picture, `width` points wide.
pub(crate) fn show(picture: Picture, width: f32, ui: &mut Ui) {
    match picture {
        Picture::None => {}
        Picture::Values { a, b, range } => values([a, b], range, width, ui),
        Picture::Difference { by, interval } => {
            difference(by, (interval.low, interval.high), width, ui);
        }
    }
}

/// A bar a side from zero, both on one scale: A filled, B outlined, as everywhere.
fn values(values: [Option<f64>; 2], (low, high): (f64, f64), width: f32, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let shown: Vec<(Side, f64)> = Side::BOTH
        .into_iter()
        .zip(values)
        .filter_map(|(side, value)| Some((side, value?)))
        .collect();
    let height = shown.len() as f32 * (BAR + GAP);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let x = |value: f64| {
        let share = ((value - low) / (high - low)).clamp(0.0, 1.0);
        rect.min.x + 1.0 + points(share) * (rect.width() - 2.0)
    };
    let painter = ui.painter();
    painter.vline(x(0.0), rect.y_range(), Stroke::new(1.0, tokens.edge));
    for (row, (side, value)) in shown.into_iter().enumerate() {
        let top = rect.min.y + row as f32 * (BAR + GAP);
        let ends = [x(0.0), x(value)];
        let bar = Rect::from_two_pos(pos2(ends[0], top), pos2(ends[1], top + BAR));
        // What is nearly nothing is still seen.
        let bar = if bar.width() < 2.0 {
            bar.expand2(vec2(1.0, 0.0))
        } else {
            bar
        };
        match side {
            Side::A => {
                painter.rect_filled(bar, 1.0, tokens.side(side));
            }
            Side::B => {
                let stroke = Stroke::new(1.8, tokens.side(side));
                painter.rect_stroke(bar, 1.0, stroke, StrokeKind::Inside);
            }
        }
    }
}

/// A difference and its interval on a scale around zero.
fn difference(by: f64, (low, high): (f64, f64), width: f32, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let reach = low.abs().max(high.abs()).max(f64::MIN_POSITIVE) * 1.1;
    let x = |value: f64| rect.center().x + points(value / reach) * rect.width() / 2.0;
    let painter = ui.painter();
    let y = rect.center().y;
    painter.vline(x(0.0), rect.y_range(), Stroke::new(1.0, tokens.edge));
    let clear = low > 0.0 || high < 0.0;
    let color = if clear { tokens.text } else { tokens.weak };
    painter.hline(x(low)..=x(high), y, Stroke::new(2.0, color));
    let diamond = [
        vec2(0.0, -5.0),
        vec2(5.0, 0.0),
        vec2(0.0, 5.0),
        vec2(-5.0, 0.0),
    ];
    let corners = diamond.map(|by_corner| pos2(x(by), y) + by_corner).to_vec();
    painter.add(egui::Shape::convex_polygon(corners, color, Stroke::NONE));
}

/// A bar of shares that add up to one: dark, middle, light.
pub(crate) fn shares(shares: &[f64; 3], width: f32, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 8.0), Sense::hover());
    let mut left = rect.min.x;
    for (share, color) in shares.iter().zip([tokens.accent, tokens.link, tokens.line]) {
        let right = left + points(*share) * rect.width();
        let part = Rect::from_x_y_ranges(left..=right, rect.y_range());
        ui.painter().rect_filled(part, 1.0, color);
        left = right;
    }
}

/// A share of a width; nobody sees what is lost.
#[expect(clippy::cast_possible_truncation, reason = "a share between −1 and 1")]
const fn points(share: f64) -> f32 {
    share as f32
}

/// Draws a line around something clicked as a whole while it has the keyboard.
pub(crate) fn focus_frame(response: &Response, ui: &Ui) {
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        ui.painter()
            .rect_stroke(response.rect, 8.0, stroke, StrokeKind::Inside);
    }
}
