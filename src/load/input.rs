//! The bytes of one file, with its name and its hash.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::corpus::fields::Mapping;
use super::decode::{self, Decoded, Hint};
use super::draft::Draft;
use super::language;
use crate::article::{Article, Origin};

/// How much of a file is looked at before deciding how much of the rest to read, in bytes.
pub(super) const HEAD: u64 = 64 * 1024;

/// What the user can say about how files are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The encoding to read text in, as a label of the Encoding Standard; found out if `None`.
    pub encoding: Option<String>,
    /// Which fields of a corpus hold what; those left out are found out.
    pub mapping: Mapping,
    /// Whether text that would be set aside as furniture is taken as well.
    pub take_all: bool,
}

/// One file as it came: its bytes and what is known about them.
#[derive(Debug)]
#[non_exhaustive]
pub struct Input {
    /// The file, or `None` for pasted and bundled text.
    pub path: Option<PathBuf>,
    /// A name to show.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// What the user said about reading it.
    pub options: ReadOptions,
}

impl Input {
    /// Content that does not come from a file of its own.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Self {
        let sha256 = hex(&Sha256::digest(&bytes));
        Self {
            path: None,
            name: name.to_owned(),
            bytes,
            sha256,
            options: options.clone(),
        }
    }

    /// The content as text, in the encoding the user chose or in the one found out.
    pub(super) fn text(&self, hint: Hint) -> Decoded<'_> {
        decode::decode(&self.bytes, hint, self.options.encoding.as_deref())
    }

    /// The name without its ending: the last resort for a headline.
    pub(super) fn stem(&self) -> &str {
        match self.name.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && ending.len() <= 8 => stem,
            _ => &self.name,
        }
    }

    /// The article that a draft read from this input as `format` makes; its language is checked.
    pub(super) fn article(&self, draft: Draft, format: &str) -> Article {
        let mut article = draft.into_article(Origin {
            path: self.path.clone(),
            name: self.name.clone(),
            format: format.to_owned(),
            encoding: "UTF-8".to_owned(),
            sha256: self.sha256.clone(),
            ..Origin::default()
        });
        if self.options.take_all {
            article.take_all();
        }
        language::check(&mut article);
        if let Some(entries) = article.live_entries() {
            article.warnings.push(said_of_live(entries));
        }
        article
    }
}

/// What is to be said of a live blog.
fn said_of_live(entries: usize) -> String {
    let how = match entries {
        0 => String::new(),
        n => format!(" ({n} entries with a time of their own)"),
    };
    format!(
        "This looks like a live blog{how}: it tells many events and is taken for the story of none."
    )
}

/// The ending of a file name in lower case, without its dot; empty if there is none.
pub(super) fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
