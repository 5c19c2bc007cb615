//! The agreement of coders: how often its intervals hold what made-up coders have, and how long many units take:
//! `cargo run --release -p training -- agreement [STUDIES]`.

#[path = "../rooms/coders.rs"]
mod coders;

use std::hint::black_box;
use std::time::Instant;

use parallax::stats::{COEFFICIENTS, Coefficient, Level, Rng, coefficients};

use self::coders::{codes, covered, measured, population};

/// Kinds of studies: units, how lopsided their values are, coders, level.
const KINDS: [(usize, usize, usize, Level); 9] = [
    (50, 1, 2, Level::Nominal),
    (100, 1, 2, Level::Nominal),
    (100, 1, 2, Level::Ordinal),
    (100, 1, 3, Level::Ordinal),
    (100, 1, 3, Level::Interval),
    (100, 4, 2, Level::Nominal),
    (100, 10, 2, Level::Nominal),
    (200, 10, 3, Level::Ordinal),
    (200, 1, 4, Level::Nominal),
];

pub(crate) fn run(studies: usize) -> anyhow::Result<()> {
    println!(
        "10,000 units, 20 coders; all cores for the intervals, one for the coefficients alone"
    );
    let codes = codes(&population(10_000, 1, 20, &mut Rng::new(3)))?;
    for level in Level::ALL {
        let start = Instant::now();
        black_box(measured(&codes, level));
        let all = start.elapsed().as_secs_f64();
        let start = Instant::now();
        black_box(coefficients(&codes, level));
        let once = start.elapsed().as_secs_f64();
        println!(
            "  {level:?}: {all:.2} s, {:.0} times the coefficients alone",
            all / once
        );
    }
    let names = COEFFICIENTS.map(Coefficient::label);
    println!("intervals of {studies} studies each that hold what the population has: {names:?}");
    for (units, lopsided, coders, level) in KINDS {
        let shares = covered(studies, units, lopsided, coders, level);
        let shares = shares.map(|share| format!("{share:.3}"));
        println!("  {units} units, {coders} coders, {level:?}, lopsided {lopsided}: {shares:?}");
    }
    Ok(())
}
