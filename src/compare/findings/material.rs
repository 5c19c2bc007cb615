//! What findings are chosen from: two sources with what comparing them found, or one by itself.

use super::phrase::Names;
use crate::article::{Article, Place, Side};
use crate::compare::coverage::Coverage;
use crate::compare::difference::Difference;
use crate::compare::matching::Matching;
use crate::compare::people::NamedBy;
use crate::compare::source::{Cluster, SourceView};
use crate::compare::terms::Term;
use crate::score::Analysis;
use crate::score::measure::Measure;

/// What findings are chosen from.
pub(in crate::compare) struct Material<'a> {
    pub(super) names: Names,
    sources: [Option<SourceView<'a>>; 2],
    pub(super) two: Option<Compared<'a>>,
}

/// What comparing two sources found.
#[derive(Clone, Copy)]
pub(in crate::compare) struct Compared<'a> {
    pub(in crate::compare) differences: &'a [Difference],
    pub(in crate::compare) coverage: Coverage,
    pub(in crate::compare) matching: &'a Matching,
    pub(in crate::compare) people: &'a NamedBy,
    pub(in crate::compare) terms: &'a [Term],
}

impl<'a> Material<'a> {
    pub(in crate::compare) fn of_two(
        a: &SourceView<'a>,
        b: &SourceView<'a>,
        compared: Compared<'a>,
    ) -> Self {
        Self {
            names: Names::of_two(a, b),
            sources: [Some(*a), Some(*b)],
            two: Some(compared),
        }
    }

    pub(super) fn of_one(side: Side, source: &SourceView<'a>) -> Self {
        let mut sources = [None; 2];
        if let Some(slot) = sources.get_mut(side.index()) {
            *slot = Some(*source);
        }
        Self {
            names: Names::of_one(source),
            sources,
            two: None,
        }
    }

    /// The source of one side.
    pub(super) fn source(&self, side: Side) -> Option<SourceView<'a>> {
        self.sources.get(side.index()).copied().flatten()
    }

    /// The sides that have a source with an article.
    pub(super) fn sides(&self) -> impl Iterator<Item = (Side, SourceView<'a>)> {
        Side::BOTH.into_iter().filter_map(|side| {
            let source = self.source(side)?;
            (!source.articles.is_empty()).then_some((side, source))
        })
    }

    /// The articles of one side with their scores.
    pub(super) fn articles(&self, side: Side) -> &'a [(&'a Article, &'a Analysis)] {
        self.source(side).map_or(&[], |source| source.articles)
    }

    /// Whether shared passages and names say that they do not tell the same story.
    pub(super) fn other_stories(&self) -> bool {
        self.two
            .is_some_and(|two| two.coverage.same_story == Some(false))
    }

    /// Whether one may be held against the other: they tell the same story, as far as can be said, or are
    /// collections, compared as such.
    pub(super) fn comparable(&self) -> bool {
        !self.other_stories() || self.are_collections()
    }

    /// Whether only the figures of most articles are there.
    pub(super) fn is_of_figures(&self) -> bool {
        self.sides().any(|(_, source)| source.is_condensed())
    }

    /// Whether articles are what is sampled, on both sides.
    pub(super) fn are_collections(&self) -> bool {
        let [Some(a), Some(b)] = &self.sources else {
            return false;
        };
        Cluster::fitting(a, b) == Cluster::Article
    }

    /// What comparing says of one measure.
    pub(super) fn difference(&self, measure: &Measure) -> Option<&'a Difference> {
        let differences = self.two?.differences;
        differences.iter().find(|it| it.measure.id == measure.id)
    }

    /// A paragraph as sentences name it: "paragraph 4", "paragraph 4 of article 12".
    pub(super) fn paragraph(&self, at: Place) -> String {
        let articles = self.articles(at.side);
        let number = articles
            .get(at.article)
            .and_then(|(_, scores)| scores.place_of_block(at.block_index()?))
            .map_or(0, |place| place + 1);
        if articles.len() > 1 {
            format!("paragraph {number} of article {}", at.article + 1)
        } else {
            format!("paragraph {number}")
        }
    }
}
