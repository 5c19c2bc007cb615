//! `parallax study`: a content analysis by people, in commands that hand tables to each other.

mod agreement;
mod codebook;
mod codes;
mod compare;
mod predict;
mod reveal;
mod sample;
mod sources;

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
    /// Draw the units that people code, as a sheet without source and scores
    Sample(sample::Args),
    /// Tell how far coders agree: κ, α, AC1 and AC2 with intervals, from any table of codes
    Agreement(agreement::Args),
    /// Hold what people say of units against what the measures say of them
    Compare(compare::Args),
    /// Make the study of a class: both headlines and some paragraphs of two articles, to be answered before anybody
    /// sees a score
    Predict(predict::Args),
    /// Lay what a class answered beside what Parallax says, to be printed; nobody is named
    Reveal(reveal::Args),
    /// Print a codebook to start from, or as a page to hand out
    Codebook(codebook::Args),
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    match &args.step {
        Step::Sample(args) => sample::run(args, out, err),
        Step::Agreement(args) => agreement::run(args, out, err),
        Step::Compare(args) => compare::run(args, out, err),
        Step::Predict(args) => predict::run(args, out, err),
        Step::Reveal(args) => reveal::run(args, out, err),
        Step::Codebook(args) => codebook::run(args, out, err),
    }
}
