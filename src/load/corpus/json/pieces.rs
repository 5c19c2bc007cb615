//! A text kept as a list of pieces: paragraph objects, the blocks of an editor, nodes of rich text. Written
//! out as plain HTML, so that headings, lists and quotations stay what they are.

use super::tree::{Json, field};

/// How deep pieces inside pieces are looked for.
const DEPTH: usize = 12;
/// Of a list of pieces at least so many per cent hold a text.
const MOSTLY: usize = 50;

/// Names under which a piece says what it is.
const TYPES: [&str; 9] = [
    "type",
    "_type",
    "nodeType",
    "blockName",
    "kind",
    "tag",
    "style",
    "subtype",
    "tagName",
];
/// Names under which a piece keeps its text or the pieces inside it, the likeliest first.
const TEXTS: [&str; 22] = [
    "text",
    "content",
    "contents",
    "value",
    "html",
    "innerHTML",
    "body",
    "paragraph",
    "data",
    "children",
    "items",
    "bodyHtml",
    "textTypeData",
    "markdown",
    "sentence",
    "model",
    "blocks",
    "nodes",
    "caption",
    "elements",
    "rendered",
    "quote",
];
/// Names that articles have and pieces have not.
const OF_ARTICLES: [&str; 9] = [
    "title",
    "headline",
    "url",
    "link",
    "date",
    "published",
    "publishedAt",
    "author",
    "source",
];

/// The first of them.
const TITLES: [&str; 2] = ["title", "headline"];

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paragraph,
    Heading,
    Quote,
    Item,
    Caption,
    /// A part of a line: a link, a word in bold.
    Inline,
    /// No part of the text: a picture, an advertisement, a kicker above the headline.
    Left,
}

/// Whether a list is the text of one article rather than a list of articles.
pub(in crate::load) fn are_pieces(items: &[Json]) -> bool {
    let objects = || items.iter().filter_map(Json::as_object);
    let all = objects().count();
    let is_article = |fields: &[(Box<str>, Json)]| {
        let has = |names: &[&str]| {
            names
                .iter()
                .any(|name| field(fields, name).is_some_and(|value| *value != Json::Nothing))
        };
        // Pieces say what they are; a link among them has an address too.
        let names = if has(&TYPES) {
            TITLES.as_slice()
        } else {
            OF_ARTICLES.as_slice()
        };
        has(names) && has(&["text", "content", "body", "html", "summary", "description"])
    };
    let texts = objects()
        .filter(|fields| {
            let mut text = String::new();
            write_object(fields, &mut text, 0);
            !text.is_empty()
        })
        .count();
    all > 0
        && texts * 100 >= all * MOSTLY
        && !objects().any(is_article)
        && objects().all(|fields| {
            TYPES
                .iter()
                .chain(&TEXTS)
                .any(|name| field(fields, name).is_some())
        })
}

/// The text of a list of pieces as HTML; `None` if it holds none. `titled`: its article has a headline
/// elsewhere, so that a piece with the title says nothing new.
pub(in crate::load) fn html(items: &[Json], titled: bool) -> Option<String> {
    let mut out = String::new();
    for item in items {
        let is_title = titled
            && item
                .as_object()
                .and_then(type_of)
                .is_some_and(|name| matches!(name.to_lowercase().as_str(), "title" | "headline"));
        if !is_title {
            write(item, &mut out, 0);
        }
    }
    (!out.is_empty()).then_some(out)
}

fn type_of(fields: &[(Box<str>, Json)]) -> Option<&str> {
    TYPES
        .iter()
        .filter_map(|name| field(fields, name)?.as_text())
        .find(|name| !name.is_empty())
}

