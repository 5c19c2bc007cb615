//! JSON that is not taken: damaged, or more values than can be read at once.

use crate::load::error::Problem;

/// What is to be done about damaged JSON.
const ADVICE: &str = "Check that the file was saved whole, or export it again.";

/// The most values one JSON text may hold: each takes about a hundred bytes while it is read.
const VALUES: usize = 3_000_000;

/// Whether a text holds more values than can be read at once: a few megabytes of "[0,0,0" take a
/// gigabyte as values.
pub(super) fn too_many_values(text: &str) -> bool {
    if text.len() <= VALUES {
        return false;
    }
    let mut inside = false;
    let mut escaped = false;
    let mut values = 0usize;
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b',' | b'[' | b'{' if !inside => values += 1,
            _ => {}
        }
    }
    values > VALUES
}

/// The refusal of a text that is no JSON.
pub(super) fn damaged(detail: String) -> Problem {
    Problem::Damaged {
        what: "JSON",
        detail,
        advice: ADVICE,
    }
}
