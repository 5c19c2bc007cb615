//! How the headlines of every open source come to their score: a row a source, from the score of a headline without
//! any cue, over the points that each kind of cue adds or takes away on average, to the mean score.

use super::caption::plain_caption;
use super::figure::{left_out, row_height};
use super::input::{Input, SourceView};
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Symbol, Target};
use super::owner::Owner;
use super::source_rows::{self, LEAST_ROWS, MOST_ROWS, middle, names, text};
use super::{Axis, Cell, Chart, Kind, Reach, Table, Ticks};
use crate::article::Place;
use crate::score::headline::{CueKind, HeadlineScore};
use crate::text::{counted, number, signed};

/// Where things stand within a row, from its middle: what adds above what takes away.
const ADDS: (f64, f64) = (-0.06, 0.34);
const TAKES: (f64, f64) = (-0.32, -0.12);
/// Where the scores stand, right of the bars; and where the plot ends.
const SCORE: f64 = 101.5;
const END: f64 = 109.0;
const ABOUT: &str = "Sensationalism is how a headline is packaged, not how grave its news is. Every part is the mean over all \
                     headlines of the source; what adds stands above, what takes away below it, and together they come to \
                     the mean score.";

/// One source.
struct Row<'a> {
    owner: Owner,
    view: SourceView<'a>,
    /// Headlines with a score, with the positions of their articles.
    scored: Vec<(usize, &'a HeadlineScore)>,
    /// The mean points of every kind of cue, in how many headlines it stands, and the first of these.
    cues: Vec<(CueKind, f64, usize, Target)>,
}

pub(super) fn build(input: &Input<'_>) -> Chart {
    let rows: Vec<Row<'_>> = (input.owned())
        .map(|(owner, view)| Row::new(owner, view))
        .collect();
    let full = rows.len().min(MOST_ROWS);
    Chart {
        caption: plain_caption(&[ABOUT.to_owned()]),
        table: table(&rows),
        ..with_rows(&rows, full).and_fewer((full, LEAST_ROWS), |count| with_rows(&rows, count))
    }
}

