//! What egui painted, as a small drawing that keeps both themes: a browser shows it in the theme of the system.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use egui::epaint::{ClippedShape, ColorMode};
use egui::{Color32, Shape, Vec2};
use resvg::usvg;

/// Both themes as one drawing; they differ in nothing but colours.
pub(crate) fn drawing(size: Vec2, [light, dark]: [&[ClippedShape]; 2]) -> String {
    assert_eq!(light.len(), dark.len());
    let mut writer = Writer::default();
    for (one, other) in light.iter().zip(dark) {
        let (mut all, mut twins) = (Vec::new(), Vec::new());
        flat(&one.shape, &mut |shape| all.push(shape));
        flat(&other.shape, &mut |shape| twins.push(shape));
        assert_eq!(all.len(), twins.len());
        for pair in all.into_iter().zip(twins) {
            writer.shape(pair);
        }
    }
    let Vec2 { x, y } = size;
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

/// A colour that has an order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Colour([u8; 4]);

impl Colour {
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
        let pair = (Colour(light.to_array()), Colour(dark.to_array()));
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
            (other, _) => assert!(matches!(other, Shape::Noop), "not drawn: {other:?}"),
        }
    }
}

/// Every shape within one.
pub(crate) fn flat<'a>(shape: &'a Shape, see: &mut impl FnMut(&'a Shape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, see)),
        one => see(one),
    }
}

/// A picture of a drawing in both themes, to be looked at: `target/charts/NAME.png`.
pub(crate) fn picture(drawing: &str, name: &str) {
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
