//! `parallax thumbnail`: a small picture of a document, for file managers.

use std::io::Write;
use std::path::PathBuf;

use super::outcome::Outcome;
use crate::export::{Existing, save};
use crate::workspace::thumbnail;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The document (.parallax)
    document: PathBuf,
    /// The picture to make (.png)
    picture: PathBuf,
    /// Pixels of its longer side
    #[arg(long, default_value_t = 256, value_parser = clap::value_parser!(u16).range(16..=4096))]
    size: u16,
}

pub(super) fn run(args: &Args, err: &mut dyn Write) -> anyhow::Result<Outcome> {
    match thumbnail(&args.document, args.size) {
        Ok(picture) => {
            save(&args.picture, &picture, Existing::Ours)?;
            Ok(Outcome::Done)
        }
        Err(error) => {
            writeln!(err, "parallax: {error}")?;
            Ok(Outcome::SomeFailed)
        }
    }
}
