//! Sentences of news English. A stop ends a sentence unless what stands before it (a title, an
//! initial, an abbreviation) or after it (a lower-case word, a speaker) says otherwise.

mod context;
mod stop;
mod words;

use super::Span;
use context::Context;
use stop::slice;

/// The sentences of a text, in order and without overlap; every character outside them is white space.
/// A blank line always ends a sentence. Takes time in proportion to the text.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let end = start + paragraph.len();
        sentences.extend(of_paragraph(paragraph).map(|span| span.shifted(start)));
        start = end + 2;
    }
    sentences
}

fn of_paragraph(text: &str) -> impl Iterator<Item = Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(stop) = stop::next(text, at) {
        if stop.closed >= text.len() {
            break;
        }
        let context = Context::new(text, start, stop);
        at = context.next.max(stop.closed);
        if context.is_boundary() {
            found.push(trimmed(text, start, stop.closed));
            start = context.next;
        }
    }
    found.push(trimmed(text, start, text.len()));
    found.into_iter().filter(|span| !span.is_empty())
}

/// The stretch without the white space at its ends.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let stretch = slice(text, start, end);
    let end = start + stretch.trim_end().len();
    let start = start + (stretch.len() - stretch.trim_start().len());
    Span::new(start, end.max(start))
}

/// Reads the word lists, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    words::Words::read().map(drop)
}
