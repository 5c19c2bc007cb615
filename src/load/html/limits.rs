//! How much a page may hold and cost, and the problem of one that holds or costs more. The figures are
//! enforced where the tree is built ([`super::tree`]): what is counted is what was built.

use crate::load::error::Problem;

/// The deepest nesting. The deepest of 724 news pages is under 100; browsers stop at 512.
pub(super) const DEEPEST: usize = 500;
/// The most elements, texts and comments of a page. The largest of 341 development pages has 12,000.
pub(super) const MOST_NODES: usize = 250_000;
/// The most work, in elements looked at while the tree is built. The parser's work is quadratic in open
/// elements, in unclosed formatting and in misplaced tables; so much takes it well under a second.
pub(super) const MOST_WORK: usize = 60_000_000;

/// What a page has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    Depth,
    Nodes,
    Work,
    Attributes,
}

impl Excess {
    /// The problem, with the limit that was met.
    pub(super) fn problem(self) -> Problem {
        let detail = match self {
            Self::Depth => format!(
                "its elements are nested deeper than those of any article (limit: {DEEPEST} levels)"
            ),
            Self::Nodes => format!(
                "it has more elements than any article (limit: {MOST_NODES} elements and texts)"
            ),
            Self::Work => format!(
                "its tags are left open or misplaced by the thousand (limit: {MOST_WORK} steps to put them right)"
            ),
            Self::Attributes => format!(
                "one of its tags has thousands of attributes (limit: {})",
                super::attributes::MOST_ATTRIBUTES
            ),
        };
        Problem::Damaged {
            what: "a web page",
            detail,
            advice: "Open it in a browser and save the article's text instead.",
        }
    }
}
