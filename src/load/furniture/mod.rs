//! Which blocks of a document are furniture rather than article. Shared by every format that gives
//! blocks; nothing is deleted, each block gets its reason and the reader can put it back.

mod line;
mod phrases;

pub(super) use line::{
    byline, furniture, is_author_note, is_date_line, is_end_marker, is_sentence,
};

use std::collections::{BTreeSet, HashSet};

use self::phrases::fits;
use super::clean::{ends_sentence, key, similarity, words, words_of_key, words_up_to};
use super::draft::{Draft, DraftBlock, Reason};
use crate::article::BlockKind;

// Where furniture may stand, read off the same development pages and plain texts as the phrases. Shares
// of a text are in per cent of its words.

/// From here on a line about the author or the date may close the article.
const LATE: usize = 60;
/// So many blocks may stand above the text …
const TOP_BLOCKS: usize = 8;
/// … within this share of it, and these words: a short text's top is long beside it.
const TOP: usize = 20;
const TOP_WORDS: usize = 30;
/// Before this share no end marker ends the article: a page may open with a button "Comments".
const EARLIEST_END: usize = 40;
/// An end marker ends the article if prose of no more than this share of what came before follows it.
const PROSE_AFTER_END: f64 = 0.125;
/// Notes about the author stand among the first and the last few blocks.
const NOTE_BLOCKS: (usize, usize) = (3, 6);
/// How alike a subhead must be to the headline to repeat it.
const REPEATS: f64 = 0.8;
/// The longest line that is nothing but a name, in words.
const NAME: usize = 8;
/// Fewer words than this may well stand twice in a text.
const SHORT: usize = 6;
/// From this length on, in words, a paragraph beside a sentence makes it one of the running text.
const RUNNING: usize = 8;
/// From this length on, in words, a block that ends as a sentence does is prose.
const PROSE: usize = 25;
/// The longest headline of another article, in words.
const LINK: usize = 22;
/// The longest line of a dangling tail, in words.
const LOOSE: usize = 20;

/// The longest credit in brackets that is glued to the front of a paragraph, in bytes, and the fewest words
/// after it.
const GLUED: (usize, usize) = (120, 5);
/// The longest pull quote, in words, and how many of a text are looked for.
const PULL_QUOTE: (usize, usize) = (60, 50);

/// Marks the blocks of a draft that are furniture. The draft's headline and byline must be set.
pub(super) fn mark(draft: &mut Draft) {
    part_glued_credits(&mut draft.blocks);
    let headline = draft.headline_text().to_owned();
    let authors: Vec<String> = draft
        .byline
        .iter()
        .flat_map(|byline| byline.split(", "))
        .map(key)
        .filter(|author| !author.is_empty())
        .collect();
    let page = DraftText::new(&draft.blocks, headline, authors);
    page.mark_lines(&mut draft.blocks);
    page.set_pull_quotes_aside(&mut draft.blocks);
    page.cut_at_end_markers(&mut draft.blocks);
    set_lists_of_links_aside(&mut draft.blocks);
    set_dangling_tail_aside(&mut draft.blocks);
}

/// What is known about the blocks as a whole.
struct DraftText {
    keys: Vec<String>,
    /// Words of each block.
    lengths: Vec<usize>,
    /// Words before each block.
    before: Vec<usize>,
    total: usize,
    headline: String,
    authors: Vec<String>,
    /// What each block is by its words alone.
    phrases: Vec<Option<Reason>>,
    /// Where paragraphs of prose stand that have no words of furniture.
    prose: BTreeSet<usize>,
}

impl DraftText {
    fn new(blocks: &[DraftBlock], headline: String, authors: Vec<String>) -> Self {
        let lengths: Vec<usize> = blocks.iter().map(|block| words(&block.text)).collect();
        let mut total = 0;
        let before = lengths
            .iter()
            .map(|length| {
                let before = total;
                total += length;
                before
            })
            .collect();
        let keys: Vec<String> = blocks.iter().map(|block| key(&block.text)).collect();
        let by_words = |(block, key): (&DraftBlock, &String)| furniture(&block.text, key);
        let phrases: Vec<Option<Reason>> = blocks.iter().zip(&keys).map(by_words).collect();
        let is_prose = |(at, block): &(usize, &DraftBlock)| {
            block.kind != BlockKind::Caption
                && block.set_aside.is_none()
                && words_up_to(&block.text, RUNNING) >= RUNNING
                && ends_sentence(&block.text)
                && phrases.get(*at) == Some(&None)
        };
        let prose = blocks.iter().enumerate().filter(is_prose);
        let prose = prose.map(|(at, _)| at).collect();
        Self {
            keys,
            lengths,
            before,
            total,
            headline,
            authors,
            phrases,
            prose,
        }
    }

    fn key(&self, at: usize) -> &str {
        self.keys.get(at).map_or("", String::as_str)
    }

    /// Words before a block.
    fn before(&self, at: usize) -> usize {
        self.before.get(at).copied().unwrap_or(self.total)
    }

