//! All marks of a chart as one `egui_plot` item: sizes are points, places are data.

use std::ops::RangeInclusive;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::figure::place;
use super::fonts::{colour, font, paper};
use crate::chart::{Align, Chart, Dash, Fit, Ink, Look, Mark, Rule, Shape, Symbol, Theme};

/// A bar of no length is still drawn this thick.
const LEAST_BAR: f32 = 2.0;

/// Every rule and mark of a chart.
pub(super) struct Marks<'a> {
    base: PlotItemBase,
    chart: &'a Chart,
    theme: Theme,
}

impl<'a> Marks<'a> {
    pub(super) fn new(chart: &'a Chart, theme: Theme) -> Self {
        Self {
            base: PlotItemBase::new(chart.title.clone()),
            chart,
            theme,
        }
    }
}

impl PlotItem for Marks<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<egui::Shape>) {
        let pen = Pen {
            ui,
            transform,
            theme: self.theme,
        };
        shapes.extend(self.chart.rules.iter().map(|rule| pen.rule(rule)));
        for mark in &self.chart.marks {
            pen.mark(mark, shapes);
        }
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        colour(Ink::Text, self.theme)
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// Turns marks into shapes on screen.
struct Pen<'a> {
    ui: &'a Ui,
    transform: &'a PlotTransform,
    theme: Theme,
}

impl Pen<'_> {
    fn at(&self, point: [f64; 2]) -> Pos2 {
        place(self.transform, point)
    }

    fn rule(&self, rule: &Rule) -> egui::Shape {
        let frame = self.transform.frame();
        let stroke = Stroke::new(1.0, colour(Ink::Rule, self.theme));
        match *rule {
            Rule::Vertical(x) => {
                let x = self.at([x, 0.0]).x;
                egui::Shape::vline(x, frame.y_range(), stroke)
            }
            Rule::Horizontal(y) => {
                let y = self.at([0.0, y]).y;
                egui::Shape::hline(frame.x_range(), y, stroke)
            }
        }
    }

    fn mark(&self, mark: &Mark, shapes: &mut Vec<egui::Shape>) {
        let ink = colour(mark.ink, self.theme);
        match &mark.shape {
            Shape::Bar { .. } => {
                if let Some(rect) = screen_rect(&mark.shape, self.transform) {
                    shapes.push(bar(rect, mark.look, ink, paper(self.theme)));
                }
            }
            Shape::Point {
                at,
                radius,
                symbol: which,
            } => {
                let fill = match mark.look {
                    Look::Pale => ink.gamma_multiply(0.75),
                    Look::Hollow => paper(self.theme),
                    Look::Solid | Look::Cell => ink,
                };
                shapes.push(symbol(*which, self.at(*at), *radius, fill, ink));
            }
            Shape::Line {
                points,
                width,
                dash,
            } => {
                let path: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
                let stroke = Stroke::new(*width, ink);
                match dash {
                    Dash::Solid => shapes.push(egui::Shape::line(path, stroke)),
                    Dash::Dashed => shapes.extend(dashed(&path, stroke)),
                }
            }
            Shape::Whisker {
                from,
                to,
                width,
                cap,
            } => {
                let (from, to) = (self.at(*from), self.at(*to));
                let stroke = Stroke::new(*width, ink);
                let across = (to - from).normalized().rot90() * *cap;
                for ends in [
                    [from, to],
                    [from - across, from + across],
                    [to - across, to + across],
                ] {
                    shapes.push(egui::Shape::line_segment(ends, stroke));
                }
            }
            Shape::Label { .. } => shapes.extend(self.label(&mark.shape, ink)),
        }
    }

    fn label(&self, shape: &Shape, ink: Color32) -> Option<egui::Shape> {
        let Shape::Label {
            at,
            text,
            align,
            size,
            strong,
            fit,
        } = shape
        else {
            return None;
        };
        #[expect(clippy::cast_possible_truncation, reason = "a width on screen")]
        let width = |units: f64| (units * self.transform.dpos_dvalue_x().abs()) as f32;
        let format = TextFormat::simple(font(*size, *strong), ink);
        let mut job = LayoutJob::single_section(text.clone(), format);
        job.wrap.max_width = f32::INFINITY;
        if let Fit::Cut(units) = fit {
            job.wrap = egui::text::TextWrapping::truncate_at_width(width(*units));
        }
        let galley = self.ui.painter().layout_job(job);
        if matches!(fit, Fit::Drop(units) if galley.size().x > width(*units)) {
            return None;
        }
        let anchor = match align {
            Align::Left => Align2::LEFT_CENTER,
            Align::Centre => Align2::CENTER_CENTER,
            Align::Right => Align2::RIGHT_CENTER,
        };
        let rect = anchor.anchor_size(self.at(*at), galley.size());
        Some(egui::Shape::galley(rect.min, galley, ink))
    }
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

/// A bar, filled or as an outline over `below`.
pub(super) fn bar(rect: Rect, look: Look, ink: Color32, below: Color32) -> egui::Shape {
    match look {
        Look::Solid => egui::Shape::rect_filled(rect, 0.0, ink),
        Look::Pale => egui::epaint::RectShape::new(
            rect,
            0.0,
            ink.gamma_multiply(0.4),
            Stroke::new(1.0, ink),
            StrokeKind::Inside,
        )
        .into(),
        Look::Hollow => egui::epaint::RectShape::new(
            rect,
            0.0,
            below,
            Stroke::new(1.5, ink),
            StrokeKind::Inside,
        )
        .into(),
        Look::Cell => egui::epaint::RectShape::new(
            rect,
            0.0,
            ink,
            Stroke::new(1.0, below),
            StrokeKind::Inside,
        )
        .into(),
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
    }
}

/// A broken line.
pub(super) fn dashed(path: &[Pos2], stroke: Stroke) -> Vec<egui::Shape> {
    egui::Shape::dashed_line(path, stroke, 6.0, 4.0)
}
