//! Tokens as the target model spells them, and the keys of its features.

use crate::score::lexis::{Class, Classes, Reading, Shape};

/// Words that tie others together.
pub(super) const FUNCTION: Classes = Classes::FUNCTION.and(&[Class::Modal]);

/// Whether a capital letter makes the word at `at` a name.
pub(super) fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let shape = reading.token(at).shape;
    let known = reading.is(at, Class::FirstName)
        || reading.is(at, Class::Place)
        || reading.is(at, Class::Body);
    shape.has(Shape::CAPITAL)
        && (!shape.has(Shape::FIRST) || known)
        && !reading.is(at, Class::FirstPerson)
}

/// Appends `word` as the vocabulary spells it.
pub(super) fn push_word(text: &mut String, word: &str, possessive: bool) {
    let start = text.len();
    if word.is_ascii() {
        text.push_str(word);
        if let Some(added) = text.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    } else {
        for character in word.chars() {
            match character {
                '’' | '‘' => text.push('\''),
                other => text.extend(other.to_lowercase()),
            }
        }
    }
    if possessive && text.len() >= start + 2 {
        text.truncate(text.len() - 2);
    }
}

const SEED: u64 = 0xCBF2_9CE4_8422_2325;
/// The hash of no word.
pub(super) const EMPTY: u64 = SEED;

/// FNV-1a.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(SEED, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The key of a feature from the hashes of its template and words.
pub(super) fn key(template: u64, first: u64, second: u64) -> u64 {
    let mixed = template ^ first.rotate_left(21) ^ second.rotate_left(43);
    (mixed ^ mixed >> 31).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
