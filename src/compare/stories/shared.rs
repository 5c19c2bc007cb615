//! What the articles of a story share: the names, figures and rare words that speak for one event, to be looked at.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::corpus::weight_alone;
use super::profile::is_year;
use crate::article::Article;
use crate::compare::reading::Reading;
use crate::compare::spelling::TermKind;

/// Terms told of each sort.
const TOLD: usize = 12;

/// What a shared term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TermSort {
    /// A word of a name.
    Name,
    /// A figure.
    Figure,
    /// A word about something.
    Word,
}

/// A term that several articles of a story have.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SharedTerm {
    /// As it is first written.
    pub text: String,
    /// How many of the articles have it.
    pub articles: usize,
    /// What it weighs: more the rarer it is in news.
    pub weight: f64,
}

/// What speaks for the articles of a story telling one event.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct StoryEvidence {
    /// Words of names, the most telling first.
    pub names: Vec<SharedTerm>,
    /// Figures.
    pub figures: Vec<SharedTerm>,
    /// Words about something.
    pub words: Vec<SharedTerm>,
}

/// What at least two of these texts share.
pub fn evidence(texts: &[&Article]) -> StoryEvidence {
    #[derive(Default)]
    struct Met {
        written: String,
        texts: BTreeSet<usize>,
        kind: Option<TermKind>,
        capitals: [usize; 2],
    }
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    for (at, article) in texts.iter().enumerate() {
        for (_, block) in article.scored_blocks() {
            let reading = Reading::new(&block.text, &block.sentences);
            for term in &reading.terms {
                let one = met.entry(term.root.to_string()).or_default();
                if one.written.is_empty() {
                    term.span.of(&block.text).clone_into(&mut one.written);
                }
                one.kind = one.kind.or(Some(term.kind));
                one.texts.insert(at);
            }
            for (root, capital) in reading.capitals() {
                if let Some(one) = met.get_mut(root) {
                    let [of_small, of_capital] = &mut one.capitals;
                    *(if capital { of_capital } else { of_small }) += 1;
                }
            }
        }
    }
    let mut by_sort: BTreeMap<TermSort, Vec<SharedTerm>> = BTreeMap::new();
    for (root, one) in met {
        let [small, capital] = one.capitals;
        let sort = match one.kind {
            Some(TermKind::Figure) if !is_year(&root) => TermSort::Figure,
            Some(TermKind::Word | TermKind::Name) if capital > small => TermSort::Name,
            Some(TermKind::Word) => TermSort::Word,
            _ => continue,
        };
        if one.texts.len() > 1 {
            by_sort.entry(sort).or_default().push(SharedTerm {
                text: one.written,
                articles: one.texts.len(),
                weight: f64::from(weight_alone(&root)),
            });
        }
    }
    let mut take = |sort| {
        let mut terms = by_sort.remove(&sort).unwrap_or_default();
        let telling = |term: &SharedTerm| term.weight * (term.articles as f64).ln();
        terms.sort_by(|one, other| {
            (telling(other).total_cmp(&telling(one))).then_with(|| one.text.cmp(&other.text))
        });
        terms.truncate(TOLD);
        terms
    };
    StoryEvidence {
        names: take(TermSort::Name),
        figures: take(TermSort::Figure),
        words: take(TermSort::Word),
    }
}
