//! Electronic books: the chapters of the spine, in order.

use std::collections::BTreeMap;

use super::clean::similarity;
use super::draft::Draft;
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Limit, Sniff};
use super::input::Input;
use super::package::{Package, is_zip_of, is_zip_with};
use super::xml::{self, Properties, XmlPiece, local};
use super::{html, plain};
use crate::article::HeadlineOrigin;

pub(super) static EPUB: Format = Format {
    name: "epub",
    label: "an electronic book",
    endings: &["epub"],
    media_types: &["application/epub+zip"],
    limit: Limit::DOCUMENT,
    sniff: Sniff::Bytes(|bytes| {
        is_zip_of(bytes, "application/epub+zip")
            || (is_zip_with(bytes, CONTAINER) && !is_zip_with(bytes, "word/document"))
    }),
    reader: FormatReader::Articles(read),
};

/// The part that says where the text is.
const CONTAINER: &str = "META-INF/container.xml";
/// The most chapters.
const MOST_CHAPTERS: usize = 500;
/// Within how many blocks the title page may stand.
const NEAR_TOP: usize = 3;

/// Reads a book as one article.
fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mut package = Package::open(&input.bytes, EPUB.label)?;
    if package
        .optional("META-INF/encryption.xml")
        .is_some_and(|xml| xml.contains("EncryptedData") && !xml.contains("font"))
    {
        return Err(Problem::Protected);
    }
    let container = package.text(CONTAINER)?;
    let path = root_file(&container)
        .ok_or_else(|| damaged(EPUB.label, "it does not say where its text is"))?;
    let contents = package.text(&path)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut draft = Draft::default();
    for chapter in spine(&contents).iter().take(MOST_CHAPTERS) {
        if let Some(text) = package.optional(&inside(folder, chapter)) {
            draft.blocks.extend(html::blocks(&text)?);
        }
    }
    if draft.blocks.is_empty() {
        return Err(Problem::NoText);
    }
    let properties = Properties::read(&contents);
    let title = properties.title();
    let on_title_page = draft
        .blocks
        .iter()
        .take(NEAR_TOP)
        .position(|block| similarity(&block.text, title) > 0.9);
    if let Some(at) = on_title_page {
        draft.set_headline(title, HeadlineOrigin::Text);
        draft.blocks.drain(..=at);
    }
    plain::structure(&mut draft, input.stem());
    properties.complete(&mut draft, true);
    Ok(vec![draft])
}

fn root_file(container: &str) -> Option<String> {
    let mut path = None;
    // A damaged container may still name its root file.
    let _ = xml::each(container, |piece| {
        if let XmlPiece::Start(element) = piece
            && local(&element.name) == "rootfile"
            && path.is_none()
        {
            path = element.attribute("full-path");
        }
    });
    path
}

/// The paths of the chapters in reading order, without the table of contents.
fn spine(contents: &str) -> Vec<String> {
    let mut items: BTreeMap<String, String> = BTreeMap::new();
    let mut order = Vec::new();
    // What stands before a fault still gives chapters.
    let _ = xml::each(contents, |piece| {
        let XmlPiece::Start(element) = piece else {
            return;
        };
        match local(&element.name) {
            "item" => {
                let is_contents = element
                    .attribute("properties")
                    .is_some_and(|properties| properties.contains("nav"));
                if let (Some(id), Some(path), false) = (
                    element.attribute("id"),
                    element.attribute("href"),
                    is_contents,
                ) {
                    items.insert(id, path);
                }
            }
            "itemref" if element.attribute("linear").as_deref() != Some("no") => {
                order.extend(element.attribute("idref"));
            }
            _ => {}
        }
    });
    order
        .iter()
        .filter_map(|id| items.get(id).cloned())
        .collect()
}

fn inside(folder: &str, path: &str) -> String {
    let path = path.split('#').next().unwrap_or(path).replace("%20", " ");
    if folder.is_empty() {
        path
    } else {
        format!("{folder}/{path}")
    }
}
