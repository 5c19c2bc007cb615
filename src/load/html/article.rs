//! Finds the article among the blocks of a page: readability scoring first, its result laid over the page
//! so that everything it left out can be shown with its reason; then what it missed or took too much is put
//! right; everything, if it found nothing.

use std::collections::{HashMap, VecDeque};

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::block::PageBlock;
use super::restore::{self, SIMILAR};
use super::tree;
use super::walk;
use super::zones::{self, Zones};
use crate::load::clean::{similarity, words};

/// How many page blocks after a match are looked at for a block that the extractor changed.
const WINDOW: usize = 6;

/// Marks the blocks of the article among all blocks of the page. `page` is the page without its
/// furniture.
pub(super) fn find(page: Document, mut all: Vec<PageBlock>, headline: &str) -> Vec<PageBlock> {
    if let Some(article) = extract(page) {
        all = align(all, article);
        restore::put_right(&mut all, headline);
    } else {
        // A cut-off file, a very short piece: all of it but its furniture.
        for block in &mut all {
            block.chosen = block.zone.is_none();
        }
    }
    all
}

/// Longer texts and values of attributes are divided or left out before the page is written out as HTML
/// again: the writer's work is quadratic in the signs it has to escape in one of them.
const LONGEST_PIECE: usize = 4_000;

/// Divides long texts and drops long attributes (pictures inside the page, data of scripts).
fn divide(page: &Document) {
    let long: Vec<NodeRef> = (page.root().descendants_it())
        .filter(|node| node.is_text() && node.text().len() > LONGEST_PIECE)
        .collect();
    for node in long {
        let text = node.text();
        let mut rest: &str = &text;
        while !rest.is_empty() {
            let (piece, tail) = rest.split_at(rest.floor_char_boundary(LONGEST_PIECE));
            node.insert_before(&node.tree.new_text(piece));
            rest = tail;
        }
        node.remove_from_parent();
    }
    let is_long = |node: &NodeRef| {
        let element = node.element_ref();
        element.is_some_and(|element| {
            let mut values = element.attrs.iter().map(|attribute| attribute.value.len());
            values.any(|length| length > LONGEST_PIECE)
        })
    };
    let long: Vec<NodeRef> = page.root().descendants_it().filter(is_long).collect();
    for node in long {
        for attribute in node.attrs() {
            if attribute.value.len() > LONGEST_PIECE {
                node.remove_attr(&attribute.name.local);
            }
        }
    }
}

/// The article as the readability algorithm finds it.
fn extract(page: Document) -> Option<Vec<PageBlock>> {
    divide(&page);
    zones::unname(&page);
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let article = Readability::with_document(page, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    let content = tree::parse(&article.content).ok()?;
    let blocks = walk::blocks(&content.root(), &Zones::default());
    blocks
        .iter()
        .any(|block| words(&block.text) > 2)
        .then_some(blocks)
}

/// Marks on the page the blocks that the extractor chose. Blocks that it changed (it takes buttons
/// and pop-ups out of paragraphs) replace their originals; new ones are put in their place.
fn align(mut page: Vec<PageBlock>, article: Vec<PageBlock>) -> Vec<PageBlock> {
    let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, block) in page.iter().enumerate() {
        if block.zone.is_none() {
            places.entry(block.text.clone()).or_default().push_back(at);
        }
    }
    let mut inserted: Vec<(usize, PageBlock)> = Vec::new();
    let mut next = 0;
    for mut block in article {
        let same = take(&mut places, &block.text, next);
        let found = same.or_else(|| original(&page, next, &block));
        if let Some((at, place)) = found.and_then(|at| Some((at, page.get_mut(at)?))) {
            place.chosen = true;
            if same.is_none() {
                place.text = block.text;
            }
            next = at + 1;
        } else {
            block.chosen = true;
            inserted.push((next, block));
        }
    }
    inserted.sort_by_key(|(at, _)| *at);
    let mut inserted = inserted.into_iter().peekable();
    let mut aligned = Vec::with_capacity(page.len() + inserted.len());
    for (at, block) in page.into_iter().enumerate() {
        while let Some((_, extra)) = inserted.next_if(|(place, _)| *place <= at) {
            aligned.push(extra);
        }
        aligned.push(block);
    }
    aligned.extend(inserted.map(|(_, extra)| extra));
    aligned
}

/// The first place of a text from `next` on, else the first place of all. Each is used once.
fn take(places: &mut HashMap<String, VecDeque<usize>>, text: &str, next: usize) -> Option<usize> {
    let places = places.get_mut(text)?;
    let onward = places.partition_point(|at| *at < next);
    places.remove(onward).or_else(|| places.pop_front())
}

fn original(page: &[PageBlock], next: usize, block: &PageBlock) -> Option<usize> {
    let window = page.iter().enumerate().skip(next).take(WINDOW);
    window
        .filter(|(_, candidate)| !candidate.chosen && candidate.zone.is_none())
        .find(|(_, candidate)| similarity(&candidate.text, &block.text) >= SIMILAR)
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::block::PagePart;
    use super::*;
    use crate::article::BlockKind;

    fn block(text: &str) -> PageBlock {
        PageBlock {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            zone: None,
            linked: 0,
            row: None,
            hidden: false,
            home: false,
            container: None,
            within: [None, None],
            farther: None,
            shape: 0,
            part: PagePart::Running,
            chosen: false,
        }
    }

    fn aligned(page: &[&str], article: &[&str]) -> Vec<(String, bool)> {
        let of = |texts: &[&str]| texts.iter().map(|text| block(text)).collect::<Vec<_>>();
        align(of(page), of(article))
            .into_iter()
            .map(|block| (block.text, block.chosen))
            .collect()
    }

    #[test]
    fn repeated_texts_are_matched_in_order() {
        let got = aligned(
            &["Share", "One.", "Share", "Two.", "Share"],
            &["One.", "Share", "Two."],
        );
        let chosen: Vec<bool> = got.iter().map(|(_, chosen)| *chosen).collect();
        assert_eq!(chosen, [false, true, true, true, false]);
    }

    #[test]
    fn a_changed_block_replaces_its_original_and_a_new_one_is_put_in_its_place() {
        let got = aligned(
            &["One.", "Two words here Share button and more", "Three."],
            &["One.", "Two words here and more", "New.", "Three."],
        );
        let texts: Vec<&str> = got.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["One.", "Two words here and more", "New.", "Three."]);
        assert!(got.iter().all(|(_, chosen)| *chosen));
    }
}
