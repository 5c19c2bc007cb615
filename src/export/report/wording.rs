//! Words behind the difference in tone, terms that set the sources apart, people both name.

use super::Report;
use super::item::{Item, Section, Table};
use super::numbers::{minus, optional};
use crate::article::Side;
use crate::chart::{shorten, signed};

/// Rows of lists that go on.
const ROWS: usize = 20;
/// Terms listed of each source.
const TERMS: usize = 12;
/// Characters shown of a word or a name.
const LONGEST: usize = 40;

pub(super) fn shift(report: &Report<'_>) -> Section {
    let shift = &report.comparison.word_shift;
    let mut items = vec![Item::Text(format!(
        "What each word adds to the tone of A less what it adds to that of B. All of them together are the \
         difference in tone, A − B = {}.",
        optional(shift.difference, 3)
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
            let of_a = word.uses.iter().filter(|u| u.side == Side::A).count();
            vec![
                shorten(&word.word, LONGEST),
                minus(word.shift, 3),
                minus(word.a, 3),
                minus(word.b, 3),
                of_a.to_string(),
                (word.uses.len() - of_a).to_string(),
            ]
        })
        .collect();
    items.push(Item::Table(table));
    items.extend(rest(shift.words.len(), "words"));
    Section::new("word-shift", "Why tone differs", items).with(&["word-shift"])
}

pub(super) fn terms(report: &Report<'_>) -> Section {
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
        let terms = report.comparison.terms.iter();
        table.rows = terms
            .filter(|term| term.z * sign > 0.0)
            .take(TERMS)
            .map(|term| {
                vec![
                    shorten(&term.term, LONGEST),
                    term.a.to_string(),
                    term.b.to_string(),
                    signed(term.z),
                ]
            })
            .collect();
        items.push(Item::Table(table));
    }
    Section::new("terms", "Terms", items).with(&["terms"])
}

/// The people both name; `None` where there are none.
pub(super) fn people(report: &Report<'_>) -> Option<Section> {
    if report.people.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "Tone of the text around the names both mention",
        &[
            "Name",
            "#Tone in A",
            "#Tone in B",
            "#A − B",
            "#Mentions in A",
            "#Mentions in B",
        ],
    );
    table.rows = report
        .people
        .iter()
        .take(ROWS)
        .map(|pair| {
            vec![
                shorten(&pair.name, LONGEST),
                signed(pair.a),
                signed(pair.b),
                signed(pair.difference),
                pair.n_a.to_string(),
                pair.n_b.to_string(),
            ]
        })
        .collect();
    let mut items = vec![Item::Table(table)];
    items.extend(rest(report.people.len(), "names"));
    Some(Section::new("people", "People, places and bodies", items).with(&["people"]))
}

/// Says how many rows are left out.
pub(super) fn rest(all: usize, what: &str) -> Option<Item> {
    let more = all.checked_sub(ROWS).filter(|more| *more > 0)?;
    Some(Item::Text(format!(
        "The {ROWS} that weigh most of {all} {what}; {more} are not listed."
    )))
}