    fn mark_lines(&self, blocks: &mut [DraftBlock]) {
        let mut seen = HashSet::new();
        for (at, block) in blocks.iter_mut().enumerate() {
            let again = !seen.insert(self.key(at));
            if block.kind == BlockKind::Caption || block.set_aside.is_some() {
                continue;
            }
            block.set_aside = self
                .phrase(at, block)
                .or_else(|| self.frame(at, block))
                .or_else(|| (again && self.is_repetition(at, block)).then_some(Reason::Repeat));
        }
    }

    /// Furniture by its words. A sentence is so only where it stands apart from the running text, or is
    /// mostly a link: the words of furniture are words of news, too.
    fn phrase(&self, at: usize, block: &DraftBlock) -> Option<Reason> {
        let reason = self.phrases.get(at).copied().flatten()?;
        let apart = || {
            let is_prose = |at: Option<usize>| at.is_some_and(|at| self.prose.contains(&at));
            let before = self.prose.range(..at).next_back().copied();
            let after = self.prose.range(at + 1..).next().copied();
            let beside = is_prose(at.checked_sub(1)) || is_prose(Some(at + 1));
            let speaks = self.key(at).contains(" said") || self.key(at).contains(" told ");
            let edge = before.is_none() || after.is_none();
            block.linked
                || (!beside && !speaks && !self.prose.is_empty())
                || (edge && !speaks && self.is_address(at))
        };
        (!is_sentence(&block.text) || apart()).then_some(reason)
    }

    /// Whether a block speaks to the reader or claims rights.
    fn is_address(&self, at: usize) -> bool {
        is_address(self.key(at))
    }

    /// Lines that belong to an article's frame: near its start and its end.
    fn frame(&self, at: usize, block: &DraftBlock) -> Option<Reason> {
        let key = self.key(at);
        let before = self.before(at);
        let late = before * 100 >= self.total * LATE;
        let early = at < TOP_BLOCKS && before * 100 <= self.total * TOP + TOP_WORDS * 100;
        if early && self.repeats_headline(key, block) {
            return Some(Reason::Repeat);
        }
        if (early || late) && (byline(&block.text).is_some() || self.is_author(key)) {
            return Some(Reason::Byline);
        }
        if (early || late) && is_date_line(key) {
            return Some(Reason::Date);
        }
        let edge = late || at < NOTE_BLOCKS.0 || at + NOTE_BLOCKS.1 >= self.keys.len();
        (edge && is_author_note(key, &self.authors)).then_some(Reason::AuthorNote)
    }

    fn repeats_headline(&self, of_block: &str, block: &DraftBlock) -> bool {
        !self.headline.is_empty()
            && (of_block == key(&self.headline)
                || (block.kind == BlockKind::Subhead
                    && similarity(&block.text, &self.headline) >= REPEATS))
    }

    fn is_author(&self, key: &str) -> bool {
        words_of_key(key) <= NAME
            && self
                .authors
                .iter()
                .any(|author| key.strip_prefix("by ").unwrap_or(key) == author)
    }

    /// A pull quote, or a paragraph that stands twice in a row (a lazily loaded copy).
    fn is_repetition(&self, at: usize, block: &DraftBlock) -> bool {
        let near = (1..=2).any(|back| {
            at.checked_sub(back)
                .is_some_and(|earlier| self.key(earlier) == self.key(at))
        });
        words_up_to(&block.text, SHORT) >= SHORT
            && (near || matches!(block.kind, BlockKind::Quote | BlockKind::Subhead))
    }

    /// A quotation set off from the text that stands in it word for word is a pull quote, wherever it stands.
    fn set_pull_quotes_aside(&self, blocks: &mut [DraftBlock]) {
        let is_apart = |block: &DraftBlock| {
            block.set_aside.is_none()
                && (block.offset
                    || block.kind == BlockKind::Quote
                    || block.kind == BlockKind::Subhead && is_sentence(&block.text))
        };
        let fits = |at: usize| {
            (SHORT..=PULL_QUOTE.0).contains(&self.lengths.get(at).copied().unwrap_or_default())
        };
        let apart: Vec<usize> = blocks
            .iter()
            .enumerate()
            .filter(|(at, block)| is_apart(block) && fits(*at))
            .map(|(at, _)| at)
            .take(PULL_QUOTE.1)
            .collect();
        for at in apart {
            let quoted = self.key(at).trim_matches(['"', '\'', '.', ' ']);
            let mut others = blocks.iter().enumerate();
            let stands = others.any(|(other, block)| {
                other != at && block.set_aside.is_none() && self.key(other).contains(quoted)
            });
            if stands && let Some(block) = blocks.get_mut(at) {
                block.set_aside = Some(Reason::Repeat);
            }
        }
    }

