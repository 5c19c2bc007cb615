//! Opening one file, standard input or a pasted text: its bytes, no more of them than the format allows, what
//! they are, and the articles they hold.

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::corpus::fields::{Field, Mapping};
use super::draft::Draft;
use super::error::{LoadError, Problem};
use super::format::{Archived, Format, FormatReader};
use super::formats::{detect, limit};
use super::input::{HEAD, Input, ReadOptions, ending};
use super::opened::OpenedFile;
use super::{corpus, plain, seen};
use crate::article::Article;
use crate::text::shown;
use crate::work::Progress;

/// What names standard input in place of a file.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads every article of one file; what was lost on the way is among the warnings of the first.
pub fn open(path: &Path) -> Result<Vec<Article>, LoadError> {
    let opened = open_file(path, &ReadOptions::default())?;
    let mut articles = opened.articles;
    if let Some(first) = articles.first_mut() {
        first.warnings.extend(opened.notes);
    }
    Ok(articles)
}

/// Reads one file, or standard input for "-", as the user said to read it.
pub fn open_file(path: &Path, options: &ReadOptions) -> Result<OpenedFile, LoadError> {
    open_within(path, options, &Progress::default())
}

/// Reads one file as a part of longer work: what it finds is counted, and it stops when that does.
pub(super) fn open_within(
    path: &Path,
    options: &ReadOptions,
    progress: &Progress,
) -> Result<OpenedFile, LoadError> {
    from_file(path, options)
        .and_then(|input| open_input_within(input, progress))
        .map_err(|problem| problem.of(shown(path)))
}

/// Reads everything an input holds.
pub fn open_input(input: Input) -> Result<OpenedFile, Problem> {
    open_input_within(input, &Progress::default())
}

/// Reads one article from pasted or bundled text: plain text or Markdown. `name` is shown and stands in
/// for a headline if the text has none.
pub fn from_text(text: &str, name: &str) -> Result<Article, LoadError> {
    let input = Input::from_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default());
    plain::draft_of_either(text, input.stem())
        .map(|(draft, format)| input.article(draft, format.name))
        .map_err(|problem| problem.of(name))
}

/// The fields of a corpus (JSON, JSON Lines or a table, compressed or not) with a sample of each and
/// what it is read as under these options; empty for a file of any other format. To correct it, put
/// the right names into [`ReadOptions::mapping`] and read the file again with [`open_file`] or
/// [`open_all`](super::open_all); an empty name says that no field holds that. Reads the whole file, so
/// not for the thread that draws.
pub fn fields(path: &Path, options: &ReadOptions) -> Result<Vec<Field>, LoadError> {
    let of_input = |input| {
        let (mut input, format, _) = unpacked(input, &Progress::default())?;
        match format.reader {
            FormatReader::Collection(records, _) => guarded(|| corpus::fields(&mut input, records)),
            _ => Ok(Vec::new()),
        }
    };
    from_file(path, options)
        .and_then(of_input)
        .map_err(|problem| problem.of(shown(path)))
}

/// A file's bytes, or those of standard input.
fn from_file(path: &Path, options: &ReadOptions) -> Result<Input, Problem> {
    if path.as_os_str() == STANDARD_INPUT {
        seen::note_standard_input();
        let bytes = bounded(std::io::stdin().lock(), 0, "")?;
        return Ok(Input::from_bytes("standard input", bytes, options));
    }
    let (file, length, name) = ordinary_file(path)?;
    let bytes = bounded(file, length, &name)?;
    Ok(Input {
        path: Some(path.to_owned()),
        ..Input::from_bytes(&name, bytes, options)
    })
}

/// An open file, its length and its name; noted as read. Nothing but ordinary files is ever opened.
pub(super) fn ordinary_file(path: &Path) -> Result<(File, u64, String), Problem> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(Problem::Folder);
    }
    if !about.is_file() || is_of_the_system(path) {
        return Err(Problem::NotAFile);
    }
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let file = File::open(path)?;
    seen::note(path, &about);
    Ok((file, about.len(), name))
}

/// Whether a path leads to what the system shows as files but makes up on reading, perhaps without an end.
fn is_of_the_system(path: &Path) -> bool {
    cfg!(unix)
        && std::fs::canonicalize(path).is_ok_and(|full| {
            ["/proc", "/sys", "/dev"]
                .iter()
                .any(|folder| full.starts_with(folder))
        })
}

/// All bytes of a source, or the problem that there are more than its format allows. `length` is how
/// many it claims to have.
pub(super) fn bounded(mut source: impl Read, length: u64, name: &str) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    let limit = limit(&bytes, &ending(name))?;
    if length <= limit.bytes() {
        source.take(limit.bytes()).read_to_end(&mut bytes)?;
    }
    if length.max(bytes.len() as u64) > limit.bytes() {
        return Err(limit.exceeded());
    }
    Ok(bytes)
}

