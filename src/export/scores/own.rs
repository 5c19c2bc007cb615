//! The columns of the user's own word lists: two a category that is switched on, how often its words stand there
//! and how often that is per 100 words of own voice.

use std::collections::BTreeMap;

use super::row::{Cell, Row};
use crate::article::{Block, Span};
use crate::score::Unit;
use crate::score::lists::OwnLists;

/// What is counted, and what it is called.
pub(super) struct OwnColumns<'l> {
    lists: &'l OwnLists,
    /// By the position of the list and the category: where its count stands, and the name of its column.
    columns: BTreeMap<(usize, &'l str), (usize, String)>,
}

/// How often words of each category stand in a stretch, in the order of the columns.
pub(super) type Counts = Vec<usize>;

impl<'l> OwnColumns<'l> {
    pub(super) fn of(lists: &'l OwnLists) -> Self {
        let all = lists.lists().iter().enumerate();
        let categories = all.flat_map(|(at, list)| {
            let on = lists.categories(at).map(|(category, _)| category);
            let on = on.filter(move |category| lists.is_on(at, category));
            on.map(move |category| ((at, category), list.rule(category)))
        });
        let columns = categories.enumerate();
        Self {
            lists,
            columns: columns
                .map(|(place, (key, name))| (key, (place, name)))
                .collect(),
        }
    }

    /// What stands in `within` of a block, outside its quotations.
    pub(super) fn counts(&self, block: &Block, within: Option<Span>) -> Counts {
        let mut counts = vec![0; self.columns.len()];
        if counts.is_empty() {
            return counts;
        }
        for (at, hit) in self.lists.find(&block.text, &block.quotations) {
            let is_here = within.is_none_or(|within| within.contains(hit.span.start));
            let column = self.columns.get(&(at, hit.entry.category.as_str()));
            if let Some(count) = column.and_then(|(place, _)| counts.get_mut(*place))
                && is_here
            {
                *count += 1;
            }
        }
        counts
    }

    /// What stands in all of `units`, of which `block` gives the text.
    pub(super) fn sum<'b>(
        &self,
        units: &[Unit],
        block: impl Fn(usize) -> Option<&'b Block>,
    ) -> Counts {
        let mut sum = vec![0; self.columns.len()];
        for block in units.iter().filter_map(|unit| block(unit.block)) {
            for (sum, count) in sum.iter_mut().zip(self.counts(block, None)) {
                *sum += count;
            }
        }
        sum
    }

    /// Puts `counts` into `row`; with how many that is in 100 of `own_words`, where there are any to go by.
    pub(super) fn put(&self, counts: &[usize], own_words: Option<usize>, row: &mut Row) {
        for (place, name) in self.columns.values() {
            let count = counts.get(*place).copied().unwrap_or_default();
            if let Some(words) = own_words {
                let rate = (words > 0).then(|| 100.0 * count as f64 / words as f64);
                row.push_named(name.clone(), rate.into());
            }
            row.push_named(format!("{name}/uses"), Cell::Count(count));
        }
    }
}
