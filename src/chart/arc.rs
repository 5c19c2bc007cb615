//! How tone runs through each piece: every paragraph, and a local mean over them. In long texts a band from the
//! lower to the upper quartile stands for the paragraphs; several articles lie on top of each other, each from
//! its own beginning.

use super::caption::{caption, counts, tone_summary};
use super::input::{Group, Input, Paragraph, Position, SourceView};
use super::mark::{Dash, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, point_radius};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::Side;
use crate::text::counted;

/// Half the window of the local mean, as a share of the text.
const HALF_WINDOW: f64 = 0.15;
/// Below this number of paragraphs there is no line: it would pass through nearly every point, and promise a
/// course that so few do not have.
const LEAST_FOR_LINE: usize = 12;
/// Points along the line.
const STEPS: usize = 80;
/// The line keeps to this many paragraphs at most; beyond, neighbours are pooled first.
const MOST_POINTS: usize = 2_000;

/// Beyond this number of paragraphs a band stands for the points.
const CROWD: usize = 100;
/// Stretches of a band.
const STRETCHES: usize = 40;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    // Above the points of both.
    let mut lines = Vec::new();
    let mut notes = Vec::new();
    let mut lengths = Vec::new();
    let (mut points, mut bands) = (false, false);
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
        if track.is_crowded() {
            bands = true;
            marks.extend(track.band());
            notes.push(track.band_note());
        } else {
            points = true;
            track.add_points(&mut marks);
        }
        lines.extend(track.line());
        track.add_rows(&mut table);
        notes.push(counts(side, &source));
        notes.push(track.window_note());
        lengths.push(track.words);
    }
    marks.extend(lines);
    notes.extend(unequal(&lengths, input.options.position));
    let lines = !lines_of(&marks).is_empty();
    Chart {
        title: "Tone from beginning to end".to_owned(),
        summary: tone_summary(input),
        x: along(input.options.position, &lengths),
        y: Axis::tone(),
        rules: vec![Rule::Horizontal(0.0)],
        caption: caption(&notes, input),
        table,
        ..Chart::of(Kind::Arc, marks, legend(points, bands, lines))
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
    /// Words of its article before its middle.
    words: f64,
    /// The same in per cent of its article.
    per_cent: f64,
}

impl ParagraphAt<'_> {
    const fn at(&self, position: Position) -> f64 {
        match position {
            Position::Words => self.words,
            Position::Percent => self.per_cent,
        }
    }
}

/// One source along the text.
struct Track<'a> {
    side: Side,
    /// In the order of their positions.
    spots: Vec<ParagraphAt<'a>>,
    /// Of the longest article.
    words: f64,
    position: Position,
}

impl<'a> Track<'a> {
    fn new(side: Side, source: &SourceView<'a>, position: Position) -> Self {
        let paragraphs: Vec<Paragraph<'a>> = source.paragraphs().collect();
        let mut longest = 0.0_f64;
        let mut spots = Vec::with_capacity(paragraphs.len());
        for article in paragraphs.chunk_by(|a, b| a.article == b.article) {
            let all = article.iter().map(Paragraph::words).sum::<usize>() as f64;
            let mut before = 0.0;
            for paragraph in article {
                let words = paragraph.words() as f64;
                let middle = before + words / 2.0;
                spots.push(ParagraphAt {
                    paragraph: *paragraph,
                    words: middle,
                    per_cent: middle / all.max(1.0) * 100.0,
                });
                before += words;
            }
            longest = longest.max(before);
        }
        spots.sort_by(|a, b| a.at(position).total_cmp(&b.at(position)));
        Self {
            side,
            spots,
            words: longest,
            position,
        }
    }

    /// Where a paragraph stands on the axis.
    fn x(&self, spot: &ParagraphAt<'_>) -> f64 {
        spot.at(self.position)
    }

    /// Half the window of the local mean, in the unit of the axis.
    fn reach(&self) -> f64 {
        match self.position {
            Position::Words => self.words * HALF_WINDOW,
            Position::Percent => 100.0 * HALF_WINDOW,
        }
    }

    fn is_crowded(&self) -> bool {
        self.spots.len() > CROWD
    }

