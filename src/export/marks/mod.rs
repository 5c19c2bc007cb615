//! What was marked in drafts, as lines for a terminal, as JSON, and as SARIF for editors and servers that
//! review changes.

mod draft;
mod json;
mod position;
mod sarif;

use std::io::{self, Write};

use crate::score::lists::WordList;
use crate::score::provenance::Provenance;
use crate::text::counted;

pub use draft::{CheckedDraft, PlacedMark};
pub use position::{Position, Positions, TextPositions};

/// How marks are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum MarksFormat {
    /// A line a mark: file, line, column, words, reason, rule
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, the format of results that editors and code hosts show
    Sarif,
}

/// Writes what was marked in `drafts`, checked as `provenance` says and with `lists`.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write_marks(
    drafts: &[CheckedDraft],
    lists: &[WordList],
    provenance: &Provenance,
    format: MarksFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        MarksFormat::Text => text(drafts, out),
        MarksFormat::Json => json::write(drafts, lists, provenance, out),
        MarksFormat::Sarif => sarif::write(drafts, out),
    }
}

fn text(drafts: &[CheckedDraft], out: &mut dyn Write) -> io::Result<()> {
    for draft in drafts {
        for PlacedMark {
            mark,
            words,
            position,
        } in &draft.marks
        {
            let (path, rule, reason) = (&draft.path, &mark.rule, &mark.reason);
            writeln!(out, "{path}{position}: “{words}”: {reason} [{rule}]")?;
        }
    }
    let marks = drafts.iter().map(|draft| draft.marks.len()).sum();
    let (marks, drafts) = (counted(marks, "mark"), counted(drafts.len(), "draft"));
    writeln!(out, "{marks} in {drafts}")
}
