//! Words behind the difference in tone, terms that set the sources apart, people both name.

use super::item::{Item, Table};
use super::subject::{NOT_COMPARED, Report};
use crate::article::Side;
use crate::compare::{self, OneSided, PersonPair, Quoted};
use crate::text::{number, optional, shorten, signed};

/// Rows of lists that go on.
const ROWS: usize = 20;
/// Terms listed of each source.
const TERMS: usize = 12;
/// Characters shown of a word or a name.
const LONGEST: usize = 40;

/// The words behind the difference in tone, and the terms that set the sources apart.
pub(super) fn words<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let mut items = vec![Item::Heading("Why tone differs".to_owned())];
    if report.comparable() {
        items.extend(shift(report));
    } else {
        items.push(Item::Text(NOT_COMPARED.to_owned()));
    }
    items.push(Item::Heading("Terms".to_owned()));
    items.extend(terms(report));
    items
}

fn shift<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let shift = &report.comparison.words.word_shift;
    let mut items = vec![Item::Text(format!(
        "What each word adds to the difference in tone. All of them together are that difference, A − B = {}.",
        optional(shift.difference, |by| number(by, 3))
    ))];
    let mut table = Table::new(
        "Words behind the difference in tone",
        &[
            "Word",
            "#Shift",
            "#In A",
            "#In B",
            "#Uses in A",
            "#Uses in B",
        ],
    );
    table.rows = shift
        .words
        .iter()
        .take(ROWS)
        .map(|word| {
            let [of_a, of_b] = word.n;
            vec![
                shorten(&word.word, LONGEST),
                number(word.shift, 3),
                number(word.a, 3),
                number(word.b, 3),
                of_a.to_string(),
                of_b.to_string(),
            ]
        })
        .collect();
    items.push(Item::Table(table));
    items.extend(rest(shift.words.len(), "words"));
    items
}

fn terms<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let mut items = vec![Item::Text(
        "Words and names that one source uses more, ranked by their log-odds. A ranking, not a test: in \
         texts this short hardly any term differs for certain."
            .to_owned(),
    )];
    for (side, sign) in [(Side::A, 1.0), (Side::B, -1.0)] {
        let mut table = Table::new(
            &format!(
                "Terms {} uses more: {}",
                side.label(),
                report.source(side).short_name()
            ),
            &["Term", "#Uses in A", "#Uses in B", "#z"],
        );
        let terms = report.comparison.words.terms.iter();
        table.rows = terms
            .filter(|term| term.z * sign > 0.0)
            .take(TERMS)
            .map(|term| {
                vec![
                    shorten(&term.term, LONGEST),
                    term.a.to_string(),
                    term.b.to_string(),
                    signed(term.z, 2),
                ]
            })
            .collect();
        items.push(Item::Table(table));
    }
    items
}

/// Whom they name.
pub(super) fn people<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let people = &report.comparison.words.people;
    if people.both.is_empty() && people.only_a.is_empty() && people.only_b.is_empty() {
        return vec![Item::Text("No names were found in either.".to_owned())];
    }
    let mut items = Vec::new();
    if !report.comparable() {
        items.push(Item::Text(NOT_COMPARED.to_owned()));
    } else if !people.both.is_empty() {
        items.push(Item::Text(
            "How the sentences that name them speak of those both name, −1 negative to +1 positive, by a \
             model that sees each sentence with the names masked. An interval takes mentions in eight \
             paragraphs a side; n counts paragraphs, and the p-values are adjusted for the number of names."
                .to_owned(),
        ));
        items.push(Item::Table(towards(&people.both)));
        items.extend(rest(people.both.len(), "names"));
    }
    for (side, names) in [(Side::A, &people.only_a), (Side::B, &people.only_b)] {
        let names: Vec<String> = names.iter().take(ROWS).map(one_sided).collect();
        if !names.is_empty() {
            items.push(Item::Text(format!(
                "Named only by {}: {}.",
                side.label(),
                names.join(", ")
            )));
        }
    }
    items
}

/// Whom each source quotes.
pub(super) fn quoted<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let notes = &report.choice.source_notes;
    let filled = |column: &&String, rows: &[Quoted]| {
        rows.iter()
            .any(|row| !notes.of(&row.name, column).is_empty())
    };
    let mut items = Vec::new();
    for side in Side::BOTH {
        let source = report.source(side);
        let of_all = report.comparison.quoted(side).map(<[Quoted]>::to_vec);
        let rows = of_all.unwrap_or_else(|| compare::quoted(side, &source));
        let name = source.short_name();
        if rows.is_empty() {
            items.push(Item::Text(format!(
                "{name} quotes nobody whose name could be found."
            )));
            continue;
        }
        let own: Vec<&String> = (notes.columns().iter())
            .filter(|column| filled(column, &rows))
            .collect();
        let mut columns = vec!["Speaker", "Kind", "#Quotations", "#Words", "#Articles"];
        columns.extend(own.iter().map(|column| column.as_str()));
        let mut table = Table::new(
            &format!("Who is quoted in {}: {name}", side.label()),
            &columns,
        );
        table.rows = (rows.iter().take(ROWS))
            .map(|row| {
                let mut cells = vec![
                    shorten(&row.name, LONGEST),
                    row.kind_label().to_owned(),
                    row.quotations.to_string(),
                    row.words.to_string(),
                    row.articles.to_string(),
                ];
                let own = own.iter().map(|column| notes.of(&row.name, column));
                cells.extend(own.map(|note| shorten(note, LONGEST)));
                cells
            })
            .collect();
        items.push(Item::Table(table));
        items.extend(rest(rows.len(), "speakers"));
    }
    items
}

fn towards(pairs: &[PersonPair]) -> Table {
    let mut table = Table::of_differences("Wording towards the names both mention", "Name");
    let row = |pair: &PersonPair| pair.towards.cells().to_vec();
    table.rows = pairs.iter().take(ROWS).map(row).collect();
    table
}

/// "Ada Abara (3)".
fn one_sided(one: &OneSided) -> String {
    format!("{} ({})", shorten(&one.name, LONGEST), one.n)
}

/// Says how many rows are left out.
fn rest<'a>(all: usize, what: &str) -> Option<Item<'a>> {
    let more = all.checked_sub(ROWS).filter(|more| *more > 0)?;
    Some(Item::Text(format!(
        "The {ROWS} that weigh most of {all} {what}; {more} are not listed."
    )))
}
