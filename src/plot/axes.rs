//! The axes of a chart: where numbers and names stand, so that none touches another, and the faint lines at
//! them.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Align2, Galley, Pos2, Rangef, Rect, Vec2};
use egui_plot::PlotTransform;

use super::lettering::Lettering;
use super::shapes::place;
use crate::chart::{Axis, Chart, Ink, Ticks};
use crate::text::{number, signed};

/// The size of what stands along an axis, in points.
const SIZE: f32 = 12.0;
/// The least distance between two numbers or names along an axis, in points.
const APART: Vec2 = Vec2::new(10.0, 0.0);
/// The distance between a label and the plot.
const OFF: f32 = 5.0;
/// Multiples of an axis' own step that are tried, the first that leaves every label its room.
const MULTIPLES: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
/// The same where only a part of the axis is shown.
const PARTS: [f64; 3] = [0.1, 0.2, 0.5];
/// Where one source ends and the next begins, and after the 1 that each begins with, numbers may be near each
/// other whatever their step; one of them is left out then.
const SEAMS: usize = 3;
/// Names take at most this share of the figure's width, but may always have so many points.
const MOST_NAMES: f32 = 0.17;
const NAME_ROOM: f32 = 110.0;

/// Which way an axis runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Across,
    Up,
}

/// What draws the axes of one chart.
pub(super) struct Axes<'a> {
    pub(super) letters: Lettering<'a>,
    pub(super) chart: &'a Chart,
    /// Labels keep within this: the whole figure.
    pub(super) page: Rect,
}

/// A label with its place.
struct Placed {
    /// Where it belongs on the axis.
    at: f32,
    rect: Rect,
    galley: Arc<Galley>,
}

impl Axes<'_> {
    /// The height of the numbers below the plot.
    pub(super) fn below(&self) -> f32 {
        match self.chart.x.ticks {
            Ticks::None => 0.0,
            _ => self.row(),
        }
    }

    /// The height of a row of labels.
    pub(super) fn row(&self) -> f32 {
        15.0 * self.letters.scale
    }

    /// The width of what stands left of the plot.
    pub(super) fn left(&self) -> f32 {
        let axis = &self.chart.y;
        let width = |text: &str| self.name(text).size().x;
        let widest = match &axis.ticks {
            Ticks::Names(names) => names
                .iter()
                .map(|(_, name)| width(name))
                .fold(0.0, f32::max),
            Ticks::Values { step, .. } => {
                let all = steps(axis.range, *step).into_iter();
                all.map(|value| width(&label(axis, value)))
                    .fold(0.0, f32::max)
            }
            Ticks::Numbers(_) | Ticks::None => 0.0,
        };
        let labels = if widest > 0.0 { widest + OFF } else { 0.0 };
        labels
            + if axis.label.is_empty() {
                0.0
            } else {
                self.row()
            }
    }

    /// How far a number beside the upper end of the plot reaches above it.
    pub(super) fn above(&self) -> f32 {
        match self.chart.y.ticks {
            Ticks::Values { .. } => 6.0 * self.letters.scale,
            _ => 1.0,
        }
    }

    fn name(&self, text: &str) -> Arc<Galley> {
        let room = (self.page.width() * MOST_NAMES).max(NAME_ROOM);
        self.letters.cut(text, (SIZE, false), Ink::Text, room)
    }

    /// Draws the faint lines of both axes.
    pub(super) fn grid(&self, transform: &PlotTransform, shapes: &mut Vec<egui::Shape>) {
        let frame = *transform.frame();
        let stroke = egui::Stroke::new(1.0, self.letters.colour(Ink::Grid));
        if self.chart.x.grid {
            let at = self.placed(Way::Across, transform);
            shapes.extend(
                at.iter()
                    .map(|tick| egui::Shape::vline(tick.at, frame.y_range(), stroke)),
            );
        }
        if self.chart.y.grid {
            let at = self.placed(Way::Up, transform);
            shapes.extend(
                at.iter()
                    .map(|tick| egui::Shape::hline(frame.x_range(), tick.at, stroke)),
            );
        }
    }

    /// Draws numbers, names and the upright label.
    pub(super) fn labels(&self, transform: &PlotTransform) {
        for way in [Way::Across, Way::Up] {
            for placed in self.placed(way, transform) {
                self.letters.draw(placed.rect.min, placed.galley);
            }
        }
        let frame = *transform.frame();
        if !self.chart.y.label.is_empty() {
            let room = frame.height() + self.above();
            let galley = self
                .letters
                .fitting(&self.chart.y.label, (SIZE, false), room);
            let left = frame.left() - self.left();
            let at = Pos2::new(left, frame.center().y + galley.size().x / 2.0);
            let colour = self.letters.colour(Ink::Muted);
            let shape = TextShape::new(at, galley, colour).with_angle(-std::f32::consts::FRAC_PI_2);
            self.letters.ui.painter().add(shape);
        }
    }

    /// The labels of one axis, each with its room.
    fn placed(&self, way: Way, transform: &PlotTransform) -> Vec<Placed> {
        let (axis, bounds) = match way {
            Way::Across => (&self.chart.x, transform.bounds().range_x()),
            Way::Up => (&self.chart.y, transform.bounds().range_y()),
        };
        let bounds = (*bounds.start(), *bounds.end());
        let span = bounds.1 - bounds.0;
        let shown =
            |value: &f64| *value >= bounds.0 - span * 1e-6 && *value <= bounds.1 + span * 1e-6;
        let place = |(value, text): (f64, String)| self.place(way, transform, value, &text);
        match &axis.ticks {
            Ticks::None => Vec::new(),
            Ticks::Values { step, .. } => {
                let range = (bounds.0.max(axis.range.0), bounds.1.min(axis.range.1));
                let whole = axis.extent().1 - axis.extent().0;
                let parts: &[f64] = if span < whole / 2.0 { &PARTS } else { &[] };
                let tried = parts.iter().chain(&MULTIPLES).map(|multiple| {
                    steps(range, step * multiple)
                        .into_iter()
                        .map(|value| place((value, label(axis, value))))
                        .collect::<Vec<_>>()
                });
                let mut fitting = tried.filter(|placed| self.touching(placed) == 0);
                fitting.next().unwrap_or_default()
            }
            Ticks::Numbers(numbers) => {
                let visible: Vec<&(f64, usize)> =
                    numbers.iter().filter(|(at, _)| shown(at)).collect();
                let tried = MULTIPLES.iter().map(|multiple| {
                    let step = second(numbers) * *multiple;
                    let of = |number: usize| {
                        number == 1 && *multiple > 1.0 || (number as f64 / step).fract() < 1e-9
                    };
                    let kept = visible.iter().filter(|(_, number)| of(*number));
                    kept.map(|(at, number)| place((*at, number.to_string())))
                        .collect::<Vec<_>>()
                });
                let mut fitting = tried.filter(|placed| self.touching(placed) <= SEAMS);
                self.apart(fitting.next().unwrap_or_default())
            }
            Ticks::Names(names) => self.apart(
                names
                    .iter()
                    .filter(|(at, _)| shown(at))
                    .cloned()
                    .map(place)
                    .collect(),
            ),
        }
    }

    fn place(&self, way: Way, transform: &PlotTransform, value: f64, text: &str) -> Placed {
        let galley = self.name(text);
        let frame = *transform.frame();
        let size = galley.size();
        let (at, mut rect) = match way {
            Way::Across => {
                let x = place(transform, [value, transform.bounds().min()[1]]).x;
                let top = Pos2::new(x, frame.bottom() + 2.0);
                (x, Align2::CENTER_TOP.anchor_size(top, size))
            }
            Way::Up => {
                let y = place(transform, [transform.bounds().min()[0], value]).y;
                let right = Pos2::new(frame.left() - OFF, y);
                (y, Align2::RIGHT_CENTER.anchor_size(right, size))
            }
        };
        let inside = |range: Rangef, low: f32, high: f32| {
            (range.min - low).max(0.0) - (high - range.max).max(0.0)
        };
        rect = rect.translate(Vec2::new(
            inside(self.page.x_range(), rect.left(), rect.right()),
            inside(self.page.y_range(), rect.top(), rect.bottom()),
        ));
        Placed { at, rect, galley }
    }

    /// How many neighbours touch.
    fn touching(&self, placed: &[Placed]) -> usize {
        let touch = |pair: &&[Placed]| matches!(pair, [a, b] if self.meet(a, b));
        placed.windows(2).filter(touch).count()
    }

    fn meet(&self, a: &Placed, b: &Placed) -> bool {
        a.rect
            .expand2(APART * self.letters.scale)
            .intersects(b.rect)
    }

    /// The labels without those that would touch the one before.
    fn apart(&self, placed: Vec<Placed>) -> Vec<Placed> {
        let mut out: Vec<Placed> = Vec::with_capacity(placed.len());
        for next in placed {
            if out.last().is_none_or(|last| !self.meet(last, &next)) {
                out.push(next);
            }
        }
        out
    }
}

