//! What a passage is about: its words without the common ones, reduced to stems. Names and numbers
//! are kept, since what two accounts share is often who and how many.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::article::Span;

static COMMON: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../assets/compare/common_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Endings taken off in this order, at most one a word, where three letters remain.
const ENDINGS: [&str; 11] = [
    "ations", "ation", "ings", "ing", "edly", "ers", "er", "ed", "es", "s", "ly",
];

/// Whether `word`, in lower case with straight apostrophes, says nothing about the subject.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

/// The words and numbers of `text`, in order: letters with apostrophes and hyphens inside, or digits
/// with the marks numbers have inside.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Span> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let number = first.is_numeric();
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let joins = if number {
                matches!(c, '.' | ',' | ':')
            } else {
                matches!(c, '\'' | '’' | '-' | '–')
            };
            if c.is_alphanumeric() {
                end = at + c.len_utf8();
            } else if !joins || at != end {
                break;
            }
            chars.next();
        }
        Some(Span::new(start, end))
    })
}

/// Lower case with straight apostrophes and without a possessive ending.
pub(super) fn plain(word: &str) -> String {
    let mut out: String = word.to_lowercase().replace('’', "'");
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

/// The stems of what `text` is about, in order.
pub(super) fn content(text: &str) -> Vec<String> {
    tokens(text)
        .map(|span| plain(span.of(text)))
        .filter(|word| word.len() > 1 && !is_common(word))
        .map(|word| stem(&word).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{content, tokens};

    #[test]
    fn names_and_numbers_stay_and_common_words_go() {
        let found = content("He said the U.S. had sanctioned 1,500 firms, Petro’s brothers’ too.");
        assert_eq!(found, ["sanction", "1,500", "firm", "petro", "broth"]);
    }

    #[test]
    fn a_word_ends_before_trailing_marks() {
        let text = "well-known ‘quoted’ -- 3.5, don’t–";
        let found: Vec<&str> = tokens(text).map(|s| s.of(text)).collect();
        assert_eq!(found, ["well-known", "quoted", "3.5", "don’t"]);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        assert_eq!(content("strikes striking striker"), ["strik"; 3]);
        assert_eq!(content("class press"), ["class", "press"]);
    }
}
