//! `parallax study codebook`: the codebooks that ship, and any codebook as a page to hand out.

use std::io::Write;
use std::path::PathBuf;

use crate::cli::outcome::Outcome;
use crate::study::ready;
use crate::text::shown;
use crate::workspace::read_codebook;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A codebook: a TOML file, or the name of one that ships; without one, all that ship are listed
    #[arg(value_name = "FILE")]
    codebook: Option<PathBuf>,
    /// Print it as a page to hand out (Markdown) instead of the TOML to start from
    #[arg(long)]
    handout: bool,
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Some(path) = &args.codebook else {
        for (name, book) in ready() {
            writeln!(out, "{name:<15} {}: {}", book.name, book.about)?;
        }
        return Ok(Outcome::Done);
    };
    match read_codebook(path) {
        Ok(book) if args.handout => write!(out, "{}", book.handout())?,
        Ok(book) => write!(out, "{}", book.to_toml()?)?,
        Err(error) => {
            writeln!(err, "parallax: {}: {error}", shown(path))?;
            return Ok(Outcome::SomeFailed);
        }
    }
    Ok(Outcome::Done)
}
