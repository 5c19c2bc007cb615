//! The mean of paired differences, with an interval and a p-value that hold their level: a studentised
//! sign-change permutation test (Fisher 1935; Janssen 1999), exact where either side of a pair might have been the
//! other.

use super::interval::Interval;
use super::ratio::{DRAWS, MIN_CLUSTERS, MIN_NON_ZERO, RatioTest, TIE, TestError, held_against};
use super::rng::Rng;

/// Tests whether the mean of `differences`, one a pair, is zero. Changing every sign changes the sign of the result
/// and nothing else.
///
/// # Errors
/// [`TestError`] where there is too little to say anything.
pub fn test_paired(differences: &[f64], seed: u64) -> Result<RatioTest, TestError> {
    if differences.len() < MIN_CLUSTERS {
        return Err(TestError::TooShort);
    }
    if differences.iter().filter(|d| **d != 0.0).count() < MIN_NON_ZERO {
        return Err(TestError::TooFew);
    }
    // An order and signs of their own: the same draws whichever side is A.
    let mut sizes: Vec<f64> = differences.iter().map(|d| d.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let n = differences.len() as f64;
    let squares: f64 = sizes.iter().map(|size| size * size).sum();
    let mut sorted = differences.to_vec();
    sorted.sort_by(|one, other| one.abs().total_cmp(&other.abs()).then(one.total_cmp(other)));
    let mean = sorted.iter().sum::<f64>() / n;
    let error = |mean: f64| ((squares - n * mean * mean).max(0.0) / (n - 1.0) / n).sqrt();
    let statistic = |mean: f64| {
        let error = error(mean);
        if error > 0.0 {
            mean.abs() / error
        } else {
            f64::INFINITY
        }
    };
    let mut rng = Rng::new(seed);
    let drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let signed = sizes
                .iter()
                .map(|size| if rng.below(2) == 0 { *size } else { -size });
            statistic(signed.sum::<f64>() / n)
        })
        .collect();
    let (as_large, critical) = held_against(drawn, statistic(mean));
    let half = critical.unwrap_or(f64::INFINITY) * error(mean);
    if error(mean) <= 0.0 || !half.is_finite() {
        return Err(TestError::TooFew);
    }
    Ok(RatioTest {
        difference: mean,
        interval: Interval::around(mean, half * (1.0 + 2.0 * TIE)),
        p: (1 + as_large) as f64 / (1 + DRAWS) as f64,
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{TestError, test_paired};
    use crate::stats::Rng;

    #[test]
    fn a_shift_is_found_and_its_sign_turns_with_the_sides() {
        let values: Vec<f64> = (0..20).map(|v| 1.0 + f64::from(v % 5) / 4.0).collect();
        let found = test_paired(&values, 7).unwrap();
        assert!(found.interval.excludes(0.0) && found.p < 0.01);
        let turned: Vec<f64> = values.iter().map(|v| -v).collect();
        let other = test_paired(&turned, 7).unwrap();
        assert!((found.difference + other.difference).abs() < 1e-12);
        assert!((found.interval.low + other.interval.high).abs() < 1e-12);
        assert!((found.p - other.p).abs() < 1e-12);
    }

    #[test]
    fn chance_is_claimed_at_its_level() {
        let mut rng = Rng::new(3);
        let mut claimed = 0;
        for seed in 0..400 {
            let values: Vec<f64> = (0..24)
                .map(|_| {
                    let sum: usize = (0..4).map(|_| rng.below(1_000)).sum();
                    sum as f64 - 1_998.0
                })
                .collect();
            let found = test_paired(&values, seed).unwrap();
            claimed += usize::from(found.interval.excludes(0.0));
            assert_eq!(found.interval.excludes(0.0), found.p <= 0.05);
        }
        assert!((8..=34).contains(&claimed), "{claimed} of 400");
    }

    #[test]
    fn too_little_is_said() {
        assert_eq!(test_paired(&[1.0; 7], 1), Err(TestError::TooShort));
        assert_eq!(test_paired(&[0.0; 12], 1), Err(TestError::TooFew));
    }
}
