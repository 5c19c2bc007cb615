//! Finds the blocks of the extracted article on the page they came from, so that everything the
//! extractor left out can be shown, with its reason, instead of being lost.

use std::collections::{HashMap, VecDeque};

use super::walk::PageBlock;
use crate::load::clean;

/// How many page blocks after a match are looked at for a block that the extractor changed.
const WINDOW: usize = 6;
/// How similar a changed block must be to its original.
const SIMILAR: f64 = 0.6;

/// A page with the article found in it.
#[derive(Debug)]
pub(super) struct Aligned {
    /// The blocks of the page in reading order.
    pub(super) blocks: Vec<PageBlock>,
    /// For each, whether it belongs to the article.
    pub(super) chosen: Vec<bool>,
}

/// Marks on the page the blocks that the extractor chose. Blocks that it changed (it takes buttons
/// and pop-ups out of paragraphs) replace their originals.
pub(super) fn align(mut page: Vec<PageBlock>, article: Vec<PageBlock>) -> Aligned {
    let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, block) in page.iter().enumerate() {
        if block.zone.is_none() {
            places.entry(block.text.clone()).or_default().push_back(at);
        }
    }
    let mut chosen = vec![false; page.len()];
    let mut inserted: Vec<(usize, PageBlock)> = Vec::new();
    let mut next = 0;
    for block in article {
        if let Some(at) = take(&mut places, &block.text, next) {
            mark(&mut chosen, at);
            next = at + 1;
        } else if let Some(at) = original(&page, &chosen, next, &block) {
            if let Some(original) = page.get_mut(at) {
                original.text = block.text;
            }
            mark(&mut chosen, at);
            next = at + 1;
        } else {
            inserted.push((next, block));
        }
    }
    weave(page, chosen, inserted)
}

fn mark(chosen: &mut [bool], at: usize) {
    if let Some(slot) = chosen.get_mut(at) {
        *slot = true;
    }
}

/// The first place of a text from `next` on, else the first place of all. Each is used once.
fn take(places: &mut HashMap<String, VecDeque<usize>>, text: &str, next: usize) -> Option<usize> {
    let places = places.get_mut(text)?;
    let onward = places.partition_point(|at| *at < next);
    places.remove(onward).or_else(|| places.pop_front())
}

fn original(page: &[PageBlock], chosen: &[bool], next: usize, block: &PageBlock) -> Option<usize> {
    let window = page.iter().zip(chosen).enumerate().skip(next).take(WINDOW);
    window
        .filter(|(_, (candidate, chosen))| !**chosen && candidate.zone.is_none())
        .find(|(_, (candidate, _))| clean::similarity(&candidate.text, &block.text) >= SIMILAR)
        .map(|(at, _)| at)
}

fn weave(page: Vec<PageBlock>, chosen: Vec<bool>, inserted: Vec<(usize, PageBlock)>) -> Aligned {
    let mut aligned = Aligned {
        blocks: Vec::with_capacity(page.len() + inserted.len()),
        chosen: Vec::with_capacity(page.len() + inserted.len()),
    };
    let mut inserted = inserted;
    inserted.sort_by_key(|(at, _)| *at);
    let mut inserted = inserted.into_iter().peekable();
    for (at, (block, chosen)) in page.into_iter().zip(chosen).enumerate() {
        while let Some((_, extra)) = inserted.next_if(|(place, _)| *place <= at) {
            aligned.push(extra, true);
        }
        aligned.push(block, chosen);
    }
    for (_, extra) in inserted {
        aligned.push(extra, true);
    }
    aligned
}

impl Aligned {
    fn push(&mut self, block: PageBlock, chosen: bool) {
        self.blocks.push(block);
        self.chosen.push(chosen);
    }
}

#[cfg(test)]
mod tests {
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
            container: None,
        }
    }

    fn aligned(page: &[&str], article: &[&str]) -> Vec<(String, bool)> {
        let of = |texts: &[&str]| texts.iter().map(|text| block(text)).collect::<Vec<_>>();
        let aligned = align(of(page), of(article));
        let texts = aligned.blocks.into_iter().map(|block| block.text);
        texts.zip(aligned.chosen).collect()
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
