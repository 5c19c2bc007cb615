//! A measure over time: one dot an article, for every day, week or month the value of its articles with its
//! interval, and below how many articles it rests on. Where nothing was published there is a gap.

use super::axis::measured;
use super::caption::{NOTHING_OPEN, caption};
use super::input::Input;
use super::mark::{
    Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, Target,
    point_radius,
};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::{Place, Side};
use crate::compare::SourceView;
use crate::compare::series::{OverTime, Period, Series, Stretch, iso_day};
use crate::score::measure::Measure;
use crate::score::tone::TONE;
use crate::stats::MIN_CLUSTERS;
use crate::text::{MONTHS, counted, date, range, shorten};

/// Dots a source may have; more would hide each other and the line.
const MOST_DOTS: usize = 400;
/// Room below the values for the numbers of articles, as a share of the axis: a row a source.
const ROOM: f64 = 0.09;
/// Days from which on months are named at the axis, and years.
const MONTHS_FROM: i64 = 75;
const YEARS_FROM: i64 = 1_100;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let measure = input.options.measure.0;
    let period = input.options.period;
    let sources: Vec<(Side, SourceView<'_>)> = input.sources().collect();
    let views: Vec<SourceView<'_>> = sources.iter().map(|(_, view)| *view).collect();
    let found = OverTime::new(&views, &[measure], period);
    let y = values(measure, &found);
    let tracks: Vec<Track<'_>> = (sources.iter().zip(&found.series).enumerate())
        .map(|(row, ((side, view), series))| Track {
            side: *side,
            view: *view,
            series,
            period,
            below: y.range.0 - (row as f64 + 0.6) * ROOM * (y.range.1 - y.range.0),
        })
        .collect();
    let mut marks = Vec::new();
    for track in &tracks {
        marks.extend(track.bands());
    }
    for track in &tracks {
        marks.extend(track.dots());
    }
    for track in &tracks {
        marks.extend(track.lines());
        marks.extend(track.numbers());
    }
    let mut table = Table::new(&["source", "from", "to", "articles", "value", "low", "high"]);
    for track in &tracks {
        track.add_rows(&mut table);
    }
    let (legend, notes) = (legend(&tracks), notes(&tracks, &found));
    Chart {
        title: format!("{} over time, by {}", measure.label, period.id()),
        summary: summary(&tracks, &found),
        x: along(&found, period),
        rules: if y.range.0 < 0.0 {
            vec![Rule::Horizontal(0.0)]
        } else {
            Vec::new()
        },
        y,
        caption: caption(&notes, input),
        table,
        ..Chart::of(Kind::OverTime, input, marks, legend)
    }
}

/// The axis of the values, with room below for the numbers of articles.
fn values(measure: &Measure, found: &OverTime) -> Axis {
    let rows = found.sources.len().max(1) as f64;
    let dots = found.series.iter().flat_map(|series| &series.dots);
    let axis = measured(measure, dots.map(|dot| dot.value));
    let (low, high) = axis.range;
    let above = if measure.id == TONE.id {
        0.04
    } else {
        0.04 * (high - low)
    };
    Axis {
        room: (ROOM * rows * (high - low), above),
        ..axis
    }
}

/// The axis of the days, with the names of its periods.
fn along(found: &OverTime, period: Period) -> Axis {
    let stretches = found.series.iter().flat_map(|series| &series.stretches);
    let from = stretches.clone().map(|one| one.from).min();
    let to = stretches.map(|one| one.to + 1).max();
    let Some((from, to)) = from.zip(to) else {
        return Axis::bare((0.0, 1.0));
    };
    let days = to - from;
    let unit = match days {
        days if days >= MONTHS_FROM => Period::Month,
        _ => period,
    };
    let mut names = Vec::new();
    let mut day = unit.start(from);
    while day < to {
        let iso = iso_day(day);
        let name = match days {
            YEARS_FROM.. => iso.ends_with("-01-01").then(|| year(&iso)),
            MONTHS_FROM.. => Some(month(&iso)),
            _ => Some(day_and_month(&iso)),
        };
        if let Some(name) = name.filter(|_| day >= from) {
            names.push((day as f64, name));
        }
        day = unit.next(day);
    }
    Axis {
        label: "Date of publication".to_owned(),
        range: (from as f64, to as f64),
        room: (days as f64 * 0.01, days as f64 * 0.01),
        ticks: Ticks::Names(names),
        grid: true,
    }
}

fn year(iso: &str) -> String {
    iso.split('-').next().unwrap_or_default().to_owned()
}

