//! Whom articles name of which the evidence is not kept: what each adds is taken in while it is there.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::people::{MOST_MENTIONS, NamedBy, Names, Sayings, Spoken, compared, mentioned};
use super::source::Cluster;
use crate::article::{Article, Place, Side, Span};
use crate::score::Analysis;
use crate::score::people::Named;
use crate::work::{Progress, Stopped, Threads};

/// What counts as one independent piece where of most articles there are only figures.
const CLUSTER: Cluster = Cluster::Article;

/// Whom the articles of two sources name, those taken in so far.
#[derive(Default)]
pub(super) struct NameSums([FxHashMap<String, NameSum>; 2]);

/// One name in the articles of one source.
struct NameSum {
    named: Named,
    n: usize,
    /// Where it stands first: an article, and its position among the names of that.
    first: (usize, usize),
    spoken: Spoken,
}

impl NameSums {
    /// Takes in the names of one article: the one at a position of a side, after all others so far.
    pub(super) fn add(&mut self, (side, at): (Side, usize), article: &Article, scores: &Analysis) {
        let Some(names) = self.0.get_mut(side.index()) else {
            return;
        };
        for (position, named) in scores.people.names.iter().enumerate() {
            let mut mentions = mentioned((side, at), article, scores, named);
            mentions.sort_by_key(|mention| (mention.place, mention.span.start));
            let sum = names.entry(named.spelling()).or_insert_with(|| NameSum {
                named: named.alone(),
                n: 0,
                first: (at, position),
                spoken: Spoken::default(),
            });
            sum.n += named.mentions.len();
            sum.spoken
                .merge(Spoken::of(mentions, CLUSTER), MOST_MENTIONS);
        }
    }

    /// The name of a spelling on a side.
    pub(super) fn named(&self, side: Side, spelling: &str) -> Option<&Named> {
        let names = self.0.get(side.index())?;
        names.get(spelling).map(|sum| &sum.named)
    }

    /// Takes in the names of articles that come after these.
    pub(super) fn merge(&mut self, other: Self) {
        for (names, more) in self.0.iter_mut().zip(other.0) {
            #[expect(clippy::iter_over_hash_type, reason = "each by itself, in any order")]
            for (spelling, more) in more {
                match names.entry(spelling) {
                    Entry::Occupied(mut known) => {
                        let known = known.get_mut();
                        known.n += more.n;
                        known.spoken.merge(more.spoken, MOST_MENTIONS);
                    }
                    Entry::Vacant(free) => {
                        free.insert(more);
                    }
                }
            }
        }
    }

    /// Compares how the two sources speak of the names both mention.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub(super) fn compared(
        self,
        sources: [&str; 2],
        (seed, threads): (u64, Threads),
        progress: &Progress,
    ) -> Result<NamedBy, Stopped> {
        let mut spoken = [Vec::new(), Vec::new()];
        let mut alone = [Vec::new(), Vec::new()];
        let mut n = [Vec::new(), Vec::new()];
        let sides = self.0.into_iter().zip(&mut spoken);
        for ((sums, spoken), (alone, n)) in sides.zip(alone.iter_mut().zip(&mut n)) {
            let mut sums: Vec<NameSum> = sums.into_values().collect();
            sums.sort_unstable_by_key(|sum| (std::cmp::Reverse(sum.n), sum.first));
            for sum in sums {
                alone.push(sum.named);
                n.push(sum.n);
                spoken.push(sum.spoken);
            }
        }
        let [of_a, of_b] = &alone;
        let [n_a, n_b] = n;
        let names = [
            Names {
                named: of_a,
                n: n_a,
            },
            Names {
                named: of_b,
                n: n_b,
            },
        ];
        let mut sayings = Kept(spoken);
        compared(
            &names,
            &mut sayings,
            (sources, CLUSTER),
            (seed, threads),
            progress,
        )
    }
}

/// What was kept of what is said of the names of two sources, by side and position of the name.
struct Kept([Vec<Spoken>; 2]);

impl Sayings for Kept {
    fn spoken(&mut self, side: Side, at: usize) -> Spoken {
        let spoken = self.0.get_mut(side.index());
        let spoken = spoken.and_then(|spoken| spoken.get_mut(at));
        spoken.map_or_else(Spoken::default, std::mem::take)
    }

    fn places(&mut self, side: Side, at: usize) -> Vec<(Place, Span)> {
        let mentions = self.spoken(side, at).into_mentions();
        let places = mentions.into_iter();
        places.map(|one| (one.place, one.span)).collect()
    }
}
