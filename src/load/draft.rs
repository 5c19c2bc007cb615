//! What a format's reader hands over: blocks in order and whatever the file says about itself. Turning
//! a draft into an article adds sentences and quotations.

use crate::article::{
    Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, quotations, sentences,
};

use super::clean;
use super::furniture::Reason;

/// The longest block that is shown as one, in bytes. A text without paragraph breaks is divided at
/// sentence ends, so that no single block has to be laid out at once.
const LONGEST_BLOCK: usize = 20_000;

/// An article as a reader found it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// The headline and where it was found.
    pub headline: Option<Headline>,
    /// The authors, without "By", separated by ", ".
    pub byline: Option<String>,
    /// The date of publication, ISO 8601 where it could be understood.
    pub published: Option<String>,
    /// The outlet's name.
    pub outlet: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
    /// The language the file declares, as a BCP 47 tag.
    pub language: Option<String>,
    /// The blocks in reading order.
    pub blocks: Vec<DraftBlock>,
    /// What the reader of this article should know, in plain words.
    pub warnings: Vec<String>,
    /// The encoding the text was read in.
    pub encoding: String,
    /// Which part of its file it is ("article 12"), where the file holds several.
    pub part: Option<String>,
}

/// One block of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftBlock {
    /// What part it plays, whether or not it is set aside.
    pub kind: BlockKind,
    /// Its text on one line.
    pub text: String,
    /// Why it is page furniture, if it is.
    pub set_aside: Option<Reason>,
}

impl DraftBlock {
    /// A block that is not set aside; `text` is brought onto one line.
    pub fn new(kind: BlockKind, text: &str) -> Self {
        Self {
            kind,
            text: clean::squash(text),
            set_aside: None,
        }
    }

    /// A block from a cell of a table: running text, or a figure or label, which is set aside.
    pub fn cell(text: &str) -> Self {
        let mut block = Self::new(BlockKind::Paragraph, text);
        if !clean::ends_sentence(&block.text) {
            block.kind = BlockKind::ListItem;
            block.set_aside = Some(Reason::TableCell);
        }
        block
    }
}

impl Draft {
    /// Sets the headline, unless `text` is empty.
    pub fn set_headline(&mut self, text: &str, origin: HeadlineOrigin) {
        let text = clean::squash(text);
        if !text.is_empty() {
            self.headline = Some(Headline { text, origin });
        }
    }

    /// The headline's text, empty if there is none.
    pub fn headline_text(&self) -> &str {
        self.headline.as_ref().map_or("", |headline| &headline.text)
    }

    /// Whether any block is part of the article itself.
    pub fn has_text(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| block.set_aside.is_none() && block.kind.is_scored())
    }

    /// The finished article. Blocks without text are dropped, blocks that are too long to show are
    /// divided at sentence ends.
    pub fn into_article(mut self, mut origin: Origin) -> Article {
        if !self.encoding.is_empty() {
            origin.encoding = std::mem::take(&mut self.encoding);
        }
        if let Some(part) = &self.part {
            origin.name = format!("{}, {part}", origin.name);
        }
        let mut blocks = Vec::with_capacity(self.blocks.len());
        let mut divided = false;
        for block in self.blocks {
            if block.text.len() > LONGEST_BLOCK {
                divided = true;
                for text in divide(&block.text) {
                    blocks.push(finish(block.kind, text, block.set_aside));
                }
            } else if !block.text.is_empty() {
                blocks.push(finish(block.kind, block.text, block.set_aside));
            }
        }
        if divided {
            self.warnings.push(
                "A paragraph was too long to show as one, so it was divided between sentences."
                    .to_owned(),
            );
        }
        Article {
            origin,
            headline: self.headline,
            byline: self.byline,
            published: self.published,
            outlet: self.outlet,
            url: self.url,
            language: self.language,
            blocks,
            warnings: self.warnings,
        }
    }
}

fn finish(kind: BlockKind, text: String, set_aside: Option<Reason>) -> Block {
    Block {
        kind: if set_aside.is_some() {
            BlockKind::Boilerplate
        } else {
            kind
        },
        sentences: sentences(&text),
        quotations: quotations(&text),
        text,
        set_aside: set_aside.map(|reason| reason.label().to_owned()),
    }
}

/// Cuts a long text into pieces of at most [`LONGEST_BLOCK`] bytes, at sentence ends where there are
/// any, else at a blank, else between characters.
fn divide(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for sentence in sentences(text) {
        let mut rest = sentence.of(text);
        while piece.len() + rest.len() > LONGEST_BLOCK {
            if !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
                continue;
            }
            let cut = rest.floor_char_boundary(LONGEST_BLOCK);
            let (head, _) = rest.split_at(cut);
            let cut = head.rfind(' ').filter(|blank| *blank > 0).unwrap_or(cut);
            let (head, tail) = rest.split_at(cut);
            pieces.push(head.to_owned());
            rest = tail.trim_start();
        }
        if !piece.is_empty() {
            piece.push(' ');
        }
        piece.push_str(rest);
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}
