//! Measures how far the comparison can be trusted, on labelled articles.
//!
//! ```text
//! cargo run --release -p training -- compare aa ARTICLES.jsonl [REPEATS]
//! cargo run --release -p training -- compare judged ARTICLES.jsonl JUDGED.tsv
//! cargo run --release -p training -- compare coverage ARTICLES.jsonl
//! ```
//! `aa` prints, for every measure, how often the interval between two random halves of one article
//! excludes zero (3 to 6 in a hundred should). `judged` prints precision and recall of the best
//! counterpart on judged pairs of passages. `coverage` prints the share of words with a counterpart
//! for articles about one event and about different ones.

#![expect(clippy::print_stdout, reason = "the program's result")]

mod aa;
mod coverage;
mod data;
mod judged;

use std::path::Path;

pub(crate) fn run(arguments: &[&str]) -> anyhow::Result<()> {
    match arguments {
        ["aa", articles] => aa::run(&data::articles(Path::new(articles))?, 100),
        ["aa", articles, repeats] => {
            aa::run(&data::articles(Path::new(articles))?, repeats.parse()?);
        }
        ["judged", articles, judged] => judged::run(
            &data::articles(Path::new(articles))?,
            &data::judged(Path::new(judged))?,
        ),
        ["coverage", articles] => coverage::run(&data::articles(Path::new(articles))?),
        _ => anyhow::bail!("usage: compare aa|judged|coverage ARTICLES.jsonl …"),
    }
    Ok(())
}
