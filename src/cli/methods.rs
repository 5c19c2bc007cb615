//! `parallax methods`: every measure, from the registry.

use std::io::Write;

use super::outcome::Outcome;
use crate::compare::{STANDING_LINE, glossary};
use crate::score::registry;
use crate::score::second::methods;

pub(super) fn run(out: &mut dyn Write) -> anyhow::Result<Outcome> {
    writeln!(out, "# How Parallax measures\n")?;
    writeln!(out, "{STANDING_LINE}")?;
    for measure in registry::all() {
        writeln!(out, "\n{}", measure.to_markdown())?;
    }
    writeln!(out, "\n{}", methods::to_markdown())?;
    writeln!(out, "\n# What the figures say\n")?;
    for word in glossary::ALL {
        writeln!(out, "- {}: {}", word.label, word.plain)?;
    }
    Ok(Outcome::Done)
}
