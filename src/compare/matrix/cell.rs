//! One measure of one source: its value, its interval, and why there is none.

use crate::compare::source::{Cluster, SourceView};
use crate::score::measure::Measure;
use crate::stats::{Interval, MIN_CLUSTERS, Ratio, summarise};
use crate::text::{optional, range};

/// One measure of one source.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its value; `None` where there is nothing to measure.
    pub value: Option<f64>,
    /// Its 95 % interval; `None` where there are too few pieces.
    pub interval: Option<Interval>,
    /// The pieces it rests on.
    pub n: usize,
    /// What counts as one piece.
    pub cluster: Cluster,
}

/// Why a value has no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoInterval {
    /// There is no value.
    NoValue,
    /// It is one value, of one article.
    OneValue,
    /// It rests on fewer than eight pieces.
    TooFew,
}

impl NoInterval {
    /// Why, in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NoValue => "nothing to measure",
            Self::OneValue => "one value, no interval",
            Self::TooFew => "too short for an interval",
        }
    }
}

impl Cell {
    /// The value of `measure` in one source.
    pub(super) fn of(measure: &Measure, source: &SourceView<'_>) -> Self {
        let cluster = if measure.part().is_some() {
            Cluster::alone(source)
        } else {
            Cluster::Article
        };
        Self::of_parts(measure, &source.parts(measure, cluster), cluster)
    }

    /// The value that pieces add up to.
    pub(super) fn of_parts(measure: &Measure, parts: &[Ratio], cluster: Cluster) -> Self {
        let summary = summarise(parts);
        Self {
            value: summary.map(|summary| summary.value),
            interval: (summary.and_then(|summary| summary.interval))
                .map(|interval| measure.within(interval)),
            n: summary.map_or(0, |summary| summary.n),
            cluster,
        }
    }

    /// Why it has no interval; `None` where it has one.
    pub fn no_interval(&self) -> Option<NoInterval> {
        match (self.interval, self.n) {
            (Some(_), _) => None,
            (None, 0) => Some(NoInterval::NoValue),
            (None, 1) => Some(NoInterval::OneValue),
            (None, _) => Some(NoInterval::TooFew),
        }
    }

    /// The value as it is printed; a dash where there is none.
    pub fn shown(&self, measure: &Measure) -> String {
        optional(self.value, |value| measure.show(value))
    }

    /// The interval as it is printed; a dash where there is none.
    pub fn ends(&self, measure: &Measure) -> String {
        optional(self.interval, |ends| {
            range(ends.low, ends.high, |end| measure.show(end))
        })
    }

    /// What it rests on: "12 paragraphs"; and what is missing for an interval: "3 paragraphs: too short for an
    /// interval, which takes 8".
    pub fn rests_on(&self) -> String {
        let pieces = format!("{} {}", self.n, self.cluster.label(self.n));
        match self.no_interval() {
            None => pieces,
            Some(NoInterval::TooFew) => {
                let why = NoInterval::TooFew.label();
                format!("{pieces}: {why}, which takes {MIN_CLUSTERS}")
            }
            Some(why) => format!("{pieces}: {}", why.label()),
        }
    }
}
