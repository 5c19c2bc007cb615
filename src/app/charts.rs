//! The chart on show, built again only when what it shows has changed.

use std::sync::Arc;

use crate::article::{Article, Side};
use crate::chart::{self, Chart, Input, Kind, SourceView};
use crate::compare::Comparison;
use crate::score::Analysis;

use super::App;
use super::comparing::borrow;

/// An article with its scores, shared.
type Scored = (Arc<Article>, Arc<Analysis>);

/// One side as charts and comparisons see it: its name and all its articles, scored.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) articles: Vec<Scored>,
}

/// Both sides; `None` where nothing is open.
pub(super) type Parts = [Option<Part>; 2];

/// A chart, and what it was built from.
struct Shown {
    kind: Kind,
    parts: Parts,
    comparison: Option<Arc<Comparison>>,
    chart: Arc<Chart>,
}

/// The chart that was built last.
#[derive(Default)]
pub(super) struct Charts {
    shown: Option<Shown>,
}

impl App {
    /// Both sides with their scores; `None` while an article is still being scored.
    pub(super) fn parts(&self) -> Option<Parts> {
        let mut parts = Parts::default();
        for side in Side::BOTH {
            let Some(source) = self.session().source(side) else {
                continue;
            };
            let settings = &self.session().settings;
            let articles: Option<Vec<Scored>> = source
                .articles
                .iter()
                .map(|article| {
                    let analysis = self.analyses.get(article, settings)?;
                    Some((Arc::clone(article), Arc::clone(analysis)))
                })
                .collect();
            if let Some(part) = parts.get_mut(side.index()) {
                *part = Some(Part {
                    name: source.name.clone(),
                    articles: articles?,
                });
            }
        }
        Some(parts)
    }

    /// The chart chosen, of what is open; `None` while it is being scored.
    pub(super) fn chart(&mut self) -> Option<Arc<Chart>> {
        let parts = self.parts()?;
        let kind = self.preferences.chart;
        let comparison = self.comparing.done().cloned();
        if let Some(shown) = &self.charts.shown
            && shown.kind == kind
            && same(&shown.parts, &parts)
            && shown.comparison.as_ref().map(Arc::as_ptr) == comparison.as_ref().map(Arc::as_ptr)
        {
            return Some(Arc::clone(&shown.chart));
        }
        let chart = Arc::new(build(kind, &parts, comparison.as_deref()));
        self.charts.shown = Some(Shown {
            kind,
            parts,
            comparison,
            chart: Arc::clone(&chart),
        });
        Some(chart)
    }
}

fn build(kind: Kind, parts: &Parts, comparison: Option<&Comparison>) -> Chart {
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
    chart::build(
        kind,
        &Input {
            a,
            b,
            comparison,
            options: chart::Options::default(),
        },
    )
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
