//! What the user says about passages, kept for every pair of sources that was ever shown.

use std::collections::{BTreeMap, BTreeSet};

use super::source::SourceId;
use crate::compare::Choice;

/// Choices by pair, each pair in the order in which its choices name A and B. A pair is kept in one
/// order only.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Pairs(BTreeMap<(SourceId, SourceId), Vec<Choice>>);

impl Pairs {
    /// The choices of the pair shown as `a` and `b`.
    pub(super) fn of(&self, a: SourceId, b: SourceId) -> &[Choice] {
        self.0.get(&(a, b)).map_or(&[], Vec::as_slice)
    }

    /// Brings the choices of a pair into the order in which it is shown now.
    pub(super) fn orient(&mut self, a: SourceId, b: SourceId) {
        if let Some(choices) = self.0.remove(&(b, a)) {
            let choices = choices.into_iter().map(Choice::swapped).collect();
            self.0.insert((a, b), choices);
        }
    }

    /// Adds a choice; the last word on two passages counts.
    pub(super) fn choose(&mut self, a: SourceId, b: SourceId, choice: Choice) {
        let choices = self.0.entry((a, b)).or_default();
        choices.retain(|earlier| (earlier.a, earlier.b) != (choice.a, choice.b));
        choices.push(choice);
    }

    /// Sets the choices of a pair; the last word on two passages counts.
    pub(super) fn insert(
        &mut self,
        a: SourceId,
        b: SourceId,
        choices: impl DoubleEndedIterator<Item = Choice>,
    ) {
        let mut seen = BTreeSet::new();
        let mut kept: Vec<Choice> = choices
            .rev()
            .filter(|choice| seen.insert((choice.a, choice.b)))
            .collect();
        kept.reverse();
        self.0.insert((a, b), kept);
    }

    /// Forgets the choices of one pair.
    pub(super) fn reset(&mut self, a: SourceId, b: SourceId) {
        self.0.remove(&(a, b));
    }

    /// Forgets every pair that `id` is part of.
    pub(super) fn forget(&mut self, id: SourceId) {
        self.0.retain(|(a, b), _| *a != id && *b != id);
    }

    /// Every pair with choices.
    pub(super) fn iter(&self) -> impl Iterator<Item = ((SourceId, SourceId), &[Choice])> {
        self.0
            .iter()
            .map(|(pair, choices)| (*pair, choices.as_slice()))
    }
}
