//! The lines of a list that something is said of.

use crate::text::list;

/// How many lines are told one by one.
pub(super) const TOLD: usize = 3;

/// " (lines 3, 7 and 12)": the first of `lines`; nothing where none is known.
pub(super) fn lines(lines: &[Option<usize>]) -> String {
    let known = || lines.iter().flatten();
    let mut said: Vec<String> = known().take(TOLD).map(usize::to_string).collect();
    if said.is_empty() {
        return String::new();
    }
    let word = if said.len() == 1 { "line" } else { "lines" };
    if known().count() > TOLD {
        said.push("more".to_owned());
    }
    format!(" ({word} {})", list(&said))
}
