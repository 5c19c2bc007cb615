//! Puts back paragraphs that the readability algorithm left out. It looks for one element that holds
//! the article; where a site builder has cut the article into sections, it finds the largest section
//! only.

use dom_query::NodeId;

use super::align::Aligned;
use super::walk::PageBlock;
use crate::article::BlockKind;
use crate::load::clean::{similarity, words};

/// From this share of missed to found prose on, the article is taken to be spread over its container.
const SPREAD: f64 = 0.25;
/// How many blocks away a copy of a paragraph is looked for.
const NEAR: usize = 4;

/// Restores prose in the container of the article: between its first and last paragraph always, around
/// them only if so much is missing that the article must be spread over several elements.
pub(super) fn restore(aligned: &mut Aligned) {
    let container = container(aligned);
    let is_missed = |block: &PageBlock, chosen: bool| {
        !chosen && block.container == container && block.is_prose()
    };
    let mut found = 0;
    let mut missed = 0;
    for (block, chosen) in aligned.blocks.iter().zip(&aligned.chosen) {
        if *chosen {
            found += words(&block.text);
        } else if is_missed(block, false) {
            missed += words(&block.text);
        }
    }
    let spread = container.is_some() && missed as f64 > found as f64 * SPREAD;
    let first = aligned.chosen.iter().position(|chosen| *chosen);
    let last = aligned.chosen.iter().rposition(|chosen| *chosen);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let restored: Vec<usize> = aligned
        .blocks
        .iter()
        .zip(&aligned.chosen)
        .enumerate()
        .filter(|(at, (block, chosen))| {
            is_missed(block, **chosen)
                && (spread || (first..last).contains(at))
                && !is_copy(aligned, *at)
        })
        .map(|(at, _)| at)
        .collect();
    for at in restored {
        choose(aligned, at);
        if spread {
            choose_parts_before(aligned, at, container);
        }
    }
}

/// Whether a chosen block nearby says the same.
fn is_copy(aligned: &Aligned, at: usize) -> bool {
    let Some(block) = aligned.blocks.get(at) else {
        return false;
    };
    let near = aligned
        .blocks
        .iter()
        .zip(&aligned.chosen)
        .skip(at.saturating_sub(NEAR));
    near.take(2 * NEAR + 1)
        .any(|(other, chosen)| *chosen && similarity(&other.text, &block.text) >= 0.6)
}

fn choose(aligned: &mut Aligned, at: usize) {
    if let Some(chosen) = aligned.chosen.get_mut(at) {
        *chosen = true;
    }
}

/// A subhead or a short paragraph right above a restored paragraph belongs to it.
fn choose_parts_before(aligned: &mut Aligned, at: usize, container: Option<NodeId>) {
    let Some(above) = at.checked_sub(1) else {
        return;
    };
    let belongs = aligned.blocks.get(above).is_some_and(|block| {
        block.kind == BlockKind::Subhead
            && block.container == container
            && block.zone.is_none()
            && !block.hidden
            && !block.is_link()
    });
    if belongs {
        choose(aligned, above);
    }
}

/// The container that holds most of the article's words, unless that is the page itself.
fn container(aligned: &Aligned) -> Option<NodeId> {
    let mut containers: Vec<(Option<NodeId>, usize)> = Vec::new();
    for (block, chosen) in aligned.blocks.iter().zip(&aligned.chosen) {
        if !*chosen {
            continue;
        }
        let length = words(&block.text);
        match containers.last_mut() {
            Some((container, sum)) if *container == block.container => *sum += length,
            _ => containers.push((block.container, length)),
        }
    }
    containers.sort_by_key(|(container, _)| *container);
    let mut best: Option<(Option<NodeId>, usize)> = None;
    for run in containers.chunk_by(|a, b| a.0 == b.0) {
        let sum = run.iter().map(|(_, length)| length).sum();
        if let Some((container, _)) = run.first()
            && best.is_none_or(|(_, most)| sum > most)
        {
            best = Some((*container, sum));
        }
    }
    best.and_then(|(container, _)| container)
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;
    use crate::load::html::walk;
    use crate::load::html::zones::Zones;

    /// Paragraphs that say different things.
    fn prose(subject: &str, deed: &str) -> String {
        format!(
            "<p>{subject} {subject} of the northern towns {deed} {deed} on Monday, {subject} again, and {deed}.</p>"
        )
    }

    fn restored(html: &str, found: &[usize]) -> Vec<bool> {
        let page = Document::from(html);
        let blocks = walk::blocks(&page.root(), &Zones::default());
        let chosen = (0..blocks.len()).map(|at| found.contains(&at)).collect();
        let mut aligned = Aligned { blocks, chosen };
        restore(&mut aligned);
        aligned.chosen
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
