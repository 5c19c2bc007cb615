//! Charts as files: PDF, editable SVG, folders of them, and characters the bundled font lacks.

use std::path::Path;

use parallax::chart::{self, Chart, Kind, Theme};
use parallax::export::report::Format;
use parallax::plot::{self, ChartFormat, SaveOptions, SvgText};
use parallax::work::Progress;
use resvg::usvg::roxmltree;

use crate::story::{HOSTILE, Story, sample};

const SIZE: [f32; 2] = [900.0, 480.0];

fn charts(story: &Story) -> Vec<Chart> {
    let kinds = Kind::all().iter();
    kinds
        .map(|kind| chart::build(*kind, &story.input()))
        .collect()
}

fn count(svg: &str, tag: &str) -> usize {
    let document = roxmltree::Document::parse(svg).unwrap();
    document
        .descendants()
        .filter(|n| n.has_tag_name(tag))
        .count()
}

#[test]
fn editable_text_is_text_and_the_marks_are_the_same() {
    for chart in charts(&sample()) {
        let outlined = plot::svg(&chart, SIZE, Theme::Light);
        let editable = plot::svg_with(&chart, SIZE, Theme::Light, SvgText::Editable);
        for tag in ["rect", "circle", "polygon", "polyline"] {
            assert_eq!(count(&outlined, tag), count(&editable, tag), "{tag}");
        }
        assert_eq!((count(&outlined, "text"), count(&editable, "use")), (0, 0));
        let document = roxmltree::Document::parse(&editable).unwrap();
        let texts: Vec<_> = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .collect();
        assert!(
            texts
                .iter()
                .any(|node| node.text() == Some(chart.title.as_str()))
        );
        for text in texts {
            let family = text.attribute("font-family").unwrap();
            assert!(family.starts_with("Inter,") && family.ends_with("sans-serif"));
        }
        assert!(editable.len() < outlined.len(), "{:?}", chart.kind);
    }
}

/// The text of a PDF as its readers find it.
#[cfg(feature = "pdf")]
fn text_of(pdf: Vec<u8>) -> String {
    use parallax::load::{Input, ReadOptions, open_input, set_program};
    set_program(env!("CARGO_BIN_EXE_parallax"));
    let opened = open_input(Input::from_bytes("chart.pdf", pdf, &ReadOptions::default())).unwrap();
    let article = &opened.articles[0];
    let headline = article.headline.iter().map(|h| h.text.as_str());
    let blocks = article.blocks.iter().map(|block| block.text.as_str());
    headline.chain(blocks).collect::<Vec<_>>().join(" ")
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_has_text_to_select_and_says_where_it_comes_from() {
    let date = Some("2026-11-22T15:57:27Z");
    for chart in charts(&sample()) {
        let pdf = plot::pdf(&chart, SIZE, Theme::Light, date).unwrap();
        if chart.kind == Kind::Arc {
            assert_eq!(pdf, plot::pdf(&chart, SIZE, Theme::Light, date).unwrap());
        }
        let said = String::from_utf8_lossy(&pdf).into_owned();
        for fact in [
            "Seed: 1",
            "Parallax 0.",
            "2026-11-22T15:57:27",
            "ledger.md (SHA-256 ",
        ] {
            assert!(said.contains(fact), "{:?}: {fact}", chart.kind);
        }
        assert!(said.contains("Inter-Regular") && said.contains("ToUnicode"));
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let text = flat(&text_of(pdf));
        for wanted in [&chart.title, &chart.summary, &chart.caption] {
            let first: Vec<&str> = wanted.split_whitespace().take(5).collect();
            assert!(
                text.contains(&flat(&first.join(" "))),
                "{:?}: {first:?}\n{text}",
                chart.kind
            );
        }
    }
}

#[test]
fn every_format_carries_the_seed() {
    let folder = tempfile::tempdir().unwrap();
    let chart = chart::build(Kind::Differences, &sample().input());
    for format in [
        ChartFormat::Svg,
        ChartFormat::Png,
        ChartFormat::Pdf,
        ChartFormat::Csv,
    ] {
        let path = folder.path().join(format.file_name(&chart));
        plot::save_chart(&chart, &path, Theme::Dark).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let said = String::from_utf8_lossy(&bytes);
        let seed = match format {
            ChartFormat::Png => "Seed\0\0\0\0\u{0}1",
            ChartFormat::Svg => "Seed 1",
            _ => "Seed: 1",
        };
        assert!(said.contains(seed), "{format:?}");
    }
}

#[test]
fn pixels_for_the_clipboard_are_opaque_and_on_paper() {
    let chart = chart::build(Kind::Spread, &sample().input());
    let picture = plot::picture(&chart, [600.0, 300.0], 1.5, Theme::Light).unwrap();
    assert_eq!(picture.width, 900);
    assert_eq!(picture.rgba.len(), picture.width * picture.height * 4);
    assert_eq!(picture.rgba[..4], [255; 4]);
    assert!(picture.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255));
    assert!(picture.rgba.chunks_exact(4).any(|pixel| pixel[0] < 60));
}

