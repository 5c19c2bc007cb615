//! All marks of a chart as one `egui_plot` item: sizes are points, places are data.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Pos2, Stroke, Ui};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::axes::Axes;
use super::fonts::{colour, paper};
use super::lettering::Lettering;
use super::shapes::{bar, place, run, screen_rect, symbol};
use crate::chart::{Align, Chart, Fit, Ink, Look, Mark, Rule, Shape, Theme};

/// Grid, rules and marks of a chart.
pub(super) struct Marks<'a> {
    base: PlotItemBase,
    chart: &'a Chart,
    theme: Theme,
    scale: f32,
    /// The whole figure.
    page: egui::Rect,
}

impl<'a> Marks<'a> {
    pub(super) fn new(chart: &'a Chart, theme: Theme, (scale, page): (f32, egui::Rect)) -> Self {
        Self {
            base: PlotItemBase::new(chart.title.clone()),
            chart,
            theme,
            scale,
            page,
        }
    }
}

impl PlotItem for Marks<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<egui::Shape>) {
        let letters = Lettering {
            ui,
            theme: self.theme,
            scale: self.scale,
        };
        let axes = Axes {
            letters,
            chart: self.chart,
            page: self.page,
        };
        axes.grid(transform, shapes);
        let pen = Pen {
            transform,
            theme: self.theme,
            letters,
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
    transform: &'a PlotTransform,
    theme: Theme,
    letters: Lettering<'a>,
}

impl Pen<'_> {
    fn at(&self, point: [f64; 2]) -> Pos2 {
        place(self.transform, point)
    }

    fn rule(&self, rule: &Rule) -> egui::Shape {
        let frame = self.transform.frame();
        let stroke = Stroke::new(self.letters.scale, colour(Ink::Rule, self.theme));
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
                    shapes.extend(bar(rect, mark.look, ink, paper(self.theme)));
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
                    _ => ink,
                };
                let radius = *radius * self.letters.scale;
                shapes.push(symbol(*which, self.at(*at), radius, fill, ink));
            }
            Shape::Line {
                points,
                width,
                dash,
            } => {
                let path: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
                let stroke = Stroke::new(*width * self.letters.scale, ink);
                shapes.extend(run(&path, stroke, *dash));
            }
            Shape::Whisker {
                from,
                to,
                width,
                cap,
            } => {
                let (from, to) = (self.at(*from), self.at(*to));
                let scale = self.letters.scale;
                let stroke = Stroke::new(*width * scale, ink);
                let across = (to - from).normalized().rot90() * *cap * scale;
                for ends in [
                    [from, to],
                    [from - across, from + across],
                    [to - across, to + across],
                ] {
                    shapes.push(egui::Shape::line_segment(ends, stroke));
                }
            }
            Shape::Label { .. } => shapes.extend(self.label(&mark.shape, mark.ink)),
        }
    }

    fn label(&self, shape: &Shape, ink: Ink) -> Option<egui::Shape> {
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
        let face = (*size, *strong);
        let galley = match fit {
            Fit::Cut(units) => self.letters.cut(text, face, ink, width(*units)),
            Fit::Full | Fit::Drop(_) => self.letters.line(text, face, ink),
        };
        if matches!(fit, Fit::Drop(units) if galley.size().x > width(*units)) {
            return None;
        }
        let anchor = match align {
            Align::Left => Align2::LEFT_CENTER,
            Align::Centre => Align2::CENTER_CENTER,
            Align::Right => Align2::RIGHT_CENTER,
            Align::Under => Align2::LEFT_TOP,
            Align::Over => Align2::LEFT_BOTTOM,
        };
        let rect = anchor.anchor_size(self.at(*at), galley.size());
        Some(egui::Shape::galley(
            rect.min,
            galley,
            colour(ink, self.theme),
        ))
    }
}
