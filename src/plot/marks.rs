//! All marks of a chart as one `egui_plot` item: sizes are points, places are data.

use std::ops::RangeInclusive;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Pos2, Stroke, Ui};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::fonts::{colour, font, paper};
use super::shapes::{bar, dashed, place, screen_rect, symbol};
use crate::chart::{Align, Chart, Dash, Fit, Ink, Look, Mark, Rule, Shape, Theme};

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
