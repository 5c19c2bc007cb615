//! How everything was computed, and what from.

use super::Report;
use super::item::{Item, Section};
use crate::chart::Provenance;
use crate::score::registry::MEASURES;

/// Every measure, from the registry.
pub(super) fn methods() -> Section {
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
    Section::new("methods", "Methods", items)
}

/// Version, settings, seed, inputs and date.
pub(super) fn provenance(report: &Report<'_>) -> Section {
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
