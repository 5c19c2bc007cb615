//! Where a mark stands in the file it was read from: line and column where the file is text, else the paragraph.

use std::fmt;

use crate::article::{Article, Span};

/// Where words stand in a file. Lines, columns and paragraphs count from 1; columns count code points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Position {
    /// First and last line, where the file is text.
    pub lines: Option<(usize, usize)>,
    /// The column of the first character, and the one after the last.
    pub columns: Option<(usize, usize)>,
    /// The block, the headline left out; `None` in the headline.
    pub paragraph: Option<usize>,
}

/// As compilers write it, after the path: `:12:5`.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.lines, self.columns, self.paragraph) {
            (Some((line, _)), Some((column, _)), _) => write!(f, ":{line}:{column}"),
            (_, _, Some(paragraph)) => write!(f, ": paragraph {paragraph}"),
            (_, _, None) => write!(f, ": headline"),
        }
    }
}

/// The characters of a text file that are not white space, with where each stands: blocks are found in them
/// whatever was done to their white space.
#[derive(Debug, Clone, Default)]
pub struct Positions {
    dense: String,
    /// For each byte of `dense` where its character stands: line and column.
    places: Vec<(u32, u32)>,
    /// Where each block begins in `dense`, by its position in the article; the headline is last.
    blocks: Vec<Option<usize>>,
}

impl Positions {
    /// The places of an article's blocks in `source`, the text of its file; `None` if that is no text.
    pub fn of(article: &Article, source: Option<&str>) -> Self {
        let mut positions = Self::default();
        let Some(source) = source else {
            return positions;
        };
        for (line, text) in (1..).zip(source.lines()) {
            for (column, character) in (1..).zip(text.chars()) {
                if !character.is_whitespace() {
                    positions.dense.push(character);
                    let places = std::iter::repeat_n((line, column), character.len_utf8());
                    positions.places.extend(places);
                }
            }
        }
        let headline = article.headline.as_ref();
        let headline = headline.and_then(|headline| positions.find(&headline.text, 0));
        let mut from = headline.map_or(0, |(_, end)| end);
        for block in &article.blocks {
            let found = positions.find(&block.text, from);
            positions.blocks.push(found.map(|(start, _)| start));
            from = found.map_or(from, |(_, end)| end);
        }
        positions.blocks.push(headline.map(|(start, _)| start));
        positions
    }

    fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let dense: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let to = self.dense.floor_char_boundary(from + dense.len() + NEAR);
        let start = from + self.dense.get(from..to)?.find(&dense)?;
        Some((start, start + dense.len()))
    }

    /// Where the words of one text stand: `block` is its position in the article, `None` for the headline.
    pub fn of_text(&self, block: Option<usize>, text: &str) -> TextPositions<'_> {
        let own = match block {
            Some(block) => self.blocks.get(block),
            None => self.blocks.last(),
        };
        let start = own.copied().flatten();
        let mut before = Vec::new();
        if let Some(start) = start {
            let mut dense = start;
            for character in text.chars() {
                before.extend(std::iter::repeat_n(dense, character.len_utf8()));
                if !character.is_whitespace() {
                    dense += character.len_utf8();
                }
            }
        }
        TextPositions {
            of: self,
            block,
            before,
        }
    }
}

/// How far beyond the end of the block before it a block is looked for, in bytes.
const NEAR: usize = 100_000;

/// Where the words of one text stand.
#[derive(Debug)]
pub struct TextPositions<'p> {
    of: &'p Positions,
    block: Option<usize>,
    /// For each byte of the text where its character stands in the dense text; empty if that is not known.
    before: Vec<usize>,
}

impl TextPositions<'_> {
    /// Where `span` of `text` stands.
    pub fn place(&self, text: &str, span: Span) -> Position {
        let place = |offset: usize| {
            let (line, column) = *self.of.places.get(*self.before.get(offset)?)?;
            Some((usize::try_from(line).ok()?, usize::try_from(column).ok()?))
        };
        let last = span.of(text).char_indices().next_back();
        let last = last.and_then(|(at, _)| place(span.start + at));
        let (lines, columns) = match (place(span.start), last) {
            (Some((first, from)), Some((last, to))) => (Some((first, last)), Some((from, to + 1))),
            _ => (None, None),
        };
        Position {
            lines,
            columns,
            paragraph: self.block.map(|block| block + 1),
        }
    }
}
