//! Letters: as outlines, every glyph defined once in the document and used where it stands; or as text
//! elements. Characters that the bundled font lacks are text elements always, so that a viewer's own
//! fonts can show them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use egui::epaint::TextShape;
use egui::epaint::text::PlacedRow;
use egui::{Color32, FontFamily, Pos2, Vec2};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::attributes::{number, paint};
use super::fonts::{REGULAR, SEMIBOLD, STRONG};
use crate::export::escape_xml;

/// What stands for a character that no font at hand has: Inter has it.
const MISSING: char = '◇';

/// The fonts named in text elements: the bundled one, and what is likely to be there and as wide.
const FAMILIES: &str = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// How letters get into a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Outlined.
    Outlined,
    /// As text, each run made to fit the room it was laid out for whatever font a viewer has.
    Fitted,
    /// As text, for a reader that is sure to have the font.
    Text,
}

/// A stretch of text in one font and colour.
pub(super) struct Run {
    text: String,
    /// Where each character begins, relative to the run; then where the last one ends.
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
        steps: row
            .glyphs
            .iter()
            .map(|glyph| glyph.pos.x)
            .chain(
                row.glyphs
                    .last()
                    .map(|last| last.pos.x + last.advance_width),
            )
            .map(|x| x - first.pos.x)
            .collect(),
        offset: first.pos.to_vec2(),
        size: format.font_id.size,
        strong: matches!(&format.font_id.family, FontFamily::Name(name) if &**name == STRONG),
        colour: colour.gamma_multiply(text.opacity_factor),
    };
    (!run.text.trim().is_empty()).then_some(run)
}

/// A part of a run: in the bundled font throughout, or foreign to it.
struct Piece {
    text: String,
    from: f32,
    to: f32,
    foreign: bool,
}

/// The letters of one document.
pub(super) struct Glyphs<'a> {
    letters: Letters,
    /// Characters no font at hand has.
    missing: &'a BTreeSet<char>,
    regular: Option<Face<'static>>,
    strong: Option<Face<'static>>,
    used: BTreeMap<(bool, u16), String>,
    /// Characters met that the bundled font lacks.
    pub(super) foreign: BTreeSet<char>,
}

impl<'a> Glyphs<'a> {
    pub(super) fn new(letters: Letters, missing: &'a BTreeSet<char>) -> Self {
        Self {
            letters,
            missing,
            regular: Face::parse(REGULAR, 0).ok(),
            strong: Face::parse(SEMIBOLD, 0).ok(),
            used: BTreeMap::new(),
            foreign: BTreeSet::new(),
        }
    }

    /// A run of text at the start of its base line.
    pub(super) fn draw(&mut self, run: &Run, at: Pos2, turn: &str) -> String {
        let mut out = Vec::new();
        let pieces = self.pieces(run);
        if self.letters == Letters::Outlined {
            out.push(self.outlines(run, &pieces, at, turn));
        }
        for piece in &pieces {
            if piece.foreign || self.letters != Letters::Outlined {
                out.push(self.text(run, piece, at, turn));
            }
        }
        out.join("\n")
    }

    const fn face(&self, strong: bool) -> Option<&Face<'static>> {
        if strong {
            self.strong.as_ref()
        } else {
            self.regular.as_ref()
        }
    }

    /// The run in as few pieces as possible. Spaces and marks between foreign words stay with them, so
    /// that a viewer can put words that run from right to left in their order.
    fn pieces(&mut self, run: &Run) -> Vec<Piece> {
        let face = self.face(run.strong);
        let lacks = |c: char| face.is_some_and(|face| face.glyph_index(c).is_none());
        let characters: Vec<(char, bool)> = run.text.chars().map(|c| (c, lacks(c))).collect();
        self.foreign.extend(
            characters
                .iter()
                .filter(|(_, lacks)| *lacks)
                .map(|(c, _)| *c),
        );
        let mut out: Vec<Piece> = Vec::new();
        for ((character, foreign), edges) in characters.iter().zip(run.steps.windows(2)) {
            let &[from, to] = edges else { continue };
            match out.last_mut() {
                Some(piece) if piece.foreign == *foreign => {
                    piece.text.push(*character);
                    piece.to = to;
                }
                _ => out.push(Piece {
                    text: character.to_string(),
                    from,
                    to,
                    foreign: *foreign,
                }),
            }
        }
        joined(out)
    }

    /// The pieces in the bundled font, as outlines.
    fn outlines(&mut self, run: &Run, pieces: &[Piece], at: Pos2, turn: &str) -> String {
        let Some(face) = self.face(run.strong).cloned() else {
            return String::new();
        };
        let scale = run.size / f32::from(face.units_per_em());
        let mut uses = String::new();
        let foreign = |x: f32| pieces.iter().any(|p| p.foreign && p.from <= x && x < p.to);
        for (character, step) in run.text.chars().zip(&run.steps) {
            let Some(glyph) = face.glyph_index(character).filter(|_| !foreign(*step)) else {
                continue;
            };
            let entry = self.used.entry((run.strong, glyph.0));
            let path = entry.or_insert_with(|| path(&face, glyph));
            if !path.is_empty() {
                let name = name(run.strong, glyph.0);
                let x = (step / scale).round();
                let _ = write!(uses, r##"<use xlink:href="#{name}" x="{x}"/>"##);
            }
        }
        format!(
            r#"<g transform="{turn}translate({} {}) scale({scale:.6} -{scale:.6})"{} aria-label="{}">{uses}</g>"#,
            number(at.x),
            number(at.y),
            paint("fill", run.colour),
            escape_xml(&run.text)
        )
    }

    /// A piece as a text element.
    fn text(&self, run: &Run, piece: &Piece, at: Pos2, turn: &str) -> String {
        let fitted = if piece.foreign {
            piece.text.contains(is_wide)
        } else {
            self.letters == Letters::Fitted
        };
        let room = if fitted && piece.text.chars().nth(1).is_some() {
            let room = number(piece.to - piece.from);
            format!(r#" textLength="{room}" lengthAdjust="spacingAndGlyphs""#)
        } else {
            String::new()
        };
        let text: String = piece
            .text
            .chars()
            .map(|c| {
                if self.missing.contains(&c) {
                    MISSING
                } else {
                    c
                }
            })
            .collect();
        let spaces = if text.contains("  ") || text.trim() != text {
            r#" xml:space="preserve""#
        } else {
            ""
        };
        let weight = if run.strong {
            r#" font-weight="600""#
        } else {
            ""
        };
        format!(
            r#"<text x="{}" y="{}" font-family="{FAMILIES}" font-size="{}"{weight}{spaces}{room}{}{}>{}</text>"#,
            number(at.x + piece.from),
            number(at.y),
            number(run.size),
            paint("fill", run.colour),
            turned(turn),
            escape_xml(&text)
        )
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

/// Pieces of foreign words with nothing but spaces and marks between them, as one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        let between = out.len() > 1
            && piece.foreign
            && out
                .last()
                .is_some_and(|last| !last.text.contains(char::is_alphanumeric));
        if between
            && let Some(marks) = out.pop()
            && let Some(before) = out.last_mut()
        {
            before.text += &marks.text;
            before.text += &piece.text;
            before.to = piece.to;
        } else {
            out.push(piece);
        }
    }
    out
}

/// Whether a character the bundled font lacks is as wide as high, and so wider than the room it was laid
/// out for: East Asian scripts and emoji.
const fn is_wide(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFE6}' | '\u{1B000}'..)
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
