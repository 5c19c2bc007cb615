//! Who says what: the direct quotations of a text, who speaks in each, and what is told in the
//! outlet's own voice.

mod clause;
mod person;
mod speaker;
mod tone;

#[cfg(test)]
pub(super) use person::read_assets;
pub use tone::VoiceTone;
pub(super) use tone::outside_quotations;

use super::lexis::{Class, Interest, Reading, Shape, TokenKind};
use crate::article::Span;

/// What a pair of quotation marks does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// Reports somebody's words.
    Speech,
    /// Sets a word or two at a distance without saying whose they are.
    Scare,
    /// Names a book, a film, a song.
    Title,
}

/// One stretch between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// Where it stands, marks included.
    pub span: Span,
    /// What it does.
    pub kind: QuoteKind,
    /// The words that name its speaker ("he", "Ms. Lee"), if the text names one.
    pub speaker: Option<Span>,
    /// The verb of attribution.
    pub verb: Option<Span>,
    /// Its words.
    pub words: usize,
}

/// The most words a scare quote has.
const SCARE_WORDS: usize = 3;

/// The quotations of a text; `spans` are its direct quotations as `article::quotations` finds them.
pub(crate) fn quotes(reading: &Reading<'_>, spans: &[Span]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::with_capacity(spans.len());
    let mut last_speaker = None;
    let mut previous_end = 0;
    for &span in spans {
        let from = reading.at_offset(span.start);
        let to = reading.at_offset(span.end);
        let words = count_words(reading, from, to);
        let named = speaker::find(reading, previous_end, from, to);
        let kind = kind(
            reading,
            from,
            to,
            words,
            named.is_some_and(|found| found.close),
        );
        let speaker = named.map(|found| found.span);
        // A quotation without a speaker of its own goes on with the one before it in its paragraph, if it begins
        // a sentence or stands in the same one.
        let begins = speaker::begins_sentence(reading, from)
            || !speaker::sentence_between(reading, previous_end, from);
        let inherited = last_speaker.filter(|_| kind == QuoteKind::Speech && begins);
        let speaker = speaker.filter(|_| kind == QuoteKind::Speech).or(inherited);
        if kind == QuoteKind::Speech {
            last_speaker = speaker;
        }
        let verb = named
            .and_then(|found| found.verb)
            .filter(|_| kind == QuoteKind::Speech);
        quotes.push(Quote {
            span,
            kind,
            speaker,
            verb,
            words,
        });
        previous_end = to;
    }
    lend_back(reading, &mut quotes);
    quotes
}

/// A quotation that opens its paragraph and has no speaker takes that of the one after it: the
/// attribution often follows the second sentence.
fn lend_back(reading: &Reading<'_>, quotes: &mut [Quote]) {
    let mut next = None;
    for quote in quotes
        .iter_mut()
        .rev()
        .filter(|quote| quote.kind == QuoteKind::Speech)
    {
        let from = reading.at_offset(quote.span.start);
        let opens = (0..from).all(|at| !reading.is_word(at));
        quote.speaker = quote.speaker.or(next.filter(|_| opens));
        next = quote.speaker;
    }
}

fn count_words(reading: &Reading<'_>, from: usize, to: usize) -> usize {
    let inside = reading.tokens.get(from..to).unwrap_or_default();
    inside
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .count()
}

fn kind(
    reading: &Reading<'_>,
    from: usize,
    to: usize,
    words: usize,
    attributed: bool,
) -> QuoteKind {
    let inside = reading
        .tokens
        .get(from + 1..to.saturating_sub(1))
        .unwrap_or_default();
    // Two marks may close it: ''…''.
    let last = inside.iter().rev().find(|token| token.mark != '\'');
    let ends_as_speech =
        last.is_some_and(|token| matches!(token.mark, '.' | ',' | '!' | '?' | '…' | '—'));
    let before = from.wrapping_sub(1);
    let determined =
        reading.is(before, Class::Determiner) || reading.token(before).shape.has(Shape::POSSESSIVE);
    let title = (2..=10).contains(&words) && is_title(reading, from + 1, to.saturating_sub(1));
    if title && (determined || !attributed) {
        return QuoteKind::Title;
    }
    if attributed {
        return QuoteKind::Speech;
    }
    if words <= SCARE_WORDS && !(ends_as_speech && words > 1) {
        return QuoteKind::Scare;
    }
    QuoteKind::Speech
}

/// Whether every longer word is capitalised, as in titles.
fn is_title(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let tokens = reading.tokens.get(from..to).unwrap_or_default();
    let mut words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let long = |token: &&super::lexis::LexisToken| token.end - token.start > 4;
    let ends = tokens
        .last()
        .is_some_and(|token| matches!(token.mark, '.' | '!' | '?'));
    !ends
        && words.clone().any(|token| long(&token))
        && words.all(|token| token.shape.has(Shape::CAPITAL) || !long(&token))
}

/// Whether a text reads as if its quotation marks had been lost: verbs that introduce speech, a comma
/// and a capital letter after them, and not one quotation mark.
pub(crate) fn marks_seem_lost(reading: &Reading<'_>) -> bool {
    let is_quote = |token: &super::lexis::LexisToken| {
        token.kind == TokenKind::Mark && matches!(token.mark, '"' | '“' | '”' | '«' | '»' | '‘')
    };
    if reading.tokens.iter().any(is_quote) {
        return false;
    }
    let speaks = |at: usize| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.interest.any(Interest::STYLE))
            && reading.is(at, Class::Neutral)
    };
    (0..reading.tokens.len()).any(|at| {
        speaks(at)
            && matches!(reading.mark(at + 1), Some(',' | ':'))
            && reading.token(at + 2).shape.has(Shape::CAPITAL)
            && (reading.is(at + 2, Class::FirstPerson) || reading.is(at + 2, Class::SubjectPronoun))
    })
}
