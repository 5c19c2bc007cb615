//! Glyphs to lines: what stands side by side on one level is one piece of a line, with a blank where there
//! is a gap. What is drawn twice in one place, as bold letters and shadows are, is taken once.

use std::collections::HashMap;

use super::glyphs::{Glyph, Glyphs, Turn};

/// From which gap on there is a blank between two glyphs, as a share of the font's size. The narrowest
/// blanks have .2, the widest gaps inside words .1.
const BLANK: f64 = 0.17;
/// How far apart two glyphs of one line may stand, in font sizes; more is a gap between columns.
const APART: f64 = 3.0;
/// How far a glyph may begin before the end of the one before it, in font sizes.
const OVERLAP: f64 = 0.6;
/// How far from the level of its line a glyph may stand, in font sizes: small raised figures do.
pub(super) const LEVEL: f64 = 0.35;
/// How close two equal glyphs may stand, in font sizes, before they are the same one drawn twice.
const SAME: f64 = 0.1;

/// A line, or the part of one that stands in a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    /// Where it begins, in points.
    pub(super) left: f64,
    /// Where it ends.
    pub(super) right: f64,
    /// How far down the page it stands.
    pub(super) down: f64,
    /// The size of most of its letters, in points.
    pub(super) size: f64,
    /// How it is turned against the page.
    pub(super) turn: Turn,
}

impl Line {
    /// Whether another line stands on the level of this one.
    pub(super) fn is_level_with(&self, other: &Self) -> bool {
        (self.down - other.down).abs() < LEVEL * self.size.max(other.size)
    }

    /// Adds what stands to the right on the same level.
    pub(super) fn append(&mut self, other: &Self) {
        if other.left - self.right > BLANK * self.size && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&other.text);
        self.right = self.right.max(other.right);
    }
}

/// The lines of a page in the order in which they are drawn.
pub(super) fn lines(glyphs: &Glyphs) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut sizes = Majority::default();
    let mut seen = Seen::default();
    for (glyph, text) in glyphs.iter() {
        if text.is_empty() || seen.is_again(&glyph, text) {
            continue;
        }
        if let Some(line) = lines.last_mut().filter(|line| goes_on(line, &glyph)) {
            let gap = glyph.left - line.right > BLANK * glyph.size;
            if gap && !line.text.ends_with(' ') && !text.starts_with(' ') {
                line.text.push(' ');
            }
            line.text.push_str(text);
            line.right = glyph.right.max(glyph.left);
            line.size = sizes.add(glyph.size);
        } else {
            sizes = Majority::default();
            lines.push(Line {
                text: text.to_owned(),
                left: glyph.left,
                right: glyph.right,
                down: glyph.down,
                size: sizes.add(glyph.size),
                turn: glyph.turn,
            });
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

fn goes_on(line: &Line, glyph: &Glyph) -> bool {
    line.turn == glyph.turn
        && (line.down - glyph.down).abs() < LEVEL * glyph.size.max(line.size)
        && glyph.left > line.right - OVERLAP * glyph.size
        && glyph.left < line.right + APART * glyph.size
}

/// The size of most letters seen so far (the vote of Boyer and Moore).
#[derive(Default)]
struct Majority {
    size: f64,
    votes: u32,
}

impl Majority {
    fn add(&mut self, size: f64) -> f64 {
        if (self.size - size).abs() < 0.05 {
            self.votes += 1;
        } else if self.votes == 0 {
            *self = Self { size, votes: 1 };
        } else {
            self.votes -= 1;
        }
        self.size
    }
}

/// The glyphs seen, by what they say and by the square of the page they stand in.
#[derive(Default)]
struct Seen(HashMap<(Option<char>, i64, i64), (f64, f64)>);

impl Seen {
    /// Whether this glyph was seen in this place before.
    fn is_again(&mut self, glyph: &Glyph, text: &str) -> bool {
        let letter = text.chars().next();
        let close = SAME * glyph.size;
        #[expect(clippy::cast_possible_truncation, reason = "casts from float saturate")]
        let square = |place: f64| (place / close).floor() as i64;
        let (across, down) = (square(glyph.left), square(glyph.down));
        let is_same = |(dx, dy): (i64, i64)| {
            let key = (letter, across.saturating_add(dx), down.saturating_add(dy));
            self.0.get(&key).is_some_and(|(left, line)| {
                (left - glyph.left).abs() < close && (line - glyph.down).abs() < close
            })
        };
        let around = [-1, 0, 1].into_iter();
        let mut around = around.flat_map(|dx| [-1, 0, 1].map(|dy| (dx, dy)));
        if around.any(is_same) {
            return true;
        }
        self.0
            .insert((letter, across, down), (glyph.left, glyph.down));
        false
    }
}
