//! What a format's reader hands over: blocks in order and whatever the file says about itself. Turning
//! a draft into an article adds sentences and quotations.

use crate::article::{
    Article, Block, BlockKind, FurtherFields, Headline, HeadlineOrigin, NOT_SHOWN, Origin,
    quotations, sentences,
};

use super::clean;

/// The longest block that is shown as one, in bytes. A text without paragraph breaks is divided at
/// sentence ends, so that no single block has to be laid out at once.
const LONGEST_BLOCK: usize = 20_000;

/// Why a block was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Reason {
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
    /// It belongs to how a message was passed on.
    PassedOn,
}

impl Reason {
    /// The reason in words.
    pub(super) const fn label(self) -> &'static str {
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
            Self::Hidden => NOT_SHOWN,
            Self::Comments => "comments by readers",
            Self::TableCell => "a cell of a table",
            Self::PassedOn => "a note or header of a message that was passed on",
        }
    }
}

/// An article as a reader found it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    /// The headline and where it was found.
    pub(super) headline: Option<Headline>,
    /// The authors, without "By", separated by ", ".
    pub(super) byline: Option<String>,
    /// The date of publication, ISO 8601 where it could be understood.
    pub(super) published: Option<String>,
    /// The outlet's name.
    pub(super) outlet: Option<String>,
    /// The address of the page.
    pub(super) url: Option<String>,
    /// The language the file declares, as a BCP 47 tag.
    pub(super) language: Option<String>,
    /// What else is said of it, by field.
    pub(super) fields: FurtherFields,
    /// The blocks in reading order.
    pub(super) blocks: Vec<DraftBlock>,
    /// What the reader of this article should know, in plain words.
    pub(super) warnings: Vec<String>,
    /// The encoding the text was read in.
    pub(super) encoding: String,
    /// Which part of its file it is ("article 12"), where the file holds several.
    pub(super) part: Option<String>,
    /// What its record is called, where it has a name or a number.
    pub(super) id: Option<String>,
}

/// One block of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DraftBlock {
    /// What part it plays, whether or not it is set aside.
    pub(super) kind: BlockKind,
    /// Its text on one line.
    pub(super) text: String,
    /// Why it is page furniture, if it is.
    pub(super) set_aside: Option<Reason>,
    /// Whether it is mostly a link.
    pub(super) linked: bool,
    /// Whether it is set off from the running text: in a figure, an aside.
    pub(super) offset: bool,
}

impl DraftBlock {
    /// A block that is not set aside; `text` is brought onto one line.
    pub(super) fn new(kind: BlockKind, text: &str) -> Self {
        Self {
            kind,
            text: clean::squash(text),
            set_aside: None,
            linked: false,
            offset: false,
        }
    }

    /// A block from a cell of a table: running text, or a figure or label, which is set aside.
    pub(super) fn cell(text: &str) -> Self {
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
    pub(super) fn set_headline(&mut self, text: &str, origin: HeadlineOrigin) {
        let text = clean::squash(text);
        if !text.is_empty() {
            self.headline = Some(Headline { text, origin });
        }
    }

    /// Takes the headline that a document states beside its text, if the text gave none.
    pub(super) fn complete_headline(&mut self, title: &str) {
        let of_text = |headline: &Headline| headline.origin != HeadlineOrigin::FileName;
        if !self.headline.as_ref().is_some_and(of_text) {
            self.set_headline(title, HeadlineOrigin::Metadata);
        }
    }

    /// The headline's text, empty if there is none.
    pub(super) fn headline_text(&self) -> &str {
        self.headline.as_ref().map_or("", |headline| &headline.text)
    }

    /// Whether any block is part of the article itself.
    pub(super) fn has_text(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| block.set_aside.is_none() && block.kind.is_scored())
    }

    /// Words of the article itself, captions aside.
    pub(super) fn live_words(&self) -> usize {
        let live = self.blocks.iter().filter(|block| block.set_aside.is_none());
        live.filter(|block| block.kind != BlockKind::Caption)
            .map(|block| clean::words(&block.text))
            .sum()
    }

    /// The finished article. Blocks without text are dropped, blocks that are too long to show are
    /// divided at sentence ends.
    pub(super) fn into_article(mut self, mut origin: Origin) -> Article {
        if !self.encoding.is_empty() {
            origin.encoding = std::mem::take(&mut self.encoding);
        }
        if let Some(part) = &self.part {
            origin.name = format!("{}, {part}", origin.name);
        }
        origin.id = self.id;
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
        self.warnings.shrink_to_fit();
        blocks.shrink_to_fit();
        Article {
            origin,
            headline: self.headline,
            byline: self.byline,
            published: self.published,
            outlet: self.outlet,
            url: self.url,
            language: self.language,
            fields: self.fields,
            blocks,
            warnings: self.warnings,
        }
    }
}

fn finish(kind: BlockKind, mut text: String, set_aside: Option<Reason>) -> Block {
    // A hundred thousand articles stay open for hours: what was only room to grow is given back.
    text.shrink_to_fit();
    let mut sentences = sentences(&text);
    sentences.shrink_to_fit();
    let mut quotations = quotations(&text);
    quotations.shrink_to_fit();
    Block {
        kind: if set_aside.is_some() {
            BlockKind::Boilerplate
        } else {
            kind
        },
        sentences,
        quotations,
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
