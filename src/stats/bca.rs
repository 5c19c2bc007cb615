//! The bias-corrected and accelerated bootstrap interval.

use super::interval::{Interval, LEVEL};
use super::normal::{normal_quantile, normal_share};
use super::summary::{mean, quantile};

/// The share of samples that may have no value before there is no interval.
const UNDEFINED: f64 = 0.05;

/// The 95 % interval of `value` (Efron 1987, with ties halved) from the values of bootstrap samples, of `drawn` that were
/// drawn, and those with parts left out in turn. `None` where one sample in twenty has no value.
pub(super) fn bca(
    value: f64,
    mut samples: Vec<f64>,
    drawn: usize,
    without: &[f64],
) -> Option<Interval> {
    if (samples.len() as f64) < (1.0 - UNDEFINED) * drawn as f64 {
        return None;
    }
    samples.sort_by(f64::total_cmp);
    let n = samples.len() as f64;
    let near = 1e-12 * (1.0 + value.abs());
    let below = samples.partition_point(|sample| *sample < value - near) as f64;
    let up_to = samples.partition_point(|sample| *sample <= value + near) as f64;
    // Never beyond what so many samples can tell.
    let share = (f64::midpoint(below, up_to) / n).clamp(1.0 / n, 1.0 - 1.0 / n);
    let bias = normal_quantile(share);
    let middle = mean(without).unwrap_or(value);
    let (mut squares, mut cubes) = (0.0, 0.0);
    for part in without {
        let off = middle - part;
        squares += off * off;
        cubes += off * off * off;
    }
    let acceleration = if squares > 0.0 {
        cubes / (6.0 * squares.powf(1.5))
    } else {
        0.0
    };
    let end = |tail: f64| {
        let z = bias + normal_quantile(tail);
        let share = normal_share(bias + z / (1.0 - acceleration * z));
        quantile(&samples, share)
    };
    let tail = (1.0 - LEVEL) / 2.0;
    Some(Interval {
        low: end(tail)?,
        high: end(1.0 - tail)?,
    })
}
