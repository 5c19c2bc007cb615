//! The speaker of a quotation, by the rules of English news prose: the attribution follows ("…," said
//! X), precedes (X said: "…") or is told in the sentence before a colon.

use super::clause::{self, Range};
use super::person;
use crate::article::Span;
use crate::score::lexis::{Class, Reading, Shape, TokenKind};

/// Who speaks, and how it is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker {
    pub(super) span: Span,
    pub(super) verb: Option<Span>,
    /// The attribution stands right beside the quotation or in its clause.
    pub(super) close: bool,
}

/// What looks like an attribution, before it is asked whether it names somebody.
#[derive(Debug, Clone, Copy)]
struct Found {
    range: Range,
    verb: Option<Span>,
    close: bool,
}

/// How far before a quotation its attribution may stand, in tokens.
const REACH: usize = 40;

/// How far before a quotation its verb may stand, in tokens.
const NEAR: usize = 12;

/// The speaker of the quotation at the tokens `from..to`; nothing before token `floor` is looked at,
/// where the quotation before it ends.
pub(super) fn find(reading: &Reading<'_>, floor: usize, from: usize, to: usize) -> Option<Speaker> {
    let start = sentence_start(reading, floor, from);
    let ended = ends_sentence(reading, to);
    let after = if ended { None } else { after(reading, to) };
    let named = |found: Found| {
        let (first, last) = person::speaker(reading, found.range)?;
        Some(Speaker {
            span: span(reading, (first, last)),
            verb: found.verb,
            close: found.close,
        })
    };
    after
        .and_then(named)
        .or_else(|| signed(reading, to).and_then(named))
        .or_else(|| announced(reading, start, from).and_then(named))
        .or_else(|| before(reading, start, from).and_then(named))
        .or_else(|| according_to(reading, start, from, to).and_then(named))
}

/// The mark before the closing quotation mark, which may be two (''), if there is one.
fn last_mark(reading: &Reading<'_>, to: usize) -> Option<char> {
    let closing = |at: usize| {
        matches!(
            reading.mark(at),
            Some('\'' | '"' | '”' | '’' | '`' | '»' | '‹' | '›')
        )
    };
    let mut at = to.checked_sub(1)?;
    while at > 0 && closing(at) {
        at -= 1;
    }
    reading.mark(at)
}

/// Whether a new sentence begins after a quotation that ends before `to`.
fn ends_sentence(reading: &Reading<'_>, to: usize) -> bool {
    let last = last_mark(reading, to);
    let next = reading.token(to);
    match last {
        Some('.') => {
            reading.is_word(to) && next.shape.has(Shape::CAPITAL) && !clause_follows(reading, to)
        }
        _ => reading.mark(to) == Some('.'),
    }
}

/// “…” Smith said.
fn clause_follows(reading: &Reading<'_>, to: usize) -> bool {
    let Some((_, end)) = clause::noun_phrase_after(reading, to) else {
        return false;
    };
    (end..end + 2).any(|at| clause::is_speech_verb(reading, at)) && {
        let verb = if clause::is_speech_verb(reading, end) {
            end
        } else {
            end + 1
        };
        matches!(reading.mark(verb + 1), Some('.' | ',')) || verb + 1 >= reading.tokens.len()
    }
}

/// The first token of the sentence that holds `at`.
fn sentence_start(reading: &Reading<'_>, floor: usize, at: usize) -> usize {
    let earliest = at.saturating_sub(REACH).max(floor);
    (earliest..at)
        .rev()
        .find(|&token| {
            matches!(reading.mark(token), Some('.' | '!' | '?'))
                && reading.token(token + 1).shape.has(Shape::FIRST)
        })
        .map_or(earliest, |mark| mark + 1)
}

/// Whether the quotation at `from` begins a sentence.
pub(super) fn begins_sentence(reading: &Reading<'_>, from: usize) -> bool {
    let before = from.wrapping_sub(1);
    from == 0 || matches!(reading.mark(before), Some('.' | '!' | '?' | '…'))
}

