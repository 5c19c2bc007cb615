//! Made-up coders with a known truth, for the tests of agreement and for the program that measures its intervals.

#![expect(
    clippy::unwrap_used,
    clippy::similar_names,
    reason = "tests and figures"
)]

use parallax::stats::{
    Agreement, COEFFICIENTS, Codes, CodesError, Level, Rng, agreement, coefficients,
};
use parallax::work::{Progress, Threads};

/// Codes of a table: a row a unit, a column a coder.
pub(crate) fn codes(table: &[Vec<Option<f64>>]) -> Result<Codes, CodesError> {
    let mut values: Vec<f64> = table.iter().flatten().copied().flatten().collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let coders = table.iter().map(Vec::len).max().unwrap_or_default();
    let at = |value: f64| values.partition_point(|&other| other < value);
    let unit = |row: &Vec<Option<f64>>| {
        let codes = row.iter().enumerate();
        codes
            .filter_map(|(coder, code)| code.map(|code| (coder, at(code))))
            .collect()
    };
    Codes::new(coders, &values, table.iter().map(unit).collect())
}

pub(crate) fn measured(codes: &Codes, level: Level) -> Agreement {
    agreement(codes, level, 1, Threads::default(), &Progress::default()).unwrap()
}

/// Units of a population: a truth a unit, coders who see it by their skill.
pub(crate) fn population(
    units: usize,
    lopsided: usize,
    coders: usize,
    rng: &mut Rng,
) -> Vec<Vec<Option<f64>>> {
    let unit = |rng: &mut Rng| {
        let truth = rng.below(2 + lopsided).min(2);
        let code = |rng: &mut Rng| {
            let value = if rng.below(10) < 7 {
                truth
            } else {
                rng.below(3)
            };
            (rng.below(20) > 0).then_some(value as f64)
        };
        (0..coders).map(|_| code(rng)).collect()
    };
    (0..units).map(|_| unit(rng)).collect()
}

/// How often the interval holds what the population has, for each coefficient.
pub(crate) fn covered(
    studies: usize,
    units: usize,
    lopsided: usize,
    coders: usize,
    level: Level,
) -> [f64; 6] {
    let mut rng = Rng::new(units as u64 + 31 * lopsided as u64 + 7 * coders as u64);
    let truth = codes(&population(100_000, lopsided, coders, &mut rng)).unwrap();
    let truth = coefficients(&truth, level);
    let mut held = [0.0; 6];
    for _ in 0..studies {
        let codes = codes(&population(units, lopsided, coders, &mut rng)).unwrap();
        let got = measured(&codes, level);
        for (held, (which, truth)) in held.iter_mut().zip(COEFFICIENTS.into_iter().zip(truth)) {
            let interval = got.get(which).and_then(|estimate| estimate.interval);
            let is_in = interval.is_some_and(|interval| !interval.excludes(truth.unwrap()));
            *held += f64::from(u8::from(is_in));
        }
    }
    held.map(|count| count / studies as f64)
}
