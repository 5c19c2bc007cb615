//! Puts right what readability scoring chose on a page: what it took too much, and what it missed.

use std::collections::BTreeMap;

use dom_query::NodeId;

use super::block::PageBlock;
use crate::article::BlockKind;
use crate::load::clean::{ends_sentence, key, similarity, words};
use crate::load::draft::Reason;
use crate::load::furniture;

/// How similar a changed block must be to its original, and a copy to what it repeats.
pub(super) const SIMILAR: f64 = 0.6;
/// From this share of missed to found prose on, the article is taken to be spread over its container.
const SPREAD: f64 = 0.25;
/// How many blocks away a copy of a paragraph is looked for.
const NEAR: usize = 4;

/// Puts right which blocks of a page are chosen as its article.
pub(super) fn put_right(blocks: &mut [PageBlock], headline: &str) {
    let heading = heading(blocks, headline);
    drop_strays(blocks);
    if let Some(heading) = heading {
        choose_again(blocks, heading);
    }
    restore(blocks);
    restore_alike(blocks, heading);
    restore_between(blocks);
    if let Some(heading) = heading {
        restore_opening(blocks, heading);
        restore_lead(blocks, heading);
    }
}

/// Puts back paragraphs that the readability algorithm left out. It looks for one element that holds
/// the article; where a site builder has cut the article into sections, it finds the largest section
/// only. So prose in the container of the article is restored: between its first and last paragraph
/// always, around them only if so much is missing that the article must be spread over several elements.
fn restore(blocks: &mut [PageBlock]) {
    let container = container(blocks);
    let is_missed =
        |block: &PageBlock| !block.chosen && block.container == container && block.is_prose();
    let mut found = 0;
    let mut missed = 0;
    for block in &*blocks {
        if block.chosen {
            found += words(&block.text);
        } else if is_missed(block) {
            missed += words(&block.text);
        }
    }
    let spread = container.is_some() && missed as f64 > found as f64 * SPREAD;
    let first = blocks.iter().position(|block| block.chosen);
    let last = blocks.iter().rposition(|block| block.chosen);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let restored: Vec<usize> = blocks
        .iter()
        .enumerate()
        .filter(|(at, block)| {
            is_missed(block) && (spread || (first..last).contains(at)) && !is_copy(blocks, *at)
        })
        .map(|(at, _)| at)
        .collect();
    for at in restored {
        if let Some(block) = blocks.get_mut(at) {
            block.chosen = true;
        }
        // A subhead right above a restored paragraph belongs to it.
        if spread
            && let Some(above) = at.checked_sub(1).and_then(|above| blocks.get_mut(above))
            && above.kind == BlockKind::Subhead
            && above.container == container
            && above.zone.is_none()
            && !above.hidden
            && !above.is_link()
        {
            above.chosen = true;
        }
    }
}

/// How alike a heading must be to the headline to be it.
const SAME: f64 = 0.6;

/// Where the headline stands on the page: the heading that says the same, or the only main heading.
pub(super) fn heading(blocks: &[PageBlock], headline: &str) -> Option<usize> {
    let is_heading = |block: &(usize, &PageBlock)| block.1.is_main_heading();
    let mut headings = blocks.iter().enumerate().filter(is_heading);
    let only = headings.clone().count() == 1;
    headings
        .find(|(_, block)| only || similarity(&block.text, headline) >= SAME)
        .map(|(at, _)| at)
}

/// Leaves out what stands apart from the element that holds the headline and most of the prose: a notice
/// above the article or below it.
fn drop_strays(blocks: &mut [PageBlock]) {
    let at_home = |block: &&PageBlock| block.chosen && block.home && block.is_prose();
    let found: usize = blocks
        .iter()
        .filter(at_home)
        .map(|block| words(&block.text))
        .sum();
    if found >= CLEAR {
        for block in blocks.iter_mut().filter(|block| !block.home) {
            block.chosen = false;
        }
    }
}

/// The prose right under the headline must have so many words to be taken for the article in place of
/// what was chosen.
const CLEAR: usize = 150;

/// Chooses the prose right under the headline where something else was chosen that has less prose: a notice
/// beside the article, a long list of names in it.
fn choose_again(blocks: &mut [PageBlock], heading: usize) {
    let mut prose: BTreeMap<NodeId, (usize, usize)> = BTreeMap::new();
    let mut chosen = 0;
    for block in blocks.iter().filter(|block| block.is_prose()) {
        let words = words(&block.text);
        chosen += if block.chosen { words } else { 0 };
        for node in block.within.into_iter().flatten() {
            let (all, own) = prose.entry(node).or_default();
            *all += words;
            *own += if block.chosen { words } else { 0 };
        }
    }
    let nearest = blocks.iter().skip(heading).find(|block| block.is_prose());
    let around = nearest.map_or([None, None], |block| block.within);
    let best = around
        .into_iter()
        .flatten()
        .filter_map(|node| Some((*prose.get(&node)?, node)))
        .max_by_key(|((all, _), _)| *all);
    if let Some(((all, own), node)) = best
        && all >= CLEAR
        && all * 2 > chosen
        && own * 3 < all
    {
        let within = |block: &PageBlock| block.within.contains(&Some(node));
        for block in blocks.iter_mut() {
            let apart = block.zone.is_some() || block.hidden || block.is_link();
            block.chosen = within(block) && !apart;
        }
    }
}

