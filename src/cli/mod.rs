//! The command line: the same functions as the window, on standard input and output.
//!
//! Standard output carries results only; messages go to standard error. Exit status 0: done, 1: some
//! input failed (each is named), 2: wrong usage. `check` ends as linters do: 0: nothing marked, 1: something
//! marked, 2: something could not be checked.

mod check;
mod compare;
mod lines;
mod man;
mod manual;
mod methods;
mod only;
mod outcome;
mod output;
mod own_lists;
mod quoted;
mod read;
mod rerun;
mod score;
mod scoring;
mod stories;
mod study;
#[cfg(feature = "gui")]
mod thumbnail;

pub use outcome::Outcome;

use std::io::Write;
use std::path::PathBuf;

use clap::{CommandFactory as _, Parser, Subcommand};

use output::Output;

/// Shows how two sources tell the same story: tone, headline sensationalism and wording, side by side.
///
/// Without a command it opens the window, with the sources A and B loaded if they are named.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A file, folder or corpus file for source A; or a document (.parallax) that holds everything.
    pub a: Option<PathBuf>,
    /// A file, folder or corpus file for source B.
    pub b: Option<PathBuf>,
    /// Further files: sources to choose from in the window.
    pub more: Vec<PathBuf>,
    /// Ask for paths in the window instead of opening the system's file dialogs.
    #[arg(long)]
    pub no_file_dialogs: bool,
    /// The language of the window, such as “de”; “pseudo” marks every text that can be translated.
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

/// The commands that print results instead of opening a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print what was understood of each file: one JSON object an article
    Read(read::Args),
    /// Print the scores of each file
    Score(score::Args),
    /// Compare two sources; print the comparison, or save a report or charts of it
    Compare(compare::Args),
    /// Mark what a careful editor would query in drafts, by the program's rules and your own word lists
    Check(check::Args),
    /// Score one text a line, as a filter
    Lines(lines::Args),
    /// Print who each source quotes: how often, how many words, in how many articles
    Quoted(quoted::Args),
    /// Print which articles of the sources tell the same event, and which stand alone
    Stories(stories::Args),
    /// A content analysis by people: tell how far coders agree
    Study(study::Args),
    /// Make again every table, chart and report that a recipe or a document names, the same to the last byte
    Rerun(rerun::Args),
    /// Write manual pages and completions of shells, for packages
    #[command(hide = true)]
    Man(man::Args),
    /// Make a small picture of a document, for file managers
    #[cfg(feature = "gui")]
    #[command(hide = true)]
    Thumbnail(thumbnail::Args),
    /// Write the manual as a web page, with its pictures and the samples
    Manual(manual::Args),
    /// Print every measure: what it is, its formula, unit, range, limits and reference
    Methods,
}

/// Runs one command, writing results to `out` and messages to `err`. It ends early, and well, when nobody
/// reads `out` any more.
pub fn run(command: &Command, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Outcome> {
    let mut out = Output::new(out);
    let done = match command {
        Command::Read(args) => read::run(args, &mut out, err),
        Command::Score(args) => score::run(args, &mut out, err),
        Command::Compare(args) => compare::run(args, &mut out, err),
        Command::Check(args) => check::run(args, &mut out, err),
        Command::Lines(args) => lines::run(args, &mut out, err),
        Command::Quoted(args) => quoted::run(args, &mut out, err),
        Command::Stories(args) => stories::run(args, &mut out, err),
        Command::Study(args) => study::run(args, &mut out, err),
        Command::Rerun(args) => rerun::run(args, &mut out, err),
        Command::Man(args) => man::run(args, &Cli::command(), &mut out),
        #[cfg(feature = "gui")]
        Command::Thumbnail(args) => thumbnail::run(args, err),
        Command::Manual(args) => manual::run(args, &mut out),
        Command::Methods => methods::run(&mut out),
    };
    if out.is_closed() {
        return Ok(Outcome::Done);
    }
    done
}
