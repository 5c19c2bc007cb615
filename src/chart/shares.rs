//! How many sentences are negative, neutral and positive, as shares of each source.

use super::caption::{NOTHING_OPEN, caption, counts};
use super::input::{Input, SourceView};
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::Side;
use crate::score::tone::NEUTRAL_BAND;
use crate::text::{counted, per_cent, signed};

const CLASSES: [(&str, Ink); 3] = [
    ("negative", Ink::Negative),
    ("neutral", Ink::Neutral),
    ("positive", Ink::Positive),
];

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    let mut notes = vec![format!(
        "Negative: tone at or below {}; positive: at or above {}; neutral: between.",
        signed(-NEUTRAL_BAND, 2),
        signed(NEUTRAL_BAND, 2)
    )];
    let mut parts = Vec::new();
    let mut table = Table::new(&["source", "class", "sentences", "share"]);
    for (side, source) in input.sources() {
        let sentences = of_each_class(&source);
        let total: usize = sentences.iter().sum();
        add_row(side, &source, sentences, &mut marks);
        for ((name, _), count) in CLASSES.iter().zip(sentences) {
            let row = vec![
                Cell::Text(side.label().to_owned()),
                Cell::Text((*name).to_owned()),
                Cell::Count(count),
                Cell::value(share(count, total), 4),
            ];
            table.add(row, Some(Target::Source { side }));
        }
        let [negative, _, positive] = sentences;
        if let Some((negative, positive)) = share(negative, total).zip(share(positive, total)) {
            parts.push(format!(
                "{}: {} negative, {} positive",
                side.label(),
                per_cent(negative),
                per_cent(positive)
            ));
        }
        notes.push(counts(side, &source));
    }
    Chart {
        title: "Negative, neutral and positive sentences".to_owned(),
        summary: if marks.is_empty() {
            NOTHING_OPEN.to_owned()
        } else {
            format!("Of the sentences, {}.", parts.join("; "))
        },
        x: Axis {
            label: "Per cent of the sentences".to_owned(),
            ticks: Ticks::Values {
                step: 20.0,
                signed: false,
            },
            room: (0.0, 1.0),
            ..Axis::bare((0.0, 100.0))
        },
        y: Axis::bare((0.0, 2.0)),
        caption: caption(&notes, input),
        table,
        height: 320.0,
        ..Chart::of(Kind::Shares, marks, legend())
    }
}

/// Negative, neutral and positive sentences over all articles.
fn of_each_class(source: &SourceView<'_>) -> [usize; 3] {
    source
        .articles
        .iter()
        .fold([0; 3], |[a, b, c], (_, analysis)| {
            let tone = &analysis.tone;
            [a + tone.negative, b + tone.neutral, c + tone.positive]
        })
}

fn share(count: usize, total: usize) -> Option<f64> {
    (total > 0).then(|| count as f64 / total as f64)
}

fn add_row(side: Side, source: &SourceView<'_>, sentences: [usize; 3], marks: &mut Vec<Mark>) {
    let bottom = match side {
        Side::A => 1.0,
        Side::B => 0.0,
    };
    let total: usize = sentences.iter().sum();
    let count = match total {
        0 => "no sentence to score".to_owned(),
        n => {
            let [negative, neutral, positive] = sentences;
            format!(
                "n = {}: {negative} negative, {neutral} neutral, {positive} positive",
                counted(n, "sentence")
            )
        }
    };
    let heading = Shape::Label {
        at: [0.0, bottom + 1.0],
        text: format!("{}  {} · {count}", side.label(), source.short_name()),
        align: Align::Under,
        size: 12.0,
        strong: true,
        fit: Fit::Cut(100.0),
    };
    marks.push(Mark::new(heading, Ink::Text));
    let y = (bottom + 0.06, bottom + 0.74);
    let mut left = 0.0;
    for ((name, ink), count) in CLASSES.into_iter().zip(sentences) {
        let Some(part) = share(count, total).filter(|part| *part > 0.0) else {
            continue;
        };
        let x = (left, left + part * 100.0);
        left = x.1;
        let hover = Hover {
            title: format!("{} · {name}", side.label()),
            lines: vec![format!(
                "{count} of {}, {}",
                counted(total, "sentence"),
                per_cent(part)
            )],
        };
        marks.push(
            Mark::new(Shape::Bar { x, y }, ink)
                .look(Look::Cell)
                .target(Target::Source { side })
                .hover(hover),
        );
        let label = Shape::Label {
            at: [f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1)],
            text: format!("{name} {}", per_cent(part)),
            align: Align::Centre,
            size: 12.0,
            strong: true,
            fit: Fit::Drop(x.1 - x.0),
        };
        marks.push(Mark::new(label, Ink::Paper));
    }
}

fn legend() -> Vec<Key> {
    CLASSES
        .into_iter()
        .map(|(name, ink)| Key::new(Swatch::Bar(Look::Solid), ink, name))
        .collect()
}
