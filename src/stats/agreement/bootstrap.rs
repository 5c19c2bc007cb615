//! Every coefficient with its interval: units are drawn again, with replacement, on all cores.

use serde::Serialize;

use super::coefficient::{COEFFICIENTS, Coefficient, Ready};
use super::level::Level;
use super::table::Codes;
use crate::stats::Rng;
use crate::stats::bca::bca;
use crate::stats::interval::Interval;
use crate::work::{Progress, Stopped, Threads, map};

/// How many samples are drawn.
pub const RESAMPLES: usize = 1_000;

/// Samples drawn by one thread at a time.
const AT_A_TIME: usize = 25;

/// Groups of units left out in turn, at most: what the interval's acceleration needs is the same as from
/// single units.
const LEFT_OUT: usize = 200;

/// The fewest units that two coders share for which an interval is given.
const MIN_UNITS: usize = 8;

/// A coefficient and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The coefficient: 1 is full agreement, 0 what chance would give; per cent agreement is a share.
    pub value: f64,
    /// Its 95 % interval; `None` where too few units were coded by two, or too many samples have no value.
    pub interval: Option<Interval>,
}

/// Every coefficient of one variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// In the order of [`COEFFICIENTS`]; `None` where one is not defined, as where all codes are the same.
    estimates: [Option<Estimate>; 6],
}

impl Agreement {
    /// One coefficient.
    pub fn get(&self, coefficient: Coefficient) -> Option<Estimate> {
        let at = COEFFICIENTS.iter().position(|known| *known == coefficient);
        at.and_then(|at| self.estimates.get(at).copied().flatten())
    }
}

/// Every coefficient of `codes` at `level`, with a bias-corrected and accelerated bootstrap interval by unit
/// (Efron 1987). The same `seed` gives the same figures on any number of threads.
///
/// # Errors
/// [`Stopped`] where `progress` says so.
pub fn agreement(
    codes: &Codes,
    level: Level,
    seed: u64,
    threads: Threads,
    progress: &Progress,
) -> Result<Agreement, Stopped> {
    let ready = Ready::new(codes, level);
    let units = ready.units();
    let values = ready.coefficients(&vec![1.0; units]);
    let mut estimates = values.map(|value| {
        value.map(|value| Estimate {
            value,
            interval: None,
        })
    });
    if codes.shared() >= MIN_UNITS {
        let mut starts = Rng::new(seed);
        let starts: Vec<u64> = (0..RESAMPLES / AT_A_TIME)
            .map(|_| starts.next_u64())
            .collect();
        let batches = map(starts, threads, progress, |start| {
            let mut rng = Rng::new(start);
            let sample = |_| ready.coefficients(&drawn(units, &mut rng));
            (0..AT_A_TIME).map(sample).collect::<Vec<_>>()
        })?;
        let samples: Vec<[Option<f64>; 6]> = batches.into_iter().flatten().collect();
        let groups = units.min(LEFT_OUT);
        let without = map(0..groups, threads, progress, |group| {
            let kept = |unit: usize| f64::from(u8::from(unit % groups != group));
            ready.coefficients(&(0..units).map(kept).collect::<Vec<_>>())
        })?;
        for (at, estimate) in estimates.iter_mut().enumerate() {
            let Some(estimate) = estimate else { continue };
            let of = |all: &[[Option<f64>; 6]]| -> Vec<f64> {
                let one = all.iter().filter_map(|all| all.get(at).copied().flatten());
                one.collect()
            };
            estimate.interval = bca(estimate.value, of(&samples), RESAMPLES, &of(&without));
        }
    }
    Ok(Agreement { estimates })
}

/// Every coefficient of `codes` at `level` in the order of [`COEFFICIENTS`], without intervals.
pub fn coefficients(codes: &Codes, level: Level) -> [Option<f64>; 6] {
    let ready = Ready::new(codes, level);
    ready.coefficients(&vec![1.0; ready.units()])
}

/// How often each unit is in a sample of as many.
fn drawn(units: usize, rng: &mut Rng) -> Vec<f64> {
    let mut weights = vec![0.0; units];
    for _ in 0..units {
        if let Some(weight) = weights.get_mut(rng.below(units)) {
            *weight += 1.0;
        }
    }
    weights
}
