//! Attribution style: what the verb of saying tells about the words reported. "Said" is neutral,
//! "claimed" doubts, "admitted" takes for true, "slammed" dramatises the manner.

use serde::{Deserialize, Serialize};

use super::lexis::{Class, Classes, Interest, Reading, STYLES, Shape, TokenKind};
use crate::article::Span;

/// The style of one attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributionStyle {
    /// Said, told, wrote, according to.
    Neutral,
    /// Claimed, alleged, insisted: keeps the reader from believing.
    Doubting,
    /// Admitted, revealed, confirmed: takes the words for true.
    Factive,
    /// Slammed, boasted, vowed: colours how they were said.
    Manner,
}

impl AttributionStyle {
    /// Every style, in the order shown.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Doubting, Self::Factive, Self::Manner];

    /// The style in one word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Doubting => "doubting",
            Self::Factive => "confirming",
            Self::Manner => "colouring",
        }
    }
}

/// One verb of attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// Where the verb stands.
    pub span: Span,
    /// Its style.
    pub style: AttributionStyle,
}

/// The verbs of attribution in the tokens `from..to`, outside quotations.
pub(crate) fn find(reading: &Reading<'_>, from: usize, to: usize, found: &mut Vec<Attribution>) {
    let mut at = reading.seek(from, to, Interest::STYLE);
    while at < to {
        let token = reading.token(at);
        let (mut info, mut length) = reading.unit(at);
        if length > 1 && !info.classes.any(STYLES) {
            (info, length) = (reading.info(at), 1);
        }
        if token.kind == TokenKind::Word
            && info.classes.any(STYLES)
            && !token.shape.has(Shape::QUOTED)
            && (length > 1 || attributes(reading, at, info.classes))
        {
            found.push(Attribution {
                span: reading.span(at, at + length),
                style: style(info.classes),
            });
        }
        at = reading.seek(at + length, to, Interest::STYLE);
    }
}

fn style(classes: Classes) -> AttributionStyle {
    if classes.has(Class::Doubting) {
        AttributionStyle::Doubting
    } else if classes.has(Class::Factive) {
        AttributionStyle::Factive
    } else if classes.has(Class::Manner) {
        AttributionStyle::Manner
    } else {
        AttributionStyle::Neutral
    }
}

/// Whether the word at `at` is a verb here, reports words, and has somebody who says them.
fn attributes(reading: &Reading<'_>, at: usize, classes: Classes) -> bool {
    let shape = reading.token(at).shape;
    let named = shape.has(Shape::CAPITAL) && !shape.has(Shape::FIRST);
    if named || is_noun(reading, at) || is_set_phrase(reading, at) || is_passive(reading, at) {
        return false;
    }
    let active = if shape.has(Shape::ING) {
        participle_attributes(reading, at)
    } else if shape.has(Shape::ED) || is_strong_past(reading.word(at)) {
        has_subject(reading, at) || introduces_words(reading, at)
    } else {
        present_attributes(reading, at)
    };
    active && (!classes.has(Class::Manner) || manner_attributes(reading, at))
}

fn is_strong_past(word: &str) -> bool {
    matches!(word, "said" | "told" | "wrote" | "swore" | "Said")
}

/// "the claim", "his attacks", "several reports", "in comments", "personal attacks".
fn is_noun(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let shape = reading.token(at).shape;
    let determiner = reading.is(before, Class::Determiner) && !reading.is(before, Class::HumanNoun)
        || reading.token(before).shape.has(Shape::POSSESSIVE);
    let that_clause = matches!(reading.word(before), "that" | "this")
        && (shape.has(Shape::ED) || is_strong_past(reading.word(at)));
    if shape.has(Shape::ED) || is_strong_past(reading.word(at)) {
        return determiner && !that_clause && !reading.is(before, Class::SubjectPronoun);
    }
    let preposition = reading.is(before, Class::Preposition)
        && reading.word(before) != "to"
        && !reading.is(before, Class::Conjunction);
    let adjective = !shape.has(Shape::ING)
        && reading.token(before).kind == TokenKind::Word
        && (reading.token(before).shape.has(Shape::ADJECTIVE)
            || is_attributive(reading.word(before)));
    determiner && !is_relative(reading, before)
        || preposition && !shape.has(Shape::ING)
        || adjective
}

fn is_relative(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.word(at), "that" | "who")
}

fn is_attributive(word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["al", "ic", "ary", "ing", "ent"];
    word.len() > 5
        && ENDINGS.iter().any(|end| word.ends_with(end))
        && !matches!(
            word,
            "president"
                | "spokesperson"
                | "official"
                | "government"
                | "critic"
                | "statement"
                | "republic"
        )
        || matches!(
            word,
            "new"
                | "recent"
                | "public"
                | "false"
                | "similar"
                | "such"
                | "other"
                | "terror"
                | "racist"
                | "news"
                | "media"
                | "terrorist"
                | "past"
                | "cyber"
                | "press"
        )
}

