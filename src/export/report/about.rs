//! How everything was computed, and what from.

use super::Report;
use super::item::{Item, Section};
use crate::chart::Provenance;
use crate::score::registry::MEASURES;
use crate::score::second::methods as second;

/// What each measure means, in a sentence.
pub(super) fn short_methods<'a>(report: &Report<'_>) -> Vec<Item<'a>> {
    let facts = MEASURES.iter().map(|measure| {
        let meaning = format!("{}: {}", measure.unit, measure.direction);
        (measure.label.to_owned(), meaning)
    });
    let mut items = vec![
        Item::Text(
            "Everything is computed on this machine from the words of the texts alone. Formulas, limits and \
             references are in “Methods in full” and in the program under Methods."
                .to_owned(),
        ),
        Item::Facts(facts.collect()),
    ];
    if is_read(report) {
        items.push(Item::Heading(second::NAME.to_owned()));
        items.extend(second_reader(4));
    }
    items
}

/// Whether the second reader was asked.
fn is_read(report: &Report<'_>) -> bool {
    report.a.is_read() && report.b.is_read()
}

/// The first of the facts about the second reader.
fn second_reader<'a>(most: usize) -> Vec<Item<'a>> {
    let facts = second::METHODS.iter().take(most);
    let facts = facts.map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    vec![Item::Facts(facts.collect())]
}

/// Every measure, from the registry.
pub(super) fn methods<'a>(report: &Report<'_>) -> Vec<Item<'a>> {
    let mut items = vec![Item::Text(
        "Everything is computed on this machine from the words of the texts alone.".to_owned(),
    )];
    for measure in MEASURES {
        items.push(Item::Heading(measure.label.to_owned()));
        let facts = measure.facts().into_iter();
        let facts = facts.filter(|(name, _)| *name != "Id");
        items.push(Item::Facts(
            facts.map(|(name, text)| (name.to_owned(), text)).collect(),
        ));
    }
    if is_read(report) {
        items.push(Item::Heading(second::NAME.to_owned()));
        items.extend(second_reader(second::METHODS.len()));
    }
    items
}

/// Version, settings, seed, inputs and date.
pub(super) fn provenance<'a>(report: &Report<'a>) -> Section<'a> {
    let provenance = Provenance {
        date: report.date.map(str::to_owned),
        ..Provenance::of(&report.input())
    };
    let facts = provenance.facts().into_iter();
    let facts = facts.map(|(fact, value)| (fact.label().to_owned(), value));
    Section::new(
        "provenance",
        "Provenance",
        vec![Item::Facts(facts.collect())],
    )
}