/// "Jul 2010".
fn month(iso: &str) -> String {
    let name = iso
        .split('-')
        .nth(1)
        .and_then(|month| month.parse::<usize>().ok());
    let name = name.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let short = name.and_then(|name| name.get(..3)).unwrap_or_default();
    format!("{short} {}", year(iso))
}

/// "5 Jul".
fn day_and_month(iso: &str) -> String {
    let day = iso.rsplit('-').next().unwrap_or_default();
    let month = month(iso);
    let month = month.split(' ').next().unwrap_or_default();
    format!("{} {month}", day.trim_start_matches('0'))
}

/// One source over time.
struct Track<'a> {
    side: Side,
    view: SourceView<'a>,
    series: &'a Series,
    period: Period,
    /// Where its numbers of articles stand.
    below: f64,
}

impl Track<'_> {
    fn is_crowded(&self) -> bool {
        self.series.dots.len() > MOST_DOTS
    }

    /// Where an article stands: its first scored paragraph, else its headline.
    fn target(&self, article: usize) -> Target {
        let scores = self.view.articles.get(article).map(|(_, scores)| scores);
        let first = scores.and_then(|scores| scores.units.first());
        Target::Place(first.map_or(Place::headline(self.side, article), |unit| {
            Place::block(self.side, article, unit.block)
        }))
    }

    fn stretches(&self) -> impl Iterator<Item = (&Stretch, (f64, f64))> {
        let stretches = self.series.stretches.iter().filter(|one| !one.is_gap());
        stretches.map(|one| (one, (one.from as f64, (one.to + 1) as f64)))
    }

    /// The articles of a stretch.
    fn articles(&self, stretch: &Stretch) -> Vec<Target> {
        let dots = self.series.dots.iter();
        dots.filter(|dot| (stretch.from..=stretch.to).contains(&dot.day))
            .map(|dot| self.target(dot.article))
            .collect()
    }

    fn bands(&self) -> Vec<Mark> {
        self.stretches()
            .filter_map(|(stretch, x)| {
                let ends = stretch.interval?;
                let shape = Shape::Bar {
                    x,
                    y: (ends.low, ends.high),
                };
                let mark = Mark::new(shape, Ink::Source(self.side)).look(Look::Band);
                Some(
                    mark.targets(self.articles(stretch))
                        .hover(self.hover(stretch)),
                )
            })
            .collect()
    }

    fn dots(&self) -> Vec<Mark> {
        if self.is_crowded() {
            return Vec::new();
        }
        let radius = point_radius(self.series.dots.len());
        let dot = |dot: &crate::compare::series::Dot| {
            let shape = Shape::Point {
                at: [dot.day as f64 + 0.5, dot.value],
                radius,
                symbol: Symbol::of(self.side),
            };
            let article = self
                .view
                .articles
                .get(dot.article)
                .map(|(article, _)| article);
            let name = article.map_or("", |article| {
                let headline = article.headline.as_ref();
                headline.map_or(article.origin.name.as_str(), |headline| &headline.text)
            });
            let measure = self.series.measure;
            Mark::new(shape, Ink::Source(self.side))
                .look(Look::Pale)
                .target(self.target(dot.article))
                .hover(Hover {
                    title: format!("{} · {}", self.side.label(), shorten(name, 60)),
                    lines: vec![
                        date(&iso_day(dot.day)),
                        format!("{} {}", measure.label, measure.show(dot.value)),
                    ],
                })
        };
        self.series.dots.iter().map(dot).collect()
    }

    /// The values from stretch to stretch, broken where there is a gap; a diamond where one stands alone.
    fn lines(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for run in self.series.stretches.split(Stretch::is_gap) {
            let points: Vec<[f64; 2]> = (run.iter())
                .filter_map(|one| {
                    Some([
                        f64::midpoint(one.from as f64, (one.to + 1) as f64),
                        one.value?,
                    ])
                })
                .collect();
            if points.len() > 1 {
                for (width, dash, ink) in [
                    (5.0, Dash::Solid, Ink::Paper),
                    (2.5, Dash::of(self.side), Ink::Source(self.side)),
                ] {
                    let points = points.clone();
                    marks.push(Mark::new(
                        Shape::Line {
                            points,
                            width,
                            dash,
                        },
                        ink,
                    ));
                }
            }
            // A single article is its own value.
            for (one, at) in run
                .iter()
                .zip(&points)
                .filter(|(one, _)| one.n > 1 || self.is_crowded())
            {
                let shape = Shape::Point {
                    at: *at,
                    radius: if points.len() > 1 { 3.5 } else { 5.0 },
                    symbol: Symbol::Diamond,
                };
                let mark = Mark::new(shape, Ink::Source(self.side));
                marks.push(mark.targets(self.articles(one)).hover(self.hover(one)));
            }
        }
        marks
    }

    /// How many articles each stretch rests on, below the values.
    fn numbers(&self) -> Vec<Mark> {
        self.stretches()
            .map(|(stretch, x)| {
                let shape = Shape::Label {
                    at: [f64::midpoint(x.0, x.1), self.below],
                    text: stretch.n.to_string(),
                    align: Align::Centre,
                    size: 11.0,
                    strong: false,
                    fit: Fit::Drop(x.1 - x.0),
                };
                Mark::new(shape, Ink::Source(self.side))
            })
            .collect()
    }

    fn hover(&self, stretch: &Stretch) -> Hover {
        let measure = self.series.measure;
        let show = |value| measure.show(value);
        let mut lines = Vec::new();
        lines.extend(
            stretch
                .value
                .map(|value| format!("{} {}", measure.label, show(value))),
        );
        lines.push(stretch.interval.map_or_else(
            || format!("no interval: fewer than {MIN_CLUSTERS} articles"),
            |ends| format!("95 % interval {}", range(ends.low, ends.high, show)),
        ));
        lines.push(counted(stretch.n, "article"));
        Hover {
            title: format!("{} · {}", self.side.label(), stretch.when(self.period)),
            lines,
        }
    }

    fn add_rows(&self, table: &mut Table) {
        for (stretch, _) in self.stretches() {
            let row = vec![
                Cell::Text(self.side.label().to_owned()),
                Cell::Text(iso_day(stretch.from)),
                Cell::Text(iso_day(stretch.to)),
                Cell::Count(stretch.n),
                Cell::value(stretch.value, 4),
                Cell::value(stretch.interval.map(|ends| ends.low), 4),
                Cell::value(stretch.interval.map(|ends| ends.high), 4),
            ];
            table.add(row, self.articles(stretch).into_iter().next());
        }
    }
}

