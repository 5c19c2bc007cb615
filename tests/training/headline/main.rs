//! Learns the weights of the headline score, and measures it.
//!
//! ```text
//! cargo run --release --no-default-features --example headline -- measure DIR [SPLIT]
//! ```
//! prints every figure over the labelled headlines in `DIR` (`webis17_posts.SPLIT.tsv`, …; `SPLIT` is
//! `dev` unless given).

#![expect(clippy::print_stdout, reason = "the program's result")]

mod data;
mod measure;
mod statistics;

use std::path::Path;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["measure", folder] => measure::run(Path::new(folder), "dev"),
        ["measure", folder, split] => measure::run(Path::new(folder), split),
        ["show", texts @ ..] => {
            for text in texts {
                println!("{text}\n  {:#?}", parallax::score::headline::score(text));
            }
            Ok(())
        }
        _ => anyhow::bail!("usage: headline measure DIR [SPLIT]"),
    }
}
