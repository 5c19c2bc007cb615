//! `parallax score`: the scores of each file, on all cores, in the order of the files.

use std::io::Write;
use std::num::NonZero;
use std::path::PathBuf;

use super::only::{self, Only};
use super::outcome::Outcome;
use super::own_lists::OwnLists;
use super::scoring::{Opinion, Scoring};
use crate::export::scores::{Detail, Format, Layout};
use crate::load::FileReport;
use crate::work::{Progress, Threads};
use crate::workspace::{ToScore, score_files};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
JSON Lines, tables (CSV, TSV, …), mailboxes and gzip of them are read an article at a time, of any size; standard \
input is kept in a temporary file until it is scored, as every row says the SHA-256 of the whole. JSON in one \
piece, spreadsheets, archives, and text that is not UTF-8 or has to be repaired, are read whole. Each category of \
a word list is two columns: list/LIST/CATEGORY, per 100 words of own voice, and how many uses that is.")]
pub struct Args {
    /// Files and folders to score; "-" is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the scores
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// What a row is
    #[arg(long, value_enum, default_value_t = Detail::Article)]
    detail: Detail,
    /// How many threads work; one for each core if not given. The scores are the same
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    #[command(flatten)]
    own: OwnLists,
    #[command(flatten)]
    only: Only,
    #[command(flatten)]
    scoring: Scoring,
    #[command(flatten)]
    opinion: Opinion,
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Some(lists) = args.own.read(err)? else {
        return Ok(Outcome::SomeFailed);
    };
    let layout = Layout {
        format: args.format,
        detail: args.detail,
        settings: args.scoring.settings_with(&lists),
        second: args.opinion.second(err)?,
        lists,
    };
    let mut outcome = Outcome::Done;
    let threads = (args.threads).map_or_else(Threads::default, |count| Threads::new(count.get()));
    let progress = Progress::default();
    let options = args.scoring.reading();
    let tell = |file: &FileReport| {
        outcome = outcome.and(Outcome::of(file, err)?);
        Ok(())
    };
    let filter = args.only.filter();
    let asked = ToScore {
        options: &options,
        layout: &layout,
        filter: &filter,
        threads,
    };
    let counting = score_files(&args.paths, &asked, &progress, out, tell)?;
    only::say(&filter, counting.counting, counting.all, err)?;
    Ok(outcome)
}
