//! Charts: what is drawn is the data, the same on every machine, and readable in both themes.
//!
//! `UPDATE_GOLDEN=1 cargo test --test charts` writes the golden drawings again; look at them then.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "charts/drawing.rs"]
mod drawing;
#[path = "charts/fixture.rs"]
mod fixture;
#[path = "charts/looks.rs"]
mod looks;
#[path = "charts/pointing.rs"]
mod pointing;
#[path = "charts/studied.rs"]
mod studied;

use fixture::{Story, story};
use parallax::chart::{self, Chart, Fit, Kind, Look, Shape, Symbol, Theme};
use parallax::export::format::Format as _;
use parallax::plot::{self, ChartFormat};
use resvg::usvg::{self, roxmltree};

const SIZE: [f32; 2] = [900.0, 480.0];

fn every_chart(story: &Story) -> impl Iterator<Item = Chart> {
    Kind::all()
        .iter()
        .map(|kind| chart::build(*kind, &story.of_kind(*kind)))
        .chain(studied::studied().charts())
}

/// A drawing without the outlines of its letters, which are the font's; where each stands is kept.
fn without_outlines(svg: &str) -> String {
    let lines = svg.lines().filter(|line| !line.starts_with("<path id="));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn drawings_are_those_that_were_looked_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for chart in every_chart(&story()) {
        for theme in Theme::ALL {
            let drawing = without_outlines(&plot::svg(&chart, SIZE, theme));
            let theme = if theme == Theme::Dark {
                "dark"
            } else {
                "light"
            };
            let path = folder.join(format!("{}-{theme}.svg", chart.kind.id()));
            if update {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &drawing).unwrap();
            }
            let golden = std::fs::read_to_string(&path).unwrap_or_default();
            let first = golden
                .lines()
                .zip(drawing.lines())
                .find(|(old, new)| old != new);
            assert!(
                golden == drawing,
                "{}: first difference {first:#?}",
                path.display()
            );
        }
    }
}

#[test]
fn every_mark_of_the_data_is_in_the_drawing() {
    for chart in every_chart(&story()) {
        let svg = plot::svg(&chart, SIZE, Theme::Light);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let drawn = |tag: &str| {
            document
                .descendants()
                .filter(|n| n.has_tag_name(tag))
                .count()
        };
        let keys = |of: fn(chart::Swatch) -> bool| {
            chart.legend.iter().filter(|key| of(key.swatch)).count()
        };
        let marks =
            |of: &dyn Fn(&Shape) -> bool| chart.marks.iter().filter(|mark| of(&mark.shape)).count();
        let point = |which: Symbol| move |shape: &Shape| matches!(shape, Shape::Point { symbol, .. } if *symbol == which);
        let circles = marks(&point(Symbol::Circle))
            + keys(|s| s == chart::Swatch::Symbol(Symbol::Circle))
            + 2 * keys(|s| s == chart::Swatch::Sizes(Symbol::Circle));
        assert_eq!(drawn("circle"), circles, "{:?}", chart.kind);
        let corners = marks(&point(Symbol::Triangle))
            + marks(&point(Symbol::Diamond))
            + keys(|s| matches!(s, chart::Swatch::Symbol(Symbol::Triangle | Symbol::Diamond)));
        assert_eq!(drawn("polygon"), corners, "{:?}", chart.kind);
        // One rectangle is the page, two are its panels; clipping has rectangles of its own.
        let clips = drawn("clipPath");
        let bars = marks(&|shape| matches!(shape, Shape::Bar { .. }))
            + keys(|s| matches!(s, chart::Swatch::Bar(_) | chart::Swatch::Cell(_)));
        assert_eq!(drawn("rect") - clips - 3, bars, "{:?}", chart.kind);
        let words: Vec<&str> = document
            .descendants()
            .filter_map(|node| node.attribute("aria-label"))
            .collect();
        for mark in &chart.marks {
            if let Shape::Label {
                text,
                fit: Fit::Full,
                ..
            } = &mark.shape
            {
                assert!(words.contains(&text.as_str()), "{:?}: {text}", chart.kind);
            }
        }
        assert!(words.contains(&chart.title.as_str()), "{:?}", chart.kind);
    }
}

#[test]
fn swapping_the_sources_swaps_the_chart() {
    let story = story();
    let there = chart::build(Kind::Shares, &story.input());
    let back = chart::build(Kind::Shares, &story.swapped());
    let widths = |chart: &Chart| -> Vec<f64> {
        let bars = chart.marks.iter().filter_map(|mark| match mark.shape {
            Shape::Bar { x, .. } => Some(x.1 - x.0),
            _ => None,
        });
        bars.collect()
    };
    let (mut there, back) = (widths(&there), widths(&back));
    there.rotate_left(3);
    assert_eq!(there, back);
}

#[test]
fn thin_paragraphs_are_hollow_and_long_texts_share_bars() {
    let chart = chart::build(Kind::Paragraphs, &story().input());
    let hollow = chart
        .marks
        .iter()
        .filter(|mark| mark.look == Look::Hollow)
        .count();
    let thin = story().thin_paragraphs();
    assert_eq!(hollow, thin);
    assert!(thin > 0, "the story has thin paragraphs");

    let long = Story::of(2_000, 3);
    let chart = chart::build(Kind::Paragraphs, &long.input());
    let bars = chart
        .marks
        .iter()
        .filter(|mark| !mark.targets.is_empty())
        .count();
    assert!(bars <= 240, "{bars}");
    assert!(
        chart
            .caption
            .contains("stands for 50 neighbouring paragraphs")
    );
    let standing: usize = chart.marks.iter().map(|mark| mark.targets.len()).sum();
    assert_eq!(standing, 2_003, "every paragraph has a bar");
}

