//! What charts with a row for every open source share: how many rows, their names, the values at their ends, and the
//! sentence that names the highest and the lowest.

use super::caption::NOTHING_OPEN;
use super::mark::{Align, Fit, Ink, Mark, Shape};
use crate::text::{counted, shorten};

/// Rows shown; the table has all.
pub(super) const MOST_ROWS: usize = 50;
/// The fewest rows.
pub(super) const LEAST_ROWS: usize = 2;
/// Characters of a name at the axis.
const NAME: usize = 22;

/// The middle of a row, of so many, the first on top.
pub(super) fn middle(rows: usize, at: usize) -> f64 {
    rows as f64 - at as f64 - 0.5
}

/// The names at the axis, one a row.
pub(super) fn names(names: &[String]) -> Vec<(f64, String)> {
    let at = names.iter().enumerate();
    at.map(|(at, name)| (middle(names.len(), at), shorten(name, NAME)))
        .collect()
}

/// A text that stands in a row where there is nothing to draw, or at its end.
pub(super) fn text(at: [f64; 2], text: String, align: Align, strong: bool) -> Mark {
    let shape = Shape::Label {
        at,
        text,
        align,
        size: 11.5,
        strong,
        fit: Fit::Full,
    };
    Mark::new(shape, if strong { Ink::Text } else { Ink::Muted })
}

/// The sentence over such a chart: `what` of every source that has a value, the highest and the lowest where there
/// are many; `nothing` where none of `rows` rows has one.
pub(super) fn summary(
    what: &str,
    nothing: &str,
    rows: usize,
    mut values: Vec<(String, f64)>,
    show: impl Fn(f64) -> String,
) -> String {
    values.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let told = |(name, value): &(String, f64)| format!("{name} {}", show(*value));
    match values.as_slice() {
        [] if rows == 0 => NOTHING_OPEN.to_owned(),
        [] => nothing.to_owned(),
        [only] => format!("{what}: {}.", told(only)),
        [one, other] => format!("{what}: {}, {}.", told(one), told(other)),
        [highest, .., lowest] => format!(
            "{what}: of {} {} is the highest, {} the lowest; that alone is no clear difference.",
            counted(values.len(), "source"),
            told(highest),
            told(lowest)
        ),
    }
}
