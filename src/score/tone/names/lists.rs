//! The lists of `assets/names/`.

use std::sync::LazyLock;

use super::Key;
use crate::score::tone::bytes;
use crate::score::tone::lexicon::lines;

/// One word of a known name.
pub(super) struct Part {
    /// The word.
    pub(super) word: Key,
    /// Its position in the name.
    pub(super) position: usize,
    /// All words of the name.
    pub(super) name: Vec<Key>,
}

/// Names known without the help of an article, once for each of their words; sorted by the word.
static KNOWN: LazyLock<Vec<Part>> = LazyLock::new(|| {
    let parts = |name: &str| {
        let name: Vec<Key> = name.split(' ').map(|word| key(word.as_bytes())).collect();
        let part = |(position, word): (usize, &Key)| Part {
            word: *word,
            position,
            name: name.clone(),
        };
        name.iter().enumerate().map(part).collect::<Vec<_>>()
    };
    let names = lines(include_str!("../../../../assets/names/known.txt"));
    let mut known: Vec<_> = names.flat_map(parts).collect();
    known.sort_by_key(|part| part.word);
    known
});

/// The known names that `word` stands in.
pub(super) fn known_with(word: Key) -> impl Iterator<Item = &'static Part> {
    let first = KNOWN.partition_point(|part| part.word < word);
    let from_first = KNOWN.get(first..).unwrap_or_default();
    from_first.iter().take_while(move |part| part.word == word)
}

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
