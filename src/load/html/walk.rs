//! From a tree of elements to blocks of text in reading order, rows of a table on one line each. Works
//! without recursion: a page can nest a thousand deep.

use std::hash::BuildHasher as _;
use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxBuildHasher;

use super::block::{LINE, PageBlock, PagePart};
use super::zones::{Zones, parts};
use crate::article::BlockKind;
use crate::load::clean;
use crate::load::draft::Reason;
use crate::load::lists::{self, WordSet};

/// Elements whose text is a block of its own.
static BLOCKS: LazyLock<WordSet> = LazyLock::new(|| lists::words(lists::PAGES, "block").collect());
/// Elements that hold no text of the article.
static SKIPPED: LazyLock<WordSet> =
    LazyLock::new(|| lists::words(lists::PAGES, "skipped").collect());

/// The blocks under an element. Scripts, controls and embedded objects are left out.
pub(super) fn blocks(root: &NodeRef, zones: &Zones) -> Vec<PageBlock> {
    let mut walker = Walker::default();
    let mut steps = vec![WalkStep::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            WalkStep::LeaveBlock => walker.leave(),
            WalkStep::LeaveLink => walker.links -= 1,
            WalkStep::Enter(node) if node.is_text() => walker.node_text(&node.text()),
            WalkStep::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if SKIPPED.contains(&*name) {
                    continue;
                }
                match &*name {
                    "br" => walker.breaks += 1,
                    "a" => {
                        walker.part_links();
                        walker.links += 1;
                        steps.push(WalkStep::LeaveLink);
                    }
                    name if BLOCKS.contains(name)
                        || zones.get(&node).is_some()
                        || (name == "span" && names_caption(&node)) =>
                    {
                        walker.enter(&node, name, zones);
                        steps.push(WalkStep::LeaveBlock);
                    }
                    _ => walker.part_heading(&node),
                }
                steps.extend(node.children_it(true).map(WalkStep::Enter));
            }
        }
    }
    walker.flush();
    join_rows(&walker.blocks)
}

enum WalkStep<'a> {
    Enter(NodeRef<'a>),
    LeaveBlock,
    LeaveLink,
}

/// What the elements around a text make of it.
#[derive(Debug, Clone, Copy)]
struct Surroundings {
    kind: BlockKind,
    zone: Option<Reason>,
    row: Option<NodeId>,
    hidden: bool,
    home: bool,
    container: Option<NodeId>,
    node: Option<NodeId>,
    within: [Option<NodeId>; 2],
    farther: Option<NodeId>,
    shape: u64,
    part: PagePart,
    /// Whether line ends in the text are line ends on the page.
    preformatted: bool,
}

impl Surroundings {
    const NONE: Self = Self {
        kind: BlockKind::Paragraph,
        zone: None,
        row: None,
        hidden: false,
        home: false,
        container: None,
        node: None,
        within: [None, None],
        farther: None,
        shape: 0,
        part: PagePart::Running,
        preformatted: false,
    };
}

#[derive(Default)]
struct Walker {
    blocks: Vec<PageBlock>,
    text: String,
    /// Where in the text single line breaks stand.
    lines: Vec<usize>,
    linked: usize,
    /// Line breaks since the last text.
    breaks: usize,
    /// Links that are open.
    links: usize,
    around: Vec<Surroundings>,
}

impl Walker {
    fn around(&self) -> Surroundings {
        self.around.last().copied().unwrap_or(Surroundings::NONE)
    }

    /// The text of a node. In preformatted text an empty line parts blocks.
    fn node_text(&mut self, text: &str) {
        if !self.around().preformatted {
            self.text(text);
            return;
        }
        for (at, line) in text.lines().enumerate() {
            self.breaks += usize::from(at > 0);
            self.text(line);
        }
        self.breaks += usize::from(text.ends_with('\n'));
    }

