//! What the user collects for the report: evidence that was added to it. A place belongs to its source,
//! whichever side that is shown on.

use super::source::SourceId;
use crate::article::{Place, Side};
use crate::export::report::Pin;

/// One thing that was added.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kept {
    /// A place in a source; its side says nothing.
    Of(SourceId, Place),
    /// Something that is no place.
    Other(Pin),
}

/// Everything that was added, in that order, each thing once.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Collected(Vec<Kept>);

impl Collected {
    /// What was added, as the sources are shown now; places in a source that is not shown are left out.
    pub(super) fn shown(&self, shown: [Option<SourceId>; 2]) -> Vec<Pin> {
        let kept = self.0.iter();
        kept.filter_map(|kept| match kept {
            Kept::Other(pin) => Some(pin.clone()),
            Kept::Of(id, place) => {
                let sides = Side::BOTH.into_iter().zip(shown);
                let mut sides = sides.filter(|(_, shown)| *shown == Some(*id));
                let (side, _) = sides.next()?;
                Some(Pin::Place(Place { side, ..*place }))
            }
        })
        .collect()
    }

    /// Adds something or takes it out; nothing for a place on a side where no source is shown.
    pub(super) fn set(&mut self, pin: &Pin, added: bool, shown: [Option<SourceId>; 2]) {
        let Some(kept) = Kept::of(pin, shown) else {
            return;
        };
        self.0.retain(|other| *other != kept);
        if added {
            self.0.push(kept);
        }
    }

    /// Adds what a document held.
    pub(super) fn extend(&mut self, kept: impl IntoIterator<Item = Kept>) {
        for one in kept {
            if !self.0.contains(&one) {
                self.0.push(one);
            }
        }
    }

    /// Forgets every place of a source.
    pub(super) fn forget(&mut self, id: SourceId) {
        self.0
            .retain(|kept| !matches!(kept, Kept::Of(of, _) if *of == id));
    }

    /// Everything, whether it is shown or not.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Kept> {
        self.0.iter()
    }
}

impl Kept {
    fn of(pin: &Pin, shown: [Option<SourceId>; 2]) -> Option<Self> {
        let Pin::Place(place) = pin else {
            return Some(Self::Other(pin.clone()));
        };
        let id = shown.get(place.side.index()).copied().flatten()?;
        Some(Self::place(id, *place))
    }

    /// A place in a source: the block or the sentence, whatever word of it was meant.
    pub(super) fn place(id: SourceId, place: Place) -> Self {
        let plain = match place.block_index() {
            None => Place::headline(Side::A, place.article),
            Some(block) => {
                Place::block(Side::A, place.article, block).with_sentence(place.sentence_index())
            }
        };
        Self::Of(id, plain)
    }
}
