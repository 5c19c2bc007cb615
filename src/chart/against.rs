//! People against the measure that answers the same question: a point a unit.

use super::agreement::provenance;
use super::caption::plain_caption;
use super::input::Input;
use super::mark::{Hover, Ink, Key, Look, Mark, Shape, Swatch, Symbol, point_radius};
use super::{Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::score::measure::Measure;
use crate::score::registry;
use crate::study::Against;
use crate::text::{counted, number, range, shorten};

/// Characters shown of a value.
const NAME: usize = 18;
/// Points of one height and one mean beside each other, as a share of the distance of two values.
const SPREAD: f64 = 0.22;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let one = input.study.and_then(|study| study.against.get(study.at));
    let measure = one.and_then(|one| {
        registry::MEASURES
            .iter()
            .find(|known| known.id == one.measure)
    });
    let mut table = Table::new(&["unit", "people, mean", "measure"]);
    let mut marks = Vec::new();
    let points = one.map_or(&[] as &[_], |one| one.points.as_slice());
    let radius = point_radius(points.len());
    for (at, (unit, people, value)) in points.iter().enumerate() {
        let cells = vec![
            Cell::Text(unit.clone()),
            Cell::Value(*people, 2),
            Cell::Value(*value, 4),
        ];
        table.add(cells, None);
        let point = Shape::Point {
            at: [people + aside(at), *value],
            radius,
            symbol: Symbol::Circle,
        };
        let hover = Hover {
            title: unit.clone(),
            lines: vec![format!(
                "People {}, measure {}",
                number(*people, 2),
                measure.map_or_else(|| number(*value, 2), |measure| measure.show(*value))
            )],
        };
        marks.push(Mark::new(point, Ink::Text).look(Look::Pale).hover(hover));
    }
    Chart {
        title: one.map_or_else(
            || "People and measure".to_owned(),
            |one| format!("{}: people and Parallax", one.label),
        ),
        summary: one.map_or_else(|| "No measure answers a question of this study.".to_owned(), summary),
        x: people_axis(one),
        y: measure_axis(measure.copied(), points),
        reach: Reach::Near,
        caption: plain_caption(&[
            "A point a unit: from left to right the mean of the people who coded it, moved a little aside so that points \
             do not hide each other; from bottom to top what the measure says."
                .to_owned(),
        ]),
        table,
        provenance: provenance(input.study).into(),
        ..Chart::of(Kind::Against, marks, legend())
    }
}

/// How far a point is moved aside: the same for the same place in the list, evenly spread.
fn aside(at: usize) -> f64 {
    /// The golden ratio less one: its multiples lie evenly in any stretch.
    const STEP: f64 = 0.618_033_988_749_894_9;
    ((at as f64 * STEP).fract() - 0.5) * SPREAD
}

fn people_axis(one: Option<&Against>) -> Axis {
    let scale = one.map_or(&[] as &[_], |one| one.scale.as_slice());
    let places = scale.iter().map(|(at, _)| *at);
    let low = places.clone().fold(f64::INFINITY, f64::min);
    let high = places.fold(f64::NEG_INFINITY, f64::max);
    let range = if low < high { (low, high) } else { (0.0, 1.0) };
    let names = scale.iter().map(|(at, name)| (*at, shorten(name, NAME)));
    Axis {
        label: "People, mean".to_owned(),
        room: (0.3, 0.3),
        ticks: Ticks::Names(names.collect()),
        ..Axis::bare(range)
    }
}

fn measure_axis(measure: Option<&Measure>, points: &[(String, f64, f64)]) -> Axis {
    let values = points.iter().map(|(_, _, value)| *value);
    let most = values.fold(1.0, f64::max);
    let (low, high) = measure.map_or((0.0, most), |measure| measure.range);
    let range = (
        if low.is_finite() { low } else { 0.0 },
        if high.is_finite() { high } else { most },
    );
    let length = range.1 - range.0;
    Axis {
        label: measure.map_or_else(String::new, |measure| {
            format!("Parallax: {} ({})", measure.label, measure.unit)
        }),
        room: (length * 0.03, length * 0.03),
        ticks: Ticks::Values {
            step: if length <= 2.0 {
                length / 4.0
            } else {
                super::axis::round_step(length)
            },
            signed: range.0 < 0.0,
        },
        grid: true,
        ..Axis::bare(range)
    }
}

fn summary(one: &Against) -> String {
    let two = |value| number(value, 2);
    let told = |row: &crate::study::Row| {
        let measure = row.measure?;
        let interval = measure.interval.map_or_else(String::new, |interval| {
            format!(" ({})", range(interval.low, interval.high, two))
        });
        let ceiling = row.ceiling.map_or_else(String::new, |ceiling| {
            format!("; people with each other {}", two(ceiling.value))
        });
        Some(format!(
            "{} {}{interval} over {}{ceiling}.",
            row.which.label(),
            two(measure.value),
            counted(one.units, "unit")
        ))
    };
    one.rows
        .last()
        .and_then(told)
        .unwrap_or_else(|| format!("{}: too few to compare.", counted(one.units, "unit")))
}

fn legend() -> Vec<Key> {
    vec![Key::new(
        Swatch::Symbol(Symbol::Circle),
        Ink::Text,
        "one unit",
    )]
}
