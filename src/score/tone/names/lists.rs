//! The lists of `assets/names/`.

use std::sync::LazyLock;

use crate::assets::{Asset, NotUnderstood, asset};
use crate::score::tone::bytes;

/// The first 24 bytes of a word in lower case.
pub(super) type Key = [u64; 3];

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
static KNOWN: LazyLock<Vec<Part>> = LazyLock::new(|| read_known().unwrap_or_default());

fn read_known() -> Result<Vec<Part>, NotUnderstood> {
    let mut known = Vec::new();
    for line in asset!("names/known.txt").lines() {
        let line = line?;
        if !line.section.is_empty() {
            return Err(line.fault("no such section"));
        }
        let words = line.text.split(' ').map(|word| key(word.as_bytes()));
        let name: Vec<Key> = words.collect();
        known.extend(name.iter().enumerate().map(|(position, word)| Part {
            word: *word,
            position,
            name: name.clone(),
        }));
    }
    known.sort_by_key(|part| part.word);
    Ok(known)
}

/// The known names that `word` stands in.
pub(super) fn known_with(word: Key) -> impl Iterator<Item = &'static Part> {
    let first = KNOWN.partition_point(|part| part.word < word);
    let from_first = KNOWN.get(first..).unwrap_or_default();
    from_first.iter().take_while(move |part| part.word == word)
}

/// Words that open a name at the start of a sentence; sorted.
pub(super) static OPENERS: LazyLock<Vec<Key>> =
    LazyLock::new(|| sorted(asset!("names/openers.txt")).unwrap_or_default());

/// Words without content; sorted.
pub(super) static SMALL_WORDS: LazyLock<Vec<Key>> =
    LazyLock::new(|| sorted(asset!("names/small-words.txt")).unwrap_or_default());

fn sorted(list: Asset) -> Result<Vec<Key>, NotUnderstood> {
    let words: Vec<&str> = list.list()?;
    let mut keys: Vec<_> = words.iter().map(|word| key(word.as_bytes())).collect();
    keys.sort_unstable();
    Ok(keys)
}

/// Reads every list, for the test of the assets.
#[cfg(test)]
pub(in crate::score::tone) fn read_assets() -> Result<(), NotUnderstood> {
    read_known()?;
    sorted(asset!("names/openers.txt"))?;
    sorted(asset!("names/small-words.txt")).map(drop)
}

/// The key of a word.
pub(super) fn key(word: &[u8]) -> Key {
    bytes::folded(word, 0, word.len())
}