/// Whether a sentence ends between two quotations, `from` where the first ends.
pub(super) fn sentence_between(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| matches!(reading.mark(at), Some('.' | '!' | '?')))
}

fn span(reading: &Reading<'_>, range: Range) -> Span {
    reading.span(range.0, range.1)
}

fn found(reading: &Reading<'_>, subject: Range, verb: usize, close: bool) -> Found {
    let (_, length) = reading.unit(verb);
    Found {
        range: subject,
        verb: Some(reading.span(verb, verb + length)),
        close,
    }
}

/// “…,” said X — “…,” X said — “…,” X, a title, said.
fn after(reading: &Reading<'_>, to: usize) -> Option<Found> {
    let mut at = to;
    while matches!(reading.mark(at), Some(',' | '—' | '–' | '-')) {
        at += 1;
    }
    if clause::is_speech_verb(reading, at) && !reading.token(at).shape.has(Shape::ING) {
        let subject = clause::noun_phrase_after(reading, at + 1)?;
        let subject = clause::with_complement(reading, subject);
        return (!is_time(reading, subject)).then(|| found(reading, subject, at, true));
    }
    let subject = clause::noun_phrase_after(reading, at)?;
    let subject = clause::with_complement(reading, subject);
    let verb = verb_after(reading, subject.1)?;
    (!is_time(reading, subject)).then(|| found(reading, subject, verb, true))
}

/// “…” — X, at the end of a text or a sentence: whoever signs the words.
fn signed(reading: &Reading<'_>, to: usize) -> Option<Found> {
    let dash = matches!(reading.mark(to), Some('—' | '–' | '-' | '―' | '~'));
    let spoken = matches!(last_mark(reading, to), Some('.' | '!' | '?' | '…'));
    if !dash || !spoken {
        return None;
    }
    let mut at = to + 1;
    while matches!(reading.mark(at), Some('—' | '–' | '-')) {
        at += 1;
    }
    let subject = clause::noun_phrase_after(reading, at)?;
    let ends = matches!(reading.mark(subject.1), Some('.' | ',' | ';' | '('))
        || subject.1 >= reading.tokens.len();
    let named = (subject.0..subject.1).any(|at| reading.token(at).shape.has(Shape::CAPITAL));
    (ends && named && !is_time(reading, subject)).then_some(Found {
        range: subject,
        verb: None,
        close: true,
    })
}

/// X: “…” — from X: “…”: nothing but a name before the colon.
fn announced(reading: &Reading<'_>, start: usize, from: usize) -> Option<Found> {
    let colon = from
        .checked_sub(1)
        .filter(|at| reading.mark(*at) == Some(':'))?;
    let (mut first, end) = clause::subject_before(reading, start, colon)?;
    let leads = |at: usize| {
        matches!(
            reading.word(at),
            "from" | "From" | "by" | "By" | "and" | "And"
        )
    };
    while first + 1 < end && leads(first) {
        first += 1;
    }
    let subject = (first, end);
    let opens = subject.0 == start
        || matches!(
            reading.word(subject.0 - 1),
            "from" | "From" | "by" | "By" | "and" | "And" | "per"
        );
    let known = |at: usize| {
        let shape = reading.token(at).shape;
        reading.is(at, Class::FirstName)
            || reading.is(at, Class::Title)
            || shape.has(Shape::UPPER)
            || shape.has(Shape::CAPITAL)
                && (!shape.has(Shape::FIRST) || reading.token(at).word == 0)
    };
    let named = (subject.0..subject.1).any(known);
    (opens && named && can_speak(reading, subject) && !is_time(reading, subject)).then_some(Found {
        range: subject,
        verb: None,
        close: true,
    })
}

