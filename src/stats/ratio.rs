//! Ratios of sums over clusters: their difference between two groups, with an interval and a p-value
//! that hold their level.
//!
//! The interval is a studentised permutation interval (Janssen 1997; Chung & Romano 2013): the
//! difference plus and minus its linearised standard error times the 95 % point of the same statistic
//! over random relabellings of the clusters. On random halves of one article it claims a difference
//! 4–5 % of the time for dense and for sparse measures alike, where Welch's interval claims 2 % for
//! sparse ones (and up to 14 % once those without words to count are set aside) and the percentile
//! bootstrap 11 % for dense ones.

use super::draws::Plan;
use super::interval::{Interval, LEVEL};
use super::moments::{Moments, Ratio};

/// The fewest clusters a side for which an interval is given.
pub const MIN_CLUSTERS: usize = 8;

/// The fewest clusters, both sides together, that must hold something to count.
pub(super) const MIN_NON_ZERO: usize = 3;

/// Relabellings for small groups; with this number the 100th largest statistic is the 95 % point.
pub(super) const DRAWS: usize = 1_999;

/// The fewest relabellings, for large groups.
const MIN_DRAWS: usize = 499;

/// Clusters visited over all relabellings before their number is reduced.
const WORK: usize = 4_000_000;

/// Statistics closer than this share count as equal, so that summing in another order changes nothing.
pub(super) const TIE: f64 = 1e-9;

/// The difference between two ratios of sums.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatioTest {
    /// A's ratio less B's.
    pub difference: f64,
    /// 95 % interval of the difference.
    pub interval: Interval,
    /// Two-sided permutation p-value; at most 0.05 exactly when the interval excludes zero.
    pub p: f64,
}

/// Why two groups cannot be tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TestError {
    /// A side has fewer than eight clusters.
    #[error("too short to compare")]
    TooShort,
    /// Hardly any cluster holds something to count, or all hold the same.
    #[error("too little to count")]
    TooFew,
}

/// The sum of tops over the sum of bottoms; `None` where the bottoms sum to 0.
pub fn ratio_of_sums<'a>(parts: impl IntoIterator<Item = &'a Ratio>) -> Option<f64> {
    parts.into_iter().copied().sum::<Ratio>().value()
}

/// Tests the difference between the ratios of two groups of clusters. Clusters with nothing to divide
/// by are left out. Swapping the groups flips the sign of the result and changes nothing else.
///
/// # Errors
/// [`TestError`] where there is too little to say anything.
pub fn test_difference(a: &[Ratio], b: &[Ratio], seed: u64) -> Result<RatioTest, TestError> {
    let a = usable(a);
    let b = usable(b);
    if a.len().min(b.len()) < MIN_CLUSTERS {
        return Err(TestError::TooShort);
    }
    let non_zero = a.iter().chain(&b).filter(|p| p.top != 0.0).count();
    if non_zero < MIN_NON_ZERO {
        return Err(TestError::TooFew);
    }
    let (of_a, of_b) = (Moments::of(&a), Moments::of(&b));
    let difference = of_a.ratio() - of_b.ratio();
    let error = (of_a.variance() + of_b.variance()).sqrt();
    let observed = statistic(&of_a, &of_b);
    let relabelled = relabelled_statistics(&a, &b, seed);
    let draws = relabelled.len();
    let (as_large, critical) = held_against(relabelled, observed);
    let half = critical.unwrap_or(f64::INFINITY) * error;
    if error <= 0.0 || !half.is_finite() {
        return Err(TestError::TooFew);
    }
    Ok(RatioTest {
        difference,
        interval: Interval::around(difference, half * (1.0 + 2.0 * TIE)),
        p: (1 + as_large) as f64 / (1 + draws) as f64,
    })
}

/// How many statistics over relabellings are as large as the one observed, and which is their 95 % point.
pub(super) fn held_against(mut relabelled: Vec<f64>, observed: f64) -> (usize, Option<f64>) {
    let least = observed * (1.0 - TIE);
    let as_large = relabelled.iter().filter(|&&t| t >= least).count();
    let rank = critical_rank(relabelled.len());
    let critical = (rank < relabelled.len()).then(|| {
        let (_, critical, _) = relabelled.select_nth_unstable_by(rank, |x, y| y.total_cmp(x));
        *critical
    });
    (as_large, critical)
}

