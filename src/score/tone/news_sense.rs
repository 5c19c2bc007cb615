//! The news-sense list: words and phrases whose everyday sense in the news is not the emotional one that
//! VADER's lexicon rates, each with its reason.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon::LEXICON;
use super::tokens::{Token, Tokens};
use crate::assets::{NotUnderstood, asset};

/// One entry, seen from one of its words.
pub(super) struct Sense {
    /// Its words in order; `*` is any word.
    words: Vec<&'static str>,
    /// The position among them of the word it is found by.
    at: usize,
    /// Why that word does not count; nothing where it keeps its tone against a shorter entry.
    reason: Option<&'static str>,
}

/// By position in the lexicon, the longest entries first.
pub(super) type Senses = BTreeMap<u16, Vec<Sense>>;

static SENSES: LazyLock<Senses> = LazyLock::new(|| read().unwrap_or_default());

/// What stands for the reason of an entry whose words keep their tone.
const KEEPS: &str = "=";

pub(super) fn read() -> Result<Senses, NotUnderstood> {
    let mut senses = Senses::new();
    for row in asset!("news-sense.tsv").rows() {
        let (row, [phrase, reason]) = row?;
        let reason = (reason != KEEPS).then_some(reason);
        // Words in brackets are context: they keep their tone.
        let context = |word: &str| word.starts_with('(');
        let written: Vec<&'static str> = phrase.split(' ').collect();
        let words: Vec<&'static str> = written
            .iter()
            .map(|word| word.trim_matches(['(', ')']))
            .collect();
        let mut found = false;
        for (at, word) in words.iter().enumerate() {
            let position = LEXICON.find(word.as_bytes(), 0, word.len());
            let counts = LEXICON.entry(position).valence.is_some();
            if !counts || written.get(at).is_some_and(|word| context(word)) {
                continue;
            }
            found = true;
            senses.entry(position).or_default().push(Sense {
                words: words.clone(),
                at,
                reason,
            });
        }
        if !found {
            return Err(row.fault("no word of the lexicon"));
        }
    }
    for of_word in senses.values_mut() {
        of_word.sort_by_key(|sense| std::cmp::Reverse(sense.words.len()));
    }
    Ok(senses)
}

/// Why the word of the lexicon at `at` does not count in the news, if the list says so.
pub(super) fn reason(text: &[u8], tokens: &Tokens, at: usize) -> Option<&'static str> {
    let token = tokens.all.get(at)?;
    let senses = SENSES.get(&token.word)?;
    senses
        .iter()
        .find(|sense| sense.fits(text, tokens, at))?
        .reason
}

impl Sense {
    /// Whether its words stand around the one at `at`, with nothing but blanks between them.
    fn fits(&self, text: &[u8], tokens: &Tokens, at: usize) -> bool {
        if let [_] = self.words.as_slice() {
            return true;
        }
        let Some(first) = at.checked_sub(self.at) else {
            return false;
        };
        let Some(there) = tokens.all.get(first..first + self.words.len()) else {
            return false;
        };
        let joined = there.windows(2).all(|two| match two {
            [one, next] => adjoin(text, one, next),
            _ => false,
        });
        joined
            && self
                .words
                .iter()
                .zip(there)
                .all(|(word, token)| *word == "*" || token.is(word, text))
    }
}

/// Whether only blanks stand between two neighbours.
fn adjoin(text: &[u8], one: &Token, next: &Token) -> bool {
    let between = text.get(one.end..next.start).unwrap_or_default();
    between
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || *byte < b' ')
}
