//! The lists of `assets/names/`.

use std::sync::LazyLock;

use super::Key;
use crate::score::tone::bytes;
use crate::score::tone::lexicon::lines;

/// Names known without the help of an article, as the keys of their words.
pub(super) static KNOWN: LazyLock<Vec<Vec<Key>>> = LazyLock::new(|| {
    let words = |name: &str| name.split(' ').map(|word| key(word.as_bytes())).collect();
    lines(include_str!("../../../../assets/names/known.txt"))
        .map(words)
        .collect()
});

/// Words that open a name at the start of a sentence; sorted.
pub(super) static OPENERS: LazyLock<Vec<Key>> =
    LazyLock::new(|| sorted(include_str!("../../../../assets/names/openers.txt")));

/// Words without content; sorted.
pub(super) static SMALL_WORDS: LazyLock<Vec<Key>> =
    LazyLock::new(|| sorted(include_str!("../../../../assets/names/small-words.txt")));

fn sorted(list: &'static str) -> Vec<Key> {
    let mut keys: Vec<_> = lines(list).map(|word| key(word.as_bytes())).collect();
    keys.sort_unstable();
    keys
}

/// The key of a word.
pub(super) fn key(word: &[u8]) -> Key {
    bytes::folded(word, 0, word.len())
}
