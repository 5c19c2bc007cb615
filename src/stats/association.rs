//! How far two series of figures of the same units go together, each way with a bootstrap interval by unit.

use super::agreement::Estimate;
use super::bca::bca;
use super::rng::Rng;
use crate::work::{Progress, Stopped, Threads, map};

/// How many samples are drawn.
const RESAMPLES: usize = 1_000;
/// Samples drawn by one thread at a time.
const AT_A_TIME: usize = 50;
/// Groups of units left out in turn, at most.
const LEFT_OUT: usize = 200;
/// The fewest units for which an interval is given.
const MIN_UNITS: usize = 8;

/// What `statistic` says of all of `units` units, with its 95 % bootstrap interval (bias-corrected and accelerated).
/// It is given positions of units, each as often as it was drawn. The same `seed` gives the same interval on any
/// number of threads. `None` where it has no value.
///
/// # Errors
/// [`Stopped`] where `progress` says so.
pub fn bootstrapped(
    units: usize,
    seed: u64,
    progress: &Progress,
    statistic: impl Fn(&[usize]) -> Option<f64> + Sync,
) -> Result<Option<Estimate>, Stopped> {
    let all: Vec<usize> = (0..units).collect();
    let Some(value) = statistic(&all) else {
        return Ok(None);
    };
    if units < MIN_UNITS {
        let interval = None;
        return Ok(Some(Estimate { value, interval }));
    }
    let mut starts = Rng::new(seed);
    let starts: Vec<u64> = (0..RESAMPLES / AT_A_TIME)
        .map(|_| starts.next_u64())
        .collect();
    let samples = map(starts, Threads::default(), progress, |start| {
        let mut rng = Rng::new(start);
        let sample = |_| {
            let drawn: Vec<usize> = (0..units).map(|_| rng.below(units)).collect();
            statistic(&drawn)
        };
        (0..AT_A_TIME).filter_map(sample).collect::<Vec<f64>>()
    })?;
    let groups = units.min(LEFT_OUT);
    let without = (0..groups).filter_map(|group| {
        let kept: Vec<usize> = (0..units).filter(|unit| unit % groups != group).collect();
        statistic(&kept)
    });
    let interval = bca(
        value,
        samples.concat(),
        RESAMPLES,
        &without.collect::<Vec<_>>(),
    );
    Ok(Some(Estimate { value, interval }))
}

/// Pearson's correlation of pairs; `None` where one side does not vary.
pub fn pearson(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let sums = pairs
        .iter()
        .fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
    let (mean_x, mean_y) = (sums.0 / n, sums.1 / n);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        let (dx, dy) = (x - mean_x, y - mean_y);
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    (xx > 0.0 && yy > 0.0).then(|| (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0))
}

/// Spearman's rank correlation, ties at their mean rank; `None` where one side does not vary.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let x = ranks(pairs.iter().map(|(x, _)| *x));
    let y = ranks(pairs.iter().map(|(_, y)| *y));
    pearson(&x.into_iter().zip(y).collect::<Vec<_>>())
}

/// The rank of each value from 1, equal values at their mean rank.
fn ranks(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<(usize, f64)> = values.enumerate().collect();
    sorted.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![0.0; sorted.len()];
    let mut below = 0;
    for equal in sorted.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
        let rank = below as f64 + f64::midpoint(equal.len() as f64, 1.0);
        for (at, _) in equal {
            if let Some(slot) = ranks.get_mut(*at) {
                *slot = rank;
            }
        }
        below += equal.len();
    }
    ranks
}

/// The area under the ROC curve: how often a unit of which the first figure is above ½ has the higher second figure,
/// ties counted half. `None` without units of both kinds.
pub fn auc(pairs: &[(f64, f64)]) -> Option<f64> {
    let ranks = ranks(pairs.iter().map(|(_, y)| *y));
    let (mut sum, mut yes) = (0.0, 0.0);
    for ((x, _), rank) in pairs.iter().zip(ranks) {
        if *x > 0.5 {
            sum += rank;
            yes += 1.0;
        }
    }
    let no = pairs.len() as f64 - yes;
    (yes > 0.0 && no > 0.0).then(|| (sum - yes * (yes + 1.0) / 2.0) / (yes * no))
}

/// F1 of the second figure against the first, both taken for yes above ½. `None` where neither ever says yes.
pub fn f1(pairs: &[(f64, f64)]) -> Option<f64> {
    let (mut hit, mut off) = (0.0, 0.0);
    for (x, y) in pairs {
        match (*x > 0.5, *y > 0.5) {
            (true, true) => hit += 1.0,
            (true, false) | (false, true) => off += 1.0,
            (false, false) => {}
        }
    }
    (hit + off > 0.0).then(|| 2.0 * hit / (2.0 * hit + off))
}

#[cfg(test)]
mod tests {
    use super::{auc, f1, pearson, spearman};

    #[test]
    fn they_give_the_figures_of_scipy_and_scikit_learn() {
        let pairs = [(1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (4.0, 3.5), (5.0, 4.0)];
        // scipy.stats.pearsonr, spearmanr
        let near = |got: Option<f64>, expected: f64| {
            assert!(
                got.is_some_and(|got| (got - expected).abs() < 1e-6),
                "{got:?} {expected}"
            );
        };
        near(pearson(&pairs), 0.766_032_3);
        near(spearman(&pairs), 0.718_184_8);
        assert_eq!(pearson(&[(1.0, 2.0), (1.0, 3.0)]), None);
        // sklearn.metrics.roc_auc_score, f1_score
        let yes = [(0.0, 0.1), (0.0, 0.6), (1.0, 0.6), (1.0, 0.9), (1.0, 0.2)];
        near(auc(&yes), 0.75);
        near(f1(&yes), 2.0 / 3.0);
        assert_eq!(f1(&[(0.0, 0.0)]), None);
    }
}
