//! A measure over time: one dot an article, for every day, week or month the value of its articles with its
//! interval, and below how many articles it rests on. Where nothing was published there is a gap.

mod track;

use super::axis::measured;
use super::caption::{NOTHING_OPEN, caption};
use super::figure::left_out;
use super::input::Input;
use super::mark::{Key, Rule, Swatch};
use super::owner::Owner;
use super::{Axis, Chart, Kind, Table, Ticks};
use crate::compare::SourceView;
use crate::compare::series::{OverTime, Period, iso_day};
use crate::score::measure::Measure;
use crate::score::tone::TONE;
use crate::stats::MIN_CLUSTERS;
use crate::text::{MONTHS, counted, date, shorten};
use track::Track;

/// Dots a source may have; more would hide each other and the line.
const MOST_DOTS: usize = 400;
/// Dots that all may have together where there are more than two.
const MOST_OF_MANY: usize = 600;
/// Sources drawn over each other; the table has all. More lines cannot be followed.
const MOST_SOURCES: usize = 8;
/// Room below the values for the numbers of articles, as a share of the axis: a row a source.
const ROOM: f64 = 0.09;
/// Characters of a name in the legend.
const NAME: usize = 24;
/// Days from which on months are named at the axis, and years.
const MONTHS_FROM: i64 = 75;
const YEARS_FROM: i64 = 1_100;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let measure = input.options.measure.0;
    let period = input.options.period;
    let sources: Vec<(Owner, SourceView<'_>)> = input.owned().collect();
    let views: Vec<SourceView<'_>> = sources.iter().map(|(_, view)| *view).collect();
    let found = OverTime::new(&views, &[measure], period);
    let drawn = sources.len().min(MOST_SOURCES);
    let y = values(measure, &found, drawn);
    let dots = found.series.iter().take(drawn).map(|one| one.dots.len());
    let many = drawn > 2;
    let crowd = if many && dots.sum::<usize>() > MOST_OF_MANY {
        0
    } else {
        MOST_DOTS
    };
    let all: Vec<Track<'_>> = (sources.iter().zip(&found.series).enumerate())
        .map(|(row, ((owner, view), series))| Track {
            owner: *owner,
            view: *view,
            series,
            period,
            below: y.range.0 - (row as f64 + 0.6) * ROOM * (y.range.1 - y.range.0),
            crowd,
            many,
        })
        .collect();
    let tracks = all.get(..drawn).unwrap_or(&all);
    let mut marks = Vec::new();
    for track in tracks {
        marks.extend(track.bands());
    }
    for track in tracks {
        marks.extend(track.dots());
    }
    for track in tracks {
        marks.extend(track.lines());
        marks.extend(track.numbers());
    }
    let mut table = Table::new(&["source", "from", "to", "articles", "value", "low", "high"]);
    for track in &all {
        track.add_rows(&mut table);
    }
    let (legend, notes) = (legend(tracks), notes(tracks, &found));
    Chart {
        title: format!("{} over time, by {}", measure.label, period.id()),
        summary: summary(&all, &found),
        left_out: left_out(drawn, all.len(), "source"),
        x: along(&found, period),
        rules: if y.range.0 < 0.0 {
            vec![Rule::Horizontal(0.0)]
        } else {
            Vec::new()
        },
        y,
        caption: caption(&notes, input),
        table,
        ..Chart::of(Kind::OverTime, marks, legend)
    }
}

/// The axis of the values, with room below for the numbers of articles of so many sources.
fn values(measure: &Measure, found: &OverTime, drawn: usize) -> Axis {
    let rows = drawn.max(1) as f64;
    let dots = found.series.iter().take(drawn);
    let dots = dots.flat_map(|series| &series.dots);
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
    let counts: Vec<String> = match tracks {
        [_, _, _, ..] => {
            let articles = counted(dots().count(), "article");
            vec![format!("{}, {articles}", counted(tracks.len(), "source"))]
        }
        _ => (tracks.iter())
            .map(|track| {
                let articles = counted(track.series.dots.len(), "article");
                format!("{} {articles}", track.letter())
            })
            .collect(),
    };
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
            let name = track.view.short_name();
            match track.owner {
                Owner::Side(side) => format!("{} = {name}: {articles}.", side.label()),
                Owner::Other(_) => format!("{name}: {articles}."),
            }
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
                    track.letter()
                )
            }),
    );
    notes.extend(found.notes());
    notes
}

fn legend(tracks: &[Track<'_>]) -> Vec<Key> {
    let mut keys = Vec::new();
    for track in tracks {
        let (ink, side) = (track.owner.ink(), track.letter());
        if track.many {
            let swatch = Swatch::Track(track.owner.symbol(), track.owner.dash());
            let name = track.owner.name(&track.view);
            keys.push(Key::new(swatch, ink, &shorten(&name, NAME)));
            continue;
        }
        if !track.is_crowded() {
            let swatch = Swatch::Symbol(track.owner.symbol());
            keys.push(Key::new(swatch, ink, &format!("article of {side}")));
        }
        let swatch = Swatch::Line(track.owner.dash());
        keys.push(Key::new(swatch, ink, &format!("all of {side} together")));
    }
    keys
}
