//! What egui painted, as SVG: the very shapes the screen gets, before they become triangles, so
//! that lines stay lines and every letter is an outline that looks the same in every viewer, or text
//! that can be edited.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use egui::epaint::{
    CircleShape, ClippedShape, ColorMode, Mesh, PathShape, RectShape, Shape, TextShape,
};
use egui::{Color32, Pos2, Rect, Stroke, StrokeKind, Vec2};

use super::attributes::{corners, number, outline, paint, points};
use super::fonts::paper;
use super::glyphs::{Glyphs, Letters};
use super::metadata::metadata;
use super::offscreen;
use crate::chart::{Chart, Theme};
use crate::export::escape_xml;

/// How the letters of an SVG document are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As outlines: the same in every viewer.
    #[default]
    Outlined,
    /// As text that can be edited, searched and copied, in the viewer's fonts where it lacks Inter.
    Editable,
}

/// The figure as an SVG document of `size` points; higher where it needs more room. The same chart gives the same bytes.
pub fn svg(chart: &Chart, size: [f32; 2], theme: Theme) -> String {
    svg_with(chart, size, theme, SvgText::Outlined)
}

/// The same, with letters as outlines or as text.
pub fn svg_with(chart: &Chart, size: [f32; 2], theme: Theme, text: SvgText) -> String {
    document(chart, &Page::new(size, theme).text(text)).svg
}

/// How a document is made.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    /// Width and least height, in points.
    pub(super) size: [f32; 2],
    pub(super) theme: Theme,
    pub(super) letters: Letters,
    /// For its metadata.
    pub(super) date: Option<&'a str>,
    /// Set for a drawing that goes into a page with others: goes before its ids, and it carries no
    /// metadata.
    pub(super) inline: Option<&'a str>,
    /// Characters that no font at hand has.
    pub(super) missing: &'a BTreeSet<char>,
}

impl Page<'static> {
    pub(super) const fn new(size: [f32; 2], theme: Theme) -> Self {
        static NONE: BTreeSet<char> = BTreeSet::new();
        Self {
            size,
            theme,
            letters: Letters::Outlined,
            date: None,
            inline: None,
            missing: &NONE,
        }
    }
}

impl Page<'_> {
    pub(super) const fn text(mut self, text: SvgText) -> Self {
        self.letters = match text {
            SvgText::Outlined => Letters::Outlined,
            SvgText::Editable => Letters::Fitted,
        };
        self
    }
}

/// A document.
pub(super) struct Drawing {
    pub(super) svg: String,
    /// Characters in it that the bundled font lacks.
    pub(super) foreign: BTreeSet<char>,
}

/// The figure as an SVG document.
pub(super) fn document(chart: &Chart, page: &Page<'_>) -> Drawing {
    let size = Vec2::from(page.size).max(Vec2::splat(64.0));
    let painted = offscreen::paint(chart, size, page.theme);
    let mut writer = Writer {
        body: String::new(),
        clips: Vec::new(),
        clip: None,
        segments: None,
        glyphs: Glyphs::new(page.letters, page.missing),
        prefix: page.inline.unwrap_or_default(),
        page: Rect::from_min_size(Pos2::ZERO, painted.size),
    };
    for shape in &painted.shapes {
        writer.clipped(shape);
    }
    let foreign = std::mem::take(&mut writer.glyphs.foreign);
    Drawing {
        svg: writer.finish(chart, page),
        foreign,
    }
}

struct Writer<'a> {
    body: String,
    clips: Vec<Rect>,
    clip: Option<usize>,
    /// Line segments of one stroke that follow each other, such as the dashes of a line.
    segments: Option<(String, String)>,
    glyphs: Glyphs<'a>,
    /// Goes before every id.
    prefix: &'a str,
    page: Rect,
}

