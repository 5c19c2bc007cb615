//! Which blocks of a document are furniture rather than article. Shared by every format that gives
//! blocks; nothing is deleted, each block gets its reason and the reader can put it back.

mod line;
mod phrases;

pub use line::{byline, furniture, is_author_note, is_date_line, is_end_marker};

use std::collections::HashSet;

use super::clean::{ends_sentence, key, similarity, words, words_up_to};
use super::draft::{Draft, DraftBlock};
use crate::article::BlockKind;

/// Why a block was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// It stands after the article's end ("Comments", "You might also like").
    EndMatter,
    /// It leads to other pages or asks to subscribe.
    Promotion,
    /// It announces an advertisement.
    Advertisement,
    /// It labels a button.
    Button,
    /// It names who made a picture.
    Credit,
    /// It claims copyright.
    Copyright,
    /// It names the author.
    Byline,
    /// It dates the article.
    Date,
    /// It tells about the author.
    AuthorNote,
    /// It is one of several lines that look like headlines of other articles.
    LinkList,
    /// It repeats the headline or a block before it.
    Repeat,
    /// It is about cookies, privacy or the browser.
    Consent,
    /// It holds no word.
    Decoration,
    /// It is a menu or another part of the page around the article.
    Navigation,
    /// The page does not show it.
    Hidden,
    /// It is what readers wrote.
    Comments,
    /// It is a cell of a table.
    TableCell,
}

impl Reason {
    /// The reason in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::EndMatter => "after the end of the article",
            Self::Promotion => "a pointer to other pages",
            Self::Advertisement => "an advertisement",
            Self::Button => "a button",
            Self::Credit => "a picture credit",
            Self::Copyright => "a copyright notice",
            Self::Byline => "the author line",
            Self::Date => "the date line",
            Self::AuthorNote => "a note about the author",
            Self::LinkList => "a list of links",
            Self::Repeat => "a repetition",
            Self::Consent => "a notice about cookies or the browser",
            Self::Decoration => "a divider",
            Self::Navigation => "a part of the page around the article",
            Self::Hidden => "a part that the page does not show",
            Self::Comments => "comments by readers",
            Self::TableCell => "a cell of a table",
        }
    }
}

/// Marks the blocks of a draft that are furniture. The draft's headline and byline must be set.
pub fn mark(draft: &mut Draft) {
    let headline = draft.headline_text().to_owned();
    let authors: Vec<String> = draft
        .byline
        .iter()
        .flat_map(|byline| byline.split(", "))
        .map(key)
        .filter(|author| !author.is_empty())
        .collect();
    let page = Page::new(&draft.blocks, headline, authors);
    page.mark_lines(&mut draft.blocks);
    page.cut_at_end_markers(&mut draft.blocks);
    set_dangling_tail_aside(&mut draft.blocks);
}

/// What is known about the blocks as a whole.
struct Page {
    keys: Vec<String>,
    /// Words before each block.
    before: Vec<usize>,
    total: usize,
    headline: String,
    authors: Vec<String>,
}

impl Page {
    fn new(blocks: &[DraftBlock], headline: String, authors: Vec<String>) -> Self {
        let mut total = 0;
        let before = blocks
            .iter()
            .map(|block| {
                let before = total;
                total += words(&block.text);
                before
            })
            .collect();
        Self {
            keys: blocks.iter().map(|block| key(&block.text)).collect(),
            before,
            total,
            headline,
            authors,
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
            block.set_aside = furniture(&block.text, self.key(at))
                .or_else(|| self.frame(at, block))
                .or_else(|| (again && self.is_repetition(at, block)).then_some(Reason::Repeat));
        }
    }

    /// Lines that belong to an article's frame: near its start and its end.
    fn frame(&self, at: usize, block: &DraftBlock) -> Option<Reason> {
        let key = self.key(at);
        let before = self.before(at);
        let late = before * 10 >= self.total * 6;
        let early = at < 8 && before * 10 <= self.total * 2 + 300;
        if early && self.repeats_headline(key, block) {
            return Some(Reason::Repeat);
        }
        if (early || late) && (byline(&block.text).is_some() || self.is_author(key)) {
            return Some(Reason::Byline);
        }
        if (early || late) && is_date_line(key) {
            return Some(Reason::Date);
        }
        let edge = late || at + 6 >= self.keys.len() || at < 3;
        (edge && is_author_note(key, &self.authors)).then_some(Reason::AuthorNote)
    }

    fn repeats_headline(&self, of_block: &str, block: &DraftBlock) -> bool {
        !self.headline.is_empty()
            && (of_block == key(&self.headline)
                || (block.kind == BlockKind::Subhead
                    && similarity(&block.text, &self.headline) >= 0.8))
    }

    fn is_author(&self, key: &str) -> bool {
        words_up_to(key, 9) <= 8
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
        words_up_to(&block.text, 6) >= 6
            && (near || matches!(block.kind, BlockKind::Quote | BlockKind::Subhead))
    }

    /// After an end marker in the later part nothing belongs to the article, unless real prose
    /// follows: then only the headline-like lines right below the marker go.
    fn cut_at_end_markers(&self, blocks: &mut [DraftBlock]) {
        let prose_after = prose_after(blocks);
        let mut looked = 0;
        for at in 0..blocks.len() {
            if self.before(at) * 10 < self.total * 4 || !is_end_marker(self.key(at)) {
                continue;
            }
            let prose = prose_after.get(at + 1).copied().unwrap_or(0);
            if prose * 8 <= self.before(at) {
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
                    if words_up_to(&block.text, 23) > 22 || ends_sentence(&block.text) {
                        break;
                    }
                    block.set_aside = Some(Reason::LinkList);
                }
                looked += 1;
            }
        }
    }
}

/// Words of prose (long blocks that end as sentences do) from each block to the end.
fn prose_after(blocks: &[DraftBlock]) -> Vec<usize> {
    let mut sums = vec![0; blocks.len() + 1];
    let mut sum = 0;
    for (slot, block) in sums.iter_mut().zip(blocks).rev() {
        let length = words(&block.text);
        if block.set_aside.is_none() && length >= 25 && ends_sentence(&block.text) {
            sum += length;
        }
        *slot = sum;
    }
    sums
}

/// Two or more headline-like lines at the very end, or a heading with nothing under it.
fn set_dangling_tail_aside(blocks: &mut [DraftBlock]) {
    let total = blocks.len();
    let is_loose = |block: &DraftBlock| {
        words_up_to(&block.text, 21) <= 20
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
