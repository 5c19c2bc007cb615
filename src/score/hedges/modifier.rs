//! Adjectives, adverbs and participles, told by their form.

use crate::score::lexis::{Class, Classes, Reading, Shape, TokenKind};

/// Whether the word at `at` reads as an adjective, adverb or participle.
pub(super) fn at(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    let shape = token.shape;
    let closed = Classes::of(&[
        Class::Preposition,
        Class::Conjunction,
        Class::Determiner,
        Class::SubjectPronoun,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Relative,
        Class::FirstPerson,
        Class::ThirdPerson,
        Class::SecondPerson,
        Class::Month,
    ]);
    token.kind == TokenKind::Word
        && !shape.has(Shape::CAPITAL)
        && !reading.info(at).classes.any(closed)
        && (shape.has(Shape::LY)
            || shape.has(Shape::ADJECTIVE)
            || shape.has(Shape::ED)
            || reading.info(at).valence != 0.0
            || shape.has(Shape::HYPHEN)
            || is_plain_adjective(reading.word(at)))
}

fn is_plain_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 9] = ["al", "ic", "ant", "ent", "ary", "ory", "ing", "ate", "ern"];
    word.len() > 5 && ENDINGS.iter().any(|end| word.ends_with(end))
        || matches!(
            word,
            "big"
                | "small"
                | "high"
                | "low"
                | "long"
                | "short"
                | "much"
                | "many"
                | "few"
                | "little"
                | "early"
                | "late"
                | "old"
                | "new"
                | "young"
                | "deep"
                | "wide"
                | "close"
                | "different"
                | "similar"
                | "large"
                | "rare"
                | "clear"
                | "likely"
                | "unlikely"
                | "fast"
                | "quick"
                | "slow"
                | "thin"
                | "sure"
                | "aware"
                | "familiar"
                | "popular"
                | "unpopular"
                | "soon"
                | "often"
                | "well"
                | "far"
                | "common"
                | "rich"
                | "poor"
                | "tough"
                | "narrow"
                | "intense"
                | "complex"
                | "simple"
                | "unusual"
                | "unclear"
                | "wrong"
                | "vulnerable"
                | "liberal"
                | "conservative"
                | "red"
                | "blue"
                | "cold"
                | "hot"
                | "dark"
                | "tight"
                | "loud"
                | "expensive"
                | "secure"
                | "busy"
                | "weird"
                | "odd"
        )
}
