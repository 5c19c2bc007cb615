//! How much prose stands under each element of a page.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

/// A paragraph of at least this many bytes counts as prose.
const PROSE: usize = 80;

/// What stands under one element.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    /// Bytes of prose.
    pub(super) prose: usize,
    /// Whether a main heading is among it.
    pub(super) has_h1: bool,
}

/// The prose under every element, in one pass.
pub(super) fn weigh(root: NodeRef<'_>) -> HashMap<NodeId, Weight> {
    enum Step<'a> {
        Enter(NodeRef<'a>),
        Leave(NodeId),
    }
    let mut weights = HashMap::new();
    let mut path: Vec<Weight> = vec![Weight::default()];
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                let length = if &*name == "p" {
                    node.text().trim().len()
                } else {
                    0
                };
                path.push(Weight {
                    prose: if length >= PROSE { length } else { 0 },
                    has_h1: &*name == "h1",
                });
                steps.push(Step::Leave(node.id));
                steps.extend(
                    node.children_it(true)
                        .filter(NodeRef::is_element)
                        .map(Step::Enter),
                );
            }
            Step::Leave(id) => {
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

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::weigh;

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
