//! The conditions under which a word of the lists is an intensifier.

use super::modifier;
use crate::score::lexis::{Class, Classes, Reading, Shape, TokenKind};

/// Whether a word of the lists intensifies where it stands.
pub(super) fn applies(reading: &Reading<'_>, at: usize, classes: Classes, length: usize) -> bool {
    classes.has(Class::IntensifierAlways) && intensifies_here(reading, at, length)
        || classes.has(Class::IntensifierModifier) && before_modifier(reading, at)
        || classes.has(Class::IntensifierVerb) && beside_verb(reading, at)
}

fn intensifies_here(reading: &Reading<'_>, at: usize, length: usize) -> bool {
    match reading.lower(at) {
        "overwhelming" => reading.lower(at.wrapping_sub(1)) != "is",
        "no" => length > 1,
        _ => true,
    }
}

/// "so heavily", "too late", "far more": not "so that", "so far", "far from", "too" at the end.
fn before_modifier(reading: &Reading<'_>, at: usize) -> bool {
    let next_word = reading.lower(at + 1);
    match reading.lower(at) {
        "so" => {
            let start = reading.token(at).shape.has(Shape::FIRST);
            let linked = matches!(
                reading.lower(at.wrapping_sub(1)),
                "do" | "does" | "doing" | "did" | "or" | "done" | "even"
            );
            // "so deep that few would": what follows says how deep.
            let measured = [2, 3]
                .iter()
                .any(|after| reading.lower(at + after) == "that");
            !start
                && !linked
                && !measured
                && (modifier::at(reading, at + 1)
                    && next_word != "far"
                    && next_word != "long"
                    && next_word != "called"
                    && next_word != "often")
        }
        "far" => {
            matches!(
                next_word,
                "more"
                    | "less"
                    | "better"
                    | "worse"
                    | "too"
                    | "greater"
                    | "fewer"
                    | "beyond"
                    | "larger"
                    | "higher"
                    | "lower"
                    | "easier"
                    | "harder"
            ) && reading.lower(at.wrapping_sub(1)) != "so"
        }
        "too" => next_word != "far" && modifier::at(reading, at + 1),
        "pretty" | "super" => {
            modifier::at(reading, at + 1)
                || matches!(next_word, "good" | "much" | "sure" | "hard" | "close")
        }
        "quite" => {
            modifier::at(reading, at + 1) || matches!(next_word, "a" | "the" | "possible" | "right")
        }
        "sharply" | "heavily" | "seriously" | "strongly" | "clearly" => {
            reading.token(at + 1).shape.has(Shape::ED) || modifier::at(reading, at + 1)
        }
        "particularly" | "especially" => reading.is_word(at + 1) && modifier::at(reading, at + 1),
        _ => modifier::at(reading, at + 1),
    }
}

fn beside_verb(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.lower(at);
    let before = reading.token(at.wrapping_sub(1));
    let next = reading.token(at + 1);
    let subject = reading.is(at.wrapping_sub(1), Class::SubjectPronoun)
        || before.shape.has(Shape::CAPITAL)
        || reading.is(at.wrapping_sub(1), Class::Modal)
        || reading.is(at.wrapping_sub(1), Class::Negation);
    let verb = next.shape.has(Shape::ED)
        || next.shape.has(Shape::S) && subject
        || reading.is(at + 1, Class::Negation) && subject;
    word != "simply" && verb && next.kind == TokenKind::Word && before.kind == TokenKind::Word
        || word == "simply"
            && (reading.is(at + 1, Class::Negation)
                || reading.is(at.wrapping_sub(1), Class::Be) && modifier::at(reading, at + 1))
}
