//! Agreement coefficients against the reference packages, published examples, and their own promises.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use parallax::stats::{COEFFICIENTS, CodesError, Coefficient, Level, Rng, agreement, coefficients};
use parallax::work::{Progress, Threads};

use super::coders::{codes, covered, population};

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

/// 80 studies: the share has a standard error of 2.4 points; three of them are let pass. `training agreement` prints the
/// figures of 2,000.
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
