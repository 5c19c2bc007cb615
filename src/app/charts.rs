//! The chart on show, built again only when what it shows has changed.

use std::sync::Arc;

use crate::article::Side;
use crate::chart::{self, Chart, Kind, Options};
use crate::compare::Comparison;

use super::App;
use super::parts::{Part, Parts, Scored, same, with_input};

/// A chart, and what it was built from.
struct Shown {
    kind: Kind,
    options: Options,
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
        let options = self.preferences.chart_options;
        let comparison = self.comparing.done().cloned();
        if let Some(shown) = &self.charts.shown
            && (shown.kind, shown.options) == (kind, options)
            && same(&shown.parts, &parts)
            && shown.comparison.as_ref().map(Arc::as_ptr) == comparison.as_ref().map(Arc::as_ptr)
        {
            return Some(Arc::clone(&shown.chart));
        }
        let chart = with_input(&parts, comparison.as_deref(), options, |input| {
            Arc::new(chart::build(kind, input))
        });
        self.charts.shown = Some(Shown {
            kind,
            options,
            parts,
            comparison,
            chart: Arc::clone(&chart),
        });
        Some(chart)
    }
}
