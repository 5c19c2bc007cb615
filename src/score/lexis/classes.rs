//! The lists of `assets/wording` a word can stand in.

/// One list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    Neutral,
    Doubting,
    Factive,
    Manner,
    Quoting,
    HedgeAlways,
    HedgeModal,
    HedgeApproximate,
    HedgeDegree,
    HedgeAppearance,
    HedgeBelief,
    HedgeEvidence,
    HedgeModifier,
    IntensifierAlways,
    IntensifierModifier,
    IntensifierVerb,
    Negation,
    FirstPerson,
    SecondPerson,
    ThirdPerson,
    SubjectPronoun,
    Obligation,
    Contrast,
    Emphasis,
    Be,
    Have,
    Modal,
    Auxiliary,
    Determiner,
    Preposition,
    Conjunction,
    Relative,
    Month,
    Weekday,
    ReportingFact,
    OpinionCue,
    HumanNoun,
    FirstName,
    Place,
    Demonym,
    BodyWord,
    Body,
    Title,
    ShortTitle,
    Literal,
    IllOfSubject,
    WellOfSubject,
    IllOfObject,
    WellOfObject,
    IllNearby,
    WellNearby,
    Grave,
}

/// The list a section of an asset stands for.
pub(super) fn class_of(section: &str) -> Option<Class> {
    NAMES
        .iter()
        .find(|(name, _)| *name == section)
        .map(|(_, class)| *class)
}

const NAMES: [(&str, Class); 52] = [
    ("neutral", Class::Neutral),
    ("doubting", Class::Doubting),
    ("factive", Class::Factive),
    ("manner", Class::Manner),
    ("quoting", Class::Quoting),
    ("hedge", Class::HedgeAlways),
    ("modal-hedge", Class::HedgeModal),
    ("approximate", Class::HedgeApproximate),
    ("degree", Class::HedgeDegree),
    ("appearance", Class::HedgeAppearance),
    ("belief", Class::HedgeBelief),
    ("evidence", Class::HedgeEvidence),
    ("modifier", Class::HedgeModifier),
    ("intensifier", Class::IntensifierAlways),
    ("before-modifier", Class::IntensifierModifier),
    ("with-verb", Class::IntensifierVerb),
    ("negation", Class::Negation),
    ("first-person", Class::FirstPerson),
    ("second-person", Class::SecondPerson),
    ("third-person", Class::ThirdPerson),
    ("subject-pronoun", Class::SubjectPronoun),
    ("obligation", Class::Obligation),
    ("contrast", Class::Contrast),
    ("emphasis", Class::Emphasis),
    ("be", Class::Be),
    ("have", Class::Have),
    ("modal", Class::Modal),
    ("auxiliary", Class::Auxiliary),
    ("determiner", Class::Determiner),
    ("preposition", Class::Preposition),
    ("conjunction", Class::Conjunction),
    ("relative", Class::Relative),
    ("month", Class::Month),
    ("weekday", Class::Weekday),
    ("reporting-fact", Class::ReportingFact),
    ("opinion-cue", Class::OpinionCue),
    ("human-noun", Class::HumanNoun),
    ("first-name", Class::FirstName),
    ("place", Class::Place),
    ("demonym", Class::Demonym),
    ("body-word", Class::BodyWord),
    ("body", Class::Body),
    ("title", Class::Title),
    ("short-title", Class::ShortTitle),
    ("literal", Class::Literal),
    ("ill-of-subject", Class::IllOfSubject),
    ("well-of-subject", Class::WellOfSubject),
    ("ill-of-object", Class::IllOfObject),
    ("well-of-object", Class::WellOfObject),
    ("ill-nearby", Class::IllNearby),
    ("well-nearby", Class::WellNearby),
    ("grave", Class::Grave),
];

/// A set of lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes(u64);

impl Classes {
    /// No list.
    pub(crate) const NONE: Self = Self(0);

    /// The set of these lists.
    pub(crate) const fn of(classes: &[Class]) -> Self {
        let mut set = 0;
        let mut rest = classes;
        while let [first, others @ ..] = rest {
            set |= 1 << *first as u8;
            rest = others;
        }
        Self(set)
    }

    /// The words that tie others together, but for modal verbs, some of which are names too ("May", "Will").
    pub(crate) const FUNCTION: Self = Self::of(&[
        Class::Determiner,
        Class::Preposition,
        Class::Conjunction,
        Class::Relative,
        Class::Be,
        Class::Have,
        Class::Auxiliary,
        Class::SubjectPronoun,
        Class::ThirdPerson,
        Class::FirstPerson,
        Class::SecondPerson,
    ]);

    /// The set with these lists too.
    pub(crate) const fn and(self, classes: &[Class]) -> Self {
        Self(self.0 | Self::of(classes).0)
    }

    /// Whether `class` is in the set.
    #[inline]
    pub(crate) const fn has(self, class: Class) -> bool {
        self.0 >> (class as u8) & 1 == 1
    }

    /// Whether any of `other` is in the set.
    #[inline]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of the classes in both sets.
    #[inline]
    pub(crate) fn common(self, other: Self) -> impl Iterator<Item = usize> {
        let mut rest = self.0 & other.0;
        std::iter::from_fn(move || {
            let next = (rest != 0).then(|| rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            next
        })
    }

    /// The names, in the assets, of the classes in both sets.
    pub(crate) fn names(self, other: Self) -> impl Iterator<Item = &'static str> {
        NAMES
            .iter()
            .filter(move |(_, class)| self.has(*class) && other.has(*class))
            .map(|(name, _)| *name)
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 |= 1 << (class as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_it_was_made_of() {
        let set = Classes::of(&[Class::Be, Class::ShortTitle]);
        assert!(set.has(Class::Be) && set.has(Class::ShortTitle) && !set.has(Class::Have));
        assert!(set.any(Classes::of(&[Class::Be])) && !set.any(Classes::of(&[Class::Modal])));
    }
}
