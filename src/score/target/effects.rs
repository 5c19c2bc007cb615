//! Words that put their subject or object in a good or a bad light (`assets/wording/effects.txt`), by where
//! they stand to the mention.

use super::features::Feature;
use super::scene::{Masked, Scene};
use crate::score::lexis::{Class, Classes, Shape};

const EFFECTS: Classes = Classes::of(&[
    Class::IllOfSubject,
    Class::WellOfSubject,
    Class::IllOfObject,
    Class::WellOfObject,
    Class::IllNearby,
    Class::WellNearby,
]);

/// Templates by place, then by whether the word is negated.
const SUBJECT: [&str; 2] = ["es", "es!"];
const PASSIVE: [&str; 2] = ["ep", "ep!"];
const OBJECT: [&str; 2] = ["eo", "eo!"];
const DIRECT: [&str; 2] = ["ed", "ed!"];
const CLAUSE: [[&str; 2]; 2] = [["erk", "erk!"], ["elk", "elk!"]];
/// By side, distance, whose words they are, negation.
const NEAR: [[&str; 2]; 8] = [
    ["erc", "erc!"],
    ["elc", "elc!"],
    ["erf", "erf!"],
    ["elf", "elf!"],
    ["ercq", "ercq!"],
    ["elcq", "elcq!"],
    ["erfq", "erfq!"],
    ["elfq", "elfq!"],
];
const ELSEWHERE: [&str; 2] = ["", ""];

/// "Close", in tokens.
const CLOSE: usize = 5;

impl Scene<'_> {
    /// Every word with an effect.
    pub(super) fn visit_effects(&self, see: &mut impl FnMut(Feature<'_>)) {
        let subject_of = self.content_after();
        let object_of = self.content_before();
        for (at, token) in self.tokens.iter().enumerate() {
            if token.target || !token.classes.any(EFFECTS) || self.word(at).starts_with('<') {
                continue;
            }
            self.visit_effect(see, at, token);
            if subject_of == Some(at) {
                let passive = self.has_be(at) && is_participle(self.word(at), token);
                Self::give_effect(see, if passive { PASSIVE } else { SUBJECT }, token, 1.0);
            }
            if object_of == Some(at) {
                Self::give_effect(see, OBJECT, token, 1.0);
                if at + 1 == self.from {
                    Self::give_effect(see, DIRECT, token, 1.0);
                } else {
                    let before = self.word(self.from.saturating_sub(1));
                    for name in token.classes.names(EFFECTS) {
                        Self::give_text(see, "et", name, before, 1.0);
                    }
                }
            }
        }
    }

    fn visit_effect(&self, see: &mut impl FnMut(Feature<'_>), at: usize, token: &Masked) {
        let (left, distance) = self.place(at);
        let side = usize::from(left);
        let elsewhere = usize::from(token.quoted && !self.quoted);
        let place = side + 2 * usize::from(distance > CLOSE) + 4 * elsewhere;
        Self::give_effect(see, *NEAR.get(place).unwrap_or(&ELSEWHERE), token, 0.7);
        if token.clause == 0 {
            Self::give_effect(see, *CLAUSE.get(side).unwrap_or(&ELSEWHERE), token, 1.0);
        }
        for name in token.classes.names(EFFECTS) {
            Self::give_text(see, "e", name, "", 0.5);
        }
    }

    fn give_effect(
        see: &mut impl FnMut(Feature<'_>),
        [plain, negated]: [&'static str; 2],
        token: &Masked,
        value: f32,
    ) {
        let template = if token.negated { negated } else { plain };
        for name in token.classes.names(EFFECTS) {
            Self::give_text(see, template, name, "", value);
        }
    }
}

/// Whether a word can be the participle of a passive.
fn is_participle(word: &str, token: &Masked) -> bool {
    token.shape.has(Shape::ED) || ["en", "wn", "ung"].iter().any(|end| word.ends_with(end))
}
