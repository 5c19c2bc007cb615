//! Hedges and intensifiers, with the conditions that tell "may" from the month and "around 400" from
//! "around the world".

use super::lexis::{Class, Classes, Kind, Reading, Shape};
use crate::article::Span;

/// What a word does to the force of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Force {
    /// Takes some of it back.
    Hedge,
    /// Adds to it.
    Intensifier,
}

/// One hedge or intensifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForceWord {
    /// Where it stands.
    pub span: Span,
    /// What it does.
    pub force: Force,
}

const HEDGES: Classes = Classes::of(&[
    Class::HedgeAlways,
    Class::HedgeModal,
    Class::HedgeApproximate,
    Class::HedgeDegree,
    Class::HedgeAppearance,
    Class::HedgeBelief,
    Class::HedgeEvidence,
    Class::HedgeModifier,
]);
const INTENSIFIERS: Classes = Classes::of(&[
    Class::IntensifierAlways,
    Class::IntensifierModifier,
    Class::IntensifierVerb,
]);

/// The hedges and intensifiers in the tokens `from..to`, outside quotations.
pub(crate) fn find(reading: &Reading<'_>, from: usize, to: usize, found: &mut Vec<ForceWord>) {
    let mut at = from;
    while at < to {
        let token = reading.token(at);
        let (mut info, mut length) = reading.unit(at);
        let known = Classes::of(&[Class::HedgeAlways, Class::IntensifierAlways]);
        if length > 1 && !info.classes.any(known) {
            (info, length) = (reading.info(at), 1);
        }
        let own = token.kind == Kind::Word && !token.shape.has(Shape::QUOTED);
        let force = if !own || is_name(reading, at) {
            None
        } else if info.classes.any(HEDGES) && hedges(reading, at, info.classes, length) {
            Some(Force::Hedge)
        } else if info.classes.any(INTENSIFIERS) && intensifies(reading, at, info.classes, length) {
            Some(Force::Intensifier)
        } else {
            None
        };
        if let Some(force) = force {
            found.push(ForceWord {
                span: reading.span(at, at + length),
                force,
            });
        }
        at += length;
    }
}

/// A capital letter inside a sentence: May, Super Bowl, Clearly Canadian.
fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    shape.has(Shape::CAPITAL) && !shape.has(Shape::FIRST)
}

fn hedges(reading: &Reading<'_>, at: usize, classes: Classes, length: usize) -> bool {
    classes.has(Class::HedgeAlways) && hedges_here(reading, at, length)
        || classes.has(Class::HedgeModal) && modal_hedges(reading, at)
        || classes.has(Class::HedgeApproximate) && before_figure(reading, at)
        || classes.has(Class::HedgeDegree) && degree_hedges(reading, at)
        || classes.has(Class::HedgeAppearance) && appearance_hedges(reading, at)
        || classes.has(Class::HedgeBelief) && belief_hedges(reading, at)
        || classes.has(Class::HedgeEvidence) && evidence_hedges(reading, at)
        || classes.has(Class::HedgeModifier) && modifier_hedges(reading, at)
}

fn lower<'t>(reading: &Reading<'t>, at: usize) -> &'t str {
    reading.word(at)
}

/// "the uncertain" stay hedges, "might" the noun does not.
fn hedges_here(reading: &Reading<'_>, at: usize, length: usize) -> bool {
    let noun = reading.is(at.wrapping_sub(1), Class::Determiner)
        || reading
            .token(at.wrapping_sub(1))
            .shape
            .has(Shape::POSSESSIVE);
    match lower(reading, at) {
        "might" => length > 1 || !noun && !reading.is(at.wrapping_sub(1), Class::Preposition),
        "suggestive" => lower(reading, at + 1) == "of",
        "tentative" => lower(reading, at + 1) != "agreement" && lower(reading, at + 1) != "deal",
        _ => true,
    }
}