    /// Two line breaks make a new block, one is a blank.
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            match self.breaks {
                0 => {}
                1 => {
                    self.lines.push(self.text.len());
                    self.text.push(' ');
                }
                _ => self.flush(),
            }
            self.breaks = 0;
        }
        self.text.push_str(text);
        if self.links > 0 {
            self.linked += text.trim().len();
        }
    }

    /// Elements side by side in a heading are parted by their style only.
    fn part_heading(&mut self, node: &NodeRef) {
        if self.around().kind == BlockKind::Subhead
            && node
                .prev_sibling()
                .is_some_and(|before| before.is_element())
        {
            self.text.push(' ');
        }
    }

    /// The links of a menu are parted by their style only.
    fn part_links(&mut self) {
        if self.around().zone.is_some() {
            self.text.push(' ');
        }
    }

    fn flush(&mut self) {
        let whole = std::mem::take(&mut self.text);
        let mut linked = std::mem::take(&mut self.linked);
        for text in lines(&whole, &self.lines) {
            let text = clean::squash(text);
            let around = self.around();
            if !text.is_empty() {
                let own = linked.min(text.len());
                linked -= own;
                self.blocks.push(PageBlock {
                    kind: around.kind,
                    linked: own,
                    text,
                    zone: around.zone,
                    row: around.row,
                    hidden: around.hidden,
                    home: around.home,
                    container: around.container,
                    within: around.within,
                    farther: around.farther,
                    shape: around.shape,
                    part: around.part,
                    chosen: false,
                });
            }
        }
        self.text = whole;
        self.text.clear();
        self.lines.clear();
        self.breaks = 0;
    }

    fn enter(&mut self, node: &NodeRef, name: &str, zones: &Zones) {
        self.flush();
        let outer = self.around();
        self.around.push(Surroundings {
            kind: kind(node, name, outer.kind),
            zone: outer.zone.or_else(|| zones.get(node)),
            row: if name == "tr" {
                Some(node.id)
            } else {
                outer.row
            },
            hidden: outer.hidden || is_hidden(node),
            home: outer.home || zones.is_home(node),
            container: if matches!(name, "article" | "main") {
                Some(node.id)
            } else {
                outer.container
            },
            node: Some(node.id),
            within: [outer.node, outer.within.first().copied().flatten()],
            farther: outer.within.last().copied().flatten(),
            shape: FxBuildHasher.hash_one((outer.shape, name)),
            part: match name {
                "h1" => PagePart::MainHeading,
                "figure" | "aside" | "blockquote" => PagePart::SetOff,
                _ => outer.part,
            },
            preformatted: name == "pre" || outer.preformatted,
        });
    }

    fn leave(&mut self) {
        self.flush();
        self.around.pop();
    }
}

/// The paragraphs of a text with single line breaks: its lines where they are long sentences, else all of it.
fn lines<'a>(text: &'a str, breaks: &[usize]) -> Vec<&'a str> {
    let is_long = |line: &str| clean::words_up_to(line, LINE) >= LINE;
    let mut lines = Vec::new();
    let mut from = 0;
    for (nth, at) in breaks.iter().copied().enumerate() {
        let next = breaks.get(nth + 1).copied().unwrap_or(text.len());
        let (Some(line), Some(after)) = (text.get(from..at), text.get(at..next)) else {
            continue;
        };
        let line_ends = clean::ends_sentence(line) && !line.trim_end().ends_with([':', ';']);
        if line_ends && is_long(line) && is_long(after) && !clean::starts_lower(after) {
            lines.push(line);
            from = at;
        }
    }
    lines.extend(text.get(from..));
    lines
}

fn kind(node: &NodeRef, name: &str, outer: BlockKind) -> BlockKind {
    match name {
        _ if outer == BlockKind::Caption => BlockKind::Caption,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Subhead,
        "figcaption" | "caption" => BlockKind::Caption,
        _ if names_caption(node) => BlockKind::Caption,
        "li" | "dt" | "dd" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quote,
        _ if outer == BlockKind::Subhead => BlockKind::Paragraph,
        _ => outer,
    }
}

/// Shows what the page hides, and what it shows where scripts do not run.
pub(super) fn unhide(page: &Document) {
    for node in page.select("noscript").nodes() {
        node.rename("div");
    }
    for node in page.select("[hidden],[style]").nodes() {
        if is_hidden(node) {
            node.remove_attrs(&["hidden", "style"]);
        }
    }
}

fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style = style.replace(' ', "").to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// The longest caption that is marked by a class only, in characters: longer texts are articles whose
/// wrapper has such a word in its class.
const LONGEST_CAPTION: usize = 600;