#[test]
fn bad_input_is_drawn_without_nonsense() {
    let name = "ש".repeat(250) + &"名".repeat(250);
    let stories = [
        ("empty", Story::of(0, 0)),
        ("one side", Story::of(12, 0)),
        ("one mark", Story::of(1, 0)),
        ("all equal", Story::equal(9)),
        (
            "long names",
            story().named(&name, "<script>alert('&')</script>"),
        ),
        (
            "headlines",
            story().headlined("ترامب يلتقي بيترو", "大統領が会談 🎉"),
        ),
    ];
    for (what, story) in &stories {
        for chart in every_chart(story) {
            let svg = plot::svg(&chart, SIZE, Theme::Dark);
            let at = format!("{what}, {:?}", chart.kind);
            for nonsense in ["NaN", "inf", "<script", "-1e"] {
                assert!(!svg.contains(nonsense), "{at}: {nonsense}");
            }
            roxmltree::Document::parse(&svg).unwrap();
            usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
            assert!(
                !chart.summary.is_empty() && !chart.caption.is_empty(),
                "{at}"
            );
        }
    }
    for kind in Kind::all().iter().chain(Kind::of_studies()) {
        let chart = chart::build(*kind, &chart::Input::default());
        let svg = plot::svg(&chart, SIZE, Theme::Light);
        assert!(!svg.contains("NaN"), "nothing open, {kind:?}");
    }
}

#[test]
fn files_have_the_format_of_their_name_and_say_where_they_come_from() {
    let folder = tempfile::tempdir().unwrap();
    let chart = chart::build(Kind::Spread, &story().input());
    for format in ChartFormat::all() {
        let path = folder.path().join(format!("chart.{}", format.extension()));
        plot::save_chart(&chart, &path, Theme::Light).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let head = match format {
            ChartFormat::Svg => &b"<svg "[..],
            ChartFormat::Png => b"\x89PNG",
            ChartFormat::Pdf => b"%PDF-",
            ChartFormat::Csv => b"# Software: Parallax",
            ChartFormat::Tsv => b"source\t",
        };
        assert!(bytes.starts_with(head), "{format:?}");
        if *format != ChartFormat::Tsv {
            let text = String::from_utf8_lossy(&bytes);
            assert!(text.contains("Parallax 0."), "{format:?}");
            assert!(text.contains(fixture::HASH), "{format:?}");
        }
    }
    let refused = plot::save_chart(&chart, &folder.path().join("chart.gif"), Theme::Light);
    assert!(refused.unwrap_err().to_string().contains(".svg"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 5);
}

#[test]
fn the_same_chart_gives_the_same_bytes_and_small_ones() {
    for chart in every_chart(&Story::of(200, 200)) {
        let svg = plot::svg(&chart, SIZE, Theme::Light);
        assert_eq!(
            svg,
            plot::svg(&chart, SIZE, Theme::Light),
            "{:?}",
            chart.kind
        );
        assert!(
            svg.len() <= 200 * 1024,
            "{:?}: {} bytes",
            chart.kind,
            svg.len()
        );
    }
}

/// A page too low for the figure grows instead of cutting it off.
#[test]
fn nothing_is_cut_off() {
    for chart in every_chart(&story()) {
        let svg = plot::svg(&chart, [500.0, 100.0], Theme::Light);
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        let drawn = tree.root().abs_stroke_bounding_box();
        assert!(
            drawn.bottom() <= tree.size().height() + 0.5,
            "{:?}: {drawn:?} in {:?}",
            chart.kind,
            tree.size()
        );
        let last = chart.caption.split_whitespace().last().unwrap().to_owned();
        assert!(
            svg.contains(&last),
            "{:?}: the caption is whole",
            chart.kind
        );
    }
}

/// Fifty rows, eight lines over each other: the table has every source, what is left out is counted, and a mark of a
/// source that is neither A nor B leads to its article.
#[test]
fn many_sources_are_drawn_as_far_as_they_can_be_read() {
    let input = Story::sixty();
    for (kind, drawn) in [
        (Kind::ParagraphsBySource, 50),
        (Kind::SpreadBySource, 50),
        (Kind::HeadlinesBySource, 50),
        (Kind::OverTime, 8),
    ] {
        let chart = chart::build(kind, &input);
        let left = chart.left_out.unwrap();
        assert!(
            left.starts_with(&format!("{drawn} of 60 sources")),
            "{kind:?}: {left}"
        );
        let names = chart
            .table
            .rows
            .iter()
            .map(|row| chart::Cell::to_string(&row[0]));
        let names: std::collections::BTreeSet<String> = names.collect();
        assert_eq!(names.len(), 60, "{kind:?}");
        let last = drawn - 3;
        let targets = chart.marks.iter().flat_map(|mark| &mark.targets);
        let others: Vec<usize> = targets
            .filter_map(|target| match target {
                chart::Target::Article { source, .. } => Some(*source),
                _ => None,
            })
            .collect();
        assert_eq!(others.iter().max(), Some(&last), "{kind:?}");
        assert_eq!(chart.rows, if kind == Kind::OverTime { 0 } else { drawn });
    }
    // What a source is drawn with tells it from the others.
    let lines = chart::build(Kind::OverTime, &input);
    let keys: Vec<_> = lines
        .legend
        .iter()
        .map(|key| (key.ink, key.swatch))
        .collect();
    assert_eq!(keys.len(), 8);
    for (at, key) in keys.iter().enumerate() {
        assert!(!keys[..at].contains(key), "{key:?}");
    }
}