fn with_rows(all: &[Row<'_>], most: usize) -> Chart {
    let rows = all.get(..most).unwrap_or(all);
    let count = rows.len() as f64;
    let marks = rows.iter().enumerate();
    let marks = marks.flat_map(|(at, row)| row.marks(middle(rows.len(), at)));
    let of_sources: Vec<String> = rows.iter().map(Row::name).collect();
    let x = Axis {
        label: "Points, 0 (plain) to 100".to_owned(),
        ticks: Ticks::Names(
            (0..=5)
                .map(|n| f64::from(n) * 20.0)
                .map(|points| (points, format!("{points:.0}")))
                .collect(),
        ),
        grid: true,
        ..Axis::bare((0.0, END))
    };
    let of_rows = Chart::of_rows(
        Kind::HeadlinesBySource,
        x,
        (rows.len(), names(&of_sources)),
        marks.collect(),
        legend(),
    );
    Chart {
        title: "Headline sensationalism, source by source".to_owned(),
        summary: summary(all),
        left_out: left_out(rows.len(), all.len(), "source"),
        reach: Reach::Near,
        height: row_height(2.0 * count),
        ..of_rows
    }
}

impl<'a> Row<'a> {
    fn new(owner: Owner, view: SourceView<'a>) -> Self {
        let articles = view.articles.iter().enumerate();
        let scored: Vec<(usize, &HeadlineScore)> = articles
            .filter(|(_, (_, analysis))| analysis.counts())
            .filter_map(|(at, (_, analysis))| Some((at, analysis.headline.as_ref().ok()?)))
            .collect();
        let n = scored.len().max(1) as f64;
        let cue = |kind: CueKind| {
            let (mut points, mut headlines, mut first) = (0.0, 0, None);
            for (article, score) in &scored {
                let of_kind = score.cues.iter().enumerate();
                let mut of_kind = of_kind.filter(|(_, cue)| cue.kind == kind).peekable();
                if let Some((at, _)) = of_kind.peek() {
                    headlines += 1;
                    let place = Place::headline(owner.side(), *article).with_cue(Some(*at));
                    first.get_or_insert_with(|| owner.target(place));
                }
                points += of_kind.map(|(_, cue)| cue.points).sum::<f64>();
            }
            Some((kind, points / n, headlines, first?))
        };
        let mut cues: Vec<_> = CueKind::ALL.into_iter().filter_map(cue).collect();
        cues.sort_by(|(_, one, ..), (_, other, ..)| other.total_cmp(one));
        Self {
            owner,
            view,
            scored,
            cues,
        }
    }

    /// The score of a headline without any cue, and the mean score.
    fn ends(&self) -> Option<(f64, f64)> {
        let n = self.scored.len() as f64;
        let mean = |of: fn(&HeadlineScore) -> f64| {
            let sum: f64 = self.scored.iter().map(|(_, score)| of(score)).sum();
            sum / n
        };
        (!self.scored.is_empty()).then(|| (mean(|score| score.base), mean(|score| score.score)))
    }

    fn marks(&self, middle: f64) -> Vec<Mark> {
        let Some((base, score)) = self.ends() else {
            let why = "no headline is scored".to_owned();
            return vec![text([0.0, middle], why, Align::Left, false)];
        };
        let ink = self.owner.plain_ink();
        let at = |(low, high): (f64, f64)| (middle + low, middle + high);
        let first = self.scored.first();
        let place = Place::headline(self.owner.side(), first.map_or(0, |(article, _)| *article));
        let start = Shape::Bar {
            x: (0.0, base),
            y: at(ADDS),
        };
        let mut marks = vec![
            Mark::new(start, ink)
                .look(Look::Pale)
                .target(self.owner.target(place))
                .hover(Hover {
                    title: format!("{} · start {}", self.name(), number(base, 0)),
                    lines: vec!["the score of a headline without any cue".to_owned()],
                }),
        ];
        let mut x = base;
        for (kind, points, headlines, target) in &self.cues {
            let next = x + points;
            let adds = *points >= 0.0;
            let shape = Shape::Bar {
                x: (x.min(next), x.max(next)),
                y: at(if adds { ADDS } else { TAKES }),
            };
            marks.push(
                Mark::new(shape, ink)
                    .look(if adds { Look::Cell } else { Look::Hollow })
                    .target(target.clone())
                    .hover(self.hover(*kind, *points, *headlines)),
            );
            if adds {
                let words = Shape::Label {
                    at: [
                        f64::midpoint(x, next),
                        middle + f64::midpoint(ADDS.0, ADDS.1),
                    ],
                    text: kind.label().to_owned(),
                    align: Align::Centre,
                    size: 10.5,
                    strong: false,
                    fit: Fit::Drop(points.abs() - 0.6),
                };
                marks.push(Mark::new(words, Ink::Paper));
            }
            x = next;
        }
        let diamond = Shape::Point {
            at: [score, middle + TAKES.0],
            radius: 4.5,
            symbol: Symbol::Diamond,
        };
        marks.push(
            Mark::new(diamond, Ink::Text)
                .target(self.owner.whole())
                .hover(Hover {
                    title: format!("{} · {} of 100", self.name(), number(score, 0)),
                    lines: vec![format!(
                        "mean of {}",
                        counted(self.scored.len(), "headline")
                    )],
                }),
        );
        marks.push(text([SCORE, middle], number(score, 0), Align::Left, true));
        marks
    }

    fn name(&self) -> String {
        self.owner.name(&self.view)
    }

    fn hover(&self, kind: CueKind, points: f64, headlines: usize) -> Hover {
        Hover {
            title: format!("{} · {} {}", self.name(), kind.label(), signed(points, 1)),
            lines: vec![format!(
                "on average; in {headlines} of {}",
                counted(self.scored.len(), "headline")
            )],
        }
    }
}

fn summary(rows: &[Row<'_>]) -> String {
    let means = rows.iter();
    let means = means.filter_map(|row| Some((row.name(), row.ends()?.1)));
    let nothing = "Nothing open has a headline with a score.";
    let show = |score| number(score, 0);
    source_rows::summary(
        "Mean score, of 100",
        nothing,
        rows.len(),
        means.collect(),
        show,
    )
}

fn legend() -> Vec<Key> {
    vec![
        Key::new(
            Swatch::Bar(Look::Pale),
            Ink::Muted,
            "start: a headline without any cue",
        ),
        Key::new(Swatch::Bar(Look::Cell), Ink::Muted, "a cue adds"),
        Key::new(Swatch::Bar(Look::Hollow), Ink::Muted, "takes away"),
        Key::new(
            Swatch::Symbol(Symbol::Diamond),
            Ink::Text,
            "mean score, at the right",
        ),
    ]
}

fn table(rows: &[Row<'_>]) -> Table {
    let mut table = Table::new(&["source", "headlines", "part", "points", "headlines with it"]);
    for row in rows {
        let Some((base, score)) = row.ends() else {
            let cells = vec![
                Cell::Text(row.name()),
                Cell::Count(0),
                Cell::Text("not scored".to_owned()),
                Cell::Empty,
                Cell::Empty,
            ];
            table.add(cells, Some(row.owner.whole()));
            continue;
        };
        let n = row.scored.len();
        let mut add = |part: &str, points: f64, headlines: usize, target: Target| {
            let cells = vec![
                Cell::Text(row.name()),
                Cell::Count(n),
                Cell::Text(part.to_owned()),
                Cell::Value(points, 2),
                Cell::Count(headlines),
            ];
            table.add(cells, Some(target));
        };
        add("start", base, n, row.owner.whole());
        for (kind, points, headlines, target) in &row.cues {
            add(kind.label(), *points, *headlines, target.clone());
        }
        add("score, of 100", score, n, row.owner.whole());
    }
    table
}