/// How many blocks that are no prose may stand between paragraphs that belong together.
const GAP: usize = 4;

/// Puts back paragraphs that are built like those found and stand right before or after them: a page may
/// divide its article among elements that nothing but the page itself holds together.
fn restore_alike(blocks: &mut [PageBlock], heading: Option<usize>) {
    let mut shapes: BTreeMap<u64, usize> = BTreeMap::new();
    for block in blocks
        .iter()
        .filter(|block| block.chosen && block.is_prose())
    {
        *shapes.entry(block.shape).or_default() += words(&block.text);
    }
    let Some((shape, _)) = shapes.into_iter().max_by_key(|(_, words)| *words) else {
        return;
    };
    let is_found = |block: &PageBlock| block.chosen && block.is_prose();
    let first = blocks.iter().position(is_found);
    let last = blocks.iter().rposition(is_found);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let alike = |at: &usize| {
        (blocks.get(*at)).is_some_and(|block| block.shape == shape && block.is_prose())
    };
    let ends = |at: &usize| {
        (blocks.get(*at)).is_none_or(|block| {
            block.is_main_heading()
                || block.zone == Some(Reason::Comments)
                || furniture::is_end_marker(&key(&block.text))
        })
    };
    let mut found: Vec<usize> = Vec::new();
    // Above: all of it under the headline.
    if let Some(heading) = heading.filter(|heading| *heading < first) {
        found.extend((heading + 1..first).filter(alike));
    }
    // Below: up to where the paragraphs end.
    let mut gap = 0;
    let container = container(blocks);
    let goes_on = |at: usize| {
        let held = container.is_some();
        (blocks.get(at))
            .is_some_and(|block| held && block.container == container && block.is_prose())
    };
    for at in (last + 1..blocks.len()).take_while(|at| !ends(at)) {
        if alike(&at) || gap == 0 && goes_on(at) {
            found.push(at);
            gap = 0;
        } else {
            gap += 1;
        }
        if gap > GAP {
            break;
        }
    }
    found.retain(|at| !is_copy(blocks, *at));
    for at in found {
        if let Some(block) = blocks.get_mut(at) {
            block.chosen = true;
        }
    }
}

/// Puts back subheads, items and quotations that stand between paragraphs of the article in one element with
/// them: readability scoring drops some for a word in their class, or because they are short.
fn restore_between(blocks: &mut [PageBlock]) {
    let mut held: BTreeMap<NodeId, (usize, usize)> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        if let (true, [Some(node), _]) = (block.chosen && block.is_prose(), block.within) {
            held.entry(node).or_insert((at, at)).1 = at;
        }
    }
    let is_within = |at: usize, node: Option<NodeId>| {
        node.and_then(|node| held.get(&node))
            .is_some_and(|(first, last)| (*first..*last).contains(&at))
    };
    let missed = |at: &usize| {
        blocks.get(*at).is_some_and(|block| {
            let [parent, around] = block.within;
            let fits = match block.kind {
                BlockKind::Subhead => is_within(*at, parent),
                BlockKind::ListItem => is_within(*at, parent) || is_within(*at, around),
                // A post of a network stands in a quotation in a box.
                BlockKind::Quote => {
                    let mut nodes = [parent, around, block.farther].into_iter();
                    nodes.any(|node| is_within(*at, node))
                }
                _ => false,
            };
            fits && !block.chosen
                && block.zone.is_none()
                && !block.hidden
                && !block.is_main_heading()
                && block.linked * 2 <= block.text.len()
        })
    };
    let missed: Vec<usize> = (0..blocks.len()).filter(missed).collect();
    for at in missed {
        if !is_copy(blocks, at)
            && let Some(block) = blocks.get_mut(at)
        {
            block.chosen = true;
        }
    }
}

/// Puts back running text between the headline and the text that was found: the first paragraphs may stand
/// in an element of their own. More of it than was found is another matter.
fn restore_opening(blocks: &mut [PageBlock], heading: usize) {
    let is_found = |block: &PageBlock| block.chosen && block.is_prose();
    let Some(first) = blocks.iter().position(is_found) else {
        return;
    };
    let sum = |blocks: &mut dyn Iterator<Item = &PageBlock>| -> usize {
        blocks.map(|block| words(&block.text)).sum()
    };
    let is_opening = |at: &usize| {
        blocks.get(*at).is_some_and(|block| {
            block.kind == BlockKind::Paragraph
                && block.is_prose()
                && !key(&block.text).starts_with("by ")
                && !is_said_again(blocks, &block.text)
                && !is_copy(blocks, *at)
        })
    };
    let opening: Vec<usize> = (heading + 1..first).filter(is_opening).collect();
    let missed = sum(&mut opening.iter().filter_map(|at| blocks.get(*at)));
    if missed <= sum(&mut blocks.iter().filter(|block| is_found(block))) {
        for at in opening {
            if let Some(block) = blocks.get_mut(at) {
                block.chosen = true;
            }
        }
    }
}

