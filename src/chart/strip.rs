//! The tone strip: one cell a paragraph, as wide as it has words, so that strong wording stands out. In long
//! texts neighbours share a cell, which then shows how many of them are negative and how many positive: their
//! mean would be near zero nearly everywhere.

use super::caption::{NOTHING_OPEN, caption, counts};
use super::input::{Group, Input, Paragraph, SourceView, groups};
use super::mark::{Align, Fit, Ink, Key, Look, Mark, Shape, Swatch};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::Side;
use crate::score::tone::NEUTRAL_BAND;
use crate::text::{counted, first_words, per_cent, signed};

/// Cells a source may have before neighbouring paragraphs share one.
const MOST_CELLS: usize = 100;
/// Cells there are at most where they do.
const MOST_SHARED: usize = 60;
/// The lower and upper edge of a cell within its row of height 1.
const CELL: (f64, f64) = (0.06, 0.74);

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    let mut notes = Vec::new();
    let mut strongest = Vec::new();
    let mut shared = false;
    let mut table = Table::new(&["source", "article", "paragraph", "words", "tone", "text"]);
    let longest = input
        .sources()
        .map(|(_, source)| source.paragraphs().map(|p| p.words()).sum::<usize>())
        .max();
    let end = longest.unwrap_or(0).max(1) as f64;
    for (side, source) in input.sources() {
        let paragraphs: Vec<Paragraph<'_>> = source.paragraphs().collect();
        marks.push(heading(side, &source, end));
        let share = add_cells(side, &paragraphs, &mut marks);
        notes.push(counts(side, &source));
        if share > 1 {
            shared = true;
            notes.push(format!(
                "Each cell of {} stands for {share} neighbouring paragraphs: from below, the share of them \
                 that is negative, near zero and positive.",
                side.label()
            ));
        }
        strongest.extend(strongest_of(side, &paragraphs));
        for paragraph in &paragraphs {
            table.add(row(side, paragraph), Some(paragraph.target(side)));
        }
    }
    Chart {
        title: "Where the strong wording is".to_owned(),
        summary: match strongest.as_slice() {
            [] => NOTHING_OPEN.to_owned(),
            all => format!("Furthest from neutral: {}.", all.join("; ")),
        },
        x: Axis::words(end),
        y: Axis::bare((0.0, 2.0)),
        caption: caption(&notes, input),
        table,
        height: 300.0,
        ..Chart::of(Kind::Strip, marks, legend(shared))
    }
}

/// A stands above B.
const fn bottom(side: Side) -> f64 {
    match side {
        Side::A => 1.0,
        Side::B => 0.0,
    }
}

fn heading(side: Side, source: &SourceView<'_>, end: f64) -> Mark {
    let shape = Shape::Label {
        at: [0.0, bottom(side) + 1.0],
        text: format!("{}  {}", side.label(), source.short_name()),
        align: Align::Under,
        size: 12.0,
        strong: true,
        fit: Fit::Cut(end),
    };
    Mark::new(shape, Ink::Text)
}

/// Adds the cells of one source; gives how many paragraphs share one.
fn add_cells(side: Side, paragraphs: &[Paragraph<'_>], marks: &mut Vec<Mark>) -> usize {
    let (groups, share) = groups(paragraphs, (MOST_CELLS, MOST_SHARED));
    let mut left = 0.0;
    for group in groups {
        let x = (left, left + group.words() as f64);
        if share > 1 {
            add_shared_cell(side, &group, x, marks);
        } else {
            add_cell(side, &group, x, marks);
        }
        left = x.1;
    }
    share
}

fn add_cell(side: Side, group: &Group<'_, '_>, x: (f64, f64), marks: &mut Vec<Mark>) {
    let tone = group.tone();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a tone lies between −1 and +1"
    )]
    let hundredths = (tone.clamp(-1.0, 1.0) * 100.0).round() as i8;
    let y = (bottom(side) + CELL.0, bottom(side) + CELL.1);
    marks.push(
        Mark::new(Shape::Bar { x, y }, Ink::Tone(hundredths))
            .look(Look::Cell)
            .targets(group.targets(side))
            .hover(group.hover(side.label())),
    );
    let shape = Shape::Label {
        at: [f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1)],
        text: sign(tone).to_owned(),
        align: Align::Centre,
        size: 13.0,
        strong: true,
        fit: Fit::Drop(x.1 - x.0),
    };
    marks.push(Mark::new(shape, Ink::OnTone(hundredths)));
}

