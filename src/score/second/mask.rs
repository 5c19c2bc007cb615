//! The names of a text, which the encoder never sees: persons, parties, countries and faiths must not move
//! its opinion. Words for political camps and the pronouns of women and men are hidden with them.
//!
//! In running text a capital marks a name. At the start of a sentence, in headlines in title case and in
//! shouted words it proves nothing: there a word is a name if it stands in a list.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::quotations;
use crate::assets::{Asset, NotUnderstood, asset};
use crate::score::lexis::{Class, Reading, Shape};

/// Words that news texts write with a capital, and words that are hidden however they are written.
const NAMES: Asset = asset!("second/names.txt");

/// The lists of [`NAMES`].
#[derive(Default)]
pub(super) struct Names {
    always: FxHashSet<&'static str>,
    capital: FxHashSet<&'static str>,
    ordinary: FxHashSet<&'static str>,
}

static LISTS: LazyLock<Names> = LazyLock::new(|| read().unwrap_or_default());

pub(super) fn read() -> Result<Names, NotUnderstood> {
    let [always, capital, ordinary] = NAMES.lists(["always", "name", "ordinary"])?;
    Ok(Names {
        always,
        capital,
        ordinary,
    })
}

/// Words of at least so many letters tell whether a text is in title case …
const LONG: usize = 4;
/// … if it has so many of them, the first of a sentence left out, …
const FEW: usize = 3;
/// … and more than this share begins with a capital.
const TITLE_CASE: f64 = 0.6;

/// The byte ranges of the names of `text`, in order and apart; words of one name make one range. What is
/// not in title case is running text.
pub(super) fn names(text: &str) -> Vec<(usize, usize)> {
    let reading = Reading::new(text, &quotations(text));
    let title = is_title_case(&reading);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in 0..reading.tokens.len() {
        if !reading.is_word(at) || !is_hidden(&reading, at, title) {
            continue;
        }
        let token = reading.token(at);
        let word = reading.word(at);
        let possessive = token.shape.has(Shape::POSSESSIVE);
        let owned = possessive.then(|| word.rfind(['\'', '’', '‘'])).flatten();
        let end = token.start + owned.unwrap_or(word.len());
        match found.last_mut() {
            Some(last) if matches!(text.get(last.1..token.start), Some(" " | "-")) => last.1 = end,
            _ => found.push((token.start, end)),
        }
    }
    found
}

fn is_hidden(reading: &Reading<'_>, at: usize, title: bool) -> bool {
    let word = reading.key_text(at);
    let lists = &*LISTS;
    if lists.always.contains(&*word) {
        return true;
    }
    let shape = reading.token(at).shape;
    if !shape.has(Shape::CAPITAL)
        || reading.is(at, Class::FirstPerson)
        || word == "i"
        || word.starts_with("i'")
    {
        return false;
    }
    let listed = [Class::FirstName, Class::Place, Class::Demonym, Class::Body]
        .iter()
        .any(|class| reading.is(at, *class));
    if listed || lists.capital.contains(&*word) {
        return true;
    }
    let ordinary = reading.token(at).word != 0 || lists.ordinary.contains(&*word);
    if title {
        return false;
    }
    if shape.has(Shape::FIRST) || shape.has(Shape::UPPER) {
        return !ordinary
            && !word.ends_with("ing")
            && !word.ends_with("ed")
            && !word.ends_with("ly");
    }
    true
}

fn is_title_case(reading: &Reading<'_>) -> bool {
    let shapes = (0..reading.tokens.len())
        .filter(|&at| reading.is_word(at) && reading.word(at).len() >= LONG)
        .map(|at| reading.token(at).shape)
        .filter(|shape| !shape.has(Shape::FIRST));
    let (mut all, mut capital) = (0_usize, 0_usize);
    for shape in shapes {
        all += 1;
        capital += usize::from(shape.has(Shape::CAPITAL));
    }
    all >= FEW && capital as f64 > TITLE_CASE * all as f64
}

#[cfg(test)]
mod tests {
    use super::names;

    fn masked(text: &str) -> String {
        let mut masked = String::new();
        let mut from = 0;
        for (start, end) in names(text) {
            masked.push_str(text.get(from..start).unwrap_or_default());
            masked.push('▁');
            from = end;
        }
        masked.push_str(text.get(from..).unwrap_or_default());
        masked
    }

    #[test]
    fn names_are_hidden_and_nothing_else() {
        for (text, expected) in [
            (
                "The plan by Joe Biden's party angered Republicans.",
                "The plan by ▁'s party angered ▁.",
            ),
            (
                "Trump said he agrees. Conservatives cheered.",
                "▁ said ▁ agrees. ▁ cheered.",
            ),
            ("I saw NOTHING of it.", "I saw NOTHING of it."),
            (
                "Protesters marched through Quito",
                "Protesters marched through ▁",
            ),
            (
                "Five Shocking Facts About Russia Nobody Expected",
                "Five Shocking Facts About ▁ Nobody Expected",
            ),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
