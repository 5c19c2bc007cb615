//! Bytes → articles: detection, encodings, formats, furniture set aside, warnings.
//!
//! A format is one module with a function `read(&Input) -> Result<Vec<Draft>, Problem>` and an arm in
//! [`read`]; [`draft`] turns what it gives into articles. Every file goes the same way: [`input`] reads
//! the bytes, [`detect`] says what they are, the format's reader makes drafts, [`language`] says
//! whether they are English.

pub mod clean;
pub mod corpus;
pub mod date;
pub mod decode;
pub mod detect;
pub mod draft;
pub mod error;
pub mod furniture;
pub mod input;
mod magic;
pub mod mojibake;
pub mod plain;

pub use detect::Format;
pub use draft::{Draft, DraftBlock};
pub use error::{LoadError, Problem};
pub use input::{Input, Options};

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::article::Article;

/// Reads every article of one file.
pub fn open(path: &Path) -> Result<Vec<Article>, LoadError> {
    open_with(path, &Options::default())
}

/// Reads every article of one file, as the user said to read it.
pub fn open_with(path: &Path, options: &Options) -> Result<Vec<Article>, LoadError> {
    let input = Input::open(path, options)?;
    articles(&input).map_err(|problem| problem.of(path.display().to_string()))
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
        .map(|draft| draft.into_article(input.origin(format, "UTF-8")))
        .map_err(|problem| problem.of(name))
}

/// Every article of an input.
pub fn articles(input: &Input) -> Result<Vec<Article>, Problem> {
    let format = detect::detect(&input.bytes, &input.extension())?;
    // A reader of a format that others define may fail in ways nobody foresaw; one file is lost then,
    // not the session.
    let drafts =
        catch_unwind(AssertUnwindSafe(|| read(input, format))).unwrap_or(Err(Problem::Crashed))?;
    Ok(drafts
        .into_iter()
        .map(|draft| draft.into_article(input.origin(format, "")))
        .collect())
}

/// One arm a format.
fn read(input: &Input, format: Format) -> Result<Vec<Draft>, Problem> {
    match format {
        Format::Text | Format::Markdown => plain::read(input, format),
        Format::Json | Format::JsonLines | Format::Table => corpus::read(input, format),
        Format::Gzip => corpus::gzip(input),
        Format::Html
        | Format::Mhtml
        | Format::Email
        | Format::Rtf
        | Format::Pdf
        | Format::Docx
        | Format::Odt
        | Format::Epub => Err(Problem::NotText {
            what: "a web page or a document",
            advice: "This version reads plain text, Markdown, JSON and tables: save its text and open that.",
        }),
    }
}
