//! A comparison as a report: one HTML file that needs nothing else, or Markdown.
//!
//! What it says is made once, as sections; two renderers give it its form.
//!
//! | room | what it is for |
//! |---|---|
//! | `item` | sections, paragraphs, lists, tables: the report before it has a form |
//! | `numbers` | places as they are printed |
//! | `findings`, `wording`, `passages`, `headlines`, `about` | what each section says |
//! | `html`, `article`, `markdown` | the forms; `article` is a text with its tone marked |

mod about;
mod article;
mod findings;
mod headlines;
mod html;
mod item;
mod markdown;
mod numbers;
mod passages;
mod wording;

pub(crate) use numbers::place;

use crate::article::Side;
use crate::chart::Input;
use crate::compare::{Comparison, SourceView};
use crate::export::format::{self, Entry};
use item::{Item, Section};

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

/// A form a report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One HTML document: no scripts, nothing to load, light and dark, fit to print.
    Html,
    /// Markdown. Charts are given by what they say.
    Markdown,
}

impl format::Format for Format {
    fn entry(&self) -> Entry {
        match self {
            Self::Html => Entry::new("Web page", &["html", "htm"]),
            Self::Markdown => Entry::new("Markdown", &["md", "markdown"]),
        }
    }
}

impl Format {
    /// The report in this form.
    pub fn write(self, report: &Report<'_>) -> String {
        match self {
            Self::Html => html::page(report),
            Self::Markdown => markdown::document(report),
        }
    }
}

impl<'a> Report<'a> {
    const fn source(&self, side: Side) -> SourceView<'a> {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }

    const fn input(&self) -> Input<'a> {
        Input {
            a: Some(self.a),
            b: Some(self.b),
            comparison: Some(self.comparison),
            options: crate::chart::Options {
                position: crate::chart::Position::Words,
            },
        }
    }

    fn title(&self) -> String {
        format!(
            "{} and {}, compared",
            self.a.short_name(),
            self.b.short_name()
        )
    }

    /// Every section but the texts, in order, each with its charts.
    fn sections(&self) -> Vec<Section> {
        let mut sections = vec![
            findings::summary(self),
            findings::differences(self),
            findings::like_for_like(self),
            findings::robustness(self),
            headlines::section(self),
            wording::shift(self),
            wording::terms(self),
        ];
        sections.extend(wording::people(self));
        sections.push(passages::section(self));
        sections.extend(self.remaining_figures(&sections));
        sections
    }

    /// The charts that belong to no section.
    fn remaining_figures(&self, sections: &[Section]) -> Option<Section> {
        let placed = |id: &str| sections.iter().any(|section| section.figures.contains(&id));
        let ids: Vec<&'static str> = self
            .figures
            .iter()
            .map(|figure| figure.id)
            .filter(|id| !placed(id))
            .collect();
        (!ids.is_empty()).then(|| Section {
            id: "charts",
            title: "Charts",
            items: vec![Item::Text(
                "Both sources stand on the same axis in every chart.".to_owned(),
            )],
            figures: ids,
        })
    }

    fn figures_of(&self, section: &Section) -> impl Iterator<Item = &'a Figure> {
        let figures = self.figures;
        let ids = section.figures.clone();
        figures
            .iter()
            .filter(move |figure| ids.contains(&figure.id))
    }
}
