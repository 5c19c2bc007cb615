//! Lines to blocks: what belongs to one paragraph is joined again.

use super::layout::{Layout, Measured, measure};
use super::lines::{TextLine, bulleted, ends_stop, is_numbered, is_rule, lines};
use super::markdown;
use crate::article::BlockKind;
use crate::load::clean::{starts_lower, words};
use crate::load::draft::DraftBlock;
use crate::load::joining::Joiner;

// The figures below were read off news articles written in 15 layouts: on 197 others 99 % of paragraphs
// come out exact where anything marks them. Lengths of lines are in characters, shares in per cent of the
// width a text is wrapped at.

/// The longest text that a line of dashes under it makes a heading.
const UNDERLINED: usize = 120;
/// A line of at least this share is full: a number after it is part of its sentence.
const FULL: usize = 70;
/// A line of less than these shares ends its paragraph, whatever follows; before a capital; after a stop.
const HALF: usize = 50;
const SHORT: usize = 60;
const STOPPED: usize = 85;
/// The same where paragraphs are indented: there a short line alone says little.
const UNINDENTED: usize = 45;
/// How long a line is that a sentence may run on from, over a blank line or over a line end.
const RUNS_ON: std::ops::RangeInclusive<usize> = 40..=120;
const BROKEN: std::ops::Range<usize> = 31..120;
/// The longest heading of a wrapped text, in words and bytes.
const HEADING: (usize, usize) = (14, 90);
/// Blanks before the first line of a paragraph.
const INDENT: usize = 2;
/// Room a line must have left for the next word for its end to be meant, after a stop and otherwise.
const ROOM: (usize, usize) = (3, 6);

/// How many lines a text's layout is measured on.
const MEASURED: usize = 20_000;
/// The most blocks of a text; what follows is joined to blocks of this length, in bytes.
pub(super) const MOST_BLOCKS: usize = 50_000;
const JOINED: usize = 8_000;

/// The blocks of a tidied text.
pub(super) fn blocks(text: &str, is_markdown: bool) -> Vec<DraftBlock> {
    let sample: Vec<TextLine> = lines(text).take(MEASURED).collect();
    let mut reflow = Reflow {
        measured: measure(&sample),
        is_markdown,
        joiner: Joiner::new(text),
        blocks: Vec::new(),
        open: String::new(),
        kind: BlockKind::Paragraph,
        previous: None,
        blanks: 0,
    };
    drop(sample);
    for line in lines(text) {
        reflow.push(line);
    }
    reflow.close();
    reflow.blocks
}

/// The texts that lines inside one paragraph of a document make: its paragraphs, if every line is one, else
/// the whole of it.
pub(in crate::load) fn of_lines(text: &str) -> Vec<String> {
    let blocks = blocks(&super::lines::tidy(text), false);
    blocks.into_iter().map(|block| block.text).collect()
}

struct Reflow<'a> {
    measured: Measured,
    is_markdown: bool,
    joiner: Joiner<'a>,
    blocks: Vec<DraftBlock>,
    /// The text of the block being read.
    open: String,
    kind: BlockKind,
    /// The line before, unless a paragraph ended there.
    previous: Option<TextLine<'a>>,
    /// Blank lines since then.
    blanks: usize,
}

/// A line without its mark.
struct Marked<'a> {
    text: &'a str,
    kind: BlockKind,
    /// Whether it certainly opens a block.
    opens: bool,
}

impl<'a> Reflow<'a> {
    fn push(&mut self, line: TextLine<'a>) {
        if line.is_blank() {
            self.blanks += 1;
            if self.measured.layout != Layout::DoubleSpaced || self.blanks >= 2 {
                self.close();
                self.previous = None;
            }
            return;
        }
        if is_rule(line.text) {
            if self.blanks == 0 && self.open.len() < UNDERLINED && line.text.starts_with(['=', '-'])
            {
                self.kind = BlockKind::Subhead;
            }
            self.close();
            self.previous = None;
            self.blanks = 0;
            return;
        }
        let marked = self.marked(&line);
        if marked.opens || self.open.is_empty() || self.begins(&line) {
            self.close();
            self.kind = marked.kind;
        }
        self.joiner.join(&mut self.open, marked.text);
        self.previous = Some(line);
        self.blanks = 0;
    }

