//! The chapter of measures, from their registry: what each says, what moves it, what it cannot do. `parallax
//! methods` prints the same definitions.

use std::fmt::Write as _;

use crate::compare::{STANDING_LINE, glossary};
use crate::score::registry;
use crate::score::second::methods as second;

/// What stands before all methods.
pub const STANDING: &str = STANDING_LINE;

/// Every measure, the second reader and the words of comparisons, as Markdown sections.
pub fn methods() -> String {
    let mut out = String::new();
    for measure in registry::all() {
        out.push_str(&measure.to_markdown());
        out.push_str("\n\n");
    }
    out.push_str(&second::to_markdown());
    out.push_str("\n\n## What the figures say\n\n");
    for word in glossary::ALL {
        let _ = writeln!(out, "- {}: {}", word.label, word.plain);
    }
    out
}

/// The chapter.
pub(super) fn markdown() -> String {
    let intro = include_str!("../../assets/manual/measures.md");
    // The names of facts stand out.
    let facts = methods().lines().fold(String::new(), |mut out, line| {
        let line = match line.strip_prefix("- ").and_then(|it| it.split_once(": ")) {
            Some((name, text)) => format!("- **{name}.** {text}"),
            None => line.to_owned(),
        };
        out.push_str(&line);
        out.push('\n');
        out
    });
    format!("{intro}\n{STANDING}\n\n{facts}")
}
