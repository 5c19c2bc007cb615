//! The news-sense list: words whose everyday sense in the news is not the emotional one that VADER's
//! lexicon rates, each with its reason. Off unless the user asks for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::{LEXICON, lines};

/// By position in the lexicon.
static REASONS: LazyLock<HashMap<u16, &'static str>> = LazyLock::new(|| {
    let rows = lines(include_str!("../../../assets/news-sense.tsv"));
    rows.filter_map(|row| {
        let (word, reason) = row.split_once('\t')?;
        Some((LEXICON.find(word.as_bytes(), 0, word.len()), reason))
    })
    .collect()
});

/// Why the word at `position` in the lexicon does not count in the news, if the list has it.
pub(super) fn reason(position: u16) -> Option<&'static str> {
    REASONS.get(&position).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_has_a_valence_and_a_reason() {
        assert!(
            !REASONS.contains_key(&0),
            "a word of the list is not in the dictionary"
        );
        assert!(REASONS.len() > 20);
        let positions: std::collections::BTreeMap<_, _> = REASONS.iter().collect();
        for (position, reason) in positions {
            assert!(LEXICON.entry(*position).valence.is_some(), "{reason}");
            assert!(!reason.trim().is_empty());
        }
    }
}
