//! How every chart looks in the window: in both themes, at three sizes, for short and for long texts. What is
//! drawn is held against drawings that were looked at, and against what makes a chart readable.
//!
//! A drawing is kept once for both themes: a browser shows it in the theme of the system.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use egui::epaint::{ClippedShape, ColorMode};
use egui::{Color32, Pos2, Rect, Shape, Vec2};
use parallax::chart::palette::{self, Rgb};
use parallax::chart::{self, Chart, Kind, Theme};
use parallax::plot;
use resvg::usvg;

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

fn flat<'a>(shape: &'a Shape, see: &mut impl FnMut(&'a Shape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, see)),
        one => see(one),
    }
}

/// Every chart of both lengths.
fn charts() -> Vec<(&'static str, Chart)> {
    let mut out = Vec::new();
    for (length, a, b) in LENGTHS {
        let story = Story::of(a, b).with_people(if a > 100 { 40 } else { 5 });
        let build = |kind: &Kind| (length, chart::build(*kind, &story.input()));
        out.extend(Kind::all().iter().map(build));
    }
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
    assert!(faults.is_empty(), "{:#?}", faults);
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
            let counted = around.iter().any(|(text, _)| text.contains("or the table"));
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
        let drawing = drawing(&seen.looks);
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

/// A picture of a drawing in both themes, to be looked at: `target/charts/NAME.png`.
fn picture(drawing: &str, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/charts");
    std::fs::create_dir_all(&folder).unwrap();
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_fonts_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts"));
    let options = usvg::Options {
        fontdb: std::sync::Arc::new(fonts),
        ..usvg::Options::default()
    };
    let (head, rest) = drawing.split_once("<style>").unwrap();
    let (style, body) = rest.split_once("</style>").unwrap();
    let (day, night) = style
        .split_once("\n@media (prefers-color-scheme:dark){")
        .unwrap();
    for (theme, style) in [("light", day), ("dark", night.trim_end_matches("}}"))] {
        let closed = if theme == "dark" { "}" } else { "" };
        let svg = format!("{head}<style>{style}{closed}</style>{body}");
        let tree = usvg::Tree::from_str(&svg, &options).unwrap();
        let size = tree.size().to_int_size();
        let mut pixels = resvg::tiny_skia::Pixmap::new(size.width(), size.height()).unwrap();
        let still = resvg::tiny_skia::Transform::identity();
        resvg::render(&tree, still, &mut pixels.as_mut());
        pixels
            .save_png(folder.join(format!("{name}-{theme}.png")))
            .unwrap();
    }
}

/// Both themes as one drawing; they differ in nothing but colours.
fn drawing([light, dark]: &[Look; 2]) -> String {
    assert_eq!(light.shapes.len(), dark.shapes.len());
    let mut writer = Writer::default();
    for (one, other) in light.shapes.iter().zip(&dark.shapes) {
        let (mut all, mut twins) = (Vec::new(), Vec::new());
        flat(&one.shape, &mut |shape| all.push(shape));
        flat(&other.shape, &mut |shape| twins.push(shape));
        assert_eq!(all.len(), twins.len());
        for pair in all.into_iter().zip(twins) {
            writer.shape(pair);
        }
    }
    let Vec2 { x, y } = light.page.size();
    let mut style = [String::new(), String::new()];
    for ((light, dark), class) in &writer.classes {
        for (style, colour) in style.iter_mut().zip([light, dark]) {
            let [r, g, b, a] = colour.to_srgba_unmultiplied();
            let _ = write!(style, ".f{class}{{fill:#{r:02x}{g:02x}{b:02x}{a:02x}}}");
            let _ = write!(
                style,
                ".s{class}{{stroke:#{r:02x}{g:02x}{b:02x}{a:02x};fill:none}}"
            );
        }
    }
    let [day, night] = style;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {x} {y}\" font-family=\"Inter\">\n\
         <style>{day}\n@media (prefers-color-scheme:dark){{{night}}}</style>\n{}</svg>\n",
        writer.body
    )
}

#[derive(Default)]
struct Writer {
    body: String,
    /// The pairs of colours, light and dark, in the order met.
    classes: BTreeMap<(Colour, Colour), usize>,
}

type Colour = Ordered;

/// A colour that has an order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ordered([u8; 4]);

impl Ordered {
    fn to_srgba_unmultiplied(self) -> [u8; 4] {
        let [r, g, b, a] = self.0;
        Color32::from_rgba_premultiplied(r, g, b, a).to_srgba_unmultiplied()
    }
}

