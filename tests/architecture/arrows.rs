//! What one file defines, hands on and names, read from its syntax. Tests inside a file do not count.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Meta, UseTree};

type Path = Vec<String>;

/// What a file defines, hands on and names.
#[derive(Default)]
pub(crate) struct Names {
    /// Its items.
    pub(crate) defined: BTreeSet<String>,
    /// The modules declared in it.
    pub(crate) children: BTreeSet<String>,
    /// The modules declared in it for tests only.
    pub(crate) tests: BTreeSet<String>,
    /// What it makes reachable from elsewhere by `pub use`, and for its own code by `use`.
    pub(crate) handed_on: BTreeMap<String, Path>,
    /// What it hands on with a star.
    pub(crate) stars: Vec<Path>,
    /// Every path it names: imports it uses itself, and paths in its code.
    pub(crate) used: BTreeSet<Path>,
}

pub(crate) fn read_names(text: &str) -> syn::Result<Names> {
    let file = syn::parse_file(text)?;
    let mut names = Names::default();
    for item in &file.items {
        names.define(item);
    }
    names.visit_file(&file);
    Ok(names)
}

impl Names {
    fn define(&mut self, item: &Item) {
        let name = match item {
            Item::Fn(item) => &item.sig.ident,
            Item::Struct(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Const(item) => &item.ident,
            Item::Static(item) => &item.ident,
            Item::Macro(item) => match &item.ident {
                Some(name) => name,
                None => return,
            },
            Item::Mod(item) => {
                let kind = if is_test(&item.attrs) {
                    &mut self.tests
                } else {
                    &mut self.children
                };
                kind.insert(item.ident.to_string());
                return;
            }
            _ => return,
        };
        self.defined.insert(name.to_string());
    }

    fn take(&mut self, tree: &UseTree, before: &Path, public: bool) {
        match tree {
            UseTree::Path(path) => {
                let mut before = before.clone();
                before.push(path.ident.to_string());
                self.take(&path.tree, &before, public);
            }
            UseTree::Name(name) => self.import(before, &name.ident.to_string(), None, public),
            UseTree::Rename(name) => {
                let known = name.rename.to_string();
                self.import(before, &name.ident.to_string(), Some(known), public);
            }
            UseTree::Glob(_) => {
                self.stars.push(before.clone());
                if !public {
                    self.used.insert(before.clone());
                }
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.take(tree, before, public);
                }
            }
        }
    }

    fn import(&mut self, before: &Path, name: &str, known: Option<String>, public: bool) {
        let mut path = before.clone();
        if name != "self" {
            path.push(name.to_owned());
        }
        let known = known.or_else(|| path.last().cloned()).unwrap_or_default();
        self.handed_on.insert(known, path.clone());
        // Handing on is no import of one's own.
        if !public {
            self.used.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        if !attributes(item).is_some_and(is_test) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.take(&item.tree, &Vec::new(), public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Path = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        if parts.len() > 1 {
            self.used.insert(parts);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        // The arguments of `format!`, `vec!`, `matches!` … are mostly expressions; what is none is passed over.
        type Arguments = syn::punctuated::Punctuated<syn::Expr, syn::Token![,]>;
        if let Ok(arguments) = call.parse_body_with(Arguments::parse_terminated) {
            for argument in &arguments {
                // Read from a copy that lives no longer than this call.
                let mut inner = Self::default();
                Inner(&mut inner).visit_expr(argument);
                self.used.append(&mut inner.used);
            }
        }
        visit::visit_macro(self, call);
    }
}

/// The paths of an expression, whatever it was parsed from.
struct Inner<'a>(&'a mut Names);

impl Visit<'_> for Inner<'_> {
    fn visit_path(&mut self, path: &syn::Path) {
        let parts: Path = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        if parts.len() > 1 {
            self.0.used.insert(parts);
        }
        visit::visit_path(self, path);
    }
}

fn attributes(item: &Item) -> Option<&[Attribute]> {
    Some(match item {
        Item::Fn(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        _ => return None,
    })
}

/// Whether something is compiled for tests only.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string();
            condition == "test" || condition.replace(' ', "").starts_with("all(test,")
        }
        _ => false,
    })
}