/// The position, from the largest, of the first statistic whose p-value exceeds 0.05.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive count"
)]
pub(super) fn critical_rank(draws: usize) -> usize {
    let allowed = ((1.0 - LEVEL) * (draws + 1) as f64 + TIE).floor() as usize;
    allowed.saturating_sub(1)
}

fn usable(parts: &[Ratio]) -> Vec<Ratio> {
    parts.iter().copied().filter(|p| p.bottom > 0.0).collect()
}

/// The absolute difference in standard errors; infinite where the error is 0 and the difference not.
fn statistic(a: &Moments, b: &Moments) -> f64 {
    let (ra, rb) = (a.ratio(), b.ratio());
    let difference = (ra - rb).abs();
    let error = (a.variance() + b.variance()).sqrt();
    if error > 0.0 {
        difference / error
    } else if difference <= TIE * ra.abs().max(rb.abs()) {
        0.0
    } else {
        f64::INFINITY
    }
}

/// The statistic over random relabellings. The pool is put in a canonical order and the smaller group
/// drawn from it, so that the result does not depend on which group is A.
fn relabelled_statistics(a: &[Ratio], b: &[Ratio], seed: u64) -> Vec<f64> {
    let mut pool = a.to_vec();
    pool.extend_from_slice(b);
    pool.sort_by(|x, y| x.top.total_cmp(&y.top).then(x.bottom.total_cmp(&y.bottom)));
    let all = Moments::of(&pool);
    let drawn = a.len().min(b.len());
    let plan = Plan {
        clusters: pool.len(),
        drawn,
        draws: draws_for(drawn),
        seed,
    };
    let each: Vec<Moments> = pool.iter().map(Moments::from).collect();
    let mut out = Vec::with_capacity(plan.draws);
    plan.each(|group| {
        let group = Moments::chosen(&each, group);
        out.push(statistic(&group, &all.without(&group)));
    });
    out
}

/// Fewer relabellings for large groups; one more than the number is always a multiple of 20.
fn draws_for(drawn: usize) -> usize {
    let affordable = WORK / drawn.max(1) / 20 * 20;
    affordable.saturating_sub(1).clamp(MIN_DRAWS, DRAWS)
}

#[cfg(test)]
mod tests {
    use super::{draws_for, relabelled_statistics, statistic};
    use crate::stats::Rng;
    use crate::stats::moments::{Moments, Ratio};

    /// What is drawn once and summed by position is, to the last bit, what shuffling the clusters themselves gives.
    #[test]
    fn drawing_once_changes_no_figure() {
        let mut rng = Rng::new(5);
        let mut group = |n: usize| -> Vec<Ratio> {
            (0..n)
                .map(|_| Ratio {
                    top: rng.below(1_000) as f64 / 7.0,
                    bottom: 1.0 + rng.below(90) as f64,
                })
                .collect()
        };
        for (a, b) in [(8, 12), (30, 9), (8, 12), (400, 300)] {
            let (a, b) = (group(a), group(b));
            let mut pool: Vec<Ratio> = a.iter().chain(&b).copied().collect();
            pool.sort_by(|x, y| x.top.total_cmp(&y.top).then(x.bottom.total_cmp(&y.bottom)));
            let all = Moments::of(&pool);
            let drawn = a.len().min(b.len());
            let mut rng = Rng::new(11);
            let plain: Vec<f64> = (0..draws_for(drawn))
                .map(|_| {
                    rng.choose(&mut pool, drawn);
                    let group = Moments::of(pool.iter().take(drawn));
                    statistic(&group, &all.without(&group))
                })
                .collect();
            let once = relabelled_statistics(&a, &b, 11);
            let bits = |all: &[f64]| all.iter().map(|t| t.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&plain), bits(&once));
        }
    }
}
