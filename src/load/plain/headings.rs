//! Which blocks are headings and lead-ins, by their length, their shape and what follows them.

use super::line::is_numbered;
use crate::article::BlockKind;
use crate::load::clean::{words, words_up_to};
use crate::load::draft::DraftBlock;

/// The longest lead-in, in words.
const LEAD_IN: usize = 20;

/// Turns short lines without a full stop that open a section into subheads.
pub(super) fn mark(blocks: &mut [DraftBlock]) {
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
    let length = words_up_to(text, 15);
    let next_length = words_up_to(&next.text, 15);
    let is_closed = text
        .trim_end_matches(['"', '”', '’', ')'])
        .ends_with(['.', ',', ';', ':', '…']);
    let before_prose = next_length >= length.max(12);
    match block.kind {
        BlockKind::ListItem => {
            is_numbered(text)
                && length <= 13
                && !is_closed
                && before_prose
                && next.kind == BlockKind::Paragraph
        }
        BlockKind::Paragraph => {
            let before_list = next.kind == BlockKind::ListItem;
            let before_lead_in =
                next.text.ends_with(':') && next_length >= 4 && is_mostly_capitalised(text);
            let opens = text.starts_with(|c: char| {
                c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '‘')
            });
            let is_speech = text.ends_with('”') || (text.ends_with('!') && length > 8);
            let is_short = length <= 14 && !is_closed && !is_speech;
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
pub(super) fn mark_lead_ins(blocks: &mut [DraftBlock]) {
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
