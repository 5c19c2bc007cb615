//! The parts of an article: source, headline, blocks, and where each came from.

use serde::{Deserialize, Serialize};

use super::{FurtherFields, Span};

/// An outlet or an author: a name and what it wrote. Two sources are compared at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The name shown for it.
    pub name: String,
    /// Its articles, in the order they were read.
    pub articles: Vec<Article>,
}

/// One article as it was understood, with what it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Where the text came from and how it was read.
    pub origin: Origin,
    /// The headline, if one was found.
    pub headline: Option<Headline>,
    /// The author line, without "By".
    pub byline: Option<String>,
    /// The date of publication as an ISO 8601 date or date-time.
    pub published: Option<String>,
    /// The outlet's name.
    pub outlet: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
    /// The language as a BCP 47 tag.
    pub language: Option<String>,
    /// What else its collection or page says of it: section, desk, any field.
    #[serde(default, skip_serializing_if = "FurtherFields::is_empty")]
    pub fields: FurtherFields,
    /// Every block of the text in reading order, the ones set aside included.
    pub blocks: Vec<Block>,
    /// What the reader of this article should know, in plain words.
    pub warnings: Vec<String>,
}

/// Where an article came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file it was read from; `None` for pasted and bundled text.
    pub path: Option<std::path::PathBuf>,
    /// A name to show: the file name, "Pasted text", …
    pub name: String,
    /// The format it was read as: `text`, `markdown`, …
    pub format: String,
    /// The encoding it was read in: `UTF-8`, `windows-1252`, …
    pub encoding: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Its position among the articles of its file, from 0.
    pub position: usize,
    /// What its record is called in a collection that numbers or names its records.
    pub id: Option<String>,
}

/// A headline and where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// The headline's text.
    pub text: String,
    /// Where it was found.
    pub origin: HeadlineOrigin,
}

/// Where a headline was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadlineOrigin {
    /// In the text or the page itself.
    Text,
    /// In the document's own data (front matter, a labelled field).
    Metadata,
    /// Made from the file name: shown, never scored.
    FileName,
    /// Entered by the user.
    User,
}

/// What part a block plays in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// A heading inside the text.
    Subhead,
    /// A line that only introduces what follows ("After the meeting:").
    LeadIn,
    /// The text under a picture.
    Caption,
    /// Furniture of the page, set aside.
    Boilerplate,
}

impl BlockKind {
    /// Whether blocks of this kind are scored. The others are shown only.
    pub const fn is_scored(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::Quote)
    }

    /// The kind in words, in the singular, lower case.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::ListItem => "list item",
            Self::Quote => "quotation",
            Self::Subhead => "subhead",
            Self::LeadIn => "lead-in",
            Self::Caption => "caption",
            Self::Boilerplate => "page furniture",
        }
    }
}

/// One block of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What part it plays.
    pub kind: BlockKind,
    /// Its text on one line, as given but for white space.
    pub text: String,
    /// Its sentences, in order, without overlap; every character outside them is white space.
    pub sentences: Vec<Span>,
    /// Stretches of direct quotation, quote marks included, in order, without overlap.
    pub quotations: Vec<Span>,
    /// Why it was set aside as page furniture, in words. Kept when the user restores the block.
    pub set_aside: Option<String>,
}

/// Why a block was set aside that the page does not show.
pub const NOT_SHOWN: &str = "a part that the page does not show";

/// So many words are running text even where they end in no full stop.
const RUNNING: usize = 25;

impl Block {
    /// What the block counts as if all text is taken that was set aside: running text is a paragraph,
    /// menus and labels are shown only. `None` if it was not set aside, or the page does not show it.
    pub fn if_taken(&self) -> Option<BlockKind> {
        let shown = self.set_aside.as_deref() != Some(NOT_SHOWN);
        (self.kind == BlockKind::Boilerplate && shown).then(|| {
            let text = self
                .text
                .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']);
            let words = self.text.split_whitespace().take(RUNNING).count();
            if words >= RUNNING || (words > 3 && text.ends_with(['.', '!', '?', '…'])) {
                BlockKind::Paragraph
            } else {
                BlockKind::LeadIn
            }
        })
    }
}

impl Article {
    /// Takes all text that was set aside, menus and all: for an article whose text was not found. How many
    /// blocks are counted that were not before.
    pub fn take_all(&mut self) -> usize {
        let mut taken = 0;
        for block in &mut self.blocks {
            if let Some(kind) = block.if_taken() {
                block.kind = kind;
                taken += usize::from(kind.is_scored());
            }
        }
        taken
    }

    /// Whether the text was found, or declares itself, to be in another language than English. A text
    /// whose language is unknown is not.
    pub fn is_foreign(&self) -> bool {
        self.language.as_deref().is_some_and(|tag| {
            let primary = tag.split(['-', '_']).next().unwrap_or_default();
            !primary.eq_ignore_ascii_case("en") && !tag.eq_ignore_ascii_case("english")
        })
    }

    /// The blocks that are scored, with their positions in [`Article::blocks`].
    pub fn scored_blocks(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| block.kind.is_scored())
    }
}
