//! A drag across a chart of days: what it has gone over is shown with its dates while the pointer is down, and told
//! once it is let go.

use egui::{Align2, Pos2, Rect, Stroke, Ui};
use egui_plot::PlotTransform;

use super::fonts::{colour, font, paper};
use crate::chart::{Ink, Theme, View};
use crate::compare::series::iso_day;
use crate::text::date;

/// A drag below this is a click that trembled, in points.
const LEAST: f32 = 6.0;
/// How much of the tint covers what lies below it.
const TINT: f32 = 0.12;

/// Shows the drag under way; from where to where on the axis it went once it is over. Days are whole: those that are
/// cut belong to it.
pub(super) fn respond(
    ui: &Ui,
    theme: Theme,
    home: View,
    response: &egui::Response,
    transform: &PlotTransform,
) -> Option<[f64; 2]> {
    let id = response.id.with("brush");
    if response.drag_started() {
        let from = ui.input(|input| input.pointer.press_origin());
        let from = from.or(response.interact_pointer_pos());
        ui.data_mut(|data| data.insert_temp(id, from));
    }
    if !response.dragged() && !response.drag_stopped() {
        if response.hovered() {
            ui.set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
        }
        return None;
    }
    let from = ui
        .data(|data| data.get_temp::<Option<Pos2>>(id))
        .flatten()?;
    let to = response
        .interact_pointer_pos()
        .or(ui.input(|input| input.pointer.latest_pos()))?;
    if (to.x - from.x).abs() < LEAST {
        return None;
    }
    let at = |x: f32| transform.value_from_position(Pos2::new(x, from.y)).x;
    let (low, high) = (at(from.x.min(to.x)), at(from.x.max(to.x)));
    let (low, high) = (low.max(home.x.0).floor(), high.min(home.x.1).ceil());
    if low >= high {
        return None;
    }
    if response.drag_stopped() {
        return Some([low, high]);
    }
    let x = |day: f64| super::shapes::place(transform, [day, 0.0]).x;
    let frame = *transform.frame();
    let chosen = Rect::from_x_y_ranges(
        x(low).max(frame.left())..=x(high).min(frame.right()),
        frame.y_range(),
    );
    let painter = ui.painter().with_clip_rect(frame);
    let ink = colour(Ink::Text, theme);
    painter.rect_filled(chosen, 0.0, ink.gamma_multiply(TINT));
    for edge in [chosen.left(), chosen.right()] {
        painter.vline(edge, frame.y_range(), Stroke::new(1.5, ink));
    }
    #[expect(clippy::cast_possible_truncation, reason = "days of the calendar")]
    let [first, last] = [low, high - 1.0].map(|day| date(&iso_day(day as i64)));
    let days = if first == last {
        first
    } else {
        format!("{first} to {last}")
    };
    let words = format!("{days}: let go to keep only these");
    let galley = painter.layout_no_wrap(words, font(12.5, true), ink);
    let size = galley.size();
    let left = (chosen.center().x - size.x / 2.0)
        .min(frame.right() - size.x - 4.0)
        .max(frame.left() + 4.0);
    let label = Align2::LEFT_TOP.anchor_size(Pos2::new(left, frame.top() + 4.0), size);
    painter.rect_filled(label.expand(3.0), 3.0, paper(theme));
    painter.galley(label.min, galley, ink);
    None
}