/// A cell for several paragraphs: the negative ones below, the positive ones on top.
fn add_shared_cell(side: Side, group: &Group<'_, '_>, x: (f64, f64), marks: &mut Vec<Mark>) {
    let all = group.0.len().max(1) as f64;
    let of = |wanted: &str| group.0.iter().filter(|p| sign(p.tone) == wanted).count() as f64 / all;
    let (negative, positive) = (of("−"), of("+"));
    let mut hover = group.hover(side.label());
    hover.lines.push(format!(
        "{} negative, {} positive",
        per_cent(negative),
        per_cent(positive)
    ));
    let height = CELL.1 - CELL.0;
    let low = bottom(side) + CELL.0;
    let (first, second) = (low + height * negative, low + height * (1.0 - positive));
    for (y, ink) in [
        ((low, first), Ink::Negative),
        ((first, second), Ink::Neutral),
        ((second, low + height), Ink::Positive),
    ] {
        if y.1 > y.0 {
            let look = if ink == Ink::Neutral {
                Look::Band
            } else {
                Look::Solid
            };
            marks.push(
                Mark::new(Shape::Bar { x, y }, ink)
                    .look(look)
                    .hover(hover.clone()),
            );
        }
    }
    // What the pointer finds and a selection lights up: the cell as a whole.
    let whole = Shape::Bar {
        x,
        y: (low, low + height),
    };
    marks.push(
        Mark::new(whole, Ink::Paper)
            .look(Look::Outline)
            .targets(group.targets(side))
            .hover(hover),
    );
}

const fn sign(tone: f64) -> &'static str {
    match tone {
        t if t >= NEUTRAL_BAND => "+",
        t if t <= -NEUTRAL_BAND => "−",
        _ => "·",
    }
}

/// "A paragraph 4 (−0.62), 30 words", for the paragraph furthest from zero.
fn strongest_of(side: Side, paragraphs: &[Paragraph<'_>]) -> Option<String> {
    let strongest = paragraphs
        .iter()
        .max_by(|a, b| a.tone.abs().total_cmp(&b.tone.abs()))?;
    Some(format!(
        "{} paragraph {} ({}), {}",
        side.label(),
        strongest.number,
        signed(strongest.tone, 2),
        counted(strongest.words(), "word")
    ))
}

fn row(side: Side, paragraph: &Paragraph<'_>) -> Vec<Cell> {
    vec![
        Cell::Text(side.label().to_owned()),
        Cell::Count(paragraph.article + 1),
        Cell::Count(paragraph.number),
        Cell::Count(paragraph.words()),
        Cell::Value(paragraph.tone, 4),
        Cell::Text(first_words(paragraph.text, 12)),
    ]
}

fn legend(shared: bool) -> Vec<Key> {
    if shared {
        let key = |look, ink, label| Key::new(Swatch::Bar(look), ink, label);
        return vec![
            key(Look::Solid, Ink::Negative, "share negative"),
            key(Look::Band, Ink::Neutral, "near zero"),
            key(Look::Solid, Ink::Positive, "positive"),
        ];
    }
    vec![
        Key::new(Swatch::Cell("−"), Ink::Tone(-60), "negative"),
        Key::new(Swatch::Cell("·"), Ink::Tone(0), "near zero"),
        Key::new(Swatch::Cell("+"), Ink::Tone(60), "positive"),
    ]
}