/// Phrases of law and bookkeeping that only look like attribution.
fn is_set_phrase(reading: &Reading<'_>, at: usize) -> bool {
    if is_strong_past(reading.word(at)) {
        return false;
    }
    let word = reading.word(at).to_ascii_lowercase();
    let next = reading.word(at + 1);
    match word.as_str() {
        "pleaded" | "plead" | "pleads" | "pleading" => {
            matches!(next, "guilty" | "not" | "no" | "innocent")
        }
        "claimed" | "claims" | "claim" | "claiming" => matches!(
            next,
            "responsibility" | "victory" | "lives" | "asylum" | "credit" | "territory" | "benefits"
        ),
        "confirmed" | "confirm" | "confirming" => {
            matches!(next, "by" | "cases" | "deaths" | "to" | "him" | "her")
        }
        "reported" | "reports" => matches!(next, "to" | "for" | "by" | "from"),
        "noted" => matches!(next, "for"),
        // "The emails, disclosed in response to …": nobody says it here.
        "disclosed" | "revealed" => {
            reading.mark(at.wrapping_sub(1)) == Some(',')
                && matches!(next, "in" | "by" | "on" | "under" | "during" | "through")
                && !(at + 1..at + 8).any(|next| reading.word(next) == "that")
        }
        "suggested" => matches!(
            next,
            "few" | "several" | "some" | "many" | "no" | "ways" | "ideas" | "alternatives"
        ),
        "charged" => true,
        "posted" | "posts" | "posting" => matches!(
            next,
            "bail" | "bond" | "a" | "an" | "gains" | "losses" | "record"
        ),
        "states" | "state" => true_state(reading, at),
        "cry" | "cries" | "crying" | "cried" => {
            !matches!(reading.mark(at + 1), Some(',' | ':' | '“' | '"'))
        }
        "demand" | "demands" | "urges" | "urge" => next == "for" || next == "to",
        "continues" | "continue" | "continued" | "continuing" | "begin" | "began" => {
            !introduces_words(reading, at)
        }
        "repeated" | "repeat" | "repeats" | "repeating" | "answer" | "answers" | "answering"
        | "answered" | "relate" | "relates" | "related" | "relating" | "stressed" | "stress"
        | "stresses" | "observe" | "observes" | "observing" | "observed" | "maintain"
        | "maintains" | "maintaining" | "maintained" | "mention" | "mentions" | "recall"
        | "concluded" | "concludes" | "conclude" | "snap" | "snapped" | "snaps" | "ripped"
        | "rip" | "rips" | "hammered" | "hammer" | "crow" | "specify" | "specifies"
        | "specified" | "vent" | "vents" | "bash" | "trash" | "hail" | "post" | "suggest"
        | "repeating-" | "characterize" => !introduces_words(reading, at),
        _ => false,
    }
}

/// "The order states that", not "the United States", "two states".
fn true_state(reading: &Reading<'_>, at: usize) -> bool {
    reading.word(at + 1) != "that"
}

/// After a form of "be" the words are somebody else's, or nobody's.
fn is_passive(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    if shape.has(Shape::ING) || !shape.has(Shape::ED) && !is_strong_past(reading.word(at)) {
        return false;
    }
    let back = |count: usize| at.wrapping_sub(count);
    let be = |at: usize| reading.is(at, Class::Be);
    let adverb = reading.token(back(1)).shape.has(Shape::LY)
        || reading.is(back(1), Class::Negation)
        || matches!(reading.word(back(1)), "also" | "often");
    let passive = be(back(1)) || adverb && be(back(2));
    let agent = (at + 1..at + 8).any(|next| reading.word(next) == "by");
    passive && !agent
}

/// Whether what follows is reported speech: "that", a quotation, a colon, a clause.
fn introduces_words(reading: &Reading<'_>, at: usize) -> bool {
    let next = at + 1;
    matches!(reading.word(next), "that")
        || matches!(reading.mark(next), Some(':' | '“' | '"' | '‘'))
        || reading.mark(next) == Some(',')
            && matches!(reading.mark(next + 1), Some('“' | '"' | '‘' | '\''))
        || reading.token(at.wrapping_sub(1)).shape.has(Shape::QUOTED)
        || reading.mark(at.wrapping_sub(1)) == Some(',')
            && reading.token(at.wrapping_sub(2)).shape.has(Shape::QUOTED)
        || (reading.is(next, Class::SubjectPronoun) || reading.is(next, Class::FirstPerson))
            && !reading.token(next).shape.has(Shape::POSSESSIVE)
}

