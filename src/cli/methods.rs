//! `parallax methods`: every measure, from the registry.

use std::io::Write;

use super::Outcome;
use crate::score::measure::MEASURES;

pub(super) fn run(out: &mut dyn Write) -> anyhow::Result<Outcome> {
    writeln!(out, "# How Parallax measures\n")?;
    writeln!(
        out,
        "This describes wording. It does not say which account is true or fair."
    )?;
    for measure in MEASURES {
        writeln!(out, "\n{}", measure.to_markdown())?;
    }
    Ok(Outcome::Done)
}
