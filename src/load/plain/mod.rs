//! Plain text and Markdown: from lines to headline, fields and blocks.

mod exports;
mod fields;
mod layout;
pub(super) mod lines;
mod markdown;
mod masthead;
mod reflow;
mod structure;

pub(super) use exports::{may_be as may_be_export, may_hold_several, of_blocks as exported};
pub(super) use fields::names;
pub(super) use reflow::of_lines;
pub(super) use structure::{fill, fill_blocks, structure};

use super::decode::Hint;
use super::draft::Draft;
use super::error::Problem;
use super::escapes;
use super::format::{Format, FormatReader, Limit, Sniff};
use super::input::Input;
use markdown::looks_like_markdown;

pub(super) static TEXT: Format = Format {
    name: "text",
    label: "plain text",
    endings: &["txt", "text"],
    media_types: &["text/plain"],
    limit: Limit::TEXT,
    sniff: Sniff::Rest,
    reader: FormatReader::Articles(|input| read(input, false)),
};

pub(super) static MARKDOWN: Format = Format {
    name: "markdown",
    label: "Markdown",
    endings: &["md", "markdown", "mdown", "mkd"],
    media_types: &["text/markdown"],
    limit: Limit::TEXT,
    sniff: Sniff::Look(|opening| looks_like_markdown(opening.text)),
    reader: FormatReader::Articles(|input| read(input, true)),
};

/// Reads the article of a text file, or the articles of an export from a news database.
fn read(input: &Input, is_markdown: bool) -> Result<Vec<Draft>, Problem> {
    let decoded = input.text(Hint::Plain);
    let (text, notes) = escapes::meant(&decoded.text);
    let mut drafts = of_either(&lines::tidy(&text), input.stem(), is_markdown)?;
    if let Some(first) = drafts.first_mut() {
        first.warnings.extend(notes);
    }
    for draft in &mut drafts {
        decoded.encoding.clone_into(&mut draft.encoding);
        draft.warnings.extend_from_slice(&decoded.warnings);
    }
    Ok(drafts)
}

/// Reads the articles of plain text: one, unless it is an export from a news database. `stem` stands in for
/// a headline if the text has none.
pub(super) fn drafts(text: &str, stem: &str) -> Result<Vec<Draft>, Problem> {
    of_either(&lines::tidy(text), stem, false)
}

fn of_either(tidy: &str, stem: &str, is_markdown: bool) -> Result<Vec<Draft>, Problem> {
    let drafts = exports::drafts(tidy);
    if !drafts.is_empty() {
        return Ok(drafts);
    }
    let mut draft = of_tidy(tidy, stem, is_markdown)?;
    draft.warnings.extend(exports::may_hold_several(tidy));
    Ok(vec![draft])
}

/// Reads one article from plain text. `stem` stands in for a headline if the text has none.
pub(super) fn draft(text: &str, stem: &str) -> Result<Draft, Problem> {
    of_tidy(&lines::tidy(text), stem, false)
}

/// Reads one article from text that may be Markdown, and says whether it is.
pub(super) fn draft_of_either(text: &str, stem: &str) -> Result<(Draft, &'static Format), Problem> {
    let is_markdown = looks_like_markdown(text);
    let format = if is_markdown { &MARKDOWN } else { &TEXT };
    let (text, notes) = escapes::meant(text);
    let mut draft = of_tidy(&lines::tidy(&text), stem, is_markdown)?;
    draft.warnings.extend(notes);
    Ok((draft, format))
}

fn of_tidy(tidy: &str, stem: &str, is_markdown: bool) -> Result<Draft, Problem> {
    let mut draft = Draft::default();
    let body = fields::take_front_matter(tidy, &mut draft);
    draft.blocks = reflow::blocks(body, is_markdown);
    if draft.blocks.is_empty() {
        return Err(Problem::NoText);
    }
    structure(&mut draft, stem);
    Ok(draft)
}

#[cfg(test)]
mod tests;
