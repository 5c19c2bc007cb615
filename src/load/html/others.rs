//! Other articles on the page of an article: each in an `<article>` of its own, while the one with the
//! main heading has a text of its own.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use super::weights::Weight;

/// With this much prose, in bytes, the article with the heading is no mere summary.
const ENOUGH: usize = 800;

/// The elements that hold other articles.
pub(super) fn find(root: NodeRef<'_>, weights: &HashMap<NodeId, Weight>) -> Vec<NodeId> {
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
    use dom_query::Document;

    use super::super::weights::weigh;
    use super::find;

    fn others(html: &str) -> usize {
        let page = Document::from(html);
        let root = page.root();
        find(root, &weigh(root)).len()
    }

    #[test]
    fn articles_beside_the_one_with_the_heading_are_others() {
        let prose = format!(
            "<p>{}</p>",
            "A storm came over the hills today. ".repeat(30)
        );
        let own = format!("<article><h1>Storm</h1>{prose}<article>{prose}</article></article>");
        let other = format!("<div><article><h3>Calm</h3>{prose}</article></div>");
        assert_eq!(others(&format!("{own}{other}{other}")), 2);
        let summary = "<article><h1>Storm</h1><p>It came.</p></article>";
        assert_eq!(others(&format!("{summary}{other}")), 0);
        assert_eq!(others(&format!("<h1>Storm</h1>{other}{other}")), 0);
        assert_eq!(others(&format!("{own}{own}{other}")), 0);
    }
}
