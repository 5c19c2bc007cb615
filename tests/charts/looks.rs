//! How every chart looks in the window: in both themes, at three sizes, for short and for long texts. What is
//! drawn is held against drawings that were looked at, and against what makes a chart readable.

use std::path::Path;
use std::sync::LazyLock;

use egui::epaint::ClippedShape;
use egui::{Pos2, Rect, Shape, Vec2};
use parallax::chart::palette::{self, Rgb};
use parallax::chart::{self, Chart, Kind, Theme};
use parallax::plot;

use super::drawing::{drawing, flat, picture};
use super::fixture::Story;

/// A drawer at the bottom of a small window, one in a large window, and a whole screen.
const SIZES: [[f32; 2]; 3] = [[860.0, 220.0], [1280.0, 340.0], [1920.0, 1000.0]];
/// Paragraphs of the two sources.
const LENGTHS: [(&str, usize, usize); 2] = [("short", 10, 12), ("long", 2_000, 1_400)];
/// The share of a chart that is plot.
const LEAST_SHARE: f32 = 0.6;

/// A chart as the window draws it.
struct Look {
    shapes: Vec<ClippedShape>,
    page: Rect,
}

/// One chart at one size.
struct Seen {
    /// Which, for messages and file names.
    at: String,
    chart: Chart,
    /// In the light and the dark theme.
    looks: [Look; 2],
}

/// Every chart of both lengths at every size.
static SEEN: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    let context = egui::Context::default();
    context.set_fonts(plot::fonts());
    let mut seen = Vec::new();
    for (length, chart) in charts() {
        for size in SIZES {
            seen.push(Seen {
                at: format!("{}-{length}-{}", chart.kind.id(), size[0]),
                chart: chart.clone(),
                looks: Theme::ALL.map(|theme| Look::of(&context, &chart, size, theme)),
            });
        }
    }
    seen
});

impl Look {
    fn of(context: &egui::Context, chart: &Chart, [width, height]: [f32; 2], theme: Theme) -> Self {
        let page = Rect::from_min_size(Pos2::ZERO, Vec2::new(width, height));
        let mut shapes = Vec::new();
        for pass in 0..2 {
            let input = egui::RawInput {
                screen_rect: Some(page),
                time: Some(f64::from(pass)),
                ..egui::RawInput::default()
            };
            let mut output = context.run_ui(input, |ui| {
                let panel = egui::CentralPanel::default().frame(egui::Frame::NONE);
                panel.show(ui, |ui| plot::show(ui, chart, theme, None, width.to_bits()));
            });
            shapes = std::mem::take(&mut output.shapes);
            output.drop_without_applying_deltas();
        }
        Self { shapes, page }
    }

    /// Where the data is drawn: the marks are clipped to it.
    fn plot(&self) -> Rect {
        let clips = self.shapes.iter().map(|shape| shape.clip_rect);
        clips
            .filter(|clip| !clip.contains_rect(self.page))
            .min_by(|a, b| a.area().total_cmp(&b.area()))
            .unwrap_or(Rect::NOTHING)
    }

    /// Every text with its room; those in the plot, or those around it.
    fn texts(&self, in_plot: bool) -> Vec<(String, Rect)> {
        let plot = self.plot();
        let mut out = Vec::new();
        for shape in &self.shapes {
            flat(&shape.shape, &mut |shape| {
                if let Shape::Text(text) = shape {
                    let rect = shape.visual_bounding_rect();
                    if plot.contains(rect.center()) == in_plot && rect.is_positive() {
                        out.push((text.galley.text().to_owned(), rect));
                    }
                }
            });
        }
        out
    }
}

/// Every chart of both lengths.
fn charts() -> Vec<(&'static str, Chart)> {
    let mut out = Vec::new();
    for (length, a, b) in LENGTHS {
        let story = Story::of(a, b).with_people(if a > 100 { 40 } else { 5 });
        let build = |kind: &Kind| (length, chart::build(*kind, &story.of_kind(*kind)));
        out.extend(Kind::all().iter().map(build));
    }
    let many = chart::build(Kind::OverTime, &Story::many_over_time());
    out.push(("many", many));
    let studied = super::studied::studied().charts();
    out.extend(studied.into_iter().map(|chart| ("a study", chart)));
    out
}

