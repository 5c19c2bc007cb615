//! The tone of every paragraph in every open source: a row a source, its paragraphs from the beginning of the text to
//! its end as bars from a zero line of its own, all on one scale.

use super::caption::{NOTHING_OPEN, caption};
use super::figure::{left_out, row_height};
use super::input::{Group, Input, Paragraph, SourceView, groups};
use super::mark::{Align, Dash, Fit, Ink, Key, Look, Mark, Shape, Swatch};
use super::owner::Owner;
use super::paragraphs::{header, row};
use super::{Axis, Chart, Kind, Reach, Table, Ticks};
use crate::text::{counted, shorten, signed};

/// Rows shown; the table has all.
const MOST_ROWS: usize = 50;
/// The fewest rows.
const LEAST_ROWS: usize = 2;
/// Bars a row may have before neighbouring paragraphs share one, and at most where they do.
const BARS: (usize, usize) = (60, 40);
/// From the zero line of a row to a tone of ±1.
const SCALE: f64 = 0.44;
/// How much of its column a bar takes.
const BAR: f64 = 0.72;
/// Where the means stand, right of the bars; and where the plot ends.
const MEAN: f64 = 1.015;
const END: f64 = 1.09;
/// Characters of a name at the axis.
const NAME: usize = 22;

/// One source.
struct Row<'a> {
    owner: Owner,
    view: SourceView<'a>,
    paragraphs: Vec<Paragraph<'a>>,
}

pub(super) fn build(input: &Input<'_>) -> Chart {
    let rows: Vec<Row<'_>> = (input.owned())
        .map(|(owner, view)| Row {
            owner,
            view,
            paragraphs: view.paragraphs().collect(),
        })
        .collect();
    let mut table = Table::new(&header());
    for one in &rows {
        for paragraph in &one.paragraphs {
            let target = one.owner.target(paragraph.place(one.owner.side()));
            table.add(row(&one.owner.name(&one.view), paragraph), Some(target));
        }
    }
    let full = rows.len().min(MOST_ROWS);
    let shared = rows.iter().any(|row| row.paragraphs.len() > BARS.0);
    let mut notes = vec![
        "Every row runs from the beginning of the text to its end, one article after the other, on one scale: ±1 is the \
         height of a row."
            .to_owned(),
    ];
    if shared {
        notes.push(format!(
            "Of more than {} paragraphs neighbours share a bar: from their lower to their upper quartile, line at the \
             median.",
            BARS.0
        ));
    }
    Chart {
        caption: caption(&notes, input),
        table,
        ..with_rows(input, &rows, full)
            .and_fewer((full, LEAST_ROWS), |count| with_rows(input, &rows, count))
    }
}

fn with_rows(input: &Input<'_>, all: &[Row<'_>], most: usize) -> Chart {
    let rows = all.get(..most).unwrap_or(all);
    let count = rows.len() as f64;
    let middle = |at: usize| count - at as f64 - 0.5;
    let any = rows.iter().any(|row| !row.paragraphs.is_empty());
    let marks = (rows.iter().enumerate()).flat_map(|(at, row)| row.marks(middle(at)));
    let marks: Vec<Mark> = if any { marks.collect() } else { Vec::new() };
    let names = rows.iter().enumerate();
    let names = names.map(|(at, row)| (middle(at), shorten(&row.owner.name(&row.view), NAME)));
    let x = Axis {
        // Says itself what it is: a label would take the room of a row.
        ticks: Ticks::Names(vec![
            (0.0, "beginning".to_owned()),
            (0.5, "middle".to_owned()),
            (1.0, "end of the text".to_owned()),
        ]),
        ..Axis::bare((0.0, END))
    };
    let of_rows = Chart::of_rows(
        Kind::ParagraphsBySource,
        input,
        x,
        (rows.len(), names.collect()),
        marks,
        legend(all),
    );
    Chart {
        title: "Tone of each paragraph, source by source".to_owned(),
        summary: summary(all),
        left_out: left_out(rows.len(), all.len(), "source"),
        rules: Vec::new(),
        reach: Reach::Near,
        // A row holds bars to both sides of its zero line.
        height: row_height(2.0 * count),
        ..of_rows
    }
}

