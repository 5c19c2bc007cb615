//! A chart as plain data: marks with identity, axes, legend, caption, the table behind it and one
//! sentence that says what it shows. Knows nothing of screens, fonts or files; `plot` draws it.
//!
//! Adding a chart is one file here and one arm in [`build`].

mod arc;
mod axis;
mod caption;
mod coverage;
mod differences;
mod headline;
mod input;
mod mark;
pub mod palette;
mod paragraphs;
mod people;
mod provenance;
mod shares;
mod spread;
mod strip;
mod table;
mod terms;
mod word_shift;

pub use crate::score::provenance::Provenance;
pub use axis::{Axis, Ticks};
pub use input::{Input, Options, Paragraph, Position, SourceView};
pub use mark::{
    Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, Target,
};
pub use palette::{Rgb, Theme};
pub(crate) use table::plain as plain_cell;
pub use table::{Cell, Table};

use serde::{Deserialize, Serialize};

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One cell a paragraph, as wide as it has words.
    Strip,
    /// The tone of every paragraph, as bars from zero.
    Paragraphs,
    /// Tone along the text, with a local mean.
    Arc,
    /// All paragraphs of each source, their quartiles and mean.
    Spread,
    /// Shares of negative, neutral and positive sentences.
    Shares,
    /// Which measures differ, with intervals.
    Differences,
    /// What both tell and what only one does.
    Coverage,
    /// The words behind the difference in tone.
    WordShift,
    /// What each talks about more.
    Terms,
    /// How each source speaks of the names both mention.
    People,
    /// How each headline's score comes about, cue by cue.
    Headline,
}

impl Kind {
    /// Every chart, in the order it is offered.
    pub const fn all() -> &'static [Self] {
        &[
            Self::Paragraphs,
            Self::Spread,
            Self::Headline,
            Self::Differences,
            Self::WordShift,
            Self::Coverage,
            Self::Terms,
            Self::People,
            Self::Strip,
            Self::Arc,
            Self::Shares,
        ]
    }

    /// The name the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Strip => "Tone strip",
            Self::Paragraphs => "Paragraphs",
            Self::Arc => "Arc",
            Self::Spread => "Spread",
            Self::Shares => "Shares",
            Self::Differences => "Differences",
            Self::Coverage => "Coverage",
            Self::WordShift => "Word shift",
            Self::Terms => "Terms",
            Self::People => "People",
            Self::Headline => "Headline",
        }
    }

    /// The question it answers.
    pub const fn question(self) -> &'static str {
        match self {
            Self::Strip => "Where is the strong wording?",
            Self::Arc => "How does tone run through the piece?",
            Self::Coverage => "What is shared, and what is not?",
            Self::WordShift => "Why does tone differ?",
            Self::People => "How does each speak of the names both mention?",
            Self::Terms => "What does each source talk about?",
            Self::Differences => "Which measures differ, and how sure is that?",
            Self::Shares => "How many sentences are negative, neutral and positive?",
            Self::Paragraphs => "How is the tone of each paragraph?",
            Self::Spread => "Do the two sources differ in tone overall?",
            Self::Headline => "How sensational is each headline, and why?",
        }
    }

    /// The chart of this name, as used in file names and on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().iter().copied().find(|kind| kind.id() == id)
    }

    /// The name used in file names and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strip => "strip",
            Self::Paragraphs => "paragraphs",
            Self::Arc => "arc",
            Self::Spread => "spread",
            Self::Shares => "shares",
            Self::Differences => "differences",
            Self::Coverage => "coverage",
            Self::WordShift => "word-shift",
            Self::Terms => "terms",
            Self::People => "people",
            Self::Headline => "headline",
        }
    }
}

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
    /// What it was made from.
    pub provenance: Provenance,
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

    /// A chart with a row a name, the first on top; title, summary, caption and table are still empty.
    /// `names` are the rows' middles, from the number of rows less a half down to a half.
    fn of_rows(
        kind: Kind,
        input: &Input<'_>,
        x: Axis,
        names: Vec<(f64, String)>,
        marks: Vec<Mark>,
        legend: Vec<Key>,
    ) -> Self {
        let count = names.len() as f64;
        Self {
            kind,
            title: String::new(),
            summary: String::new(),
            x,
            y: Axis {
                ticks: Ticks::Names(names),
                ..Axis::bare((0.0, count.max(1.0)))
            },
            rules: vec![Rule::Vertical(0.0)],
            legend: if marks.is_empty() { Vec::new() } else { legend },
            marks,
            reach: Reach::Row,
            caption: String::new(),
            table: Table::new(&[]),
            height: row_height(count),
            provenance: Provenance::of(input),
            view: None,
        }
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
fn row_height(rows: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred points")]
    let rows = rows as f32;
    (170.0 + 22.0 * rows).max(240.0)
}

/// Why a chart of differences has nothing to show, if so.
fn comparison_missing(input: &Input<'_>) -> Option<&'static str> {
    if input.sources().count() < 2 {
        Some("Two sources are needed for a comparison.")
    } else if input.comparison.is_none() {
        Some("The comparison is not done yet.")
    } else {
        None
    }
}

/// Builds one chart from what is open. Either source may be missing; the chart then says so.
pub fn build(kind: Kind, input: &Input<'_>) -> Chart {
    match kind {
        Kind::Strip => strip::build(input),
        Kind::Arc => arc::build(input),
        Kind::Shares => shares::build(input),
        Kind::Differences => differences::build(input),
        Kind::Coverage => coverage::build(input),
        Kind::WordShift => word_shift::build(input),
        Kind::Terms => terms::build(input),
        Kind::People => people::build(input),
        Kind::Paragraphs => paragraphs::build(input),
        Kind::Spread => spread::build(input),
        Kind::Headline => headline::build(input),
    }
}
