//! An article as it is read for stories: its words by root in the order of the text, headline first; and what tells
//! one text from another.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

use crate::article::Article;
use crate::compare::reading::Reading;
use crate::compare::spelling::{Spellings, TermKind};

/// Words read of an article: more tell no more about its event, and a live blog tells many.
const READ: usize = 2_000;

/// Texts of fewer words are no copies of each other, however alike.
const LEAST_COPIED: usize = 12;

/// The roots of the days of the week.
static WEEKDAYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    Reading::new(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        &[],
    )
    .terms
    .into_iter()
    .map(|term| term.root.to_string())
    .collect()
});

/// An article as it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Its roots, each once, with the day of the week that each names; 0 is Monday.
    pub(super) roots: Vec<(String, Option<usize>)>,
    /// The headline, then every block: the places of its roots in `roots`.
    pub(super) lines: Vec<Vec<usize>>,
    /// Whether it is a live blog, which tells many events.
    pub(super) live: bool,
    /// The same for copies of one text; `None` for one too short to be told from others.
    pub(super) copy: Option<u64>,
}

impl Profile {
    /// Reads an article.
    pub(super) fn of(article: &Article) -> Self {
        let mut out = Self::default();
        let (mut known, mut spellings) = (HashMap::new(), Spellings::default());
        let headline = article.headline.as_ref().map_or("", |h| h.text.as_str());
        let headline = Reading::with(headline, &[], &mut spellings);
        out.line(&headline, &mut known);
        let (mut hash, mut words) = (DefaultHasher::new(), 0);
        for (_, block) in article.scored_blocks() {
            if words >= READ {
                break;
            }
            let reading = Reading::with(&block.text, &block.sentences, &mut spellings);
            for term in &reading.terms {
                term.root.hash(&mut hash);
            }
            words += reading.terms.len();
            out.line(&reading, &mut known);
        }
        out.live = article.live_entries().is_some();
        out.copy = (words >= LEAST_COPIED).then(|| hash.finish());
        out
    }

    /// Takes in one line of text.
    fn line(&mut self, reading: &Reading, known: &mut HashMap<String, usize>) {
        let mut line = Vec::with_capacity(reading.terms.len());
        for term in &reading.terms {
            let at = if let Some(at) = known.get(&*term.root) {
                *at
            } else {
                let day = WEEKDAYS.iter().position(|day| *day == *term.root);
                let day = day.filter(|_| term.kind == TermKind::Date);
                self.roots.push((term.root.to_string(), day));
                known.insert(term.root.to_string(), self.roots.len() - 1);
                self.roots.len() - 1
            };
            line.push(at);
        }
        self.lines.push(line);
    }
}
