//! The order in which the lines of a page are read: columns from left to right, and what runs across them
//! in its place. Judged by where lines stand, not by when they are drawn.

use std::collections::BTreeMap;

use super::glyphs::Turn;
use super::lines::Line;

/// The narrowest gap between columns, in font sizes.
const GUTTER: f64 = 0.8;
/// The fewest lines that make a column.
const FEWEST_LINES: usize = 3;
/// The narrowest column, in font sizes; numbers and signs of lists stand in narrower ones.
const NARROWEST: f64 = 6.0;
/// The least share of the shorter column that must stand beside the longer one.
const BESIDE: f64 = 0.5;
/// How deep columns are looked for in columns.
const DEEPEST: u32 = 8;
/// The most pieces of lines whose order is judged: those of a page with more stand as drawn.
const MOST_LINES: usize = 20_000;

/// The lines of a page, a column at a time.
pub(super) fn in_order(lines: Vec<Line>) -> Vec<Vec<Line>> {
    if lines.len() > MOST_LINES {
        return vec![lines];
    }
    // What is turned against most of the page stands at its end.
    let mut turned: BTreeMap<Turn, Vec<Line>> = BTreeMap::new();
    for line in lines {
        turned.entry(line.turn).or_default().push(line);
    }
    let mut turned: Vec<Vec<Line>> = turned.into_values().collect();
    let letters = |lines: &Vec<Line>| lines.iter().map(|line| line.text.len()).sum::<usize>();
    turned.sort_by_key(|lines| std::cmp::Reverse(letters(lines)));
    turned
        .into_iter()
        .flat_map(|lines| columns(lines, 0))
        .collect()
}

fn columns(lines: Vec<Line>, depth: u32) -> Vec<Vec<Line>> {
    if depth > DEEPEST {
        return vec![rows(lines)];
    }
    if let Some(gutters) = gutters(&lines) {
        let mut parts: Vec<Vec<Line>> = vec![Vec::new(); gutters.len() + 1];
        for line in lines {
            let part = gutters.partition_point(|gutter| line.left >= *gutter);
            if let Some(part) = parts.get_mut(part) {
                part.push(line);
            }
        }
        return parts
            .into_iter()
            .flat_map(|part| columns(part, depth + 1))
            .collect();
    }
    let mut ordered: Vec<Vec<Line>> = Vec::new();
    let mut plain: Vec<Line> = Vec::new();
    let groups = groups(lines);
    let alone = groups.len() == 1;
    for group in groups {
        if !alone && gutters(&group).is_some() {
            if !plain.is_empty() {
                ordered.push(rows(std::mem::take(&mut plain)));
            }
            ordered.extend(columns(group, depth + 1));
        } else {
            plain.extend(group);
        }
    }
    if !plain.is_empty() {
        ordered.push(rows(plain));
    }
    ordered
}

/// Lines of one column from top to bottom, pieces on one level joined.
fn rows(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| a.down.total_cmp(&b.down));
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| first.is_level_with(&line)) => {
                row.push(line);
            }
            _ => rows.push(vec![line]),
        }
    }
    rows.into_iter()
        .filter_map(|mut row| {
            row.sort_by(|a, b| a.left.total_cmp(&b.left));
            row.into_iter().reduce(|mut line, piece| {
                line.append(&piece);
                line
            })
        })
        .collect()
}

/// Where the gaps between columns lie: each between two columns that stand beside each other. `None` where
/// there are none.
fn gutters(lines: &[Line]) -> Option<Vec<f64>> {
    let mut cover = Cover::new(size(lines));
    cover.add_all(lines);
    let places: Vec<f64> = cover.gaps().collect();
    let sides: Vec<f64> = places
        .into_iter()
        .filter(|place| are_columns(lines, *place, cover.size))
        .collect();
    (!sides.is_empty()).then_some(sides)
}

