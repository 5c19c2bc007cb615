//! The comparison in words, and the tables of differences.

use super::Report;
use super::item::{Item, Section, Table};
use crate::article::Side;
use crate::compare::{Difference, Verdict};
use crate::score::tone::TONE;
use crate::text::{counted, optional};

/// The headings of the findings, and what stands under each.
const GROUPS: [(&str, &[Verdict]); 4] = [
    ("Clear differences", &[Verdict::Clear]),
    ("Possible differences", &[Verdict::Possible]),
    (
        "No clear difference at this length",
        &[Verdict::NoClearDifference],
    ),
    (
        "Not tested",
        &[
            Verdict::NotTested,
            Verdict::TooShort,
            Verdict::TooFew,
            Verdict::OtherStory,
            Verdict::Missing,
        ],
    ),
];

/// What was found, in sentences.
pub(super) fn summary(report: &Report<'_>) -> Section {
    let differences = &report.comparison.differences;
    let mut items = Vec::new();
    if let Some(notice) = report.comparison.coverage.notice() {
        items.push(Item::Notice(notice.to_owned()));
    }
    items.push(Item::Text(overview(differences)));
    items.push(Item::Table(sources(report)));
    for (heading, verdicts) in GROUPS {
        let found = verdicts
            .iter()
            .flat_map(|verdict| of(differences, *verdict));
        let found: Vec<_> = found
            .map(|item| (item.sentence.clone(), item.figures()))
            .collect();
        if !found.is_empty() {
            items.push(Item::Heading((*heading).to_owned()));
            items.push(Item::List(found));
        }
    }
    Section::new("findings", "In words", items)
}

fn of(differences: &[Difference], verdict: Verdict) -> impl Iterator<Item = &Difference> {
    differences.iter().filter(move |d| d.verdict == verdict)
}

/// How many measures differ.
fn overview(differences: &[Difference]) -> String {
    let count = |verdict| of(differences, verdict).count();
    let (clear, possible) = (count(Verdict::Clear), count(Verdict::Possible));
    let same = count(Verdict::NoClearDifference);
    let tested = clear + possible + same;
    if tested == 0 {
        return "None of the measures could be tested: there is too little text.".to_owned();
    }
    let mut out = match clear {
        0 => format!(
            "Of {} that could be tested, none differs clearly",
            counted(tested, "measure")
        ),
        1 => format!(
            "Of {} that could be tested, one differs clearly",
            counted(tested, "measure")
        ),
        n => format!(
            "Of {} that could be tested, {n} differ clearly",
            counted(tested, "measure")
        ),
    };
    if possible > 0 {
        out = format!("{out} and {possible} possibly");
    }
    out + ". “No clear difference at this length” means that texts this short would often differ as much \
           by chance; it does not mean that they are alike."
}

/// What is compared.
fn sources(report: &Report<'_>) -> Table {
    let mut table = Table::new(
        "What is compared",
        &[
            "Source",
            "#Articles",
            "#Paragraphs",
            "#Sentences",
            "#Words",
            "#Mean tone",
        ],
    );
    for side in Side::BOTH {
        let source = report.source(side);
        table.rows.push(vec![
            format!("{}: {}", side.label(), source.short_name()),
            source.articles.len().to_string(),
            source.units().count().to_string(),
            source.sentences().to_string(),
            report.comparison.coverage.side(side).words.to_string(),
            optional(source.tone(), |tone| TONE.show(tone.value)),
        ]);
    }
    table
}

/// Every measure in figures.
pub(super) fn differences(report: &Report<'_>) -> Section {
    let items = vec![
        Item::Text(
            "A − B is positive where A is higher. An interval that includes zero is no clear difference. \
             The p-values are from permutation tests, adjusted for the number of measures \
             (Benjamini–Hochberg); Cliff’s δ is the size of the effect, −1 to +1."
                .to_owned(),
        ),
        Item::Table(table(
            "Every measure, compared",
            &report.comparison.differences,
        )),
    ];
    Section::new("differences", "Differences", items).with(&["differences", "spread", "paragraphs"])
}

/// The same on matched passages.
pub(super) fn like_for_like(report: &Report<'_>) -> Section {
    let items = vec![
        Item::Text(
            "The same measures on matched passages alone: where both tell the same point, do they word it \
             differently?"
                .to_owned(),
        ),
        Item::Table(table(
            "Matched passages alone, compared",
            &report.comparison.like_for_like,
        )),
    ];
    Section::new("like-for-like", "Like for like", items)
}

/// Whether the order in tone holds.
pub(super) fn robustness(report: &Report<'_>) -> Section {
    let robustness = &report.comparison.robustness;
    let mut items = vec![
        Item::Text(robustness.sentence.clone()),
        Item::Text(
            "The comparison of tone was made again under every combination of the corrections, with and \
             without quoted speech, as mean and as median, on all passages and on matched ones."
                .to_owned(),
        ),
    ];
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
    Section::new("does-it-hold", "Does it hold?", items)
}

fn table(caption: &str, differences: &[Difference]) -> Table {
    let mut table = Table::of_differences(caption, "Measure");
    let rows = differences.iter();
    table.rows = rows.map(|item| item.cells().to_vec()).collect();
    table
}
