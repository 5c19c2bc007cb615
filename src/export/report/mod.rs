//! A comparison as a report: one HTML file that needs nothing else, a Word document, or Markdown.
//!
//! What it says is made once, from the parts chosen, as sections of items; three writers give it its form.
//!
//! | room | what it is for |
//! |---|---|
//! | `part`, `pin`, `choice` | the table of parts, what can be added, and what the user wants of both |
//! | `subject`, `sections` | what it is made from, and what it says in which order |
//! | `item` | sections, sentences, tables, charts, texts: the report before it has a form |
//! | `length`, `places` | how long it gets on paper; places as they are printed |
//! | `findings`, `differences`, `headlines`, `wording`, `passages`, `charts`, `texts`, `pinned`, `about` | what each part says |
//! | `paper` | other papers of sections, as a study's, in the same forms |
//! | `html`, `docx`, `markdown` | the writers |

mod about;
mod charts;
mod choice;
mod differences;
mod docx;
mod findings;
mod headlines;
mod html;
pub(in crate::export) mod item;
mod length;
mod markdown;
pub(in crate::export) mod paper;
mod part;
mod passages;
mod pin;
mod pinned;
mod places;
mod same_stories;
mod sections;
mod side;
mod subject;
mod texts;
mod wording;

pub use choice::Choice;
pub use docx::DocxError;
pub use part::{Part, UnknownPart};
pub use pin::{Pin, finding_name};
pub(crate) use places::place;
pub use subject::{Drawing, FITTING, Figure, Report, chart_input, fitting_charts};

use self::paper::Paper;
use crate::export::format::{self, Entry};

/// A form a report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One HTML document: no scripts, nothing to load, light and dark, fit to print.
    Html,
    /// A Word document, with charts as pictures.
    Docx,
    /// Markdown. Charts are given by what they say.
    Markdown,
}

impl format::Format for Format {
    fn entry(&self) -> Entry {
        match self {
            Self::Html => Entry::new("Web page", &["html", "htm"]),
            Self::Docx => Entry::new("Word document", &["docx"]),
            Self::Markdown => Entry::new("Markdown", &["md", "markdown"]),
        }
    }
}

impl Format {
    /// The report in this form, as the bytes of a file.
    ///
    /// # Errors
    /// Why the file could not be put together; a page and Markdown always can.
    pub fn write(self, report: &Report<'_>) -> Result<Vec<u8>, DocxError> {
        match self {
            Self::Html => Ok(html::page(report).into_bytes()),
            Self::Docx => docx::file(report),
            Self::Markdown => Ok(markdown::document(report).into_bytes()),
        }
    }

    /// A paper in this form, as the bytes of a file.
    ///
    /// # Errors
    /// Why the file could not be put together; a page and Markdown always can.
    pub(in crate::export) fn write_paper(self, paper: &Paper<'_>) -> Result<Vec<u8>, DocxError> {
        match self {
            Self::Html => Ok(html::paper(paper).into_bytes()),
            Self::Docx => docx::paper(paper),
            Self::Markdown => Ok(markdown::paper(paper).into_bytes()),
        }
    }
}
