//! Findings: what a comparison says, in at most seven sentences that can be read aloud, the most telling
//! first. Each has its figure, how sure it is, and where its evidence lies.
//!
//! The rule is written here and nothing else chooses: no finding is told because it looks interesting.
//!
//! | place | told | when |
//! |---|---|---|
//! | 0 | they hardly tell the same story | `Coverage::same_story` says so; then 1 gives each side's headline by itself, of the rest only 4 and 6 are told, and nothing is compared. Of collections of eight articles a side or more the rest is told: they are compared as collections |
//! | 1 | one headline against the other, with the cues as words | a side has a headline with a score; between collections their means |
//! | 2 | a headline hotter than its own article, with the words the article never uses | its heat is [`HOTTER`] points above the mean of its sentences; between collections how many are |
//! | 3 | every measure that differs clearly, tone first, at most [`MOST_MEASURES`]; then once that no other does | two sources; headlines and quoted words are told in 1, 2 and 5 |
//! | 4 | what only one tells: names, figures, passages without a counterpart | a name met twice or more on one side, whose words the other never uses; a figure; an uncovered passage |
//! | 5 | who is quoted, and which share of the words is | a side has a quotation |
//! | 6 | the most negative and the most positive paragraph of each, with the words behind the tone | outside the band of neutral tone; where the second reader was asked, the strongest on which both readers agree, stronger ones listed as disputed |
//!
//! Where the second reader was asked, a measure that is clear to it too is established; one that is clear to the
//! measure alone is told as clear to one reader; one in which the two contradict each other is not told as a
//! difference, only named with those that are not clear.
//!
//! Whatever is beyond the seventh is left out, so the last in the table goes first. A sentence that could
//! not be right is not told: without a headline, without text, in a language that is not scored.

mod against_article;
mod finding;
mod headlines;
mod material;
mod measures;
mod only_one;
mod phrase;
mod quoted;
mod stories;
mod strongest;

pub use against_article::HOTTER;
pub use finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
pub use headlines::{APART, PLAIN};
pub use measures::MOST_MEASURES;
pub use phrase::{Phrase, Piece};

pub(super) use material::{Compared, Material};

use super::source::SourceView;
use crate::article::Side;

/// The most findings told.
pub const MOST: usize = 7;

/// The findings about two sources.
pub(super) fn of_two(found: &Material<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    if found.is_of_figures() {
        // The strongest passage, or who is quoted most, is not told where only a few articles have their words.
        out.extend(headlines::against(found));
        let clear = measures::clear(found, MOST.saturating_sub(out.len() + 1));
        let one_by_one = clear.len();
        out.extend(clear);
        out.extend(measures::not_clear(found, one_by_one));
        out.truncate(MOST);
        return out;
    }
    if found.other_stories() {
        out.push(stories::hardly_shared(found));
    }
    if found.comparable() {
        out.extend(headlines::against(found));
        out.extend(against_article::hotter(found));
        let told = out.len() + LAST;
        let clear = measures::clear(found, MOST.saturating_sub(told));
        let one_by_one = clear.len();
        out.extend(clear);
        out.extend(measures::not_clear(found, one_by_one));
        out.extend(only_one::told(found));
        out.extend(quoted::who(found));
    } else {
        out.extend(
            Side::BOTH
                .into_iter()
                .filter_map(|side| headlines::alone(found, side)),
        );
        out.extend(only_one::told(found));
    }
    out.extend(strongest::most_negative(found));
    out.extend(strongest::most_positive(found));
    out.truncate(MOST);
    out
}

/// Findings that are told whatever the measures say: what does not differ, what only one tells, who is quoted.
const LAST: usize = 3;

/// The findings about one source by itself.
pub fn of_one(side: Side, source: &SourceView<'_>) -> Vec<Finding> {
    let found = Material::of_one(side, source);
    let mut out: Vec<Finding> = Vec::new();
    out.extend(headlines::alone(&found, side));
    if found.is_of_figures() {
        return out;
    }
    out.extend(against_article::hotter(&found));
    out.extend(quoted::who(&found));
    out.extend(strongest::most_negative(&found));
    out.extend(strongest::most_positive(&found));
    out
}