    /// Stretches of as many paragraphs each, from the lower to the upper quartile of their tones.
    fn band(&self) -> Vec<Mark> {
        let paragraphs: Vec<Paragraph<'_>> = self.spots.iter().map(|spot| spot.paragraph).collect();
        let share = self.share();
        let end = |spot: Option<&ParagraphAt<'_>>| spot.map_or(0.0, |spot| self.x(spot));
        let (first, last) = (end(self.spots.first()), end(self.spots.last()));
        let edge = |index: usize| {
            let before = index.checked_sub(1).and_then(|i| self.spots.get(i));
            let here = self.spots.get(index);
            match (before, here) {
                (Some(before), Some(here)) => f64::midpoint(self.x(before), self.x(here)),
                (None, _) => first,
                (_, None) => last,
            }
        };
        let stretch = |(index, paragraphs): (usize, &[Paragraph<'_>])| {
            let group = Group(paragraphs);
            let [low, _, high] = group.quartiles();
            let from = index * share;
            let x = (edge(from), edge(from + paragraphs.len()));
            let unit = match self.position {
                Position::Words => "words from the start",
                Position::Percent => "% of the text",
            };
            let hover = Hover {
                title: format!(
                    "{} · {}, {:.0} to {:.0} {unit}",
                    self.side.label(),
                    counted(paragraphs.len(), "paragraph"),
                    x.0,
                    x.1
                ),
                lines: group.hover(self.side.label()).lines,
            };
            Mark::new(Shape::Bar { x, y: (low, high) }, Ink::Source(self.side))
                .look(Look::Band)
                .targets(group.targets(self.side))
                .hover(hover)
        };
        paragraphs.chunks(share).enumerate().map(stretch).collect()
    }

    /// Paragraphs a stretch of the band stands for.
    fn share(&self) -> usize {
        self.spots.len().div_ceil(STRETCHES).max(1)
    }

    fn band_note(&self) -> String {
        format!(
            "Band of {}: lower to upper quartile of {} at a time.",
            self.side.label(),
            counted(self.share(), "paragraph")
        )
    }

    fn add_points(&self, marks: &mut Vec<Mark>) {
        let radius = point_radius(self.spots.len());
        for spot in &self.spots {
            let shape = Shape::Point {
                at: [self.x(spot), spot.paragraph.tone],
                radius,
                symbol: Symbol::of(self.side),
            };
            marks.push(
                Mark::new(shape, Ink::Source(self.side))
                    .look(Look::Pale)
                    .target(spot.paragraph.target(self.side))
                    .hover(spot.paragraph.hover(self.side.label())),
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
        if self.is_crowded() {
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
        let reach = self.reach();
        let (first, last) = (self.x(first), self.x(last));
        (0..=STEPS)
            .filter_map(|step| {
                let share = step as f64 / STEPS as f64;
                let at = first + (last - first) * share;
                let (mut sum, mut weights) = (0.0, 0.0);
                for spot in self.spots.iter().step_by(stride) {
                    let distance = ((self.x(spot) - at) / reach).abs().min(1.0);
                    let tricube = (1.0 - distance.powi(3)).powi(3);
                    let weight = tricube * spot.paragraph.unit.tone.sentences as f64;
                    sum += weight * spot.paragraph.tone;
                    weights += weight;
                }
                (weights > 0.0).then(|| [at, sum / weights])
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
        let (side, window) = (self.side.label(), self.reach() * 2.0);
        match self.position {
            Position::Words => format!(
                "Line of {side}: mean of the sentences within {window:.0} words (30 % of the text)."
            ),
            Position::Percent => {
                format!("Line of {side}: mean of the sentences within {window:.0} % of the text.")
            }
        }
    }

    fn add_rows(&self, table: &mut Table) {
        let row = |spot: &ParagraphAt<'_>| {
            vec![
                Cell::Text(self.side.label().to_owned()),
                Cell::Count(spot.paragraph.article + 1),
                Cell::Count(spot.paragraph.number),
                Cell::Value(spot.words, 1),
                Cell::Value(spot.per_cent, 1),
                Cell::Value(spot.paragraph.tone, 4),
            ]
        };
        let mut spots: Vec<&ParagraphAt<'_>> = self.spots.iter().collect();
        spots.sort_by_key(|spot| (spot.paragraph.article, spot.paragraph.number));
        for spot in spots {
            table.add(row(spot), Some(spot.paragraph.target(self.side)));
        }
    }
}

/// The lines among `marks`.
fn lines_of(marks: &[Mark]) -> Vec<&Mark> {
    let is_line = |mark: &&Mark| matches!(mark.shape, Shape::Line { .. });
    marks.iter().filter(is_line).collect()
}

/// What is drawn of points, bands and lines.
fn legend(points: bool, bands: bool, lines: bool) -> Vec<Key> {
    let mut keys = Vec::new();
    for side in Side::BOTH {
        let ink = Ink::Source(side);
        let mut key = |shown: bool, swatch, what: &str| {
            if shown {
                keys.push(Key::new(swatch, ink, &format!("{what} {}", side.label())));
            }
        };
        key(points, Swatch::Symbol(Symbol::of(side)), "paragraph of");
        key(bands, Swatch::Bar(Look::Band), "middle half of");
        key(lines, Swatch::Line(Dash::of(side)), "local mean of");
    }
    keys
}
