//! What the program that learns the weights needs to know of a headline.

use super::evidence;
use super::lists::{List, TABLES};

pub use super::phrasing::held as held_phrasing;

/// A headline as training sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Features {
    /// Matches by list (position in [`lists`]), after guards, quotation marks and the most that count.
    pub lists: Vec<(usize, f64)>,
    /// The words and word pairs of style, each once: `^ this`, `# _`.
    pub phrasing: Vec<String>,
}

/// The score, 0 to 100, of log-odds by part.
pub fn score_of(base: f64, bait: f64, heat: f64) -> f64 {
    super::model::score_of(base, bait, heat)
}

/// The bait part, 0 to 100, of its log-odds.
pub fn bait_of(z: f64) -> f64 {
    super::display::bait_shown(z)
}

/// Every list, in order.
pub fn lists() -> &'static [List] {
    &TABLES.lists
}

/// The features of a headline.
pub fn features(headline: &str) -> Features {
    let tokens = TABLES.words_of(headline);
    let evidence = evidence::gather(&tokens);
    Features {
        lists: evidence
            .found
            .iter()
            .map(|found| (usize::from(found.list), found.share))
            .collect(),
        phrasing: TABLES.phrasing.names(&TABLES.vocabulary, &tokens),
    }
}
