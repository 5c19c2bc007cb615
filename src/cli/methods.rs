//! `parallax methods`: every measure, as the manual defines it.

use std::io::Write;

use super::outcome::Outcome;
use crate::manual;

pub(super) fn run(out: &mut dyn Write) -> anyhow::Result<Outcome> {
    writeln!(out, "# How Parallax measures\n")?;
    writeln!(out, "{}\n", manual::STANDING)?;
    write!(out, "{}", manual::methods())?;
    Ok(Outcome::Done)
}
