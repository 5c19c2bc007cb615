//! What a format is to the rest of the program: one entry, from which detection, the file dialog, the
//! help, the reports and the packaging follow. The entries stand with their readers, their list in
//! [`super::formats`].

use std::io::BufRead;

use super::corpus::record::{Record, Records};
use super::draft::Draft;
use super::error::Problem;
use super::input::Input;
use crate::work::Progress;

/// A format that can be read.
#[derive(Debug)]
#[non_exhaustive]
pub struct Format {
    /// The name used in results: one word in lower case.
    pub name: &'static str,
    /// What messages call a file of it, with its article: "a Word document".
    pub label: &'static str,
    /// How the names of its files end, in lower case, without a dot; the usual ending first.
    pub endings: &'static [&'static str],
    /// Its media types; the usual one first.
    pub media_types: &'static [&'static str],
    /// How much of a file may be read.
    pub(super) limit: Limit,
    /// How it is told from other formats.
    pub(super) sniff: Sniff,
    /// How it is read.
    pub(super) reader: FormatReader,
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

impl Format {
    /// Whether one file of it may hold any number of articles.
    pub const fn holds_many(&self) -> bool {
        matches!(
            self.reader,
            FormatReader::Collection(..)
                | FormatReader::Many(..)
                | FormatReader::Packed(_)
                | FormatReader::Archive(_)
        )
    }

    /// Whether a file of it is another one, packed.
    pub const fn is_packed(&self) -> bool {
        matches!(self.reader, FormatReader::Packed(_))
    }
}

/// How a format is told from others. Formats are asked in the order of their list.
#[derive(Debug)]
pub(super) enum Sniff {
    /// By its bytes, which may be no text.
    Bytes(fn(&[u8]) -> bool),
    /// By how its text opens, whatever the file is called.
    Text(fn(&TextOpening) -> bool),
    /// Text that may look like any other: by the ending of its name, else by a look at it.
    Look(fn(&TextOpening) -> bool),
    /// What is text and nothing else.
    Rest,
}

impl Sniff {
    /// Whether bytes are of a format that is told by its bytes.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        matches!(self, Self::Bytes(is) if is(bytes))
    }
}

/// The beginning of a text, as far as it is looked at to tell its format.
pub(super) struct TextOpening<'a> {
    /// From the first character that is no white space.
    pub(super) text: &'a str,
    /// The very beginning of that in lower case.
    pub(super) lower: &'a str,
    /// How the file's name ends: lower case, without a dot.
    pub(super) ending: &'a str,
}

/// How a format is read.
#[derive(Debug)]
pub(super) enum FormatReader {
    /// As one article, or the few that its file holds.
    Articles(fn(&Input) -> Result<Vec<Draft>, Problem>),
    /// As any number of articles; all at once, or as a stream.
    Many(fn(&Input) -> Result<Vec<Draft>, Problem>, ReadPieces),
    /// As one article, in a process of its own, which can be stopped.
    #[cfg(feature = "pdf")]
    Apart(fn(&Input, &Progress) -> Result<Vec<Draft>, Problem>),
    /// As records, of which articles are made on all cores; all at once, or as a stream where the format allows.
    Collection(
        fn(&str, &Progress) -> Result<Records, Problem>,
        Option<ReadPieces>,
    ),
    /// As another file inside, with a note on what was lost in unpacking it.
    Packed(fn(&Input, Judge, &Progress) -> Result<Unpacked, Problem>),
    /// As several files inside.
    Archive(fn(&Input, &Progress) -> Result<Archived, Problem>),
}

/// The bytes of a file that is read piece by piece.
pub(super) type Source = Box<dyn BufRead + Send>;

/// How the pieces of a file are read, in the order in which they stand. A text begins after its byte-order mark.
pub(super) type ReadPieces = fn(Source) -> Result<Box<dyn Pieces>, Problem>;

/// What a file of many articles is made of.
pub(super) trait Pieces: Send {
    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// Where the file cannot be read piece by piece, or no further.
    fn next(&mut self) -> Result<Option<Piece>, Problem>;

    /// What was lost or repaired so far, in words.
    fn notes(&self) -> Vec<String>;
}

/// A part of a file that may make an article.
#[derive(Debug)]
pub(super) enum Piece {
    /// A record of a collection.
    Record(Record),
    /// A message of a mailbox, and how it is read.
    Message(Vec<u8>, fn(&[u8], &str) -> Result<Draft, Problem>),
}

/// What is inside a compressed file.
pub(super) struct Unpacked {
    /// The file inside.
    pub(super) input: Input,
    /// What it is, if its content need not be asked.
    pub(super) format: Option<&'static Format>,
    /// What was lost in unpacking it.
    pub(super) note: Option<String>,
}

/// What is inside an archive.
#[derive(Default)]
pub(super) struct Archived {
    /// The files inside, by their names.
    pub(super) inputs: Vec<Input>,
    /// What was left out, in words.
    pub(super) notes: Vec<String>,
}

/// How much may be read of a file with these first bytes and this ending.
pub(super) type Judge = fn(&[u8], &str) -> Result<Limit, Problem>;

/// How much of a file may be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    /// Megabytes.
    pub(super) megabytes: u64,
    /// What a file of that size would be read as.
    pub(super) what: &'static str,
    /// What to do with a larger one.
    pub(super) advice: &'static str,
}

impl Limit {
    /// One text.
    pub(super) const TEXT: Self = Self {
        megabytes: 32,
        what: "one text",
        advice: "If it holds many articles, save them as separate files, as JSON Lines or as CSV.",
    };
    /// A web page.
    pub(super) const PAGE: Self = Self {
        megabytes: 40,
        what: "a web page",
        advice: "Save the article's own page, or its text, and open that.",
    };
    /// A document of a word processor, or a book.
    pub(super) const DOCUMENT: Self = Self {
        megabytes: 96,
        what: "a document",
        advice: "Save the part you need as a document of its own, or as text.",
    };
    /// The cells of a spreadsheet.
    pub(super) const SPREADSHEET: Self = Self {
        megabytes: 48,
        what: "a spreadsheet",
        advice: "Save the sheet as CSV, or split it.",
    };
    /// Many messages.
    pub(super) const MAILBOX: Self = Self {
        megabytes: 256,
        what: "a mailbox",
        advice: "Split it into several files.",
    };
    /// Many articles, read one by one.
    pub(super) const COLLECTION: Self = Self {
        megabytes: 512,
        what: "a collection",
        advice: "Split it into several files.",
    };

    /// The same in bytes.
    pub(super) const fn bytes(self) -> u64 {
        self.megabytes << 20
    }

    /// The problem of a file that is larger.
    pub(super) const fn exceeded(self) -> Problem {
        Problem::TooLarge {
            what: self.what,
            limit_mb: self.megabytes,
            advice: self.advice,
        }
    }
}
