//! Ribbons between the columns: from each passage in sight to its counterparts in sight.

use egui::{Pos2, Rect, Shape, Ui, epaint::CubicBezierShape, pos2};

use crate::article::{Place, Side};

use crate::app::App;
use crate::app::layers::Layer;
use crate::app::theme::Tokens;
use crate::app::view::row_of_block;

/// Paints the ribbons in the `gap` between the columns.
pub(super) fn show(app: &App, gap: Rect, ui: &Ui) {
    if !app.preferences.layers.is_on(Layer::Matches) {
        return;
    }
    let tokens = Tokens::of(ui);
    let painter = ui.painter_at(gap);
    let session = app.session();
    let [Some(a), Some(b)] = Side::BOTH.map(|side| session.source(side)) else {
        return;
    };
    let [rows_a, rows_b] = &app.view.rows;
    let stretch = |rows: &crate::app::widgets::rows::Rows, block: usize| {
        let row = row_of_block(block);
        let seen = rows.seen().iter().find(|(seen, _)| *seen == row);
        seen.map(|(_, rect)| (rect.min.y + 4.0, rect.max.y - 4.0))
    };
    // Strong ones last, over the others.
    let mut strong = Vec::new();
    for (row, rect) in rows_a.seen() {
        let Some(block) = row.checked_sub(1) else {
            continue;
        };
        let from = (rect.min.y + 4.0, rect.max.y - 4.0);
        for found in app
            .workspace
            .matches_of(Place::block(Side::A, a.current, block))
        {
            if found.b.article != b.current {
                continue;
            }
            let to = found.b.block_index();
            let Some(to) = to.and_then(|block| stretch(rows_b, block)) else {
                continue;
            };
            if app.view.is_selected(found.a) || app.view.is_selected(found.b) {
                strong.push((from, to));
            } else {
                let fill = tokens.link.gamma_multiply(0.30);
                ribbon(&painter, gap, from, to, fill);
            }
        }
    }
    for (from, to) in strong {
        ribbon(&painter, gap, from, to, tokens.accent.gamma_multiply(0.45));
    }
}

/// A band from a stretch of the left edge to one of the right edge.
fn ribbon(
    painter: &egui::Painter,
    gap: Rect,
    from: (f32, f32),
    to: (f32, f32),
    fill: egui::Color32,
) {
    let mut upper = edge(gap, from.0, to.0);
    let lower = edge(gap, from.1, to.1);
    // As a strip of convex pieces: the band itself need not be convex.
    let mut mesh = egui::Mesh::default();
    for (above, below) in upper.drain(..).zip(lower) {
        mesh.colored_vertex(above, fill);
        mesh.colored_vertex(below, fill);
    }
    let vertices = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    for first in (0..vertices.saturating_sub(2)).step_by(2) {
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    painter.add(Shape::mesh(mesh));
}

fn edge(gap: Rect, from: f32, to: f32) -> Vec<Pos2> {
    const STEPS: u8 = 12;
    let middle = gap.center().x;
    let curve = CubicBezierShape::from_points_stroke(
        [
            pos2(gap.min.x, from),
            pos2(middle, from),
            pos2(middle, to),
            pos2(gap.max.x, to),
        ],
        false,
        egui::Color32::TRANSPARENT,
        egui::Stroke::NONE,
    );
    (0..=STEPS)
        .map(|step| curve.sample(f32::from(step) / f32::from(STEPS)))
        .collect()
}
