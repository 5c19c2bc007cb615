//! How a measure is spread in every open source: a row a source with its dots, middle half, median, and mean with its
//! interval. A and B stand first, every other source below them, so that many can be held against each other.

use super::axis::measured;
use super::caption::plain_caption;
use super::figure::{left_out, row_height};
use super::input::{Input, SourceView};
use super::mark::{
    Dash, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, Target, point_radius,
};
use super::owner::Owner;
use super::source_rows::{self, LEAST_ROWS, MOST_ROWS, middle, names};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::{Place, Side};
use crate::compare::Cluster;
use crate::score::measure::Measure;
use crate::stats::{RatioSummary, quantile};
use crate::text::{counted, range, shorten};

/// Dots a row may have: more would hide each other.
const MOST_DOTS: usize = 250;
/// From so many values on there are quartiles.
const QUARTILES: usize = 4;
/// Where things stand within a row, from its middle.
const BOX: (f64, f64) = (-0.02, 0.2);
const MEAN: f64 = 0.34;
const POINTS: (f64, f64) = (-0.4, -0.1);
const ABOUT: &str = "A dot is an article, or a paragraph where a source has fewer than 8 articles. Box: the middle half, \
                     with the median; line: lowest to highest; diamond: the value of all together with its 95 % interval.";
const ABOUT_PARAGRAPHS: &str = "A dot is a paragraph, or an article where so many are open that only the figures of articles \
                                are kept. Box: the middle half, with the median; line: lowest to highest; diamond: the mean \
                                with its 95 % interval.";

/// One value of a source.
struct Dot {
    value: f64,
    target: Target,
    title: String,
}

/// One source.
struct Row {
    owner: Owner,
    name: String,
    articles: usize,
    unit: Cluster,
    dots: Vec<Dot>,
    /// Lowest, lower quartile, median, upper quartile, highest.
    ends: Option<[f64; 5]>,
    mean: Option<RatioSummary>,
}

/// The measure chosen, of articles where a source has many.
pub(super) fn build(input: &Input<'_>) -> Chart {
    let what = What {
        kind: Kind::Distribution,
        measure: input.options.measure.0,
        of_paragraphs: false,
    };
    of(input, what)
}

/// What is spread.
#[derive(Clone, Copy)]
pub(super) struct What {
    pub(super) kind: Kind,
    pub(super) measure: &'static Measure,
    /// Whether a dot is a paragraph wherever paragraphs are known, not an article where there are many.
    pub(super) of_paragraphs: bool,
}

impl What {
    const fn about(self) -> &'static str {
        if self.of_paragraphs {
            ABOUT_PARAGRAPHS
        } else {
            ABOUT
        }
    }
}

/// The chart of it.
pub(super) fn of(input: &Input<'_>, what: What) -> Chart {
    let measure = what.measure;
    let rows: Vec<Row> = (input.owned())
        .map(|(owner, view)| Row::of(owner, &view, what))
        .collect();
    let full = rows.len().min(MOST_ROWS);
    let caption = plain_caption(&[format!(
        "{}: {}. {}",
        measure.label,
        measure.unit,
        what.about()
    )]);
    Chart {
        caption,
        table: table(&rows),
        ..with_rows(what, &rows, full)
            .and_fewer((full, LEAST_ROWS), |count| with_rows(what, &rows, count))
    }
}

fn with_rows(what: What, all: &[Row], most: usize) -> Chart {
    let measure = what.measure;
    let rows = all.get(..most).unwrap_or(all);
    let count = rows.len() as f64;
    let marks =
        (rows.iter().enumerate()).flat_map(|(at, row)| row.marks(measure, middle(rows.len(), at)));
    let of_sources: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let x = axis(measure, all);
    let rules = if x.range.0 < 0.0 {
        vec![Rule::Vertical(0.0)]
    } else {
        Vec::new()
    };
    let shown = rows.iter().any(|row| !row.dots.is_empty());
    let marks: Vec<Mark> = if shown { marks.collect() } else { Vec::new() };
    let chart = Chart::of_rows(
        what.kind,
        x,
        (rows.len(), names(&of_sources)),
        marks,
        legend(rows),
    );
    Chart {
        title: if what.of_paragraphs {
            "Tone of all paragraphs, source by source".to_owned()
        } else {
            format!("{}, source by source", measure.label)
        },
        summary: summary(measure, all),
        left_out: left_out(rows.len(), all.len(), "source"),
        rules,
        // A row holds dots, a box and a mean.
        height: row_height(2.0 * count),
        ..chart
    }
}

