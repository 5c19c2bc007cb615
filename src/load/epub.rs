//! Electronic books: the chapters of the spine, in order. A book of news, as reading programs make them of
//! an outlet's day, holds an article a chapter.

use std::collections::BTreeMap;

use super::clean::{self, ends_sentence, similarity, words};
use super::draft::{Draft, DraftBlock, Reason};
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Limit, Sniff};
use super::input::Input;
use super::package::{Package, is_zip_of, is_zip_with};
use super::xml::{self, Properties, XmlPiece, local};
use super::{furniture, html, plain};
use crate::article::{BlockKind, HeadlineOrigin};

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
/// Within how many blocks a title, a heading, an author may stand.
const NEAR_TOP: usize = 3;
/// A line of so many words is prose.
const PROSE: usize = 14;
/// Headlines have so many words at the median, headings of chapters fewer.
const HEADLINE: usize = 4;

/// Reads a book as one article, a book of news as one a chapter.
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
    let properties = Properties::read(&contents);
    let mut chapters = Vec::new();
    for chapter in spine(&contents).iter().take(MOST_CHAPTERS) {
        if let Some(text) = package.optional(&inside(folder, chapter)) {
            let blocks = html::blocks(&text)?;
            if !blocks.is_empty() {
                chapters.push(blocks);
            }
        }
    }
    if chapters.is_empty() {
        return Err(Problem::NoText);
    }
    if is_news(&chapters, &properties) {
        return Ok(articles(chapters, &properties));
    }
    let headed = chapters
        .iter()
        .filter(|blocks| heading(blocks).is_some())
        .count();
    let mut draft = Draft {
        blocks: chapters.into_iter().flatten().collect(),
        ..Draft::default()
    };
    if headed > 1 {
        draft.warnings.push(format!(
            "This book has {headed} chapters with a heading; they are shown as one article. If each is an \
             article, save them as separate files."
        ));
    }
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

/// Where the heading of a chapter stands, if it has one of its own at its top.
fn heading(blocks: &[DraftBlock]) -> Option<usize> {
    blocks
        .iter()
        .take(NEAR_TOP)
        .position(|block| block.kind == BlockKind::Subhead)
}

/// Whether a chapter is a list of what the book holds, or its title page: no line of it but the book's title
/// is prose.
fn is_front(blocks: &[DraftBlock], title: &str) -> bool {
    blocks.iter().all(|block| {
        (words(&block.text) < PROSE && !ends_sentence(&block.text))
            || similarity(&block.text, title) > 0.9
    })
}

/// Whether a book holds an article a chapter: its chapters have headlines, and it says that it is news, its
/// chapters name authors or dates, or their headings are as long as headlines.
fn is_news(chapters: &[Vec<DraftBlock>], properties: &Properties) -> bool {
    let headed: Vec<(&[DraftBlock], usize)> = chapters
        .iter()
        .filter(|blocks| !is_front(blocks, properties.title()))
        .filter_map(|blocks| Some((blocks.as_slice(), heading(blocks)?)))
        .collect();
    let text = |(blocks, at): &(&[DraftBlock], usize)| {
        blocks
            .get(*at)
            .map(|block| block.text.clone())
            .unwrap_or_default()
    };
    let of_book = headed
        .iter()
        .filter(|chapter| is_of_book(&text(chapter)))
        .count();
    if headed.len() < 2 || of_book * 3 > headed.len() {
        return false;
    }
    let signed = headed
        .iter()
        .filter(|(blocks, at)| {
            blocks.iter().skip(at + 1).take(NEAR_TOP).any(|block| {
                furniture::byline(&block.text).is_some()
                    || furniture::is_date_line(&clean::key(&block.text))
            })
        })
        .count();
    let mut lengths: Vec<usize> = headed.iter().map(|chapter| words(&text(chapter))).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    properties.is_news() || signed * 2 >= headed.len() || median >= HEADLINE
}

/// Headings of chapters of a book: "Chapter 3", "IV", "Preface".
fn is_of_book(heading: &str) -> bool {
    const WORDS: [&str; 14] = [
        "chapter",
        "part",
        "book",
        "prologue",
        "epilogue",
        "preface",
        "introduction",
        "contents",
        "appendix",
        "acknowledgements",
        "acknowledgments",
        "dedication",
        "foreword",
        "afterword",
    ];
    let lower = heading.to_lowercase();
    let first = lower.split([' ', ':', '.']).next().unwrap_or_default();
    let is_number = !first.is_empty()
        && (first.bytes().all(|byte| byte.is_ascii_digit())
            || first.bytes().all(|byte| b"ivxlc".contains(&byte)))
        && words(heading) == 1;
    WORDS.contains(&first) || is_number
}

/// The articles of a book of news.
fn articles(chapters: Vec<Vec<DraftBlock>>, properties: &Properties) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for mut blocks in chapters {
        if is_front(&blocks, properties.title()) {
            continue;
        }
        let Some(at) = heading(&blocks) else {
            // A page of an article that goes on.
            match drafts.last_mut() {
                Some(draft) => draft.blocks.extend(blocks),
                None => drafts.push(Draft {
                    blocks,
                    ..Draft::default()
                }),
            }
            continue;
        };
        let headline = blocks.remove(at);
        for block in blocks.iter_mut().take(at) {
            block.set_aside = block.set_aside.or(Some(Reason::Navigation));
        }
        let mut draft = Draft {
            blocks,
            ..Draft::default()
        };
        draft.set_headline(&headline.text, HeadlineOrigin::Text);
        drafts.push(draft);
    }
    let several = drafts.len() > 1;
    for (at, draft) in drafts.iter_mut().enumerate() {
        plain::structure(draft, properties.title());
        properties.complete(draft, true);
        draft.outlet = draft.outlet.take().or_else(|| properties.paper());
        draft.part = several.then(|| format!("article {}", at + 1));
    }
    if let Some(first) = drafts.first_mut() {
        first
            .warnings
            .push("Each chapter of this book was read as an article of its own.".to_owned());
    }
    drafts
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
