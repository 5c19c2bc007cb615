//! Any paper of sections in the forms that reports have: a page to print, a Word document, Markdown.

use super::item::Section;
use super::{DocxError, Format, docx, html, markdown};

/// What is written: a title, what stands under it, and sections.
pub(in crate::export) struct Paper<'a> {
    /// What kind of paper it is, in two words.
    pub(in crate::export) kicker: &'static str,
    /// Its title.
    pub(in crate::export) title: String,
    /// A sentence under it.
    pub(in crate::export) about: String,
    /// What it says.
    pub(in crate::export) sections: Vec<Section<'a>>,
    /// When it was made, as ISO 8601; left out if not given.
    pub(in crate::export) date: Option<&'a str>,
}

impl Format {
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