/// Captions and credits that are marked by a class only ("wp-caption-text", "image-caption").
fn names_caption(node: &NodeRef) -> bool {
    let class = node.attr("class").unwrap_or_default();
    (class.contains("aption") || class.contains("redit"))
        && parts(&class).iter().any(|part| {
            matches!(
                part.as_str(),
                "caption" | "figcaption" | "photocaption" | "imagecaption" | "credit" | "credits"
            )
        })
        && !matches!(
            node.node_name().as_deref(),
            Some("html" | "body" | "main" | "article")
        )
        && node.normalized_char_count() <= LONGEST_CAPTION
}

/// The longest cell of a row that is shown as one line, in words.
const LONGEST_CELL: usize = 25;

/// Makes one line of each row of short cells. A line of figures and labels is shown, but it is no
/// sentence to be scored. Rows with running text only give the page its layout.
fn join_rows(blocks: &[PageBlock]) -> Vec<PageBlock> {
    let mut joined: Vec<PageBlock> = Vec::with_capacity(blocks.len());
    let is_cell = |block: &PageBlock| {
        block.row.is_some() && !is_running(&block.text) && block.kind != BlockKind::Caption
    };
    for row in blocks.chunk_by(|a, b| a.row.is_some() && a.row == b.row) {
        if !row.iter().all(is_cell) {
            joined.extend_from_slice(row);
            continue;
        }
        let cells: Vec<&str> = row.iter().map(|block| block.text.as_str()).collect();
        if let Some(first) = row.first() {
            joined.push(PageBlock {
                kind: BlockKind::LeadIn,
                text: cells.join(" · "),
                linked: row.iter().map(|block| block.linked).sum(),
                ..first.clone()
            });
        }
    }
    joined
}

fn is_running(text: &str) -> bool {
    clean::words(text) > LONGEST_CELL || (clean::words(text) >= 8 && clean::ends_sentence(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Vec<(BlockKind, String)> {
        let page = Document::from(html);
        blocks(&page.root(), &Zones::default())
            .into_iter()
            .map(|block| (block.kind, block.text))
            .collect()
    }

    #[test]
    fn elements_become_blocks_with_their_kind() {
        use BlockKind::{Caption, ListItem, Paragraph, Quote, Subhead};
        let html = "<h2>Head</h2><p>One <b>bold</b>\n word.</p><ul><li>Item <i>x</i></li></ul>\
                    <blockquote><p>Said.</p></blockquote><figure><figcaption>Cap</figcaption></figure>\
                    <div class='wp-caption-text'>Cap two</div><script>no()</script>";
        let expected = [
            (Subhead, "Head"),
            (Paragraph, "One bold word."),
            (ListItem, "Item x"),
            (Quote, "Said."),
            (Caption, "Cap"),
            (Caption, "Cap two"),
        ];
        let got = of(html);
        let got: Vec<(BlockKind, &str)> = got.iter().map(|(k, t)| (*k, t.as_str())).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn two_breaks_part_paragraphs_and_one_is_a_blank() {
        let got = of("<div>One<br>line.<br><br>Two<br> <br>three.</div>");
        let got: Vec<&str> = got.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(got, ["One line.", "Two", "three."]);
    }

    #[test]
    fn a_block_of_links_is_known() {
        let page = Document::from("<p><a href=x>All of it</a></p><p>Some <a href=x>of</a> it</p>");
        let found = blocks(&page.root(), &Zones::default());
        assert_eq!(
            found.iter().map(PageBlock::is_link).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn a_row_of_figures_is_one_line() {
        let got = of(
            "<table><tr><td>Team</td><td>Won</td></tr><tr><td>North</td><td>11</td></tr></table>",
        );
        assert_eq!(
            got,
            [
                (BlockKind::LeadIn, "Team · Won".to_owned()),
                (BlockKind::LeadIn, "North · 11".to_owned())
            ]
        );
    }

    #[test]
    fn a_table_that_lays_out_text_is_none() {
        let text = "The council met on Monday and voted for it.";
        let got = of(&format!(
            "<table><tr><td>Menu</td><td><p>{text}</p></td></tr></table>"
        ));
        assert_eq!(got.last(), Some(&(BlockKind::Paragraph, text.to_owned())));
    }
}
