//! The tone of every paragraph, as bars from zero: A on the left, B on the right, one axis.

use super::caption::{caption, counts, tone_summary};
use super::input::{Group, Input, Paragraph, SourceView, groups};
use super::mark::{Align, Dash, Fit, Ink, Key, Look, Mark, Rule, Shape, Swatch};
use super::{Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::article::Side;
use crate::text::first_words;

/// Bars a source may have before neighbouring paragraphs share one.
const MOST_BARS: usize = 60;
/// Bars there are at most where they do.
const MOST_SHARED: usize = 40;
/// Numbers along the axis of a source, at most.
const MOST_NUMBERS: f64 = 20.0;
/// Empty columns between the two sources.
const GAP: f64 = 1.5;
/// Half the width of a bar, in columns.
const HALF_BAR: f64 = 0.36;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut plan = Plan::default();
    for (side, source) in input.sources() {
        plan.add_source(side, &source);
    }
    Chart {
        title: "Tone of each paragraph".to_owned(),
        summary: tone_summary(input),
        x: Axis {
            label: along(input).to_owned(),
            ticks: Ticks::Numbers(plan.ticks),
            ..Axis::bare((0.0, plan.width.max(1.0)))
        },
        y: Axis {
            // For the numbers of sentences below and the names of the sources above.
            room: (0.26, 0.26),
            ..Axis::tone()
        },
        rules: vec![Rule::Horizontal(0.0)],
        reach: Reach::Column,
        caption: caption(&plan.notes, input),
        table: plan.table.unwrap_or_else(|| Table::new(&header())),
        ..Chart::of(
            Kind::Paragraphs,
            plan.marks,
            legend(plan.single, plan.shared),
        )
    }
}

