//! Markdown as blocks that the window and the web page both draw.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 for the title of the chapter.
        level: u8,
        /// What links call it.
        id: String,
        /// Its words.
        text: Vec<Run>,
    },
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// An item of a list.
    Item {
        /// Its number in a list that counts.
        number: Option<u64>,
        /// Its words.
        text: Vec<Run>,
    },
    /// A table; the first row names the columns.
    Table(Vec<Vec<Vec<Run>>>),
    /// Lines to type.
    Code(String),
    /// A picture.
    Picture {
        /// Its file in `assets/manual/pictures`.
        file: String,
        /// What it shows, for whoever cannot see it.
        shows: String,
    },
}

/// Words of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are strong.
    pub strong: bool,
    /// Whether they are stressed.
    pub stressed: bool,
    /// Whether they are to be typed as they are, or a key.
    pub code: bool,
    /// Where a click leads.
    pub link: Option<Link>,
}

/// Where a click leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Another chapter.
    Chapter(String),
    /// A command of the window, by its name.
    Command(String),
}

impl Link {
    /// "do:Find…" is a command, everything else a chapter.
    fn of(target: &str) -> Self {
        match target.strip_prefix("do:") {
            Some(command) => Self::Command(command.to_owned()),
            None => Self::Chapter(target.to_owned()),
        }
    }
}

impl Block {
    /// All its words, for searching.
    pub fn words(&self) -> String {
        let join = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        match self {
            Self::Heading { text, .. } | Self::Paragraph(text) | Self::Item { text, .. } => {
                join(text)
            }
            Self::Table(rows) => {
                let cells = rows.iter().flatten().map(|cell| join(cell));
                cells.collect::<Vec<_>>().join(" · ")
            }
            Self::Code(text) => text.clone(),
            Self::Picture { shows, .. } => shows.clone(),
        }
    }
}

/// "How to read" as "how-to-read".
fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// What is being read.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// Words of the block being read.
    text: Vec<Run>,
    /// How words look now.
    look: Run,
    /// The number of the next item, of each open list.
    lists: Vec<Option<u64>>,
    rows: Vec<Vec<Vec<Run>>>,
    code: Option<String>,
    picture: Option<(String, String)>,
}

/// The blocks of a text. What the manual does not use (HTML, notes, lists in lists) is taken as plain words.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reading.take(event);
    }
    reading.blocks
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.words(&text, false),
            Event::Code(text) => self.words(&text, true),
            Event::SoftBreak | Event::HardBreak => self.words(" ", false),
            _ => {}
        }
    }

    fn words(&mut self, text: &str, code: bool) {
        if let Some(lines) = &mut self.code {
            lines.push_str(text);
        } else if let Some((_, shows)) = &mut self.picture {
            shows.push_str(text);
        } else {
            self.text.push(Run {
                text: text.to_owned(),
                code,
                ..self.look.clone()
            });
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.look.strong = true,
            Tag::Emphasis => self.look.stressed = true,
            Tag::Link { dest_url, .. } => self.look.link = Some(Link::of(&dest_url)),
            Tag::Image { dest_url, .. } => self.picture = Some((dest_url.into(), String::new())),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.code = Some(String::new());
            }
            Tag::List(first) => self.lists.push(first),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Emphasis => self.look.stressed = false,
            TagEnd::Link => self.look.link = None,
            TagEnd::Image => {
                let picture = self.picture.take();
                let picture = picture.map(|(file, shows)| Block::Picture { file, shows });
                self.blocks.extend(picture);
            }
            TagEnd::Heading(level) => {
                let text = std::mem::take(&mut self.text);
                let words: String = text.iter().map(|run| run.text.as_str()).collect();
                self.blocks.push(Block::Heading {
                    level: match level {
                        HeadingLevel::H1 => 1,
                        HeadingLevel::H2 => 2,
                        _ => 3,
                    },
                    id: slug(&words),
                    text,
                });
            }
            // The paragraphs of an item are part of it.
            TagEnd::Paragraph if self.lists.is_empty() && !self.text.is_empty() => {
                let text = std::mem::take(&mut self.text);
                self.blocks.push(Block::Paragraph(text));
            }
            TagEnd::Item => {
                let text = std::mem::take(&mut self.text);
                let next = self.lists.last_mut().and_then(Option::as_mut);
                let number = next.map(|next| std::mem::replace(next, *next + 1));
                self.blocks.push(Block::Item { number, text });
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.text);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table(rows));
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.blocks.push(Block::Code(code.trim_end().to_owned()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::{Block, Link, blocks};

    #[test]
    fn every_kind_of_block_is_read() {
        let text = "# A title\n\nOne *two* **three** `four` [five](six) [seven](<do:Eight…>).\n\n\
                    1. first\n2. second\n\n- dot\n\n| a | b |\n|---|---|\n| c | d |\n\n\
                    ```\nlines\n  more\n```\n\n![what it shows](x.png)\n";
        let found = blocks(text);
        let Some(Block::Paragraph(runs)) = found.get(1) else {
            unreachable!("{found:?}");
        };
        assert!(runs[1].stressed && runs[3].strong && runs[5].code);
        assert_eq!(runs[7].link, Some(Link::Chapter("six".to_owned())));
        assert_eq!(runs[9].link, Some(Link::Command("Eight…".to_owned())));
        let words: Vec<String> = found.iter().map(Block::words).collect();
        assert_eq!(
            words,
            [
                "A title",
                "One two three four five seven.",
                "first",
                "second",
                "dot",
                "a · b · c · d",
                "lines\n  more",
                "what it shows"
            ]
        );
        let numbers: Vec<Option<u64>> = (found.iter())
            .filter_map(|block| match block {
                Block::Item { number, .. } => Some(*number),
                _ => None,
            })
            .collect();
        assert_eq!(numbers, [Some(1), Some(2), None]);
    }
}
