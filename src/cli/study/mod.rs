//! `parallax study`: a content analysis by people, in commands that hand tables to each other.

mod agreement;
mod codes;

use std::io::Write;

use clap::Subcommand;

use super::outcome::Outcome;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    step: Step,
}

/// The steps of a study.
#[derive(Debug, Subcommand)]
enum Step {
    /// Tell how far coders agree: κ, α, AC1 and AC2 with intervals, from any table of codes
    Agreement(agreement::Args),
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    match &args.step {
        Step::Agreement(args) => agreement::run(args, out, err),
    }
}