/// May and could: chance, not the month, not permission, not what somebody was able to do.
fn modal_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.token(at + 1);
    let negated = reading.is(at + 1, Class::Negation);
    let ability = matches!(
        lower(reading, at + 1),
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
    if lower(reading, at).eq_ignore_ascii_case("may") {
        let dated = next.kind == Kind::Number;
        let permission = negated
            && matches!(
                lower(reading, at + 2),
                "use" | "enter" | "vote" | "sue" | "own" | "be"
            );
        return next.kind == Kind::Word && !dated && !permission && !ends_phrase(reading, at);
    }
    let before = at.wrapping_sub(1);
    let as_could = matches!(
        lower(reading, before),
        "if" | "as" | "so" | "that" | "whatever" | "where" | "everything" | "all" | "how" | "what"
    ) && !is_thing_subject(reading, before);
    let clause_of_purpose = (1..6).any(|back| {
        matches!(
            lower(reading, at.wrapping_sub(back)),
            "so" | "before" | "until"
        )
    });
    let careless = matches!(
        (lower(reading, at + 1), lower(reading, at + 2)),
        ("care", "less")
    );
    !negated && !ability && !as_could && !clause_of_purpose && !careless && next.kind == Kind::Word
}

fn is_thing_subject(reading: &Reading<'_>, at: usize) -> bool {
    matches!(lower(reading, at), "that" | "what")
}

fn ends_phrase(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at.wrapping_sub(1), Class::Preposition)
        && !reading.is(at.wrapping_sub(1), Class::Conjunction)
}

/// "about 400", "some two dozen", "nearly half".
fn before_figure(reading: &Reading<'_>, at: usize) -> bool {
    let mut next = at + 1;
    if lower(reading, at).eq_ignore_ascii_case("estimated")
        && lower(reading, at.wrapping_sub(1)).eq_ignore_ascii_case("an")
    {
        return reading.token(next).kind == Kind::Number
            || reading.mark(next) == Some('$')
            || is_numeral(lower(reading, next));
    }
    if lower(reading, next) == "a" {
        next += 1;
    }
    let money = matches!(reading.mark(next), Some('$' | '£' | '€'));
    let figure = reading.token(next).kind == Kind::Number || is_numeral(lower(reading, next));
    let year =
        is_year(reading.word(next)) && matches!(lower(reading, at), "about" | "around" | "some");
    let of_topic = lower(reading, at) == "about" && is_topic_before(reading, at);
    (money || figure && !year) && !of_topic
}

/// "talked about two of them", "questions about 2016".
fn is_topic_before(reading: &Reading<'_>, at: usize) -> bool {
    let before = lower(reading, at.wrapping_sub(1));
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
    let word = lower(reading, at);
    let next = reading.token(at + 1);
    if word.eq_ignore_ascii_case("fairly") {
        let treated =
            reading.token(at.wrapping_sub(1)).shape.has(Shape::ED) || !is_modifier(reading, at + 1);
        return next.kind == Kind::Word && !treated && !reading.is(at + 1, Class::Conjunction);
    }
    if word.eq_ignore_ascii_case("usually")
        || word.eq_ignore_ascii_case("typically")
        || word.eq_ignore_ascii_case("generally")
    {
        return lower(reading, at.wrapping_sub(1)) != "than";
    }
    if word.eq_ignore_ascii_case("practically") || word.eq_ignore_ascii_case("virtually") {
        return next.kind == Kind::Word && !reading.is(at + 1, Class::Preposition);
    }
    next.kind != Kind::Mark || matches!(next.mark, '$' | '£' | '€')
}

/// "seems to", "appears that", "tends to"; not "appeared on television".
fn appearance_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let noun = reading.is(at.wrapping_sub(1), Class::Determiner);
    let next = lower(reading, at + 1);
    let seems = lower(reading, at).to_ascii_lowercase().starts_with("seem");
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
            && !(next == "as" && !seems)
            && !(next == "to" && lower(reading, at + 2) == "the")
            || seems && reading.is_word(at + 1))
}

/// "is believed to", "thought to be", "was reported to".
fn belief_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let be = (1..4).any(|back| {
        reading.is(at.wrapping_sub(back), Class::Be)
            || lower(reading, at.wrapping_sub(back)) == "been"
    });
    be && matches!(lower(reading, at + 1), "to" | "that") && lower(reading, at + 2) != "the"
}

