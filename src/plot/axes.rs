//! The axes of a chart as `egui_plot`'s.

use egui::{Color32, RichText, Ui};
use egui_plot::{AxisHints, GridInput, GridMark, Plot};

use super::fonts::{colour, font};
use crate::chart::{Axis, Chart, Ink, Theme, Ticks};
use crate::text::signed;

const LABEL: f32 = 12.0;
/// The least distance between two numbers, in points.
const NUMBER_ROOM: f64 = 24.0;
/// `egui_plot`'s recommended step, which is this many points wide.
const GRID_SPACING: f64 = 8.0;

/// Gives `plot` the axes of `chart`.
///
/// `height` is the plot's: a label longer than that keeps only what stands before its brackets.
pub(super) fn set<'a>(
    plot: Plot<'a>,
    ui: &Ui,
    chart: &'a Chart,
    theme: Theme,
    height: f32,
) -> Plot<'a> {
    let (x, y) = (&chart.x, &chart.y);
    plot.show_axes([has_labels(x), has_labels(y)])
        .custom_x_axes(vec![
            hints(AxisHints::new_x(), x, &x.label, theme).min_thickness(if x.label.is_empty() {
                18.0
            } else {
                36.0
            }),
        ])
        .custom_y_axes(vec![
            hints(AxisHints::new_y(), y, fitting(ui, &y.label, height), theme)
                .min_thickness(thickness(ui, y)),
        ])
        .x_grid_spacer(|input| marks(x, &input))
        .y_grid_spacer(|input| marks(y, &input))
}

fn has_labels(axis: &Axis) -> bool {
    axis.ticks != Ticks::None || !axis.label.is_empty()
}

/// The label, or what stands before its brackets where the whole is longer than the axis.
fn fitting<'a>(ui: &Ui, label: &'a str, room: f32) -> &'a str {
    let font = font(LABEL, false);
    let whole = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, egui::Color32::PLACEHOLDER);
    match label.split_once(" (") {
        Some((short, _)) if whole.size().x > room - 36.0 => short,
        _ => label,
    }
}

fn hints<'a>(hints: AxisHints<'a>, axis: &'a Axis, text: &str, theme: Theme) -> AxisHints<'a> {
    hints
        .label(
            RichText::new(text)
                .font(font(LABEL, false))
                .color(colour(Ink::Muted, theme)),
        )
        .tick_label_font(font(LABEL, false))
        .tick_label_color(colour(Ink::Text, theme))
        .label_spacing(0.0..=1.0)
        .formatter(move |mark, _| label(axis, mark.value))
}

/// The width of the widest label, so that the first frame is laid out like every later one.
fn thickness(ui: &Ui, axis: &Axis) -> f32 {
    let width = |text: String| {
        let galley = ui
            .painter()
            .layout_no_wrap(text, font(LABEL, false), Color32::PLACEHOLDER);
        galley.size().x + 8.0
    };
    let widest = match &axis.ticks {
        Ticks::Names(names) => names
            .iter()
            .map(|(_, name)| width(name.clone()))
            .fold(0.0, f32::max),
        Ticks::Values { .. } => {
            width(label(axis, axis.range.0)).max(width(label(axis, axis.range.1)))
        }
        Ticks::Numbers(_) | Ticks::None => 0.0,
    };
    widest + if axis.label.is_empty() { 0.0 } else { 20.0 }
}

/// The label at a value; empty where there is none.
fn label(axis: &Axis, value: f64) -> String {
    let here = |at: f64| (at - value).abs() < 1e-6;
    match &axis.ticks {
        Ticks::Values { signed: true, .. } => short(&signed(value, 2)),
        Ticks::Values { signed: false, .. } => format!("{value:.0}"),
        Ticks::Numbers(numbers) => numbers
            .binary_search_by(|(at, _)| {
                if here(*at) {
                    std::cmp::Ordering::Equal
                } else {
                    at.total_cmp(&value)
                }
            })
            .ok()
            .and_then(|index| numbers.get(index))
            .map_or_else(String::new, |(_, number)| number.to_string()),
        Ticks::Names(names) => names
            .iter()
            .find(|(at, _)| here(*at))
            .map_or_else(String::new, |(_, name)| name.clone()),
        Ticks::None => String::new(),
    }
}

/// `+0.50` as `+0.5`, `+1.00` as `+1`, `0.00` as `0`.
fn short(value: &str) -> String {
    value.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Where labels and grid lines stand.
fn marks(axis: &Axis, input: &GridInput) -> Vec<GridMark> {
    let grid = |value: f64, step_size: f64| GridMark { value, step_size };
    match &axis.ticks {
        Ticks::Values { step, .. } => steps(axis.range, *step)
            .into_iter()
            .map(|value| grid(value, *step))
            .collect(),
        Ticks::Numbers(numbers) => {
            let step = number_step(input.base_step_size / GRID_SPACING * NUMBER_ROOM);
            numbers
                .iter()
                .filter(|(_, number)| number % step == 0 || (*number == 1 && step > 2))
                .map(|(at, _)| grid(*at, step as f64))
                .collect()
        }
        Ticks::Names(names) => names.iter().map(|(at, _)| grid(*at, 1e3)).collect(),
        Ticks::None => Vec::new(),
    }
}

/// Every multiple of `step` within a range.
fn steps((low, high): (f64, f64), step: f64) -> Vec<f64> {
    let mut out = Vec::new();
    let mut value = (low / step).ceil() * step;
    while value <= high + step * 1e-6 && out.len() < 200 {
        out.push(value);
        value += step;
    }
    out
}

/// The smallest of 1, 2, 5, 10, 20, … that leaves the room a number needs, in columns.
fn number_step(room: f64) -> usize {
    let mut unit = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = unit * factor;
            if step as f64 >= room || unit >= 1_000_000 {
                return step;
            }
        }
        unit *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::{number_step, short, steps};

    #[test]
    fn numbers_are_thinned_to_round_steps() {
        assert_eq!(number_step(0.3), 1);
        assert_eq!(number_step(1.2), 2);
        assert_eq!(number_step(30.0), 50);
        assert_eq!(number_step(f64::INFINITY), 1_000_000);
    }

    #[test]
    fn steps_include_both_ends() {
        assert_eq!(steps((-1.0, 1.0), 0.5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(short("+0.50"), "+0.5");
        assert_eq!(short("0.00"), "0");
    }
}
