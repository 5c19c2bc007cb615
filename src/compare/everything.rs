//! Words and names over more articles than evidence is kept of: every article is scored once more, what it adds is
//! taken in, and its evidence is let go. Terms, counts and comparisons are those that all evidence would give; of the
//! uses of a word and the mentions of a name the first are kept.

use std::borrow::Cow;

use super::name_sums::NameSums;
use super::people::NamedBy;
use super::quoted::{MOST_PLACES, Quoted, QuotedSums};
use super::source::SourceView;
use super::terms::{Term, TermCounts};
use super::word_shift::{MOST_USES, ShiftSums, WordShift};
use crate::article::{Article, Side};
use crate::score::{Analysis, analyse};
use crate::work::{Progress, Stopped, Threads, gathered};

/// How many articles are taken in by themselves before what they add is put to the rest: the same on any machine, so
/// that sums come out the same to the digit.
const TOGETHER: usize = 32;

/// How much of the work reading the articles is.
const READING: f64 = 0.9;

/// The words and names of two sources.
#[derive(Debug, Clone, Default)]
pub struct WordsAndNames {
    /// The words behind the difference in tone.
    pub word_shift: WordShift,
    /// The words and names that set the sources apart.
    pub terms: Vec<Term>,
    /// Whom each names, and the tone towards those both name.
    pub people: NamedBy,
    /// By side, whom it quotes; `None` where all evidence is there to tell that from.
    pub quoted: Option<[Vec<Quoted>; 2]>,
}

impl WordsAndNames {
    /// Those of all articles that count, of which only figures need to be there. `seed` is that of comparisons.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn of(
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        seed: u64,
        threads: Threads,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let mut sums = Sums::default();
        progress.stage(0.0, READING);
        let counting = [a, b].map(|source| {
            let articles = source.articles.iter().enumerate();
            let counting = articles.filter(|(_, (_, analysis))| analysis.counts());
            counting
                .map(|(at, (article, analysis))| (at, *article, *analysis))
                .collect::<Vec<Counting<'_>>>()
        });
        let chunks = |articles: &Vec<Counting<'_>>| articles.len().div_ceil(TOGETHER);
        progress.expect(counting.iter().map(chunks).sum());
        for (side, counting) in Side::BOTH.into_iter().zip(&counting) {
            gathered(
                counting.chunks(TOGETHER),
                threads,
                progress,
                |articles| Sums::of(side, articles),
                |more| {
                    sums.merge(more);
                    Ok::<(), Stopped>(())
                },
            )?;
        }
        progress.stage(READING, 1.0);
        let sources = [a.name, b.name];
        let [quoted_a, quoted_b] = sums.quoted;
        let quoted = [
            quoted_a.finished(|spelling| sums.names.named(Side::A, spelling)),
            quoted_b.finished(|spelling| sums.names.named(Side::B, spelling)),
        ];
        Ok(Self {
            quoted: Some(quoted),
            word_shift: sums.shift.finished(),
            terms: sums.terms.ranked(),
            people: (sums.names).compared(sources, (seed, threads), progress)?,
        })
    }
}

/// An article that counts: its position in its source, and its scores or its figures.
type Counting<'a> = (usize, &'a Article, &'a Analysis);

/// What the articles taken in so far add.
struct Sums {
    shift: ShiftSums,
    terms: TermCounts,
    names: NameSums,
    quoted: [QuotedSums; 2],
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            shift: ShiftSums::keeping(MOST_USES),
            terms: TermCounts::default(),
            names: NameSums::default(),
            quoted: Side::BOTH.map(|_| QuotedSums::keeping(MOST_PLACES)),
        }
    }
}

impl Sums {
    /// What these articles of a side add.
    fn of(side: Side, articles: &[Counting<'_>]) -> Self {
        let mut sums = Self::default();
        for (at, article, known) in articles {
            let whole = if known.is_condensed() {
                Cow::Owned(analyse(article, &known.settings))
            } else {
                Cow::Borrowed(*known)
            };
            sums.shift.add((side, *at), article, &whole);
            sums.terms.add((side, *at), article, &whole);
            sums.names.add((side, *at), article, &whole);
            if let Some(quoted) = sums.quoted.get_mut(side.index()) {
                quoted.add((side, *at), &whole);
            }
        }
        sums
    }

    /// Adds what articles add that come after these.
    fn merge(&mut self, other: Self) {
        self.shift.merge(other.shift);
        self.terms.merge(other.terms);
        self.names.merge(other.names);
        for (quoted, more) in self.quoted.iter_mut().zip(other.quoted) {
            quoted.merge(more);
        }
    }
}
