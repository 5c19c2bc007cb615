//! The tone strip: one cell a paragraph, as wide as it has words, so that strong wording stands out.

use super::caption::{NOTHING_OPEN, caption, counts};
use super::input::{Group, Input, Paragraph, SourceView, groups};
use super::mark::{Align, Fit, Ink, Key, Look, Mark, Shape, Swatch};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::Side;
use crate::score::tone::NEUTRAL_BAND;
use crate::text::{counted, first_words, signed};

/// Cells a source may have before neighbouring paragraphs share one.
const MOST_CELLS: usize = 240;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    let mut notes = Vec::new();
    let mut strongest = Vec::new();
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
            notes.push(format!(
                "Each cell of {} stands for {share} neighbouring paragraphs.",
                side.label()
            ));
        }
        strongest.extend(strongest_of(side, &paragraphs));
        table.rows.extend(paragraphs.iter().map(|p| row(side, p)));
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
        ..Chart::of(Kind::Strip, input, marks, legend())
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
        at: [0.0, bottom(side) + 0.8],
        text: format!("{}  {}", side.label(), source.short_name()),
        align: Align::Left,
        size: 12.0,
        strong: true,
        fit: Fit::Cut(end),
    };
    Mark::new(shape, Ink::Text)
}

/// Adds the cells of one source; gives how many paragraphs share one.
fn add_cells(side: Side, paragraphs: &[Paragraph<'_>], marks: &mut Vec<Mark>) -> usize {
    let (groups, share) = groups(paragraphs, MOST_CELLS);
    let mut left = 0.0;
    for group in groups {
        let width = group.words() as f64;
        add_cell(side, &group, (left, left + width), marks);
        left += width;
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
    let y = (bottom(side) + 0.12, bottom(side) + 0.62);
    marks.push(
        Mark::new(Shape::Bar { x, y }, Ink::Tone(hundredths))
            .look(Look::Cell)
            .targets(group.targets(side))
            .hover(group.hover(side)),
    );
    let sign = match tone {
        t if t >= NEUTRAL_BAND => "+",
        t if t <= -NEUTRAL_BAND => "−",
        _ => "·",
    };
    let shape = Shape::Label {
        at: [f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1)],
        text: sign.to_owned(),
        align: Align::Centre,
        size: 13.0,
        strong: true,
        fit: Fit::Drop(x.1 - x.0),
    };
    marks.push(Mark::new(shape, Ink::OnTone(hundredths)));
}

/// "A paragraph 4 (−0.62)", for the paragraph furthest from zero.
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

fn legend() -> Vec<Key> {
    vec![
        Key::new(Swatch::Cell("−"), Ink::Tone(-60), "negative"),
        Key::new(Swatch::Cell("·"), Ink::Tone(0), "near zero"),
        Key::new(Swatch::Cell("+"), Ink::Tone(60), "positive"),
    ]
}
