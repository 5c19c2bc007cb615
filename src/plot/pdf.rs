//! A figure as a PDF page: the same drawing, its text selectable in an embedded font, its provenance in
//! the document's information.

use krilla::geom::Size;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};

use super::PictureError;
use super::glyphs::Letters;
use super::tree::tree;
use crate::chart::{Chart, Theme};
use crate::score::provenance::Fact;

/// PDF points a point of the figure: 72 an inch against 96.
const SCALE: f32 = 0.75;

/// The figure as a PDF document of one page; `size` in points of the figure, higher where it needs more
/// room. The same chart and date give the same bytes on machines with the same fonts.
pub fn pdf(
    chart: &Chart,
    size: [f32; 2],
    theme: Theme,
    date: Option<&str>,
) -> Result<Vec<u8>, PictureError> {
    let tree = tree(chart, size, theme, Letters::Text)?;
    let size = Size::from_wh(tree.size().width() * SCALE, tree.size().height() * SCALE)
        .ok_or_else(|| PictureError::Pdf("the page has no size".to_owned()))?;
    let mut document = krilla::Document::new();
    document.set_metadata(information(chart, date));
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(|| PictureError::Pdf("the drawing does not fit the page".to_owned()))?;
    document
        .finish()
        .map_err(|error| PictureError::Pdf(format!("{error:?}")))
}

fn information(chart: &Chart, date: Option<&str>) -> Metadata {
    let facts = chart.provenance.facts().into_iter();
    let told = facts.filter_map(|(fact, value)| match fact {
        Fact::Software => None,
        Fact::Settings => Some(value),
        other => Some(format!("{}: {value}", other.keyword())),
    });
    let told: Vec<String> = told.collect();
    let information = Metadata::new()
        .language("en".to_owned())
        .title(chart.title.clone())
        .description(told.join("; "))
        .creator(format!("Parallax {}", crate::VERSION));
    match date.and_then(moment) {
        Some(moment) => information.creation_date(moment),
        None => information,
    }
}

/// `2026-11-22T15:57:27Z`, as PDF takes it.
fn moment(iso: &str) -> Option<DateTime> {
    let mut numbers = iso.split(|c: char| !c.is_ascii_digit());
    let year = numbers.next()?.parse().ok()?;
    let mut next = || numbers.next()?.parse::<u8>().ok();
    let date = DateTime::new(year).month(next()?).day(next()?);
    let time = date.hour(next()?).minute(next()?).second(next()?);
    Some(time.utc_offset_hour(0).utc_offset_minute(0))
}
