//! A chart of a report: what it says, with its drawing where it was drawn.

use super::item::{Chart, Item};
use super::subject::{NOT_COMPARED, Report, chart_input};
use crate::chart::{self, Kind};

/// A chart, or one line that says why there is none.
pub(super) fn chart<'a>(report: &Report<'a>, kind: Kind) -> Item<'a> {
    let Some(input) = chart_input(kind, &report.input(), report.with_text()) else {
        let why = if kind.shows_headlines() && !report.with_text() {
            "This report was made without the articles’ own words."
        } else {
            NOT_COMPARED
        };
        return Item::Text(format!("{}: {why}", kind.label()));
    };
    let built = chart::build(kind, &input);
    if built.marks.is_empty() {
        return Item::Text(format!("{}: {}", kind.label(), built.summary));
    }
    Item::Chart(Chart {
        id: kind.id(),
        title: built.title,
        summary: built.summary,
        drawing: report.drawing(kind),
        height: built.height,
    })
}
