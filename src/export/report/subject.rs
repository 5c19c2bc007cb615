//! What a report is made from.

use super::choice::Choice;
use super::part::Part;
use super::pin::Pin;
use crate::article::Side;
use crate::chart::{self, Input, Kind};
use crate::compare::stories::SameStories;
use crate::compare::{Comparison, SourceView, findings};

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Source A.
    pub a: SourceView<'a>,
    /// Source B.
    pub b: SourceView<'a>,
    /// The two compared.
    pub comparison: &'a Comparison,
    /// The two on the stories both tell, where that is worked out.
    pub same: Option<&'a SameStories>,
    /// What goes into it.
    pub choice: &'a Choice,
    /// The charts that were drawn. A chart that is chosen and not among them is told in words.
    pub figures: &'a [Figure],
    /// What charts count by.
    pub options: chart::Options,
    /// When it was made, as ISO 8601; left out if not given.
    pub date: Option<&'a str>,
}

/// A chart drawn for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which chart.
    pub kind: Kind,
    /// Its drawing.
    pub drawing: Drawing,
}

/// The drawing of a chart, in the form that a format of reports takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawing {
    /// For a page: `<svg>` elements whose ids no other drawing has.
    Page {
        /// On white.
        light: String,
        /// On near-black.
        dark: String,
    },
    /// A PNG picture on white.
    Picture {
        /// The file.
        png: Vec<u8>,
        /// Its width and height in pixels.
        size: [u32; 2],
    },
}

/// Said in place of whatever would hold one unrelated text against another.
pub(super) const NOT_COMPARED: &str =
    "Nothing is compared here: the two hardly tell the same story.";

/// What a chart in a report is built from: between texts that do not tell the same story nothing that
/// compares them. `None` where the chart would do nothing else, or must not be there.
pub fn chart_input<'a>(kind: Kind, input: &Input<'a>, with_text: bool) -> Option<Input<'a>> {
    if kind.shows_headlines() && !with_text {
        return None;
    }
    if !input.comparison.is_some_and(|comparison| comparison.apart) {
        return Some(*input);
    }
    match kind {
        Kind::Differences
        | Kind::WordShift
        | Kind::People
        | Kind::Spread
        | Kind::Distribution
        | Kind::SpreadBySource => None,
        Kind::Coverage | Kind::Terms => Some(*input),
        _ => Some(Input {
            comparison: None,
            ..*input
        }),
    }
}

/// The charts that fit what was found, at most [`FITTING`], that of the most telling finding first.
///
/// | finding | chart |
/// |---|---|
/// | headlines, one against the other or against their articles | headline |
/// | a measure that differs clearly | differences |
/// | no measure that does; the strongest paragraphs | paragraphs |
/// | other stories; what only one tells | coverage |
pub fn fitting_charts(comparison: &Comparison) -> Vec<Kind> {
    let mut charts = Vec::new();
    for finding in &comparison.findings {
        let kind = match finding.kind {
            findings::Kind::Headlines | findings::Kind::AgainstArticle => Kind::Headline,
            findings::Kind::Measure => Kind::Differences,
            findings::Kind::NotClear
            | findings::Kind::MostNegative
            | findings::Kind::MostPositive => Kind::Paragraphs,
            findings::Kind::OtherStories | findings::Kind::OnlyOne => Kind::Coverage,
            findings::Kind::Quoted => continue,
        };
        if !charts.contains(&kind) && charts.len() < FITTING {
            charts.push(kind);
        }
    }
    charts
}

/// How many charts a report has unless others are chosen.
pub const FITTING: usize = 2;

impl<'a> Report<'a> {
    /// Its parts, in order.
    pub fn parts(&self) -> Vec<Part> {
        self.choice.parts(&fitting_charts(self.comparison))
    }

    /// The charts it shows, each once: those chosen, in order, and those that were added while reading.
    pub fn charts(&self) -> Vec<Kind> {
        let mut charts = self.choice.charts(&fitting_charts(self.comparison));
        for pin in &self.choice.pinned {
            if let Pin::Chart(kind) = pin
                && !charts.contains(kind)
            {
                charts.push(*kind);
            }
        }
        charts
    }

    pub(super) const fn source(&self, side: Side) -> SourceView<'a> {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }

    pub(super) const fn with_text(&self) -> bool {
        self.choice.with_text
    }

    /// What its charts are built from.
    pub const fn input(&self) -> Input<'a> {
        Input {
            a: Some(self.a),
            b: Some(self.b),
            others: &[],
            told: None,
            comparison: Some(self.comparison),
            lists: None,
            options: self.options,
            study: None,
        }
    }

    pub(super) fn title(&self) -> String {
        format!(
            "{} and {}, compared",
            self.a.short_name(),
            self.b.short_name()
        )
    }

    /// Whether one source may be held against the other.
    pub(super) fn comparable(&self) -> bool {
        !self.comparison.apart
    }

    /// The drawing of a chart, where it was drawn.
    pub(super) fn drawing(&self, kind: Kind) -> Option<&'a Drawing> {
        let mut figures = self.figures.iter();
        let figure = figures.find(|figure| figure.kind == kind)?;
        Some(&figure.drawing)
    }
}
