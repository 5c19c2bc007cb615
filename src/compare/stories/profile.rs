//! An article as it is read for stories: its words by root in the order of the text, headline first, each with
//! what it is; and what tells one text from another.

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

/// What a root is in one article.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// What it is by itself.
    pub(super) kind: Sort,
    /// How often it stands inside a sentence without a capital, and with one.
    pub(super) capitals: [usize; 2],
}

/// What a root can be evidence as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sort {
    /// A word about something.
    #[default]
    Word,
    /// A word of a name.
    Name,
    /// A figure.
    Figure,
    /// A day of the week, 0 is Monday.
    Weekday(usize),
    /// A month or a year: many events share them.
    Period,
}

impl Sort {
    fn of(root: &str, kind: TermKind) -> Self {
        match kind {
            TermKind::Date => WEEKDAYS
                .iter()
                .position(|day| day == root)
                .map_or(Self::Period, Self::Weekday),
            TermKind::Figure if is_year(root) => Self::Period,
            TermKind::Figure => Self::Figure,
            TermKind::Name => Self::Name,
            TermKind::Word | TermKind::Formula | TermKind::Role => Self::Word,
        }
    }
}

/// Whether a figure is a year of today: many events share it.
pub(super) fn is_year(root: &str) -> bool {
    root.len() == 4
        && root
            .parse::<u32>()
            .is_ok_and(|year| (1900..2100).contains(&year))
}

/// An article as it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Its roots, each once, with what each is.
    pub(super) roots: Vec<(String, Shape)>,
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
        out.line(&headline, false, &mut known);
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
            out.line(&reading, true, &mut known);
        }
        out.live = article.live_entries().is_some();
        out.copy = (words >= LEAST_COPIED).then(|| hash.finish());
        out
    }

    /// Takes in one line of text; the capitals of a headline say nothing about names.
    fn line(&mut self, reading: &Reading, is_text: bool, known: &mut HashMap<String, usize>) {
        let mut line = Vec::with_capacity(reading.terms.len());
        for term in &reading.terms {
            let at = if let Some(at) = known.get(&*term.root) {
                *at
            } else {
                let shape = Shape {
                    kind: Sort::of(&term.root, term.kind),
                    capitals: [0, 0],
                };
                self.roots.push((term.root.to_string(), shape));
                known.insert(term.root.to_string(), self.roots.len() - 1);
                self.roots.len() - 1
            };
            line.push(at);
        }
        if is_text {
            for (root, capital) in reading.capitals() {
                let shape = known.get(root).and_then(|at| self.roots.get_mut(*at));
                if let Some((_, shape)) = shape {
                    let [of_small, of_capital] = &mut shape.capitals;
                    *(if capital { of_capital } else { of_small }) += 1;
                }
            }
        }
        self.lines.push(line);
    }
}
