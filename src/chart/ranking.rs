//! The headlines of all articles, the most sensational first: which they are, whose, and how the two sources mix.

use super::caption::{NOTHING_OPEN, plain_caption};
use super::figure::left_out;
use super::input::Input;
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::{Article, Place, Side};
use crate::score::headline::HeadlineScore;
use crate::text::{counted, number, shorten, signed};

/// Headlines shown; the table has all.
const MOST_ROWS: usize = 24;
/// The fewest rows.
const LEAST_ROWS: usize = 3;
/// Room for the headlines left of zero, beside a scale of 100.
const TEXTS: f64 = 150.0;
/// Half the height of a bar, in rows.
const HALF_BAR: f64 = 0.32;
const ABOUT: &str = "Sensationalism is how a headline is packaged, not how grave its news is: 0 plain, 100 all bait and heat.";

/// One headline that is scored.
struct Ranked<'a> {
    side: Side,
    at: usize,
    article: &'a Article,
    text: &'a str,
    score: &'a HeadlineScore,
}

pub(super) fn build(input: &Input<'_>) -> Chart {
    let ranked = ranked(input);
    let mut notes = vec![ABOUT.to_owned()];
    for (side, source) in input.sources() {
        let of_side = ranked.iter().filter(|one| one.side == side).count();
        let unscored = match source.counting().saturating_sub(of_side) {
            0 => String::new(),
            more => format!(", {more} more not scored"),
        };
        notes.push(format!(
            "{} = {}: {}{unscored}.",
            side.label(),
            source.short_name(),
            counted(of_side, "headline")
        ));
    }
    let full = MOST_ROWS.min(ranked.len());
    Chart {
        caption: plain_caption(&notes),
        table: table(&ranked),
        ..with_rows(input, &ranked, full)
            .and_fewer((full, LEAST_ROWS), |rows| with_rows(input, &ranked, rows))
    }
}

/// Every headline that is scored, the highest first; of equal ones in the order they are read.
fn ranked<'a>(input: &Input<'a>) -> Vec<Ranked<'a>> {
    let mut all: Vec<Ranked<'a>> = (input.sources())
        .flat_map(|(side, source)| {
            let articles = source.articles.iter().enumerate();
            articles.filter_map(move |(at, (article, scores))| {
                Some(Ranked {
                    side,
                    at,
                    article,
                    text: &article.headline.as_ref()?.text,
                    score: scores.headline.as_ref().ok()?,
                })
            })
        })
        .collect();
    all.sort_by(|one, other| other.score.score.total_cmp(&one.score.score));
    all
}

/// The chart of the `most` highest.
fn with_rows(input: &Input<'_>, ranked: &[Ranked<'_>], most: usize) -> Chart {
    let rows = ranked.get(..most).unwrap_or(ranked);
    let count = rows.len() as f64;
    let marks = rows
        .iter()
        .enumerate()
        .flat_map(|(at, one)| one.marks(count - at as f64 - 0.5))
        .collect();
    let ticks = [0_usize, 25, 50, 75, 100];
    let x = Axis {
        label: "Sensationalism, 0 to 100".to_owned(),
        room: (TEXTS, 14.0),
        ticks: Ticks::Numbers(ticks.map(|tick| (tick as f64, tick)).into()),
        grid: true,
        ..Axis::bare((0.0, 100.0))
    };
    Chart {
        title: "The most sensational headlines".to_owned(),
        summary: summary(input, ranked),
        left_out: left_out(rows.len(), ranked.len(), "headline"),
        ..Chart::of_rows(Kind::Ranking, x, (rows.len(), Vec::new()), marks, legend())
    }
}

impl Ranked<'_> {
    fn target(&self) -> Target {
        Target::Place(Place::headline(self.side, self.at))
    }

    /// The headline, its bar and its score.
    fn marks(&self, y: f64) -> [Mark; 3] {
        let label = |at: f64, text: String, align, fit, ink| {
            let shape = Shape::Label {
                at: [at, y],
                text,
                align,
                size: 12.0,
                strong: false,
                fit,
            };
            Mark::new(shape, ink)
        };
        let score = self.score.score;
        let bar = Shape::Bar {
            x: (0.0, score),
            y: (y - HALF_BAR, y + HALF_BAR),
        };
        let look = match self.side {
            Side::A => Look::Solid,
            Side::B => Look::Hollow,
        };
        let text = shorten(self.text, 90);
        [
            label(-2.0, text, Align::Right, Fit::Cut(TEXTS - 4.0), Ink::Text),
            Mark::new(bar, Ink::Source(self.side))
                .look(look)
                .target(self.target())
                .hover(self.hover()),
            label(
                score + 1.5,
                number(score, 0),
                Align::Left,
                Fit::Full,
                Ink::Muted,
            ),
        ]
    }

    fn hover(&self) -> Hover {
        let mut cues: Vec<_> = self.score.cues.iter().collect();
        cues.sort_by(|one, other| other.points.abs().total_cmp(&one.points.abs()));
        let cues: Vec<String> = (cues.iter().take(3))
            .map(|cue| format!("{} {}", cue.kind.label(), signed(cue.points, 0)))
            .collect();
        let mut lines = vec![format!("Sensationalism {}", number(self.score.score, 0))];
        lines.extend((!cues.is_empty()).then(|| cues.join(", ")));
        lines.extend(self.article.published.as_deref().map(crate::text::date));
        Hover {
            title: format!("{}: {}", self.side.label(), shorten(self.text, 90)),
            lines,
        }
    }
}

/// How many of the upper tenth, or of the first ten, are whose.
fn summary(input: &Input<'_>, ranked: &[Ranked<'_>]) -> String {
    if input.sources().next().is_none() {
        return NOTHING_OPEN.to_owned();
    }
    if ranked.is_empty() {
        return "No headline is scored.".to_owned();
    }
    let first = ranked.len().min(10);
    let top = ranked.iter().take(first);
    let of = |side: Side| top.clone().filter(|one| one.side == side).count();
    match input.sources().count() {
        1 => format!("{} by score.", counted(ranked.len(), "headline")),
        _ => format!(
            "Of the first {first} of {}: {} of A, {} of B.",
            counted(ranked.len(), "headline"),
            of(Side::A),
            of(Side::B)
        ),
    }
}

fn legend() -> Vec<Key> {
    let key = |side: Side, look| {
        let label = format!("headline of {}", side.label());
        Key::new(Swatch::Bar(look), Ink::Source(side), &label)
    };
    vec![key(Side::A, Look::Solid), key(Side::B, Look::Hollow)]
}

fn table(ranked: &[Ranked<'_>]) -> Table {
    let mut table = Table::new(&["headline", "source", "date", "score", "bait", "heat"]);
    for one in ranked {
        let row = vec![
            Cell::Text(one.text.to_owned()),
            Cell::Text(one.side.label().to_owned()),
            Cell::Text(one.article.published.clone().unwrap_or_default()),
            Cell::Value(one.score.score, 1),
            Cell::Value(one.score.bait, 1),
            Cell::Value(one.score.heat, 1),
        ];
        table.add(row, Some(one.target()));
    }
    table
}
