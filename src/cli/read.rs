//! `parallax read`: what was understood of each file.

use std::io::Write;

use super::Outcome;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub(super) fn run(
    _args: &Args,
    _out: &mut dyn Write,
    _err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
