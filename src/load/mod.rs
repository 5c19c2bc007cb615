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
mod watch;
mod xml;

pub use detect::Format;
pub use draft::{Draft, DraftBlock};
pub use error::{LoadError, Problem};
pub use import::{FileReport, Import, Outcome, Progress, open_all};
pub use input::{Input, Options};
pub use watch::{Watch, Within};

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::article::Article;
use corpus::{Field, Mapping};

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
    open_watched(path, options, Watch::default())
}

/// Reads one file, telling how far it is where it holds many articles.
pub fn open_watched(path: &Path, options: &Options, watch: Watch<'_>) -> Result<Opened, LoadError> {
    let input = Input::open(path, options)?;
    open_input_watched(input, watch).map_err(|problem| problem.of(path.display().to_string()))
}

/// The fields of a corpus (JSON, JSON Lines or a table, compressed or not) with a sample of each and
/// what it is read as under these options; empty for a file of any other format. To correct it, put
/// the right names into [`Options::mapping`] and read the file again with [`open_file`] or
/// [`open_all`]; an empty name says that no field holds that. Reads the whole file, so not for the
/// thread that draws.
pub fn fields(path: &Path, options: &Options) -> Result<Vec<Field>, LoadError> {
    let of_input = |input| {
        let (mut input, format, _) = unpacked(input)?;
        guarded(|| corpus::fields(&mut input, format))
    };
    of_input(Input::open(path, options)?)
        .map(Option::unwrap_or_default)
        .map_err(|problem: Problem| problem.of(path.display().to_string()))
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
pub fn open_input(input: Input) -> Result<Opened, Problem> {
    open_input_watched(input, Watch::default())
}

fn open_input_watched(input: Input, watch: Watch<'_>) -> Result<Opened, Problem> {
    let (mut input, format, note) = unpacked(input)?;
    let mut opened = guarded(|| read(&mut input, format, watch))?;
    opened.notes.splice(..0, note);
    Ok(opened)
}

/// The input without its compression, what it holds, and what was lost in unpacking it.
fn unpacked(input: Input) -> Result<(Input, Format, Option<String>), Problem> {
    let format = detect::detect(&input.bytes, &input.extension())?;
    if format != Format::Gzip {
        return Ok((input, format, None));
    }
    let (input, note) = corpus::unpack(&input)?;
    let format = detect::detect(&input.bytes, &input.extension())?;
    Ok((input, format, note))
}

/// A reader of a format that others define may fail in ways nobody foresaw; one file is lost then, not
/// the session.
fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Problem::Crashed))
}

fn finish(draft: Draft, input: &Input, format: Format) -> Article {
    let mut article = draft.into_article(input.origin(format, "UTF-8"));
    language::check(&mut article);
    article
}

/// One arm a format.
fn read(input: &mut Input, format: Format, watch: Watch<'_>) -> Result<Opened, Problem> {
    let drafts = match format {
        Format::Json | Format::JsonLines | Format::Table => {
            return corpus::read(input, format, watch);
        }
        Format::Text | Format::Markdown => plain::read(input, format),
        Format::Html => html::read(input),
        Format::Mhtml => mail::read_page(input),
        Format::Email => mail::read(input),
        Format::Rtf => rtf::read(input),
        Format::Docx => docx::read(input),
        Format::Odt => odt::read(input),
        Format::Epub => epub::read(input),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(input),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(Problem::NotText {
            what: "a PDF, which this build cannot read",
            advice: "Copy its text to a file, or use a build with the feature `pdf`.",
        }),
        Format::Gzip => Err(Problem::NotText {
            what: "a compressed file inside a compressed file",
            advice: "Unpack it and open the files inside.",
        }),
    }?;
    let finish = |draft| finish(draft, input, format);
    Ok(Opened {
        format,
        articles: drafts.into_iter().map(finish).collect(),
        notes: Vec::new(),
        mapping: Mapping::new(),
    })
}