/// "said last week", "said Monday": when it was said, not who did.
fn is_time(reading: &Reading<'_>, (from, to): Range) -> bool {
    let head = to.wrapping_sub(1);
    let noun = reading.word(head).to_ascii_lowercase();
    let is_noun = matches!(
        noun.as_str(),
        "week"
            | "month"
            | "year"
            | "day"
            | "night"
            | "morning"
            | "afternoon"
            | "evening"
            | "time"
            | "times"
            | "weekend"
            | "hour"
            | "hours"
            | "days"
            | "weeks"
            | "months"
            | "years"
            | "noon"
            | "midnight"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
            | "later"
            | "earlier"
            | "ago"
            | "then"
            | "so"
    );
    let is_date = |at: usize| reading.is(at, Class::Weekday) || reading.is(at, Class::Month);
    is_noun || (from..to).all(|at| is_date(at) || !reading.is_word(at))
}

/// The verb of speech whose subject ends before `at`, past an apposition, auxiliaries and adverbs.
fn verb_after(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    if reading.mark(at) == Some('(') {
        at = (at..at + 8).find(|token| reading.mark(*token) == Some(')'))? + 1;
    }
    if reading.mark(at) == Some(',') || reading.is(at, Class::Preposition) {
        let ahead = at + 1..at + 30;
        let stop = ahead
            .clone()
            .find(|token| matches!(reading.mark(*token), Some('.' | '!' | '?' | '"' | '“')));
        let until = stop.unwrap_or(ahead.end).min(reading.tokens.len());
        if let Some(comma) = (ahead.start..until).rev().find(|token| {
            reading.mark(*token) == Some(',')
                && clause::is_speech_verb(reading, skip_adverbs(reading, token + 1))
        }) {
            return Some(skip_adverbs(reading, comma + 1));
        }
        if reading.is(at, Class::Preposition) {
            return (ahead.start..until.min(at + 10))
                .find(|token| clause::is_speech_verb(reading, *token));
        }
        return None;
    }
    let verb = skip_adverbs(reading, at);
    clause::is_speech_verb(reading, verb).then_some(verb)
}

fn skip_adverbs(reading: &Reading<'_>, mut at: usize) -> usize {
    let limit = at + 4;
    while at < limit && (reading.token(at).shape.has(Shape::LY) || reading.is(at, Class::Auxiliary))
    {
        at += 1;
    }
    at
}

/// X said, “…” — X has called it “…” — …, saying “…”.
fn before(reading: &Reading<'_>, start: usize, from: usize) -> Option<Found> {
    let nearest = start.max(from.saturating_sub(NEAR));
    let verb = (nearest..from)
        .rev()
        .find(|&at| clause::is_speech_verb(reading, at) && !outside(reading, at))?;
    let subject = if reading.token(verb).shape.has(Shape::ING) {
        clause_subject(reading, start, verb)
    } else {
        passive_agent(reading, verb, from)
            .or_else(|| clause::subject_before(reading, start, verb))
            .or_else(|| clause_subject(reading, start, verb))
    }?;
    let subject = whose_pronoun(reading, start, subject).unwrap_or(subject);
    can_speak(reading, subject).then(|| found(reading, subject, verb, true))
}

/// "Trump says he goes “…”": the named subject of an earlier verb of saying, where a pronoun stands for it.
fn whose_pronoun(reading: &Reading<'_>, start: usize, subject: Range) -> Option<Range> {
    let pronoun = subject.1 - subject.0 == 1 && reading.is(subject.0, Class::ThirdPerson);
    if !pronoun || subject.0 == start {
        return None;
    }
    let verbs = (start..subject.0)
        .rev()
        .filter(|&at| clause::is_speech_verb(reading, at) && !outside(reading, at));
    verbs
        .filter_map(|verb| {
            let of = if reading.token(verb).shape.has(Shape::ING) {
                clause_subject(reading, start, verb)
            } else {
                clause::subject_before(reading, start, verb)
            };
            person::speaker(reading, of?)
        })
        .find(|named| {
            (named.0..named.1).any(|at| {
                reading.token(at).shape.has(Shape::CAPITAL) && !reading.is(at, Class::ThirdPerson)
            })
        })
}

