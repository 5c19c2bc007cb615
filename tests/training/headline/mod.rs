//! Learns the weights of the headline score, and measures it.
//!
//! ```text
//! cargo run --release -p training -- headline measure DIR [SPLIT]
//! ```
//! prints every figure over the labelled headlines in `DIR` (`webis17_posts.SPLIT.tsv`, …; `SPLIT` is
//! `dev` unless given).
//!
//! ```text
//! cargo run --release -p training -- headline pairs FILE
//! ```
//! does the same over pairs of one event told hot and sober (`tests/fixtures/headline/pairs.tsv`).
//!
//! ```text
//! cargo run --release -p training -- headline learn DIR OUT DATE
//! ```
//! learns `weights.txt` and `phrasing.txt` from the graded headlines in `DIR` and writes them to `OUT`
//! (`assets/headline`) with a record; `DATE` stands in the record only.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a program of the workshop: its figures are its result, its matrices are its own"
)]

mod data;
mod learn;
mod measure;
mod solve;
mod statistics;

use std::path::Path;

pub(crate) fn run(arguments: &[&str]) -> anyhow::Result<()> {
    match arguments {
        ["measure", folder] => measure::run(Path::new(folder), "dev"),
        ["measure", folder, split] => measure::run(Path::new(folder), split),
        ["pairs", file] => measure::pairs(Path::new(file)),
        ["learn", folder, out, date] => learn::run(Path::new(folder), Path::new(out), date),
        ["show", texts @ ..] => {
            for text in texts {
                println!("{text}\n  {:#?}", parallax::score::headline::score(text));
            }
            Ok(())
        }
        _ => anyhow::bail!(
            "usage: headline measure DIR [SPLIT] | pairs FILE | learn DIR OUT DATE | show HEADLINE…"
        ),
    }
}
