//! Every measure in figures, and whether what they say holds.

use super::item::{Item, Table};
use super::subject::{NOT_COMPARED, Report};
use crate::compare::Difference;

/// Every measure in figures.
pub(super) fn table<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    if !report.comparable() {
        return vec![Item::Text(NOT_COMPARED.to_owned())];
    }
    let mut items = vec![Item::Table(self::differences(
        "Every measure, compared",
        &report.comparison.differences,
    ))];
    let lists: Vec<Difference> = report
        .comparison
        .lists
        .iter()
        .map(|row| row.rate.clone())
        .collect();
    if !lists.is_empty() {
        items.push(Item::Table(self::differences(
            "Your own lists, per 100 words of own voice",
            &lists,
        )));
    }
    items.push(
        Item::Text(
            "A − B is positive where A is higher. An interval that includes zero is no clear difference. \
             The p-values are from permutation tests, adjusted for the number of measures \
             (Benjamini–Hochberg); Cliff’s δ is the size of the effect, −1 to +1. “No clear difference at \
             this length” means that texts this short would often differ as much by chance; it does not \
             mean that they are alike."
                .to_owned(),
        ),
    );
    items
}

/// The same on matched passages, and whether the order in tone holds under other settings.
pub(super) fn checks<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    if !report.comparable() {
        return vec![Item::Text(NOT_COMPARED.to_owned())];
    }
    let robustness = &report.comparison.robustness;
    let mut items = vec![
        Item::Heading("Under other settings of tone".to_owned()),
        Item::Text(robustness.sentence.clone()),
        Item::Text(
            "The comparison of tone was made again under every combination of the corrections, with and \
             without quoted speech, as mean and as median, on all passages and on matched ones."
                .to_owned(),
        ),
    ];
    if robustness
        .settings
        .iter()
        .any(|result| result.setting.second)
    {
        items.push(Item::Text(
            "The second reader counts as settings too: its tone in place of that of the word lists.".to_owned(),
        ));
    }
    if robustness.comparable > 0 {
        let mut table = Table::new(
            "Settings by which source is the more negative",
            &["", "#Settings"],
        );
        let equal = robustness.comparable - robustness.a_more_negative - robustness.b_more_negative;
        table.rows = vec![
            vec![
                format!("A: {}", report.a.short_name()),
                robustness.a_more_negative.to_string(),
            ],
            vec![
                format!("B: {}", report.b.short_name()),
                robustness.b_more_negative.to_string(),
            ],
            vec!["Neither".to_owned(), equal.to_string()],
        ];
        items.push(Item::Table(table));
    }
    items.extend([
        Item::Heading("Like for like".to_owned()),
        Item::Text(
            "The same measures on matched passages alone: where both tell the same point, do they word it \
             differently?"
                .to_owned(),
        ),
        Item::Table(self::differences(
            "Matched passages alone, compared",
            &report.comparison.like_for_like,
        )),
    ]);
    items
}

pub(super) fn differences(caption: &str, differences: &[Difference]) -> Table {
    let mut table = Table::of_differences(caption, "Measure");
    let rows = differences.iter();
    table.rows = rows.map(|item| item.cells().to_vec()).collect();
    table
}
