//! From blocks in order to an article: which are headings and lead-ins (by their length, their shape and
//! what follows them), what the top says about it, what is furniture.

use super::lines::{is_numbered, tidy};
use super::markdown::looks_like_markdown;
use super::{masthead, reflow};
use crate::article::{BlockKind, HeadlineOrigin};
use crate::load::clean::{words, words_up_to};
use crate::load::draft::{Draft, DraftBlock};
use crate::load::furniture;

// The figures below were read off 128 development texts, in words.

/// The longest lead-in.
const LEAD_IN: usize = 20;
/// The longest heading, and the longest that opens with a number.
const HEADING: usize = 14;
const NUMBERED_HEADING: usize = 13;
/// The shortest paragraph that a heading may open: what follows is prose, not another label.
const OPENED: usize = 12;
/// A longer line that ends in an exclamation mark is speech.
const EXCLAMATION: usize = 8;
/// The shortest lead-in that a heading may open.
const OPENED_LEAD_IN: usize = 4;

/// Finds headings, the headline and its fields among blocks that are paragraphs already, and sets page
/// furniture aside: the last step of every format without marks for these. `stem` stands in for a
/// headline if the text has none.
pub(in crate::load) fn structure(draft: &mut Draft, stem: &str) {
    if draft.blocks.len() > reflow::MOST_BLOCKS {
        draft.warnings.push(format!(
            "This text has more than {} paragraphs, more than any article: those after that are joined.",
            reflow::MOST_BLOCKS
        ));
    }
    mark_headings(&mut draft.blocks);
    masthead::take(draft, stem);
    furniture::mark(draft);
    mark_lead_ins(&mut draft.blocks);
}

/// Fills in a record from its text. It may know its headline already; it has no file name of its own to
/// stand in for one.
pub(in crate::load) fn fill(draft: &mut Draft, text: &str) {
    let tidy = tidy(text);
    fill_blocks(draft, reflow::blocks(&tidy, looks_like_markdown(&tidy)));
}

/// The same from blocks that are paragraphs already.
pub(in crate::load) fn fill_blocks(draft: &mut Draft, blocks: Vec<DraftBlock>) {
    draft.blocks = blocks;
    structure(draft, "");
    draft
        .headline
        .take_if(|headline| headline.origin == HeadlineOrigin::FileName);
}

/// Turns short lines without a full stop that open a section into subheads.
fn mark_headings(blocks: &mut [DraftBlock]) {
    for at in 0..blocks.len() {
        let (Some(block), next) = (blocks.get(at), blocks.get(at + 1)) else {
            continue;
        };
        if is_heading(block, next, at == 0)
            && let Some(block) = blocks.get_mut(at)
        {
            block.kind = BlockKind::Subhead;
        }
    }
}

fn is_heading(block: &DraftBlock, next: Option<&DraftBlock>, first: bool) -> bool {
    let Some(next) = next else { return false };
    let text = block.text.as_str();
    let length = words_up_to(text, HEADING + 1);
    let next_length = words_up_to(&next.text, HEADING + 1);
    let is_closed = text
        .trim_end_matches(['"', '”', '’', ')'])
        .ends_with(['.', ',', ';', ':', '…']);
    let before_prose = next_length >= length.max(OPENED);
    match block.kind {
        BlockKind::ListItem => {
            is_numbered(text)
                && length <= NUMBERED_HEADING
                && !is_closed
                && before_prose
                && next.kind == BlockKind::Paragraph
        }
        BlockKind::Paragraph => {
            let before_list = next.kind == BlockKind::ListItem;
            let before_lead_in = next.text.ends_with(':')
                && next_length >= OPENED_LEAD_IN
                && is_mostly_capitalised(text);
            let opens = text.starts_with(|c: char| {
                c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '‘')
            });
            let is_speech = text.ends_with('”') || (text.ends_with('!') && length > EXCLAMATION);
            let is_short = length <= HEADING && !is_closed && !is_speech;
            !first && is_short && opens && (before_prose || before_list || before_lead_in)
        }
        _ => false,
    }
}

/// Whether at least 60 % of the words begin with a capital.
fn is_mostly_capitalised(text: &str) -> bool {
    let (all, capitals) = text
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_alphabetic))
        .fold((0usize, 0usize), |(all, capitals), word| {
            let capital = word.starts_with(char::is_uppercase);
            (all + 1, capitals + usize::from(capital))
        });
    all > 0 && capitals * 10 >= all * 6
}

/// Turns short paragraphs that end with a colon and are followed by something into lead-ins.
fn mark_lead_ins(blocks: &mut [DraftBlock]) {
    let mut followed = false;
    for block in blocks
        .iter_mut()
        .rev()
        .filter(|block| block.set_aside.is_none())
    {
        if block.kind == BlockKind::Paragraph
            && followed
            && block.text.ends_with(':')
            && words(&block.text) <= LEAD_IN
        {
            block.kind = BlockKind::LeadIn;
        }
        followed = true;
    }
}
