//! Word documents. Deleted text, field codes, footnote marks and fallback copies are left out;
//! headings and lists are known by the names of their styles, which stay English in every language.

use std::collections::BTreeMap;

use super::package::Package;
use super::xml::{self, Element, Piece, Properties, local};
use super::{Draft, DraftBlock, Input, Problem, clean};
use crate::article::{BlockKind, HeadlineOrigin};

const WHAT: &str = "a Word document";

/// Reads one article.
pub fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mut package = Package::open(&input.bytes, WHAT)?;
    let main = ["word/document.xml", "word/document2.xml"]
        .into_iter()
        .find(|name| package.has(name))
        .unwrap_or("word/document.xml");
    let text = package.text(main)?;
    let styles = package.optional("word/styles.xml").unwrap_or_default();
    let properties = package.optional("docProps/core.xml").unwrap_or_default();
    let mut body = Body {
        styles: style_names(&styles),
        ..Body::default()
    };
    let end = xml::each(&text, |piece| body.take(&piece));
    let properties = Properties::read(&properties);
    xml::finish(body.draft, end, WHAT, &properties, input)
}

/// Style identifiers and what the styles are called, in lower case.
fn style_names(styles: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut id = String::new();
    // A damaged list of styles still names the first of them.
    let _ = xml::each(styles, |piece| {
        if let Piece::Start(element) = piece {
            match local(&element.name) {
                "style" => id = element.attribute("styleId").unwrap_or_default(),
                "name" => {
                    if let Some(name) = element.attribute("val") {
                        names.entry(id.clone()).or_insert(name.to_lowercase());
                    }
                }
                _ => {}
            }
        }
    });
    names
}

/// The body of a document as it is read.
#[derive(Default)]
struct Body {
    draft: Draft,
    styles: BTreeMap<String, String>,
    /// Open elements whose text is no part of the document.
    skipped: usize,
    /// Open table cells.
    cells: usize,
    in_text: bool,
    paragraph: Paragraph,
    /// Paragraphs that wait while one in a text box inside them is read.
    outer: Vec<Paragraph>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    kind: Option<BlockKind>,
    is_title: bool,
}

impl Body {
    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(element) if is_left_out(local(&element.name)) => self.skipped += 1,
            Piece::End(name) if is_left_out(local(name)) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Piece::Start(element) => self.start(element),
            Piece::Text(text) if self.in_text => self.paragraph.text.push_str(text),
            Piece::Text(_) => {}
            Piece::End(name) => self.end(local(name)),
        }
    }

    fn start(&mut self, element: &Element) {
        match local(&element.name) {
            "p" => self.outer.push(std::mem::take(&mut self.paragraph)),
            "pStyle" => self.style(&element.attribute("val").unwrap_or_default()),
            "numPr" => {
                self.paragraph.kind.get_or_insert(BlockKind::ListItem);
            }
            "t" => self.in_text = true,
            "tab" => self.paragraph.text.push(' '),
            "br" | "cr" => self.paragraph.text.push('\n'),
            "noBreakHyphen" => self.paragraph.text.push('-'),
            "tc" => self.cells += 1,
            _ => {}
        }
    }

    fn style(&mut self, id: &str) {
        let lower = id.to_lowercase();
        let name = self.styles.get(id).unwrap_or(&lower);
        self.paragraph.is_title = name == "title";
        self.paragraph.kind = match name.as_str() {
            name if name.starts_with("heading") || name == "subtitle" => Some(BlockKind::Subhead),
            name if name.contains("list") => Some(BlockKind::ListItem),
            name if name.contains("quote") => Some(BlockKind::Quote),
            name if name.contains("caption") => Some(BlockKind::Caption),
            _ => None,
        };
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "tc" => self.cells = self.cells.saturating_sub(1),
            "p" => self.end_paragraph(),
            _ => {}
        }
    }

    /// Two line breaks in a row divide a paragraph.
    fn end_paragraph(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let paragraph = std::mem::replace(&mut self.paragraph, outer);
        if paragraph.is_title && self.draft.headline.is_none() {
            self.draft
                .set_headline(&paragraph.text, HeadlineOrigin::Text);
            return;
        }
        for text in paragraph.text.split("\n\n") {
            if clean::squash(text).is_empty() {
                continue;
            }
            self.draft.blocks.push(match paragraph.kind {
                Some(kind) => DraftBlock::new(kind, text),
                None if self.cells > 0 => DraftBlock::cell(text),
                None => DraftBlock::new(BlockKind::Paragraph, text),
            });
        }
    }
}

fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "footnoteRef"
    )
}
