//! What marks and legend are drawn from: places on screen, bars, symbols, dashes.

use egui::{Color32, Pos2, Rect, Stroke, StrokeKind, Vec2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::chart::{Dash, Look, Shape, Symbol};

/// A bar of no length is still drawn this thick.
const LEAST_BAR: f32 = 2.0;

/// A point of the data on screen.
pub(super) fn place(transform: &PlotTransform, [x, y]: [f64; 2]) -> egui::Pos2 {
    transform.position_from_point(&PlotPoint::new(x, y))
}

/// Where a bar stands on screen; `None` for other shapes.
pub(super) fn screen_rect(shape: &Shape, transform: &PlotTransform) -> Option<Rect> {
    let Shape::Bar { x, y } = shape else {
        return None;
    };
    let rect = Rect::from_two_pos(place(transform, [x.0, y.0]), place(transform, [x.1, y.1]));
    let least = Vec2::splat(LEAST_BAR);
    Some(Rect::from_center_size(
        rect.center(),
        rect.size().max(least),
    ))
}

/// How much of a tint covers what lies below it.
const TINT: f32 = 0.25;

/// A bar, filled or as an outline over `below`.
pub(super) fn bar(rect: Rect, look: Look, ink: Color32, below: Color32) -> Vec<egui::Shape> {
    let framed = |fill: Color32, width: f32, line: Color32| {
        let stroke = Stroke::new(width, line);
        egui::epaint::RectShape::new(rect, 0.0, fill, stroke, StrokeKind::Inside).into()
    };
    match look {
        Look::Solid => vec![egui::Shape::rect_filled(rect, 0.0, ink)],
        Look::Pale => vec![framed(ink.gamma_multiply(0.4), 1.0, ink)],
        Look::Hollow => vec![framed(below, 1.5, ink)],
        Look::Outline => vec![framed(Color32::TRANSPARENT, 1.0, ink)],
        Look::Cell => vec![framed(ink, 1.0, below)],
        Look::Band => {
            let stroke = Stroke::new(1.0, ink);
            vec![
                egui::Shape::rect_filled(rect, 0.0, ink.gamma_multiply(TINT)),
                egui::Shape::line_segment([rect.left_top(), rect.right_top()], stroke),
                egui::Shape::line_segment([rect.left_bottom(), rect.right_bottom()], stroke),
            ]
        }
    }
}

/// A symbol around a point.
pub(super) fn symbol(
    which: Symbol,
    centre: Pos2,
    radius: f32,
    fill: Color32,
    line: Color32,
) -> egui::Shape {
    let corners = |of: &[(f32, f32)]| -> Vec<Pos2> {
        of.iter()
            .map(|&(x, y)| centre + Vec2::new(x, y) * radius)
            .collect()
    };
    match which {
        Symbol::Circle => egui::Shape::circle_filled(centre, radius, fill),
        Symbol::Triangle => egui::Shape::convex_polygon(
            corners(&[(0.0, -1.1), (0.95, 0.75), (-0.95, 0.75)]),
            Color32::TRANSPARENT,
            Stroke::new(1.5, line),
        ),
        Symbol::Diamond => egui::Shape::convex_polygon(
            corners(&[(0.0, -1.2), (1.0, 0.0), (0.0, 1.2), (-1.0, 0.0)]),
            fill,
            Stroke::new(1.5, line),
        ),
        Symbol::Square => egui::Shape::convex_polygon(corners(&SQUARE), fill, Stroke::NONE),
        Symbol::Box => egui::Shape::convex_polygon(
            corners(&SQUARE),
            Color32::TRANSPARENT,
            Stroke::new(1.5, line),
        ),
        Symbol::Down => egui::Shape::convex_polygon(
            corners(&[(0.0, 1.1), (-0.95, -0.75), (0.95, -0.75)]),
            Color32::TRANSPARENT,
            Stroke::new(1.5, line),
        ),
        Symbol::Ring => egui::Shape::circle_stroke(centre, radius, Stroke::new(1.5, line)),
        Symbol::Plus | Symbol::Cross => {
            let arm = match which {
                Symbol::Plus => Vec2::new(1.1, 0.0),
                _ => Vec2::new(0.85, 0.85),
            } * radius;
            let stroke = Stroke::new(1.8, line);
            let strokes = [arm, arm.rot90()]
                .map(|arm| egui::Shape::line_segment([centre - arm, centre + arm], stroke));
            egui::Shape::Vec(strokes.to_vec())
        }
    }
}

/// The corners of a square that looks as large as a circle.
const SQUARE: [(f32, f32); 4] = [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)];

/// A line, whole or broken.
pub(super) fn run(path: &[Pos2], stroke: Stroke, dash: Dash) -> Vec<egui::Shape> {
    match dash {
        Dash::Solid => vec![egui::Shape::line(path.to_vec(), stroke)],
        Dash::Dashed => egui::Shape::dashed_line(path, stroke, 6.0, 4.0),
        Dash::Dotted => egui::Shape::dashed_line(path, stroke, 2.0, 3.0),
    }
}
