//! `OpenDocument` texts. Tracked changes, comments, notes and forms are left out.

use super::draft::{Draft, DraftBlock};
use super::error::Problem;
use super::format::{Format, FormatReader, Limit, Sniff};
use super::input::Input;
use super::package::{Package, is_zip_of, is_zip_with};
use super::xml::{self, Element, Properties, XmlPiece};
use super::{clean, plain};
use crate::article::{BlockKind, HeadlineOrigin};

pub(super) static ODT: Format = Format {
    name: "odt",
    label: "an OpenDocument text",
    endings: &["odt"],
    media_types: &["application/vnd.oasis.opendocument.text"],
    limit: Limit::DOCUMENT,
    sniff: Sniff::Bytes(|bytes| {
        let named = |name| is_zip_with(bytes, name);
        is_zip_of(bytes, "application/vnd.oasis.opendocument.text")
            // Some programs compress what says so.
            || (named("mimetype") && named("content.xml") && named("META-INF/manifest.xml")
                && !is_zip_of(bytes, "application/vnd.oasis.opendocument"))
    }),
    reader: FormatReader::Articles(read),
};

fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mut package = Package::open(&input.bytes, ODT.label)?;
    let manifest = package
        .optional("META-INF/manifest.xml")
        .unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Problem::Protected);
    }
    let text = package.text("content.xml")?;
    let properties = package.optional("meta.xml").unwrap_or_default();
    let mut body = OdtBody::default();
    let end = xml::each(&text, |piece| body.take(&piece));
    let properties = Properties::read(&properties);
    xml::finish(body.draft, end, ODT.label, &properties, input)
}

/// The body of a document as it is read.
#[derive(Default)]
struct OdtBody {
    draft: Draft,
    /// Open elements whose text is no part of the document.
    skipped: usize,
    cells: usize,
    items: usize,
    paragraph: OdtParagraph,
    /// Whether a paragraph is open.
    open: bool,
    /// Paragraphs that wait while one in a text box inside them is read.
    outer: Vec<(OdtParagraph, bool)>,
}

#[derive(Default)]
struct OdtParagraph {
    text: String,
    kind: Option<BlockKind>,
    is_title: bool,
}

impl OdtBody {
    fn take(&mut self, piece: &XmlPiece) {
        match piece {
            XmlPiece::Start(element) if is_left_out(&element.name) => self.skipped += 1,
            XmlPiece::End(name) if is_left_out(name) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            XmlPiece::Start(element) => self.start(element),
            XmlPiece::Text(text) if self.open => self.paragraph.text.push_str(text),
            XmlPiece::Text(_) => {}
            XmlPiece::End(name) => self.end(name),
        }
    }

    fn start(&mut self, element: &Element) {
        match element.name.as_str() {
            "text:p" | "text:h" => {
                let paragraph = std::mem::take(&mut self.paragraph);
                self.outer.push((paragraph, self.open));
                self.begin(element);
            }
            "text:s" => {
                let count = element.attribute("c").and_then(|count| count.parse().ok());
                self.paragraph
                    .text
                    .push_str(&" ".repeat(count.unwrap_or(1).min(50)));
            }
            "text:tab" => self.paragraph.text.push(' '),
            "text:line-break" => self.paragraph.text.push('\n'),
            "text:list-item" => self.items += 1,
            "table:table-cell" => self.cells += 1,
            _ => {}
        }
    }

    fn begin(&mut self, element: &Element) {
        let style = element
            .attribute("style-name")
            .unwrap_or_default()
            .to_lowercase();
        self.open = true;
        self.paragraph.is_title = style == "title";
        let heading =
            element.name == "text:h" || style.starts_with("heading") || style == "subtitle";
        self.paragraph.kind = if heading {
            Some(BlockKind::Subhead)
        } else if self.items > 0 {
            Some(BlockKind::ListItem)
        } else if style.contains("quot") {
            Some(BlockKind::Quote)
        } else if style.contains("caption") {
            Some(BlockKind::Caption)
        } else {
            None
        };
    }

    fn end(&mut self, name: &str) {
        match name {
            "text:p" | "text:h" => {
                self.close();
            }
            "text:list-item" => self.items = self.items.saturating_sub(1),
            "table:table-cell" => self.cells = self.cells.saturating_sub(1),
            _ => {}
        }
    }

    /// One line break divides a paragraph where its lines are paragraphs of their own.
    fn close(&mut self) {
        let (outer, open) = self.outer.pop().unwrap_or_default();
        let paragraph = std::mem::replace(&mut self.paragraph, outer);
        self.open = open;
        let text = clean::squash(&paragraph.text);
        if text.is_empty() {
            return;
        }
        if paragraph.is_title && self.draft.headline.is_none() {
            self.draft.set_headline(&text, HeadlineOrigin::Text);
            return;
        }
        let has_lines = paragraph.text.trim().contains('\n');
        let texts = if has_lines && paragraph.kind.is_none() && self.cells == 0 {
            plain::of_lines(&paragraph.text)
        } else {
            vec![text]
        };
        self.draft
            .blocks
            .extend(texts.iter().map(|text| match paragraph.kind {
                Some(kind) => DraftBlock::new(kind, text),
                None if self.cells > 0 => DraftBlock::cell(text),
                None => DraftBlock::new(BlockKind::Paragraph, text),
            }));
    }
}

fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "text:tracked-changes"
            | "office:annotation"
            | "text:note"
            | "office:forms"
            | "text:sequence-decls"
            | "office:automatic-styles"
            | "office:font-face-decls"
    )
}
