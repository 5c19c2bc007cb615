//! `parallax rerun`: makes again what recipes and documents name.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::outcome::Outcome;
use crate::export::Existing;
use crate::work::Threads;
use crate::workspace::{Told, rerun};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A recipe is what “Save the steps” in the window and `parallax compare A B --steps FILE.toml` save. Of a document \
everything is made that can be. Nothing made says when it was made, so that the same sources give the same bytes on \
any day and machine; a line is printed for each file, its SHA-256 first, as `sha256sum --check` reads it. Sources \
that are missing or changed, outputs of unknown kinds and recipes of newer versions are named, the rest goes on, and \
the exit status is 1; nothing is made under its name of anything but what the recipe names.")]
pub struct Args {
    /// Recipes (.toml) and documents (.parallax)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder everything goes to; by default one beside each FILE, of its name without the ending
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// Replace files that Parallax did not make, and read-only ones; never one that was read
    #[arg(long)]
    force: bool,
    /// How many threads work; one for each core if not given. What is made is the same
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let threads = (args.threads).map_or_else(Threads::default, |count| Threads::new(count.get()));
    let existing = if args.force {
        Existing::Force
    } else {
        Existing::Ours
    };
    let mut outcome = Outcome::Done;
    for file in &args.files {
        let into = args.into.clone().unwrap_or_else(|| file.with_extension(""));
        let mut said = Vec::new();
        let done = rerun(file, &into, existing, threads, |told| said.push(told));
        for told in said {
            match told {
                Told::Made(path) => writeln!(out, "{}  {}", sha256(&path)?, path.display())?,
                Told::Note(note) => writeln!(err, "parallax: {note}")?,
                Told::Failed(why) => {
                    outcome = Outcome::SomeFailed;
                    writeln!(err, "parallax: {why}")?;
                }
            }
        }
        if let Err(error) = done {
            outcome = Outcome::SomeFailed;
            writeln!(err, "parallax: {error}")?;
        }
    }
    Ok(outcome)
}

/// The SHA-256 of a file, in hexadecimal.
fn sha256(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut BufReader::new(File::open(path)?), &mut hash)?;
    Ok(format!("{:x}", hash.finalize()))
}
