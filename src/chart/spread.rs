//! All paragraphs of each source on one axis, with their quartiles and mean. Where both sources have many
//! articles, a dot is an article; where dots would hide each other, bars count them.

use super::caption::{caption, counts, tone_summary};
use super::input::{Input, Paragraph, SourceView};
use super::mark::{
    Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, Target,
    point_radius,
};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::{Place, Side};
use crate::compare::Cluster;
use crate::stats::{RatioSummary, quantile};
use crate::text::{counted, range, shorten, signed};

/// Where things stand within a row of height 1, from its middle; the heading hangs from its upper edge.
const MEAN: f64 = 0.24;
const BOX: (f64, f64) = (0.0, 0.16);
const POINTS: (f64, f64) = (-0.44, -0.06);
/// Dots a source may have before bars count them.
const MOST_DOTS: usize = 250;
/// Bars from −1 to +1.
const BARS: usize = 40;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let mut marks = Vec::new();
    let mut table = header();
    let mut notes = Vec::new();
    let unit = unit(input);
    let (mut dots, mut bars) = (false, false);
    for (side, source) in input.sources() {
        let row = Row {
            side,
            middle: middle(side),
            unit,
            dots: match unit {
                Cluster::Article | Cluster::Story => articles(side, &source),
                Cluster::Paragraph => source.paragraphs().map(Dot::Paragraph).collect(),
            },
        };
        row.add_marks(&source, &mut marks);
        table.add(row.figures(&source), Some(Target::Source { side }));
        notes.push(counts(side, &source));
        if row.is_crowded() {
            bars = true;
            notes.push(format!(
                "Bars of {}: {} by tone, {} wide; the highest is {}.",
                side.label(),
                unit.label(2),
                signed(width(), 2).trim_start_matches('+'),
                counted(row.highest(), unit.label(1))
            ));
        } else {
            dots = true;
        }
    }
    Chart {
        title: match unit {
            Cluster::Article | Cluster::Story => "Tone of all articles",
            Cluster::Paragraph => "Tone of all paragraphs",
        }
        .to_owned(),
        summary: tone_summary(input),
        x: Axis::tone(),
        y: Axis::bare((0.0, 2.0)),
        rules: vec![Rule::Vertical(0.0)],
        caption: caption(&notes, input),
        table,
        ..Chart::of(Kind::Spread, marks, legend(unit, dots, bars))
    }
}

/// What a dot is: an article where both sources have enough of them to be compared by article.
fn unit(input: &Input<'_>) -> Cluster {
    let sources: Vec<SourceView<'_>> = input.sources().map(|(_, source)| source).collect();
    match sources.as_slice() {
        [a, b] => Cluster::fitting(a, b),
        [only] => Cluster::fitting(only, only),
        _ => Cluster::Paragraph,
    }
}

/// A stands above B.
const fn middle(side: Side) -> f64 {
    match side {
        Side::A => 1.5,
        Side::B => 0.5,
    }
}

/// The width of a bar.
const fn width() -> f64 {
    2.0 / BARS as f64
}

/// What stands on the axis.
enum Dot<'a> {
    Paragraph(Paragraph<'a>),
    Article {
        place: Place,
        name: &'a str,
        tone: f64,
        sentences: usize,
    },
}

/// The articles that have a tone.
fn articles<'a>(side: Side, source: &SourceView<'a>) -> Vec<Dot<'a>> {
    let of = |(index, (article, analysis)): (
        usize,
        &(&'a crate::article::Article, &'a crate::score::Analysis),
    )| {
        let (first, _) = article.scored_blocks().next()?;
        Some(Dot::Article {
            place: Place::block(side, index, first),
            name: article
                .headline
                .as_ref()
                .map_or(article.origin.name.as_str(), |headline| &headline.text),
            tone: analysis.tone.mean.filter(|tone| tone.is_finite())?,
            sentences: analysis.tone.sentences,
        })
    };
    source.articles.iter().enumerate().filter_map(of).collect()
}

impl Dot<'_> {
    const fn tone(&self) -> f64 {
        match self {
            Self::Paragraph(paragraph) => paragraph.tone,
            Self::Article { tone, .. } => *tone,
        }
    }

    const fn target(&self, side: Side) -> Target {
        match self {
            Self::Paragraph(paragraph) => paragraph.target(side),
            Self::Article { place, .. } => Target::Place(*place),
        }
    }

    fn hover(&self, side: Side) -> Hover {
        match self {
            Self::Paragraph(paragraph) => paragraph.hover(side.label()),
            Self::Article {
                name,
                tone,
                sentences,
                ..
            } => Hover {
                title: format!("{} · {}", side.label(), shorten(name, 60)),
                lines: vec![format!(
                    "Tone {} over {}",
                    signed(*tone, 2),
                    counted(*sentences, "sentence")
                )],
            },
        }
    }
}

struct Row<'a> {
    side: Side,
    middle: f64,
    unit: Cluster,
    dots: Vec<Dot<'a>>,
}

