//! Which values coders take for each other: a circle for each pair of values, its area the number of pairs.

use super::agreement::{NO_STUDY, provenance};
use super::caption::plain_caption;
use super::input::Input;
use super::mark::{Fit, Hover, Ink, Key, Mark, Shape, Swatch, Symbol};
use super::{Align, Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::study::{Codebook, VariableAgreement};
use crate::text::{counted, per_cent, shorten};

/// The radius of the smallest circle, and of one that holds a number, in points.
const SMALLEST: f32 = 2.5;
const HOLDS: f32 = 12.0;
/// Characters shown of a value.
const NAME: usize = 18;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let one = input.study.and_then(|study| study.found.get(study.at));
    let book = input.study.and_then(|study| study.codebook);
    let mut table = Table::new(&["one coder", "another", "pairs"]);
    let mut marks = Vec::new();
    let shown = one.filter(|one| one.agreement.is_ok());
    let names = shown.map_or_else(Vec::new, |one| names(one, book));
    let count = names.len() as f64;
    if let Some(one) = shown {
        let most = one.confusion.iter().flatten().max().copied().unwrap_or(0);
        for (row, counts) in one.confusion.iter().enumerate() {
            for (column, pairs) in counts.iter().enumerate() {
                let (Some(first), Some(second)) = (names.get(row), names.get(column)) else {
                    continue;
                };
                let cells = vec![
                    Cell::Text(first.clone()),
                    Cell::Text(second.clone()),
                    Cell::Count(*pairs),
                ];
                table.add(cells, None);
                let at = [column as f64 + 0.5, count - row as f64 - 0.5];
                marks.extend(cell(
                    at,
                    *pairs,
                    (most, largest(names.len())),
                    [first, second],
                ));
            }
        }
    }
    let ticks = |names: &[String], down: bool| {
        let places = names.iter().enumerate().map(|(at, name)| {
            let at = at as f64 + 0.5;
            let place = if down { count - at } else { at };
            (place, shorten(name, NAME))
        });
        Ticks::Names(places.collect())
    };
    let [rows, columns] = coders(one);
    Chart {
        title: one.map_or_else(
            || "Who said what when".to_owned(),
            |one| format!("Who said what when: {}", one.name),
        ),
        summary: shown.map_or_else(|| NO_STUDY.to_owned(), summary),
        x: Axis {
            label: columns,
            ticks: ticks(&names, false),
            ..Axis::bare((0.0, count.max(1.0)))
        },
        y: Axis {
            label: rows,
            ticks: ticks(&names, true),
            ..Axis::bare((0.0, count.max(1.0)))
        },
        reach: Reach::Near,
        caption: plain_caption(&[
            "Area of a circle: how many pairs of coders gave one unit these two values; on the diagonal both gave the same."
                .to_owned(),
        ]),
        table,
        provenance: provenance(input.study).into(),
        ..Chart::of(Kind::Confusion, marks, legend())
    }
}

/// The values as people read them.
fn names(one: &VariableAgreement, book: Option<&Codebook>) -> Vec<String> {
    let known = book.and_then(|book| book.variable(&one.name));
    let values = one.values.iter();
    values
        .map(|(value, _)| {
            known
                .map_or(value.as_str(), |known| known.label(value))
                .to_owned()
        })
        .collect()
}

/// Whose values stand in rows and columns.
fn coders(one: Option<&VariableAgreement>) -> [String; 2] {
    match one.map(|one| one.coders.as_slice()) {
        Some([first, second]) => [shorten(first, 30), shorten(second, 30)],
        _ => [
            "one coder".to_owned(),
            "another, all pairs together".to_owned(),
        ],
    }
}

/// The circle of one pair of values, and its number: in it, or beside it where it is small.
fn cell(
    [x, y]: [f64; 2],
    pairs: usize,
    (most, largest): (usize, f32),
    [first, second]: [&String; 2],
) -> Vec<Mark> {
    if pairs == 0 {
        return Vec::new();
    }
    let hover = Hover {
        title: format!("{first} and {second}"),
        lines: vec![counted(pairs, "pair")],
    };
    #[expect(clippy::cast_possible_truncation, reason = "0 to 1")]
    let share = (pairs as f64 / most.max(1) as f64).sqrt() as f32;
    let radius = (share * largest).max(SMALLEST);
    let circle = Shape::Point {
        at: [x, y],
        radius,
        symbol: Symbol::Circle,
    };
    let ink = if first == second {
        Ink::Text
    } else {
        Ink::Neutral
    };
    let (at, align, letters) = if radius >= HOLDS {
        ([x, y], Align::Centre, Ink::Paper)
    } else {
        ([x + 0.2, y], Align::Left, Ink::Text)
    };
    let label = Shape::Label {
        at,
        text: pairs.to_string(),
        align,
        size: 12.0,
        strong: false,
        fit: Fit::Full,
    };
    vec![
        Mark::new(circle, ink).hover(hover),
        Mark::new(label, letters),
    ]
}

/// The radius of the largest circle where there are so many values.
fn largest(values: usize) -> f32 {
    match values {
        0..=3 => 34.0,
        4..=6 => 22.0,
        _ => 12.0,
    }
}

fn summary(one: &VariableAgreement) -> String {
    let all: usize = one.confusion.iter().flatten().sum();
    let same: usize = (one.confusion.iter().enumerate())
        .filter_map(|(at, row)| row.get(at))
        .sum();
    format!(
        "{} of {} gave the same value.",
        per_cent(same as f64 / all.max(1) as f64),
        counted(all, "pair")
    )
}

fn legend() -> Vec<Key> {
    vec![
        Key::new(Swatch::Symbol(Symbol::Circle), Ink::Text, "the same value"),
        Key::new(
            Swatch::Symbol(Symbol::Circle),
            Ink::Neutral,
            "different values",
        ),
    ]
}