/// What the axis counts.
fn along(input: &Input<'_>) -> &'static str {
    if input.sources().any(|(_, source)| source.articles.len() > 1) {
        "Paragraph, one article after the other"
    } else {
        "Paragraph, in the order of the text"
    }
}

/// What is collected source by source.
#[derive(Default)]
struct Plan {
    marks: Vec<Mark>,
    ticks: Vec<(f64, usize)>,
    notes: Vec<String>,
    table: Option<Table>,
    width: f64,
    /// Whether a bar stands for one paragraph somewhere, and for several.
    single: bool,
    shared: bool,
}

impl Plan {
    fn add_source(&mut self, side: Side, source: &SourceView<'_>) {
        let paragraphs: Vec<Paragraph<'_>> = source.paragraphs().collect();
        let (groups, share) = groups(&paragraphs, (MOST_BARS, MOST_SHARED));
        if self.width > 0.0 {
            self.width += GAP;
        }
        let left = self.width;
        for group in groups {
            if share > 1 {
                self.add_shared_bar(side, &group);
            } else {
                self.add_bar(side, &group);
            }
            self.width += 1.0;
        }
        *(if share > 1 {
            &mut self.shared
        } else {
            &mut self.single
        }) = true;
        self.width = self.width.max(left + 1.0);
        self.ticks.extend(numbers(left, paragraphs.len(), share));
        self.add_heading(side, source, (left, self.width), paragraphs.len());
        self.add_mean(side, source, (left, self.width));
        self.notes.push(counts(side, source));
        if share > 1 {
            self.notes.push(format!(
                "Each bar of {} stands for {share} neighbouring paragraphs: from their lower to their upper \
                 quartile, line at the median.",
                side.label()
            ));
        }
        let table = self.table.get_or_insert_with(|| Table::new(&header()));
        for paragraph in &paragraphs {
            table.add(row(side.label(), paragraph), Some(paragraph.target(side)));
        }
    }

    /// One bar for a few neighbours in a long text: their middle half, and their median.
    fn add_shared_bar(&mut self, side: Side, group: &Group<'_, '_>) {
        let x = self.width + 0.5;
        let [low, median, high] = group.quartiles();
        let bar = Shape::Bar {
            x: (x - HALF_BAR, x + HALF_BAR),
            y: (low, high),
        };
        let line = Shape::Line {
            points: vec![[x - HALF_BAR, median], [x + HALF_BAR, median]],
            width: 3.0,
            dash: Dash::Solid,
        };
        self.marks.push(
            Mark::new(bar, Ink::Source(side))
                .look(Look::Pale)
                .targets(group.targets(side))
                .hover(group.hover(side.label())),
        );
        self.marks.push(Mark::new(line, Ink::Source(side)));
    }

    /// One bar for a paragraph.
    fn add_bar(&mut self, side: Side, group: &Group<'_, '_>) {
        let x = self.width + 0.5;
        let tone = group.tone();
        let bar = Shape::Bar {
            x: (x - HALF_BAR, x + HALF_BAR),
            y: (tone.min(0.0), tone.max(0.0)),
        };
        let look = if group.is_thin() {
            Look::Hollow
        } else {
            Look::Solid
        };
        self.marks.push(
            Mark::new(bar, Ink::Source(side))
                .look(look)
                .targets(group.targets(side))
                .hover(group.hover(side.label())),
        );
        self.marks.extend(whisker(x, group));
        self.marks.push(count_label(x, group.sentences()));
    }

    fn add_heading(
        &mut self,
        side: Side,
        source: &SourceView<'_>,
        (left, right): (f64, f64),
        paragraphs: usize,
    ) {
        let text = if paragraphs == 0 {
            format!(
                "{}  {} · no paragraph to score",
                side.label(),
                source.short_name()
            )
        } else {
            format!("{}  {}", side.label(), source.short_name())
        };
        self.marks.push(Mark::new(
            Shape::Label {
                at: [left, 1.26],
                text,
                align: Align::Under,
                size: 12.0,
                strong: true,
                fit: Fit::Cut(right - left),
            },
            Ink::Text,
        ));
    }

    fn add_mean(&mut self, side: Side, source: &SourceView<'_>, (left, right): (f64, f64)) {
        let Some(mean) = source.tone().map(|tone| tone.value) else {
            return;
        };
        self.marks.push(Mark::new(
            Shape::Line {
                points: vec![[left, mean], [right, mean]],
                width: 1.5,
                dash: Dash::of(side),
            },
            Ink::Text,
        ));
    }
}

/// From the lowest to the highest sentence; nothing where they are equal.
fn whisker(x: f64, group: &Group<'_, '_>) -> Option<Mark> {
    let (low, high) = group.range();
    (high > low).then(|| {
        let shape = Shape::Whisker {
            from: [x, low],
            to: [x, high],
            width: 1.0,
            cap: 2.5,
        };
        Mark::new(shape, Ink::Rule)
    })
}

fn count_label(x: f64, sentences: usize) -> Mark {
    Mark::new(
        Shape::Label {
            at: [x, -1.14],
            text: sentences.to_string(),
            align: Align::Centre,
            size: 10.0,
            strong: false,
            fit: Fit::Drop(1.0),
        },
        Ink::Muted,
    )
}

/// Where numbers of paragraphs stand along the axis of a source that begins at `left` and has a column for
/// every `share` paragraphs: the first one, and every round number.
fn numbers(left: f64, paragraphs: usize, share: usize) -> Vec<(f64, usize)> {
    let mut step = 1;
    for next in [
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000,
    ] {
        step = next;
        if paragraphs as f64 / step as f64 <= MOST_NUMBERS {
            break;
        }
    }
    let at = |number: usize| left + (number as f64 - 0.5) / share as f64;
    (1..=paragraphs)
        .filter(|number| *number == 1 || number % step == 0)
        .map(|number| (at(number), number))
        .collect()
}

/// What is drawn where bars are single paragraphs, and where they are several.
fn legend(single: bool, shared: bool) -> Vec<Key> {
    let mut keys = Vec::new();
    if single {
        keys.extend(single_keys());
        keys.push(Key::new(Swatch::Whisker, Ink::Rule, "its sentences"));
    }
    if shared {
        keys.push(shared_key());
    }
    keys.push(Key::new(
        Swatch::Line(Dash::Solid),
        Ink::Text,
        "mean of the source",
    ));
    if single {
        keys.push(Key::new(Swatch::Text("3"), Ink::Muted, "sentences"));
    }
    keys
}

/// What bars of single paragraphs are.
pub(super) fn single_keys() -> [Key; 2] {
    let thin = "under 2 sentences with tone words";
    [
        Key::new(Swatch::Bar(Look::Solid), Ink::Muted, "paragraph"),
        Key::new(Swatch::Bar(Look::Hollow), Ink::Muted, thin),
    ]
}

/// What a bar of several paragraphs is.
pub(super) fn shared_key() -> Key {
    let several = "middle half of several paragraphs, and median";
    Key::new(Swatch::Bar(Look::Pale), Ink::Muted, several)
}

/// The columns of a table of paragraphs.
pub(super) const fn header() -> [&'static str; 9] {
    [
        "source",
        "article",
        "paragraph",
        "tone",
        "lowest sentence",
        "highest sentence",
        "sentences",
        "with tone words",
        "text",
    ]
}

/// A paragraph in it.
pub(super) fn row(source: &str, paragraph: &Paragraph<'_>) -> Vec<Cell> {
    let (low, high) = paragraph.range();
    vec![
        Cell::Text(source.to_owned()),
        Cell::Count(paragraph.article + 1),
        Cell::Count(paragraph.number),
        Cell::Value(paragraph.tone, 4),
        Cell::Value(low, 4),
        Cell::Value(high, 4),
        Cell::Count(paragraph.unit.tone.sentences),
        Cell::Count(paragraph.unit.tone.sentences_with_words),
        Cell::Text(first_words(paragraph.text, 12)),
    ]
}
