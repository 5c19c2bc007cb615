//! The conditions under which a word of the lists is a hedge.

use super::modifier;
use crate::score::lexis::{Class, Classes, Reading, Shape, TokenKind};

/// Whether a word of the lists hedges where it stands.
pub(super) fn applies(reading: &Reading<'_>, at: usize, classes: Classes, length: usize) -> bool {
    classes.has(Class::HedgeAlways) && hedges_here(reading, at, length)
        || classes.has(Class::HedgeModal) && modal_hedges(reading, at)
        || classes.has(Class::HedgeApproximate) && before_figure(reading, at)
        || classes.has(Class::HedgeDegree) && degree_hedges(reading, at)
        || classes.has(Class::HedgeAppearance) && appearance_hedges(reading, at)
        || classes.has(Class::HedgeBelief) && belief_hedges(reading, at)
        || classes.has(Class::HedgeEvidence) && evidence_hedges(reading, at)
        || classes.has(Class::HedgeModifier) && modifier_hedges(reading, at)
}

/// "the uncertain" stay hedges, "might" the noun does not.
fn hedges_here(reading: &Reading<'_>, at: usize, length: usize) -> bool {
    let noun = reading.is(at.wrapping_sub(1), Class::Determiner)
        || reading
            .token(at.wrapping_sub(1))
            .shape
            .has(Shape::POSSESSIVE);
    match reading.lower(at) {
        "might" => length > 1 || !noun && !reading.is(at.wrapping_sub(1), Class::Preposition),
        "suggestive" => reading.lower(at + 1) == "of",
        "tentative" => reading.lower(at + 1) != "agreement" && reading.lower(at + 1) != "deal",
        _ => true,
    }
}

/// May and could: chance, not the month, not permission, not what somebody was able to do.
fn modal_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.token(at + 1);
    let negated = reading.is(at + 1, Class::Negation);
    let ability = matches!(
        reading.lower(at + 1),
        "see"
            | "hear"
            | "afford"
            | "remember"
            | "barely"
            | "hardly"
            | "only"
            | "feel"
            | "tell"
            | "understand"
            | "say"
            | "find"
    );
    if reading.lower(at) == "may" {
        let dated = next.kind == TokenKind::Number;
        let permission = negated
            && matches!(
                reading.lower(at + 2),
                "use" | "enter" | "vote" | "sue" | "own" | "be"
            );
        return next.kind == TokenKind::Word && !dated && !permission && !ends_phrase(reading, at);
    }
    let before = at.wrapping_sub(1);
    let as_could = matches!(
        reading.lower(before),
        "if" | "as" | "so" | "that" | "whatever" | "where" | "everything" | "all" | "how" | "what"
    ) && !is_thing_subject(reading, before);
    let clause_of_purpose = (1..6).any(|back| {
        matches!(
            reading.lower(at.wrapping_sub(back)),
            "so" | "before" | "until"
        )
    });
    let careless = matches!(
        (reading.lower(at + 1), reading.lower(at + 2)),
        ("care", "less")
    );
    !negated
        && !ability
        && !as_could
        && !clause_of_purpose
        && !careless
        && next.kind == TokenKind::Word
}

fn is_thing_subject(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.lower(at), "that" | "what")
}

fn ends_phrase(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at.wrapping_sub(1), Class::Preposition)
        && !reading.is(at.wrapping_sub(1), Class::Conjunction)
}

/// "about 400", "some two dozen", "nearly half".
fn before_figure(reading: &Reading<'_>, at: usize) -> bool {
    let mut next = at + 1;
    if reading.lower(at) == "estimated" && reading.lower(at.wrapping_sub(1)) == "an" {
        return reading.token(next).kind == TokenKind::Number
            || reading.mark(next) == Some('$')
            || is_numeral(reading.lower(next));
    }
    if reading.lower(next) == "a" {
        next += 1;
    }
    let money = matches!(reading.mark(next), Some('$' | '£' | '€'));
    let figure = reading.token(next).kind == TokenKind::Number || is_numeral(reading.lower(next));
    let year =
        is_year(reading.word(next)) && matches!(reading.lower(at), "about" | "around" | "some");
    let of_topic = reading.lower(at) == "about" && is_topic_before(reading, at);
    (money || figure && !year) && !of_topic
}

