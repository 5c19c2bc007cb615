//! What happens to the user's work when things go wrong: programs killed in the middle of a save, full and
//! read-only disks, several programs at once, damaged files, a wrong clock, a home that is not there, and
//! a window used at random. Prints a table; the exit status says whether any promise was broken.
//!
//! ```text
//! cargo test --test faults                      a short run, as the CI makes it
//! tests/faults/run.sh                           the whole run, a quarter of an hour or more
//! tests/faults/run.sh 1 damaged events          some rows of it: kills, instances, space, damaged, events
//! cargo test --test faults -- --full --seed 7   the same with another seed
//! ```
//!
//! The program starts itself again as the one that is killed (`--child`).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod chance;
mod child;
#[cfg(feature = "gui")]
mod damaged;
#[cfg(feature = "gui")]
mod events;
mod instances;
mod kills;
mod material;
mod space;
mod table;

use std::process::ExitCode;

use table::Table;

/// The parts of a run.
const ROWS: [&str; 5] = ["kills", "instances", "space", "damaged", "events"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["--child", rest @ ..] = arguments.as_slice() {
        child::run(rest);
        return ExitCode::SUCCESS;
    }
    // What else the test runner passes on: names of tests, of which there are none here.
    let is_full = arguments.contains(&"--full");
    let wants_other = arguments
        .iter()
        .any(|it| !it.starts_with('-') && it.parse::<u64>().is_err() && !ROWS.contains(it));
    if wants_other || arguments.contains(&"--list") {
        return ExitCode::SUCCESS;
    }
    let after = arguments
        .iter()
        .position(|it| *it == "--seed")
        .map(|at| at + 1);
    let seed = after.and_then(|at| arguments.get(at)?.parse().ok());
    let seed: u64 = seed.unwrap_or(1);

    let mut table = Table::new(seed, is_full);
    let many = |full: usize, short: usize| if is_full { full } else { short };
    let any = arguments.iter().any(|it| ROWS.contains(it));
    let wanted = |row| !any || arguments.contains(&row);
    if wanted("kills") {
        kills::run(many(1_000, 60), seed, &mut table);
    }
    if wanted("instances") {
        instances::run(many(20, 1), seed, &mut table);
    }
    if wanted("space") {
        space::run(&mut table);
    }
    #[cfg(feature = "gui")]
    if wanted("damaged") {
        damaged::run(many(10_000, 60), seed, &mut table);
    }
    #[cfg(feature = "gui")]
    if wanted("events") {
        events::run(many(5_000, 60), seed, &mut table);
    }
    table.finish()
}
