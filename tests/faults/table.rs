//! The table that is printed: what was tried, how often, and what went wrong.

use std::process::ExitCode;
use std::time::Instant;

pub(crate) struct Table {
    started: Instant,
    last: Instant,
    wrong: usize,
}

impl Table {
    pub(crate) fn new(seed: u64, is_full: bool) -> Self {
        println!(
            "seed {seed}, {} run",
            if is_full { "whole" } else { "short" }
        );
        println!(
            "| what | tries | torn | stray | lost | other | seconds |\n|---|---|---|---|---|---|---|"
        );
        let started = Instant::now();
        Self {
            started,
            last: started,
            wrong: 0,
        }
    }

    /// A row: files torn, files left over, work lost, and what else went wrong.
    pub(crate) fn row(&mut self, what: &str, tries: usize, faults: &Faults) {
        let seconds = self.last.elapsed().as_secs_f64();
        self.last = Instant::now();
        let Faults {
            torn,
            stray,
            lost,
            other,
        } = faults;
        println!(
            "| {what} | {tries} | {torn} | {stray} | {lost} | {} | {seconds:.1} |",
            other.len()
        );
        for one in other.iter().take(10) {
            println!("  {what}: {one}");
        }
        self.wrong += torn + stray + lost + other.len();
    }

    pub(crate) fn finish(&self) -> ExitCode {
        println!(
            "{} s, {} faults",
            self.started.elapsed().as_secs(),
            self.wrong
        );
        if self.wrong == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// What went wrong.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) torn: usize,
    pub(crate) stray: usize,
    pub(crate) lost: usize,
    pub(crate) other: Vec<String>,
}

impl Faults {
    pub(crate) fn add(&mut self, more: Self) {
        self.torn += more.torn;
        self.stray += more.stray;
        self.lost += more.lost;
        self.other.extend(more.other);
    }
}
