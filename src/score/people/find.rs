//! Finds names: runs of capitalised words, without titles, dates and words that are capitalised only
//! because they begin a sentence.

use std::borrow::Cow;

use super::Mention;
use crate::score::lexis::{Class, Classes, Interest, Reading, Shape, TokenKind};

/// One name as it stands in the text.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about a name"
)]
pub(super) struct Found {
    pub(super) mention: Mention,
    /// As written.
    pub(super) text: String,
    /// Its words in lower case, without stops and possessives.
    pub(super) key: Vec<String>,
    /// A capital letter alone makes it a name: it stands where every word is capitalised, and counts
    /// only if the name is met elsewhere.
    pub(super) doubtful: bool,
    /// One of its titles is “president”.
    pub(super) president: bool,
    pub(super) person: bool,
    pub(super) place: bool,
    pub(super) body: bool,
    /// "the president" without a name.
    pub(super) office: bool,
    /// Another first name shares its surname: "Barack and Michelle Obama".
    pub(super) shared: bool,
    /// The title of courtesy before it, as written: "Mr.".
    pub(super) courtesy: Option<Courtesy>,
}

/// A title that tells a man from a woman.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Courtesy {
    /// Mr.
    Man,
    /// Mrs., Ms., Miss.
    Woman,
}

/// Words after a surname that are no surname.
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv" | "jnr" | "snr")
}

/// The titles before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Titles {
    None,
    President,
    Other,
}

/// The longest name, in tokens.
const LONGEST: usize = 8;

/// Appends the names of one block.
pub(super) fn names(block: usize, reading: &Reading<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < reading.tokens.len() {
        let rest = reading.tokens.get(at..).unwrap_or_default();
        let candidate = rest.iter().position(|token| {
            token.kind == TokenKind::Word
                && (token.shape.has(Shape::CAPITAL) || token.interest.any(Interest::DETERMINER))
        });
        let Some(offset) = candidate else { break };
        at += offset;
        if let Some(office) = office(block, reading, at) {
            found.push(office);
            at += 2;
            continue;
        }
        if !reading.token(at).shape.has(Shape::CAPITAL) {
            at += 1;
            continue;
        }
        let end = run(reading, at);
        if end > at {
            found.extend(name(block, reading, at, end));
        }
        at = end.max(at + 1);
    }
}

/// "the president"
fn office(block: usize, reading: &Reading<'_>, at: usize) -> Option<Found> {
    let named = reading.token(at + 2).shape.has(Shape::CAPITAL)
        && reading.is_word(at + 2)
        && !reading.token(at + 1).shape.has(Shape::POSSESSIVE);
    let office = reading.is(at, Class::Determiner)
        && reading.word(at).eq_ignore_ascii_case("the")
        && reading.key_text_is(at + 1, "president")
        && !named;
    office.then(|| Found {
        mention: Mention {
            block,
            span: reading.span(at, at + 2),
        },
        text: String::new(),
        key: Vec::new(),
        doubtful: false,
        president: true,
        person: true,
        place: false,
        body: false,
        office: true,
        shared: false,
        courtesy: None,
    })
}

/// One past the last token of the run of capitalised words that begins at `at`.
fn run(reading: &Reading<'_>, at: usize) -> usize {
    let mut end = at;
    while end < at + LONGEST && belongs(reading, at, end) {
        end += 1;
        if reading.token(end - 1).shape.has(Shape::POSSESSIVE) {
            return end;
        }
    }
    // Stops and small words belong only between two capitals.
    while end > at && !is_capital(reading, end - 1) {
        end -= 1;
    }
    end
}

fn is_capital(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    token.kind == TokenKind::Word && token.shape.has(Shape::CAPITAL)
}