/// The distance between numbers along an axis: the second of them, since the first is 1.
fn second(numbers: &[(f64, usize)]) -> f64 {
    let next = numbers.iter().map(|(_, number)| *number).find(|n| *n > 1);
    match next {
        Some(2) | None => 1.0,
        Some(step) => step as f64,
    }
}

/// The label at a value.
fn label(axis: &Axis, value: f64) -> String {
    match &axis.ticks {
        Ticks::Values { signed: true, .. } => short(&signed(value, 2)),
        Ticks::Values { step, .. } if *step < 1.0 => short(&number(value, 2)),
        _ => format!("{value:.0}"),
    }
}

/// `+0.50` as `+0.5`, `+1.00` as `+1`, `0.00` as `0`.
fn short(value: &str) -> String {
    value.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Every multiple of `step` within a range.
fn steps((low, high): (f64, f64), step: f64) -> Vec<f64> {
    let mut out = Vec::new();
    // Adding zero makes a negative one plain.
    let mut value = (low / step - 1e-6).ceil() * step + 0.0;
    while value <= high + step * 1e-6 && out.len() < 200 {
        out.push(value);
        value += step;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{second, short, steps};

    #[test]
    fn numbers_keep_their_own_step() {
        assert!((second(&[(0.5, 1), (1.5, 2)]) - 1.0).abs() < 1e-9);
        assert!((second(&[(0.5, 1), (1.5, 100), (9.0, 200)]) - 100.0).abs() < 1e-9);
        assert!((second(&[]) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn steps_include_both_ends() {
        assert_eq!(steps((-1.0, 1.0), 0.5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert!(
            steps((0.0, 4.0), 2.0)
                .iter()
                .all(|value| value.is_sign_positive())
        );
        assert_eq!(short("+0.50"), "+0.5");
        assert_eq!(short("0.00"), "0");
    }
}
