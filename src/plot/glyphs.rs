//! Letters as outlines: every glyph is defined once in the document and used where it stands.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use egui::epaint::TextShape;
use egui::epaint::text::PlacedRow;
use egui::{Color32, FontFamily, Pos2, Vec2};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::fonts::{REGULAR, SEMIBOLD, STRONG};
use super::svg::{number, paint};
use crate::export::escape_xml;

/// A stretch of text in one font and colour.
pub(super) struct Run {
    text: String,
    /// Where each character begins, relative to the run.
    steps: Vec<f32>,
    /// From the corner of the row to the start of its base line.
    pub(super) offset: Vec2,
    size: f32,
    strong: bool,
    colour: Color32,
}

/// The text of one row. Each of a figure's texts has a single font and colour.
pub(super) fn run(text: &TextShape, row: &PlacedRow) -> Option<Run> {
    let first = row.glyphs.first()?;
    let format = &text.galley.job.sections.first()?.format;
    let colour = match text.override_text_color.unwrap_or(format.color) {
        Color32::PLACEHOLDER => text.fallback_color,
        colour => colour,
    };
    let run = Run {
        text: row.glyphs.iter().map(|glyph| glyph.chr).collect(),
        steps: row.glyphs.iter().map(|g| g.pos.x - first.pos.x).collect(),
        offset: first.pos.to_vec2(),
        size: format.font_id.size,
        strong: matches!(&format.font_id.family, FontFamily::Name(name) if &**name == STRONG),
        colour: colour.gamma_multiply(text.opacity_factor),
    };
    (!run.text.trim().is_empty()).then_some(run)
}

/// The outlines used in one document.
pub(super) struct Glyphs {
    regular: Option<Face<'static>>,
    strong: Option<Face<'static>>,
    used: BTreeMap<(bool, u16), String>,
}

impl Glyphs {
    pub(super) fn new() -> Self {
        Self {
            regular: Face::parse(REGULAR, 0).ok(),
            strong: Face::parse(SEMIBOLD, 0).ok(),
            used: BTreeMap::new(),
        }
    }

    /// A run of text at the start of its base line. Characters the font lacks stay text, so that
    /// the viewer's own fonts can show them.
    pub(super) fn outline(&mut self, run: &Run, at: Pos2, turn: &str) -> String {
        let face = if run.strong {
            self.strong.as_ref()
        } else {
            self.regular.as_ref()
        };
        let units = face.map_or(1.0, |face| f32::from(face.units_per_em()));
        let scale = run.size / units;
        let mut uses = String::new();
        let mut foreign = String::new();
        for (character, step) in run.text.chars().zip(&run.steps) {
            let glyph = face.and_then(|face| Some((face, face.glyph_index(character)?)));
            if let Some((face, glyph)) = glyph {
                let entry = self.used.entry((run.strong, glyph.0));
                let path = entry.or_insert_with(|| path(face, glyph));
                if !path.is_empty() {
                    let name = name(run.strong, glyph.0);
                    let x = (step / scale).round();
                    let _ = write!(uses, r##"<use xlink:href="#{name}" x="{x}"/>"##);
                }
            } else {
                let _ = write!(
                    foreign,
                    r#"<text x="{}" y="{}" font-family="Inter, sans-serif" font-size="{}">{}</text>"#,
                    number(at.x + step),
                    number(at.y),
                    number(run.size),
                    escape_xml(character.encode_utf8(&mut [0; 4]))
                );
            }
        }
        let fill = paint("fill", run.colour);
        let mut out = format!(
            r#"<g transform="{turn}translate({} {}) scale({scale:.6} -{scale:.6})"{fill} aria-label="{}">{uses}</g>"#,
            number(at.x),
            number(at.y),
            escape_xml(&run.text)
        );
        if !foreign.is_empty() {
            let _ = write!(out, "\n<g{fill}{}>{foreign}</g>", turned(turn));
        }
        out
    }

    /// Every outline used, in a fixed order.
    pub(super) fn definitions(&self) -> String {
        let mut out = String::new();
        for ((strong, glyph), path) in &self.used {
            if !path.is_empty() {
                let _ = writeln!(out, r#"<path id="{}" d="{path}"/>"#, name(*strong, *glyph));
            }
        }
        out
    }
}

fn turned(turn: &str) -> String {
    if turn.is_empty() {
        String::new()
    } else {
        format!(r#" transform="{}""#, turn.trim_end())
    }
}

fn name(strong: bool, glyph: u16) -> String {
    format!("{}{glyph}", if strong { 's' } else { 'r' })
}

/// A glyph's outline in the font's units, y upwards.
fn path(face: &Face<'_>, glyph: GlyphId) -> String {
    let mut path = Path(String::new());
    // A glyph without an outline, such as the space, has no path.
    let _ = face.outline_glyph(glyph, &mut path);
    path.0
}

struct Path(String);

impl Path {
    fn step(&mut self, command: char, numbers: &[f32]) {
        self.0.push(command);
        for (index, value) in numbers.iter().enumerate() {
            if index > 0 {
                self.0.push(' ');
            }
            self.0.push_str(&number(*value));
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[x, y]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('Q', &[x1, y1, x, y]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('C', &[x1, y1, x2, y2, x, y]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