impl Row {
    fn of(owner: Owner, view: &SourceView<'_>, what: What) -> Self {
        let measure = what.measure;
        let many = if what.of_paragraphs {
            view.paragraphs().next().is_none()
        } else {
            Cluster::fitting(view, view) == Cluster::Article
        };
        let unit = match measure.part() {
            Some(_) if !many => Cluster::Paragraph,
            _ => Cluster::Article,
        };
        let dots: Vec<Dot> = match unit {
            Cluster::Paragraph => paragraphs(owner, view, measure),
            Cluster::Article | Cluster::Story => articles(owner, view, measure),
        };
        let mut values: Vec<f64> = dots.iter().map(|dot| dot.value).collect();
        values.sort_by(f64::total_cmp);
        let at = |share| quantile(&values, share);
        let ends = || Some([at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?]);
        Self {
            name: owner.name(view),
            owner,
            articles: view.counting(),
            unit,
            ends: if values.len() >= QUARTILES {
                ends()
            } else {
                None
            },
            mean: view.summary(measure),
            dots,
        }
    }

    fn is_crowded(&self) -> bool {
        self.dots.len() > MOST_DOTS
    }

    fn marks(&self, measure: &Measure, y: f64) -> Vec<Mark> {
        let mut marks = self.quartiles(measure, y);
        if !self.is_crowded() {
            let dots = self.dots.iter().enumerate();
            marks.extend(dots.map(|(at, dot)| self.point(measure, (at, dot), y)));
        }
        marks.extend(self.whole(measure, y));
        marks
    }

    fn point(&self, measure: &Measure, (at, dot): (usize, &Dot), y: f64) -> Mark {
        let (low, high) = POINTS;
        let shape = Shape::Point {
            at: [dot.value, y + low + (high - low) * scatter(at)],
            radius: point_radius(self.dots.len()).min(3.0),
            symbol: match self.owner {
                Owner::Side(side) => Symbol::of(side),
                Owner::Other(_) => Symbol::Circle,
            },
        };
        Mark::new(shape, self.owner.plain_ink())
            .look(Look::Pale)
            .target(dot.target.clone())
            .hover(Hover {
                title: format!("{} · {}", self.name, dot.title),
                lines: vec![format!("{} {}", measure.label, measure.show(dot.value))],
            })
    }

    fn quartiles(&self, measure: &Measure, y: f64) -> Vec<Mark> {
        let Some([lowest, low, median, high, highest]) = self.ends else {
            return Vec::new();
        };
        let (bottom, top) = (y + BOX.0, y + BOX.1);
        let centre = f64::midpoint(bottom, top);
        let line = |points: [[f64; 2]; 2], width| {
            let shape = Shape::Line {
                points: points.to_vec(),
                width,
                dash: Dash::Solid,
            };
            Mark::new(shape, self.owner.plain_ink())
        };
        let middle_half = Shape::Bar {
            x: (low, high),
            y: (bottom, top),
        };
        let show = |value| measure.show(value);
        let hover = Hover {
            title: format!(
                "{} · {}",
                self.name,
                counted(self.dots.len(), self.unit.label(1))
            ),
            lines: vec![format!(
                "Middle half {}, median {}, all {}",
                range(low, high, show),
                show(median),
                range(lowest, highest, show)
            )],
        };
        vec![
            line([[lowest, centre], [low, centre]], 1.0),
            line([[high, centre], [highest, centre]], 1.0),
            Mark::new(middle_half, self.owner.plain_ink())
                .look(Look::Hollow)
                .hover(hover),
            line([[median, bottom], [median, top]], 2.5),
        ]
    }

    /// The value of all together, with its interval.
    fn whole(&self, measure: &Measure, y: f64) -> Vec<Mark> {
        let Some(mean) = self.mean.filter(|mean| mean.value.is_finite()) else {
            return Vec::new();
        };
        let ends = mean.interval.map(|interval| measure.within(interval));
        let y = y + MEAN;
        let hover = Hover {
            title: format!(
                "{} · {} {}",
                self.name,
                measure.label,
                measure.show(mean.value)
            ),
            lines: vec![match ends {
                Some(ends) => format!(
                    "95 % interval {}",
                    range(ends.low, ends.high, |end| measure.show(end))
                ),
                None => "too little text for an interval".to_owned(),
            }],
        };
        let whisker = ends.map(|ends| Shape::Whisker {
            from: [ends.low, y],
            to: [ends.high, y],
            width: 1.5,
            cap: 3.0,
        });
        let diamond = Shape::Point {
            at: [mean.value, y],
            radius: 4.0,
            symbol: Symbol::Diamond,
        };
        let shapes = whisker.into_iter().chain([diamond]);
        shapes
            .map(|shape| Mark::new(shape, Ink::Text).hover(hover.clone()))
            .collect()
    }
}