impl Row<'_> {
    fn add_marks(&self, source: &SourceView<'_>, marks: &mut Vec<Mark>) {
        marks.push(self.heading(source));
        marks.extend(self.quartile_box());
        if self.is_crowded() {
            marks.extend(self.bars());
        } else {
            marks.extend(
                self.dots
                    .iter()
                    .enumerate()
                    .map(|(index, dot)| self.point(index, dot)),
            );
        }
        marks.extend(
            source
                .tone()
                .map(|mean| self.mean(&mean))
                .into_iter()
                .flatten(),
        );
    }

    /// Whether dots would hide each other.
    fn is_crowded(&self) -> bool {
        self.dots.len() > MOST_DOTS
    }

    fn heading(&self, source: &SourceView<'_>) -> Mark {
        let count = match self.dots.len() {
            0 => "no paragraph to score".to_owned(),
            n => format!("n = {}", counted(n, self.unit.label(1))),
        };
        let shape = Shape::Label {
            at: [-1.0, self.middle + 0.5],
            text: format!("{}  {} · {count}", self.side.label(), source.short_name()),
            align: Align::Under,
            size: 12.0,
            strong: true,
            fit: Fit::Cut(2.0),
        };
        Mark::new(shape, Ink::Text)
    }

    fn point(&self, index: usize, dot: &Dot<'_>) -> Mark {
        let (low, high) = POINTS;
        let shape = Shape::Point {
            at: [
                dot.tone(),
                self.middle + low + (high - low) * scatter(index),
            ],
            radius: point_radius(self.dots.len()),
            symbol: Symbol::of(self.side),
        };
        Mark::new(shape, Ink::Source(self.side))
            .look(Look::Pale)
            .target(dot.target(self.side))
            .hover(dot.hover(self.side))
    }

    /// The dots from −1 to +1 in bars of equal width.
    fn in_bars(&self) -> Vec<Vec<&Dot<'_>>> {
        let mut bars: Vec<Vec<&Dot<'_>>> = vec![Vec::new(); BARS];
        for dot in &self.dots {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a place among the bars"
            )]
            let at = ((dot.tone() + 1.0) / width()).clamp(0.0, BARS as f64 - 1.0) as usize;
            if let Some(bar) = bars.get_mut(at) {
                bar.push(dot);
            }
        }
        bars
    }

    /// How many dots the highest bar stands for.
    fn highest(&self) -> usize {
        self.in_bars().iter().map(Vec::len).max().unwrap_or(0)
    }

    fn bars(&self) -> Vec<Mark> {
        let (low, high) = POINTS;
        let most = self.highest().max(1) as f64;
        let bar = |(index, dots): (usize, &Vec<&Dot<'_>>)| {
            let left = width().mul_add(index as f64, -1.0);
            let height = (high - low) * dots.len() as f64 / most;
            let shape = Shape::Bar {
                x: (left, left + width()),
                y: (self.middle + low, self.middle + low + height),
            };
            let hover = Hover {
                title: format!(
                    "{} · {}",
                    self.side.label(),
                    counted(dots.len(), self.unit.label(1))
                ),
                lines: vec![format!(
                    "Tone {}",
                    range(left, left + width(), |tone| signed(tone, 2))
                )],
            };
            (!dots.is_empty()).then(|| {
                Mark::new(shape, Ink::Source(self.side))
                    .look(Look::Pale)
                    .targets(dots.iter().map(|dot| dot.target(self.side)).collect())
                    .hover(hover)
            })
        };
        self.in_bars().iter().enumerate().filter_map(bar).collect()
    }

    /// Box over the middle half, line at the median, whiskers to the ends; from 4 dots on.
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
            title: format!(
                "{} · quartiles of the {}",
                self.side.label(),
                self.unit.label(2)
            ),
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
        let y = self.middle + MEAN;
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
                    "95 % interval {} to {}",
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

    /// Lowest, lower quartile, median, upper quartile, highest; from 4 dots on.
    fn quartiles(&self) -> Option<[f64; 5]> {
        let mut tones: Vec<f64> = self.dots.iter().map(Dot::tone).collect();
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
            Cell::Count(self.dots.len()),
            Cell::Count(source.sentences()),
            Cell::value(tone.map(|tone| tone.value), 4),
            Cell::value(interval.map(|interval| interval.low), 4),
            Cell::value(interval.map(|interval| interval.high), 4),
        ];
        row.extend((0..5).map(|i| Cell::value(quartiles.and_then(|q| q.get(i).copied()), 4)));
        row
    }
}

/// Where the nth point stands across its row, 0 to 1: always the same, and neighbours far apart.
fn scatter(index: usize) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_895;
    ((index + 1) as f64 * GOLDEN).fract()
}

fn legend(unit: Cluster, dots: bool, bars: bool) -> Vec<Key> {
    let mut keys = Vec::new();
    for side in Side::BOTH {
        let label = format!("{} of {}", unit.label(1), side.label());
        if dots {
            let swatch = Swatch::Symbol(Symbol::of(side));
            keys.push(Key::new(swatch, Ink::Source(side), &label));
        } else if bars {
            let label = format!("{} of {}", unit.label(2), side.label());
            keys.push(Key::new(Swatch::Bar(Look::Pale), Ink::Source(side), &label));
        }
    }
    keys.extend([
        Key::new(Swatch::Bar(Look::Hollow), Ink::Muted, "middle half, median"),
        Key::new(
            Swatch::Symbol(Symbol::Diamond),
            Ink::Text,
            "mean, 95 % interval",
        ),
    ]);
    keys
}

fn header() -> Table {
    Table::new(&[
        "source",
        "name",
        "paragraphs or articles",
        "sentences",
        "mean tone",
        "interval from",
        "interval to",
        "lowest",
        "lower quartile",
        "median",
        "upper quartile",
        "highest",
    ])
}

#[cfg(test)]
mod tests {
    use super::scatter;

    #[test]
    fn points_stay_in_their_row() {
        assert!((0..5000).all(|i| (0.0..1.0).contains(&scatter(i))));
    }
}
