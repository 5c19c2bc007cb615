//! Measures how far the comparison can be trusted, on labelled articles.
//!
//! ```text
//! cargo run --release -p training -- compare aa ARTICLES.jsonl [REPEATS]
//! cargo run --release -p training -- compare judged ARTICLES.jsonl JUDGED.tsv
//! cargo run --release -p training -- compare passages ARTICLES.jsonl PASSAGES.tsv [--show]
//! cargo run --release -p training -- compare learn ARTICLES.jsonl PASSAGES.tsv choose|report|all OUT
//! cargo run --release -p training -- compare signals ARTICLES.jsonl PASSAGES.tsv OUT
//! cargo run --release -p training -- compare rarity NEWSMTSC.tsv OUT
//! cargo run --release -p training -- compare coverage ARTICLES.jsonl
//! cargo run --release -p training -- compare aa-stories ARTICLES.jsonl
//! cargo run --release -p training -- compare stories ARTICLES.jsonl [OTHERS.jsonl]
//! cargo run --release -p training -- compare story-pairs ARTICLES.jsonl [OTHERS.jsonl]
//! cargo run --release -p training -- compare learn-stories ARTICLES.jsonl OTHERS.jsonl OUT
//! ```
//! `aa` prints, for every measure, how often the interval between two random halves of one article
//! excludes zero (3 to 6 in a hundred should), and how often a difference is established by both readers (at
//! most 1 in a hundred should). `aa-stories` prints the same for differences within stories: every article of an
//! outlet halved, each half one account of its story. `judged` prints precision and recall of the best
//! counterpart on judged pairs of passages. `passages` prints the figures of matched passages on pairs judged
//! exhaustively (`passages.tsv`), by part; `learn` learns the weights of the signals on one part; `signals` writes
//! the signals of every pair; `rarity` counts
//! how rare words are in news. `coverage` prints the share of words with a counterpart
//! for articles about one event and about different ones. `stories` prints how well articles are grouped into
//! events, by the shipped weights and by weights learned without the events that are counted (by halves and tenths;
//! “known” leaves out pairs that have no label: `OTHERS` within days of an event); `story-pairs` prints the signals of every
//! pair; `learn-stories` learns weights on all of them, to hold those that ship against.

#![expect(clippy::print_stdout, reason = "the program's result")]

mod aa;
mod coverage;
mod data;
mod judged;
mod passages;
mod stories;

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
        ["passages", articles, judged] => {
            passages::run(
                &data::articles(Path::new(articles))?,
                Path::new(judged),
                false,
            )?;
        }
        ["passages", articles, judged, "--show"] => {
            passages::run(
                &data::articles(Path::new(articles))?,
                Path::new(judged),
                true,
            )?;
        }
        ["learn", articles, judged, part, out] => passages::learn(
            &data::articles(Path::new(articles))?,
            Path::new(judged),
            part,
            Path::new(out),
        )?,
        ["signals", articles, judged, out] => passages::signals(
            &data::articles(Path::new(articles))?,
            Path::new(judged),
            Path::new(out),
        )?,
        ["rarity", table, out] => passages::rarity(Path::new(table), Path::new(out))?,
        ["stories", articles, rest @ ..] => {
            stories::measure(Path::new(articles), rest.first().map(Path::new))?;
        }
        ["story-pairs", articles, rest @ ..] => {
            stories::pairs(Path::new(articles), rest.first().map(Path::new))?;
        }
        ["learn-stories", articles, others, out] => {
            stories::learn(Path::new(articles), Path::new(others), Path::new(out))?;
        }
        ["aa-stories", articles] => aa::run_stories(&data::articles(Path::new(articles))?, 100)?,
        ["coverage", articles] => coverage::run(&data::articles(Path::new(articles))?),
        _ => anyhow::bail!(
            "usage: compare aa|judged|passages|learn|signals|rarity|coverage|stories|story-pairs|learn-stories ARTICLES.jsonl …"
        ),
    }
    Ok(())
}