/// Whether what stands on both sides of a place are columns.
fn are_columns(lines: &[Line], place: f64, size: f64) -> bool {
    let (left, right): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.left < place);
    let Some((left, right)) = Extent::of(&left).zip(Extent::of(&right)) else {
        return false;
    };
    let beside = left.bottom.min(right.bottom) - left.top.max(right.top);
    let shorter = (left.bottom - left.top).min(right.bottom - right.top);
    let wide = |side: &Extent| side.right - side.left >= NARROWEST * size;
    wide(&left)
        && wide(&right)
        && left.lines.min(right.lines) >= FEWEST_LINES
        && beside >= BESIDE * shorter
}

/// The room that lines take.
struct Extent {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    lines: usize,
}

impl Extent {
    fn of(lines: &[&Line]) -> Option<Self> {
        let first = lines.first()?;
        let mut extent = Self {
            left: first.left,
            right: first.right,
            top: first.down,
            bottom: first.down,
            lines: lines.len(),
        };
        for line in lines {
            extent.left = extent.left.min(line.left);
            extent.right = extent.right.max(line.right);
            extent.top = extent.top.min(line.down);
            extent.bottom = extent.bottom.max(line.down);
        }
        Some(extent)
    }
}

/// The lines from top to bottom in groups: as many as leave a gap between columns open between them.
fn groups(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let size = size(&lines);
    let mut groups: Vec<Vec<Line>> = Vec::new();
    let mut cover = Cover::new(size);
    for strip in strips(lines) {
        let mut wider = cover.clone();
        wider.add_all(&strip);
        match groups.last_mut() {
            Some(group) if wider.gaps().next().is_some() => {
                group.extend(strip);
                cover = wider;
            }
            _ => {
                cover = Cover::new(size);
                cover.add_all(&strip);
                groups.push(strip);
            }
        }
    }
    groups
}

/// The lines in strips from top to bottom, with a free level between any two.
fn strips(mut lines: Vec<Line>) -> Vec<Vec<Line>> {
    /// How far letters without accents and descenders reach above and below their level.
    const ABOVE: f64 = 0.7;
    const BELOW: f64 = 0.1;
    let top = |line: &Line| line.down - ABOVE * line.size;
    lines.sort_by(|a, b| top(a).total_cmp(&top(b)));
    let mut strips: Vec<Vec<Line>> = Vec::new();
    let mut bottom = f64::NEG_INFINITY;
    for line in lines {
        let below = line.down + BELOW * line.size;
        match strips.last_mut() {
            Some(strip) if top(&line) < bottom => strip.push(line),
            _ => strips.push(vec![line]),
        }
        bottom = bottom.max(below);
    }
    strips
}

/// The size of the letters in most lines.
fn size(lines: &[Line]) -> f64 {
    let mut sizes: Vec<f64> = lines.iter().map(|line| line.size).collect();
    let middle = sizes.len() / 2;
    if middle >= sizes.len() {
        return 1.0;
    }
    let (_, size, _) = sizes.select_nth_unstable_by(middle, f64::total_cmp);
    *size
}

/// What of the width of the page is covered, as ranges in ascending order that do not touch.
#[derive(Clone)]
struct Cover {
    ranges: Vec<(f64, f64)>,
    /// The size of letters that gaps are measured in.
    size: f64,
}

impl Cover {
    const fn new(size: f64) -> Self {
        Self {
            ranges: Vec::new(),
            size,
        }
    }

    fn add_all(&mut self, lines: &[Line]) {
        for line in lines {
            self.add(line);
        }
    }

    fn add(&mut self, line: &Line) {
        let (mut left, mut right) = (line.left, line.right);
        let from = self.ranges.partition_point(|range| range.1 < left);
        let to = self.ranges.partition_point(|range| range.0 <= right);
        for range in self.ranges.drain(from..to.max(from)) {
            left = left.min(range.0);
            right = right.max(range.1);
        }
        self.ranges.insert(from, (left, right));
    }

    /// The middles of the gaps that are wide enough.
    fn gaps(&self) -> impl Iterator<Item = f64> {
        self.ranges.windows(2).filter_map(|pair| match pair {
            [(_, end), (start, _)] if start - end >= GUTTER * self.size => {
                Some(f64::midpoint(*end, *start))
            }
            _ => None,
        })
    }
}
