//! A comparison as a report: one HTML file that needs nothing else, or Markdown.
//!
//! What it says is made once, as sections; two renderers give it its form.
//!
//! | room | what it is for |
//! |---|---|
//! | `subject`, `sections` | what it is made from, and what it says in which order |
//! | `item` | sections, paragraphs, lists, tables: the report before it has a form |
//! | `places` | places as they are printed |
//! | `findings`, `wording`, `passages`, `headlines`, `about` | what each section says |
//! | `html`, `article`, `markdown` | the forms; `article` is a text with its tone marked |

mod about;
mod article;
mod findings;
mod headlines;
mod html;
mod item;
mod markdown;
mod passages;
mod places;
mod sections;
mod side;
mod subject;
mod wording;

pub(crate) use places::place;
pub use subject::{Figure, Report};

use crate::export::format::{self, Entry};

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
