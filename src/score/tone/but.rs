//! `_but_check`: what stands before the first "but" counts half, what stands after it half as much again.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::evidence::Rule;

/// Up to this many words, looking for the first equal value beats keeping an index.
const FEW: usize = 32;

/// Re-weights `values`, the words' valences in order, none of them zero; `side` tells on which side of
/// "but" each stands, and `change` is told each change made: which word, by which rule.
///
/// Trap: the reference walks its list of valences while it changes it, and for every value it meets it
/// changes the *first* equal value in the list, which may be another word's, on the other side, or one
/// changed before. Zeros stay zero, so they can be left out.
pub(super) fn but_check(
    values: &mut [f64],
    side: impl Fn(usize) -> Rule,
    mut change: impl FnMut(usize, Rule, f64),
) {
    let mut index = (values.len() > FEW).then(|| FirstEqual::new(values));
    for at in 0..values.len() {
        let Some(value) = values.get(at).copied() else {
            return;
        };
        let first = match &mut index {
            Some(index) => index.first(value, values),
            None => values.iter().position(|other| same(*other, value)),
        };
        let Some((first, slot)) = first.and_then(|first| Some((first, values.get_mut(first)?)))
        else {
            continue;
        };
        let rule = side(first);
        let after = value * if rule == Rule::BeforeBut { 0.5 } else { 1.5 };
        *slot = after;
        change(first, rule, after);
        if let Some(index) = &mut index {
            index.add(first, after);
        }
    }
}

/// Equal, for numbers that are neither zero nor NaN.
fn same(one: f64, other: f64) -> bool {
    one.to_bits() == other.to_bits()
}

/// For every value, the positions that hold or once held it, lowest first: keeps a text with a hundred
/// thousand words linear.
struct FirstEqual(HashMap<u64, BinaryHeap<Reverse<usize>>>);

impl FirstEqual {
    fn new(values: &[f64]) -> Self {
        let mut index = Self(HashMap::new());
        for (at, value) in values.iter().enumerate() {
            index.add(at, *value);
        }
        index
    }

    fn add(&mut self, at: usize, value: f64) {
        self.0.entry(value.to_bits()).or_default().push(Reverse(at));
    }

    /// The first position that holds `value` now.
    fn first(&mut self, value: f64, values: &[f64]) -> Option<usize> {
        let positions = self.0.get_mut(&value.to_bits())?;
        while let Some(Reverse(at)) = positions.peek().copied() {
            if values.get(at).is_some_and(|held| same(*held, value)) {
                return Some(at);
            }
            positions.pop();
        }
        None
    }
}