fn articles(owner: Owner, view: &SourceView<'_>, measure: &Measure) -> Vec<Dot> {
    let all = view.articles.iter().enumerate();
    let dots = all.filter_map(|(at, (article, analysis))| {
        let headline = article.headline.as_ref();
        let title = headline.map_or(article.origin.name.as_str(), |headline| &headline.text);
        Some(Dot {
            value: measure.of(analysis).filter(|value| value.is_finite())?,
            target: owner.target(Place::headline(owner.side(), at)),
            title: shorten(title, 60),
        })
    });
    dots.collect()
}

fn paragraphs(owner: Owner, view: &SourceView<'_>, measure: &Measure) -> Vec<Dot> {
    let dots = view.units().filter_map(|unit| {
        Some(Dot {
            value: measure
                .of_unit(unit.unit)
                .filter(|value| value.is_finite())?,
            target: owner.target(unit.place(owner.side())),
            title: shorten(&unit.block.text, 60),
        })
    });
    dots.collect()
}

/// The axis of the values, the same for all rows.
fn axis(measure: &Measure, rows: &[Row]) -> Axis {
    let dots = rows.iter().flat_map(|row| &row.dots).map(|dot| dot.value);
    let ends = rows.iter().filter_map(|row| row.mean?.interval);
    let ends = ends.flat_map(|ends| {
        let ends = measure.within(ends);
        [ends.low, ends.high]
    });
    measured(measure, dots.chain(ends))
}

/// Where the nth dot stands across its row, 0 to 1: always the same, and neighbours far apart.
fn scatter(index: usize) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_895;
    ((index + 1) as f64 * GOLDEN).fract()
}

fn summary(measure: &Measure, rows: &[Row]) -> String {
    let valued = rows.iter();
    let valued = valued.filter_map(|row| Some((row.name.clone(), row.mean?.value)));
    let nothing = "Nothing open has a value of this measure.";
    let show = |value| measure.show(value);
    source_rows::summary(measure.label, nothing, rows.len(), valued.collect(), show)
}

fn legend(rows: &[Row]) -> Vec<Key> {
    let has = |wanted: fn(Owner) -> bool| rows.iter().any(|row| wanted(row.owner));
    let mut keys = Vec::new();
    for side in Side::BOTH {
        let label = format!("one of {}", side.label());
        keys.push(Key::new(
            Swatch::Symbol(Symbol::of(side)),
            Ink::Source(side),
            &label,
        ));
    }
    if has(|owner| matches!(owner, Owner::Other(_))) {
        keys.push(Key::new(
            Swatch::Symbol(Symbol::Circle),
            Ink::Muted,
            "one of another source",
        ));
    }
    keys.extend([
        Key::new(Swatch::Bar(Look::Hollow), Ink::Muted, "middle half, median"),
        Key::new(
            Swatch::Symbol(Symbol::Diamond),
            Ink::Text,
            "all together, 95 % interval",
        ),
    ]);
    keys
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&[
        "source",
        "articles",
        "values",
        "of",
        "all together",
        "low",
        "high",
        "lowest",
        "lower quartile",
        "median",
        "upper quartile",
        "highest",
    ]);
    for row in rows {
        let interval = row.mean.and_then(|mean| mean.interval);
        let mut cells = vec![
            Cell::Text(row.name.clone()),
            Cell::Count(row.articles),
            Cell::Count(row.dots.len()),
            Cell::Text(row.unit.label(2).to_owned()),
            Cell::value(row.mean.map(|mean| mean.value), 4),
            Cell::value(interval.map(|ends| ends.low), 4),
            Cell::value(interval.map(|ends| ends.high), 4),
        ];
        cells.extend(
            (0..5).map(|at| Cell::value(row.ends.and_then(|ends| ends.get(at).copied()), 4)),
        );
        table.add(cells, Some(row.owner.whole()));
    }
    table
}
