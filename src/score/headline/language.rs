//! Whether a headline can be scored at all: it holds words, and they look English.

use super::tokens::{Tokens, UNKNOWN};

/// Why a headline has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoHeadline {
    /// The article has none.
    #[error("no headline was found")]
    Missing,
    /// It was made from a file name.
    #[error("the headline was taken from the file name, so it is not scored")]
    FileName,
    /// It holds no words to score.
    #[error("the headline holds no words that could be scored")]
    NoWords,
    /// It is too long to be a headline.
    #[error("the headline is too long to be one, so it is not scored")]
    TooLong,
    /// It does not look English, the only language the cues know.
    #[error("the headline does not look English, so it is not scored")]
    NotEnglish,
    /// The user filters articles, and this one is left out.
    #[error("the article is left out by the filter")]
    LeftOut,
}

/// A text of more words than this is no headline.
const LONGEST_HEADLINE: usize = 120;

/// Frequent words of other languages that are no English words and rarely part of a name.
const FOREIGN: [&str; 98] = [
    "el", "los", "las", "una", "del", "por", "para", "que", "con", "como", "más", "está", "sobre",
    "entre", "según", "tras", "sus", "años", "der", "die", "das", "und", "ist", "nicht", "mit",
    "von", "auf", "für", "den", "dem", "ein", "eine", "bei", "nach", "über", "wird", "sich", "zum",
    "zur", "auch", "le", "les", "des", "du", "une", "est", "dans", "pour", "avec", "sur", "qui",
    "plus", "après", "aux", "ses", "son", "ne", "pas", "il", "che", "di", "della", "nel", "alla",
    "dei", "gli", "sono", "anche", "het", "een", "van", "voor", "niet", "zijn", "naar", "met",
    "bij", "och", "är", "för", "att", "på", "som", "och", "em", "não", "uma", "dos", "das", "ao",
    "pelo", "mais", "jest", "nie", "się", "na", "ve", "bir",
];

/// Why `text` cannot be scored, if it cannot.
pub(super) fn obstacle(text: &str, tokens: &Tokens) -> Option<NoHeadline> {
    let words = || tokens.words.iter().filter(|token| token.letters > 0);
    if words().next().is_none() {
        return Some(NoHeadline::NoWords);
    }
    if tokens.words.len() > LONGEST_HEADLINE {
        return Some(NoHeadline::TooLong);
    }
    let all = words().count();
    let known = words().filter(|token| token.word != UNKNOWN).count();
    if known * 2 >= all {
        return None;
    }
    let foreign = words().filter(|t| is_foreign(t.span.of(text))).count();
    let other_script = words().filter(|t| other_script(t.span.of(text))).count();
    let not_english =
        other_script * 2 > all || (foreign >= 2 && foreign > known && foreign * 5 >= all);
    not_english.then_some(NoHeadline::NotEnglish)
}

fn is_foreign(word: &str) -> bool {
    let first_is_small = word.chars().next().is_some_and(char::is_lowercase);
    first_is_small && FOREIGN.contains(&word)
}

/// Whether a word is written in another script than Latin.
fn other_script(word: &str) -> bool {
    word.chars().any(|c| c.is_alphabetic() && c > '\u{24f}')
}
