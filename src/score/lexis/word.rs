//! What is known of a word: the lists it stands in, its valence and weights, and, in one byte, which of
//! them the measures look for, so that most words are passed over at once.

use serde::{Deserialize, Serialize};

use super::classes::{Class, Classes};

/// What a loaded word does to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoadedCategory {
    /// Calls somebody names.
    Insult,
    /// Puts somebody in a political drawer.
    Label,
    /// Condemns morally.
    Condemnation,
    /// Makes somebody or something look absurd or incapable.
    Ridicule,
    /// Paints danger and catastrophe.
    Alarm,
    /// Turns dispute into violence.
    Combat,
    /// Suggests lies, tricks or doubt.
    Deception,
    /// Makes an event bigger.
    Drama,
    /// Ascribes heated feeling.
    Emotion,
    /// Praises.
    Praise,
    /// Lets the reader draw a conclusion that is not argued.
    Insinuation,
}

impl LoadedCategory {
    /// Every category with the name of its section in the asset.
    const NAMES: [(&str, Self); 11] = [
        ("insult", Self::Insult),
        ("label", Self::Label),
        ("condemnation", Self::Condemnation),
        ("ridicule", Self::Ridicule),
        ("alarm", Self::Alarm),
        ("combat", Self::Combat),
        ("deception", Self::Deception),
        ("drama", Self::Drama),
        ("emotion", Self::Emotion),
        ("praise", Self::Praise),
        ("insinuation", Self::Insinuation),
    ];

    /// The category a section of the asset stands for.
    pub(super) fn named(name: &str) -> Option<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, category)| *category)
    }

    /// The category in words, lower case.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Insult => "name-calling",
            Self::Label => "partisan label",
            Self::Condemnation => "condemnation",
            Self::Ridicule => "ridicule",
            Self::Alarm => "alarm",
            Self::Combat => "combat metaphor",
            Self::Deception => "suggestion of deceit",
            Self::Drama => "dramatisation",
            Self::Emotion => "heated feeling",
            Self::Praise => "praise",
            Self::Insinuation => "insinuation",
        }
    }
}

/// An entry of the list of loaded language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LoadedEntry {
    pub(crate) category: LoadedCategory,
    pub(crate) strength: Strength,
}

/// How surely a listed word colours, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// In nearly every use by a reporter.
    Plain,
    /// In a sentence that reads like opinion.
    Weak,
    /// Too seldom to be marked; it raises the score of its sentence.
    Mild,
}

impl Strength {
    /// The strength an entry of a list is marked with, and the entry without its mark.
    pub(super) fn of(entry: &str) -> (Self, &str) {
        if let Some(rest) = entry.strip_prefix('~') {
            (Self::Mild, rest)
        } else if let Some(rest) = entry.strip_prefix('?') {
            (Self::Weak, rest)
        } else {
            (Self::Plain, entry)
        }
    }
}

/// What is known of a word or phrase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordInfo {
    /// The lists it stands in.
    pub(crate) classes: Classes,
    /// Its entry in the list of loaded language.
    pub(crate) loaded: Option<LoadedEntry>,
    /// VADER's valence, −4 to +4; 0 if it has none.
    pub(crate) valence: f32,
    /// Its weight in the subjectivity model; 0 if it has none.
    pub(crate) opinion: f32,
    /// The phrases that begin with it: first position and number.
    pub(super) phrases: (u16, u16),
}

impl WordInfo {
    /// Nothing is known.
    pub(super) const NOTHING: Self = Self {
        classes: Classes::NONE,
        loaded: None,
        valence: 0.0,
        opinion: 0.0,
        phrases: (0, 0),
    };

    /// Whether the word stands in a list.
    #[inline]
    pub(crate) const fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }
}

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
