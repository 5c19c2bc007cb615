//! What is shared and what is not: coverage, and the passages that belong together.

use super::Report;
use super::item::{Item, Table};
use super::places::place;
use crate::article::Side;
use crate::compare::{Contrast, Match, MatchKind};
use crate::text::{counted, number, optional, per_cent, shorten};

/// Matches that are listed.
const ROWS: usize = 20;
/// What the figure of a pair says.
const LIKELY: &str = "The figure says how likely both state the same fact. Figures and dates that differ are marked, never judged.";
/// Characters shown of a passage.
const LONGEST: usize = 240;

pub(super) fn items<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let matches = &report.comparison.matching.matches;
    let mut items = vec![
        Item::Text(
            "A difference in coverage and nothing more: what only one source tells is no sign of bias."
                .to_owned(),
        ),
        Item::Table(coverage(report)),
        Item::Heading("Matched passages".to_owned()),
    ];
    items.push(Item::Text(match matches.len() {
        0 => "No passage of one has a counterpart in the other.".to_owned(),
        n if n > ROWS => format!("The {ROWS} likeliest of {n} pairs. {LIKELY}"),
        n => format!("{}, the likeliest first. {LIKELY}", counted(n, "pair")),
    }));
    if !matches.is_empty() {
        items.push(Item::Table(matched(report)));
    }
    items
}

fn coverage(report: &Report<'_>) -> Table {
    let mut table = Table::new(
        "Shares of the words",
        &["Source", "#Same point", "#Related", "#Only here"],
    );
    for side in Side::BOTH {
        let of = report.comparison.coverage.side(side);
        table.rows.push(vec![
            format!("{}: {}", side.label(), report.source(side).short_name()),
            optional(of.share(of.shared), per_cent),
            optional(of.share(of.related), per_cent),
            optional(of.share(of.only_here), per_cent),
        ]);
    }
    table
}

fn matched(report: &Report<'_>) -> Table {
    let sources = [report.a, report.b];
    let mut matches: Vec<&Match> = report.comparison.matching.matches.iter().collect();
    let alike = |found: &Match| found.similarity.unwrap_or(f64::INFINITY);
    matches.sort_by(|x, y| alike(y).total_cmp(&alike(x)));
    let texts = Side::BOTH.map(|side| report.comparison.passage_texts(side, &sources));
    let mut table = Table::new(
        "Pairs of passages, by paragraph",
        &["A", "B", "#Likely", "Match", "Rests on", "Told differently"],
    )
    .unnamed();
    table.rows = matches
        .into_iter()
        .take(ROWS)
        .map(|found| {
            let cell = |side: Side| {
                let at = found.on(side);
                let place = place(at, sources.get(side.index()));
                let text = texts.get(side.index()).and_then(|texts| texts.get(&at));
                match text.filter(|_| report.with_text()) {
                    Some(text) => format!("{place}: {}", shorten(text, LONGEST)),
                    None => place,
                }
            };
            let text = |side: Side| {
                let of = texts.get(side.index())?;
                of.get(&found.on(side)).copied()
            };
            let (a, b) = (
                text(Side::A).unwrap_or_default(),
                text(Side::B).unwrap_or_default(),
            );
            let contrast = Contrast::of(a, b, &report.comparison.matching.roles);
            vec![
                cell(Side::A),
                cell(Side::B),
                optional(found.similarity, |likely| number(likely, 2)),
                kind(found.kind).to_owned(),
                if report.with_text() {
                    contrast.basis_in_words(a, b)
                } else {
                    // Stretches of wording are text.
                    let rests_on = contrast.rests_on(a, b);
                    let kinds: Vec<&str> =
                        rests_on.iter().map(|(basis, _)| basis.label()).collect();
                    kinds.join(", ")
                },
                contrast.differently_in_words(a, b),
            ]
        })
        .collect();
    table
}

const fn kind(kind: MatchKind) -> &'static str {
    match kind {
        MatchKind::SamePoint => "same point",
        MatchKind::Related => "related",
        MatchKind::Added => "added by hand",
    }
}
