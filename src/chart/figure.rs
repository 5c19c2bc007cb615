//! A figure before it is drawn: everything there is to know about it.

use std::sync::Arc;

use super::axis::{Axis, Ticks};
use super::input::Input;
use super::kind::Kind;
use super::mark::{Key, Mark, Rule, Target};
use super::table::Table;
use crate::score::provenance::Provenance;
use crate::text::counted;

/// Everything there is to know about a figure before it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Which chart it is.
    pub kind: Kind,
    /// What it shows, in a few words.
    pub title: String,
    /// What it says, in one sentence: printed under the title, and the label for screen readers.
    pub summary: String,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// Lines across the whole plot, such as zero; drawn below the marks.
    pub rules: Vec<Rule>,
    /// The marks, in the order they are painted.
    pub marks: Vec<Mark>,
    /// How the pointer finds a mark.
    pub reach: Reach,
    /// What the colours and symbols mean, in order.
    pub legend: Vec<Key>,
    /// What a reader must know to judge it: what, how many, settings, version.
    pub caption: String,
    /// The figures behind it.
    pub table: Table,
    /// The height in points that shows it without crowding, title and caption included.
    pub height: f32,
    /// The number of rows, one below the other and each 1 high, in a chart that is made of them; 0 in
    /// others.
    pub rows: usize,
    /// The same chart with fewer rows, the fullest first, for where all of them do not fit. They have
    /// neither caption nor table of their own.
    pub fewer: Vec<Chart>,
    /// What is left out of the drawing, where something is: the table has it all.
    pub left_out: Option<String>,
    /// What it was made from.
    pub provenance: Arc<Provenance>,
    /// The part shown, where it is not the whole.
    pub view: Option<View>,
}

/// How far from a mark the pointer still means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere above or below it.
    Column,
    /// Anywhere to its left or right.
    Row,
    /// Close by, in both directions.
    Near,
}

/// A part of a chart, in data units: what the user zoomed to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Left and right edge.
    pub x: (f64, f64),
    /// Lower and upper edge.
    pub y: (f64, f64),
}

impl Chart {
    /// The whole chart.
    pub fn home(&self) -> View {
        View {
            x: self.x.extent(),
            y: self.y.extent(),
        }
    }

    /// A chart of so many rows, the first on top; title, summary, caption and table are still empty. The
    /// rows' middles run from the number of rows less a half down to a half. `names` stand at the axis;
    /// charts whose names stand beside their bars give none.
    pub(super) fn of_rows(
        kind: Kind,
        x: Axis,
        (rows, names): (usize, Vec<(f64, String)>),
        marks: Vec<Mark>,
        legend: Vec<Key>,
    ) -> Self {
        let count = rows as f64;
        Self {
            x,
            y: Axis {
                ticks: if names.is_empty() {
                    Ticks::None
                } else {
                    Ticks::Names(names)
                },
                ..Axis::bare((0.0, count.max(1.0)))
            },
            rules: vec![Rule::Vertical(0.0)],
            reach: Reach::Row,
            height: row_height(count),
            rows,
            ..Self::of(kind, marks, legend)
        }
    }

    /// This chart where at least `rows` rows fit, otherwise the fullest of [`Self::fewer`] that fits, and the
    /// smallest of all where none does.
    pub fn fitting(&self, rows: usize) -> &Self {
        if self.rows <= rows {
            return self;
        }
        let smaller = self.fewer.iter().find(|chart| chart.rows <= rows);
        smaller.or(self.fewer.last()).unwrap_or(self)
    }

    /// This chart together with what `with` makes of fewer and fewer of its `most` rows, down to `least`.
    pub(super) fn and_fewer(
        mut self,
        (most, least): (usize, usize),
        with: impl Fn(usize) -> Self,
    ) -> Self {
        self.fewer = (least..most).rev().map(with).collect();
        self
    }

    /// A chart of `marks`, which has a legend only if there are any; what it says, its axes and its table
    /// are still empty.
    pub(super) fn of(kind: Kind, marks: Vec<Mark>, legend: Vec<Key>) -> Self {
        Self {
            kind,
            title: String::new(),
            summary: String::new(),
            x: Axis::bare((0.0, 1.0)),
            y: Axis::bare((0.0, 1.0)),
            rules: Vec::new(),
            legend: if marks.is_empty() { Vec::new() } else { legend },
            marks,
            reach: Reach::Near,
            caption: String::new(),
            table: Table::new(&[]),
            height: 480.0,
            rows: 0,
            fewer: Vec::new(),
            left_out: None,
            provenance: Arc::default(),
            view: None,
        }
    }

    /// The chart with what it was made from: told once, however many charts of fewer rows there are beside it.
    pub(super) fn made_from(mut self, provenance: Provenance) -> Self {
        self.provenance = Arc::new(provenance);
        for chart in &mut self.fewer {
            chart.provenance = Arc::clone(&self.provenance);
        }
        self
    }

    /// Marks that stand for something in the text, in order, each target once.
    pub fn targets(&self) -> Vec<&Target> {
        let mut out: Vec<&Target> = Vec::new();
        for target in self.marks.iter().filter_map(|mark| mark.targets.first()) {
            if out.last() != Some(&target) {
                out.push(target);
            }
        }
        out
    }
}

/// The height of a chart with a row a name, in points.
pub(super) fn row_height(rows: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred points")]
    let rows = rows as f32;
    (170.0 + 22.0 * rows).max(240.0)
}

/// "12 of 40 names": what a chart with fewer rows says of the rest.
pub(super) fn left_out(shown: usize, all: usize, noun: &str) -> Option<String> {
    (shown < all).then(|| {
        format!(
            "{shown} of {} · all of them in the table",
            counted(all, noun)
        )
    })
}

/// Why a chart of differences has nothing to show, if so.
pub(super) fn comparison_missing(input: &Input<'_>) -> Option<&'static str> {
    if input.sources().count() < 2 {
        Some("Two sources are needed for a comparison.")
    } else if input.comparison.is_none() {
        Some("The comparison is not done yet.")
    } else {
        None
    }
}
