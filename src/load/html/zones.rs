//! Which parts of a page stand around the article: menus, consent dialogs, newsletter boxes, rails of
//! related stories, comments. Told by element, role, class and id, but never where the part holds much
//! of the page's prose: class names lie.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHashMap;

use super::weight::{ZoneWeight, names_cookies, weigh};
use crate::load::clean;
use crate::load::draft::Reason;
use crate::load::furniture;
use crate::load::lists::{self, WordSet};

/// The most prose a part may hold and still be furniture, in bytes.
const MOST_PROSE: usize = 1_500;

/// What a part of a page is whose class or id names it, by the section of words that do.
const PARTS: [(&str, Reason); 7] = [
    ("consent", Reason::Consent),
    ("promotion", Reason::Promotion),
    ("advertisement", Reason::Advertisement),
    ("button", Reason::Button),
    ("comments", Reason::Comments),
    ("author note", Reason::AuthorNote),
    ("navigation", Reason::Navigation),
];

/// Words in class names and ids that name furniture, and what they name.
static WORDS: LazyLock<FxHashMap<&str, Reason>> = LazyLock::new(|| {
    let words = |(head, reason)| lists::words(lists::PAGES, head).map(move |word| (word, reason));
    PARTS.into_iter().flat_map(words).collect()
});
/// Words in class names that name no content: a box, a list, a page.
static STRUCTURE: LazyLock<WordSet> =
    LazyLock::new(|| lists::words(lists::PAGES, "structure").collect());
/// Elements that are part of the text whatever their class says.
static TEXT: LazyLock<WordSet> = LazyLock::new(|| lists::words(lists::PAGES, "text").collect());

/// The outermost elements of a page that are furniture.
#[derive(Debug, Default)]
pub(super) struct Zones {
    furniture: FxHashMap<NodeId, Reason>,
    /// The innermost element that holds the main heading and most of the prose, if it is not all of the page.
    home: Option<NodeId>,
}

impl Zones {
    /// Finds the furniture of a page.
    pub(super) fn of(page: &Document) -> Self {
        let root = page.root();
        let weights = weigh(root);
        let mut candidates = Self::candidates(root, &weights, &[]);
        let misleading = misleading(&candidates, &weights, weights.get(&root.id));
        if !misleading.is_empty() {
            candidates = Self::candidates(root, &weights, &misleading);
        }
        let mut zones: FxHashMap<NodeId, Reason> = candidates
            .into_iter()
            .map(|(id, sign)| (id, sign.reason))
            .collect();
        for id in others(root, &weights) {
            zones.insert(id, Reason::Promotion);
        }
        for id in consents(page, &weights) {
            zones.insert(id, Reason::Consent);
        }
        Self {
            furniture: zones,
            home: home(root, &weights),
        }
    }

    /// Finds only what is furniture by all it says, whatever it is called: for a page that has little else.
    pub(super) fn notices(page: &Document) -> Self {
        let weights = weigh(page.root());
        let notices = consents(page, &weights).into_iter();
        Self {
            furniture: notices.map(|id| (id, Reason::Consent)).collect(),
            home: None,
        }
    }

    /// Whether an element is the innermost that holds the main heading and most of the prose.
    pub(super) fn is_home(&self, node: &NodeRef) -> bool {
        self.home == Some(node.id)
    }

    fn candidates(
        root: NodeRef<'_>,
        weights: &FxHashMap<NodeId, ZoneWeight>,
        misleading: &[&'static str],
    ) -> Vec<(NodeId, ZoneSign)> {
        let weight = |node: &NodeRef| weights.get(&node.id).copied().unwrap_or_default();
        let total = weight(&root).prose.max(1);
        let mut candidates = Vec::new();
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            match sign(&node, misleading) {
                Some(sign)
                    if !weight(&node).has_h1
                        && (sign.certain || fits(weight(&node).prose, total))
                        && !is_text(&node, &sign, weights) =>
                {
                    candidates.push((node.id, sign));
                }
                _ => open.extend(node.children_it(true).filter(NodeRef::is_element)),
            }
        }
        candidates
    }

    /// Why an element is furniture, if it is.
    pub(super) fn get(&self, node: &NodeRef) -> Option<Reason> {
        self.furniture.get(&node.id).copied()
    }