impl Row<'_> {
    fn marks(&self, zero: f64) -> Vec<Mark> {
        let line = |y: f64, width, dash, ink| {
            let points = vec![[0.0, y], [1.0, y]];
            let shape = Shape::Line {
                points,
                width,
                dash,
            };
            Mark::new(shape, ink)
        };
        if self.paragraphs.is_empty() {
            let condensed = self.view.articles.iter().any(|(_, one)| one.is_condensed());
            let why = if condensed {
                "only figures of its articles are kept"
            } else {
                "no paragraph to score"
            };
            let shape = Shape::Label {
                at: [0.0, zero],
                text: why.to_owned(),
                align: Align::Over,
                size: 11.5,
                strong: false,
                fit: Fit::Full,
            };
            return vec![Mark::new(shape, Ink::Muted)];
        }
        let (groups, share) = groups(&self.paragraphs, BARS);
        let groups: Vec<Group<'_, '_>> = groups.collect();
        let column = 1.0 / groups.len().max(1) as f64;
        let mut marks = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            let centre = (at as f64 + 0.5) * column;
            let x = (centre - column * BAR / 2.0, centre + column * BAR / 2.0);
            marks.extend(self.bar(group, share > 1, (x, zero)));
        }
        marks.push(line(zero, 1.0, Dash::Solid, Ink::Rule));
        if let Some(mean) = self.view.tone().map(|tone| tone.value) {
            marks.push(line(zero + SCALE * mean, 1.5, Dash::Dashed, Ink::Text));
            let label = Shape::Label {
                at: [MEAN, zero],
                text: signed(mean, 2),
                align: Align::Left,
                size: 11.5,
                strong: true,
                fit: Fit::Full,
            };
            marks.push(Mark::new(label, Ink::Text));
        }
        marks
    }

    /// A bar from zero for a paragraph; for neighbours their middle half, and their median.
    fn bar(
        &self,
        group: &Group<'_, '_>,
        shared: bool,
        (x, zero): ((f64, f64), f64),
    ) -> impl Iterator<Item = Mark> {
        let [low, median, high] = group.quartiles();
        let tone = group.tone();
        let (ends, look) = match (shared, group.is_thin()) {
            (true, _) => ((low, high), Look::Pale),
            (false, true) => ((tone.min(0.0), tone.max(0.0)), Look::Hollow),
            (false, false) => ((tone.min(0.0), tone.max(0.0)), Look::Solid),
        };
        let shape = Shape::Bar {
            x,
            y: (zero + SCALE * ends.0, zero + SCALE * ends.1),
        };
        let (side, ink) = (self.owner.side(), self.owner.plain_ink());
        let targets = group.0.iter();
        let targets = targets.map(|one| self.owner.target(one.place(side)));
        let bar = Mark::new(shape, ink)
            .look(look)
            .targets(targets.collect())
            .hover(group.hover(&self.owner.letter(&self.view)));
        let median = shared.then(|| {
            let y = zero + SCALE * median;
            let line = Shape::Line {
                points: vec![[x.0, y], [x.1, y]],
                width: 2.0,
                dash: Dash::Solid,
            };
            Mark::new(line, ink)
        });
        std::iter::once(bar).chain(median)
    }
}

/// The highest and the lowest mean, where there are several.
fn summary(rows: &[Row<'_>]) -> String {
    let mut means: Vec<(String, f64)> = (rows.iter())
        .filter_map(|row| Some((row.owner.name(&row.view), row.view.tone()?.value)))
        .collect();
    means.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let told = |(name, mean): &(String, f64)| format!("{name} {}", signed(*mean, 2));
    match means.as_slice() {
        [] if rows.is_empty() => NOTHING_OPEN.to_owned(),
        [] => "Nothing open has a paragraph with a tone.".to_owned(),
        [only] => format!("Mean tone: {}.", told(only)),
        [one, other] => format!("Mean tone: {}, {}.", told(one), told(other)),
        [highest, .., lowest] => format!(
            "Mean tone of {}: {} is the highest, {} the lowest; that alone is no clear difference.",
            counted(means.len(), "source"),
            told(highest),
            told(lowest)
        ),
    }
}

fn legend(rows: &[Row<'_>]) -> Vec<Key> {
    let is_shared = |row: &Row<'_>| row.paragraphs.len() > BARS.0;
    let mut keys = Vec::new();
    if !rows.iter().all(is_shared) {
        keys.extend([
            Key::new(Swatch::Bar(Look::Solid), Ink::Muted, "paragraph"),
            Key::new(
                Swatch::Bar(Look::Hollow),
                Ink::Muted,
                "under 2 sentences with tone words",
            ),
        ]);
    }
    if rows.iter().any(is_shared) {
        keys.push(Key::new(
            Swatch::Bar(Look::Pale),
            Ink::Muted,
            "middle half of several paragraphs, and median",
        ));
    }
    keys.push(Key::new(
        Swatch::Line(Dash::Dashed),
        Ink::Text,
        "mean of the source, at the right",
    ));
    keys
}
