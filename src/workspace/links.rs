//! The matches of every block, so that nothing is searched while a page is drawn.

use std::collections::BTreeMap;

use crate::article::{Place, Side};
use crate::compare::{Comparison, Match};

/// The positions of every block's matches, the most alike first.
#[derive(Debug, Default)]
pub(super) struct Links(BTreeMap<Place, Vec<usize>>);

impl Links {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let matches = &comparison.matching.matches;
        let mut order: Vec<(usize, &Match)> = matches.iter().enumerate().collect();
        let rank = |found: &Match| found.similarity.unwrap_or(f64::INFINITY);
        order.sort_by(|(_, one), (_, other)| rank(other).total_cmp(&rank(one)));
        let mut links = Self::default();
        for (at, found) in order {
            for side in Side::BOTH {
                let block = found.on(side).whole_block();
                links.0.entry(block).or_default().push(at);
            }
        }
        links
    }

    /// The matches of the block that `at` lies in, among those of `comparison`, which these links are of.
    pub(super) fn matches<'a>(
        &'a self,
        comparison: &'a Comparison,
        at: Place,
    ) -> impl Iterator<Item = &'a Match> {
        let positions = self.0.get(&at.whole_block()).into_iter().flatten();
        positions.filter_map(|at| comparison.matching.matches.get(*at))
    }

    pub(super) fn has(&self, block: Place) -> bool {
        self.0.contains_key(&block)
    }
}