    /// Takes the furniture out of the page.
    pub(super) fn remove_from(&self, page: &Document) {
        let root = page.root();
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            open.extend(node.children_it(false).filter(NodeRef::is_element));
            if self.get(&node).is_some() {
                node.remove_from_parent();
            }
        }
    }
}

fn home(root: NodeRef<'_>, weights: &FxHashMap<NodeId, ZoneWeight>) -> Option<NodeId> {
    let weight = |node: &NodeRef| weights.get(&node.id).copied().unwrap_or_default();
    let total = weight(&root).prose;
    let holds = |node: &NodeRef| weight(node).has_h1 && weight(node).prose * 2 > total;
    let mut home = root;
    while let Some(inner) = home
        .children_it(false)
        .find(|node| node.is_element() && holds(node))
    {
        home = inner;
    }
    let is_page = matches!(home.node_name().as_deref(), None | Some("html" | "body"));
    (total > 0 && !is_page).then_some(home.id)
}

const fn fits(prose: usize, total: usize) -> bool {
    prose <= MOST_PROSE && prose * 5 <= total
}

/// What makes an element furniture.
#[derive(Debug, Clone, Copy)]
struct ZoneSign {
    reason: Reason,
    /// The word in its class or id.
    word: Option<&'static str>,
    /// Whether it cannot be wrong.
    certain: bool,
    /// Whether the name says nothing else.
    exact: bool,
}

/// Words that stand for the building blocks of this page, not for furniture: a page builder may call
/// every paragraph a widget. Together their elements hold much of the page's prose.
fn misleading(
    candidates: &[(NodeId, ZoneSign)],
    weights: &FxHashMap<NodeId, ZoneWeight>,
    page: Option<&ZoneWeight>,
) -> Vec<&'static str> {
    let total = page.map_or(0, |weight| weight.prose);
    let mut prose: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (id, sign) in candidates {
        let may_be_long = matches!(sign.reason, Reason::Comments | Reason::Consent);
        if let (Some(word), false) = (sign.word, may_be_long) {
            *prose.entry(word).or_default() += weights.get(id).map_or(0, |weight| weight.prose);
        }
    }
    prose
        .into_iter()
        .filter(|(_, prose)| prose * 3 > total && total > 0)
        .map(|(word, _)| word)
        .collect()
}

