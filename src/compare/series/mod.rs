//! Measures over time: one dot an article that has a date, and for every day, week or month the value of its
//! articles with an interval clustered by article. Where no article was published there is a gap, not a line.

mod document;
mod period;
mod tell;

pub use document::SeriesJson;
pub use period::{Period, day_of, iso_day};

use std::collections::BTreeMap;

use super::lists::{categories, category_names, clustered};
use super::source::{Cluster, SourceView};
use crate::score::lists::{OWN_LIST, OwnLists};
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
    /// The category of the user's own lists that it is of; `None` for a measure that every article has.
    pub category: Option<String>,
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

    /// The same with a series a source for every category of the user's lists that is switched on. `sources` are
    /// those it was made of.
    #[must_use]
    pub fn with_lists(mut self, sources: &[SourceView<'_>], own: &OwnLists) -> Self {
        let found: Vec<_> = (sources.iter())
            .map(|source| (days(source), categories(source, own)))
            .collect();
        for (place, name) in category_names(own).into_iter().enumerate() {
            for (at, (days, categories)) in found.iter().enumerate() {
                let blocks = categories.get(place).map_or(&[][..], Vec::as_slice);
                let articles = blocks.chunk_by(|(x, _), (y, _)| x == y);
                let articles = articles.filter_map(|blocks| Some(blocks.first()?.0));
                let parts = articles.zip(clustered(blocks, Cluster::Article));
                let dated = parts
                    .filter_map(|(article, part)| Some(((*days.get(article)?)?, article, part)));
                let series = Series::of(&OWN_LIST, at, dated, self.period);
                self.series.push(Series {
                    category: Some(name.clone()),
                    ..series
                });
            }
        }
        self
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
        let articles = source.articles.iter().zip(days).enumerate();
        let dated = articles.filter_map(|(article, ((_, analysis), day))| {
            Some(((*day)?, article, measure.of_article(analysis)?))
        });
        Self::of(measure, at, dated, period)
    }

    /// The series of dated articles, each with its day, its position and what it adds.
    fn of(
        measure: &'static Measure,
        at: usize,
        dated: impl Iterator<Item = (i64, usize, Ratio)>,
        period: Period,
    ) -> Self {
        let mut parts: BTreeMap<i64, Vec<(i64, usize, Ratio)>> = BTreeMap::new();
        for (day, article, part) in dated.filter(|(.., part)| part.bottom > 0.0) {
            let start = period.start(day);
            parts.entry(start).or_default().push((day, article, part));
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
            category: None,
            source: at,
            dots,
            stretches: stretches(measure, &parts, period),
        }
    }
}

impl Series {
    /// What it is called: the measure, or the category.
    pub fn label(&self) -> &str {
        self.category.as_deref().unwrap_or(self.measure.label)
    }

    /// What it goes by among the others: the identifier of the measure; of a category, with its name.
    pub fn id(&self) -> String {
        let id = self.measure.id;
        let of = self.category.as_ref();
        of.map_or_else(|| id.to_owned(), |name| format!("{id}: {name}"))
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
