//! Which measures differ: each difference with its interval, on one axis of standard deviations.

use super::caption::{NOT_ONE_STORY, counts, plain_caption, unrelated};
use super::figure::{comparison_missing, left_out};
use super::input::Input;
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Symbol, Target};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::Side;
use crate::compare::{Difference, Verdict, pooled_deviation};
use crate::text::{counted, list, signed};

/// The axis reaches at least this far to both sides.
const LEAST_REACH: f64 = 1.5;
/// The fewest rows.
const LEAST_ROWS: usize = 3;
/// Clear differences named in the sentence above.
const MOST_NAMED: usize = 3;
/// Room for the figures in words, as a share of the axis.
const ROOM: f64 = 0.75;
const ABOUT: &str = "Whisker: 95 % interval of the difference; grey where it includes zero. One \
                     standard deviation is the usual distance of a paragraph from the mean.";

/// What the chart is of where the page beside it compares on the same stories.
pub const OVER_ALL: &str = "Over all articles of both, not on the same stories alone.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let rows: Vec<MeasureRow<'_>> = rows(input);
    let mut table = header();
    for row in &rows {
        table.add(row.cells(), Some(row.target()));
    }
    let mut notes = vec![ABOUT.to_owned()];
    notes.extend(input.sources().map(|(side, source)| counts(side, &source)));
    if input.options.same_stories {
        notes.push(OVER_ALL.to_owned());
    }
    Chart {
        caption: plain_caption(&notes),
        table,
        ..with_rows(input, &rows, rows.len()).and_fewer((rows.len(), LEAST_ROWS), |most| {
            with_rows(input, &rows, most)
        })
    }
}

/// The chart of the `most` largest differences.
fn with_rows(input: &Input<'_>, all: &[MeasureRow<'_>], most: usize) -> Chart {
    let rows = all.get(..most).unwrap_or(all);
    let reach = reach(all);
    let count = rows.len() as f64;
    let mut marks = Vec::new();
    let mut names = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let y = count - index as f64 - 0.5;
        row.add_marks(y, reach, &mut marks);
        names.push((y, row.found.label().to_owned()));
    }
    let x = Axis {
        label: "← B higher · standard deviations · A higher →".to_owned(),
        room: (0.0, 2.0 * reach * ROOM),
        ticks: Ticks::Values {
            step: if reach > 3.0 { 1.0 } else { 0.5 },
            signed: true,
        },
        ..Axis::bare((-reach, reach))
    };
    Chart {
        title: "Differences between A and B".to_owned(),
        summary: summary(input, all),
        left_out: left_out(rows.len(), all.len(), "measure"),
        ..Chart::of_rows(Kind::Differences, x, (rows.len(), names), marks, legend())
    }
}

fn summary(input: &Input<'_>, rows: &[MeasureRow<'_>]) -> String {
    if let Some(missing) = comparison_missing(input) {
        return missing.to_owned();
    }
    if unrelated(input) {
        return NOT_ONE_STORY.to_owned();
    }
    let clear = rows
        .iter()
        .filter(|row| row.found.verdict == Verdict::Clear);
    let mut said: Vec<String> = clear
        .filter_map(|row| {
            let higher = row.found.higher()?.label();
            Some(format!("{} ({higher} higher)", row.found.label()))
        })
        .collect();
    let number = said.len();
    if number == 0 {
        return format!(
            "No clear difference at this length, in any of {}.",
            counted(rows.len(), "measure")
        );
    }
    if number > MOST_NAMED {
        said.truncate(MOST_NAMED);
        said.push(format!("{} more", number - MOST_NAMED));
    }
    format!("Clear: {}. No other measure differs clearly.", list(&said))
}

/// One measure.
struct MeasureRow<'a> {
    found: &'a Difference,
    /// Standard deviation of the pieces within the sources; `None` where they do not vary.
    deviation: Option<f64>,
    /// Where its evidence is.
    target: Target,
}

/// Every measure that both sources have, the largest difference first.
fn rows<'a>(input: &Input<'a>) -> Vec<MeasureRow<'a>> {
    let (Some(comparison), Some(a), Some(b)) = (input.comparison, input.a, input.b) else {
        return Vec::new();
    };
    let mut rows: Vec<MeasureRow<'a>> = comparison
        .differences
        .iter()
        .filter(|found| found.verdict != Verdict::Missing)
        .map(|found| MeasureRow {
            found,
            deviation: {
                let [of_a, of_b] = [a, b].map(|source| source.parts(found.measure, found.cluster));
                pooled_deviation([&of_a, &of_b])
            },
            target: Target::Measure {
                id: found.measure.id.to_owned(),
            },
        })
        .collect();
    let lists = comparison.lists.iter();
    let lists = lists.filter(|row| row.rate.verdict != Verdict::Missing);
    rows.extend(lists.map(|row| MeasureRow {
        found: &row.rate,
        deviation: row.deviation,
        target: Target::List(row.rate.label().to_owned()),
    }));
    let size = |row: &MeasureRow<'_>| row.scaled().map_or(-1.0, |(value, _)| value.abs());
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    rows
}