/// What an element's name, role, class and id say.
fn sign(node: &NodeRef, misleading: &[&'static str]) -> Option<ZoneSign> {
    let name = node.node_name()?;
    if TEXT.contains(&*name) {
        return None;
    }
    let class = node.attr("class").unwrap_or_default();
    let id = node.attr("id").unwrap_or_default();
    let dialog = id.contains("onetrust")
        || id.contains("cookie")
        || class.contains("onetrust")
        || class.contains("cookie-consent");
    if dialog {
        return Some(ZoneSign {
            reason: Reason::Consent,
            word: None,
            certain: asks_consent(node),
            exact: false,
        });
    }
    named(&class, misleading)
        .or_else(|| named(&id, misleading))
        .or_else(|| {
            is_around(node, &name).then_some(ZoneSign {
                reason: Reason::Navigation,
                word: None,
                certain: false,
                exact: true,
            })
        })
}

/// How much of a dialog is looked at, in characters.
const DIALOG: usize = 1_500;

/// Whether a text asks to accept cookies, or is none.
fn asks_consent(node: &NodeRef) -> bool {
    let text: String = node.text().chars().take(DIALOG).collect();
    let text = text.to_lowercase();
    let asks = |word: &&str| text.contains(*word);
    text.trim().is_empty() || lists::lines(lists::PAGES, "asks consent").any(|word| asks(&word))
}

fn is_around(node: &NodeRef, name: &str) -> bool {
    matches!(name, "aside" | "nav" | "footer" | "form" | "dialog")
        || node
            .attr("role")
            .is_some_and(|role| matches!(&*role, "navigation" | "dialog" | "complementary"))
}

/// The furniture a class list or an id names. A name all of whose words name furniture or its building
/// blocks ("related-links") is exact; "share-prices" may name anything.
fn named(names: &str, misleading: &[&'static str]) -> Option<ZoneSign> {
    names.split_whitespace().find_map(|name| {
        let parts = parts(name);
        let (word, reason) = parts.iter().find_map(|part| {
            let (word, reason) = WORDS.get_key_value(part.as_str())?;
            (!misleading.contains(word)).then_some((*word, *reason))
        })?;
        let plain = |part: &String| {
            part.len() <= 2
                || part.bytes().any(|byte| byte.is_ascii_digit())
                || WORDS.contains_key(part.as_str())
                || STRUCTURE.contains(part.as_str())
        };
        Some(ZoneSign {
            reason,
            word: Some(word),
            certain: false,
            exact: parts.iter().all(plain),
        })
    })
}

/// How many elements around one are looked at for running text.
const BESIDE: usize = 6;
/// The most paragraphs of a part of a text.
const PART: usize = 8;

/// Whether an element with such a name is part of the running text for all that: a name tells what an
/// element is only where its content does not tell otherwise. Paragraphs of prose between paragraphs of
/// prose are the article's; under a name that only holds such a word they need prose on one side.
fn is_text(node: &NodeRef, sign: &ZoneSign, weights: &FxHashMap<NodeId, ZoneWeight>) -> bool {
    let running = |node: &NodeRef| weights.get(&node.id).map_or(0, |weight| weight.running);
    let quoted = sign.word.is_some() && !sign.certain && quotes(node);
    let nothing = running(node) == 0 && !quoted;
    if nothing || sign.word.is_none() && sign.reason != Reason::Consent {
        return false;
    }
    // A paragraph, or a small part of the text, not all the rest of the page.
    let is_prose = |beside: NodeRef| {
        let most = if sign.certain { 0 } else { PART };
        running(&beside) > 0 && (beside.has_name("p") || running(&beside) <= most)
    };
    let before = siblings(*node, NodeRef::prev_element_sibling).any(is_prose);
    let after = siblings(*node, NodeRef::next_element_sibling).any(is_prose);
    if sign.exact || sign.certain || running(node) == 0 {
        before && after && (running(node) >= 2 || quoted || !sign.certain && !invites(node))
    } else {
        before || after
    }
}

/// Whether an element quotes somebody, as posts do that an article shows.
fn quotes(node: &NodeRef) -> bool {
    node.descendants_it()
        .any(|node| node.has_name("blockquote"))
}

/// Whether an element invites the reader to something: a link, a button, a plea.
fn invites(node: &NodeRef) -> bool {
    let leads = |node: NodeRef| {
        let name = node.node_name();
        matches!(
            name.as_deref(),
            Some("a" | "button" | "input" | "form" | "iframe")
        )
    };
    let key = clean::key(&node.text());
    node.descendants_it().any(leads)
        || furniture::is_address(&key)
        || furniture::furniture(&key, &key).is_some()
}

/// The elements before or after one, nearest first.
fn siblings<'a>(
    node: NodeRef<'a>,
    next: fn(&NodeRef<'a>) -> Option<NodeRef<'a>>,
) -> impl Iterator<Item = NodeRef<'a>> {
    std::iter::successors(next(&node), next).take(BESIDE)
}

/// The lower-case words of a class list: "Article-bodyText" is article, body, text.
pub(super) fn parts(names: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut after_lower = false;
    for c in names.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && after_lower) {
            parts.push(std::mem::take(&mut part));
        }
        if c.is_alphanumeric() {
            part.extend(c.to_lowercase());
        }
        after_lower = c.is_lowercase();
    }
    parts.push(part);
    parts.retain(|part| !part.is_empty());
    parts
}

/// An element with so many per cent of a page's prose is a wrapper of its article, whatever it is called.
const WRAPPER: usize = 40;
/// What in a class or an id makes the readability algorithm drop an element, or score it down.
static UNLIKELY: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "unlikely").collect());

/// Takes the names of wrappers that hold much of the page's prose, where they would be held against them.
pub(super) fn unname(page: &Document) {
    let root = page.root();
    let weights = weigh(root);
    let weight = |node: &NodeRef| weights.get(&node.id).copied().unwrap_or_default();
    let total = weight(&root).prose;
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        let held = weight(&node);
        if total == 0 || held.prose * 100 < total * WRAPPER {
            continue;
        }
        open.extend(node.children_it(false).filter(NodeRef::is_element));
        let names = ["class", "id"].map(|name| node.attr(name).unwrap_or_default().to_lowercase());
        let comments = names
            .iter()
            .any(|names| named(names, &[]).is_some_and(|sign| sign.reason == Reason::Comments));
        let unlikely = |names: &String| UNLIKELY.iter().any(|part| names.contains(part));
        if held.has_h1 || !comments {
            if names.iter().any(unlikely) {
                node.remove_attrs(&["class", "id"]);
            }
            node.remove_attr("role");
        }
    }
}