/// A length with one decimal at most.
fn short(value: f32) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

impl Writer {
    fn class(&mut self, light: Color32, dark: Color32) -> usize {
        let next = self.classes.len();
        let pair = (Ordered(light.to_array()), Ordered(dark.to_array()));
        *self.classes.entry(pair).or_insert(next)
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.body, "{line}");
    }

    fn shape(&mut self, pair: (&Shape, &Shape)) {
        match pair {
            (Shape::Rect(one), Shape::Rect(other)) => {
                let fill = self.class(one.fill, other.fill);
                let stroke = self.class(one.stroke.color, other.stroke.color);
                let rect = one.rect.shrink(one.stroke.width / 2.0);
                let [x, y] = [rect.left(), rect.top()].map(short);
                let [w, h] = [rect.width(), rect.height()].map(short);
                let place = format!("x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"");
                if one.fill != Color32::TRANSPARENT {
                    self.line(format_args!("<rect class=\"f{fill}\" {place}/>"));
                }
                if one.stroke.width > 0.0 && one.stroke.color != Color32::TRANSPARENT {
                    let width = short(one.stroke.width);
                    self.line(format_args!(
                        "<rect class=\"s{stroke}\" stroke-width=\"{width}\" {place}/>"
                    ));
                }
            }
            (Shape::Circle(one), Shape::Circle(other)) => {
                let fill = self.class(one.fill, other.fill);
                let [x, y, r] = [one.center.x, one.center.y, one.radius].map(short);
                self.line(format_args!(
                    "<circle class=\"f{fill}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>"
                ));
            }
            (Shape::LineSegment { points, stroke }, Shape::LineSegment { stroke: other, .. }) => {
                let class = self.class(stroke.color, other.color);
                let width = short(stroke.width);
                let [a, b] = points.map(|p| format!("{} {}", short(p.x), short(p.y)));
                self.line(format_args!(
                    "<path class=\"s{class}\" stroke-width=\"{width}\" d=\"M{a}L{b}\"/>"
                ));
            }
            (Shape::Path(one), Shape::Path(other)) => {
                let (ColorMode::Solid(a), ColorMode::Solid(b)) =
                    (&one.stroke.color, &other.stroke.color)
                else {
                    return;
                };
                let class = self.class(*a, *b);
                let points = one.points.iter();
                let points: Vec<String> = points
                    .map(|p| format!("{} {}", short(p.x), short(p.y)))
                    .collect();
                let end = if one.closed { "Z" } else { "" };
                let path = format!("M{}{end}", points.join("L"));
                if one.fill != Color32::TRANSPARENT {
                    let fill = self.class(one.fill, other.fill);
                    self.line(format_args!("<path class=\"f{fill}\" d=\"{path}\"/>"));
                }
                let width = short(one.stroke.width);
                self.line(format_args!(
                    "<path class=\"s{class}\" stroke-width=\"{width}\" d=\"{path}\"/>"
                ));
            }
            (Shape::Text(one), Shape::Text(other)) => {
                let colour = |text: &egui::epaint::TextShape| {
                    let own = text.galley.job.sections.first().map(|s| s.format.color);
                    own.unwrap_or(text.fallback_color)
                };
                let fill = self.class(colour(one), colour(other));
                for row in &one.galley.rows {
                    let Some(glyph) = row.glyphs.first() else {
                        continue;
                    };
                    let section = &one.galley.job.sections[0].format.font_id;
                    let at = one.pos + row.pos.to_vec2();
                    let [x, y, size] = [at.x, at.y + glyph.pos.y, section.size].map(short);
                    let bold = if section.family == egui::FontFamily::Proportional {
                        ""
                    } else {
                        " font-weight=\"600\""
                    };
                    let turn = if one.angle == 0.0 {
                        String::new()
                    } else {
                        let [x, y] = [one.pos.x, one.pos.y].map(short);
                        format!(
                            " transform=\"rotate({} {x} {y})\"",
                            short(one.angle.to_degrees())
                        )
                    };
                    let text: String = row.glyphs.iter().map(|glyph| glyph.chr).collect();
                    let text = text.replace('&', "&amp;").replace('<', "&lt;");
                    self.line(format_args!(
                        "<text class=\"f{fill}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{bold}{turn}>{text}</text>"
                    ));
                }
            }
            (Shape::Noop, _) => {}
            other => panic!("not drawn: {other:?}"),
        }
    }
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