#[test]
fn all_charts_are_saved_until_told_to_stop() {
    let folder = tempfile::tempdir().unwrap();
    let charts = charts(&sample());
    let save = |folder: &Path, progress: &Progress| {
        let options = SaveOptions::default();
        plot::save_all(&charts, folder, ChartFormat::Csv, options, progress)
    };
    let progress = Progress::telling(|progress| {
        if progress.done() == 4 {
            progress.stop();
        }
    });
    let stopped = save(folder.path(), &progress).unwrap_err();
    assert_eq!(stopped.to_string(), "Saving was stopped.");
    assert_eq!((progress.done(), progress.total()), (4, charts.len()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4);
    assert!(folder.path().join("paragraphs.csv").is_file());
    let written = save(folder.path(), &Progress::default()).unwrap();
    assert_eq!(written.len(), charts.len());
    let failed = save(&folder.path().join("nowhere"), &Progress::default());
    assert!(failed.unwrap_err().to_string().contains("does not exist"));
}

#[test]
fn words_the_bundled_font_lacks_stay_words() {
    let arabic = "ترامب يلتقي بيترو، في البيت";
    let japanese = "大統領が会談";
    let text = |headline: &str| format!("# {headline}\n\nIt was a good day.\n");
    let story = Story::of(
        &text(&format!("A {arabic} B")),
        &text(&format!("{japanese} 🎉 ok")),
    );
    let chart = chart::build(Kind::Headline, &story.input());
    for text in [SvgText::Outlined, SvgText::Editable] {
        let svg = plot::svg_with(&chart, SIZE, Theme::Light, text);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let texts: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect();
        for whole in [arabic, japanese] {
            assert!(texts.iter().any(|text| text.contains(whole)), "{texts:?}");
        }
    }
    // Whatever fonts there are here, a picture and a page can be made.
    plot::png(&chart, SIZE, 1.0, Theme::Light).unwrap();
    plot::pdf(&chart, SIZE, Theme::Light, None).unwrap();
}

#[test]
fn nothing_hostile_in_a_drawing_becomes_markup() {
    let story = Story::of(HOSTILE, HOSTILE).named("<script>alert('&')</script>", HOSTILE);
    for chart in charts(&story) {
        for text in [SvgText::Outlined, SvgText::Editable] {
            let svg = plot::svg_with(&chart, SIZE, Theme::Light, text);
            for tag in ["script", "img", "iframe", "b"] {
                assert_eq!(count(&svg, tag), 0, "{:?}: {tag}", chart.kind);
            }
        }
        plot::pdf(&chart, SIZE, Theme::Light, None).unwrap();
    }
}

#[test]
fn charts_in_a_report_share_no_ids() {
    let drawn = |with_text| {
        plot::report_charts(&sample().input(), Kind::all(), Format::Html, with_text).unwrap()
    };
    let (figures, without) = (drawn(true), drawn(false));
    assert!(figures.len() >= 9);
    // Without the articles' words what shows headlines is left out, and nothing else.
    let shows: Vec<Kind> = (figures.iter().map(|figure| figure.kind))
        .filter(|kind| kind.shows_headlines())
        .collect();
    assert_eq!(shows, [Kind::Headline, Kind::Ranking, Kind::Stories]);
    assert!(!without.iter().any(|figure| shows.contains(&figure.kind)));
    assert_eq!(figures.len(), without.len() + shows.len());
}