fn belongs(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let token = reading.token(at);
    if token.kind == TokenKind::Mark {
        let before = reading.token(at.wrapping_sub(1));
        let abbreviated =
            reading.is(at.wrapping_sub(1), Class::ShortTitle) || before.end - before.start == 1;
        return at > start
            && token.mark == '.'
            && abbreviated
            && before.shape.has(Shape::CAPITAL)
            && is_capital(reading, at + 1);
    }
    if token.kind != TokenKind::Word {
        return false;
    }
    if !token.shape.has(Shape::CAPITAL) {
        let small = matches!(
            reading.word(at),
            "de" | "la" | "del" | "van" | "von" | "der" | "bin" | "al" | "da" | "dos"
        ) || matches!(reading.word(at), "of" | "for")
            && has_body_word(reading, start, at);
        return at > start && small && is_capital(reading, at + 1);
    }
    let function = Classes::FUNCTION.and(&[Class::Contrast, Class::Negation, Class::Emphasis]);
    let date = reading.is(at, Class::Month) && !reading.is(at, Class::FirstName)
        || reading.is(at, Class::Weekday);
    let first = token.shape.has(Shape::FIRST);
    let common = reading.info(at).classes.any(function)
        && !token.shape.has(Shape::UPPER)
        && (first || reading.word(at).len() < 4);
    // A new sentence begins a new run.
    !(date || common || at > start && first)
}

fn has_body_word(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| reading.is(at, Class::BodyWord))
}

/// The name in a run of capitalised words, if there is one.
fn name(block: usize, reading: &Reading<'_>, from: usize, to: usize) -> Option<Found> {
    let (start, titles) = after_titles(reading, from, to);
    let start = after_demonym(reading, start, to);
    if start >= to {
        return None;
    }
    let key = key(reading, start, to);
    let single = to - start == 1;
    let known = known(reading, start);
    let only = reading.info(start).classes;
    if single
        && (only.has(Class::Demonym)
            || only.has(Class::Title) && titles != Titles::None && !is_surname(reading, start)
            || is_compound(reading, start))
        || key.iter().all(|word| word.len() < 2)
    {
        return None;
    }
    let first = reading.token(start).shape.has(Shape::FIRST);
    let lower_known = reading.token(start).word != 0 && !known;
    let person = titles != Titles::None || only.has(Class::FirstName) && !single;
    let mut span = reading.span(start, to);
    if reading.token(to - 1).shape.has(Shape::POSSESSIVE) {
        let cut = span
            .of(reading.text)
            .chars()
            .rev()
            .take(2)
            .map(char::len_utf8)
            .sum::<usize>();
        span.end -= cut;
    }
    let last = to - 1;
    let abbreviated = is_suffix(&reading.key_text(last)) && reading.mark(to) == Some('.');
    if abbreviated && reading.token(to).start == reading.token(last).end {
        span.end += 1;
    }
    Some(Found {
        mention: Mention { block, span },
        text: span.of(reading.text).to_owned(),
        key,
        doubtful: titles == Titles::None
            && first
            && single
            && (lower_known || reading.token(start).word == 0),
        president: titles == Titles::President,
        person,
        place: reading.unit(start).0.is(Class::Place),
        body: reading.unit(start).0.is(Class::Body)
            || (start..to).any(|at| reading.is(at, Class::BodyWord)) && !single
            || single && reading.token(start).shape.has(Shape::UPPER),
        office: false,
        shared: !single && shares_surname(reading, from),
        courtesy: courtesy(reading, start),
    })
}

fn known(reading: &Reading<'_>, at: usize) -> bool {
    let names = Classes::of(&[Class::FirstName, Class::Place, Class::Body]);
    reading.info(at).classes.any(names) || reading.unit(at).0.classes.any(names)
}

/// Where the name begins after its titles ("Interior Minister Armando Benedetti"), and the titles.
fn after_titles(reading: &Reading<'_>, from: usize, to: usize) -> (usize, Titles) {
    let last = (from..to).rev().find(|&at| {
        reading.is(at, Class::Title) && at + 1 < to && !is_before_suffix(reading, at, to)
    });
    let Some(last) = last.filter(|last| (last + 1..to).any(|at| is_capital(reading, at))) else {
        return (from, lower_titles(reading, from));
    };
    let president = (from..=last).any(|at| reading.key_text_is(at, "president"));
    let titles = if president {
        Titles::President
    } else {
        Titles::Other
    };
    let start = (last + 1..to)
        .find(|&at| is_capital(reading, at))
        .unwrap_or(to);
    (start, titles)
}

