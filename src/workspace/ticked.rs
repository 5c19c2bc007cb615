//! The sources that charts and courses show: A and B, and where all are shown every other one that is ticked.

use std::sync::Arc;

use super::beside::{AllSources, with_views};
use super::sides::{Part, Sides};
use crate::article::Side;
use crate::chart::{Input, Options};
use crate::compare::Comparison;
use crate::session::{Session, SourceId};

/// The sources on show.
#[derive(Debug, Clone)]
pub struct Ticked {
    pub(super) sides: Arc<Sides>,
    /// By side, whether it is left out because it is not ticked.
    without: [bool; 2],
    /// All that is open, and the sources among it that are neither A nor B and ticked.
    others: Option<(Arc<AllSources>, Vec<SourceId>)>,
}

impl PartialEq for Ticked {
    /// Whether both show the very same.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sides, &other.sides)
            && self.without == other.without
            && match (&self.others, &other.others) {
                (Some((one, of_one)), Some((other, of_other))) => {
                    Arc::ptr_eq(one, other) && of_one == of_other
                }
                (one, other) => one.is_none() && other.is_none(),
            }
    }
}

impl Ticked {
    /// A and B alone, ticked or not.
    pub(super) const fn two(sides: Arc<Sides>) -> Self {
        Self {
            sides,
            without: [false; 2],
            others: None,
        }
    }

    /// All that is ticked, as far as it is scored.
    pub(super) fn all(
        sides: Arc<Sides>,
        session: &Session,
        laid: Option<&Arc<AllSources>>,
    ) -> Self {
        let mut others = session.other_ids();
        others.retain(|id| !session.is_hidden(*id));
        let without = |side| {
            let source = session.source(side);
            source.is_some_and(|source| session.is_hidden(source.id))
        };
        Self {
            sides,
            without: Side::BOTH.map(without),
            others: (laid.map(|all| (Arc::clone(all), others))).filter(|(_, ids)| !ids.is_empty()),
        }
    }

    /// Whether nothing but A and B is shown.
    pub const fn is_two(&self) -> bool {
        self.others.is_none()
    }

    /// How many articles are shown.
    pub fn articles(&self) -> usize {
        let sides = Side::BOTH.into_iter();
        let sides = sides.filter_map(|side| self.sides.side(side));
        let sides: usize = sides.map(|part| part.articles.len()).sum();
        let others = self.parts();
        sides + others.map(|part| part.articles.len()).sum::<usize>()
    }

    /// Runs `work` with what is on show as charts take it.
    pub fn with_input<T>(
        &self,
        comparison: Option<&Comparison>,
        options: Options,
        work: impl FnOnce(&Input<'_>) -> T,
    ) -> T {
        let parts: Vec<Part> = self.parts().cloned().collect();
        let [without_a, without_b] = self.without;
        with_views(&parts, |others| {
            self.sides.with_input(comparison, options, |input| {
                work(&Input {
                    a: input.a.filter(|_| !without_a),
                    b: input.b.filter(|_| !without_b),
                    others,
                    ..*input
                })
            })
        })
    }

    fn parts(&self) -> impl Iterator<Item = &Part> {
        let others = self.others.iter();
        others.flat_map(|(all, ids)| ids.iter().filter_map(|id| all.parts.get(all.column(*id)?)))
    }

    /// Which source stands at a position among the others.
    pub fn other(&self, at: usize) -> Option<SourceId> {
        self.others.as_ref()?.1.get(at).copied()
    }
}
