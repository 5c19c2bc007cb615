//! Whose a mark is: of A, of B, or of another open source.

use super::input::Input;
use super::mark::{Dash, Ink, Symbol, Target};
use crate::article::{Place, Side};
use crate::compare::SourceView;

/// Whose a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// One of the two compared.
    Side(Side),
    /// One of the others, by position.
    Other(usize),
}

/// The symbols of the sources that are neither A nor B, in order.
const SYMBOLS: [Symbol; 6] = [
    Symbol::Square,
    Symbol::Down,
    Symbol::Plus,
    Symbol::Box,
    Symbol::Cross,
    Symbol::Ring,
];

impl Owner {
    /// The colour where every source needs its own.
    pub(super) const fn ink(self) -> Ink {
        match self {
            Self::Side(side) => Ink::Source(side),
            Self::Other(at) => Ink::Other(at % SYMBOLS.len()),
        }
    }

    /// The colour where all but A and B stand in rows of their own.
    pub(super) const fn plain_ink(self) -> Ink {
        match self {
            Self::Side(side) => Ink::Source(side),
            Self::Other(_) => Ink::Muted,
        }
    }

    /// The symbol where every source needs its own.
    pub(super) fn symbol(self) -> Symbol {
        match self {
            Self::Side(side) => Symbol::of(side),
            Self::Other(at) => {
                let own = SYMBOLS.get(at % SYMBOLS.len()).copied();
                own.unwrap_or(Symbol::Circle)
            }
        }
    }

    /// The line where every source needs its own.
    pub(super) const fn dash(self) -> Dash {
        match self {
            Self::Side(side) => Dash::of(side),
            Self::Other(at) if at % 2 == 0 => Dash::Dotted,
            Self::Other(_) => Dash::Solid,
        }
    }

    /// What a place in one of its articles is as a target: of a source that is not on show, the article.
    pub(super) const fn target(self, place: Place) -> Target {
        match self {
            Self::Side(_) => Target::Place(place),
            Self::Other(source) => Target::Article {
                source,
                article: place.article,
            },
        }
    }

    /// The source itself as a target.
    pub(super) const fn whole(self) -> Target {
        match self {
            Self::Side(side) => Target::Source { side },
            Self::Other(source) => Target::Article { source, article: 0 },
        }
    }

    /// The side its places are written for.
    pub(super) const fn side(self) -> Side {
        match self {
            Self::Side(side) => side,
            Self::Other(_) => Side::A,
        }
    }

    /// Its letter, or the name of a source that has none.
    pub(super) fn letter(self, view: &SourceView<'_>) -> String {
        match self {
            Self::Side(side) => side.label().to_owned(),
            Self::Other(_) => view.short_name(),
        }
    }

    /// Its name, after its letter where it has one.
    pub(super) fn name(self, view: &SourceView<'_>) -> String {
        let name = view.short_name();
        match self {
            Self::Side(side) => format!("{} {name}", side.label()),
            Self::Other(_) => name,
        }
    }
}

impl<'a> Input<'a> {
    /// Every source that is there and has an article: A, B, then the others.
    pub(super) fn owned(&self) -> impl Iterator<Item = (Owner, SourceView<'a>)> {
        let sides = self.sources().map(|(side, view)| (Owner::Side(side), view));
        let others = self.others.iter().enumerate();
        let others = others.map(|(at, view)| (Owner::Other(at), *view));
        sides.chain(others.filter(|(_, view)| !view.articles.is_empty()))
    }
}
