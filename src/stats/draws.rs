//! Which clusters each random relabelling takes. They follow from the numbers of clusters and the seed alone, so that
//! tests of many measures over the same clusters draw once.

use std::cell::RefCell;
use std::rc::Rc;

use super::rng::Rng;

/// Positions kept of one set of relabellings; those of larger groups are drawn anew each time.
const MOST_KEPT: usize = 1 << 18;
/// Sets of relabellings a thread keeps: a pair of sources has few numbers of clusters over all measures.
const SETS: usize = 6;

/// What relabellings follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    /// Clusters of both groups together; more than there are 32-bit numbers are never met.
    pub(super) clusters: usize,
    /// Clusters of the smaller group.
    pub(super) drawn: usize,
    /// How many relabellings.
    pub(super) draws: usize,
    /// The seed.
    pub(super) seed: u64,
}

thread_local! {
    /// The sets used last, the latest at the end.
    static KEPT: RefCell<Vec<(Plan, Rc<[u32]>)>> = const { RefCell::new(Vec::new()) };
}

impl Plan {
    /// Calls `see` with the positions of the smaller group in every relabelling, in turn.
    pub(super) fn each(self, mut see: impl FnMut(&[u32])) {
        if self.drawn == 0 || self.drawn.saturating_mul(self.draws) > MOST_KEPT {
            self.draw(see);
            return;
        }
        self.kept().chunks_exact(self.drawn).for_each(&mut see);
    }

    /// The positions one relabelling after the other, drawn where they are not known.
    fn kept(self) -> Rc<[u32]> {
        KEPT.with_borrow_mut(|kept| {
            if let Some(at) = kept.iter().position(|(plan, _)| *plan == self) {
                let known = kept.remove(at);
                let positions = Rc::clone(&known.1);
                kept.push(known);
                return positions;
            }
            let mut positions = Vec::with_capacity(self.drawn * self.draws);
            self.draw(|group| positions.extend_from_slice(group));
            let positions: Rc<[u32]> = positions.into();
            if kept.len() == SETS {
                kept.remove(0);
            }
            kept.push((self, Rc::clone(&positions)));
            positions
        })
    }

    /// Draws: each relabelling goes on from the order the one before left.
    fn draw(self, mut see: impl FnMut(&[u32])) {
        let clusters = u32::try_from(self.clusters).unwrap_or(u32::MAX);
        let mut order: Vec<u32> = (0..clusters).collect();
        let mut rng = Rng::new(self.seed);
        for _ in 0..self.draws {
            rng.choose(&mut order, self.drawn);
            see(order.get(..self.drawn).unwrap_or(&order));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn what_is_kept_is_what_is_drawn() {
        for (clusters, drawn) in [(16, 8), (40, 9), (16, 8), (3, 0)] {
            let plan = Plan {
                clusters,
                drawn,
                draws: 99,
                seed: 7,
            };
            let (mut first, mut again, mut drawn) = (Vec::new(), Vec::new(), Vec::new());
            plan.each(|group| first.push(group.to_vec()));
            plan.each(|group| again.push(group.to_vec()));
            plan.draw(|group| drawn.push(group.to_vec()));
            assert_eq!(first.len(), 99);
            assert!(first == again && first == drawn);
        }
    }
}
