//! Bytes → articles: detection, encodings, formats, furniture set aside, warnings.
//!
//! A format is one module with a function `read(&Input) -> Result<Vec<Draft>, Problem>` and an arm in
//! `read` below; [`draft`] turns what it gives into articles. Every file goes the same way: [`input`] reads
//! the bytes, [`detect`] says what they are, the format's reader makes drafts, [`language`] says
//! whether they are English.

pub mod clean;
pub mod corpus;
pub mod date;
pub mod decode;
pub mod detect;
pub mod docx;
pub mod draft;
pub mod epub;
pub mod error;
pub mod folder;
pub mod furniture;
pub mod html;
mod import;
pub mod input;
pub mod language;
mod magic;
pub mod mail;
pub mod meta;
pub mod mojibake;
pub mod odt;
mod package;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod plain;
pub mod rtf;
mod xml;

pub use detect::Format;
pub use draft::{Draft, DraftBlock};
pub use error::{LoadError, Problem};
pub use import::{FileReport, Import, Outcome, Progress, open_all};
pub use input::{Input, Options};

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::article::Article;
use corpus::Mapping;

/// What one file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What it was read as.
    pub format: Format,
    /// Its articles, at least one.
    pub articles: Vec<Article>,
    /// What was lost or repaired in the file as a whole, in words.
    pub notes: Vec<String>,
    /// Which fields hold what, if it is a corpus.
    pub mapping: Mapping,
}

/// What a format's reader gives. A reader of single articles gives its drafts:
/// `Ok(vec![draft].into())`.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles found.
    pub drafts: Vec<Draft>,
    /// What was lost or repaired in the file as a whole, in words.
    pub notes: Vec<String>,
    /// Which fields hold what, if it is a corpus.
    pub mapping: Mapping,
}

impl From<Vec<Draft>> for Reading {
    fn from(drafts: Vec<Draft>) -> Self {
        Self {
            drafts,
            ..Self::default()
        }
    }
}

/// Reads every article of one file; what was lost on the way is among the warnings of the first.
pub fn open(path: &Path) -> Result<Vec<Article>, LoadError> {
    let opened = open_file(path, &Options::default())?;
    let mut articles = opened.articles;
    if let Some(first) = articles.first_mut() {
        first.warnings.extend(opened.notes);
    }
    Ok(articles)
}

/// Reads one file as the user said to read it.
pub fn open_file(path: &Path, options: &Options) -> Result<Opened, LoadError> {
    let input = Input::open(path, options)?;
    open_input(input).map_err(|problem| problem.of(path.display().to_string()))
}

/// Reads one article from pasted or bundled text: plain text or Markdown. `name` is shown and stands in
/// for a headline if the text has none.
pub fn from_text(text: &str, name: &str) -> Result<Article, LoadError> {
    let input = Input::from_bytes(name, text.as_bytes().to_vec(), &Options::default());
    let format = if plain::looks_like_markdown(text) {
        Format::Markdown
    } else {
        Format::Text
    };
    plain::draft(text, input.stem(), format)
        .map(|draft| finish(draft, &input, format))
        .map_err(|problem| problem.of(name))
}

/// Reads everything an input holds.
pub fn open_input(mut input: Input) -> Result<Opened, Problem> {
    let mut format = detect::detect(&input.bytes, &input.extension())?;
    let mut notes = Vec::new();
    if format == Format::Gzip {
        let (unpacked, note) = corpus::unpack(&input)?;
        notes.extend(note);
        input = unpacked;
        format = detect::detect(&input.bytes, &input.extension())?;
    }
    // A reader of a format that others define may fail in ways nobody foresaw; one file is lost then,
    // not the session.
    let reading =
        catch_unwind(AssertUnwindSafe(|| read(&input, format))).unwrap_or(Err(Problem::Crashed))?;
    notes.extend(reading.notes);
    Ok(Opened {
        format,
        articles: reading
            .drafts
            .into_iter()
            .map(|draft| finish(draft, &input, format))
            .collect(),
        notes,
        mapping: reading.mapping,
    })
}

fn finish(draft: Draft, input: &Input, format: Format) -> Article {
    let mut article = draft.into_article(input.origin(format, "UTF-8"));
    language::check(&mut article);
    article
}

/// One arm a format.
fn read(input: &Input, format: Format) -> Result<Reading, Problem> {
    match format {
        Format::Text | Format::Markdown => plain::read(input, format).map(Reading::from),
        Format::Json | Format::JsonLines | Format::Table => corpus::read(input, format),
        Format::Html => html::read(input).map(Reading::from),
        Format::Mhtml => mail::read_page(input).map(Reading::from),
        Format::Email => mail::read(input).map(Reading::from),
        Format::Rtf => rtf::read(input).map(Reading::from),
        Format::Docx => docx::read(input).map(Reading::from),
        Format::Odt => odt::read(input).map(Reading::from),
        Format::Epub => epub::read(input).map(Reading::from),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(input).map(Reading::from),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(Problem::NotText {
            what: "a PDF, which this build cannot read",
            advice: "Copy its text to a file, or use a build with the feature `pdf`.",
        }),
        Format::Gzip => Err(Problem::NotText {
            what: "a compressed file inside a compressed file",
            advice: "Unpack it and open the files inside.",
        }),
    }
}
