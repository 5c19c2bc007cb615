//! Plain text and Markdown: from lines to headline, fields and blocks.

mod export;
mod fields;
mod headings;
mod layout;
mod line;
mod markdown;
mod masthead;
mod reflow;
mod tidy;

pub(super) use fields::names;
pub use layout::Layout;
pub use markdown::looks_like_markdown;

use super::decode::Hint;
use super::detect::Format;
use super::furniture;
use super::{Draft, DraftBlock, Input, Problem};
use crate::article::HeadlineOrigin;

/// Reads the article of a text file, or the articles of an export from a news database.
pub fn read(input: &Input, format: Format) -> Result<Vec<Draft>, Problem> {
    let decoded = input.text(Hint::Plain);
    let tidy = tidy::tidy(&decoded.text);
    let mut drafts = export::drafts(&tidy);
    if drafts.is_empty() {
        drafts.push(of_tidy(&tidy, input.stem(), format)?);
    }
    for draft in &mut drafts {
        decoded.encoding.clone_into(&mut draft.encoding);
        draft.warnings.extend_from_slice(&decoded.warnings);
    }
    Ok(drafts)
}

/// Reads one article from text. `stem` stands in for a headline if the text has none.
pub fn draft(text: &str, stem: &str, format: Format) -> Result<Draft, Problem> {
    of_tidy(&tidy::tidy(text), stem, format)
}

fn of_tidy(tidy: &str, stem: &str, format: Format) -> Result<Draft, Problem> {
    let mut draft = Draft::default();
    let body = fields::take_front_matter(tidy, &mut draft);
    let is_markdown = format == Format::Markdown;
    draft.blocks = reflow::blocks(body, is_markdown);
    if draft.blocks.is_empty() {
        return Err(Problem::NoText);
    }
    structure(&mut draft, stem);
    Ok(draft)
}

/// Fills in a record from its text. It may know its headline already; it has no file name of its own to
/// stand in for one.
pub(super) fn fill(draft: &mut Draft, text: &str) {
    let tidy = tidy::tidy(text);
    fill_blocks(draft, reflow::blocks(&tidy, looks_like_markdown(&tidy)));
}

/// The same from blocks that are paragraphs already.
pub(super) fn fill_blocks(draft: &mut Draft, blocks: Vec<DraftBlock>) {
    draft.blocks = blocks;
    structure(draft, "");
    draft
        .headline
        .take_if(|headline| headline.origin == HeadlineOrigin::FileName);
}

/// Finds headings, the headline and its fields among blocks that are paragraphs already, and sets page
/// furniture aside: the last step of every format without marks for these.
pub fn structure(draft: &mut Draft, stem: &str) {
    headings::mark(&mut draft.blocks);
    masthead::take(draft, stem);
    furniture::mark(draft);
    headings::mark_lead_ins(&mut draft.blocks);
}

/// The layout a text was found to have, for reports on how well that works.
pub fn layout_of(text: &str) -> Layout {
    layout::measure(&line::lines(&tidy::tidy(text))).layout
}

#[cfg(test)]
mod tests;
