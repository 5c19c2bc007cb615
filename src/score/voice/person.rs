//! Whether a phrase can be a speaker: a person, a body, a document or a pronoun, and nothing else.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::clause::{self, Range};
use crate::assets::{NotUnderstood, asset};
use crate::score::lexis::{Class, Classes, Reading, Shape, TokenKind};

/// Words for people, bodies and documents, in the singular.
static NOUNS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| read().unwrap_or_default());

fn read() -> Result<FxHashSet<&'static str>, NotUnderstood> {
    let lists: [Vec<&str>; 3] =
        asset!("wording/speakers.txt").lists(["roles", "bodies", "documents"])?;
    Ok(lists.into_iter().flatten().collect())
}

/// Words that stand in clauses, not in what somebody is called.
const CLAUSAL: Classes = Classes::of(&[Class::Be, Class::Have, Class::Modal, Class::Relative]);

/// The speaker in the words `from..to`, without what leads to it; `None` where they name nobody who speaks and
/// are no pronoun.
pub(super) fn speaker(reading: &Reading<'_>, (from, to): Range) -> Option<Range> {
    let first = (from..to).find(|at| !leads(reading, *at))?;
    let range = (first, to);
    if to - first == 1 && is_pronoun(reading, first) {
        return Some(range);
    }
    let clausal = |at: usize| {
        let token = reading.token(at);
        !token.shape.has(Shape::CAPITAL)
            && (reading.info(at).classes.any(CLAUSAL)
                || matches!(reading.word(at), "do" | "does" | "did" | "not"))
    };
    if (first..to).any(clausal) || opens_clause(reading, first) {
        return None;
    }
    let head = head(reading, range)?;
    (is_named(reading, range, head) || is_noun(reading, head)).then_some(range)
}

/// "he", "she", "they", "we", "I".
fn is_pronoun(reading: &Reading<'_>, at: usize) -> bool {
    let subject = reading.is(at, Class::SubjectPronoun) || reading.is(at, Class::FirstPerson);
    subject
        && !reading.is(at, Class::Relative)
        && !reading.token(at).shape.has(Shape::POSSESSIVE)
        && !reading.word(at).eq_ignore_ascii_case("you")
}

/// Marks, conjunctions and adverbs before a noun phrase.
fn leads(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    if token.kind == TokenKind::Mark {
        return true;
    }
    let known = reading.is(at, Class::FirstName) || reading.is(at, Class::Title);
    let small = !token.shape.has(Shape::CAPITAL) || token.shape.has(Shape::FIRST) && !known;
    let leading = Classes::of(&[Class::Conjunction, Class::Contrast]);
    small
        && (reading.info(at).classes.any(leading)
            || reading.word(at).eq_ignore_ascii_case("that")
            || token.shape.has(Shape::LY) && token.word == 0 && !token.shape.has(Shape::CAPITAL))
}

/// "winning Ohio", "made by a surrogate": a participle that governs something opens no name, but "undecided
/// voter Ann Roe" does.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    let next = at + 1;
    let governs = reading.is(next, Class::Preposition)
        || reading.is(next, Class::Determiner)
        || shape.has(Shape::ING) && reading.token(next).shape.has(Shape::CAPITAL);
    let participle = shape.has(Shape::ING) || shape.has(Shape::ED);
    participle && !shape.has(Shape::CAPITAL) && governs && !is_noun(reading, at)
}

/// "a source close to", "a man known as": words that say more of the noun before them.
fn follows_noun(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.word(at),
        "close"
            | "familiar"
            | "known"
            | "named"
            | "called"
            | "identified"
            | "involved"
            | "briefed"
            | "aware"
            | "present"
            | "working"
            | "there"
            | "alike"
            | "himself"
            | "herself"
            | "themselves"
    )
}

/// The token that says what the phrase means: the last before a preposition, dates left out.
fn head(reading: &Reading<'_>, (from, to): Range) -> Option<usize> {
    let end = (from + 1..to)
        .find(|at| {
            reading.is(*at, Class::Preposition) && !reading.token(*at).shape.has(Shape::CAPITAL)
        })
        .unwrap_or(to);
    (from..end).rev().find(|at| {
        let dated = reading.is(*at, Class::Weekday) || reading.is(*at, Class::Month);
        reading.is_word(*at) && !dated && (*at == from || !follows_noun(reading, *at))
    })
}

/// Whether the head, or the last word, is part of a name.
fn is_named(reading: &Reading<'_>, (from, to): Range, head: usize) -> bool {
    let token = reading.token(head);
    if !token.shape.has(Shape::CAPITAL) {
        return false;
    }
    // "N.H.", "Paris", "City": a place, or a part of the name of a body, speaks only beside its verb.
    let alone = (from..to).filter(|at| reading.is_word(*at)).count() == 1;
    let part = reading.is(head, Class::Place) || reading.is(head, Class::BodyWord);
    let beside = clause::is_speech_verb(reading, to)
        || from > 0 && clause::is_speech_verb(reading, from - 1);
    let adrift = alone && part && !beside;
    // What a verb follows is a name, whatever else the word means: “…,” Law said; Trump took a risk.
    let opens =
        token.shape.has(Shape::FIRST) && from == head && !clause::opens_as_name(reading, head);
    let common = opens && token.word != 0 && {
        let names = Classes::of(&[
            Class::FirstName,
            Class::Title,
            Class::Place,
            Class::Body,
            Class::Demonym,
        ]);
        !reading.info(head).classes.any(names)
    };
    !adrift && (!common || is_noun(reading, head))
}

/// Whether the word at `at` is one for a person, a body or a document.
fn is_noun(reading: &Reading<'_>, at: usize) -> bool {
    if reading.is(at, Class::HumanNoun) || reading.is(at, Class::Title) {
        return true;
    }
    let word = reading.word(at).to_ascii_lowercase();
    let word = word
        .split_once(['\'', '’'])
        .map_or(word.as_str(), |(word, _)| word);
    let known = |word: &str| NOUNS.contains(word);
    let last = word.rsplit(['-', '‐']).next().unwrap_or(word);
    [word, last].into_iter().any(|word| {
        known(word)
            || word
                .strip_suffix("ies")
                .is_some_and(|stem| known(&format!("{stem}y")))
            || word.strip_suffix("es").is_some_and(known)
            || word.strip_suffix('s').is_some_and(known)
    })
}

/// Reads the list, for the test of the assets.
#[cfg(test)]
pub(in crate::score) fn read_assets() -> Result<(), NotUnderstood> {
    read().map(drop)
}
