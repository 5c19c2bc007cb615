//! `_but_check`: what stands before the first "but" counts half, what stands after it half as much again.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::evidence::{Rule, RuleStep, WordTone};
use crate::article::Span;

/// Up to this many words, looking for the first equal value beats keeping an index.
const FEW: usize = 32;

/// The same with every word changed once, by where it stands.
pub(super) fn but_once(words: &mut [WordTone], positions: &[usize], but: usize, cause: Span) {
    for (word, position) in words.iter_mut().zip(positions) {
        weigh(word, *position < but, cause);
    }
}

fn weigh(word: &mut WordTone, before_but: bool, cause: Span) {
    let (rule, factor) = if before_but {
        (Rule::BeforeBut, 0.5)
    } else {
        (Rule::AfterBut, 1.5)
    };
    let before = word.valence;
    word.valence = before * factor;
    word.rules.push(RuleStep {
        rule,
        cause,
        before,
        after: word.valence,
    });
}

/// Re-weights `words`, whose tokens stand at `positions`, around the "but" at token `but`, which covers
/// `cause`.
///
/// Trap: the reference walks its list of valences while it changes it, and for every value it meets it
/// changes the *first* equal value in the list, which may be another word's, on the other side, or one
/// changed before. Zeros stay zero, so they can be left out.
pub(super) fn but_check(words: &mut [WordTone], positions: &[usize], but: usize, cause: Span) {
    let mut index = (words.len() > FEW).then(|| FirstEqual::new(words));
    for at in 0..words.len() {
        let Some(value) = words.get(at).map(|word| word.valence) else {
            return;
        };
        let first = match &mut index {
            Some(index) => index.first(value, words),
            None => words.iter().position(|word| same(word.valence, value)),
        };
        let Some(first) = first else {
            continue;
        };
        let before = positions.get(first).is_some_and(|position| *position < but);
        let Some(word) = words.get_mut(first) else {
            return;
        };
        weigh(word, before, cause);
        if let Some(index) = &mut index {
            index.add(first, word.valence);
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
    fn new(words: &[WordTone]) -> Self {
        let mut index = Self(HashMap::new());
        for (at, word) in words.iter().enumerate() {
            index.add(at, word.valence);
        }
        index
    }

    fn add(&mut self, at: usize, value: f64) {
        self.0.entry(value.to_bits()).or_default().push(Reverse(at));
    }

    /// The first position that holds `value` now.
    fn first(&mut self, value: f64, words: &[WordTone]) -> Option<usize> {
        let positions = self.0.get_mut(&value.to_bits())?;
        while let Some(Reverse(at)) = positions.peek().copied() {
            if words.get(at).is_some_and(|word| same(word.valence, value)) {
                return Some(at);
            }
            positions.pop();
        }
        None
    }
}
