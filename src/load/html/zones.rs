//! Which parts of a page stand around the article: menus, consent dialogs, newsletter boxes, rails of
//! related stories, comments. Told by element, role, class and id, but never where the part holds much
//! of the page's prose: class names lie.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};

use crate::load::draft::Reason;
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
static WORDS: LazyLock<HashMap<&str, Reason>> = LazyLock::new(|| {
    let words = |(head, reason)| lists::words(lists::PAGES, head).map(move |word| (word, reason));
    PARTS.into_iter().flat_map(words).collect()
});
/// Elements that are part of the text whatever their class says.
static TEXT: LazyLock<WordSet> = LazyLock::new(|| lists::words(lists::PAGES, "text").collect());

/// The outermost elements of a page that are furniture.
#[derive(Debug, Default)]
pub(super) struct Zones(HashMap<NodeId, Reason>);

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
        let mut zones: HashMap<NodeId, Reason> = candidates
            .into_iter()
            .map(|(id, sign)| (id, sign.reason))
            .collect();
        for id in others(root, &weights) {
            zones.insert(id, Reason::Promotion);
        }
        Self(zones)
    }

    fn candidates(
        root: NodeRef<'_>,
        weights: &HashMap<NodeId, ZoneWeight>,
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
                        && (sign.certain || fits(weight(&node).prose, total)) =>
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
        self.0.get(&node.id).copied()
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
}

/// Words that stand for the building blocks of this page, not for furniture: a page builder may call
/// every paragraph a widget. Together their elements hold much of the page's prose.
fn misleading(
    candidates: &[(NodeId, ZoneSign)],
    weights: &HashMap<NodeId, ZoneWeight>,
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
            certain: true,
        });
    }
    named(&class, misleading)
        .or_else(|| named(&id, misleading))
        .or_else(|| {
            is_around(node, &name).then_some(ZoneSign {
                reason: Reason::Navigation,
                word: None,
                certain: false,
            })
        })
}

fn is_around(node: &NodeRef, name: &str) -> bool {
    matches!(name, "aside" | "nav" | "footer" | "form" | "dialog")
        || node
            .attr("role")
            .is_some_and(|role| matches!(&*role, "navigation" | "dialog" | "complementary"))
}

/// The furniture a class list or an id names.
fn named(names: &str, misleading: &[&'static str]) -> Option<ZoneSign> {
    parts(names).iter().find_map(|part| {
        let (word, reason) = WORDS.get_key_value(part.as_str())?;
        (!misleading.contains(word)).then_some(ZoneSign {
            reason: *reason,
            word: Some(word),
            certain: false,
        })
    })
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

/// A paragraph of at least this many bytes counts as prose.
const PROSE: usize = 80;

/// What stands under one element.
#[derive(Debug, Clone, Copy, Default)]
struct ZoneWeight {
    /// Bytes of prose.
    prose: usize,
    /// Whether a main heading is among it.
    has_h1: bool,
}

/// The prose under every element, in one pass.
fn weigh(root: NodeRef<'_>) -> HashMap<NodeId, ZoneWeight> {
    enum WeighStep<'a> {
        Enter(NodeRef<'a>),
        Leave(NodeId),
    }
    let mut weights = HashMap::new();
    let mut path: Vec<ZoneWeight> = vec![ZoneWeight::default()];
    let mut steps = vec![WeighStep::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            WeighStep::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                let length = if &*name == "p" {
                    node.text().trim().len()
                } else {
                    0
                };
                path.push(ZoneWeight {
                    prose: if length >= PROSE { length } else { 0 },
                    has_h1: &*name == "h1",
                });
                steps.push(WeighStep::Leave(node.id));
                steps.extend(
                    node.children_it(true)
                        .filter(NodeRef::is_element)
                        .map(WeighStep::Enter),
                );
            }
            WeighStep::Leave(id) => {
                let weight = path.pop().unwrap_or_default();
                if let Some(parent) = path.last_mut() {
                    parent.prose += weight.prose;
                    parent.has_h1 |= weight.has_h1;
                }
                weights.insert(id, weight);
            }
        }
    }
    weights
}

/// With this much prose, in bytes, the article with the heading is no mere summary.
const ENOUGH: usize = 800;

/// The elements that hold other articles.
fn others(root: NodeRef<'_>, weights: &HashMap<NodeId, ZoneWeight>) -> Vec<NodeId> {
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

    #[test]
    fn long_paragraphs_weigh_and_short_ones_do_not() {
        let page = Document::from(format!(
            "<h1>Head</h1><p>{}</p><p>Short.</p>",
            "word ".repeat(40)
        ));
        let root = page.root();
        let weight = weigh(root).get(&root.id).copied().unwrap_or_default();
        assert_eq!((weight.prose, weight.has_h1), (199, true));
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
