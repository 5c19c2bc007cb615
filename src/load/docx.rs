//! Word documents. Deleted text, field codes, footnote marks and fallback copies are left out;
//! headings and lists are known by the names of their styles, which stay English in every language.

use std::collections::BTreeMap;

use super::draft::{Draft, DraftBlock};
use super::error::Problem;
use super::format::{Format, FormatReader, Limit, Sniff};
use super::input::Input;
use super::package::{Package, is_zip_with};
use super::xml::{self, Element, Properties, XmlPiece, local};
use super::{clean, plain};
use crate::article::{BlockKind, HeadlineOrigin};

pub(super) static DOCX: Format = Format {
    name: "docx",
    label: "a Word document",
    endings: &["docx"],
    media_types: &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    limit: Limit::DOCUMENT,
    sniff: Sniff::Bytes(|bytes| is_zip_with(bytes, "word/document")),
    reader: FormatReader::Articles(read),
};

fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mut package = Package::open(&input.bytes, DOCX.label)?;
    let main = ["word/document.xml", "word/document2.xml"]
        .into_iter()
        .find(|name| package.has(name))
        .unwrap_or("word/document.xml");
    let text = package.text(main)?;
    let styles = package.optional("word/styles.xml").unwrap_or_default();
    let properties = package.optional("docProps/core.xml").unwrap_or_default();
    let mut body = WordBody {
        styles: style_names(&styles),
        ..WordBody::default()
    };
    let end = xml::each(&text, |piece| body.take(&piece));
    let properties = Properties::read(&properties);
    xml::finish(body.draft, end, DOCX.label, &properties, input)
}

/// Style identifiers and what the styles are called, in lower case.
fn style_names(styles: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut id = String::new();
    // A damaged list of styles still names the first of them.
    let _ = xml::each(styles, |piece| {
        if let XmlPiece::Start(element) = piece {
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
struct WordBody {
    draft: Draft,
    styles: BTreeMap<String, String>,
    /// Open elements whose text is no part of the document.
    skipped: usize,
    /// Open table cells.
    cells: usize,
    in_text: bool,
    /// Whether the run is shown: hidden text may stand in it.
    hidden: bool,
    paragraph: WordParagraph,
    /// Paragraphs that wait while one in a text box inside them is read.
    outer: Vec<WordParagraph>,
}

#[derive(Default)]
struct WordParagraph {
    text: String,
    kind: Option<BlockKind>,
    is_title: bool,
}

impl WordBody {
    fn take(&mut self, piece: &XmlPiece) {
        match piece {
            XmlPiece::Start(element) if is_left_out(local(&element.name)) => self.skipped += 1,
            XmlPiece::End(name) if is_left_out(local(name)) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            XmlPiece::Start(element) => self.start(element),
            XmlPiece::Text(text) if self.in_text && !self.hidden => {
                self.paragraph.text.push_str(text);
            }
            XmlPiece::Text(_) => {}
            XmlPiece::End(name) => self.end(local(name)),
        }
    }

    fn start(&mut self, element: &Element) {
        match local(&element.name) {
            "p" => self.outer.push(std::mem::take(&mut self.paragraph)),
            "pStyle" => self.style(&element.attribute("val").unwrap_or_default()),
            "numPr" => {
                self.paragraph.kind.get_or_insert(BlockKind::ListItem);
            }
            "r" => self.hidden = false,
            "vanish" | "webHidden" | "specVanish" => {
                let value = element.attribute("val").unwrap_or_default();
                self.hidden |= !matches!(value.as_str(), "0" | "false" | "off");
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
            "r" => self.hidden = false,
            "tc" => self.cells = self.cells.saturating_sub(1),
            "p" => self.end_paragraph(),
            _ => {}
        }
    }

    /// Two line breaks in a row divide a paragraph; one does where its lines are paragraphs of their own.
    fn end_paragraph(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let paragraph = std::mem::replace(&mut self.paragraph, outer);
        if paragraph.is_title && self.draft.headline.is_none() {
            self.draft
                .set_headline(&paragraph.text, HeadlineOrigin::Text);
            return;
        }
        let has_lines = paragraph.text.trim().contains('\n');
        let texts = if has_lines
            && paragraph
                .kind
                .is_none_or(|kind| kind == BlockKind::ListItem)
        {
            plain::of_lines(&paragraph.text)
        } else {
            vec![paragraph.text]
        };
        for text in &texts {
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