    /// After an end marker in the later part nothing belongs to the article, unless real prose
    /// follows: then only the headline-like lines right below the marker go.
    fn cut_at_end_markers(&self, blocks: &mut [DraftBlock]) {
        let prose_after = self.prose_after(blocks);
        let mut looked = 0;
        for at in 0..blocks.len() {
            if self.before(at) * 100 < self.total * EARLIEST_END || !is_end_marker(self.key(at)) {
                continue;
            }
            let prose = prose_after.get(at + 1).copied().unwrap_or(0);
            if prose as f64 <= self.before(at) as f64 * PROSE_AFTER_END {
                for block in blocks.iter_mut().skip(at) {
                    block.set_aside.get_or_insert(Reason::EndMatter);
                }
                return;
            }
            if let Some(marker) = blocks.get_mut(at) {
                marker.set_aside = Some(Reason::EndMatter);
            }
            looked = looked.max(at + 1);
            while let Some(block) = blocks.get_mut(looked) {
                if block.set_aside.is_none() {
                    if words_up_to(&block.text, LINK + 1) > LINK || ends_sentence(&block.text) {
                        break;
                    }
                    block.set_aside = Some(Reason::LinkList);
                }
                looked += 1;
            }
        }
    }

    /// Words of prose (long blocks that end as sentences do) from each block to the end.
    fn prose_after(&self, blocks: &[DraftBlock]) -> Vec<usize> {
        let mut sums = vec![0; blocks.len() + 1];
        let mut sum = 0;
        for ((slot, block), length) in sums.iter_mut().zip(blocks).zip(&self.lengths).rev() {
            let long = *length >= PROSE && block.set_aside.is_none();
            if long && ends_sentence(&block.text) {
                sum += length;
            }
            *slot = sum;
        }
        sums
    }
}

/// Whether a text speaks to the reader or claims rights: no news does. `key` is its [`key`].
pub(super) fn is_address(key: &str) -> bool {
    fits("address", key, words_of_key(key))
}

/// "(Photo by Ann Lee/Agency) The council met …" is a credit and a paragraph.
fn part_glued_credits(blocks: &mut Vec<DraftBlock>) {
    let glued = |block: &DraftBlock| {
        let rest = block.text.strip_prefix(['(', '['])?;
        let end = rest.find([')', ']'])?;
        let (credit, text) = block.text.split_at_checked(end + 2)?;
        let text = text.trim_start();
        let fits = credit.len() <= GLUED.0 && words_up_to(text, GLUED.1) >= GLUED.1;
        let is_credit = fits
            && block.set_aside.is_none()
            && text.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c))
            && furniture(credit, &key(credit)) == Some(Reason::Credit);
        is_credit.then(|| (credit.to_owned(), text.to_owned()))
    };
    let mut at = 0;
    while let Some(block) = blocks.get_mut(at) {
        if let Some((credit, text)) = glued(block) {
            let mut credit = DraftBlock::new(block.kind, &credit);
            credit.set_aside = Some(Reason::Credit);
            block.text = text;
            blocks.insert(at, credit);
            at += 1;
        }
        at += 1;
    }
}

/// Items right below a line that points to other pages point there, too: those that are links, and all where
/// the line announces them ("Read next:").
fn set_lists_of_links_aside(blocks: &mut [DraftBlock]) {
    let (mut points, mut announces) = (false, false);
    for block in blocks {
        if block.kind == BlockKind::ListItem && (announces || points && block.linked) {
            block.set_aside.get_or_insert(Reason::LinkList);
        } else {
            points = matches!(
                block.set_aside,
                Some(Reason::EndMatter | Reason::Promotion | Reason::LinkList)
            );
            announces = points && block.text.ends_with(':');
        }
    }
}

/// Two or more headline-like lines at the very end, or a heading with nothing under it.
fn set_dangling_tail_aside(blocks: &mut [DraftBlock]) {
    let total = blocks.len();
    let is_loose = |block: &DraftBlock| {
        words_up_to(&block.text, LOOSE + 1) <= LOOSE
            && !ends_sentence(&block.text)
            && block.kind != BlockKind::Quote
    };
    let live =
        |block: &&mut DraftBlock| block.set_aside.is_none() && block.kind != BlockKind::Caption;
    let mut tail: Vec<&mut DraftBlock> = Vec::new();
    let mut last_kept = None;
    let mut kept = 0;
    for block in blocks.iter_mut().rev().filter(live) {
        if kept == 0 && is_loose(block) {
            tail.push(block);
        } else {
            kept += 1;
            last_kept.get_or_insert(block);
        }
    }
    let items_of_text = tail.iter().all(|block| block.kind == BlockKind::ListItem)
        && last_kept.is_some_and(|block| block.text.trim_end().ends_with(':'));
    let heading = tail.iter().any(|block| block.kind == BlockKind::Subhead);
    let is_tail = (tail.len() >= 2 || heading) && tail.len() * 2 <= total.max(4);
    if !items_of_text && kept >= 2 && is_tail {
        for block in tail {
            block.set_aside = Some(Reason::LinkList);
        }
    }
}

/// Reads the phrases, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    phrases::read().map(drop)
}
