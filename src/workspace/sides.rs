//! The two sources shown, all their articles scored: what comparisons, charts and reports are made from.

use std::sync::Arc;

use crate::article::{Article, Side};
use crate::chart::{Input, Options, SourceView};
use crate::compare::Comparison;
use crate::score::Analysis;

/// An article with its scores, shared.
pub type Scored = (Arc<Article>, Arc<Analysis>);

/// One side: its name and all its articles, scored.
#[derive(Debug, Clone)]
pub struct Part {
    /// The name it is compared under.
    pub name: String,
    /// Its articles in order, each with its scores.
    pub articles: Vec<Scored>,
}

/// Both sides; `None` where no source is shown.
#[derive(Debug, Clone, Default)]
pub struct Sides(pub(super) [Option<Part>; 2]);

impl Sides {
    /// The source on one side.
    pub fn side(&self, side: Side) -> Option<&Part> {
        self.0.get(side.index())?.as_ref()
    }

    /// Whether there are two sources to compare.
    pub fn are_two(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }

    /// How many scored paragraphs both have together.
    pub(super) fn paragraphs(&self) -> usize {
        let articles = self.0.iter().flatten().flat_map(|part| &part.articles);
        articles.map(|(_, scores)| scores.units.len()).sum()
    }

    /// Whether both hold the very same articles and scores under the same names.
    pub(super) fn are_same(&self, other: &Self) -> bool {
        let same = |one: &Part, other: &Part| {
            one.name == other.name
                && one.articles.len() == other.articles.len()
                && (one.articles.iter().zip(&other.articles))
                    .all(|(x, y)| Arc::ptr_eq(&x.0, &y.0) && Arc::ptr_eq(&x.1, &y.1))
        };
        (self.0.iter().zip(&other.0)).all(|pair| match pair {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        })
    }

    /// Runs `work` with both sides and what came of comparing them, borrowed as charts and reports take
    /// them.
    pub fn with_input<T>(
        &self,
        comparison: Option<&Comparison>,
        options: Options,
        work: impl FnOnce(&Input<'_>) -> T,
    ) -> T {
        let [of_a, of_b] = Side::BOTH.map(|side| self.side(side).map_or_else(Vec::new, borrow));
        let view = |side, articles| {
            let name = self.side(side)?.name.as_str();
            Some(SourceView { name, articles })
        };
        work(&Input {
            a: view(Side::A, &of_a),
            b: view(Side::B, &of_b),
            comparison,
            options,
        })
    }
}

fn borrow(part: &Part) -> Vec<(&Article, &Analysis)> {
    let articles = part.articles.iter();
    articles
        .map(|(article, scores)| (&**article, &**scores))
        .collect()
}
