//! The page as the parser builds it, with what that has cost so far: nodes, depth and work.
//!
//! The parser looks at open elements only by asking the sink for their names, or whether two are the same,
//! so that its work is known exactly, whatever rule of the standard makes it look.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::sync::LazyLock;

use dom_query::{Document, NodeId};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName};
use rustc_hash::FxHashMap;

use super::limits::{DEEPEST, Excess, MOST_NODES, MOST_WORK};
use crate::load::lists::{self, WordSet};

/// The attribute of a template that the page shows: what programs that save pages make of parts that scripts
/// built.
pub(super) const SHADOW: &str = "shadowrootmode";

/// A page with what it has cost so far.
#[derive(Default)]
pub(super) struct Counted {
    pub(super) page: Document,
    /// The depth of every element.
    depths: RefCell<FxHashMap<NodeId, usize>>,
    deepest: Cell<usize>,
    work: Cell<usize>,
    /// What comparing the formatting element that was made last costs for each that is open.
    comparing: Cell<usize>,
    /// The most attributes of a formatting element so far.
    decorated: Cell<usize>,
    /// Attributes that later tags added to elements there were.
    added: Cell<usize>,
}

/// What comparing two formatting elements costs beside looking at one, for each of their attributes.
const COMPARING: usize = 2;
/// Elements that the parser compares with all open ones of their kind.
static FORMATTING: LazyLock<WordSet> =
    LazyLock::new(|| lists::words(lists::PAGES, "formatting").collect());

impl Counted {
    /// The limit that is passed, if one is.
    pub(super) fn check(&self) -> Result<(), Excess> {
        if self.deepest.get() > DEEPEST {
            Err(Excess::Depth)
        } else if self.work.get() > MOST_WORK {
            Err(Excess::Work)
        } else if self.page.tree.len() > MOST_NODES {
            Err(Excess::Nodes)
        } else {
            Ok(())
        }
    }

    fn spend(&self, work: usize) {
        self.work.set(self.work.get() + work);
    }

    fn depth(&self, node: NodeId) -> usize {
        self.depths.borrow().get(&node).copied().unwrap_or_default()
    }

    /// Notes how deep an element stands now, and with it all that was moved with it.
    fn place(&self, node: NodeId, depth: usize) {
        let tree = &self.page.tree;
        // As many formatting elements are open as the element is deep, at most.
        self.spend(self.comparing.take() * depth);
        // Most are placed before they hold anything.
        let mut open = Vec::new();
        let mut next = Some((node, depth));
        while let Some((node, depth)) = next {
            self.spend(1);
            self.deepest.set(self.deepest.get().max(depth));
            let is_element = tree.get_name(&node).is_some();
            if is_element {
                self.depths.borrow_mut().insert(node, depth);
                open.extend(
                    tree.child_ids_of_it(&node, false)
                        .map(|child| (child, depth + 1)),
                );
            }
            next = open.pop();
        }
    }

    fn placed(&self, node: Option<NodeId>, parent: Option<NodeId>) {
        if let (Some(node), Some(parent)) = (node, parent) {
            self.place(node, self.depth(parent) + 1);
        }
    }
}

/// The node that is appended, if it is one: text has no depth.
const fn node(child: &NodeOrText<NodeId>) -> Option<NodeId> {
    match child {
        NodeOrText::AppendNode(node) => Some(*node),
        NodeOrText::AppendText(_) => None,
    }
}

impl TreeSink for Counted {
    type Handle = NodeId;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.page.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.spend(1);
        self.page.elem_name(target)
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        self.spend(1 + attrs.len());
        if FORMATTING.contains(&*name.local) {
            self.decorated.set(self.decorated.get().max(attrs.len()));
            self.comparing.set(COMPARING * (1 + self.decorated.get()));
        }
        self.page.create_element(name, attrs, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.page.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.page.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let node = node(&child);
        self.page.append(parent, child);
        self.placed(node, Some(*parent));
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let node = node(&child);
        let parent = self.page.tree.parent_of(element).map(|parent| parent.id);
        self.page
            .append_based_on_parent_node(element, prev_element, child);
        self.placed(node, parent.or(Some(*prev_element)));
    }

    fn append_doctype_to_document(
        &self,
        name: StrTendril,
        public_id: StrTendril,
        system_id: StrTendril,
    ) {
        self.page
            .append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        let template = self.page.tree.get(target);
        if template.is_some_and(|template| template.has_attr(SHADOW)) {
            return *target;
        }
        let contents = self.page.get_template_contents(target);
        let depth = self.depth(*target);
        self.depths.borrow_mut().insert(contents, depth);
        contents
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        self.spend(1);
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.page.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let node = node(&child);
        self.page.append_before_sibling(sibling, child);
        let parent = self.page.tree.parent_of(sibling).map(|parent| parent.id);
        self.placed(node, parent);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        // Each is compared with all that are there.
        self.added.set(self.added.get() + attrs.len());
        self.spend(attrs.len() * self.added.get());
        self.page.add_attrs_if_missing(target, attrs);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.page.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.page.reparent_children(node, new_parent);
        let children: Vec<NodeId> = self.page.tree.child_ids_of_it(new_parent, false).collect();
        let depth = self.depth(*new_parent) + 1;
        for child in children {
            self.place(child, depth);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &NodeId) -> bool {
        self.page.is_mathml_annotation_xml_integration_point(handle)
    }
}
