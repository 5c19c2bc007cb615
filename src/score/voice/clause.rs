//! Small steps through a clause: noun phrases before and after a verb.

use crate::score::lexis::{Class, Classes, Reading, Shape, TokenKind};

/// Verbs that can introduce speech.
const SPEECH: Classes = Classes::of(&[
    Class::Neutral,
    Class::Doubting,
    Class::Factive,
    Class::Manner,
    Class::Quoting,
]);

/// Words that cannot stand inside a noun phrase.
const BREAKS: Classes = Classes::of(&[
    Class::Be,
    Class::Have,
    Class::Modal,
    Class::Relative,
    Class::SubjectPronoun,
    Class::FirstPerson,
]);

/// The longest noun phrase, in tokens.
const LONGEST: usize = 12;

/// Whether the word at `at` is a verb that can introduce speech, in a form a clause is built on.
pub(super) fn is_speech_verb(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_word(at) && {
        let (info, _) = reading.unit(at);
        let shape = reading.token(at).shape;
        let name = shape.has(Shape::CAPITAL) && !shape.has(Shape::FIRST);
        info.classes.any(SPEECH) && !name && !is_noun_here(reading, at)
    }
}

/// "the report", "a fundraising call", "in recent remarks": the same form as a noun. Past forms are
/// nouns or adjectives only right after a determiner.
fn is_noun_here(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    let finite = shape.has(Shape::ED)
        || matches!(
            reading.word(at),
            "said" | "told" | "wrote" | "spoke" | "went" | "began"
        );
    let reach = if finite { 1 } else { 3 };
    for back in 1..=reach {
        let before = at.wrapping_sub(back);
        let token = reading.token(before);
        let subject = reading.is(before, Class::SubjectPronoun)
            || reading.is(before, Class::FirstPerson)
            || reading.is(before, Class::HumanNoun);
        if token.kind != TokenKind::Word
            || token.shape.has(Shape::QUOTED)
            || subject
            || token.shape.has(Shape::LY)
        {
            return false;
        }
        let named = token.shape.has(Shape::CAPITAL)
            && !token.shape.has(Shape::POSSESSIVE)
            && !token.shape.has(Shape::FIRST);
        let governs = !finite
            && !shape.has(Shape::ING)
            && reading.is(before, Class::Preposition)
            && reading.word(before) != "to"
            && !reading.is(before, Class::Conjunction);
        if reading.is(before, Class::Determiner) || token.shape.has(Shape::POSSESSIVE) || governs {
            return true;
        }
        if named
            || reading.is(before, Class::Conjunction)
            || reading.is(before, Class::Auxiliary)
            || reading.is(before, Class::Modal)
        {
            return false;
        }
    }
    false
}

/// Words that open sentences and are no names.
const FUNCTION: Classes = Classes::FUNCTION.and(&[
    Class::Modal,
    Class::Contrast,
    Class::Negation,
    Class::Emphasis,
    Class::Month,
    Class::Weekday,
]);

/// Whether a sentence's first word, known as another word, is a name here: it is no function word, and its clause
/// goes on ("Trump took", "Law said").
pub(super) fn opens_as_name(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.token(at + 1);
    let goes_on = next.kind == TokenKind::Word
        && !next.shape.has(Shape::CAPITAL)
        && !reading.is(at + 1, Class::Preposition)
        && !reading.is(at + 1, Class::Conjunction);
    let token = reading.token(at);
    goes_on
        && !token.shape.has(Shape::LY)
        && !token.shape.has(Shape::ING)
        && !reading.info(at).classes.any(FUNCTION)
}

/// A stretch of tokens.
pub(super) type Range = (usize, usize);

/// The noun phrase that begins at `at`, if one does.
pub(super) fn noun_phrase_after(reading: &Reading<'_>, at: usize) -> Option<Range> {
    if !reading.is_word(at) {
        return None;
    }
    if reading.is(at, Class::SubjectPronoun) || reading.is(at, Class::FirstPerson) {
        let own = reading.token(at).shape.has(Shape::POSSESSIVE);
        return (!own && !reading.is(at, Class::Relative) || reading.is(at, Class::SubjectPronoun))
            .then_some((at, at + 1));
    }
    let blocked = Classes::of(&[
        Class::Preposition,
        Class::Conjunction,
        Class::Relative,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Weekday,
    ]);
    if reading.info(at).classes.any(blocked) && !reading.token(at).shape.has(Shape::CAPITAL) {
        return None;
    }
    let mut end = at;
    while end < at + LONGEST && continues(reading, at, end) {
        end += 1;
    }
    let head = reading.token(end.wrapping_sub(1));
    let real = end > at
        && (end > at + 1 || !reading.is(at, Class::Determiner))
        && !head.shape.has(Shape::LY);
    // The stop of "King Jr." is part of the name.
    let junior = matches!(
        reading.word(end.wrapping_sub(1)),
        "Jr" | "Sr" | "Jnr" | "Snr"
    );
    if real && junior && reading.mark(end) == Some('.') {
        end += 1;
    }
    real.then_some((at, end))
}

