//! What each source talks about more: words and names, ranked by their log-odds, with counts.

use super::caption::{counts, plain_caption, said_of_words, words_of_few};
use super::figure::{comparison_missing, left_out};
use super::input::Input;
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target, beside_zero};
use super::{Axis, Cell, Chart, Kind, Table};
use crate::article::Side;
use crate::compare::Term;
use crate::text::{counted, shorten, signed};

/// Terms shown for each source.
const MOST_TERMS: usize = 12;
/// The fewest rows.
const LEAST_ROWS: usize = 4;
/// Half the height of a bar, in rows.
const HALF_BAR: f64 = 0.34;
/// Room beside the longest bars for their counts, as a share of the axis.
const ROOM: f64 = 0.3;
const ABOUT: &str = "Names and words with a content of their own. Length and order: smoothed log-odds of using \
                     the term, in standard errors; figures: uses in A and in B. A ranking: in two articles hardly \
                     any term is more than that.";

pub(super) fn build(input: &Input<'_>) -> Chart {
    let all: &[Term] = input.comparison.map_or(&[], |c| c.words.terms.as_slice());
    let full = 2 * MOST_TERMS;
    let mut notes = vec![ABOUT.to_owned()];
    notes.extend(words_of_few(input));
    notes.extend(input.sources().map(|(side, source)| counts(side, &source)));
    Chart {
        caption: plain_caption(&notes),
        table: table(all),
        ..with_rows(input, all, full)
            .and_fewer((full, LEAST_ROWS), |most| with_rows(input, all, most))
    }
}

/// The chart of the `most` terms that say most.
fn with_rows(input: &Input<'_>, all: &[Term], most: usize) -> Chart {
    let rows = ranked(all, most);
    let reach = rows.iter().map(|t| t.z.abs()).fold(0.5, f64::max);
    let count = rows.len() as f64;
    let mut marks = Vec::new();
    for (index, term) in rows.iter().enumerate() {
        let y = count - index as f64 - 0.5;
        marks.push(bar(term, y));
        marks.push(beside_zero(
            (term.z, reach * (1.0 + ROOM)),
            y,
            &shorten(&term.term, 40),
            false,
        ));
        marks.push(figures(term, y, reach));
    }
    let x = Axis {
        label: "← more in B · log-odds in standard errors · more in A →".to_owned(),
        room: (reach * ROOM, reach * ROOM),
        ..Axis::bare((-reach, reach))
    };
    let with_side = all.iter().filter(|term| side_of(term).is_some()).count();
    Chart {
        title: "What each source talks about more".to_owned(),
        summary: said_of_words(input, summary(input, &rows)),
        left_out: left_out(rows.len(), with_side, "term"),
        ..Chart::of_rows(Kind::Terms, x, (rows.len(), Vec::new()), marks, legend())
    }
}

/// The terms most typical of A, then those of B with the most typical last; `most` of them, as many of each
/// where both have enough.
fn ranked(all: &[Term], most: usize) -> Vec<&Term> {
    let of = |side: Side| {
        let typical = move |term: &&Term| side_of(term) == Some(side);
        all.iter().filter(typical).collect::<Vec<&Term>>()
    };
    let [mut a, mut b] = Side::BOTH.map(of);
    let half = most / 2;
    let of_b = b.len().min(half.max(most.saturating_sub(a.len())));
    a.truncate((most - of_b).min(MOST_TERMS));
    b.truncate(of_b.min(MOST_TERMS));
    a.extend(b.into_iter().rev());
    a
}

/// The source that uses a term more.
fn side_of(term: &Term) -> Option<Side> {
    match term.log_odds {
        odds if odds > 0.0 => Some(Side::A),
        odds if odds < 0.0 => Some(Side::B),
        _ => None,
    }
}

fn summary(input: &Input<'_>, rows: &[&Term]) -> String {
    if let Some(missing) = comparison_missing(input) {
        return missing.to_owned();
    }
    let first = |terms: &mut dyn Iterator<Item = &&Term>| {
        let names: Vec<String> = terms.take(3).map(|t| shorten(&t.term, 30)).collect();
        if names.is_empty() {
            "nothing that stands out".to_owned()
        } else {
            names.join(", ")
        }
    };
    let of = |side: Side| move |term: &&&Term| side_of(term) == Some(side);
    format!(
        "More in A: {}; more in B: {}.",
        first(&mut rows.iter().filter(of(Side::A))),
        first(&mut rows.iter().rev().filter(of(Side::B)))
    )
}

fn bar(term: &Term, y: f64) -> Mark {
    let side = side_of(term).unwrap_or(Side::A);
    let shape = Shape::Bar {
        x: (term.z.min(0.0), term.z.max(0.0)),
        y: (y - HALF_BAR, y + HALF_BAR),
    };
    let kind = if term.is_name { "name" } else { "word" };
    Mark::new(shape, Ink::Source(side))
        .target(Target::Word(term.term.clone()))
        .hover(Hover {
            title: format!("{} ({kind})", shorten(&term.term, 60)),
            lines: vec![
                format!("{} in A, {} in B", counted(term.a, "use"), term.b),
                format!(
                    "in {} of A, {} of B",
                    counted(term.articles[0], "article"),
                    term.articles[1]
                ),
                format!(
                    "Log-odds {}, {} standard errors",
                    signed(term.log_odds, 2),
                    signed(term.z, 2)
                ),
            ],
        })
}

/// The counts beside the end of the bar.
fn figures(term: &Term, y: f64, reach: f64) -> Mark {
    let (align, gap) = if term.z < 0.0 {
        (Align::Right, -0.015)
    } else {
        (Align::Left, 0.015)
    };
    let shape = Shape::Label {
        at: [term.z + gap * reach, y],
        text: format!("A {}, B {}", term.a, term.b),
        align,
        size: 12.0,
        strong: false,
        fit: Fit::Full,
    };
    Mark::new(shape, Ink::Muted)
}

fn legend() -> Vec<Key> {
    let key = |ink, label| Key::new(Swatch::Bar(Look::Solid), ink, label);
    vec![
        key(Ink::Source(Side::A), "used more by A"),
        key(Ink::Source(Side::B), "used more by B"),
    ]
}

fn table(all: &[Term]) -> Table {
    let mut table = Table::new(&[
        "term",
        "kind",
        "uses in A",
        "uses in B",
        "articles of A",
        "articles of B",
        "log-odds",
        "z",
    ]);
    for term in all {
        let row = vec![
            Cell::Text(term.term.clone()),
            Cell::Text(if term.is_name { "name" } else { "word" }.to_owned()),
            Cell::Count(term.a),
            Cell::Count(term.b),
            Cell::Count(term.articles[0]),
            Cell::Count(term.articles[1]),
            Cell::Value(term.log_odds, 4),
            Cell::Value(term.z, 4),
        ];
        table.add(row, Some(Target::Word(term.term.clone())));
    }
    table
}