impl Writer<'_> {
    /// Adds one line to the document.
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        self.end_segments();
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(line);
        self.body.push('\n');
    }

    fn end_segments(&mut self) {
        if let Some((stroke, path)) = self.segments.take() {
            let _ = writeln!(self.body, r#"<path d="{path}"{stroke}/>"#);
        }
    }

    fn finish(mut self, chart: &Chart, page: &Page<'_>) -> String {
        self.end_segments();
        self.leave_clip();
        let prefix = self.prefix;
        let Vec2 {
            x: width,
            y: height,
        } = self.page.size();
        let mut defs = String::new();
        for (index, clip) in self.clips.iter().enumerate() {
            let _ = writeln!(
                defs,
                r#"<clipPath id="{prefix}c{index}"><rect {}/></clipPath>"#,
                corners(*clip)
            );
        }
        defs += &self.glyphs.definitions();
        let metadata = match page.inline {
            None => metadata(chart, page.date),
            Some(_) => String::new(),
        };
        format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" "#,
                r#"width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{p}title {p}desc">"#,
                "\n<title id=\"{p}title\">{title}</title>\n<desc id=\"{p}desc\">{summary} {caption}</desc>\n{metadata}",
                "<defs>\n{defs}</defs>\n",
                "<rect width=\"{w}\" height=\"{h}\"{fill}/>\n{body}</svg>\n",
            ),
            p = prefix,
            w = number(width),
            h = number(height),
            title = escape_xml(&chart.title),
            summary = escape_xml(&chart.summary),
            caption = escape_xml(&chart.caption),
            metadata = metadata,
            defs = defs,
            fill = paint("fill", paper(page.theme)),
            body = self.body,
        )
    }

    fn clipped(&mut self, painted: &ClippedShape) {
        let clip = painted.clip_rect.intersect(self.page);
        if clip.contains_rect(self.page) {
            self.leave_clip();
        } else {
            self.enter_clip(clip);
        }
        self.shape(&painted.shape);
    }

    fn enter_clip(&mut self, clip: Rect) {
        let known = self.clips.iter().position(|other| *other == clip);
        let index = known.unwrap_or_else(|| {
            self.clips.push(clip);
            self.clips.len() - 1
        });
        if self.clip != Some(index) {
            self.leave_clip();
            let prefix = self.prefix;
            self.line(format_args!(r#"<g clip-path="url(#{prefix}c{index})">"#));
            self.clip = Some(index);
        }
    }

    fn leave_clip(&mut self) {
        if self.clip.take().is_some() {
            self.line(format_args!("</g>"));
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Circle(circle) => self.circle(circle),
            Shape::LineSegment { points, stroke } => self.segment(*points, *stroke),
            Shape::Path(path) => self.path(path),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Text(text) => self.text(text),
            Shape::Mesh(mesh) => self.mesh(mesh),
            // Figures are made of the shapes above alone.
            Shape::Noop
            | Shape::Ellipse(_)
            | Shape::Band(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_)
            | Shape::Callback(_) => {}
        }
    }

    fn circle(&mut self, circle: &CircleShape) {
        let Pos2 { x, y } = circle.center;
        self.line(format_args!(
            r#"<circle cx="{}" cy="{}" r="{}"{}{}/>"#,
            number(x),
            number(y),
            number(circle.radius),
            paint("fill", circle.fill),
            outline(circle.stroke)
        ));
    }

    fn segment(&mut self, [from, to]: [Pos2; 2], stroke: Stroke) {
        let stroke = outline(stroke);
        if stroke.is_empty() {
            return;
        }
        if self
            .segments
            .as_ref()
            .is_none_or(|(same, _)| *same != stroke)
        {
            self.end_segments();
        }
        let (_, path) = self.segments.get_or_insert_with(|| (stroke, String::new()));
        let _ = write!(
            path,
            "M{} {}L{} {}",
            number(from.x),
            number(from.y),
            number(to.x),
            number(to.y)
        );
    }

    fn path(&mut self, path: &PathShape) {
        let ColorMode::Solid(colour) = path.stroke.color else {
            return;
        };
        let tag = if path.closed { "polygon" } else { "polyline" };
        self.line(format_args!(
            r#"<{tag} points="{}"{}{} stroke-linejoin="round"/>"#,
            points(path.points.iter().copied()),
            paint("fill", path.fill),
            outline(Stroke::new(path.stroke.width, colour))
        ));
    }

    fn rect(&mut self, shape: &RectShape) {
        let stroke = outline(shape.stroke);
        if shape.fill == Color32::TRANSPARENT && stroke.is_empty() {
            return;
        }
        let half = shape.stroke.width / 2.0;
        let rect = match shape.stroke_kind {
            StrokeKind::Inside => shape.rect.shrink(half),
            StrokeKind::Middle => shape.rect,
            StrokeKind::Outside => shape.rect.expand(half),
        };
        self.line(format_args!(
            "<rect {}{}{stroke}/>",
            corners(rect),
            paint("fill", shape.fill)
        ));
    }

    /// A plain mesh, such as a filled area: one polygon a triangle.
    fn mesh(&mut self, mesh: &Mesh) {
        for triangle in mesh.indices.chunks_exact(3) {
            let corners = triangle
                .iter()
                .filter_map(|&index| mesh.vertices.get(index as usize));
            let fill = corners.clone().next().map(|vertex| vertex.color);
            self.line(format_args!(
                r#"<polygon points="{}"{}/>"#,
                points(corners.map(|vertex| vertex.pos)),
                paint("fill", fill.unwrap_or(Color32::TRANSPARENT))
            ));
        }
    }

    fn text(&mut self, text: &TextShape) {
        let angle = text.angle.to_degrees();
        for row in &text.galley.rows {
            if let Some(run) = super::glyphs::run(text, row) {
                let at = text.pos + row.pos.to_vec2() + run.offset;
                let turn = if angle == 0.0 {
                    String::new()
                } else {
                    let Pos2 { x, y } = text.pos;
                    format!("rotate({} {} {}) ", number(angle), number(x), number(y))
                };
                let letters = self.glyphs.draw(&run, at, &turn);
                self.line(format_args!("{letters}"));
            }
        }
    }
}
