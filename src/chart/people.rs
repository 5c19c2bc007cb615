//! How each source speaks of the people, places and organisations both name: a point for each source, the
//! larger the more mentions, joined by a line.

use super::caption::{
    NOT_ONE_STORY, counts, plain_caption, said_of_words, unrelated, words_of_few,
};
use super::figure::{comparison_missing, left_out};
use super::input::Input;
use super::mark::{Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Symbol, Target};
use super::{Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::article::Side;
use crate::compare::{Mentioned, PersonPair, Verdict};
use crate::text::{counted, list, shorten, signed};

/// Names shown.
const MOST_NAMES: usize = 24;
/// The fewest rows.
const LEAST_ROWS: usize = 3;
/// Sizes of the smallest and the largest point.
const RADII: (f32, f32) = (3.5, 7.5);
const ABOUT: &str = "Point: mean of P(positive) − P(negative) over the sentences that name it, by a \
                     model that sees the sentence with names masked; the larger, the more mentions. On the right: \
                     mentions in A / in B.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let all: &[PersonPair] = input
        .comparison
        .map_or(&[], |c| c.words.people.both.as_slice());
    let full = all.len().min(MOST_NAMES);
    let mut notes = vec![ABOUT.to_owned()];
    if all.len() > full {
        notes.push(format!("The {full} most mentioned of {} names.", all.len()));
    }
    notes.extend(words_of_few(input));
    notes.extend(input.sources().map(|(side, source)| counts(side, &source)));
    Chart {
        caption: plain_caption(&notes),
        table: table(all),
        ..with_rows(input, all, full)
            .and_fewer((full, LEAST_ROWS), |most| with_rows(input, all, most))
    }
}

/// The chart of the `most` most mentioned names.
fn with_rows(input: &Input<'_>, all: &[PersonPair], most: usize) -> Chart {
    let rows = all.get(..most).unwrap_or(all);
    let count = rows.len() as f64;
    let counts_of = |pair: &PersonPair| Side::BOTH.map(|side| pair.count(side));
    let most = all.iter().flat_map(counts_of).max().unwrap_or(1);
    let mut marks = Vec::new();
    let mut names = Vec::new();
    for (index, pair) in rows.iter().enumerate() {
        let y = count - index as f64 - 0.5;
        names.push((y, shorten(pair.name(), 40)));
        marks.extend(dumbbell(pair, y, most).into_iter().flatten());
        marks.push(mentions(pair, y));
    }
    let x = Axis {
        label: "← negative · towards the name · positive →".to_owned(),
        // On the right for the numbers of mentions.
        room: (0.04, 0.22),
        ticks: Ticks::Values {
            step: 0.5,
            signed: true,
        },
        ..Axis::bare((-1.0, 1.0))
    };
    Chart {
        title: "Wording towards names both mention".to_owned(),
        summary: said_of_words(input, summary(input, all)),
        reach: Reach::Near,
        left_out: left_out(rows.len(), all.len(), "name"),
        ..Chart::of_rows(Kind::People, x, (rows.len(), names), marks, legend())
    }
}

/// How often A and B mention it, beyond the end of the axis.
fn mentions(pair: &PersonPair, y: f64) -> Mark {
    let [a, b] = Side::BOTH.map(|side| pair.count(side));
    let shape = Shape::Label {
        at: [1.06, y],
        text: format!("{a} / {b}"),
        align: Align::Left,
        size: 12.0,
        strong: false,
        fit: Fit::Full,
    };
    Mark::new(shape, Ink::Muted)
}

fn summary(input: &Input<'_>, all: &[PersonPair]) -> String {
    if let Some(missing) = comparison_missing(input) {
        return missing.to_owned();
    }
    if unrelated(input) {
        return NOT_ONE_STORY.to_owned();
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
            "{} in both, too seldom mentioned to say whether the wording towards them differs.",
            counted(n, "name")
        ),
        (n, true) => format!(
            "{} in both: no clear difference at this length.",
            counted(n, "name")
        ),
        (_, false) => format!("The wording differs towards {}.", list(&clear)),
    }
}

fn dumbbell(pair: &PersonPair, y: f64, most: usize) -> Option<[Mark; 3]> {
    let (a, b) = pair.towards.a.zip(pair.towards.b)?;
    let line = Shape::Line {
        points: vec![[a, y], [b, y]],
        width: 1.5,
        dash: Dash::Solid,
    };
    let ink = match pair.towards.verdict {
        Verdict::Clear => Ink::Text,
        _ => Ink::Neutral,
    };
    Some([
        Mark::new(line, ink),
        point(pair, (Side::A, a), y, most),
        point(pair, (Side::B, b), y, most),
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
                format!(
                    "{} over {} in {}",
                    signed(value, 2),
                    counted(n, "mention"),
                    counted(pair.articles(side), "article")
                ),
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
    let mut keys: Vec<Key> = Side::BOTH
        .map(|side| {
            let label = format!("source {}", side.label());
            Key::new(Swatch::Symbol(Symbol::of(side)), Ink::Source(side), &label)
        })
        .into();
    keys.push(Key::new(
        Swatch::Sizes(Symbol::Circle),
        Ink::Muted,
        "larger: more mentions",
    ));
    keys.push(Key::new(Swatch::Text("3/5"), Ink::Muted, "in A / in B"));
    keys
}

fn table(all: &[PersonPair]) -> Table {
    let mut table = Table::new(&[
        "name",
        "in words",
        "A",
        "B",
        "difference",
        "interval from",
        "interval to",
        "adjusted p",
        "mentions in A",
        "mentions in B",
        "articles of A",
        "articles of B",
    ]);
    for pair in all {
        let towards = &pair.towards;
        let interval = towards.interval();
        let row = vec![
            Cell::Text(pair.name().to_owned()),
            Cell::Text(towards.in_words()),
            Cell::value(towards.a, 4),
            Cell::value(towards.b, 4),
            Cell::value(towards.difference(), 4),
            Cell::value(interval.map(|interval| interval.low), 4),
            Cell::value(interval.map(|interval| interval.high), 4),
            Cell::value(towards.test.map(|test| test.adjusted_p), 4),
            Cell::Count(pair.count(Side::A)),
            Cell::Count(pair.count(Side::B)),
            Cell::Count(pair.articles(Side::A)),
            Cell::Count(pair.articles(Side::B)),
        ];
        let first = pair.mentions.first().map(|one| Target::Place(one.place));
        table.add(row, first);
    }
    table
}
