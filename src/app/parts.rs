//! The two sides as charts, comparisons and reports see them: names, articles, scores.

use std::sync::Arc;

use crate::article::Article;
use crate::chart::{Input, Options, SourceView};
use crate::compare::Comparison;
use crate::score::Analysis;

/// An article with its scores, shared.
pub(super) type Scored = (Arc<Article>, Arc<Analysis>);

/// One side: its name and all its articles, scored.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) articles: Vec<Scored>,
}

/// Both sides; `None` where nothing is open.
pub(super) type Parts = [Option<Part>; 2];

/// Runs `work` with both sides and what came of comparing them, borrowed as charts and reports take
/// them.
pub(super) fn with_input<T>(
    parts: &Parts,
    comparison: Option<&Comparison>,
    options: Options,
    work: impl FnOnce(&Input<'_>) -> T,
) -> T {
    let articles = parts
        .each_ref()
        .map(|part| part.as_ref().map(borrow).unwrap_or_default());
    let [a, b] = [0, 1].map(|index: usize| {
        let part = parts.get(index)?.as_ref()?;
        Some(SourceView {
            name: &part.name,
            articles: articles.get(index)?,
        })
    });
    work(&Input {
        a,
        b,
        comparison,
        options,
    })
}

/// The articles and scores of a part, borrowed as comparisons and charts take them.
fn borrow(part: &Part) -> Vec<(&Article, &Analysis)> {
    let articles = part.articles.iter();
    articles
        .map(|(article, scores)| (&**article, &**scores))
        .collect()
}

/// Whether two pairs of sides hold the very same articles and scores.
pub(super) fn same(one: &Parts, other: &Parts) -> bool {
    one.iter()
        .zip(other)
        .all(|(one, other)| match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                one.name == other.name
                    && one.articles.len() == other.articles.len()
                    && one
                        .articles
                        .iter()
                        .zip(&other.articles)
                        .all(|(x, y)| Arc::ptr_eq(&x.0, &y.0) && Arc::ptr_eq(&x.1, &y.1))
            }
            _ => false,
        })
}
