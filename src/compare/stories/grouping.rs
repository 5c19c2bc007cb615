//! From pairs to groups: average linkage over the pairs looked at, the likeliest first; what the user said goes
//! before it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Two groups whose pairs are this likely on average are one.
pub const LEAST_LINK: f64 = 0.45;

/// From this probability a pair counts as one of a story.
const LIKELY: f64 = 0.5;

/// So many likely ones fill the list of a text: those it does not list may be of its story too.
const FULL: usize = 12;

/// What the user said of texts, by their positions.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    /// Texts that tell one event.
    pub(super) together: Vec<(usize, usize)>,
    /// Texts that do not.
    pub(super) apart: BTreeSet<(usize, usize)>,
}

/// A pair of groups that may become one; ordered by how likely, ties by position.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Link {
    mean: f64,
    groups: (usize, usize),
    versions: (usize, usize),
}

impl Eq for Link {}

impl PartialOrd for Link {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Link {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean
            .total_cmp(&other.mean)
            .then_with(|| other.groups.cmp(&self.groups))
            .then_with(|| self.versions.cmp(&other.versions))
    }
}

#[derive(Debug, Clone, Default)]
struct Group {
    members: Vec<usize>,
    /// Members whose list is full.
    full: usize,
    /// To each other group: the sum of probabilities of pairs, and their number.
    links: BTreeMap<usize, (f64, usize)>,
    /// Groups it may not join.
    apart: BTreeSet<usize>,
    version: usize,
}

impl Group {
    /// How likely the pairs between two groups are on average. A pair that was not looked at counts as none, but
    /// where both have no room left on their lists.
    fn mean(&self, other: &Self, (sum, pairs): (f64, usize)) -> f64 {
        let all = self.members.len() * other.members.len();
        let unknown = self.full * other.full;
        sum / all.saturating_sub(unknown).max(pairs).max(1) as f64
    }
}

/// Groups `count` texts by the probabilities of their pairs, each once with the smaller position first. Every text
/// is in one group; members in order, groups by their first.
pub(super) fn group(
    count: usize,
    pairs: &[(usize, usize, f64)],
    said: &Said,
    least: f64,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<Group> = (0..count)
        .map(|text| Group {
            members: vec![text],
            ..Group::default()
        })
        .collect();
    for &(a, b, probability) in pairs {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(group) = groups.get_mut(one) {
                group.links.insert(other, (probability, 1));
                group.full += usize::from(probability >= LIKELY);
            }
        }
    }
    for group in &mut groups {
        group.full = usize::from(group.full >= FULL);
    }
    for &(a, b) in &said.apart {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(group) = groups.get_mut(one) {
                group.apart.insert(other);
            }
        }
    }
    let mut of: Vec<usize> = (0..count).collect();
    for &(a, b) in &said.together {
        if let (Some(&a), Some(&b)) = (of.get(a), of.get(b))
            && a != b
        {
            let (kept, gone) = (a.min(b), a.max(b));
            join(&mut groups, kept, gone);
            for group in &mut of {
                if *group == gone {
                    *group = kept;
                }
            }
        }
    }
    let mut heap = BinaryHeap::new();
    for at in 0..groups.len() {
        push_links(&groups, at, least, &mut heap, |other| other > at);
    }
    while let Some(link) = heap.pop() {
        let (a, b) = link.groups;
        let version = |at: usize| groups.get(at).map(|group| group.version);
        if (version(a), version(b)) != (Some(link.versions.0), Some(link.versions.1)) {
            continue;
        }
        join(&mut groups, a, b);
        push_links(&groups, a, least, &mut heap, |_| true);
    }
    let mut out: Vec<Vec<usize>> = (groups.into_iter())
        .map(|group| group.members)
        .filter(|members| !members.is_empty())
        .collect();
    for members in &mut out {
        members.sort_unstable();
    }
    out.sort_unstable();
    out
}

fn push_links(
    groups: &[Group],
    at: usize,
    least: f64,
    heap: &mut BinaryHeap<Link>,
    wanted: impl Fn(usize) -> bool,
) {
    let Some(group) = groups.get(at) else { return };
    for (&other, &link) in group.links.iter().filter(|(other, _)| wanted(**other)) {
        let Some(linked) = groups.get(other) else {
            continue;
        };
        let mean = group.mean(linked, link);
        if mean >= least && !group.apart.contains(&other) {
            let (groups, versions) = if at < other {
                ((at, other), (group.version, linked.version))
            } else {
                ((other, at), (linked.version, group.version))
            };
            heap.push(Link {
                mean,
                groups,
                versions,
            });
        }
    }
}

/// Takes the group at `gone` into the one at `kept`.
fn join(groups: &mut [Group], kept: usize, gone: usize) {
    let Some(taken) = groups.get_mut(gone) else {
        return;
    };
    let taken = std::mem::take(taken);
    if let Some(gone) = groups.get_mut(gone) {
        // Nothing that was said of it holds any more.
        gone.version = usize::MAX;
    }
    for (&other, &(sum, pairs)) in taken.links.iter().filter(|(other, _)| **other != kept) {
        if let Some(linked) = groups.get_mut(other) {
            linked.links.remove(&gone);
            let link = linked.links.entry(kept).or_default();
            link.0 += sum;
            link.1 += pairs;
        }
    }
    for &other in taken.apart.iter().filter(|other| **other != kept) {
        if let Some(linked) = groups.get_mut(other) {
            linked.apart.remove(&gone);
            linked.apart.insert(kept);
        }
    }
    let Some(group) = groups.get_mut(kept) else {
        return;
    };
    group.links.remove(&gone);
    group.apart.remove(&gone);
    for (other, (sum, pairs)) in taken.links {
        if other != kept {
            let link = group.links.entry(other).or_default();
            link.0 += sum;
            link.1 += pairs;
        }
    }
    group
        .apart
        .extend(taken.apart.iter().filter(|other| **other != kept));
    group.members.extend(taken.members);
    group.full += taken.full;
    group.version += 1;
}

#[cfg(test)]
mod tests {
    use super::{LEAST_LINK, Said, group};

    #[test]
    fn a_chain_is_no_story_and_a_triangle_is() {
        let said = Said::default();
        let chain = [(0, 1, 0.7), (1, 2, 0.65), (2, 3, 0.7)];
        assert_eq!(
            group(4, &chain, &said, LEAST_LINK),
            [vec![0, 1], vec![2, 3]]
        );
        let triangle = [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.1)];
        assert_eq!(group(3, &triangle, &said, LEAST_LINK), [vec![0, 1, 2]]);
    }

    #[test]
    fn what_the_user_said_goes_before() {
        let pairs = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)];
        let said = Said {
            together: vec![(2, 3)],
            apart: [(0, 1), (0, 2)].into(),
        };
        assert_eq!(
            group(4, &pairs, &said, LEAST_LINK),
            [vec![0], vec![1, 2, 3]]
        );
    }

    #[test]
    fn a_story_larger_than_the_lists_holds_together() {
        let n = 60;
        let near = |a: usize| (1..=8).map(move |step| (a, (a + step) % n));
        let pairs: Vec<_> = (0..n)
            .flat_map(near)
            .map(|(a, b)| (a.min(b), a.max(b), 0.95))
            .collect();
        assert_eq!(group(n, &pairs, &Said::default(), LEAST_LINK).len(), 1);
    }
}
