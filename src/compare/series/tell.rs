//! What is to be said of series: articles without a date, one day alone, what has no interval.

use super::{Dated, OverTime, Period, Series, Stretch};
use crate::stats::MIN_CLUSTERS;
use crate::text::{NONE, counted, date, optional, range};

use super::iso_day;

impl OverTime {
    /// What the reader should know: how many articles have no date, and where there is no course to speak of.
    pub fn notes(&self) -> Vec<String> {
        let mut out: Vec<String> = (self.sources.iter().enumerate())
            .filter_map(|(at, source)| self.note(at, source))
            .collect();
        let stretches = self.series.iter().flat_map(|series| &series.stretches);
        if stretches
            .clone()
            .any(|stretch| !stretch.is_gap() && stretch.interval.is_none())
        {
            out.push(format!(
                "A {} with fewer than {MIN_CLUSTERS} articles has no interval.",
                self.period.id()
            ));
        }
        out
    }

    fn note(&self, at: usize, source: &Dated) -> Option<String> {
        let Dated {
            name,
            articles,
            undated,
        } = source;
        let missing = match undated {
            0 => None,
            all if all == articles => {
                return Some(format!(
                    "{name}: no article has a date; nothing to show over time."
                ));
            }
            some => Some(format!(
                "{name}: {} of {} without a date, not shown.",
                some,
                counted(*articles, "article")
            )),
        };
        let of_source = || self.series.iter().filter(|series| series.source == at);
        let first =
            of_source().find_map(|series| Some((series.dots.first()?, series.dots.last()?)));
        let one_day = first
            .filter(|(first, last)| first.day == last.day)
            .map(|(first, _)| {
                let day = date(&iso_day(first.day));
                format!("{name}: every dated article is of {day}, which is no course.")
            });
        match (missing, one_day) {
            (Some(missing), Some(one_day)) => Some(format!("{missing} {one_day}")),
            (one, other) => one.or(other),
        }
    }

    /// Every stretch of time in which a source has a value of what `one` is of, by its first day, in order.
    pub fn starts(&self, one: &Series) -> Vec<i64> {
        let series = self.series.iter();
        let same = series.filter(|other| other.label() == one.label());
        let stretches = same.flat_map(|series| &series.stretches);
        let mut starts: Vec<i64> = stretches
            .filter(|stretch| !stretch.is_gap())
            .map(|stretch| stretch.from)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }
}

impl Series {
    /// The stretch that begins on a day.
    pub fn at(&self, start: i64) -> Option<&Stretch> {
        let at = self
            .stretches
            .binary_search_by_key(&start, |stretch| stretch.from);
        let stretch = self.stretches.get(at.ok()?)?;
        (!stretch.is_gap()).then_some(stretch)
    }

    /// Value, interval and number of articles of the stretch that begins on a day, as they are printed.
    pub fn cells(&self, start: i64) -> [String; 3] {
        let Some(stretch) = self.at(start) else {
            return [NONE, NONE, "0"].map(str::to_owned);
        };
        let show = |value| self.measure.show(value);
        [
            optional(stretch.value, show),
            optional(stretch.interval, |ends| range(ends.low, ends.high, show)),
            stretch.n.to_string(),
        ]
    }
}

impl Stretch {
    /// When it was: the day, week or month, or from when to when there is a gap.
    pub fn when(&self, period: Period) -> String {
        if self.is_gap() {
            let (from, to) = (date(&iso_day(self.from)), date(&iso_day(self.to)));
            return format!("{from} to {to}");
        }
        period.label(self.from)
    }
}
