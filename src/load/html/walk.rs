//! From a tree of elements to blocks of text in reading order. Works without recursion: a page can
//! nest a thousand deep.

use dom_query::{Document, NodeId, NodeRef};

use super::rows;
use super::zones::{Zones, parts};
use crate::article::BlockKind;
use crate::load::clean;
use crate::load::furniture::Reason;

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
    /// The innermost `<article>` or `<main>` it stands in.
    pub(super) container: Option<NodeId>,
}

impl PageBlock {
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
            && clean::words(&self.text) >= 15
            && clean::ends_sentence(&self.text)
    }
}

/// The blocks under an element. Scripts, controls and embedded objects are left out.
pub(super) fn blocks(root: &NodeRef, zones: &Zones) -> Vec<PageBlock> {
    let mut walker = Walker::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::LeaveBlock => walker.leave(),
            Step::LeaveLink => walker.links -= 1,
            Step::Enter(node) if node.is_text() => walker.text(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if is_skipped(&name) {
                    continue;
                }
                match &*name {
                    "br" => walker.breaks += 1,
                    "a" => {
                        walker.part_links();
                        walker.links += 1;
                        steps.push(Step::LeaveLink);
                    }
                    name if is_block(name) || zones.get(&node).is_some() => {
                        walker.enter(&node, name, zones);
                        steps.push(Step::LeaveBlock);
                    }
                    _ => {}
                }
                steps.extend(node.children_it(true).map(Step::Enter));
            }
        }
    }
    walker.flush();
    rows::join(&walker.blocks)
}

enum Step<'a> {
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
    container: Option<NodeId>,
}

impl Surroundings {
    const NONE: Self = Self {
        kind: BlockKind::Paragraph,
        zone: None,
        row: None,
        hidden: false,
        container: None,
    };
}

#[derive(Default)]
struct Walker {
    blocks: Vec<PageBlock>,
    text: String,
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

    /// Two line breaks make a new block, one is a blank.
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            match self.breaks {
                0 => {}
                1 => self.text.push(' '),
                _ => self.flush(),
            }
            self.breaks = 0;
        }
        self.text.push_str(text);
        if self.links > 0 {
            self.linked += text.trim().len();
        }
    }

    /// The links of a menu are parted by their style only.
    fn part_links(&mut self) {
        if self.around().zone.is_some() {
            self.text.push(' ');
        }
    }

    fn flush(&mut self) {
        let text = clean::squash(&self.text);
        let around = self.around();
        if !text.is_empty() {
            self.blocks.push(PageBlock {
                kind: around.kind,
                linked: self.linked.min(text.len()),
                text,
                zone: around.zone,
                row: around.row,
                hidden: around.hidden,
                container: around.container,
            });
        }
        self.text.clear();
        self.linked = 0;
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
            container: if matches!(name, "article" | "main") {
                Some(node.id)
            } else {
                outer.container
            },
        });
    }

    fn leave(&mut self) {
        self.flush();
        self.around.pop();
    }
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

/// Shows what the page hides.
pub(super) fn unhide(page: &Document) {
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

/// Captions that are marked by a class only ("wp-caption-text", "image-caption").
fn names_caption(node: &NodeRef) -> bool {
    let class = node.attr("class").unwrap_or_default();
    !class.is_empty()
        && parts(&class).iter().any(|part| {
            matches!(
                part.as_str(),
                "caption" | "figcaption" | "photocaption" | "imagecaption"
            )
        })
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "caption"
    )
}

fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "iframe"
            | "object"
            | "button"
            | "input"
            | "textarea"
            | "audio"
            | "video"
            | "canvas"
            | "select"
            | "option"
    )
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
}
