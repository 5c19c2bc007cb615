//! The comparison in words, and the tables of differences.

use super::Report;
use super::item::{Item, Section, Table};
use super::numbers::interval;
use crate::article::Side;
use crate::compare::{Difference, Verdict};
use crate::text::{NONE, counted, number, optional, p_value, signed};

/// What was found, in sentences.
pub(super) fn summary(report: &Report<'_>) -> Section {
    let differences = &report.comparison.differences;
    let mut items = Vec::new();
    if let Some(notice) = report.comparison.coverage.notice() {
        items.push(Item::Notice(notice.to_owned()));
    }
    items.push(Item::Text(overview(differences)));
    items.push(Item::Table(sources(report)));
    for (heading, verdict) in [
        ("Clear differences", Verdict::Clear),
        ("Possible differences", Verdict::Possible),
    ] {
        let found: Vec<_> = of(differences, verdict).map(in_full).collect();
        if !found.is_empty() {
            items.push(Item::Heading(heading.to_owned()));
            items.push(Item::List(found));
        }
    }
    let same: Vec<_> = of(differences, Verdict::NoClearDifference)
        .map(in_full)
        .collect();
    if !same.is_empty() {
        items.push(Item::Heading(
            "No clear difference at this length".to_owned(),
        ));
        items.push(Item::List(same));
    }
    let untested = [
        Verdict::NotTested,
        Verdict::TooShort,
        Verdict::TooFew,
        Verdict::Missing,
    ];
    let untested: Vec<_> = untested
        .into_iter()
        .flat_map(|verdict| of(differences, verdict))
        .map(in_full)
        .collect();
    if !untested.is_empty() {
        items.push(Item::Heading("Not tested".to_owned()));
        items.push(Item::List(untested));
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

/// One measure: its sentence, and the figures behind it.
fn in_full(item: &Difference) -> (String, String) {
    let mut figures = Vec::new();
    let digits = item.measure.digits();
    let settled = matches!(item.verdict, Verdict::Clear | Verdict::Possible);
    if let (false, Some(difference)) = (settled, item.difference) {
        figures.push(format!("A − B = {}", number(difference, digits)));
        figures.extend(interval(item).map(|ends| format!("95 % interval {ends}")));
    }
    if item.p.is_some() {
        figures.push(format!(
            "n = {} and {} {}",
            item.n_a,
            item.n_b,
            item.cluster.label(item.n_b)
        ));
    }
    figures.extend(item.adjusted_p.map(|p| match p_value(p) {
        small if small.starts_with('<') => format!("adjusted p {small}"),
        p => format!("adjusted p = {p}"),
    }));
    if let (true, Some(delta), Some(effect)) = (item.p.is_some(), item.delta, item.effect) {
        figures.push(format!(
            "{} effect, Cliff’s δ {}",
            effect.label(),
            signed(delta, 2)
        ));
    }
    (item.sentence.clone(), figures.join("; "))
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
        let tone = source.tone().map(|tone| signed(tone.value, 2));
        table.rows.push(vec![
            format!("{}: {}", side.label(), source.short_name()),
            source.articles.len().to_string(),
            source.units().count().to_string(),
            source.sentences().to_string(),
            report.comparison.coverage.side(side).words.to_string(),
            tone.unwrap_or_else(|| NONE.to_owned()),
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
    let mut table = Table::new(
        caption,
        &[
            "Measure",
            "#A",
            "#B",
            "#A − B",
            "#95 % interval",
            "#Adjusted p",
            "#Cliff’s δ",
            "#n",
            "Verdict",
        ],
    );
    table.rows = differences.iter().map(row).collect();
    table
}

fn row(item: &Difference) -> Vec<String> {
    let digits = item.measure.digits();
    let effect = match (item.delta, item.effect) {
        // Of one value or a handful an effect size says nothing.
        (Some(delta), Some(effect)) if item.p.is_some() => {
            format!("{} {}", signed(delta, 2), effect.label())
        }
        _ => NONE.to_owned(),
    };
    vec![
        item.measure.label.to_owned(),
        optional(item.a, |a| number(a, digits)),
        optional(item.b, |b| number(b, digits)),
        optional(item.difference, |by| number(by, digits)),
        interval(item).unwrap_or_else(|| NONE.to_owned()),
        optional(item.adjusted_p, p_value),
        effect,
        format!("{} / {}", item.n_a, item.n_b),
        verdict(item.verdict).to_owned(),
    ]
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Missing => "nothing to measure",
        Verdict::NotTested => "one value a side",
        Verdict::TooShort => "too short to compare",
        Verdict::TooFew => "too little of it",
        Verdict::NoClearDifference => "no clear difference",
        Verdict::Possible => "possible",
        Verdict::Clear => "clear",
    }
}
