//! Bytes → articles: detection, encodings, formats, furniture set aside, warnings.
//!
//! A format is one file with a reader and an entry, and a line in the list of formats; detection, the
//! file dialog, the help and the packaging follow from it. Every file goes the same way: its bytes are
//! read, no more of them than its format allows; its content says what they are; the format's reader
//! makes drafts; finished drafts are articles whose language is known. What a small file can make run for
//! ever or end the program is read in a process of its own ([`door`]).

mod archive;
mod child;
mod clean;
mod corpus;
pub(crate) mod date;
mod decode;
mod docx;
mod door;
mod draft;
mod epub;
mod error;
mod escapes;
mod first_look;
mod folder;
mod format;
mod formats;
mod furniture;
mod gzip;
mod html;
mod import;
mod input;
mod joining;
mod language;
mod lists;
mod mac;
mod magic;
mod mail;
mod meta;
mod mojibake;
mod odt;
mod open;
mod opened;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod rtf;
mod seen;
mod sheet;
mod sound;
mod stream;
mod web_archive;
mod xml;

pub use child::set_program;
pub use corpus::fields::{Field, Mapping, Role};
pub use corpus::{from_json_line, is_id};
pub use decode::{Decoded, Hint, decode};
pub use door::door;
#[cfg(fuzzing)]
pub use door::read_here;
pub use error::{LoadError, Problem};
pub use folder::{ListedFile, find, source_name};
pub use format::Format;
pub use formats::{format_by_ending, formats};
pub use import::{Import, first_look, open_all};
pub use input::{Input, ReadOptions};
pub use language::{Language, LanguageVerdict, judge};
pub use open::{fields, from_text, open, open_file, open_input};
pub use opened::{FileOutcome, FileReport, OpenedFile};
pub use seen::{note_read, was_read};
pub use stream::{
    Account, ArticlePiece, ArticlePieces, ArticleStream, Maker, Reading, open_stream,
};

/// Reads every asset of this room, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lists::read()?;
    furniture::read_assets()?;
    corpus::fields::read().map(drop)
}