/// A name, a pronoun or a noun right before the verb, past adverbs and auxiliaries.
fn has_subject(reading: &Reading<'_>, at: usize) -> bool {
    let mut before = at.wrapping_sub(1);
    for _ in 0..4 {
        let skipped = reading.token(before).shape.has(Shape::LY)
            || reading.is(before, Class::Auxiliary)
            || reading.is(before, Class::Weekday)
            || reading.is(before, Class::Modal);
        if !skipped || !reading.is_word(before) {
            break;
        }
        before = before.wrapping_sub(1);
    }
    let token = reading.token(before);
    let mark_ends_apposition = matches!(token.mark, ',' | '”' | '"' | ')' | '—' | '–')
        && token.kind == TokenKind::Mark
        && at > 0;
    let blocked = Classes::of(&[Class::Preposition, Class::Determiner]);
    let known = reading.info(before).classes;
    let conjoined = reading.word(before) == "and" || reading.word(before) == "but";
    mark_ends_apposition
        || conjoined
        || token.kind == TokenKind::Word
            && (!known.any(blocked)
                || known.has(Class::HumanNoun)
                || known.has(Class::SubjectPronoun))
        || token.kind == TokenKind::Number
}

/// "…, saying", "Trump claiming that": not "a meeting, asking price".
fn participle_attributes(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let after_mark = matches!(reading.mark(before), Some(',' | '—' | '–' | '”' | '"'));
    let after_subject =
        reading.is(before, Class::Be) || reading.token(before).shape.has(Shape::CAPITAL);
    let linked = matches!(
        reading.word(before),
        "by" | "while"
            | "after"
            | "before"
            | "in"
            | "and"
            | "without"
            | "from"
            | "also"
            | "been"
            | "keep"
            | "kept"
    );
    let object = reading.is_word(at + 1) || introduces_words(reading, at);
    introduces_words(reading, at)
        || (after_mark || after_subject || linked && reading.is_word(at + 1))
            && object
            && !reading.is(at + 1, Class::Preposition)
}

/// "critics say", "he claims", "Petro accuses": not "to say", "the state", "two claims".
fn present_attributes(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let token = reading.token(before);
    if reading.word(before) == "to" || token.kind == TokenKind::Number {
        return false;
    }
    let third = reading.token(at).shape.has(Shape::S);
    let pronoun = reading.is(before, Class::SubjectPronoun)
        || reading.is(before, Class::FirstPerson)
            && !matches!(reading.word(before), "my" | "our" | "us" | "me");
    let name = token.shape.has(Shape::CAPITAL)
        && !token.shape.has(Shape::POSSESSIVE)
        && token.kind == TokenKind::Word
        && !reading.is(before, Class::Demonym);
    let human = reading.is(before, Class::HumanNoun);
    let modal = reading.is(before, Class::Modal)
        || reading.is(before, Class::Auxiliary) && token.kind == TokenKind::Word;
    let plural = token.shape.has(Shape::S) && !third;
    if third {
        return pronoun
            || name && !looks_like_object(reading, at)
            || human && introduces_or_takes(reading, at)
            || introduces_words(reading, at);
    }
    pronoun
        || (modal || human || plural || name) && introduces_or_takes(reading, at)
        || introduces_words(reading, at)
}

/// "Trump attacks on": the noun.
fn looks_like_object(reading: &Reading<'_>, at: usize) -> bool {
    let prepositional =
        reading.is(at + 1, Class::Preposition) && !reading.is(at + 1, Class::Conjunction);
    prepositional && !matches!(reading.word(at), "says" | "writes" | "tells")
        || reading.is(at + 1, Class::Be)
        || reading.is(at + 1, Class::Modal)
        || reading.is(at + 1, Class::Have)
}

fn introduces_or_takes(reading: &Reading<'_>, at: usize) -> bool {
    let prepositional =
        reading.is(at + 1, Class::Preposition) && !reading.is(at + 1, Class::Conjunction);
    introduces_words(reading, at)
        || reading.is_word(at + 1)
            && !prepositional
            && !reading.is(at + 1, Class::Be)
            && !reading.is(at + 1, Class::Conjunction)
}

/// A verb of manner reports speech if it has an object that can be spoken of or to: a name, a pronoun,
/// a determined noun, a clause; "attacked" and "threatened" also do other things.
fn manner_attributes(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at).to_ascii_lowercase();
    let next = at + 1;
    if word.starts_with("attack") {
        let target = reading.token(next).shape.has(Shape::CAPITAL)
            && !reading.is(next, Class::Place)
            || matches!(reading.word(next), "him" | "her" | "them" | "me" | "us");
        return target;
    }
    let object = reading.is_word(next)
        && (!reading.is(next, Class::Preposition)
            || matches!(
                reading.word(next),
                "to" | "about" | "against" | "at" | "for" | "that" | "of"
            ));
    object
        || introduces_words(reading, at)
        || reading.mark(next) == Some('.')
        || reading.mark(next) == Some(',')
}
