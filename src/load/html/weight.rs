//! How much prose stands under every element of a page.

use std::sync::LazyLock;

use dom_query::{NodeId, NodeRef};
use rustc_hash::FxHashMap;

use crate::load::clean;
use crate::load::lists::{self, WordSet};

/// Elements whose text the page does not show as text.
static SILENT: LazyLock<WordSet> =
    LazyLock::new(|| lists::words(lists::PAGES, "skipped").collect());
/// A paragraph of at least this many bytes counts as prose.
const PROSE: usize = 80;

/// What stands under one element.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ZoneWeight {
    /// Bytes of prose.
    pub(super) prose: usize,
    /// Paragraphs of prose that read like those of an article.
    pub(super) running: usize,
    /// Those of them that are about cookies.
    pub(super) cookies: usize,
    /// Whether a main heading is among it.
    pub(super) has_h1: bool,
}

/// The prose under every element, in one pass.
pub(super) fn weigh(root: NodeRef<'_>) -> FxHashMap<NodeId, ZoneWeight> {
    enum WeighStep<'a> {
        Enter(NodeRef<'a>),
        Leave(NodeId),
    }
    let mut weights = FxHashMap::default();
    let mut path: Vec<ZoneWeight> = vec![ZoneWeight::default()];
    let mut steps = vec![WeighStep::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            WeighStep::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                let own = own_weight(&node, &name);
                // What stands in a paragraph is weighed with it.
                let inside = &*name == "p";
                path.push(ZoneWeight {
                    has_h1: &*name == "h1",
                    ..own
                });
                steps.push(WeighStep::Leave(node.id));
                if !inside {
                    steps.extend(
                        node.children_it(true)
                            .filter(NodeRef::is_element)
                            .map(WeighStep::Enter),
                    );
                }
            }
            WeighStep::Leave(id) => {
                let weight = path.pop().unwrap_or_default();
                if let Some(parent) = path.last_mut() {
                    parent.prose += weight.prose;
                    parent.running += weight.running;
                    parent.cookies += weight.cookies;
                    parent.has_h1 |= weight.has_h1;
                }
                weights.insert(id, weight);
            }
        }
    }
    weights
}

/// The weight of a paragraph, or of the text that stands right in another element.
fn own_weight(node: &NodeRef, name: &str) -> ZoneWeight {
    let mut weight = ZoneWeight::default();
    let (text, linked) = if name == "p" {
        let linked = |node: NodeRef| node.text().trim().len();
        let links = node.descendants_it().filter(|node| node.has_name("a"));
        (node.text(), links.map(linked).sum::<usize>())
    } else if SILENT.contains(name) {
        return weight;
    } else {
        (node.immediate_text(), 0)
    };
    let text = text.trim();
    if text.len() >= PROSE {
        weight.prose = text.len();
        let reads = linked * 3 <= text.len() && clean::ends_sentence(text);
        weight.running = usize::from(reads);
        weight.cookies = usize::from(reads && names_cookies(text));
    }
    weight
}

/// Whether a text is about the cookies of a browser, or those one eats.
pub(super) fn names_cookies(text: &str) -> bool {
    let found = |word: &str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    found("cookie") || found("Cookie") || found("COOKIE")
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

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
}
