//! How each source speaks of the people, places and organisations both name: a point for each source, the
//! larger the more mentions, joined by a line.

use super::caption::{counts, plain_caption};
use super::figure::comparison_missing;
use super::input::Input;
use super::mark::{Dash, Hover, Ink, Key, Look, Mark, Shape, Swatch, Symbol, Target};
use super::{Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::article::Side;
use crate::compare::{Mentioned, PersonPair, Verdict};
use crate::text::{counted, list, shorten, signed};

/// Names shown.
const MOST_NAMES: usize = 16;
/// Half the height between the points of a name and its row's middle, so that equal values stay apart.
const APART: f64 = 0.12;
/// Sizes of the smallest and the largest point.
const RADII: (f32, f32) = (4.0, 9.0);
const ABOUT: &str = "Point: mean of P(positive) − P(negative) over the sentences that name it, by a \
                     model that sees the sentence with names masked; the larger, the more mentions. In brackets: \
                     mentions in A / in B.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let all: &[PersonPair] = input.comparison.map_or(&[], |c| c.people.both.as_slice());
    let rows = all.get(..MOST_NAMES).unwrap_or(all);
    let count = rows.len() as f64;
    let counts_of = |pair: &PersonPair| Side::BOTH.map(|side| pair.count(side));
    let most = rows.iter().flat_map(counts_of).max().unwrap_or(1);
    let mut marks = Vec::new();
    let mut names = Vec::new();
    for (index, pair) in rows.iter().enumerate() {
        let y = count - index as f64 - 0.5;
        names.push((y, label(pair)));
        marks.extend(dumbbell(pair, y, most).into_iter().flatten());
    }
    let mut notes = vec![ABOUT.to_owned()];
    if all.len() > rows.len() {
        notes.push(format!(
            "The {} most mentioned of {} names.",
            rows.len(),
            all.len()
        ));
    }
    notes.extend(input.sources().map(|(side, source)| counts(side, &source)));
    let x = Axis {
        label: "← negative    wording towards the name    positive →".to_owned(),
        room: (0.04, 0.04),
        ticks: Ticks::Values {
            step: 0.5,
            signed: true,
        },
        ..Axis::bare((-1.0, 1.0))
    };
    Chart {
        title: "Wording towards names both mention".to_owned(),
        summary: summary(input, all),
        caption: plain_caption(&notes),
        table: table(all),
        reach: Reach::Near,
        ..Chart::of_rows(Kind::People, input, x, names, marks, legend())
    }
}

/// The name with how often A and B mention it.
fn label(pair: &PersonPair) -> String {
    let [a, b] = Side::BOTH.map(|side| pair.count(side));
    format!("{} ({a} / {b})", shorten(pair.name(), 24))
}

fn summary(input: &Input<'_>, all: &[PersonPair]) -> String {
    if let Some(missing) = comparison_missing(input) {
        return missing.to_owned();
    }
    let clear: Vec<String> = all
        .iter()
        .filter(|pair| pair.towards.verdict == Verdict::Clear)
        .take(3)
        .map(|pair| shorten(pair.name(), 30))
        .collect();
    match (all.len(), clear.is_empty()) {
        (0, _) => "No name is mentioned by both.".to_owned(),
        (n, true) if all.iter().all(|pair| pair.towards.test.is_none()) => format!(
            "{} mentioned by both, too seldom to say whether the wording towards them differs.",
            counted(n, "name")
        ),
        (n, true) => format!(
            "{} mentioned by both; no clear difference towards any of them at this length.",
            counted(n, "name")
        ),
        (_, false) => format!("The wording differs towards {}.", list(&clear)),
    }
}

fn dumbbell(pair: &PersonPair, y: f64, most: usize) -> Option<[Mark; 3]> {
    let (a, b) = pair.towards.a.zip(pair.towards.b)?;
    let line = Shape::Line {
        points: vec![[a, y + APART], [b, y - APART]],
        width: 1.5,
        dash: Dash::Solid,
    };
    let ink = match pair.towards.verdict {
        Verdict::Clear => Ink::Text,
        _ => Ink::Neutral,
    };
    Some([
        Mark::new(line, ink),
        point(pair, (Side::A, a), y + APART, most),
        point(pair, (Side::B, b), y - APART, most),
    ])
}

fn point(pair: &PersonPair, (side, value): (Side, f64), y: f64, most: usize) -> Mark {
    let n = pair.count(side);
    let shape = Shape::Point {
        at: [value, y],
        radius: radius(n, most),
        symbol: Symbol::of(side),
    };
    let look = match side {
        Side::A => Look::Solid,
        Side::B => Look::Hollow,
    };
    Mark::new(shape, Ink::Source(side))
        .look(look)
        .targets(targets(pair, side))
        .hover(Hover {
            title: format!("{}: {}", side.label(), shorten(pair.name(), 60)),
            lines: vec![
                format!("{} over {}", signed(value, 2), counted(n, "mention")),
                pair.towards.figures(),
                pair.towards.in_words(),
            ],
        })
}

/// The paragraphs that mention it, the first where a click goes.
fn targets(pair: &PersonPair, side: Side) -> Vec<Target> {
    let of_side = |one: &&Mentioned| one.place.side == side;
    let mut out: Vec<Target> = Vec::new();
    for one in pair.mentions.iter().filter(of_side) {
        let target = Target::Place(one.place);
        if out.last() != Some(&target) {
            out.push(target);
        }
    }
    out
}

/// Area grows with the number of mentions.
fn radius(n: usize, most: usize) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "0 to 1")]
    let share = (n as f64 / most.max(1) as f64).sqrt() as f32;
    RADII.0 + (RADII.1 - RADII.0) * share
}

fn legend() -> Vec<Key> {
    Side::BOTH
        .map(|side| {
            let label = format!("source {}", side.label());
            Key::new(Swatch::Symbol(Symbol::of(side)), Ink::Source(side), &label)
        })
        .into()
}

fn table(all: &[PersonPair]) -> Table {
    let mut table = Table::new(&[
        "name",
        "A",
        "B",
        "difference",
        "interval from",
        "interval to",
        "adjusted p",
        "mentions in A",
        "mentions in B",
        "in words",
    ]);
    table.rows.extend(all.iter().map(|pair| {
        let towards = &pair.towards;
        let interval = towards.interval();
        vec![
            Cell::Text(pair.name().to_owned()),
            Cell::value(towards.a, 4),
            Cell::value(towards.b, 4),
            Cell::value(towards.difference(), 4),
            Cell::value(interval.map(|interval| interval.low), 4),
            Cell::value(interval.map(|interval| interval.high), 4),
            Cell::value(towards.test.map(|test| test.adjusted_p), 4),
            Cell::Count(pair.count(Side::A)),
            Cell::Count(pair.count(Side::B)),
            Cell::Text(towards.sentence.clone()),
        ]
    }));
    table
}