/// "Martin Luther King Jr.": the title is a surname.
fn is_before_suffix(reading: &Reading<'_>, at: usize, to: usize) -> bool {
    let mut rest = (at + 1..to).filter(|at| reading.is_word(*at));
    rest.all(|at| is_suffix(&without_stops(reading.key_text(at))))
}

/// Where the word before `at` stands, past the stop of an abbreviation.
fn before(reading: &Reading<'_>, at: usize) -> usize {
    let before = at.wrapping_sub(1);
    if reading.mark(before) == Some('.') {
        before.wrapping_sub(1)
    } else {
        before
    }
}

/// "Dr. King", "Ms. Bishop": a title after another one that is never followed by a title.
fn is_surname(reading: &Reading<'_>, at: usize) -> bool {
    let title = before(reading, at);
    reading.is_word(title)
        && matches!(
            &*reading.key_text(title),
            "mr" | "mrs" | "ms" | "mx" | "miss" | "dr" | "rev" | "prof"
        )
}

fn courtesy(reading: &Reading<'_>, at: usize) -> Option<Courtesy> {
    let title = before(reading, at);
    if !reading.is_word(title) {
        return None;
    }
    match &*reading.key_text(title) {
        "mr" => Some(Courtesy::Man),
        "mrs" | "ms" | "miss" => Some(Courtesy::Woman),
        _ => None,
    }
}

/// "Barack and Michelle Obama": a first name and "and" before a name of two words.
fn shares_surname(reading: &Reading<'_>, at: usize) -> bool {
    let and = at.wrapping_sub(1);
    let other = at.wrapping_sub(2);
    matches!(reading.word(and), "and" | "&")
        && is_capital(reading, other)
        && !is_capital(reading, at.wrapping_sub(3))
        && !reading.is(other, Class::Title)
        && !reading.is(other, Class::Place)
        && (reading.is(other, Class::FirstName) || reading.is(at, Class::FirstName))
}

/// "president Gustavo Petro"
fn lower_titles(reading: &Reading<'_>, from: usize) -> Titles {
    let before = from.wrapping_sub(1);
    let title = reading.is_word(before)
        && reading.is(before, Class::Title)
        && !reading.token(before).shape.has(Shape::POSSESSIVE);
    match (title, reading.key_text_is(before, "president")) {
        (true, true) => Titles::President,
        (true, false) => Titles::Other,
        (false, _) => Titles::None,
    }
}

/// "Republican John McCain": the adjective is no part of the name.
fn after_demonym(reading: &Reading<'_>, from: usize, to: usize) -> usize {
    let follows = reading.is(from + 1, Class::FirstName) || reading.is(from + 1, Class::Demonym);
    if from + 1 < to && reading.is(from, Class::Demonym) && follows {
        from + 1
    } else {
        from
    }
}

/// "U.S.-Colombia": an adjective made of two names.
fn is_compound(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    reading.token(at).shape.has(Shape::HYPHEN)
        && word.split(['-', '‐']).any(|part| {
            let info = Reading::known(part);
            info.is(Class::Place) || info.is(Class::Demonym)
        })
}

fn key(reading: &Reading<'_>, from: usize, to: usize) -> Vec<String> {
    (from..to)
        .filter(|&at| reading.is_word(at))
        .map(|at| without_stops(reading.key_text(at)))
        .filter(|word| word != "the")
        .collect()
}

fn without_stops(word: Cow<'_, str>) -> String {
    if word.contains('.') {
        word.replace('.', "")
    } else {
        word.into_owned()
    }
}
