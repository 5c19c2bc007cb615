//! What the measures look for in a word, in one byte, so that most words are passed over at once.

use super::classes::{Class, Classes};
use super::vocabulary::WordInfo;

/// Verbs of attribution.
pub(crate) const STYLES: Classes = Classes::of(&[
    Class::Neutral,
    Class::Doubting,
    Class::Factive,
    Class::Manner,
]);

/// Hedges.
pub(crate) const HEDGES: Classes = Classes::of(&[
    Class::HedgeAlways,
    Class::HedgeModal,
    Class::HedgeApproximate,
    Class::HedgeDegree,
    Class::HedgeAppearance,
    Class::HedgeBelief,
    Class::HedgeEvidence,
    Class::HedgeModifier,
]);

/// Intensifiers.
pub(crate) const INTENSIFIERS: Classes = Classes::of(&[
    Class::IntensifierAlways,
    Class::IntensifierModifier,
    Class::IntensifierVerb,
]);

/// A set of reasons to look at a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Interest(u8);

impl Interest {
    /// No reason.
    pub(super) const NONE: Self = Self(0);
    /// It stands in the list of loaded language, or may be a compound of such words.
    pub(crate) const LOADED: Self = Self(1);
    /// It is a hedge or an intensifier.
    pub(crate) const FORCE: Self = Self(2);
    /// It is a verb of attribution.
    pub(crate) const STYLE: Self = Self(4);
    /// A phrase may begin with it.
    pub(crate) const OPENER: Self = Self(8);
    /// Something is known of it that the subjectivity model weighs.
    pub(crate) const WEIGHED: Self = Self(16);
    /// It is a determiner.
    pub(crate) const DETERMINER: Self = Self(32);

    /// What is of interest in a word; phrases are told later.
    pub(super) fn of(info: &WordInfo) -> Self {
        let known = info.valence != 0.0 || info.opinion != 0.0 || info.classes != Classes::NONE;
        let reasons = [
            (info.loaded.is_some(), Self::LOADED),
            (
                info.classes.any(HEDGES) || info.classes.any(INTENSIFIERS),
                Self::FORCE,
            ),
            (info.classes.any(STYLES), Self::STYLE),
            (known, Self::WEIGHED),
            (info.classes.has(Class::Determiner), Self::DETERMINER),
        ];
        let given = reasons.into_iter().filter(|(given, _)| *given);
        given.fold(Self::default(), |all, (_, reason)| all.and(reason))
    }

    /// Both together.
    #[inline]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any reason is in both.
    #[inline]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
