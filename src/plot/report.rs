//! The charts of a report: drawn for the format it is written in.

use super::PictureError;
use super::png::png;
use super::save::WIDTH;
use super::svg::{Page, SvgText, document};
use crate::chart::{self, Chart, Input, Kind, StudyView, Theme};
use crate::export::report::{Drawing, Figure, Format, chart_input};
use crate::export::study::StudyFigure;

/// Pixels a point in a picture of a Word document: 200 to the inch where it fills the page.
const SCALE: f32 = 1.5;

/// Those of the charts `kinds` that have something to show, drawn for a report in `format`. `with_text`
/// says whether the articles' own words may be in them; without, the chart of the headlines is left out.
///
/// # Errors
/// [`PictureError`] where a picture could not be made.
pub fn report_charts(
    input: &Input<'_>,
    kinds: &[Kind],
    format: Format,
    with_text: bool,
) -> Result<Vec<Figure>, PictureError> {
    let mut figures = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let Some(input) = chart_input(*kind, input, with_text) else {
            continue;
        };
        let chart = chart::build(*kind, &input);
        if chart.marks.is_empty() {
            continue;
        }
        let id = chart.kind.id();
        let Some(drawing) = drawing(&chart, format, id)? else {
            continue;
        };
        let kind = *kind;
        figures.push(Figure { kind, drawing });
    }
    Ok(figures)
}

/// The charts of a study that have something to show, drawn for a report in `format`.
///
/// # Errors
/// [`PictureError`] where a picture could not be made.
pub fn study_charts(
    study: StudyView<'_>,
    format: Format,
) -> Result<Vec<StudyFigure>, PictureError> {
    let mut figures = Vec::new();
    for (kind, at) in study.charts() {
        let chart = chart::build(kind, &study.input(at));
        if chart.marks.is_empty() {
            continue;
        }
        let id = format!("{}-{at}", kind.id());
        let Some(drawing) = drawing(&chart, format, &id)? else {
            continue;
        };
        figures.push(StudyFigure {
            kind,
            at,
            title: chart.title,
            summary: chart.summary,
            height: chart.height,
            drawing,
        });
    }
    Ok(figures)
}

/// A chart as a format takes it; `None` for Markdown, which says it in words. `id` is that of no other drawing.
fn drawing(chart: &Chart, format: Format, id: &str) -> Result<Option<Drawing>, PictureError> {
    Ok(match format {
        Format::Html => Some(page(chart, id)),
        Format::Docx => Some(picture(chart)?),
        Format::Markdown => None,
    })
}

fn page(chart: &Chart, id: &str) -> Drawing {
    let drawn = |theme: Theme, prefix: &str| {
        let page = Page {
            inline: Some(prefix),
            ..Page::new([WIDTH, chart.height], theme).text(SvgText::Editable)
        };
        document(chart, &page).svg
    };
    Drawing::Page {
        light: drawn(Theme::Light, &format!("{id}-light-")),
        dark: drawn(Theme::Dark, &format!("{id}-dark-")),
    }
}

fn picture(chart: &Chart) -> Result<Drawing, PictureError> {
    let png = png(chart, [WIDTH, chart.height], SCALE, Theme::Light)?;
    // A PNG says its width and height in its first chunk, after sixteen bytes.
    let side = |at: usize| {
        let bytes = png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, u32::from_be_bytes)
    };
    Ok(Drawing::Picture {
        size: [side(16), side(20)],
        png,
    })
}