/// What the types of a piece say.
fn kind(fields: &[(Box<str>, Json)]) -> Kind {
    const HEADINGS: [&str; 6] = ["head", "title", "h1", "h2", "h3", "h4"];
    const LEFT: [&str; 27] = [
        "kicker",
        "image",
        "img",
        "picture",
        "photo",
        "figure",
        "gallery",
        "embed",
        "advert",
        "ad",
        "video",
        "audio",
        "byline",
        "date",
        "author",
        "related",
        "newsletter",
        "promo",
        "divider",
        "separator",
        "horizontal",
        "delimiter",
        "button",
        "social",
        "interstitial",
        "reference",
        "table",
    ];
    let mut kind = Kind::Paragraph;
    for name in TYPES
        .iter()
        .filter_map(|name| field(fields, name)?.as_text())
    {
        let name = name.to_lowercase();
        let parts = || name.split(|c: char| !c.is_ascii_alphanumeric());
        let found = if parts().any(|part| matches!(part, "caption" | "figcaption")) {
            Kind::Caption
        } else if name.contains("quote") {
            Kind::Quote
        } else if HEADINGS
            .iter()
            .any(|start| parts().any(|part| part.starts_with(start)))
            || name.contains("heading")
            || name.contains("header")
        {
            Kind::Heading
        } else if LEFT
            .iter()
            .any(|left| parts().any(|part| part == *left || part == format!("{left}s")))
            || name.starts_with("author")
        {
            Kind::Left
        } else if matches!(name.as_str(), "li" | "list_item" | "listitem" | "list-item") {
            Kind::Item
        } else if matches!(
            name.as_str(),
            "text" | "span" | "link" | "hyperlink" | "a" | "strong" | "em" | "b" | "i"
        ) {
            Kind::Inline
        } else {
            continue;
        };
        kind = found;
        if !matches!(found, Kind::Inline) {
            break;
        }
    }
    kind
}

fn write(value: &Json, out: &mut String, depth: usize) {
    match value {
        Json::Text(text) => paragraphs(text, "p", out),
        Json::List(items) if depth < DEPTH => {
            for item in items {
                write(item, out, depth + 1);
            }
        }
        Json::Object(fields) => write_object(fields, out, depth),
        _ => {}
    }
}

fn write_object(fields: &[(Box<str>, Json)], out: &mut String, depth: usize) {
    let kind = kind(fields);
    let tag = match kind {
        Kind::Left => return,
        Kind::Paragraph | Kind::Inline => "p",
        Kind::Heading => "h2",
        Kind::Quote => "blockquote",
        Kind::Item => "li",
        Kind::Caption => "figcaption",
    };
    for name in TEXTS {
        let Some(value) = field(fields, name) else {
            continue;
        };
        let before = out.len();
        match value {
            Json::Text(text) => paragraphs(text, tag, out),
            Json::List(items) if items.iter().all(is_inline) => {
                let mut line = String::new();
                for item in items {
                    inline(item, &mut line, depth + 1);
                }
                paragraphs(&line, tag, out);
            }
            Json::List(items) if name == "items" => {
                for item in items {
                    match item {
                        Json::Text(text) => paragraphs(text, "li", out),
                        item => write(item, out, depth + 1),
                    }
                }
            }
            Json::List(_) | Json::Object(_) if depth < DEPTH => write(value, out, depth + 1),
            _ => {}
        }
        if out.len() > before {
            return;
        }
    }
}

/// Whether a piece is a part of a line.
fn is_inline(item: &Json) -> bool {
    match item {
        Json::Object(fields) => kind(fields) == Kind::Inline || is_bare(fields),
        _ => false,
    }
}

/// A text without a type: `{"text": "…", "bold": true}`.
fn is_bare(fields: &[(Box<str>, Json)]) -> bool {
    type_of(fields).is_none() && field(fields, "text").is_some_and(|text| text.as_text().is_some())
}

/// The text of parts of a line.
fn inline(item: &Json, out: &mut String, depth: usize) {
    match item {
        Json::Text(text) => out.push_str(text),
        Json::List(items) if depth < DEPTH => {
            for item in items {
                inline(item, out, depth + 1);
            }
        }
        Json::Object(fields) if depth < DEPTH => {
            if let Some(value) = TEXTS.iter().find_map(|name| field(fields, name)) {
                inline(value, out, depth + 1);
            }
        }
        _ => {}
    }
}

/// A text as one element, or as it is if it is HTML with blocks of its own.
fn paragraphs(text: &str, tag: &str, out: &mut String) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let has_blocks = ["<p>", "<p ", "<div", "<li", "<h2", "<h3", "<blockquote"]
        .iter()
        .any(|block| text.contains(block));
    if has_blocks {
        out.push_str(text);
        return;
    }
    let is_html = text.contains("</") || text.contains("<br");
    for line in text.split("\n\n") {
        out.push('<');
        out.push_str(tag);
        out.push('>');
        if is_html {
            out.push_str(line);
        } else {
            out.push_str(&line.replace('<', "&lt;"));
        }
        out.push_str("</");
        out.push_str(tag);
        out.push_str(">\n");
    }
}