fn reach(rows: &[MeasureRow<'_>]) -> f64 {
    let furthest = rows
        .iter()
        .filter_map(MeasureRow::scaled)
        .map(|(value, ends)| value.abs().max(ends.0.abs()).max(ends.1.abs()))
        .fold(LEAST_REACH, f64::max);
    (furthest * 2.0).ceil() / 2.0
}

impl MeasureRow<'_> {
    /// The difference and the ends of its interval, in standard deviations.
    fn scaled(&self) -> Option<(f64, (f64, f64))> {
        let (unit, value) = (self.deviation?, self.found.difference()?);
        let interval = self.found.interval()?;
        Some((value / unit, (interval.low / unit, interval.high / unit)))
    }

    fn add_marks(&self, y: f64, reach: f64, marks: &mut Vec<Mark>) {
        if let Some((value, (low, high))) = self.scaled() {
            let (ink, symbol, look) = self.appearance(value);
            let whisker = Shape::Whisker {
                from: [low, y],
                to: [high, y],
                width: 1.5,
                cap: 4.0,
            };
            let point = Shape::Point {
                at: [value, y],
                radius: 5.5,
                symbol,
            };
            marks.push(Mark::new(whisker, ink));
            marks.push(self.identified(Mark::new(point, ink).look(look)));
        }
        let words = Shape::Label {
            at: [reach * 1.06, y],
            text: self.words(),
            align: Align::Left,
            size: 12.0,
            strong: self.found.verdict == Verdict::Clear,
            fit: Fit::Cut(2.0 * reach * ROOM - reach * 0.06),
        };
        let ink = if self.scaled().is_some() {
            Ink::Text
        } else {
            Ink::Muted
        };
        marks.push(Mark::new(words, ink));
    }

    fn target(&self) -> Target {
        self.target.clone()
    }

    fn identified(&self, mark: Mark) -> Mark {
        mark.target(self.target()).hover(Hover {
            title: self.found.label().to_owned(),
            lines: vec![self.found.sentence.clone(), self.found.figures()],
        })
    }

    /// The higher source's ink and symbol where the interval excludes zero, grey otherwise.
    fn appearance(&self, value: f64) -> (Ink, Symbol, Look) {
        let higher = if value < 0.0 { Side::B } else { Side::A };
        match self.found.verdict {
            Verdict::Clear => (Ink::Source(higher), Symbol::of(higher), Look::Solid),
            Verdict::Possible => (Ink::Source(higher), Symbol::Diamond, Look::Hollow),
            _ => (Ink::Neutral, Symbol::Diamond, Look::Solid),
        }
    }

    /// "−0.12 [−0.30, +0.05]; A 0.10, B 0.22"
    fn words(&self) -> String {
        let by = |value: f64| signed(value, self.found.measure.digits());
        let [a, b] = Side::BOTH.map(|side| self.found.shown(side));
        let values = format!("A {a}, B {b}");
        match (self.found.difference(), self.found.interval()) {
            (Some(difference), Some(interval)) => format!(
                "{} [{}, {}]; {values}",
                by(difference),
                by(interval.low),
                by(interval.high)
            ),
            _ => format!("{values}; no interval"),
        }
    }

    fn cells(&self) -> Vec<Cell> {
        let found = self.found;
        let interval = found.interval();
        vec![
            Cell::Text(found.label().to_owned()),
            Cell::Text(found.in_words()),
            Cell::Text(found.measure.unit.to_owned()),
            Cell::value(found.a, 4),
            Cell::value(found.b, 4),
            Cell::value(found.difference(), 4),
            Cell::value(interval.map(|interval| interval.low), 4),
            Cell::value(interval.map(|interval| interval.high), 4),
            Cell::value(found.test.map(|test| test.adjusted_p), 4),
            Cell::value(found.test.map(|test| test.effect.delta()), 3),
            Cell::Count(found.n_a),
            Cell::Count(found.n_b),
        ]
    }
}

fn legend() -> Vec<Key> {
    let higher =
        |side: Side, label| Key::new(Swatch::Symbol(Symbol::of(side)), Ink::Source(side), label);
    vec![
        higher(Side::A, "A higher"),
        higher(Side::B, "B higher"),
        Key::new(Swatch::Symbol(Symbol::Diamond), Ink::Neutral, "not clear"),
    ]
}

fn header() -> Table {
    Table::new(&[
        "measure",
        "in words",
        "unit",
        "A",
        "B",
        "difference",
        "interval from",
        "interval to",
        "adjusted p",
        "Cliff's delta",
        "pieces of A",
        "pieces of B",
    ])
}
