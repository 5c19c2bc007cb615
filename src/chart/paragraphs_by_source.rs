//! The tone of every paragraph in every open source: a row a source, its paragraphs from the beginning of the text to
//! its end as bars from a zero line of its own, all on one scale.

use super::caption::caption;
use super::figure::{left_out, row_height};
use super::input::{Group, Input, Paragraph, SourceView, groups};
use super::mark::{Align, Dash, Ink, Key, Look, Mark, Shape, Swatch};
use super::owner::Owner;
use super::paragraphs::{header, row, shared_key, single_keys};
use super::source_rows::{self, LEAST_ROWS, MOST_ROWS, middle, names, text};
use super::{Axis, Chart, Kind, Reach, Table, Ticks};
use crate::text::signed;

/// Bars a row may have before neighbouring paragraphs share one, and at most where they do.
const BARS: (usize, usize) = (60, 40);
/// From the zero line of a row to a tone of ±1.
const SCALE: f64 = 0.44;
/// How much of its column a bar takes.
const BAR: f64 = 0.72;
/// Where the means stand, right of the bars; and where the plot ends.
const MEAN: f64 = 1.015;
const END: f64 = 1.09;

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
            table.add(row(&one.name(), paragraph), Some(target));
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
        ..with_rows(&rows, full).and_fewer((full, LEAST_ROWS), |count| with_rows(&rows, count))
    }
}

fn with_rows(all: &[Row<'_>], most: usize) -> Chart {
    let rows = all.get(..most).unwrap_or(all);
    let count = rows.len() as f64;
    let any = rows.iter().any(|row| !row.paragraphs.is_empty());
    let marks = rows.iter().enumerate();
    let marks = marks.flat_map(|(at, row)| row.marks(middle(rows.len(), at)));
    let marks: Vec<Mark> = if any { marks.collect() } else { Vec::new() };
    let of_sources: Vec<String> = rows.iter().map(Row::name).collect();
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
        x,
        (rows.len(), names(&of_sources)),
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
    fn name(&self) -> String {
        self.owner.name(&self.view)
    }

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
            return vec![text([0.0, zero], why.to_owned(), Align::Over, false)];
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
            marks.push(text([MEAN, zero], signed(mean, 2), Align::Left, true));
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

fn summary(rows: &[Row<'_>]) -> String {
    let means = rows.iter();
    let means = means.filter_map(|row| Some((row.name(), row.view.tone()?.value)));
    let nothing = "Nothing open has a paragraph with a tone.";
    let show = |mean| signed(mean, 2);
    source_rows::summary("Mean tone", nothing, rows.len(), means.collect(), show)
}

fn legend(rows: &[Row<'_>]) -> Vec<Key> {
    let is_shared = |row: &Row<'_>| row.paragraphs.len() > BARS.0;
    let mut keys = Vec::new();
    if !rows.iter().all(is_shared) {
        keys.extend(single_keys());
    }
    if rows.iter().any(is_shared) {
        keys.push(shared_key());
    }
    keys.push(Key::new(
        Swatch::Line(Dash::Dashed),
        Ink::Text,
        "mean of the source, at the right",
    ));
    keys
}
