//! All paragraphs of each source on one axis, with their quartiles and mean.

use super::caption::{caption, counts, tone_summary};
use super::input::{Input, Paragraph, SourceView};
use super::mark::{
    Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, point_radius,
};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::Side;
use crate::stats::RatioSummary;
use crate::text::{counted, signed};

/// Where things stand within a row of height 1, from its middle.
const HEADING: f64 = 0.42;
const BOX: (f64, f64) = (0.06, 0.22);
const POINTS: (f64, f64) = (-0.38, -0.06);

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    let mut table = header();
    let mut notes = Vec::new();
    for (side, source) in input.sources() {
        let row = Row {
            side,
            middle: middle(side),
            paragraphs: source.paragraphs().collect(),
        };
        row.add_marks(&source, &mut marks);
        table.rows.push(row.figures(&source));
        notes.push(counts(side, &source));
    }
    Chart {
        title: "Tone of all paragraphs".to_owned(),
        summary: tone_summary(input),
        x: Axis::tone(),
        y: Axis::bare((0.0, 2.0)),
        rules: vec![Rule::Vertical(0.0)],
        caption: caption(&notes, input),
        table,
        ..Chart::of(Kind::Spread, input, marks, legend())
    }
}

/// A stands above B.
const fn middle(side: Side) -> f64 {
    match side {
        Side::A => 1.5,
        Side::B => 0.5,
    }
}

struct Row<'a> {
    side: Side,
    middle: f64,
    paragraphs: Vec<Paragraph<'a>>,
}

impl Row<'_> {
    fn add_marks(&self, source: &SourceView<'_>, marks: &mut Vec<Mark>) {
        marks.push(self.heading(source));
        marks.extend(self.quartile_box());
        marks.extend(
            self.paragraphs
                .iter()
                .enumerate()
                .map(|(index, paragraph)| self.point(index, paragraph)),
        );
        marks.extend(
            source
                .tone()
                .map(|mean| self.mean(&mean))
                .into_iter()
                .flatten(),
        );
    }

    fn heading(&self, source: &SourceView<'_>) -> Mark {
        let count = match self.paragraphs.len() {
            0 => "no paragraph to score".to_owned(),
            n => format!("n = {}", counted(n, "paragraph")),
        };
        let shape = Shape::Label {
            at: [-1.0, self.middle + HEADING],
            text: format!("{}  {} · {count}", self.side.label(), source.short_name()),
            align: Align::Left,
            size: 12.0,
            strong: true,
            fit: Fit::Cut(2.0),
        };
        Mark::new(shape, Ink::Text)
    }

    fn point(&self, index: usize, paragraph: &Paragraph<'_>) -> Mark {
        let (low, high) = POINTS;
        let shape = Shape::Point {
            at: [
                paragraph.tone,
                self.middle + low + (high - low) * scatter(index),
            ],
            radius: point_radius(self.paragraphs.len()),
            symbol: Symbol::of(self.side),
        };
        Mark::new(shape, Ink::Source(self.side))
            .look(Look::Pale)
            .target(paragraph.target(self.side))
            .hover(paragraph.hover(self.side))
    }

    /// Box over the middle half, line at the median, whiskers to the ends; from 4 paragraphs on.
    fn quartile_box(&self) -> Vec<Mark> {
        let Some([lowest, low, median, high, highest]) = self.quartiles() else {
            return Vec::new();
        };
        let (bottom, top) = (self.middle + BOX.0, self.middle + BOX.1);
        let centre = f64::midpoint(bottom, top);
        let whisker = |from: f64, to: f64| {
            let shape = Shape::Line {
                points: vec![[from, centre], [to, centre]],
                width: 1.0,
                dash: Dash::Solid,
            };
            Mark::new(shape, Ink::Source(self.side))
        };
        let hover = Hover {
            title: format!("{} · quartiles of the paragraphs", self.side.label()),
            lines: vec![format!(
                "Lowest {}, lower quartile {}, median {}, upper quartile {}, highest {}",
                signed(lowest, 2),
                signed(low, 2),
                signed(median, 2),
                signed(high, 2),
                signed(highest, 2)
            )],
        };
        let median_line = Shape::Line {
            points: vec![[median, bottom], [median, top]],
            width: 2.5,
            dash: Dash::Solid,
        };
        let middle_half = Shape::Bar {
            x: (low, high),
            y: (bottom, top),
        };
        vec![
            whisker(lowest, low),
            whisker(high, highest),
            Mark::new(middle_half, Ink::Source(self.side))
                .look(Look::Hollow)
                .hover(hover),
            Mark::new(median_line, Ink::Source(self.side)),
        ]
    }

    fn mean(&self, tone: &RatioSummary) -> Vec<Mark> {
        let y = self.middle + 0.31;
        let mean = Shape::Point {
            at: [tone.value, y],
            radius: 5.0,
            symbol: Symbol::Diamond,
        };
        let interval = tone.interval.map(|interval| Shape::Whisker {
            from: [interval.low, y],
            to: [interval.high, y],
            width: 1.5,
            cap: 4.0,
        });
        let certainty = tone.interval.map_or_else(
            || "too few paragraphs for an interval".to_owned(),
            |interval| {
                format!(
                    "95 % interval {} to {}, by paragraph",
                    signed(interval.low, 2),
                    signed(interval.high, 2)
                )
            },
        );
        let hover = Hover {
            title: format!(
                "{} · mean tone {}",
                self.side.label(),
                signed(tone.value, 2)
            ),
            lines: vec![format!("Mean over all sentences; {certainty}")],
        };
        let mark = |shape| Mark::new(shape, Ink::Text).hover(hover.clone());
        interval.into_iter().chain([mean]).map(mark).collect()
    }

    /// Lowest, lower quartile, median, upper quartile, highest; from 4 paragraphs on.
    fn quartiles(&self) -> Option<[f64; 5]> {
        let mut tones: Vec<f64> = self.paragraphs.iter().map(|p| p.tone).collect();
        if tones.len() < 4 {
            return None;
        }
        tones.sort_by(f64::total_cmp);
        let at = |share| quantile(&tones, share);
        Some([at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?])
    }

    fn figures(&self, source: &SourceView<'_>) -> Vec<Cell> {
        let quartiles = self.quartiles();
        let tone = source.tone();
        let interval = tone.and_then(|tone| tone.interval);
        let mut row = vec![
            Cell::Text(self.side.label().to_owned()),
            Cell::Text(source.short_name()),
            Cell::Count(self.paragraphs.len()),
            Cell::Count(source.sentences()),
            Cell::value(tone.map(|tone| tone.value), 4),
            Cell::value(interval.map(|interval| interval.low), 4),
            Cell::value(interval.map(|interval| interval.high), 4),
        ];
        row.extend((0..5).map(|i| Cell::value(quartiles.and_then(|q| q.get(i).copied()), 4)));
        row
    }
}