/// A noun phrase with what it is of: "a spokesman for the Harbour Trust".
pub(super) fn with_complement(reading: &Reading<'_>, (from, to): Range) -> Range {
    let head = to.wrapping_sub(1);
    let is_office = reading.is(head, Class::HumanNoun) || reading.is(head, Class::Title);
    let governs = matches!(reading.word(to), "for" | "of" | "from" | "with" | "at");
    if !is_office || !governs || reading.token(head).shape.has(Shape::CAPITAL) {
        return (from, to);
    }
    let named =
        |(from, to): &Range| (*from..*to).any(|at| reading.token(at).shape.has(Shape::CAPITAL));
    noun_phrase_after(reading, to + 1)
        .filter(named)
        .map_or((from, to), |(_, end)| (from, end))
}

fn continues(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let token = reading.token(at);
    if token.kind == TokenKind::Mark {
        let initial = token.mark == '.'
            && reading.token(at.wrapping_sub(1)).shape.has(Shape::CAPITAL)
            && at > start
            && reading.token(at + 1).shape.has(Shape::CAPITAL)
            && !reading.token(at + 1).shape.has(Shape::FIRST);
        return initial;
    }
    let info = reading.info(at);
    let capital = token.shape.has(Shape::CAPITAL);
    let stops = info.classes.any(BREAKS)
        || info.is(Class::Preposition)
            && info.classes != Classes::of(&[Class::Preposition, Class::Determiner])
        || info.is(Class::Conjunction)
        || info.is(Class::Weekday)
        || at > start
            && info.is(Class::Determiner)
            && !reading.is(at.wrapping_sub(1), Class::Determiner);
    let after_name = at > start
        && reading.token(at - 1).shape.has(Shape::CAPITAL)
        && !reading.is(at - 1, Class::Determiner)
        && !info.is(Class::HumanNoun)
        && !info.is(Class::Title);
    let leads = after_name && !stops && leads_to_person(reading, at);
    at == start
        || capital
        || joins_particle(reading, at)
        || leads
        || !stops && !after_name && !token.shape.has(Shape::LY) && !is_speech_verb(reading, at)
}

/// The noun phrase whose last token is before `end`, looking back no further than `from`: the subject
/// of a verb at `end`. Auxiliaries, adverbs and one apposition between commas are skipped.
pub(super) fn subject_before(reading: &Reading<'_>, from: usize, end: usize) -> Option<Range> {
    let mut end = skip_adverbs(reading, from, end);
    if reading.mark(end.wrapping_sub(1)) == Some(',') && end > from {
        let comma = (from..end - 1)
            .rev()
            .take(30)
            .find(|at| reading.mark(*at) == Some(','))?;
        end = skip_adverbs(reading, from, comma);
    }
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    if !reading.is_word(last) {
        return None;
    }
    if reading.is(last, Class::SubjectPronoun) && !reading.is(last, Class::Relative)
        || reading.is(last, Class::FirstPerson)
    {
        return Some((last, end));
    }
    if reading.is(last, Class::Relative) {
        return subject_of_relative(reading, from, last);
    }
    phrase_ending(reading, from, end)
}

/// "Smith, who said": the noun phrase before the relative pronoun.
fn subject_of_relative(reading: &Reading<'_>, from: usize, relative: usize) -> Option<Range> {
    let mut end = relative;
    if end > from && reading.mark(end - 1) == Some(',') {
        end -= 1;
    }
    (end > from && reading.is_word(end - 1))
        .then(|| phrase_ending(reading, from, end))
        .flatten()
}

fn skip_adverbs(reading: &Reading<'_>, from: usize, mut end: usize) -> usize {
    while end > from {
        let at = end - 1;
        let token = reading.token(at);
        let adverb = token.kind == TokenKind::Word
            && token.shape.has(Shape::LY)
            && !token.shape.has(Shape::CAPITAL);
        let skipped = adverb
            || reading.is(at, Class::Auxiliary)
            || reading.is(at, Class::Weekday)
            || reading.is(at, Class::Preposition) && reading.is(end, Class::Weekday);
        if !skipped || token.shape.has(Shape::CAPITAL) && !reading.is(at, Class::Weekday) {
            break;
        }
        end = at;
    }
    end
}

fn phrase_ending(reading: &Reading<'_>, from: usize, end: usize) -> Option<Range> {
    let limit = end.saturating_sub(LONGEST).max(from);
    let mut start = end;
    if reading.token(end - 1).shape.has(Shape::CAPITAL) {
        return Some((name_start(reading, limit, end), end));
    }
    while start > limit && belongs(reading, start - 1, end) {
        start -= 1;
    }
    // What is left must begin as a noun phrase does.
    while start < end && (reading.mark(start).is_some() || leads_nothing(reading, start)) {
        start += 1;
    }
    (start < end).then_some((start, end))
}

