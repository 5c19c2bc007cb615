//! Says where a page may hold more of its article than was taken: what vanishes must not vanish silently.

use std::collections::BTreeMap;

use dom_query::NodeId;

use super::block::PageBlock;
use super::data::Script;
use super::restore;
use crate::article::BlockKind;
use crate::load::clean::{ends_sentence, words};
use crate::load::draft::{Draft, DraftBlock, Reason};
use crate::load::furniture;
use crate::text::{counted, shorten};

// Chosen on the 341 development pages so that few whose article was found whole are named: "of … words of
// running text" says so of 8 of them, "other article" of 6, "inside the text" of 24, "under the headline" of
// 13, "scripts" of 8.

/// Fewer words than this are hardly an article.
pub(super) const FEW_WORDS: usize = 120;
/// So much running text outside the article, in words, is worth a word.
const MUCH: usize = 150;
/// More of it than this, for a hundred words that were taken, is more than rails and notices hold.
const SHARE: usize = 100;
/// The fewest words of a paragraph that reads like one of an article.
const PARAGRAPH: usize = 15;
/// The fewest paragraphs of another article.
const OTHER: usize = 3;
/// How much of a sentence that was set aside is shown, in characters.
const SHOWN: usize = 60;

/// How to take what was set aside.
const HOW: &str = "To take it, choose Edit › Take all text (on the command line: --take-all).";

/// Whether a block outside the article reads like part of one.
fn is_text(block: &DraftBlock) -> bool {
    let elsewhere = matches!(
        block.set_aside,
        None | Some(Reason::Hidden | Reason::Comments | Reason::Consent | Reason::Repeat)
    );
    !elsewhere
        && !block.linked
        && block.kind != BlockKind::Caption
        && words(&block.text) >= PARAGRAPH
        && ends_sentence(&block.text)
}

/// Takes all running text that the page shows: for a page on which no article was found. Whether there was
/// any.
pub(super) fn take_shown(draft: &mut Draft) -> bool {
    let mut taken = 0;
    for block in draft.blocks.iter_mut().filter(|block| is_text(block)) {
        block.set_aside = None;
        taken += words(&block.text);
    }
    if taken > 0 {
        draft.warnings.push(format!(
            "No article was found on this page: all its running text was taken, {}. Set aside what does not \
             belong to it, or copy the article's text from a browser.",
            counted(taken, "word")
        ));
    }
    taken > 0
}

/// Says what may be missing.
pub(super) fn warn(draft: &mut Draft) {
    let found = draft.live_words();
    if found < FEW_WORDS {
        draft.warnings.push(format!(
            "Only {} of article were found on this page. If it shows more in a browser, copy the text from \
             there.",
            counted(found, "word")
        ));
    }
    let missed: usize = (draft.blocks.iter().filter(|block| is_text(block)))
        .map(|block| words(&block.text))
        .sum();
    if missed >= MUCH && missed * 100 > found * SHARE {
        draft.warnings.push(format!(
            "Of {} of running text on this page only {found} were taken as the article; the rest is greyed. \
             {HOW}",
            counted(found + missed, "word")
        ));
    }
    inside(draft);
}

/// Names sentences that were set aside between paragraphs of the article.
fn inside(draft: &mut Draft) {
    let is_live = |block: &DraftBlock| block.set_aside.is_none() && words(&block.text) >= PARAGRAPH;
    let first = draft.blocks.iter().position(is_live).unwrap_or_default();
    let last = draft.blocks.iter().rposition(is_live).unwrap_or_default();
    let inside = draft.blocks.iter().take(last).skip(first);
    let apart: Vec<&DraftBlock> = inside
        .filter(|block| is_text(block) && furniture::is_sentence(&block.text))
        .collect();
    if let Some(one) = apart.first() {
        let said = format!(
            "{} inside the text {} set aside as furniture, the first: “{}”. {HOW}",
            counted(apart.len(), "paragraph"),
            if apart.len() == 1 { "was" } else { "were" },
            shorten(&one.text, SHOWN)
        );
        draft.warnings.push(said);
    }
}

/// Running text under the headline of so many words is a part of the article, if not all of it.
const UNDER_HEADLINE: usize = 40;

/// Says that text right under the headline was not taken.
pub(super) fn under_headline(page: &[PageBlock], headline: &str) -> Option<String> {
    let heading = restore::heading(page, headline)?;
    let below = page.iter().skip(heading + 1);
    let missed = below
        .take_while(|block| !(block.chosen && block.is_prose()))
        .filter(|block| block.is_prose() && block.zone.is_none());
    let missed: usize = missed.map(|block| words(&block.text)).sum();
    (missed >= UNDER_HEADLINE).then(|| {
        format!(
            "{} of running text right under the headline were not taken as part of the article. {HOW}",
            counted(missed, "word")
        )
    })
}

/// A page of fewer words may show its article with scripts only.
pub(super) const SHORT: usize = 300;
/// The shortest string of a script that counts as text, in bytes.
const STRING: usize = 120;

/// Says that the data of the page's scripts hold much more text than the page shows.
pub(super) fn in_scripts(draft: &mut Draft, scripts: &[Script]) {
    let found = draft.live_words();
    let is_text = |string: &&str| {
        string.len() >= STRING
            && ends_sentence(string)
            && words(string) * 12 >= string.len()
            && !string.contains(['{', '}', '<'])
    };
    let carried: usize = (scripts.iter())
        .map(|script| {
            script
                .text
                .split('"')
                .filter(is_text)
                .map(words)
                .sum::<usize>()
        })
        .sum();
    if carried >= MUCH.max(2 * found) {
        draft.warnings.push(format!(
            "The data of this page’s scripts hold about {} of running text that the page as it was saved does \
             not show, {found} were taken. Open it in a browser, and copy the text or save the page from there.",
            counted(carried, "word")
        ));
    }
}

/// Says that the page holds other articles.
pub(super) fn other_articles(page: &[PageBlock]) -> Option<String> {
    let mut others: BTreeMap<NodeId, (usize, usize)> = BTreeMap::new();
    for block in page {
        let is_text = block.zone != Some(Reason::Comments)
            && !block.hidden
            && words(&block.text) >= PARAGRAPH
            && ends_sentence(&block.text)
            && !block.is_link();
        if let Some(container) = block.container.filter(|_| is_text) {
            let (paragraphs, words_there) = others.entry(container).or_default();
            if block.chosen {
                // It is part of the article itself.
                *paragraphs = usize::MAX / 2;
            } else {
                *paragraphs = paragraphs.saturating_add(1);
                *words_there += words(&block.text);
            }
        }
    }
    let other = |(paragraphs, words): &&(usize, usize)| {
        (OTHER..usize::MAX / 2).contains(paragraphs) && *words >= MUCH
    };
    let number = others.values().filter(other).count();
    (number > 0).then(|| {
        format!(
            "This page seems to hold {} besides; only one was taken. {HOW}",
            counted(number, "other article")
        )
    })
}
