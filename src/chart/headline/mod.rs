//! How each headline's sensationalism comes about: from the base, cue by cue, to the score. The two headlines
//! stand side by side on the same rows, so that a cue of one is held against the same cue of the other.

mod panels;
mod scored;

use super::caption::{NOTHING_OPEN, plain_caption};
use super::figure::left_out;
use super::input::Input;
use super::mark::{Ink, Key, Look, Rule, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::score::headline::CueKind;
use panels::{GAP, Panels, Plan};
use scored::Headline;

/// Rows above the cues: the source with its score, and the start.
const ABOVE: usize = 2;
/// The fewest rows: the two above, all cues in one, the score.
const LEAST_ROWS: usize = ABOVE + 2;
const ABOUT: &str = "Sensationalism is how a headline is packaged, not how grave its news is. \
                     Start: the score of a headline without any cue.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let headlines: Vec<Headline<'_>> = input
        .sources()
        .filter_map(|(side, source)| Headline::new(side, &source))
        .collect();
    let order = order(&headlines);
    let full = LEAST_ROWS.max(ABOVE + order.len() + 2);
    let chart = with_rows(&headlines, &order, full);
    let mut notes = vec![ABOUT.to_owned()];
    notes.extend(headlines.iter().filter_map(Headline::note));
    Chart {
        caption: plain_caption(&notes),
        table: table(&headlines),
        ..chart.and_fewer((full, LEAST_ROWS), |rows| {
            with_rows(&headlines, &order, rows)
        })
    }
}

/// Every kind of cue in either headline: what adds first, the largest first, then what takes away.
fn order(headlines: &[Headline<'_>]) -> Vec<CueKind> {
    let mut kinds: Vec<(CueKind, f64)> = Vec::new();
    for (kind, points, _) in headlines.iter().flat_map(|headline| &headline.cues) {
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, sum)) => *sum += points,
            None => kinds.push((*kind, *points)),
        }
    }
    kinds.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    kinds.into_iter().map(|(kind, _)| kind).collect()
}

fn with_rows(headlines: &[Headline<'_>], order: &[CueKind], rows: usize) -> Chart {
    // The headlines' words have a row of their own where every cue has one.
    let worded = rows >= ABOVE + order.len() + 2;
    let plan = Plan::new(headlines, order, rows - ABOVE - 1 - usize::from(worded));
    let mut panels = Panels::new(headlines, &plan, worded);
    let mut ticks = Vec::new();
    let mut rules = Vec::new();
    for (index, headline) in headlines.iter().enumerate() {
        let zero = panels.zero(index);
        panels.add(headline, &plan, zero);
        rules.push(Rule::Vertical(zero));
        ticks.extend(
            (0..=5)
                .map(|n| f64::from(n) * 20.0)
                .map(|points| (zero + points, format!("{points:.0}"))),
        );
    }
    let names = if headlines.is_empty() {
        Vec::new()
    } else {
        plan.names(worded)
    };
    let count = names.len() as f64;
    let names: Vec<(f64, String)> = names
        .into_iter()
        .enumerate()
        .map(|(row, name)| (count - row as f64 - 0.5, name))
        .collect();
    let end = panels.zero(headlines.len().max(1)) - GAP + panels.lowest;
    let x = Axis {
        label: "Points, 0 (plain) to 100".to_owned(),
        ticks: Ticks::Names(ticks),
        grid: true,
        ..Axis::bare((panels.lowest.min(0.0), end))
    };
    let scores: Vec<String> = headlines
        .iter()
        .map(|headline| {
            format!(
                "{} {}{}",
                headline.side.label(),
                headline.scored(),
                headline.most()
            )
        })
        .collect();
    Chart {
        title: "Headline sensationalism, cue by cue".to_owned(),
        summary: if headlines.is_empty() {
            NOTHING_OPEN.to_owned()
        } else {
            format!("{}.", scores.join("; "))
        },
        rules,
        left_out: left_out(order.len() - plan.folded.len(), order.len(), "cue"),
        ..Chart::of_rows(
            Kind::Headline,
            x,
            (names.len(), names),
            panels.marks,
            legend(headlines),
        )
    }
}

fn legend(headlines: &[Headline<'_>]) -> Vec<Key> {
    let key = |look, ink, label: &str| Key::new(Swatch::Bar(look), ink, label);
    let mut keys: Vec<Key> = headlines
        .iter()
        .map(|headline| {
            let label = format!("cue in {}", headline.side.label());
            key(Look::Solid, Ink::Source(headline.side), &label)
        })
        .collect();
    keys.push(key(Look::Hollow, Ink::Muted, "lowers the score"));
    keys
}

fn table(headlines: &[Headline<'_>]) -> Table {
    let mut table = Table::new(&["source", "part", "points"]);
    for headline in headlines {
        let place = headline.place();
        let mut row = |what: String, value, cue| {
            let cells = vec![
                Cell::Text(headline.side.label().to_owned()),
                Cell::Text(what),
                value,
            ];
            table.add(cells, Some(Target::Place(place.with_cue(cue))));
        };
        match &headline.score {
            Ok(score) => {
                row("start".to_owned(), Cell::Value(score.base, 1), None);
                let mut cues: Vec<_> = score.cues.iter().enumerate().collect();
                cues.sort_by(|(_, a), (_, b)| b.points.total_cmp(&a.points));
                for (index, cue) in cues {
                    let label = cue.kind.label().to_owned();
                    row(label, Cell::Value(cue.points, 1), Some(index));
                }
                row(
                    "score, of 100".to_owned(),
                    Cell::Value(score.score, 1),
                    None,
                );
            }
            Err(why) => row(format!("not scored: {why}"), Cell::Empty, None),
        }
    }
    table
}