/// Where a noun phrase that ends in a name begins: "Sen. John Smith", "a spokeswoman for Clinton".
fn name_start(reading: &Reading<'_>, limit: usize, end: usize) -> usize {
    let mut start = end - 1;
    let part = |at: usize| {
        let token = reading.token(at);
        let abbreviated =
            token.mark == '.' && reading.token(at.wrapping_sub(1)).shape.has(Shape::CAPITAL);
        let dated = reading.is(at, Class::Weekday) || reading.is(at, Class::Month);
        token.shape.has(Shape::CAPITAL) && !dated && !reading.is(at, Class::Preposition)
            || abbreviated
            || reading.is(at, Class::HumanNoun)
            || reading.is(at, Class::Title)
            || joins_names(reading, at)
            || joins_particle(reading, at)
    };
    while start > limit && part(start - 1) {
        start -= 1;
    }
    let governed = start > limit + 1
        && reading.is(start - 1, Class::Preposition)
        && (reading.is(start - 2, Class::HumanNoun) || reading.is(start - 2, Class::Title));
    if governed {
        start -= 2;
        while start > limit
            && reading.is_word(start - 1)
            && !reading.is(start, Class::Determiner)
            && !reading.info(start - 1).classes.any(BREAKS)
            && !reading.is(start - 1, Class::Preposition)
            && !reading.is(start - 1, Class::Conjunction)
        {
            start -= 1;
        }
    } else if start > limit && reading.is(start - 1, Class::Determiner) {
        start -= 1;
    }
    start
}

fn leads_nothing(reading: &Reading<'_>, at: usize) -> bool {
    let lead = Classes::of(&[Class::Preposition, Class::Conjunction, Class::Auxiliary]);
    let token = reading.token(at);
    reading.info(at).classes.any(lead)
        && !reading.is(at, Class::Determiner)
        && !token.shape.has(Shape::UPPER)
        || token.shape.has(Shape::LY) && !token.shape.has(Shape::CAPITAL)
}

fn belongs(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let token = reading.token(at);
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark => {
            token.mark == '.'
                && at > 0
                && at + 1 < end
                && (reading.is(at - 1, Class::ShortTitle)
                    || reading.token(at - 1).end - reading.token(at - 1).start == 1)
        }
        TokenKind::Word => {
            let info = reading.info(at);
            let capital = token.shape.has(Shape::CAPITAL) && !token.shape.has(Shape::FIRST);
            let stops = info.classes.any(BREAKS)
                || info.is(Class::Conjunction) && !joins_names(reading, at);
            capital || !stops && (info.is(Class::HumanNoun) || !is_speech_verb(reading, at))
        }
    }
}

/// "Ursula von der Leyen": small words between the parts of a name.
fn is_particle(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at),
        "von"
            | "van"
            | "der"
            | "den"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "du"
            | "la"
            | "le"
            | "bin"
            | "bint"
            | "ibn"
            | "al"
            | "el"
            | "ben"
            | "ter"
            | "ten"
            | "zu"
            | "zur"
            | "af"
            | "av"
            | "y"
            | "e"
    )
}

/// Whether a particle at `at` stands between two parts of a name, other particles beside it.
fn joins_particle(reading: &Reading<'_>, at: usize) -> bool {
    const MOST: usize = 3;
    let name = |at: usize| reading.token(at).shape.has(Shape::CAPITAL);
    let before = (1..=MOST)
        .map(|back| at.wrapping_sub(back))
        .find(|at| !is_particle(reading, *at));
    let after = (at + 1..=at + MOST).find(|at| !is_particle(reading, *at));
    is_particle(reading, at)
        && before.is_some_and(name)
        && after.is_some_and(|at| name(at) && !reading.token(at).shape.has(Shape::FIRST))
}

/// "Lowmoor council leader Ann Roe": words that lead from a name to what somebody is.
fn leads_to_person(reading: &Reading<'_>, at: usize) -> bool {
    const MOST: usize = 4;
    (at..at + MOST)
        .take_while(|at| {
            reading.is_word(*at)
                && !reading.token(*at).shape.has(Shape::LY)
                && !reading.info(*at).classes.any(BREAKS)
                && !reading.is(*at, Class::Preposition)
                && !reading.is(*at, Class::Conjunction)
                && !reading.is(*at, Class::Determiner)
                && !reading.is(*at, Class::Weekday)
                && (reading.is(*at, Class::HumanNoun) || !is_speech_verb(reading, *at))
        })
        .any(|at| reading.is(at, Class::HumanNoun) || reading.is(at, Class::Title))
}

/// "Smith and Jones"
fn joins_names(reading: &Reading<'_>, at: usize) -> bool {
    let name = |at: usize| reading.token(at).shape.has(Shape::CAPITAL);
    name(at.wrapping_sub(1)) && name(at + 1)
}
