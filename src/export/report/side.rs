//! The sign and the class of a side in a page.

use crate::article::Side;

/// The letter of a source in its colour and shape: a disc for A, a hollow triangle for B.
pub(super) fn mark(side: Side) -> String {
    let shape = match side {
        Side::A => "<circle cx=\"6\" cy=\"6\" r=\"5\"/>",
        Side::B => "<path d=\"M6 1.5 11 10.5H1Z\"/>",
    };
    format!(
        "<span class=\"mark {}\"><svg width=\"12\" height=\"12\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">{shape}</svg>{}</span>",
        class(side),
        side.label()
    )
}

pub(super) const fn class(side: Side) -> &'static str {
    match side {
        Side::A => "of-a",
        Side::B => "of-b",
    }
}
