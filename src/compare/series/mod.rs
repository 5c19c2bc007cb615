//! Measures over time: one dot an article that has a date, and for every day, week or month the value of its
//! articles with an interval clustered by article. Where no article was published there is a gap, not a line.

mod document;
mod period;
mod tell;

pub use document::SeriesJson;
pub use period::{Period, day_of, iso_day};

use std::collections::BTreeMap;

use super::source::SourceView;
use crate::score::measure::Measure;
use crate::stats::{Interval, Ratio, summarise};

/// Measures of sources over time.
#[derive(Debug, Clone)]
pub struct OverTime {
    /// How long a stretch is.
    pub period: Period,
    /// How the dates of each source are known.
    pub sources: Vec<Dated>,
    /// Every measure of every source: measure after measure, in it source after source.
    pub series: Vec<Series>,
}

/// How the dates of one source are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The source's name.
    pub name: String,
    /// How many articles it has.
    pub articles: usize,
    /// How many of them have no date; they are in no series.
    pub undated: usize,
}

/// One measure of one source over time.
#[derive(Debug, Clone)]
pub struct Series {
    /// The measure.
    pub measure: &'static Measure,
    /// The position of its source.
    pub source: usize,
    /// One a dated article that has a value, in the order of time.
    pub dots: Vec<Dot>,
    /// The stretches of time from the first article to the last, gaps among them, in order.
    pub stretches: Vec<Stretch>,
}

/// One article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Its day, counted from 1 January 1970.
    pub day: i64,
    /// Its position in its source.
    pub article: usize,
    /// Its value.
    pub value: f64,
}

/// A day, week or month with articles, or all those without one between two that have some.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// The first day, counted from 1 January 1970.
    pub from: i64,
    /// The last day.
    pub to: i64,
    /// How many articles it rests on; none in a gap.
    pub n: usize,
    /// The value of its articles together; `None` in a gap.
    pub value: Option<f64>,
    /// Its 95 % interval, clustered by article; `None` where there are too few.
    pub interval: Option<Interval>,
}

impl Stretch {
    /// Whether nothing was published in it.
    pub const fn is_gap(&self) -> bool {
        self.n == 0
    }
}

impl OverTime {
    /// Follows each of `measures` through each of `sources`, whose articles need not be in order.
    pub fn new(sources: &[SourceView<'_>], measures: &[&'static Measure], period: Period) -> Self {
        let days: Vec<Vec<Option<i64>>> = sources.iter().map(days).collect();
        let dated = |(source, days): (&SourceView<'_>, &Vec<Option<i64>>)| Dated {
            name: source.name.to_owned(),
            articles: source.counting(),
            undated: (days.iter().zip(source.articles))
                .filter(|(day, (_, analysis))| day.is_none() && analysis.counts())
                .count(),
        };
        let series = |measure: &&'static Measure| {
            let measure = *measure;
            let all = sources.iter().zip(&days).enumerate();
            all.map(move |(at, (source, days))| Series::new(measure, at, source, days, period))
                .collect::<Vec<_>>()
        };
        Self {
            period,
            sources: sources.iter().zip(&days).map(dated).collect(),
            series: measures.iter().flat_map(series).collect(),
        }
    }

    /// Calls the sources by these names, in their order.
    pub fn name(&mut self, names: impl Iterator<Item = String>) {
        for (source, name) in self.sources.iter_mut().zip(names) {
            source.name = name;
        }
    }
}

impl Series {
    fn new(
        measure: &'static Measure,
        at: usize,
        source: &SourceView<'_>,
        days: &[Option<i64>],
        period: Period,
    ) -> Self {
        let mut parts: BTreeMap<i64, Vec<(i64, usize, Ratio)>> = BTreeMap::new();
        for (article, ((_, analysis), day)) in source.articles.iter().zip(days).enumerate() {
            let part = measure.of_article(analysis);
            if let (Some(day), Some(part)) = (*day, part)
                && part.bottom > 0.0
            {
                let start = period.start(day);
                parts.entry(start).or_default().push((day, article, part));
            }
        }
        let mut dots: Vec<Dot> = (parts.values().flatten())
            .filter_map(|(day, article, part)| {
                Some(Dot {
                    day: *day,
                    article: *article,
                    value: part.value()?,
                })
            })
            .collect();
        dots.sort_by_key(|dot| (dot.day, dot.article));
        Self {
            measure,
            source: at,
            dots,
            stretches: stretches(measure, &parts, period),
        }
    }
}

/// The day of every article.
fn days(source: &SourceView<'_>) -> Vec<Option<i64>> {
    let articles = source.articles.iter();
    articles
        .map(|(article, _)| day_of(article.published.as_deref()))
        .collect()
}

/// One stretch a period with articles, and one for all periods between two of them.
fn stretches(
    measure: &Measure,
    parts: &BTreeMap<i64, Vec<(i64, usize, Ratio)>>,
    period: Period,
) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for (&from, articles) in parts {
        if let Some(before) = out.last()
            && before.to + 1 < from
        {
            out.push(Stretch {
                from: before.to + 1,
                to: from - 1,
                n: 0,
                value: None,
                interval: None,
            });
        }
        let parts: Vec<Ratio> = articles.iter().map(|(_, _, part)| *part).collect();
        let summary = summarise(&parts);
        out.push(Stretch {
            from,
            to: period.next(from) - 1,
            n: parts.len(),
            value: summary.map(|summary| summary.value),
            interval: (summary.and_then(|summary| summary.interval))
                .map(|interval| measure.within(interval)),
        });
    }
    out
}
