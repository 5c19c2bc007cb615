//! What the articles of a story share: the names, figures, rare words and turns of phrase that speak for one event, to
//! be looked at.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::corpus::weight_alone;
use crate::article::{Article, Span};
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
    /// Two words of a sentence, one after the other but for words that everything is written with.
    Phrase,
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
    /// Turns of phrase: two words of a sentence, one after the other but for words that everything is written with.
    pub phrases: Vec<SharedTerm>,
}

/// A turn of phrase that is written longer than this, in characters, is none.
const PHRASE: usize = 40;

/// A term, or two that follow each other, as it was met.
#[derive(Default)]
struct Met {
    written: String,
    texts: BTreeSet<usize>,
    kind: Option<TermKind>,
    capitals: [usize; 2],
}

impl Met {
    fn again(&mut self, written: &str, text: usize) {
        if self.written.is_empty() {
            written.clone_into(&mut self.written);
        }
        self.texts.insert(text);
    }
}

/// What at least two of these texts share.
pub fn evidence(texts: &[&Article]) -> StoryEvidence {
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    let mut phrases: BTreeMap<[String; 2], Met> = BTreeMap::new();
    for (at, article) in texts.iter().enumerate() {
        for (_, block) in article.scored_blocks() {
            let reading = Reading::new(&block.text, &block.sentences);
            for term in &reading.terms {
                let one = met.entry(term.root.to_string()).or_default();
                one.again(term.span.of(&block.text), at);
                one.kind = one.kind.or(Some(term.kind));
            }
            for (root, capital) in reading.capitals() {
                if let Some(one) = met.get_mut(root) {
                    let [of_small, of_capital] = &mut one.capitals;
                    *(if capital { of_capital } else { of_small }) += 1;
                }
            }
            for (term, next) in reading.terms.iter().zip(reading.terms.iter().skip(1)) {
                let written = Span::new(term.span.start, next.span.end).of(&block.text);
                if term.sentence == next.sentence && written.chars().count() <= PHRASE {
                    let roots = [&term.root, &next.root].map(ToString::to_string);
                    phrases.entry(roots).or_default().again(written, at);
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
    for ([one, next], met) in phrases {
        if met.texts.len() > 1 {
            by_sort
                .entry(TermSort::Phrase)
                .or_default()
                .push(SharedTerm {
                    text: met.written,
                    articles: met.texts.len(),
                    weight: f64::from(weight_alone(&one) + weight_alone(&next)),
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
        phrases: take(TermSort::Phrase),
    }
}

/// Whether a figure is a year of today: many events share it.
fn is_year(root: &str) -> bool {
    root.len() == 4
        && root
            .parse::<u32>()
            .is_ok_and(|year| (1900..2100).contains(&year))
}
