//! From the parts chosen to the sections of a report, in the order chosen.

use super::charts::chart;
use super::item::{Item, Section};
use super::part::Part;
use super::subject::Report;
use super::{
    about, differences, findings, headlines, passages, pinned, same_stories, texts, wording,
};

/// Every section, in order. Charts that follow each other stand in one.
pub(super) fn sections<'a>(report: &Report<'a>) -> Vec<Section<'a>> {
    let mut sections: Vec<Section<'a>> = Vec::new();
    let mut after_chart = false;
    for part in report.parts() {
        if let Part::Chart(kind) = part {
            let item = chart(report, kind);
            match sections.last_mut() {
                Some(charts) if after_chart => charts.items.push(item),
                _ => {
                    let id = match sections.iter().filter(|s| s.title == CHARTS).count() {
                        0 => "charts".to_owned(),
                        before => format!("charts-{}", before + 1),
                    };
                    sections.push(Section::new(&id, CHARTS, vec![item]));
                }
            }
            after_chart = true;
            continue;
        }
        after_chart = false;
        sections.push(plain(report, part));
    }
    sections.push(about::provenance(report));
    sections
}

/// The heading over charts.
const CHARTS: &str = "Charts";

/// The section of a part that is no chart.
fn plain<'a>(report: &Report<'a>, part: Part) -> Section<'a> {
    let items = match part {
        Part::Findings => findings::items(report),
        Part::Headlines => headlines::items(report),
        Part::Table => differences::table(report),
        Part::SameStories => same_stories::items(report),
        Part::Words => wording::words(report),
        Part::People => wording::people(report),
        Part::Quoted => wording::quoted(report),
        Part::Passages => passages::items(report),
        Part::Checks => differences::checks(report),
        Part::Texts => texts::items(report),
        Part::Pinned => pinned::items(report),
        Part::Notes => notes(report),
        Part::Methods => about::short_methods(report),
        Part::FullMethods => about::methods(report),
        Part::Chart(kind) => vec![chart(report, kind)],
    };
    Section::new(&part.to_string(), part.title(), items)
}

/// The user's own words, paragraph by paragraph.
fn notes<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let notes = report.choice.notes.replace("\r\n", "\n");
    let paragraphs = notes.split("\n\n").map(str::trim);
    let mut items: Vec<_> = paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| Item::Text(paragraph.to_owned()))
        .collect();
    if items.is_empty() {
        items.push(Item::Text("No notes were written.".to_owned()));
    }
    items
}
