//! The words and places behind a figure, looked for once; where there are many articles, by a thread of its own.

use std::sync::Arc;

use crate::article::Side;
use crate::chart::Options;
use crate::compare::matrix::RowKey;
use crate::compare::{Behind, behind, behind_category};
use crate::score::lists::OwnLists;
use crate::score::measure::Measure;
use crate::session::SourceId;
use crate::workspace::{AllSources, Sides, with_views};

/// What is behind the figures of up to so many articles is looked for within a frame.
const AT_ONCE: usize = 200;

/// A measure of both sides.
#[derive(Debug, Clone)]
pub(super) struct BehindMeasure {
    measure: &'static Measure,
    sides: Arc<Sides>,
}

impl PartialEq for BehindMeasure {
    fn eq(&self, other: &Self) -> bool {
        self.measure.id == other.measure.id && Arc::ptr_eq(&self.sides, &other.sides)
    }
}

impl BehindMeasure {
    pub(super) fn of(measure: &'static Measure, sides: &Arc<Sides>) -> Self {
        Self {
            measure,
            sides: Arc::clone(sides),
        }
    }

    /// Whether it is looked for within a frame.
    pub(super) fn is_small(&self) -> bool {
        let parts = Side::BOTH
            .into_iter()
            .filter_map(|side| self.sides.side(side));
        parts.map(|part| part.articles.len()).sum::<usize>() <= AT_ONCE
    }

    /// What is behind it on each side.
    pub(super) fn make(&self) -> Vec<(Side, Behind)> {
        self.sides.with_input(None, Options::default(), |input| {
            let sources = input.sources();
            sources
                .map(|(side, source)| (side, behind(self.measure, side, &source)))
                .collect()
        })
    }
}

/// A cell of the matrix: a measure, or a category of the user's lists, of one source.
#[derive(Debug, Clone)]
pub(super) struct BehindCell {
    pub(super) all: Arc<AllSources>,
    pub(super) source: SourceId,
    pub(super) key: RowKey,
    pub(super) measure: &'static Measure,
    /// The category, where it is of the user's lists.
    pub(super) category: Option<String>,
    pub(super) lists: OwnLists,
}

impl PartialEq for BehindCell {
    fn eq(&self, other: &Self) -> bool {
        (self.source, self.key) == (other.source, other.key) && Arc::ptr_eq(&self.all, &other.all)
    }
}

impl BehindCell {
    /// Whether it is looked for within a frame.
    pub(super) fn is_small(&self) -> bool {
        self.part()
            .is_none_or(|part| part.articles.len() <= AT_ONCE)
    }

    fn part(&self) -> Option<&crate::workspace::Part> {
        self.all.parts.get(self.all.column(self.source)?)
    }

    /// Its words and places, as if its source were A.
    pub(super) fn make(&self) -> Behind {
        let found = self.part().map(|part| {
            with_views(std::slice::from_ref(part), |views| {
                let of = |view| match &self.category {
                    None => behind(self.measure, Side::A, view),
                    Some(name) => behind_category(name, &self.lists, Side::A, view),
                };
                views.first().map(of)
            })
        });
        found.flatten().unwrap_or_default()
    }
}
