//! A block of text as it stands on a page.

use dom_query::NodeId;

use crate::article::BlockKind;
use crate::load::clean;
use crate::load::draft::{DraftBlock, Reason};

/// A line of at least so many words that ends as a sentence does is a paragraph of its own, if the next is
/// as long: one line break parts them on the page. Lines of verse and of addresses are shorter.
pub(super) const LINE: usize = 15;

/// What part of a page the elements around a block make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagePart {
    /// Running text, as far as they say.
    Running,
    /// A main heading.
    MainHeading,
    /// Set off from the running text.
    SetOff,
}

/// A block of text as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageBlock {
    /// What its element says it is.
    pub(super) kind: BlockKind,
    /// Its text on one line.
    pub(super) text: String,
    /// Why it stands around the article, if it does.
    pub(super) zone: Option<Reason>,
    /// Bytes of its text that are links.
    pub(super) linked: usize,
    /// The row of a table it stands in.
    pub(super) row: Option<NodeId>,
    /// Whether the page does not show it.
    pub(super) hidden: bool,
    /// Whether it stands in the element that holds the main heading and most of the prose.
    pub(super) home: bool,
    /// The innermost `<article>` or `<main>` it stands in.
    pub(super) container: Option<NodeId>,
    /// The elements around its own, innermost first.
    pub(super) within: [Option<NodeId>; 2],
    /// The element around these.
    pub(super) farther: Option<NodeId>,
    /// The kinds of elements it stands in, as a number: equal for texts that are built alike.
    pub(super) shape: u64,
    /// What part of the page its elements make it.
    pub(super) part: PagePart,
    /// Whether it belongs to the article, as far as that was found out.
    pub(super) chosen: bool,
}

impl PageBlock {
    /// Whether it is a main heading.
    pub(super) fn is_main_heading(&self) -> bool {
        self.part == PagePart::MainHeading
    }

    /// Whether most of the text is links.
    pub(super) fn is_link(&self) -> bool {
        self.linked * 10 >= self.text.len() * 8
    }

    /// Whether it reads like a paragraph of an article, not like a teaser or a label.
    pub(super) fn is_prose(&self) -> bool {
        let running = matches!(
            self.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote
        );
        running
            && !self.hidden
            && self.zone.is_none()
            && self.linked * 3 <= self.text.len()
            && clean::words_up_to(&self.text, LINE) >= LINE
            && clean::ends_sentence(&self.text)
    }

    /// The block without its place on the page.
    pub(super) fn into_draft(self) -> DraftBlock {
        DraftBlock {
            linked: self.linked * 2 >= self.text.len(),
            offset: self.part == PagePart::SetOff,
            ..DraftBlock::new(self.kind, &self.text)
        }
    }
}
