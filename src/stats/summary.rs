//! One group described: mean, median, and a ratio of sums with its interval.

use serde::{Deserialize, Serialize};

use super::interval::Interval;
use super::moments::{Moments, Ratio};
use super::ratio::MIN_CLUSTERS;

/// A ratio of sums over clusters, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RatioSummary {
    /// The sum of tops over the sum of bottoms.
    pub value: f64,
    /// 95 % interval (Student's t on the linearised ratio); `None` below eight clusters.
    pub interval: Option<Interval>,
    /// Clusters with something to divide by.
    pub n: usize,
}

/// Describes one group of clusters; `None` where there is nothing to divide by.
pub fn summarise(parts: &[Ratio]) -> Option<RatioSummary> {
    let usable: Vec<Ratio> = parts.iter().copied().filter(|p| p.bottom > 0.0).collect();
    let n = usable.len();
    if n == 0 {
        return None;
    }
    let moments = Moments::of(&usable);
    let value = moments.ratio();
    let interval = (n >= MIN_CLUSTERS).then(|| {
        let half = student_t_975(n as f64 - 1.0) * moments.variance().sqrt();
        Interval::around(value, half)
    });
    Some(RatioSummary { value, interval, n })
}

/// The mean; `None` without values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The median, the mean of the middle two where their number is even; `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    Some(f64::midpoint(lower, upper))
}

/// The value below which `share` (0 to 1) of `sorted` values lie, interpolated between neighbours (type 7 of
/// Hyndman and Fan 1996); `None` without values.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = sorted.len().checked_sub(1)? as f64 * share.clamp(0.0, 1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place within the slice"
    )]
    let below = place.floor() as usize;
    let low = *sorted.get(below)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * place.fract())
}

/// The 97.5 % point of Student's t by its expansion about the normal (Abramowitz & Stegun 26.7.5);
/// right to 0.001 from five degrees of freedom.
fn student_t_975(df: f64) -> f64 {
    let z = 1.959_963_984_540_054_f64;
    let g1 = (z.powi(3) + z) / 4.0;
    let g2 = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let g3 = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    let g4 = (79.0 * z.powi(9) + 776.0 * z.powi(7) + 1_482.0 * z.powi(5)
        - 1_920.0 * z.powi(3)
        - 945.0 * z)
        / 92_160.0;
    z + g1 / df + g2 / df.powi(2) + g3 / df.powi(3) + g4 / df.powi(4)
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod tests {
    use super::{Ratio, mean, median, quantile, student_t_975, summarise};

    #[test]
    fn student_t_agrees_with_the_tables() {
        for (df, expected) in [(5.0, 2.5706), (7.0, 2.3646), (10.0, 2.2281), (30.0, 2.0423)] {
            assert!((student_t_975(df) - expected).abs() < 1e-3, "{df}");
        }
    }

    #[test]
    fn with_equal_weights_the_interval_is_the_textbook_one() {
        let parts: Vec<Ratio> = (1..=9)
            .map(|v| Ratio {
                top: f64::from(v),
                bottom: 1.0,
            })
            .collect();
        let summary = summarise(&parts).unwrap();
        assert_eq!(summary.value, 5.0);
        // t(8) = 2.3060, sd = 2.7386, n = 9
        let half = 2.3060 * 2.738_612_8 / 3.0;
        let interval = summary.interval.unwrap();
        assert!((interval.high - 5.0 - half).abs() < 1e-3);
        assert!(summarise(&parts[..7]).unwrap().interval.is_none());
        assert!(summarise(&[]).is_none());
    }

    #[test]
    fn mean_and_median() {
        assert_eq!(median(&[3.0, 1.0, 2.0, 10.0]), Some(2.5));
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
        assert_eq!(mean(&[1.0, 2.0]), Some(1.5));
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn quantiles_interpolate_between_neighbours() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile(&values, 0.0), Some(1.0));
        assert_eq!(quantile(&values, 0.25), Some(1.75));
        assert_eq!(quantile(&values, 1.0), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
