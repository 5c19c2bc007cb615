//! Series as JSON.

use serde::Serialize;

use super::{OverTime, Series, Stretch, iso_day};

/// One measure of one source over time: `points` are its days, weeks or months from the first article to the
/// last, from one date to another, both included; all those without an article between two that have some are
/// one point without a value. `undated` articles have no date and are in no point.
#[derive(Debug, Serialize)]
pub struct SeriesJson<'a> {
    measure: String,
    source: &'a str,
    by: &'static str,
    undated: usize,
    points: Vec<PointJson>,
}

#[derive(Debug, Serialize)]
struct PointJson {
    from: String,
    to: String,
    n: usize,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl OverTime {
    /// Every series as JSON.
    pub fn document(&self) -> Vec<SeriesJson<'_>> {
        let row = |series: &Series| {
            let source = self.sources.get(series.source)?;
            Some(SeriesJson {
                measure: series.id(),
                source: &source.name,
                by: self.period.id(),
                undated: source.undated,
                points: series.stretches.iter().map(point).collect(),
            })
        };
        self.series.iter().filter_map(row).collect()
    }
}

fn point(stretch: &Stretch) -> PointJson {
    PointJson {
        from: iso_day(stretch.from),
        to: iso_day(stretch.to),
        n: stretch.n,
        value: stretch.value,
        low: stretch.interval.map(|ends| ends.low),
        high: stretch.interval.map(|ends| ends.high),
    }
}
