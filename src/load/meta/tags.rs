//! What the tags of a page say about it: `<meta>`, `<link>`, `<title>`, `<h1>` and the comments that
//! browsers leave when they save a page.

use std::collections::BTreeMap;

use dom_query::{Document, NodeRef};

use crate::load::clean::{self, plain_text};

/// How many nodes from the top are searched for the comment a browser leaves.
const SEARCHED_FOR_COMMENT: usize = 400;

/// The tags of one page.
#[derive(Debug, Default)]
pub(super) struct Tags {
    named: BTreeMap<String, Vec<String>>,
    /// The text of `<title>`.
    pub(super) title: String,
    /// The text of every `<h1>` of reasonable length.
    pub(super) h1: Vec<String>,
    /// The canonical address.
    pub(super) canonical: String,
    /// The address in the comment of a saved page.
    pub(super) saved_from: String,
    /// The JSON-LD scripts.
    pub(super) json_ld: Vec<String>,
}

impl Tags {
    /// Collects the tags of a page.
    pub(super) fn of(page: &Document) -> Self {
        Self {
            named: named(page),
            title: page
                .select("title")
                .nodes()
                .first()
                .map(|node| plain_text(&node.text()))
                .unwrap_or_default(),
            h1: page
                .select("h1")
                .nodes()
                .iter()
                .map(heading)
                .filter(|text| !text.is_empty() && text.len() < 400)
                .take(50)
                .collect(),
            canonical: attribute(page, "link[rel='canonical']", "href"),
            saved_from: saved_from(page),
            json_ld: page
                .select("script[type]")
                .nodes()
                .iter()
                .filter(|node| {
                    node.attr("type")
                        .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
                })
                .map(|node| node.text().to_string())
                .take(100)
                .collect(),
        }
    }

    /// The first value of the first of these names that has one, else an empty string.
    pub(super) fn first(&self, names: &[&str]) -> &str {
        names
            .iter()
            .find_map(|name| self.all(name).first())
            .map_or("", String::as_str)
    }

    /// Every value of a `<meta>` name.
    pub(super) fn all(&self, name: &str) -> &[String] {
        self.named.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Words in the class of a part of a heading that stands above the headline proper.
const KICKERS: [&str; 8] = [
    "kicker", "eyebrow", "overline", "label", "section", "category", "topic", "hat",
];
/// What is left of a heading without its kicker must have so many words.
const HEADING: usize = 3;

/// The text of a heading, its kicker left out.
fn heading(node: &NodeRef) -> String {
    let is_kicker = |node: &NodeRef| {
        let class = node.attr("class").unwrap_or_default().to_lowercase();
        let mut words = class.split(|c: char| !c.is_alphanumeric());
        words.any(|word| KICKERS.contains(&word))
    };
    let bare = spaced_text(node, ' ', is_kicker);
    if clean::words(&bare) >= HEADING {
        bare
    } else {
        spaced_text(node, ' ', |_| false)
    }
}

/// The text of an element on one line, elements side by side parted by a `mark`: on the page their style
/// parts them. Elements that are `left_out`, and all in them, do not count.
pub(super) fn spaced_text(
    node: &NodeRef,
    mark: char,
    left_out: impl Fn(&NodeRef) -> bool,
) -> String {
    let mut text = String::new();
    let mut open: Vec<NodeRef> = node.children_it(true).collect();
    while let Some(node) = open.pop() {
        if node.is_text() {
            text.push_str(&node.text());
        } else if node.is_element() && !left_out(&node) {
            let name = node.node_name().unwrap_or_default();
            if matches!(&*name, "script" | "style" | "noscript" | "svg" | "button") {
                continue;
            }
            let beside = |node: Option<NodeRef>| node.is_some_and(|node| node.is_element());
            let is_block = matches!(&*name, "br" | "div" | "p" | "li" | "ul" | "time");
            if is_block || beside(node.prev_sibling()) {
                text.push(mark);
            }
            open.extend(node.children_it(true));
        }
    }
    clean::squash(&text)
}

fn named(page: &Document) -> BTreeMap<String, Vec<String>> {
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in page.select("meta").nodes() {
        let Some(content) = node.attr("content").or_else(|| node.attr("value")) else {
            continue;
        };
        let content = plain_text(&content);
        if content.is_empty() {
            continue;
        }
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            let keys = node.attr(attribute).unwrap_or_default();
            for name in keys.split_whitespace() {
                named
                    .entry(name.to_lowercase())
                    .or_default()
                    .push(content.clone());
            }
        }
    }
    named
}

/// An attribute of the first element that fits, else an empty string.
pub(super) fn attribute(page: &Document, selector: &str, name: &str) -> String {
    page.select(selector)
        .nodes()
        .first()
        .and_then(|node| node.attr(name))
        .map(|value| clean::squash(&value))
        .unwrap_or_default()
}

/// `<!-- saved from url=(0042)https://… -->` (Chrome, Edge), `<!-- Page saved with SingleFile url: … -->`.
fn saved_from(page: &Document) -> String {
    let root = page.root();
    root.descendants_it()
        .take(SEARCHED_FOR_COMMENT)
        .filter(dom_query::NodeRef::is_comment)
        .find_map(|node| {
            let comment = node.html();
            let address = match comment.split_once("saved from url=(") {
                Some((_, after)) => after.split_once(')')?.1,
                None if comment.contains("SingleFile") => comment.split_once("url: ")?.1,
                None => return None,
            };
            address
                .split(|c: char| c.is_whitespace() || c == '<')
                .next()
                .map(|url| url.trim_end_matches("-->").to_owned())
        })
        .unwrap_or_default()
}
