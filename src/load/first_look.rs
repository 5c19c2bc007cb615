//! The first articles of a large file, read in a moment: something to read while the rest of it is read.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::corpus::is_by_lines;
use super::formats::detect;
use super::input::{Input, ReadOptions, ending};
use super::open::open_input;
use super::stream::LARGE;
use crate::article::Article;

/// How much of a file is looked at, in bytes: a few hundred articles.
const LOOK: u64 = 1024 * 1024;

/// The first articles of a large file of records that stand on lines of their own; `None` of any other file. They
/// lack the hash of the file, which has not been read yet.
pub(super) fn first_articles(path: &Path, options: &ReadOptions) -> Option<Vec<Article>> {
    let file = File::open(path).ok()?;
    let about = file.metadata().ok()?;
    if !about.is_file() || about.len() < LARGE {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(LOOK).read_to_end(&mut bytes).ok()?;
    let whole_lines = bytes.iter().rposition(|byte| *byte == b'\n')?;
    bytes.truncate(whole_lines + 1);
    let name = path.file_name()?.to_string_lossy().into_owned();
    let format = detect(&bytes, &ending(&name)).ok()?;
    if !is_by_lines(format) {
        return None;
    }
    let input = Input {
        path: Some(path.to_owned()),
        sha256: String::new(),
        ..Input::from_bytes(&name, bytes, options)
    };
    let mut articles = open_input(input).ok()?.articles;
    // The last may go on: a cell of a table can hold line breaks.
    articles.pop();
    (!articles.is_empty()).then_some(articles)
}
