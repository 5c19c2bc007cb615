//! Where a figure comes from.

use super::input::Input;
use crate::score::provenance::{self, ListUsed, Provenance};
use crate::score::second::fingerprint;

impl Provenance {
    /// The provenance of everything made from `input`, without a date.
    pub fn of(input: &Input<'_>) -> Self {
        let articles = || {
            input.sources().flat_map(|(side, source)| {
                let articles = source.articles.iter();
                articles.map(move |(article, analysis)| (side, article, analysis))
            })
        };
        let others = input.others.iter().flat_map(|source| source.articles);
        let others = others.map(|(article, analysis)| (None, article, analysis));
        let first = articles().next();
        let is_read = input.sources().all(|(_, source)| source.is_read());
        Self {
            settings: first.map(|(.., analysis)| analysis.settings.clone()),
            second: is_read.then(fingerprint).flatten(),
            seed: input.comparison.map(|comparison| comparison.options.seed),
            lists: (input.comparison.map(|done| &done.options.lists))
                .or(input.lists)
                .map_or_else(Vec::new, ListUsed::of),
            same_stories: input.options.same_stories,
            filter: Self::filter_of(articles().map(|(.., analysis)| &**analysis)),
            inputs: articles()
                .map(|(side, article, analysis)| (Some(side), article, analysis))
                .chain(others)
                .filter(|(.., analysis)| analysis.counts())
                .map(|(side, article, _)| provenance::Input::of(side, article))
                .collect(),
            ..Self::default()
        }
    }
}