/// How many blocks under the headline a lead may stand, and how many words it has.
const LEAD: (usize, std::ops::RangeInclusive<usize>) = (6, 12..=70);

/// Puts back the lead: a sentence right under the headline, above the text.
fn restore_lead(blocks: &mut [PageBlock], heading: usize) {
    let is_found = |block: &PageBlock| block.chosen && block.is_prose();
    let Some(first) = blocks.iter().position(is_found) else {
        return;
    };
    if first < heading || first - heading > LEAD.0 {
        return;
    }
    for at in heading + 1..first {
        let is_lead = blocks.get(at).is_some_and(|block| {
            !block.chosen
                && block.zone.is_none()
                && !block.hidden
                && block.linked * 3 <= block.text.len()
                && !block.is_main_heading()
                && block.kind != BlockKind::Caption
                && LEAD.1.contains(&words(&block.text))
                && ends_sentence(&block.text)
                && !key(&block.text).starts_with("by ")
                && !is_said_again(blocks, &block.text)
        });
        if is_lead
            && !is_copy(blocks, at)
            && let Some(block) = blocks.get_mut(at)
        {
            block.chosen = true;
            if block.kind == BlockKind::Subhead {
                block.kind = BlockKind::Paragraph;
            }
        }
    }
}

/// Whether the text that was found says the same word for word: then it is a summary of it.
fn is_said_again(blocks: &[PageBlock], text: &str) -> bool {
    let own = key(text);
    let own = own.trim_end_matches(['.', '"']);
    let mut found = blocks.iter().filter(|block| block.chosen);
    found.any(|block| key(&block.text).contains(own))
}

/// Whether a chosen block nearby says the same.
fn is_copy(blocks: &[PageBlock], at: usize) -> bool {
    let Some(block) = blocks.get(at) else {
        return false;
    };
    let near = blocks.iter().skip(at.saturating_sub(NEAR));
    near.take(2 * NEAR + 1)
        .any(|other| other.chosen && similarity(&other.text, &block.text) >= SIMILAR)
}

/// The container that holds most of the article's words, unless that is the page itself.
fn container(blocks: &[PageBlock]) -> Option<NodeId> {
    let mut containers: BTreeMap<Option<NodeId>, usize> = BTreeMap::new();
    for block in blocks.iter().filter(|block| block.chosen) {
        *containers.entry(block.container).or_default() += words(&block.text);
    }
    // The first of equals.
    let mut best = (None, 0);
    for (container, sum) in containers {
        if sum > best.1 {
            best = (container, sum);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::super::walk;
    use super::super::zones::Zones;
    use super::*;

    /// Paragraphs that say different things.
    fn prose(subject: &str, deed: &str) -> String {
        format!(
            "<p>{subject} {subject} of the northern towns {deed} {deed} on Monday, {subject} again, and {deed}.</p>"
        )
    }

    fn restored(html: &str, found: &[usize]) -> Vec<bool> {
        let page = Document::from(html);
        let mut blocks = walk::blocks(&page.root(), &Zones::default());
        for (at, block) in blocks.iter_mut().enumerate() {
            block.chosen = found.contains(&at);
        }
        restore(&mut blocks);
        blocks.iter().map(|block| block.chosen).collect()
    }

    #[test]
    fn sections_of_one_article_belong_together() {
        let html = format!(
            "<main><section><h2>One</h2>{}</section><section><h2>Two</h2>{}</section></main><div>{}</div>",
            prose("councils", "voted against"),
            prose("fishermen", "sailed without"),
            prose("readers", "wrote about")
        );
        assert_eq!(restored(&html, &[1]), [false, true, true, true, false]);
    }

    #[test]
    fn the_opening_comes_back_and_a_summary_of_the_text_does_not() {
        let summary = prose("councils", "voted against");
        let html = format!(
            "<h1>Storm</h1><div>{summary}{}</div><div>{summary}{}{}</div>",
            prose("readers", "wrote about"),
            prose("fishermen", "sailed without"),
            prose("harbours", "closed before")
        );
        let page = Document::from(html.as_str());
        let mut blocks = walk::blocks(&page.root(), &Zones::default());
        for block in blocks.iter_mut().skip(3) {
            block.chosen = true;
        }
        restore_opening(&mut blocks, 0);
        let chosen: Vec<bool> = blocks.iter().map(|block| block.chosen).collect();
        assert_eq!(chosen, [false, false, true, true, true, true]);
    }

    #[test]
    fn a_paragraph_lost_in_the_middle_comes_back_and_a_teaser_does_not() {
        let html = format!(
            "{}{}<p><a>Another story to read</a></p>{}",
            prose("councils", "voted against"),
            prose("fishermen", "sailed without"),
            prose("readers", "wrote about")
        );
        assert_eq!(restored(&html, &[0, 3]), [true, true, false, true]);
    }
}
