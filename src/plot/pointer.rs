//! Pointing at marks, clicking them and stepping through them with the arrow keys.

use egui::{EventFilter, Key, Pos2, Rect, RichText, Stroke, StrokeKind, Ui};
use egui_plot::PlotTransform;

use super::fonts::{colour, font};
use super::shapes::{place, screen_rect};
use crate::chart::{Chart, Hover, Ink, Mark, Reach, Shape, Target, Theme, View};

/// How far from a mark the pointer may be, in points.
const NEAR: f32 = 14.0;

/// What happened to a chart in the window.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Response {
    /// What the mark under the pointer stands for.
    pub hovered: Option<Target>,
    /// What was clicked, or stepped to with the arrow keys.
    pub clicked: Option<Target>,
    /// From where to where on the horizontal axis a drag went that is over, in a chart where a drag chooses.
    pub brushed: Option<[f64; 2]>,
    /// The part that is shown, if the user zoomed in. Put it into [`Chart::view`] before saving.
    pub view: Option<View>,
}

/// Lights up what is selected and what the pointer is on, says what it is, and reports both.
pub(super) fn respond(
    ui: &Ui,
    chart: &Chart,
    (theme, scale): (Theme, f32),
    selected: Option<&Target>,
    response: &egui::Response,
    transform: &PlotTransform,
) -> Response {
    let painter = ui.painter().with_clip_rect(transform.frame().expand(4.0));
    let ring = |mark: &Mark, width: f32| {
        if let Some(around) = extent(mark, transform, scale) {
            let stroke = Stroke::new(width, colour(Ink::Text, theme));
            painter.rect_stroke(around.expand(3.0), 2.0, stroke, StrokeKind::Outside);
        }
    };
    for mark in chart
        .marks
        .iter()
        .filter(|m| selected.is_some_and(|s| m.stands_for(s)))
    {
        ring(mark, 2.0);
    }
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        painter.rect_stroke(*transform.frame(), 0.0, stroke, StrokeKind::Outside);
    }
    let under = response
        .hover_pos()
        .and_then(|pointer| nearest(chart, (transform, scale), pointer));
    if let Some(mark) = under {
        ring(mark, 1.0);
        if let Some(hover) = &mark.hover {
            response
                .clone()
                .on_hover_ui_at_pointer(|ui| tooltip(ui, hover));
        }
    }
    let target = under.and_then(|mark| mark.targets.first()).cloned();
    if response.clicked() {
        response.request_focus();
    }
    Response {
        clicked: target
            .clone()
            .filter(|_| response.clicked())
            .or_else(|| step(ui, chart, selected, response)),
        hovered: target,
        brushed: None,
        view: None,
    }
}

fn tooltip(ui: &mut Ui, hover: &Hover) {
    ui.set_max_width(360.0);
    ui.label(RichText::new(&hover.title).font(font(13.0, true)));
    for line in &hover.lines {
        ui.label(RichText::new(line).font(font(12.0, false)));
    }
}

/// The mark the pointer means: of those within reach the nearest, and of equals the topmost.
fn nearest<'a>(
    chart: &'a Chart,
    (transform, scale): (&PlotTransform, f32),
    pointer: Pos2,
) -> Option<&'a Mark> {
    let mut best: Option<(f32, &Mark)> = None;
    for mark in chart.marks.iter().filter(|mark| mark.hover.is_some()) {
        let Some(around) = extent(mark, transform, scale) else {
            continue;
        };
        let (x, y) = (
            outside(pointer.x, around.left(), around.right()),
            outside(pointer.y, around.top(), around.bottom()),
        );
        let distance = match chart.reach {
            Reach::Column => x,
            Reach::Row => y,
            Reach::Near => x.hypot(y),
        };
        if distance <= NEAR && best.is_none_or(|(least, _)| distance <= least) {
            best = Some((distance, mark));
        }
    }
    best.map(|(_, mark)| mark)
}

/// How far `value` lies outside a range; 0 inside.
fn outside(value: f32, low: f32, high: f32) -> f32 {
    (low - value).max(value - high).max(0.0)
}

/// The rectangle a mark covers on screen.
fn extent(mark: &Mark, transform: &PlotTransform, scale: f32) -> Option<Rect> {
    match &mark.shape {
        Shape::Bar { .. } => screen_rect(&mark.shape, transform),
        Shape::Point { at, radius, .. } => Some(Rect::from_center_size(
            place(transform, *at),
            egui::Vec2::splat(radius * scale * 2.0),
        )),
        Shape::Whisker { from, to, cap, .. } => {
            Some(Rect::from_two_pos(place(transform, *from), place(transform, *to)).expand(*cap))
        }
        Shape::Line { points, .. } => {
            let places: Vec<Pos2> = points.iter().map(|p| place(transform, *p)).collect();
            Some(Rect::from_points(&places))
        }
        Shape::Label { .. } => None,
    }
}

/// The target the arrow keys lead to from the selected one, while the chart has the focus.
fn step(
    ui: &Ui,
    chart: &Chart,
    selected: Option<&Target>,
    response: &egui::Response,
) -> Option<Target> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed = |keys: [Key; 2]| ui.input(|input| keys.iter().any(|key| input.key_pressed(*key)));
    let forward = pressed([Key::ArrowRight, Key::ArrowDown]);
    let back = pressed([Key::ArrowLeft, Key::ArrowUp]);
    if forward == back {
        return None;
    }
    let targets = chart.targets();
    let here = targets.iter().position(|target| Some(*target) == selected);
    let next = match here {
        None if forward => 0,
        None => targets.len().checked_sub(1)?,
        Some(index) if forward => index + 1,
        Some(index) => index.checked_sub(1)?,
    };
    targets.get(next).map(|target| (*target).clone())
}
