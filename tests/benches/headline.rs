//! Microseconds a headline, spans and reasons included, single thread; beside splitting the same
//! headlines into words and folding them, which any scorer must do.
//!
//! ```text
//! cargo bench --no-default-features --bench headline
//! ```

#![expect(clippy::print_stdout, reason = "the program's result")]

use std::hint::black_box;
use std::time::Instant;

use parallax::score::headline::score;

const HEADLINES: [&str; 8] = [
    "Ministers agree timetable for rail repairs after talks in Vienna",
    "SHOCK as mayor RIPS into 'pathetic' rivals in furious town hall meltdown!",
    "You won't believe what this baker found in her oven this morning",
    "7 reasons your houseplants keep dying and what to do about it",
    "Ferry sinks off Norway, killing nine, coast guard says",
    "Here's what the new parking rules mean for you and your street",
    "Council votes to extend library hours despite budget gap, chair says",
    "The heartbreaking truth about the empty village nobody talks about",
];
const ROUNDS: usize = 200;
const RUNS: usize = 1_000;

/// The fastest of many short runs, in microseconds a headline: other work on the machine does not count.
fn fastest(mut work: impl FnMut(&str)) -> f64 {
    let run = |work: &mut dyn FnMut(&str)| {
        let start = Instant::now();
        for _ in 0..ROUNDS {
            for headline in HEADLINES {
                work(black_box(headline));
            }
        }
        start.elapsed().as_secs_f64() * 1e6 / (ROUNDS * HEADLINES.len()) as f64
    };
    (0..RUNS)
        .map(|_| run(&mut work))
        .fold(f64::INFINITY, f64::min)
}

fn main() {
    let ours = fastest(|headline| drop(black_box(score(headline))));
    let words = fastest(|headline| {
        for word in headline.split_whitespace() {
            black_box(word.to_lowercase());
        }
    });
    println!(
        "headline score: {ours:.2} µs a headline (at most 5); folding its words alone: {words:.2} µs; ratio {:.1}",
        ours / words
    );
}
