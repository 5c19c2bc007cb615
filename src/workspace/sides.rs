//! The two sources shown, all their articles scored: what comparisons, charts and reports are made from.

use std::sync::{Arc, OnceLock};

use crate::article::{Article, Side};
use crate::chart::{Input, Options, SourceView};
use crate::compare::{self, Comparison, Quoted};
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
pub struct Sides(pub(super) [Option<Part>; 2], [OnceLock<Vec<Quoted>>; 2]);

impl Sides {
    /// The source on one side.
    pub fn side(&self, side: Side) -> Option<&Part> {
        self.0.get(side.index())?.as_ref()
    }

    /// Whom the source on one side quotes, at greatest length first; worked out once.
    pub fn quoted(&self, side: Side) -> &[Quoted] {
        let known = self.1.get(side.index());
        let audit = || {
            let part = self.side(side)?;
            let articles = borrow(part);
            let name = part.name.as_str();
            let articles = articles.as_slice();
            Some(compare::quoted(side, &SourceView { name, articles }))
        };
        known.map_or(&[], |known| {
            known.get_or_init(|| audit().unwrap_or_default())
        })
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

    /// Whether both hold the very same articles under the same names, scored with the same settings.
    pub(super) fn have_same_texts(&self, other: &Self) -> bool {
        let same = |one: &Part, other: &Part| {
            one.name == other.name
                && one.articles.len() == other.articles.len()
                && (one.articles.iter().zip(&other.articles))
                    .all(|(x, y)| Arc::ptr_eq(&x.0, &y.0) && x.1.settings == y.1.settings)
        };
        (self.0.iter().zip(&other.0)).all(|pair| match pair {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        })
    }

    /// By side, the articles that the second reader has not read.
    pub(super) fn unread(&self) -> [Vec<Scored>; 2] {
        Side::BOTH.map(|side| {
            let articles = self.side(side).into_iter().flat_map(|part| &part.articles);
            let unread = articles.filter(|(_, scores)| scores.second.is_none());
            unread.cloned().collect()
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
            study: None,
        })
    }
}

pub(super) fn borrow(part: &Part) -> Vec<(&Article, &Analysis)> {
    let articles = part.articles.iter();
    articles
        .map(|(article, scores)| (&**article, &**scores))
        .collect()
}
