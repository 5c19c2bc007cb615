//! One source over time as marks: its articles as dots, its values as a line with their intervals, and how many
//! articles each rests on.

use crate::article::Place;
use crate::chart::mark::{
    Align, Dash, Fit, Hover, Ink, Look, Mark, Shape, Symbol, Target, point_radius,
};
use crate::chart::owner::Owner;
use crate::chart::{Cell, Table};
use crate::compare::SourceView;
use crate::compare::series::{Dot, Period, Series, Stretch, iso_day};
use crate::stats::MIN_CLUSTERS;
use crate::text::{counted, date, range, shorten};

/// One source over time.
pub(super) struct Track<'a> {
    pub(super) owner: Owner,
    pub(super) view: SourceView<'a>,
    pub(super) series: &'a Series,
    pub(super) period: Period,
    /// Where its numbers of articles stand.
    pub(super) below: f64,
    /// From more dots on none is drawn.
    pub(super) crowd: usize,
    /// Whether more than two sources are drawn.
    pub(super) many: bool,
}

impl Track<'_> {
    pub(super) const fn is_crowded(&self) -> bool {
        self.series.dots.len() > self.crowd
    }

    /// What it is called: A, B, or by its name.
    pub(super) fn letter(&self) -> String {
        self.owner.letter(&self.view)
    }

    /// Where an article stands: its first scored paragraph, else its headline.
    fn target(&self, article: usize) -> Target {
        let scores = self.view.articles.get(article).map(|(_, scores)| scores);
        let first = scores.and_then(|scores| scores.units.first());
        let side = self.owner.side();
        let place = first.map_or(Place::headline(side, article), |unit| {
            Place::block(side, article, unit.block)
        });
        self.owner.target(place)
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

    pub(super) fn bands(&self) -> Vec<Mark> {
        self.stretches()
            .filter_map(|(stretch, x)| {
                let ends = stretch.interval?;
                let shape = Shape::Bar {
                    x,
                    y: (ends.low, ends.high),
                };
                let mark = Mark::new(shape, self.owner.ink()).look(Look::Band);
                Some(
                    mark.targets(self.articles(stretch))
                        .hover(self.hover(stretch)),
                )
            })
            .collect()
    }

    pub(super) fn dots(&self) -> Vec<Mark> {
        if self.is_crowded() {
            return Vec::new();
        }
        let radius = point_radius(self.series.dots.len());
        let dot = |dot: &Dot| {
            let shape = Shape::Point {
                at: [dot.day as f64 + 0.5, dot.value],
                radius,
                symbol: self.owner.symbol(),
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
            Mark::new(shape, self.owner.ink())
                .look(Look::Pale)
                .target(self.target(dot.article))
                .hover(Hover {
                    title: format!("{} · {}", self.letter(), shorten(name, 60)),
                    lines: vec![
                        date(&iso_day(dot.day)),
                        format!("{} {}", measure.label, measure.show(dot.value)),
                    ],
                })
        };
        self.series.dots.iter().map(dot).collect()
    }

    /// The values from stretch to stretch, broken where there is a gap; a diamond where one stands alone.
    pub(super) fn lines(&self) -> Vec<Mark> {
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
                    (2.5, self.owner.dash(), self.owner.ink()),
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
                    // Where many lines cross, each keeps its own symbol.
                    symbol: if self.many {
                        self.owner.symbol()
                    } else {
                        Symbol::Diamond
                    },
                };
                let mark = Mark::new(shape, self.owner.ink());
                marks.push(mark.targets(self.articles(one)).hover(self.hover(one)));
            }
        }
        marks
    }

    /// How many articles each stretch rests on, below the values.
    pub(super) fn numbers(&self) -> Vec<Mark> {
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
                Mark::new(shape, self.owner.ink())
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
            title: format!("{} · {}", self.letter(), stretch.when(self.period)),
            lines,
        }
    }

    pub(super) fn add_rows(&self, table: &mut Table) {
        for (stretch, _) in self.stretches() {
            let row = vec![
                Cell::Text(self.letter()),
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