fn open_input_within(input: Input, progress: &Progress) -> Result<OpenedFile, Problem> {
    let (mut input, format, note) = unpacked(input, progress)?;
    let mut opened = guarded(|| match format.reader {
        FormatReader::Archive(files) => {
            let files = files(&input, progress)?;
            archived(files, format, progress)
        }
        _ => read(&mut input, format, progress),
    })?;
    opened.notes.splice(..0, note);
    for (position, article) in opened.articles.iter_mut().enumerate() {
        article.origin.position = position;
    }
    Ok(opened)
}

/// The articles of every file of an archive. Those that hold none are named.
fn archived(
    archive: Archived,
    format: &'static Format,
    progress: &Progress,
) -> Result<OpenedFile, Problem> {
    /// The most files that are named one by one.
    const NAMED: usize = 5;
    let mut opened = OpenedFile {
        format,
        articles: Vec::new(),
        notes: archive.notes,
        mapping: Mapping::new(),
    };
    let mut failed = Vec::new();
    for input in archive.inputs {
        progress.go_on()?;
        let name = input.name.clone();
        let result = detect(&input.bytes, &ending(&name)).and_then(|inner| match inner.reader {
            FormatReader::Archive(_) => Err(Problem::NotText {
                what: "an archive inside an archive",
                advice: "Unpack it and open the files inside.",
            }),
            _ => open_input_within(input, progress),
        });
        match result {
            Ok(inner) => {
                opened.articles.extend(inner.articles);
                let notes = inner.notes.into_iter();
                opened
                    .notes
                    .extend(notes.map(|note| format!("{name}: {note}")));
            }
            Err(Problem::Stopped) => return Err(Problem::Stopped),
            Err(problem) => failed.push(format!("{name}: {problem}")),
        }
    }
    let count = failed.len();
    if opened.articles.is_empty() {
        return Err(Problem::NoArticles {
            detail: match failed.into_iter().next() {
                Some(first) if count > 1 => {
                    format!(
                        "none of its {count} files can be read; the first is {}",
                        first.trim_end_matches('.')
                    )
                }
                Some(first) => first.trim_end_matches('.').to_owned(),
                None => "it has no file that may hold one".to_owned(),
            },
            advice: "Unpack it and open the files inside.",
        });
    }
    if count > NAMED {
        failed.truncate(NAMED);
        failed.push(format!(
            "… and {} more files of the archive could not be read.",
            count - NAMED
        ));
    }
    opened.notes.extend(failed);
    Ok(opened)
}

/// The input without its compression, what it holds, and what was lost in unpacking it.
fn unpacked(
    input: Input,
    progress: &Progress,
) -> Result<(Input, &'static Format, Option<String>), Problem> {
    let format = detect(&input.bytes, &ending(&input.name))?;
    let FormatReader::Packed(unpack) = format.reader else {
        return Ok((input, format, None));
    };
    let inside = unpack(&input, limit, progress)?;
    let format = match inside.format {
        Some(format) => format,
        None => detect(&inside.input.bytes, &ending(&inside.input.name))?,
    };
    Ok((inside.input, format, inside.note))
}

/// A reader of a format that others define may fail in ways nobody foresaw; one file is lost then, not
/// the session.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Problem::Crashed))
}

fn articles(
    drafts: Vec<Draft>,
    input: &Input,
    format: &'static Format,
    progress: &Progress,
) -> OpenedFile {
    progress.find(drafts.len());
    let article = |draft| input.article(draft, format.name);
    OpenedFile {
        format,
        articles: drafts.into_iter().map(article).collect(),
        notes: Vec::new(),
        mapping: Mapping::new(),
    }
}

fn read(
    input: &mut Input,
    format: &'static Format,
    progress: &Progress,
) -> Result<OpenedFile, Problem> {
    match format.reader {
        FormatReader::Articles(read) | FormatReader::Many(read, _) => {
            Ok(articles(read(input)?, input, format, progress))
        }
        #[cfg(feature = "pdf")]
        FormatReader::Apart(read) => Ok(articles(read(input, progress)?, input, format, progress)),
        FormatReader::Collection(records, _) => {
            let collected = corpus::read(input, format, records, progress)?;
            Ok(OpenedFile {
                format,
                articles: collected.articles,
                notes: collected.notes,
                mapping: collected.mapping,
            })
        }
        FormatReader::Packed(_) | FormatReader::Archive(_) => Err(Problem::NotText {
            what: "a compressed file inside a compressed file",
            advice: "Unpack it and open the files inside.",
        }),
    }
}
