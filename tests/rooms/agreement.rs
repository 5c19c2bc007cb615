//! Agreement coefficients against the reference packages, published examples, and their own promises.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::similar_names,
    reason = "tests; what is ignored prints its figures"
)]

use std::time::Instant;

use parallax::stats::{
    Agreement, COEFFICIENTS, Codes, CodesError, Coefficient, Level, Rng, agreement, coefficients,
};
use parallax::work::{Progress, Threads};

/// Codes of a table: a row a unit, a column a coder.
fn codes(table: &[Vec<Option<f64>>]) -> Result<Codes, CodesError> {
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

fn measured(codes: &Codes, level: Level) -> Agreement {
    agreement(codes, level, 1, Threads::default(), &Progress::default()).unwrap()
}

fn values(table: &[Vec<Option<f64>>], level: Level) -> [Option<f64>; 6] {
    coefficients(&codes(table).unwrap(), level)
}

#[derive(serde::Deserialize)]
struct Reference {
    level: Level,
    codes: Vec<Vec<Option<f64>>>,
    percent: f64,
    kappa: f64,
    fleiss: f64,
    alpha: f64,
    ac1: f64,
    ac2: f64,
}

/// tests/fixtures/study/agreement.py makes the tables and names the packages.
#[test]
fn two_hundred_tables_with_missing_values_give_what_the_reference_packages_give() {
    let tables = include_str!("../fixtures/study/agreement.jsonl");
    assert_eq!(tables.lines().count(), 200);
    for (line, table) in tables.lines().enumerate() {
        let expected: Reference = serde_json::from_str(table).unwrap();
        let got = values(&expected.codes, expected.level);
        let Reference {
            percent,
            kappa,
            fleiss,
            alpha,
            ac1,
            ac2,
            ..
        } = expected;
        for (which, (got, expected)) in got
            .into_iter()
            .zip([percent, kappa, fleiss, alpha, ac1, ac2])
            .enumerate()
        {
            let off = (got.unwrap() - expected).abs();
            assert!(
                off < 1e-6,
                "{line} {:?}: {got:?}, {expected}",
                COEFFICIENTS[which]
            );
        }
    }
}

/// Twelve units, four coders, with missing values: Krippendorff (2011), section C; the same in Gwet (2014).
fn published() -> Vec<Vec<Option<f64>>> {
    let rows = [
        "1 2 3 3 2 1 4 1 2 - - -",
        "1 2 3 3 2 2 4 1 2 5 - 3",
        "- 3 3 3 2 3 4 2 2 5 1 -",
        "1 2 3 3 2 4 4 1 2 5 1 -",
    ];
    let rows = rows.map(|row| {
        let codes = row.split(' ').map(|code| code.parse::<f64>().ok());
        codes.collect::<Vec<_>>()
    });
    (0..12)
        .map(|unit| rows.iter().map(|row| row[unit]).collect())
        .collect()
}

#[test]
fn published_examples_come_out() {
    for (level, alpha) in [
        (Level::Nominal, 0.743),
        (Level::Ordinal, 0.815),
        (Level::Interval, 0.849),
    ] {
        let got = values(&published(), level)[3].unwrap();
        assert!((got - alpha).abs() < 5e-4, "{level:?}: {got}");
    }
    let [percent, kappa, fleiss, _, ac1, _] = values(&published(), Level::Nominal);
    for (got, expected) in [
        (percent, 0.81818),
        (kappa, 0.76207),
        (fleiss, 0.76117),
        (ac1, 0.77544),
    ] {
        assert!(
            (got.unwrap() - expected).abs() < 5e-5,
            "{got:?}, {expected}"
        );
    }
    // Krippendorff (2011), section A: two coders, ten units, two values.
    let two =
        ["0100000010", "1110010000"].map(|row| row.bytes().map(|code| f64::from(code - b'0')));
    let [a, b] = two.map(Iterator::collect::<Vec<f64>>);
    let table: Vec<_> = (a.iter().zip(&b))
        .map(|(a, b)| vec![Some(*a), Some(*b)])
        .collect();
    let got = values(&table, Level::Nominal)[3].unwrap();
    assert!((got - 0.095).abs() < 5e-4, "{got}");
}

#[test]
fn what_cannot_be_compared_says_why() {
    let alone = [vec![Some(1.0), None], vec![Some(2.0), None]];
    assert_eq!(codes(&alone), Err(CodesError::OneCoder));
    let apart = [vec![Some(1.0), None], vec![None, Some(2.0)]];
    assert_eq!(codes(&apart), Err(CodesError::NoOverlap));
}

/// α and κ have nothing to correct where all is the same; AC1 is full agreement.
#[test]
fn the_same_value_throughout_leaves_alpha_undefined() {
    let table = vec![vec![Some(1.0); 3]; 20];
    let [percent, kappa, fleiss, alpha, ac1, ac2] = values(&table, Level::Ordinal);
    assert_eq!([kappa, fleiss, alpha], [None; 3]);
    assert_eq!([percent, ac1, ac2], [Some(1.0); 3]);
}

/// Units of a population: a truth a unit, coders who see it by their skill.
fn population(
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
fn covered(studies: usize, units: usize, lopsided: usize, coders: usize, level: Level) -> [f64; 6] {
    let mut rng = Rng::new(units as u64 + 31 * lopsided as u64 + 7 * coders as u64);
    let truth = values(&population(100_000, lopsided, coders, &mut rng), level);
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

/// 80 studies: the share has a standard error of 2.4 points; three of them are let pass. The figures of 2,000 studies
/// are printed by the ignored test below.
#[test]
fn intervals_hold_their_level() {
    for (which, share) in COEFFICIENTS
        .into_iter()
        .zip(covered(80, 30, 1, 2, Level::Ordinal))
    {
        assert!((0.877..=1.0).contains(&share), "{which:?}: {share}");
    }
}

#[test]
#[ignore = "takes minutes: cargo test --release --test rooms coverage -- --ignored --nocapture"]
fn coverage_over_kinds_of_studies() {
    for (units, lopsided, coders, level) in [
        (50, 1, 2, Level::Nominal),
        (100, 1, 2, Level::Nominal),
        (100, 1, 2, Level::Ordinal),
        (100, 1, 3, Level::Ordinal),
        (100, 1, 3, Level::Interval),
        (100, 4, 2, Level::Nominal),
        (100, 10, 2, Level::Nominal),
        (200, 10, 3, Level::Ordinal),
        (200, 1, 4, Level::Nominal),
    ] {
        let shares = covered(2_000, units, lopsided, coders, level);
        let shares = shares.map(|share| format!("{share:.3}"));
        println!("{units} units, {coders} coders, {level:?}, lopsided {lopsided}: {shares:?}");
    }
}

#[test]
fn the_interval_is_the_same_on_any_number_of_threads() {
    let codes = codes(&population(50, 1, 3, &mut Rng::new(5))).unwrap();
    let on = |threads| agreement(&codes, Level::Nominal, 9, threads, &Progress::default()).unwrap();
    assert_eq!(on(Threads::ONE), on(Threads::new(3)));
    let other = agreement(
        &codes,
        Level::Nominal,
        8,
        Threads::ONE,
        &Progress::default(),
    )
    .unwrap();
    assert_ne!(on(Threads::ONE), other);
    let alpha = other.get(Coefficient::Alpha).unwrap();
    let interval = alpha.interval.unwrap();
    assert!(interval.low < alpha.value && alpha.value < interval.high);
}

#[test]
#[ignore = "a figure of a release build: cargo test --release --test rooms ten_thousand -- --ignored --nocapture"]
fn ten_thousand_units_of_twenty_coders_take_a_second() {
    let codes = codes(&population(10_000, 1, 20, &mut Rng::new(3))).unwrap();
    for level in Level::ALL {
        let begun = Instant::now();
        let got = measured(&codes, level);
        println!(
            "{level:?}: {:?}, {:?}",
            begun.elapsed(),
            got.get(Coefficient::Alpha)
        );
        assert!(begun.elapsed().as_secs_f64() < 1.0);
    }
}
