//! What a report is made from.

use super::item::Section;
use crate::article::Side;
use crate::chart::Input;
use crate::compare::{Comparison, SourceView};

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Source A.
    pub a: SourceView<'a>,
    /// Source B.
    pub b: SourceView<'a>,
    /// The two compared.
    pub comparison: &'a Comparison,
    /// The charts, drawn.
    pub figures: &'a [Figure],
    /// Whether the articles' own words may be in it. Without, it holds single terms only: no headline,
    /// no passage, no paragraph. The figures are taken as they are.
    pub with_text: bool,
    /// When it was made, as ISO 8601; left out if not given.
    pub date: Option<&'a str>,
}

/// A chart drawn for a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// The chart's name, as in file names. Its drawing stands in the section it belongs to.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// What it says, in one sentence.
    pub summary: String,
    /// The drawing on white, an `<svg>` element whose ids no other drawing has.
    pub light: String,
    /// The same on near-black.
    pub dark: String,
}

impl<'a> Report<'a> {
    pub(super) const fn source(&self, side: Side) -> SourceView<'a> {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }

    pub(super) const fn input(&self) -> Input<'a> {
        Input {
            a: Some(self.a),
            b: Some(self.b),
            comparison: Some(self.comparison),
            options: crate::chart::Options {
                position: crate::chart::Position::Words,
            },
        }
    }

    pub(super) fn title(&self) -> String {
        format!(
            "{} and {}, compared",
            self.a.short_name(),
            self.b.short_name()
        )
    }

    /// The charts that belong to a section.
    pub(super) fn figures_of(&self, section: &Section) -> impl Iterator<Item = &'a Figure> {
        let figures = self.figures;
        let ids = section.figures.clone();
        figures
            .iter()
            .filter(move |figure| ids.contains(&figure.id))
    }
}