/// "the figures suggest that": a thing, not a person, suggests.
fn evidence_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.token(at.wrapping_sub(1));
    let person = before.shape.has(Shape::CAPITAL)
        || matches!(
            lower(reading, at.wrapping_sub(1)),
            "he" | "she" | "they" | "i" | "we" | "who" | "to" | "I"
        )
        || reading.is(at.wrapping_sub(1), Class::HumanNoun)
            && lower(reading, at.wrapping_sub(1)) != "report";
    let claim = matches!(
        lower(reading, at + 1),
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
    before.kind == Kind::Word && !person && claim
}

/// "a possible attack", "likely to": not "as soon as possible", "likely voters", "apparent reason".
fn modifier_hedges(reading: &Reading<'_>, at: usize) -> bool {
    let word = lower(reading, at).to_ascii_lowercase();
    let before = lower(reading, at.wrapping_sub(1));
    let next = reading.token(at + 1);
    let next_word = lower(reading, at + 1);
    let modifies = next.kind == Kind::Word
        && !reading.info(at + 1).classes.any(Classes::of(&[
            Class::Preposition,
            Class::Conjunction,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Relative,
        ]));
    match word.as_str() {
        "likely" => !matches!(next_word, "voters" | "voter" | "than"),
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

/// Whether the word at `at` reads as an adjective, adverb or participle.
fn is_modifier(reading: &Reading<'_>, at: usize) -> bool {
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
    token.kind == Kind::Word
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

fn intensifies(reading: &Reading<'_>, at: usize, classes: Classes, length: usize) -> bool {
    classes.has(Class::IntensifierAlways) && intensifies_here(reading, at, length)
        || classes.has(Class::IntensifierModifier) && before_modifier(reading, at)
        || classes.has(Class::IntensifierVerb) && beside_verb(reading, at)
}

fn intensifies_here(reading: &Reading<'_>, at: usize, length: usize) -> bool {
    match lower(reading, at).to_ascii_lowercase().as_str() {
        "overwhelming" => lower(reading, at.wrapping_sub(1)) != "is",
        "no" => length > 1,
        _ => true,
    }
}

/// "so heavily", "too late", "far more": not "so that", "so far", "far from", "too" at the end.
fn before_modifier(reading: &Reading<'_>, at: usize) -> bool {
    let next_word = lower(reading, at + 1);
    match lower(reading, at).to_ascii_lowercase().as_str() {
        "so" => {
            let start = reading.token(at).shape.has(Shape::FIRST);
            let linked = matches!(
                lower(reading, at.wrapping_sub(1)),
                "do" | "does" | "doing" | "did" | "or" | "done" | "even"
            );
            !start
                && !linked
                && (is_modifier(reading, at + 1)
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
            ) && lower(reading, at.wrapping_sub(1)) != "so"
        }
        "pretty" | "super" => {
            is_modifier(reading, at + 1)
                || matches!(next_word, "good" | "much" | "sure" | "hard" | "close")
        }
        "quite" => {
            is_modifier(reading, at + 1) || matches!(next_word, "a" | "the" | "possible" | "right")
        }
        "too" => is_modifier(reading, at + 1),
        "sharply" | "heavily" | "seriously" | "strongly" | "fully" | "clearly" => {
            reading.token(at + 1).shape.has(Shape::ED) || is_modifier(reading, at + 1)
        }
        "particularly" | "especially" => reading.is_word(at + 1) && is_modifier(reading, at + 1),
        _ => is_modifier(reading, at + 1),
    }
}

fn beside_verb(reading: &Reading<'_>, at: usize) -> bool {
    let word = lower(reading, at).to_ascii_lowercase();
    let before = reading.token(at.wrapping_sub(1));
    let next = reading.token(at + 1);
    let subject = reading.is(at.wrapping_sub(1), Class::SubjectPronoun)
        || before.shape.has(Shape::CAPITAL)
        || reading.is(at.wrapping_sub(1), Class::Modal)
        || reading.is(at.wrapping_sub(1), Class::Negation);
    let verb = next.shape.has(Shape::ED)
        || next.shape.has(Shape::S) && subject
        || reading.is(at + 1, Class::Negation) && subject;
    word != "simply" && verb && next.kind == Kind::Word && before.kind == Kind::Word
        || word == "simply"
            && (reading.is(at + 1, Class::Negation)
                || reading.is(at.wrapping_sub(1), Class::Be) && is_modifier(reading, at + 1))
}
