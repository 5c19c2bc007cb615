//! The charts of a report: drawn for white and for near-black, to stand in one page.

use super::save::WIDTH;
use super::svg::{Page, SvgText, document};
use crate::chart::{self, Chart, Input, Kind, Theme};
use crate::export::report::Figure;

/// Every chart of `input` that has something to show, drawn for a report. `with_text` says whether the
/// articles' own words may be in them; without, the chart of the headlines is left out.
pub fn report_charts(input: &Input<'_>, with_text: bool) -> Vec<Figure> {
    Kind::all()
        .iter()
        .filter(|kind| with_text || **kind != Kind::Headline)
        .map(|kind| chart::build(*kind, input))
        .filter(|chart| !chart.marks.is_empty())
        .map(|chart| figure(&chart))
        .collect()
}

fn figure(chart: &Chart) -> Figure {
    let drawn = |theme: Theme, prefix: &str| {
        let page = Page {
            inline: Some(prefix),
            ..Page::new([WIDTH, chart.height], theme).text(SvgText::Editable)
        };
        document(chart, &page).svg
    };
    let id = chart.kind.id();
    Figure {
        id,
        title: chart.title.clone(),
        summary: chart.summary.clone(),
        light: drawn(Theme::Light, &format!("{id}-light-")),
        dark: drawn(Theme::Dark, &format!("{id}-dark-")),
    }
}
