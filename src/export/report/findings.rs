//! What was found, in sentences.

use super::item::{Item, Sentence, Table};
use super::subject::Report;
use crate::article::Side;
use crate::compare::AgreeingSentences;
use crate::compare::findings::{Finding, Piece};
use crate::score::tone::TONE;
use crate::text::optional;

/// What was found, and what of.
pub(super) fn items<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let findings = &report.comparison.findings;
    let mut items = Vec::new();
    if findings.is_empty() {
        items.push(Item::Text(
            "Nothing was found: no text could be scored.".to_owned(),
        ));
    } else {
        let sentences = findings.iter().map(|finding| sentence(report, finding));
        items.push(Item::List(sentences.collect()));
    }
    if let Some(agreeing) = AgreeingSentences::of(&[report.a, report.b]) {
        items.push(Item::Text(agreeing.sentence()));
    }
    items.push(Item::Table(sources(report)));
    items
}

/// A finding as a sentence with its figure and how sure it is.
pub(super) fn sentence(report: &Report<'_>, finding: &Finding) -> Sentence {
    let pieces = finding.sentence.pieces().iter();
    let words = pieces.map(|piece| match piece {
        Piece::Text(text) => (None, text.clone()),
        Piece::Source(side, name) => (Some(*side), name.clone()),
    });
    let figures = [finding.figure.text.as_str(), finding.certainty.label()];
    let figures: Vec<&str> = figures
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Sentence {
        words: words.collect(),
        detail: if report.with_text() {
            finding.detail.to_string()
        } else {
            String::new()
        },
        figures: figures.join("; "),
    }
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
            source.counting().to_string(),
            source.units().count().to_string(),
            source.sentences().to_string(),
            report.comparison.coverage.side(side).words.to_string(),
            optional(source.tone(), |tone| TONE.show(tone.value)),
        ]);
    }
    table
}