/// The value below which `share` of sorted `values` lie, interpolated (type 7 of Hyndman and Fan).
fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let place = values.len().checked_sub(1)? as f64 * share;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place within the slice"
    )]
    let below = place.floor() as usize;
    let low = *values.get(below)?;
    let high = values.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * place.fract())
}

/// Where the nth point stands across its row, 0 to 1: always the same, and neighbours far apart.
fn scatter(index: usize) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_895;
    ((index + 1) as f64 * GOLDEN).fract()
}

fn legend() -> Vec<Key> {
    let [a, b] = Side::BOTH.map(|side| (Swatch::Symbol(Symbol::of(side)), Ink::Source(side)));
    vec![
        Key::new(a.0, a.1, "paragraph of A"),
        Key::new(b.0, b.1, "paragraph of B"),
        Key::new(
            Swatch::Bar(Look::Hollow),
            Ink::Muted,
            "middle half, line at the median",
        ),
        Key::new(
            Swatch::Symbol(Symbol::Diamond),
            Ink::Text,
            "mean of the sentences with 95 % interval",
        ),
    ]
}

fn header() -> Table {
    Table::new(&[
        "source",
        "name",
        "paragraphs",
        "sentences",
        "mean tone",
        "interval from",
        "interval to",
        "lowest paragraph",
        "lower quartile",
        "median",
        "upper quartile",
        "highest paragraph",
    ])
}

#[cfg(test)]
mod tests {
    use super::{quantile, scatter};

    #[test]
    fn quantiles_interpolate_between_neighbours() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile(&values, 0.0), Some(1.0));
        assert_eq!(quantile(&values, 0.25), Some(1.75));
        assert_eq!(quantile(&values, 1.0), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn points_stay_in_their_row() {
        assert!((0..5000).all(|i| (0.0..1.0).contains(&scatter(i))));
    }
}
