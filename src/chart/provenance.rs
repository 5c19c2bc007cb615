//! Where a figure comes from.

use super::input::Input;
use crate::score::provenance::{self, Provenance};

impl Provenance {
    /// The provenance of everything made from `input`, without a date.
    pub fn of(input: &Input<'_>) -> Self {
        let articles = || {
            input.sources().flat_map(|(side, source)| {
                let articles = source.articles.iter();
                articles.map(move |(article, analysis)| (side, article, analysis))
            })
        };
        let first = articles().next();
        Self {
            settings: first.map(|(.., analysis)| analysis.settings.clone()),
            seed: input.comparison.map(|comparison| comparison.options.seed),
            inputs: articles()
                .map(|(side, article, _)| provenance::Input::of(Some(side), article))
                .collect(),
            ..Self::default()
        }
    }
}
