//! Which sources stand where: what differs from how opening alone put them was the user's doing.

use super::SourceId;
use crate::article::Side;

/// The order of the sources, and which of them are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Arrangement {
    pub(super) order: Vec<SourceId>,
    pub(super) shown: [Option<SourceId>; 2],
}

/// How opening alone arranged the sources. Says nothing about what is open: two sessions of the same sources are
/// equal however they came about.
#[derive(Debug, Clone, Default)]
pub(super) struct AsOpened(pub(super) Arrangement);

impl PartialEq for AsOpened {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Arrangement {
    pub(super) fn add(&mut self, id: SourceId) {
        self.order.push(id);
    }

    pub(super) fn show(&mut self, side: Side, id: Option<SourceId>) {
        if let Some(shown) = self.shown.get_mut(side.index()) {
            *shown = id;
        }
    }

    pub(super) fn exchange_first(&mut self) {
        if let [first, second, ..] = self.order.as_mut_slice() {
            std::mem::swap(first, second);
        }
    }

    pub(super) fn forget(&mut self, id: SourceId) {
        self.order.retain(|known| *known != id);
        for shown in &mut self.shown {
            *shown = shown.filter(|shown| *shown != id);
        }
    }
}
