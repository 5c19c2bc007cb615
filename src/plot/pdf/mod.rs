//! A figure as a PDF page: the same drawing, its text selectable in an embedded font, its provenance in
//! the document's information.

mod drawing;
mod fonts;
mod packed;

use pdf_writer::{Date, Filter, Finish as _, Name, Pdf, Rect, Ref, TextStr};

use super::PictureError;
use super::glyphs::Letters;
use super::tree::tree;
use crate::chart::{Chart, Theme};
use crate::export::escape_xml;
use crate::score::provenance::Fact;
use drawing::{Drawing, opacity_name};
use packed::packed;

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
    let size = tree.size();
    let (width, height) = (size.width() * SCALE, size.height() * SCALE);
    let mut drawing = Drawing::new(tree.fontdb());
    // A page counts upwards, in its own points.
    drawing
        .content
        .transform([SCALE, 0.0, 0.0, -SCALE, 0.0, height]);
    drawing.group(tree.root());

    let mut pdf = Pdf::new();
    let mut next = Ref::new(1);
    let [catalog, pages, page, content, about, metadata] = [(); 6].map(|()| next.bump());
    let fonts = drawing.fonts.write(&mut pdf, &mut next)?;
    let mut opacities = Vec::new();
    for opacity in &drawing.opacities {
        let state = next.bump();
        let share = f32::from(*opacity) / 255.0;
        pdf.ext_graphics(state)
            .non_stroking_alpha(share)
            .stroking_alpha(share);
        opacities.push((opacity_name(*opacity), state));
    }
    let packed = packed(&drawing.content.finish());
    pdf.stream(content, &packed).filter(Filter::FlateDecode);

    pdf.catalog(catalog)
        .pages(pages)
        .lang(TextStr("en"))
        .metadata(metadata);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet
        .parent(pages)
        .media_box(Rect::new(0.0, 0.0, width, height))
        .contents(content);
    let mut resources = sheet.resources();
    let mut named = resources.fonts();
    for (name, font) in &fonts {
        named.pair(Name(name.as_bytes()), *font);
    }
    named.finish();
    let mut named = resources.ext_g_states();
    for (name, state) in &opacities {
        named.pair(Name(name.as_bytes()), *state);
    }
    named.finish();
    resources.finish();
    sheet.finish();

    let told = told(chart);
    let creator = format!("Parallax {}", crate::VERSION);
    let mut information = pdf.document_info(about);
    information
        .title(TextStr(&chart.title))
        .subject(TextStr(&told))
        .creator(TextStr(&creator));
    if let Some(moment) = date.and_then(moment) {
        information.creation_date(moment);
    }
    information.finish();
    pdf.metadata(metadata, packet(chart, &told, &creator, date).as_bytes());
    Ok(pdf.finish())
}

/// What the figure was made from, in one line.
fn told(chart: &Chart) -> String {
    let facts = chart.provenance.facts().into_iter();
    let told = facts.filter_map(|(fact, value)| match fact {
        Fact::Software => None,
        Fact::Settings => Some(value),
        other => Some(format!("{}: {value}", other.keyword())),
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The same as an XMP packet, which search programs read.
fn packet(chart: &Chart, told: &str, creator: &str, date: Option<&str>) -> String {
    let alternative = |text: &str| {
        let text = escape_xml(text);
        format!(r#"<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>"#)
    };
    let date = date.map_or(String::new(), |date| {
        format!("<xmp:CreateDate>{}</xmp:CreateDate>", escape_xml(date))
    });
    format!(
        concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">"#,
            r#"<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" "#,
            r#"xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:format>application/pdf</dc:format>"#,
            "<dc:title>{}</dc:title><dc:description>{}</dc:description>",
            "<xmp:CreatorTool>{}</xmp:CreatorTool>{}</rdf:Description></rdf:RDF></x:xmpmeta>\n",
            r#"<?xpacket end="r"?>"#,
        ),
        alternative(&chart.title),
        alternative(told),
        escape_xml(creator),
        date,
    )
}

/// `2026-11-22T15:57:27Z`, as PDF takes it.
fn moment(iso: &str) -> Option<Date> {
    let mut numbers = iso.split(|c: char| !c.is_ascii_digit());
    let year = numbers.next()?.parse().ok()?;
    let mut next = || numbers.next()?.parse::<u8>().ok();
    let date = Date::new(year).month(next()?).day(next()?);
    let time = date.hour(next()?).minute(next()?).second(next()?);
    Some(time.utc_offset_hour(0).utc_offset_minute(0))
}