/// How many articles stand in how long a time; what is missing.
fn summary(tracks: &[Track<'_>], found: &OverTime) -> String {
    if tracks.is_empty() {
        return NOTHING_OPEN.to_owned();
    }
    let dots = || tracks.iter().flat_map(|track| &track.series.dots);
    let first = dots().map(|dot| dot.day).min();
    let Some((first, last)) = first.zip(dots().map(|dot| dot.day).max()) else {
        return "No article has a date, so there is no course over time.".to_owned();
    };
    let counts: Vec<String> = tracks
        .iter()
        .map(|track| {
            let articles = counted(track.series.dots.len(), "article");
            format!("{} {articles}", track.side.label())
        })
        .collect();
    let undated: usize = found.sources.iter().map(|source| source.undated).sum();
    let undated = match undated {
        0 => String::new(),
        some => format!(" {} without a date left out.", counted(some, "article")),
    };
    let (first, last) = (date(&iso_day(first)), date(&iso_day(last)));
    format!("{}, {first} to {last}.{undated}", counts.join(", "))
}

fn notes(tracks: &[Track<'_>], found: &OverTime) -> Vec<String> {
    let mut notes: Vec<String> = tracks
        .iter()
        .map(|track| {
            let articles = counted(track.view.counting(), "article");
            format!(
                "{} = {}: {articles}.",
                track.side.label(),
                track.view.short_name()
            )
        })
        .collect();
    let by = found.period.id();
    notes.push(format!(
        "Line: all articles of a {by} together; band: 95 % interval, clustered by article, from {MIN_CLUSTERS} \
         articles on. Numbers below: articles a {by}."
    ));
    notes.extend(
        tracks
            .iter()
            .filter(|track| track.is_crowded())
            .map(|track| {
                let dots = counted(track.series.dots.len(), "article");
                format!(
                    "No dots for the {dots} of {}: they would hide each other.",
                    track.side.label()
                )
            }),
    );
    notes.extend(found.notes());
    notes
}

fn legend(tracks: &[Track<'_>]) -> Vec<Key> {
    let mut keys = Vec::new();
    for track in tracks {
        let (ink, side) = (Ink::Source(track.side), track.side.label());
        if !track.is_crowded() {
            let swatch = Swatch::Symbol(Symbol::of(track.side));
            keys.push(Key::new(swatch, ink, &format!("article of {side}")));
        }
        let swatch = Swatch::Line(Dash::of(track.side));
        keys.push(Key::new(swatch, ink, &format!("all of {side} together")));
    }
    keys
}