/// Calls `check` with every chart at every size, and fails with everything it found.
fn at_every_size(check: impl Fn(&Seen, &Look, &mut Vec<String>)) {
    let mut faults = Vec::new();
    for seen in SEEN.iter() {
        let mut found = Vec::new();
        check(seen, &seen.looks[0], &mut found);
        faults.extend(
            found
                .into_iter()
                .map(|fault| format!("{}: {fault}", seen.at)),
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn most_of_a_chart_is_plot() {
    at_every_size(|_, look, faults| {
        let share = look.plot().area() / look.page.area();
        if share < LEAST_SHARE {
            faults.push(format!("{share:.3} of it is plot"));
        }
    });
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    at_every_size(|_, look, faults| {
        for in_plot in [false, true] {
            let texts = look.texts(in_plot);
            let room = if in_plot { look.plot() } else { look.page };
            for (index, (text, rect)) in texts.iter().enumerate() {
                if !room.expand(0.5).contains_rect(*rect) {
                    faults.push(format!("“{text}” at {rect:?} leaves {room:?}"));
                }
                for (other, beside) in &texts[index + 1..] {
                    // The room of a line is higher than its letters.
                    let [a, b] = [rect, beside].map(|rect| rect.shrink2(Vec2::new(0.0, 2.0)));
                    if a.intersects(b) {
                        faults.push(format!("“{text}” touches “{other}”"));
                    }
                }
            }
        }
    });
}

#[test]
fn what_is_said_and_meant_is_in_sight() {
    at_every_size(|Seen { chart, .. }, look, faults| {
        let around = look.texts(false);
        let shows = |text: &str| around.iter().any(|(shown, _)| shown == text);
        let keys = chart.legend.iter().map(|key| &key.label);
        for text in [&chart.title, &chart.summary].into_iter().chain(keys) {
            if !shows(text) {
                faults.push(format!("“{text}” is not shown"));
            }
        }
        if shows(&chart.caption) {
            faults.push("the caption is for files".to_owned());
        }
    });
}

/// Rows that do not fit are counted, and those that do are whole.
#[test]
fn rows_that_do_not_fit_are_counted() {
    at_every_size(|Seen { chart, .. }, look, faults| {
        let around = look.texts(false);
        if chart.rows > 12 && look.page.height() < 300.0 {
            let counted = around.iter().any(|(text, _)| text.contains("in the table"));
            if !counted {
                faults.push("what is left out is not said".to_owned());
            }
        }
        let least = chart.fitting(0).rows;
        if chart.rows > 0 && least > 5 {
            faults.push(format!("the smallest has {least} rows"));
        }
    });
}

/// However long the texts, a chart draws a few hundred marks, and each knows its places.
#[test]
fn long_texts_stay_readable() {
    let places =
        |chart: &Chart| -> usize { chart.marks.iter().map(|mark| mark.targets.len()).sum() };
    for (length, chart) in charts() {
        assert!(
            chart.marks.len() <= 600,
            "{:?}: {}",
            chart.kind,
            chart.marks.len()
        );
        let all = if length == "long" { 3_400 } else { 22 };
        if matches!(
            chart.kind,
            Kind::Paragraphs | Kind::Spread | Kind::Arc | Kind::Strip | Kind::Coverage
        ) {
            assert_eq!(places(&chart), all, "{:?} {length}", chart.kind);
        }
    }
}

#[test]
fn short_texts_have_no_smoothed_line() {
    let lines = |paragraphs: usize| {
        let story = Story::of(paragraphs, paragraphs);
        let chart = chart::build(Kind::Arc, &story.input());
        let lines = chart.marks.iter();
        lines
            .filter(|mark| matches!(mark.shape, chart::Shape::Line { .. }))
            .count()
    };
    assert_eq!(lines(11), 0);
    assert_eq!(lines(12), 2);
}

#[test]
fn looks_are_those_that_were_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts/window");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    for seen in SEEN.iter() {
        let drawing = drawing(
            seen.looks[0].page.size(),
            [&seen.looks[0].shapes, &seen.looks[1].shapes],
        );
        let path = folder.join(format!("{}.svg", seen.at));
        let mut golden = std::fs::read_to_string(&path).unwrap_or_default();
        if update && golden != drawing {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &drawing).unwrap();
            picture(&drawing, &seen.at);
            golden.clone_from(&drawing);
        }
        let mut lines = golden.lines().zip(drawing.lines());
        if golden != drawing {
            let first = lines.find(|(old, new)| old != new);
            changed.push(format!("{}: {first:?}", seen.at));
        }
    }
    assert!(
        changed.is_empty(),
        "{changed:#?} differ; look at them, then UPDATE_GOLDEN=1"
    );
}

/// Words around the data stand out from the paper in both themes; those on a mark are held against it where
/// colours are tested.
#[test]
fn words_stand_out() {
    for seen in SEEN.iter() {
        for (look, theme) in seen.looks.iter().zip(Theme::ALL) {
            let paper = palette::paper(theme);
            for shape in &look.shapes {
                flat(&shape.shape, &mut |shape| {
                    let Shape::Text(text) = shape else { return };
                    let words = text.galley.text();
                    let in_plot = look.plot().contains(shape.visual_bounding_rect().center());
                    if in_plot || !words.contains(char::is_alphanumeric) {
                        return;
                    }
                    let [r, g, b, _] = text.galley.job.sections[0].format.color.to_array();
                    let contrast = Rgb(r, g, b).contrast(paper);
                    assert!(
                        contrast >= 4.5,
                        "{} {theme:?}: “{words}” {contrast:.2}",
                        seen.at
                    );
                });
            }
        }
    }
}