/// Whether a noun phrase can name somebody who speaks: a pronoun, a name or a word for a person.
fn can_speak(reading: &Reading<'_>, (from, to): Range) -> bool {
    (from..to).any(|at| {
        let shape = reading.token(at).shape;
        reading.is(at, Class::SubjectPronoun) && !reading.is(at, Class::Relative)
            || reading.is(at, Class::HumanNoun)
            || reading.word(at) == "I"
            || reading.word(at).eq_ignore_ascii_case("we")
            || shape.has(Shape::CAPITAL)
                && (!shape.has(Shape::FIRST) || opens_with_name(reading, at))
                && !reading.is(at, Class::Demonym)
                && !reading.is(at, Class::Weekday)
                && !reading.is(at, Class::Month)
    })
}

fn outside(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).shape.has(Shape::QUOTED)
}

/// "was described by X as “…”"
fn passive_agent(reading: &Reading<'_>, verb: usize, from: usize) -> Option<Range> {
    let passive = (1..4).any(|back| reading.is(verb.wrapping_sub(back), Class::Be));
    let by = (verb + 1..from).find(|at| reading.word(*at).eq_ignore_ascii_case("by"))?;
    passive
        .then(|| clause::noun_phrase_after(reading, by + 1))
        .flatten()
}

/// The subject of the clause a participle ("saying") or a second verb ("and said") belongs to: the
/// last name or pronoun before it that some verb follows, or else the first of the sentence.
fn clause_subject(reading: &Reading<'_>, start: usize, verb: usize) -> Option<Range> {
    let mut first = None;
    let mut at = start;
    while at < verb {
        let subject =
            clause::noun_phrase_after(reading, at).filter(|_| begins_subject(reading, start, at));
        match subject {
            Some(range) if range.1 <= verb => {
                if followed_by_verb(reading, range.1) {
                    return Some(range);
                }
                first = first.or(Some(range));
                at = range.1;
            }
            _ => at += 1,
        }
    }
    first
}

/// A name, a pronoun or a determined noun that no preposition governs.
fn begins_subject(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let token = reading.token(at);
    let nominal = token.shape.has(Shape::CAPITAL)
        && (!token.shape.has(Shape::FIRST) || opens_with_name(reading, at))
        || reading.is(at, Class::SubjectPronoun) && !reading.is(at, Class::Relative)
        || reading.is(at, Class::Determiner);
    let governed = at > start
        && reading.is(at - 1, Class::Preposition)
        && !reading.is(at - 1, Class::Conjunction);
    let date = reading.is(at, Class::Weekday) || reading.is(at, Class::Month);
    nominal && !governed && !date
}

/// A sentence's first word is a name if it is known as one, or unknown and followed by a name or a verb.
fn opens_with_name(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    let derived =
        token.shape.has(Shape::LY) || token.shape.has(Shape::ING) || token.shape.has(Shape::ED);
    reading.is(at, Class::FirstName)
        || reading.is(at, Class::Title)
        || followed_by_verb(reading, at + 1) && clause::opens_as_name(reading, at)
        || token.word == 0
            && !derived
            && (reading.token(at + 1).shape.has(Shape::CAPITAL)
                || followed_by_verb(reading, at + 1))
}

fn followed_by_verb(reading: &Reading<'_>, at: usize) -> bool {
    let at = skip_adverbs(reading, at);
    let token = reading.token(at);
    token.kind == TokenKind::Word
        && (token.shape.has(Shape::ED)
            || reading.is(at, Class::Be)
            || reading.is(at, Class::Have)
            || reading.is(at, Class::Modal)
            || clause::is_speech_verb(reading, at))
}

/// according to X
fn according_to(reading: &Reading<'_>, start: usize, from: usize, to: usize) -> Option<Found> {
    let is_according = |at: usize| {
        reading.word(at).eq_ignore_ascii_case("according") && reading.word(at + 1) == "to"
    };
    let at = (to..to + 3)
        .chain((start..from).rev())
        .find(|at| is_according(*at))?;
    let subject = clause::noun_phrase_after(reading, at + 2)?;
    let subject = clause::with_complement(reading, subject);
    Some(Found {
        range: subject,
        verb: Some(reading.span(at, at + 2)),
        close: true,
    })
}
