//! The document: a session saved as one `.parallax` file, JSON that says its own version.
//!
//! Articles are held as they were opened, and what the user corrected beside them. Where an article
//! came from a file, the document can hold the file's place and SHA-256 instead of the text. Sentences
//! and quotations are not in the file: they are found again, so no span from outside is ever trusted.

mod article;
mod choice;
mod correction;
mod error;
mod file_path;
mod pin;
mod read;
mod second;
mod write;

pub use error::{DocumentError, Problem};
pub use read::{Opened, from_bytes};
pub use second::Readings;
pub use write::{to_bytes, to_bytes_with};

pub(super) use read::read;
pub(super) use write::write;

use serde::{Deserialize, Serialize};

use crate::compare::SourceNotes;
use crate::export::format::{self, Entry};
use crate::score::Settings;
use crate::score::lists::SavedList;
use crate::session::draft::Draft;
use crate::session::filter::Filter;
use crate::study::Study;
use article::{SavedText, TextFile};
use choice::SavedChoice;
use correction::Correction;
use pin::SavedPin;
use second::SavedReading;

/// The one format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// JSON that says its own version.
    Document,
}

impl format::Format for Format {
    fn entry(&self) -> Entry {
        Entry::new("Parallax document", &["parallax"])
    }
}

/// What a document says it is, before its version.
const KIND: &str = "parallax.document/";
/// The version of the layout that is written, and the newest that is read.
const LAYOUT: u64 = 1;
/// The largest document that is opened or written, in bytes.
pub const MOST_BYTES: usize = 512 * 1024 * 1024;

/// How a document holds articles that came from files. Others are always embedded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Articles {
    /// Their text: the document is all that is needed.
    #[default]
    Embedded,
    /// Their place and SHA-256: the files must stay where they are.
    Referenced,
}

/// A document as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    schema: String,
    /// The Parallax that saved it.
    version: String,
    articles: Articles,
    settings: Settings,
    seed: u64,
    /// A and B, as positions in `sources`.
    shown: [Option<usize>; 2],
    sources: Vec<SavedSource>,
    #[serde(default)]
    choices: Vec<SavedPair>,
    /// What was added to the report, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pinned: Vec<SavedPin>,
    /// The user's own notes for the report.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
    /// What the user says of those quoted.
    #[serde(default, skip_serializing_if = "is_untouched")]
    source_notes: SourceNotes,
    /// What the user says of stories, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stories: Vec<SavedStory>,
    /// Whether the two are compared on the stories both tell, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    same_stories: bool,
    /// Those that are not ticked where all stand beside each other, as positions in `sources`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<usize>,
    /// The user's own word lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lists: Vec<SavedList>,
    /// Which articles count.
    #[serde(default, skip_serializing_if = "Filter::is_empty")]
    filter: Filter,
    /// What the user is writing.
    #[serde(default, skip_serializing_if = "Draft::is_empty")]
    draft: Draft,
    /// The study that people code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    study: Option<Study>,
    /// Only in a recovery copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery: Option<Recovery>,
}

fn is_untouched(notes: &SourceNotes) -> bool {
    *notes == SourceNotes::default()
}

#[derive(Debug, Serialize, Deserialize)]
struct SavedSource {
    name: String,
    /// The article being read, a position in `articles`.
    current: usize,
    articles: Vec<SavedArticle>,
}

#[derive(Debug, Serialize, Deserialize)]
struct SavedArticle {
    content: Content,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<Correction>,
    /// What the second reader said of it, corrected as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second: Option<SavedReading>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Content {
    Text(Box<SavedText>),
    File(TextFile),
}

/// What the user said about the passages of two sources, positions in `sources`.
#[derive(Debug, Serialize, Deserialize)]
struct SavedPair {
    a: usize,
    b: usize,
    choices: Vec<SavedChoice>,
}

/// What the user said of some stories: groups of articles, each the position of its source and its own there.
#[derive(Debug, Serialize, Deserialize)]
struct SavedStory {
    groups: Vec<Vec<(usize, usize)>>,
    together: bool,
}

/// What a recovery copy adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Recovery {
    /// When it was written, ISO 8601 in UTC.
    pub(super) saved: String,
    /// The document that was open.
    pub(super) document: Option<String>,
    /// How that holds its articles, whatever the copy does.
    #[serde(default)]
    pub(super) articles: Articles,
    /// The file name of the copy that was opened before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) continues: Option<String>,
}
