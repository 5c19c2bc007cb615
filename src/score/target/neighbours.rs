//! What kind of mention it is, and the grammar right around it: the words next to it, the lists the words it
//! is tied to stand in, and the sequence of kinds of words on either side.

use super::features::Feature;
use super::scene::{Masked, Scene};
use crate::score::lexis::{Class, Classes, LoadedCategory, Shape};

/// The lists told of the words the mention is tied to.
const TOLD: Classes = Classes::of(&[
    Class::Neutral,
    Class::Doubting,
    Class::Factive,
    Class::Manner,
    Class::HedgeAlways,
    Class::IntensifierAlways,
    Class::IntensifierModifier,
    Class::Negation,
    Class::Obligation,
    Class::Contrast,
    Class::Emphasis,
    Class::HumanNoun,
    Class::Title,
]);

/// Kinds of words in a pattern, the first that fits.
const KINDS: [(Class, &str); 13] = [
    (Class::Negation, "NOT"),
    (Class::Neutral, "SAY"),
    (Class::Doubting, "CLAIM"),
    (Class::Factive, "ADMIT"),
    (Class::Manner, "SLAM"),
    (Class::Be, "BE"),
    (Class::Have, "HAVE"),
    (Class::Modal, "CAN"),
    (Class::Auxiliary, "DO"),
    (Class::Determiner, "THE"),
    (Class::ThirdPerson, "THEY"),
    (Class::SubjectPronoun, "THEY"),
    (Class::FirstPerson, "WE"),
];

impl Scene<'_> {
    /// Facts about the mention itself, none of which two names differ in: a name carries no tone of its own.
    pub(super) fn visit_mention(&self, see: &mut impl FnMut(Feature<'_>)) {
        let own = self.tokens.get(self.from..self.to).unwrap_or_default();
        let Some(last) = own.last() else { return };
        let flag = |yes: bool| f32::from(u8::from(yes));
        let pronouns = Classes::of(&[Class::ThirdPerson, Class::SubjectPronoun]);
        let pronoun = own.iter().any(|token| token.classes.any(pronouns));
        let possessive = last.shape.has(Shape::POSSESSIVE);
        Self::give_plain(see, "mposs", flag(possessive));
        Self::give_plain(see, "mpron", flag(pronoun));
        Self::give_plain(see, "mlow", flag(!last.shape.has(Shape::CAPITAL)));
        let left = self.tokens.len() - self.to.min(self.tokens.len());
        Self::give_plain(see, "mlast", flag(left < 3));
        if possessive && left > 0 {
            self.give(see, "ms", self.to, None, 1.0);
        }
    }

    /// The words next to the mention, and the lists of those it is tied to.
    pub(super) fn visit_neighbours(&self, see: &mut impl FnMut(Feature<'_>)) {
        if self.to + 1 < self.tokens.len() {
            self.give(see, "r12", self.to, Some(self.to + 1), 1.0);
        }
        if self.from >= 2 {
            self.give(see, "l21", self.from - 2, Some(self.from - 1), 1.0);
        }
        if self.from >= 1 {
            let then = if self.is_content(self.to) { "s" } else { "f" };
            Self::give_text(see, "pl", self.word(self.from - 1), then, 1.0);
        }
        let tied = [("sc", self.content_after()), ("oc", self.content_before())];
        for (template, at) in tied {
            if let Some(token) = at.and_then(|at| self.tokens.get(at)) {
                Self::visit_lists(see, template, token);
            }
        }
    }

    fn visit_lists(see: &mut impl FnMut(Feature<'_>), template: &'static str, token: &Masked) {
        for name in token.classes.names(TOLD) {
            Self::give_text(see, template, name, "", 1.0);
        }
        if let Some(entry) = token.loaded {
            Self::give_text(see, template, "loaded", category(entry.category), 1.0);
        }
        let sign = if token.negated { "negated" } else { "valence" };
        if token.valence != 0.0 {
            Self::give_text(see, template, sign, "", token.valence / 3.0);
        }
    }

    /// The kinds of the two and three words before and after the mention, and of those on both sides.
    pub(super) fn visit_patterns(&self, see: &mut impl FnMut(Feature<'_>)) {
        let after = |n: usize| self.kind(Some(self.to + n));
        let before = |n: usize| self.kind(self.from.checked_sub(n));
        let [b1, b2, b3] = [before(1), before(2), before(3)];
        let [a1, a2, a3] = [after(0), after(1), after(2)];
        Self::give_text(see, "tr2", a1, a2, 1.0);
        Self::give_text(see, "tl2", b2, b1, 1.0);
        Self::give_text(see, "tlr", b1, a1, 1.0);
        Self::give_text(see, "tr3", a1, &format!("{a2} {a3}"), 1.0);
        Self::give_text(see, "tl3", b3, &format!("{b2} {b1}"), 1.0);
        Self::give_text(see, "tlr2", b2, &format!("{b1} {a1} {a2}"), 1.0);
    }

    /// The kind of the word at `at`: evaluation first, then grammar; a word that ties others together is
    /// its own kind.
    fn kind(&self, at: Option<usize>) -> &str {
        let Some((at, token)) = at.and_then(|at| Some((at, self.tokens.get(at)?))) else {
            return "END";
        };
        let word = self.word(at);
        if token.valence > 0.0 {
            return "GOOD";
        }
        if token.valence < 0.0 {
            return "BAD";
        }
        if word.starts_with('<') {
            return word;
        }
        let listed = KINDS.iter().find(|(class, _)| token.classes.has(*class));
        if let Some((_, kind)) = listed {
            return kind;
        }
        if token.function {
            return word;
        }
        let endings = [(Shape::ED, "ED"), (Shape::ING, "ING"), (Shape::LY, "LY")];
        let ending = endings.iter().find(|(shape, _)| token.shape.has(*shape));
        ending.map_or("WORD", |(_, kind)| kind)
    }
}

/// The number of a category of loaded language, as text.
pub(super) fn category(category: LoadedCategory) -> &'static str {
    const NUMBERS: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    NUMBERS.get(category as usize).copied().unwrap_or_default()
}
