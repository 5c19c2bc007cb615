//! Any paper of sections in the forms that reports have: a page to print, a Word document, Markdown.

use super::item::Section;

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
