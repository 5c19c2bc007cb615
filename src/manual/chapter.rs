//! The chapters in their order.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::markdown::{Block, blocks};
use super::{charts, commands, measures};

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// What links call it.
    pub id: &'static str,
    /// Its title, as the contents list it.
    pub title: String,
    /// The Markdown it is made from.
    pub markdown: Cow<'static, str>,
    /// What it consists of, its title first.
    pub blocks: Vec<Block>,
}

/// The text of a chapter: a file, or made from a table.
type Text = fn() -> Cow<'static, str>;

macro_rules! file {
    ($name:literal) => {
        || Cow::Borrowed(include_str!(concat!("../../assets/manual/", $name)))
    };
}

/// Every chapter by name, in the order of the contents.
const CHAPTERS: [(&str, Text); 10] = [
    ("start", file!("start.md")),
    ("claims", file!("claims.md")),
    ("window", file!("window.md")),
    ("charts", || Cow::Owned(charts::markdown())),
    ("measures", || Cow::Owned(measures::markdown())),
    ("lesson-class", file!("lesson-class.md")),
    ("lesson-newsroom", file!("lesson-newsroom.md")),
    ("lesson-study", file!("lesson-study.md")),
    ("keys", || Cow::Owned(commands::markdown())),
    ("command-line", file!("command-line.md")),
];

static READ: LazyLock<Vec<Chapter>> = LazyLock::new(|| {
    let read = CHAPTERS.into_iter().map(|(id, text)| {
        let markdown = text();
        let blocks = blocks(&markdown);
        let title = match blocks.first() {
            Some(Block::Heading { text, .. }) => text.iter().map(|run| run.text.as_str()).collect(),
            _ => id.to_owned(),
        };
        Chapter {
            id,
            title,
            markdown,
            blocks,
        }
    });
    read.collect()
});

/// Every chapter, in the order of the contents.
pub fn chapters() -> &'static [Chapter] {
    &READ
}

/// A chapter by its name.
pub fn chapter(id: &str) -> Option<&'static Chapter> {
    READ.iter().find(|chapter| chapter.id == id)
}
