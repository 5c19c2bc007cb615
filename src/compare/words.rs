//! The words of a text in the form they are compared in: plain, without the common ones, reduced to stems.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::assets::{Asset, asset};

const COMMON_WORDS: Asset = asset!("compare/common_words.txt");

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| COMMON_WORDS.list().unwrap_or_default());

/// Endings taken off in this order, at most one a word, where three letters remain. Lighter than the stems
/// of a headline's words, which bring together what is not the same.
const ENDINGS: [&str; 11] = [
    "ations", "ation", "ings", "ing", "edly", "ers", "er", "ed", "es", "s", "ly",
];

/// Whether `word`, in lower case with straight apostrophes, says nothing about the subject.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

/// Lower case with straight apostrophes and without a possessive ending.
pub(super) fn plain(word: &str) -> String {
    let mut out = word.to_lowercase();
    if out.contains('’') {
        out = out.replace('’', "'");
    }
    if let Some(stem) = out.strip_suffix("'s") {
        out.truncate(stem.len());
    }
    out
}

/// The stem of a word in plain form.
pub(super) fn stem(word: &str) -> &str {
    if word.starts_with(|c: char| c.is_numeric()) {
        return word;
    }
    for ending in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        let plural_of_ss = ending == "s" && stem.ends_with('s');
        if stem.chars().count() >= 3 && !plural_of_ss {
            return stem;
        }
    }
    word
}

/// Reads the common words, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    COMMON_WORDS.list::<Vec<_>>().map(drop)
}

#[cfg(test)]
mod tests {
    use super::{is_common, plain, stem};

    #[test]
    fn forms_of_a_word_share_a_stem() {
        assert_eq!(["strikes", "striking", "striker"].map(stem), ["strik"; 3]);
        assert_eq!(
            ["class", "press", "1,500"].map(stem),
            ["class", "press", "1,500"]
        );
        assert_eq!(plain("Petro’s"), "petro");
        assert!(is_common("said") && !is_common("mayor"));
    }
}