/// Paragraphs about cookies that make a notice, whatever its element is called.
const NOTICE: usize = 3;

/// The elements that hold nothing but a long notice about cookies, where the page has other text and is not
/// about cookies itself.
fn consents(page: &Document, weights: &FxHashMap<NodeId, ZoneWeight>) -> Vec<NodeId> {
    let root = page.root();
    let weight = |node: &NodeRef| weights.get(&node.id).copied().unwrap_or_default();
    let all = weight(&root);
    if all.cookies < NOTICE
        || all.running == all.cookies
        || names_cookies(&page.select("h1").text())
        || names_cookies(&page.select("title").text())
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        let held = weight(&node);
        if held.cookies < NOTICE {
            continue;
        }
        let is_notice =
            !held.has_h1 && held.cookies * 2 >= held.running && held.running < all.running;
        if is_notice && asks_consent(&node) {
            found.push(node.id);
        } else {
            open.extend(node.children_it(true).filter(NodeRef::is_element));
        }
    }
    found
}

/// With this much prose, in bytes, the article with the heading is no mere summary.
const ENOUGH: usize = 800;

/// The elements that hold other articles.
fn others(root: NodeRef<'_>, weights: &FxHashMap<NodeId, ZoneWeight>) -> Vec<NodeId> {
    let weight = |node: &NodeRef| weights.get(&node.id).copied().unwrap_or_default();
    let mut own = None;
    let mut others = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        if node.node_name().as_deref() != Some("article") {
            open.extend(node.children_it(true).filter(NodeRef::is_element));
        } else if !weight(&node).has_h1 {
            others.push(node.id);
        } else if weight(&node).prose < ENOUGH || own.replace(node.id).is_some() {
            return Vec::new();
        }
    }
    if own.is_some() { others } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_come_apart_at_humps_and_marks() {
        assert_eq!(
            parts("articleBody related-links_x"),
            ["article", "body", "related", "links", "x"]
        );
        assert_eq!(parts("lead"), ["lead"]);
    }

    #[test]
    fn a_word_that_names_most_of_the_prose_is_no_sign() {
        let widget = format!(
            "<div class='builder-widget'><p>{}</p></div>",
            "A storm came today. ".repeat(6)
        );
        let page = Document::from(format!(
            "<body>{}<div class='share-bar'>Share</div></body>",
            widget.repeat(9)
        ));
        Zones::of(&page).remove_from(&page);
        assert!(page.text().contains("A storm came today.") && !page.text().contains("Share"));
    }

    #[test]
    fn furniture_is_found_by_name_but_not_where_the_prose_is() {
        let prose = format!("<p>{}</p>", "A storm came over the hills today. ".repeat(8));
        let page = Document::from(format!(
            "<body><nav>Home</nav><div class='related-box'><a>Other</a></div>\
             <div class='social'>{}</div></body>",
            prose.repeat(6)
        ));
        let zones = Zones::of(&page);
        zones.remove_from(&page);
        let text = page.text();
        assert!(!text.contains("Home") && !text.contains("Other"));
        assert!(text.contains("A storm came"));
    }

    fn number(html: &str) -> usize {
        let page = Document::from(html);
        let root = page.root();
        others(root, &weigh(root)).len()
    }

    #[test]
    fn articles_beside_the_one_with_the_heading_are_others() {
        let prose = format!(
            "<p>{}</p>",
            "A storm came over the hills today. ".repeat(30)
        );
        let own = format!("<article><h1>Storm</h1>{prose}<article>{prose}</article></article>");
        let other = format!("<div><article><h3>Calm</h3>{prose}</article></div>");
        assert_eq!(number(&format!("{own}{other}{other}")), 2);
        let summary = "<article><h1>Storm</h1><p>It came.</p></article>";
        assert_eq!(number(&format!("{summary}{other}")), 0);
        assert_eq!(number(&format!("<h1>Storm</h1>{other}{other}")), 0);
        assert_eq!(number(&format!("{own}{own}{other}")), 0);
    }
}