/// "talked about two of them", "questions about 2016".
fn is_topic_before(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.lower(at.wrapping_sub(1));
    let topical = Classes::of(&[
        Class::Neutral,
        Class::Quoting,
        Class::Doubting,
        Class::Manner,
    ]);
    reading.info(at.wrapping_sub(1)).classes.any(topical)
        || matches!(
            before,
            "questions"
                | "question"
                | "concerns"
                | "talk"
                | "talked"
                | "talking"
                | "information"
                | "debate"
                | "worried"
                | "book"
                | "film"
                | "story"
                | "stories"
                | "concerned"
        )
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_numeral(word: &str) -> bool {
    matches!(
        word,
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "dozen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
            | "hundred"
            | "half"
            | "thousand"
            | "million"
            | "billion"
            | "quarter"
            | "third"
            | "one-third"
            | "two-thirds"
            | "three-quarters"
            | "one-quarter"
    )
}

/// "largely", "generally", "nearly": not where they compare or count figures.
fn degree_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.lower(at);
    let next = reading.token(at + 1);
    if word.eq_ignore_ascii_case("fairly") {
        let treated = reading.token(at.wrapping_sub(1)).shape.has(Shape::ED)
            || !modifier::at(reading, at + 1);
        return next.kind == TokenKind::Word && !treated && !reading.is(at + 1, Class::Conjunction);
    }
    if word.eq_ignore_ascii_case("usually")
        || word.eq_ignore_ascii_case("typically")
        || word.eq_ignore_ascii_case("generally")
    {
        return reading.lower(at.wrapping_sub(1)) != "than";
    }
    if word.eq_ignore_ascii_case("practically") || word.eq_ignore_ascii_case("virtually") {
        return next.kind == TokenKind::Word && !reading.is(at + 1, Class::Preposition);
    }
    next.kind != TokenKind::Mark || matches!(next.mark, '$' | '£' | '€')
}

/// "seems to", "appears that", "tends to"; not "appeared on television".
fn appearance_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let noun = reading.is(at.wrapping_sub(1), Class::Determiner);
    let next = reading.lower(at + 1);
    let seems = reading.lower(at).starts_with("seem");
    let complement = matches!(
        next,
        "to" | "that"
            | "as"
            | "like"
            | "likely"
            | "unlikely"
            | "poised"
            | "set"
            | "ready"
            | "headed"
            | "not"
    );
    !noun
        && (complement
            && (seems || next != "as")
            && (next != "to" || reading.lower(at + 2) != "the")
            || seems && reading.is_word(at + 1))
}

/// "is believed to", "thought to be", "was reported to".
fn belief_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let be = (1..4).any(|back| {
        reading.is(at.wrapping_sub(back), Class::Be)
            || reading.lower(at.wrapping_sub(back)) == "been"
    });
    be && matches!(reading.lower(at + 1), "to" | "that") && reading.lower(at + 2) != "the"
}

/// "the figures suggest that": a thing, not a person, suggests.
fn evidence_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.token(at.wrapping_sub(1));
    let person = before.shape.has(Shape::CAPITAL)
        || matches!(
            reading.lower(at.wrapping_sub(1)),
            "he" | "she" | "they" | "i" | "we" | "who" | "to" | "I"
        )
        || reading.is(at.wrapping_sub(1), Class::HumanNoun)
            && reading.lower(at.wrapping_sub(1)) != "report";
    let claim = matches!(
        reading.lower(at + 1),
        "that"
            | "a"
            | "the"
            | "it"
            | "he"
            | "she"
            | "they"
            | "otherwise"
            | "there"
            | "an"
            | "some"
            | "many"
    );
    before.kind == TokenKind::Word && !person && claim
}

/// "a possible attack", "likely to": not "as soon as possible", "likely voters", "apparent reason".
fn modifier_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.lower(at);
    let before = reading.lower(at.wrapping_sub(1));
    let next = reading.token(at + 1);
    let next_word = reading.lower(at + 1);
    let modifies = next.kind == TokenKind::Word
        && !reading.info(at + 1).classes.any(Classes::of(&[
            Class::Preposition,
            Class::Conjunction,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Relative,
        ]));
    match word {
        "likely" => !matches!(next_word, "voters" | "voter" | "than"),
        // "would not be possible" rules out; it does not hedge.
        "possible" if (1..4).any(|back| reading.is(at.wrapping_sub(back), Class::Negation)) => {
            false
        }
        "possible" => {
            let degree = matches!(
                before,
                "as" | "best"
                    | "worst"
                    | "every"
                    | "wherever"
                    | "where"
                    | "not"
                    | "make"
                    | "makes"
                    | "made"
                    | "making"
                    | "everything"
            );
            !degree && next_word != "for" && !before.ends_with("est")
        }
        "probable" => next_word != "cause",
        "potential" => {
            modifies
                && !before.ends_with("'s")
                && !matches!(before, "full" | "its" | "their" | "his" | "her")
        }
        "apparent" => modifies && before != "no" && !matches!(next_word, "heir" | "reason"),
        "suspected" | "alleged" | "purported" | "presumed" => {
            modifies
                && !reading.is(at + 1, Class::Determiner)
                && !reading.token(at + 1).shape.has(Shape::CAPITAL)
                && !reading.is(at.wrapping_sub(1), Class::SubjectPronoun)
                && !reading.is(at.wrapping_sub(1), Class::Have)
        }
        _ => modifies,
    }
}
