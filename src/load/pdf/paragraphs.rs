//! Lines to paragraphs: by the room between them, by indents, by the size of their letters, and by whether
//! the next word would have fitted on the line before.

use std::collections::BTreeMap;

use super::lines::Line;
use crate::load::clean::starts_lower;
use crate::load::joining::Joiner;
use crate::load::plain::lines::{bulleted, ends_stop};

/// How much farther apart two lines must stand than usual for a paragraph to end between them.
const GAP: f64 = 1.25;
/// How much the sizes of letters may differ within a paragraph.
const SIZES: f64 = 1.12;
/// The least and the most that the first line of a paragraph is indented, in font sizes.
const INDENT: std::ops::RangeInclusive<f64> = 0.8..=6.0;
/// The room a line leaves beyond the next word, in font sizes, before its end was meant.
const SPARE: f64 = 0.6;
/// The same where no sentence ends, as a share of the width of the column.
const SPARE_OPEN: f64 = 0.25;
/// The height of a line where no other is near to measure it, in font sizes.
const USUAL: f64 = 1.2;

/// The paragraphs of columns in reading order, each on one line.
pub(super) fn paragraphs(columns: &[Vec<Line>]) -> Vec<String> {
    let source: Vec<String> = columns.iter().flatten().map(written).collect();
    let source = source.join("\n");
    let mut joiner = Joiner::typeset(&source);
    let mut paragraphs: Vec<String> = Vec::new();
    let indents = Indents::of(columns);
    let mut before: Option<(&Line, Column)> = None;
    for lines in columns {
        let column = Column::of(lines);
        for line in lines {
            let begins = match &before {
                None => true,
                Some((last, of)) if *of == column => column.begins(last, line),
                Some((last, of)) => indents.begins_column(last, of, line, &column),
            };
            let text = written(line);
            match paragraphs.last_mut() {
                Some(paragraph) if !begins => joiner.join(paragraph, &text),
                _ => paragraphs.push(text),
            }
            before = Some((line, column.clone()));
        }
    }
    paragraphs
}

/// The text of a line. A soft hyphen inside it is drawn like any other.
fn written(line: &Line) -> String {
    let text = line.text.trim();
    match text.strip_suffix('\u{ad}') {
        Some(text) => text.replace('\u{ad}', "-") + "\u{ad}",
        None => text.replace('\u{ad}', "-"),
    }
}

/// What the lines of a column have in common.
#[derive(Debug, Clone, PartialEq)]
struct Column {
    left: f64,
    right: f64,
    /// How far apart its lines stand.
    height: f64,
    /// How far down it begins, which tells it from others.
    top: f64,
}

impl Column {
    fn of(lines: &[Line]) -> Self {
        let heights = lines.windows(2).filter_map(|pair| match pair {
            [a, b] if same_size(a, b) && b.down > a.down => Some(b.down - a.down),
            _ => None,
        });
        let size = most(lines.iter().map(|line| line.size)).unwrap_or(1.0);
        let body = lines
            .iter()
            .filter(|line| line.size < size * SIZES && size < line.size * SIZES);
        let mut ends: Vec<f64> = body.map(|line| line.right).collect();
        ends.sort_by(f64::total_cmp);
        // A table or a picture's caption may stand out.
        let right = ends.get(ends.len().saturating_sub(1) * 95 / 100);
        Self {
            left: most(lines.iter().map(|line| line.left)).unwrap_or(0.0),
            right: right.copied().unwrap_or(0.0),
            height: most(heights).unwrap_or(USUAL * size),
            top: lines.first().map_or(0.0, |line| line.down),
        }
    }

    /// Whether a paragraph begins with `line`, which stands below `last` in this column.
    fn begins(&self, last: &Line, line: &Line) -> bool {
        let size = last.size.max(line.size);
        // Letters larger than the text's stand farther apart.
        let usual = self.height.max(USUAL * size);
        let gap = line.down - last.down;
        let deeper = (line.left - last.left) / size;
        !same_size(last, line)
            || gap > GAP * usual
            || gap < 0.0
            || bulleted(&line.text).is_some()
            || (INDENT.contains(&deeper) && bulleted(&last.text).is_none())
            || self.is_short(last, line)
    }

    /// Whether `last` ends before it had to, as the last line of a paragraph does.
    fn is_short(&self, last: &Line, line: &Line) -> bool {
        let room = self.room(last);
        let letters = line.text.chars().count().max(1) as f64;
        let word = line.text.split_whitespace().next().unwrap_or_default();
        let word = word.chars().count() as f64 * (line.right - line.left) / letters;
        let fits = room > word + SPARE * last.size;
        let stopped = ends_stop(&last.text);
        let wide = room > word + SPARE_OPEN * (self.right - self.left);
        fits && !starts_lower(&line.text) && (stopped || wide)
    }

    /// The room beyond a line.
    fn room(&self, line: &Line) -> f64 {
        self.right - line.right
    }

    fn indents(&self, line: &Line) -> bool {
        INDENT.contains(&((line.left - self.left) / line.size))
    }
}

/// Whether the paragraphs of a document begin with an indent.
struct Indents(bool);

impl Indents {
    fn of(columns: &[Vec<Line>]) -> Self {
        let (mut lines, mut indented) = (0_usize, 0_usize);
        for column in columns {
            let common = Column::of(column);
            lines += column.len();
            indented += column
                .iter()
                .filter(|line| common.indents(line) && bulleted(&line.text).is_none())
                .count();
        }
        // One paragraph in twenty lines at least, and not so many that they are the text itself.
        Self(indented * 20 >= lines && indented * 2 <= lines)
    }

    /// Whether a paragraph begins with the first line of a column.
    fn begins_column(&self, last: &Line, of: &Column, line: &Line, column: &Column) -> bool {
        if !same_size(last, line) || bulleted(&line.text).is_some() {
            return true;
        }
        if starts_lower(&line.text) {
            return false;
        }
        // Where a sentence fills the last line to its end, the paragraph goes on more often than not.
        let shows = if self.0 {
            column.indents(line)
        } else {
            of.room(last) > SPARE * last.size
        };
        of.is_short(last, line) || (ends_stop(&last.text) && shows)
    }
}

fn same_size(a: &Line, b: &Line) -> bool {
    a.size < b.size * SIZES && b.size < a.size * SIZES
}

/// The value that most come closest to, in steps of half a point; of several the smallest.
fn most(values: impl Iterator<Item = f64>) -> Option<f64> {
    const STEPS: f64 = 2.0;
    let mut counts: BTreeMap<i64, (usize, f64)> = BTreeMap::new();
    for value in values {
        #[expect(clippy::cast_possible_truncation, reason = "casts from float saturate")]
        let step = (value * STEPS).round() as i64;
        let (count, _) = counts.entry(step).or_insert((0, value));
        *count += 1;
    }
    let best = counts
        .into_values()
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, value)| value)
}