    /// Ends the block being read.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.open);
        let text = if self.is_markdown {
            markdown::without_marks(&text)
        } else {
            text
        };
        let block = DraftBlock::new(self.kind, &text);
        let at_most = self.blocks.len() >= MOST_BLOCKS;
        if !block.text.is_empty() {
            match self.blocks.last_mut() {
                // A text of so many blocks is no article; the rest of it takes less room in longer ones.
                Some(last) if at_most && last.text.len() < JOINED => {
                    last.text.push(' ');
                    last.text.push_str(&block.text);
                }
                _ => self.blocks.push(block),
            }
        }
        self.kind = BlockKind::Paragraph;
    }

    fn marked(&self, line: &TextLine<'a>) -> Marked<'a> {
        let opens = |text, kind| Marked {
            text,
            kind,
            opens: true,
        };
        if self.is_markdown {
            if let Some(text) = markdown::heading(line.text) {
                return opens(text, BlockKind::Subhead);
            }
            if let Some(text) = line.text.strip_prefix("> ") {
                return Marked {
                    text: text.trim_start(),
                    kind: BlockKind::Quote,
                    opens: self.kind != BlockKind::Quote,
                };
            }
        }
        if let Some(text) = bulleted(line.text) {
            return opens(text, BlockKind::ListItem);
        }
        if is_numbered(line.text) && self.is_item(line) {
            return opens(line.text, BlockKind::ListItem);
        }
        Marked {
            text: line.text,
            kind: BlockKind::Paragraph,
            opens: false,
        }
    }

    /// Whether a line that opens with a number is an item, not a wrapped line that happens to.
    fn is_item(&self, line: &TextLine) -> bool {
        let wrapped = matches!(
            self.measured.layout,
            Layout::Wrapped | Layout::WrappedIndent | Layout::WrappedTight
        );
        let Some(previous) = self.previous else {
            return true;
        };
        !wrapped
            || self.kind == BlockKind::ListItem
            || ends_stop(previous.text)
            || previous.length * 100 < self.measured.width * FULL
            || line.indent > previous.indent
    }

    /// Whether a line opens a paragraph, by the layout.
    fn begins(&self, line: &TextLine) -> bool {
        let Some(previous) = &self.previous else {
            return true;
        };
        let width = self.measured.width;
        let stopped = ends_stop(previous.text);
        let lower = starts_lower(line.text);
        let short = |percent: usize| previous.length * 100 < width * percent;
        match self.measured.layout {
            Layout::BlankLines => {
                let runs_on = lower && (!stopped || previous.length >= *RUNS_ON.start());
                !(runs_on && previous.length <= *RUNS_ON.end())
            }
            Layout::OneLine => !(lower && !stopped && BROKEN.contains(&previous.length)),
            Layout::Wrapped => {
                let heading =
                    words(&self.open) <= HEADING.0 && self.open.len() < HEADING.1 && !stopped;
                let ended = stopped && self.kind != BlockKind::ListItem;
                short(SHORT) && !lower && (ended || heading)
            }
            Layout::WrappedIndent => {
                let indented = line.indent >= INDENT
                    && (previous.indent < line.indent || short(STOPPED) || stopped);
                let fits = previous.length + line.first_word() + ROOM.1 < width;
                let heading = previous.indent == 0 && !stopped && fits;
                indented || (!lower && (short(UNINDENTED) || heading))
            }
            Layout::WrappedTight => {
                // Would the next word have fitted on the line before? Then the break was meant.
                let room = if stopped { ROOM.0 } else { ROOM.1 };
                let fits = previous.length + line.first_word() + room < width;
                !lower && (fits || short(HALF))
            }
            Layout::DoubleSpaced => {
                self.blanks >= 2 || (stopped && short(STOPPED)) || (short(SHORT) && !lower)
            }
        }
    }
}
