//! How tone runs through each piece: every paragraph, and a local mean over them.

use super::caption::{caption, counts, tone_summary};
use super::input::{Input, Paragraph, Position, SourceView};
use super::mark::{Dash, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, point_radius};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::Side;

/// Half the window of the local mean, as a share of the text.
const HALF_WINDOW: f64 = 0.15;
/// Below this number of paragraphs there is no line.
const LEAST_FOR_LINE: usize = 8;
/// Points along the line.
const STEPS: usize = 80;
/// The line keeps to this many paragraphs at most; beyond, neighbours are pooled first.
const MOST_POINTS: usize = 2_000;

/// From this number of paragraphs on, points hide the line.
const CROWD: usize = 200;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    // Above the points of both.
    let mut lines = Vec::new();
    let mut notes = Vec::new();
    let mut lengths = Vec::new();
    let mut table = Table::new(&[
        "source",
        "article",
        "paragraph",
        "position in words",
        "position in per cent",
        "tone",
    ]);
    for (side, source) in input.sources() {
        let track = Track::new(side, &source, input.options.position);
        track.add_points(&mut marks);
        lines.extend(track.line());
        table.rows.extend(track.rows());
        notes.push(counts(side, &source));
        notes.push(track.window_note());
        lengths.push(track.words);
    }
    marks.extend(lines);
    notes.extend(unequal(&lengths, input.options.position));
    Chart {
        title: "Tone from beginning to end".to_owned(),
        summary: tone_summary(input),
        x: along(input.options.position, &lengths),
        y: Axis::tone(),
        rules: vec![Rule::Horizontal(0.0)],
        caption: caption(&notes, input),
        table,
        ..Chart::of(Kind::Arc, input, marks, legend())
    }
}

/// The axis along the text.
fn along(position: Position, lengths: &[f64]) -> Axis {
    let end = match position {
        Position::Words => lengths.iter().copied().fold(1.0, f64::max),
        Position::Percent => 100.0,
    };
    let mut axis = Axis {
        room: (end * 0.015, end * 0.015),
        ..Axis::words(end)
    };
    if position == Position::Percent {
        "Per cent of the text".clone_into(&mut axis.label);
    }
    axis
}

/// Per cent hide length; say so where one text is more than twice as long as the other.
fn unequal(lengths: &[f64], position: Position) -> Option<String> {
    let [a, b] = lengths else {
        return None;
    };
    let (short, long) = (a.min(*b), a.max(*b));
    (position == Position::Percent && long > 2.0 * short).then(|| {
        format!("One text is more than twice as long ({long:.0} against {short:.0} words): per cent hide that.")
    })
}

struct ParagraphAt<'a> {
    paragraph: Paragraph<'a>,
    /// Words before its middle.
    words: f64,
}

/// One source along the text.
struct Track<'a> {
    side: Side,
    spots: Vec<ParagraphAt<'a>>,
    words: f64,
    position: Position,
}

impl<'a> Track<'a> {
    fn new(side: Side, source: &SourceView<'a>, position: Position) -> Self {
        let mut before = 0.0;
        let mut spots = Vec::new();
        for paragraph in source.paragraphs() {
            let words = paragraph.words() as f64;
            spots.push(ParagraphAt {
                paragraph,
                words: before + words / 2.0,
            });
            before += words;
        }
        Self {
            side,
            spots,
            words: before,
            position,
        }
    }

    /// Words to the unit of the axis.
    fn x(&self, words: f64) -> f64 {
        match self.position {
            Position::Words => words,
            Position::Percent => words / self.words.max(1.0) * 100.0,
        }
    }

    fn add_points(&self, marks: &mut Vec<Mark>) {
        let radius = point_radius(self.spots.len());
        for spot in &self.spots {
            let shape = Shape::Point {
                at: [self.x(spot.words), spot.paragraph.tone],
                radius,
                symbol: Symbol::of(self.side),
            };
            marks.push(
                Mark::new(shape, Ink::Source(self.side))
                    .look(Look::Pale)
                    .target(spot.paragraph.target(self.side))
                    .hover(spot.paragraph.hover(self.side)),
            );
        }
    }

    /// The local mean, where points crowd with a margin that sets it off from them.
    fn line(&self) -> Vec<Mark> {
        let points = self.local_mean();
        if points.is_empty() {
            return Vec::new();
        }
        let line = |width, dash, ink| {
            let points = points.clone();
            Mark::new(
                Shape::Line {
                    points,
                    width,
                    dash,
                },
                ink,
            )
        };
        let line_itself = line(2.5, Dash::of(self.side), Ink::Source(self.side));
        if self.spots.len() > CROWD {
            vec![line(5.5, Dash::Solid, Ink::Paper), line_itself]
        } else {
            vec![line_itself]
        }
    }

    /// Tricube-weighted mean of the sentences around each step, from the first paragraph to the last
    /// and never beyond.
    fn local_mean(&self) -> Vec<[f64; 2]> {
        let (Some(first), Some(last)) = (self.spots.first(), self.spots.last()) else {
            return Vec::new();
        };
        if self.spots.len() < LEAST_FOR_LINE {
            return Vec::new();
        }
        let stride = self.spots.len().div_ceil(MOST_POINTS);
        let reach = self.words * HALF_WINDOW;
        (0..=STEPS)
            .filter_map(|step| {
                let share = step as f64 / STEPS as f64;
                let at = first.words + (last.words - first.words) * share;
                let (mut sum, mut weights) = (0.0, 0.0);
                for spot in self.spots.iter().step_by(stride) {
                    let distance = ((spot.words - at) / reach).abs().min(1.0);
                    let tricube = (1.0 - distance.powi(3)).powi(3);
                    let weight = tricube * spot.paragraph.unit.tone.sentences as f64;
                    sum += weight * spot.paragraph.tone;
                    weights += weight;
                }
                (weights > 0.0).then(|| [self.x(at), sum / weights])
            })
            .collect()
    }

    fn window_note(&self) -> String {
        if self.spots.len() < LEAST_FOR_LINE {
            return format!(
                "No line for {}: fewer than {LEAST_FOR_LINE} paragraphs.",
                self.side.label()
            );
        }
        format!(
            "Line of {}: mean of the sentences within {:.0} words (30 % of the text).",
            self.side.label(),
            self.words * HALF_WINDOW * 2.0
        )
    }

    fn rows(&self) -> Vec<Vec<Cell>> {
        let row = |spot: &ParagraphAt<'_>| {
            vec![
                Cell::Text(self.side.label().to_owned()),
                Cell::Count(spot.paragraph.article + 1),
                Cell::Count(spot.paragraph.number),
                Cell::Value(spot.words, 1),
                Cell::Value(spot.words / self.words.max(1.0) * 100.0, 1),
                Cell::Value(spot.paragraph.tone, 4),
            ]
        };
        self.spots.iter().map(row).collect()
    }
}

fn legend() -> Vec<Key> {
    let [a, b] = Side::BOTH.map(|side| (Swatch::Symbol(Symbol::of(side)), Ink::Source(side)));
    let [line_a, line_b] = Side::BOTH.map(|side| Swatch::Line(Dash::of(side)));
    vec![
        Key::new(a.0, a.1, "paragraph of A"),
        Key::new(line_a, a.1, "local mean of A"),
        Key::new(b.0, b.1, "paragraph of B"),
        Key::new(line_b, b.1, "local mean of B"),
    ]
}
