//! Two sources of a matrix compared by one measure.

use crate::article::Side;
use crate::compare::difference::{Difference, SecondOpinion, Test};
use crate::compare::verdict::Verdict;
use crate::stats::Interval;

/// Two sources compared by one measure.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The column of the first.
    pub a: usize,
    /// The column of the second.
    pub b: usize,
    /// What they differ by: the first's value less the second's.
    pub difference: Difference,
}

impl Pair {
    /// Whether the difference is clear after adjusting over all pairs shown.
    pub const fn is_clear(&self) -> bool {
        matches!(self.difference.verdict, Verdict::Clear)
    }

    /// The column of the higher value and that of the lower; `None` where neither is higher.
    pub fn order(&self) -> Option<(usize, usize)> {
        match self.difference.higher()? {
            Side::A => Some((self.a, self.b)),
            Side::B => Some((self.b, self.a)),
        }
    }

    /// The same with the second first.
    #[must_use]
    pub fn turned(self) -> Self {
        Self {
            a: self.b,
            b: self.a,
            difference: turned(self.difference),
        }
    }

    /// Forgets an adjustment made over other pairs.
    pub(super) fn unadjust(&mut self) {
        let item = &mut self.difference;
        item.verdict = unadjusted(item.verdict, item.test);
        if let Some(second) = &mut item.second {
            second.verdict = unadjusted(second.verdict, second.test);
        }
    }
}

fn unadjusted(verdict: Verdict, test: Option<Test>) -> Verdict {
    match test {
        Some(test) if test.interval.excludes(0.0) => Verdict::Clear,
        Some(_) => Verdict::NoClearDifference,
        None => verdict,
    }
}

fn turned(item: Difference) -> Difference {
    let turn = |test: Option<Test>| {
        test.map(|test| Test {
            interval: Interval {
                low: -test.interval.high,
                high: -test.interval.low,
            },
            effect: test.effect.turned(),
            ..test
        })
    };
    Difference {
        a: item.b,
        b: item.a,
        n_a: item.n_b,
        n_b: item.n_a,
        test: turn(item.test),
        second: item.second.map(|second| SecondOpinion {
            a: second.b,
            b: second.a,
            test: turn(second.test),
            ..second
        }),
        ..item
    }
}
