//! The headline held against its article: is it hotter, and what does it say that the article does not?

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Serialize;

use super::language::NoHeadline;
use super::lists::TABLES;
use super::stem::stem;
use super::tokens::Tokens;
use super::{evidence, language, model};
use crate::article::Span;
use crate::assets::{Asset, asset};

/// A headline held against its article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgainstBody {
    /// The heat of the headline, 0 to 100.
    pub headline_heat: f64,
    /// The mean heat of the article's sentences, 0 to 100; `None` without a sentence.
    pub body_heat: Option<f64>,
    /// The content words of the headline, each place it occurs.
    pub content: Vec<Span>,
    /// Those of them whose stem never occurs in the article, in order.
    pub unsupported: Vec<Unsupported>,
}

/// A content word of the headline that the article does not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Unsupported {
    /// Where it stands in the headline.
    pub span: Span,
    /// Whether it is part of what makes the headline hot.
    pub charged: bool,
}

impl AgainstBody {
    /// How much hotter the headline is than its article, −100 to 100: its heat less the mean heat of
    /// the sentences.
    pub fn hotter(&self) -> Option<f64> {
        Some(self.headline_heat - self.body_heat?)
    }

    /// Share of the headline's content words that do not occur in the article, 0 to 1.
    pub fn unsupported_share(&self) -> Option<f64> {
        let all = self.content.len();
        let known = self.body_heat.is_some() && all > 0;
        known.then(|| self.unsupported.len() as f64 / all as f64)
    }
}

pub(super) const FUNCTION_WORDS: Asset = asset!("headline/function-words.txt");

/// Words that carry no content of their own.
static WITHOUT_CONTENT: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| FUNCTION_WORDS.list().unwrap_or_default());

/// Holds `headline` against the sentences of its article. Time is linear in both.
pub fn against_body<'a>(
    headline: &str,
    sentences: impl IntoIterator<Item = &'a str>,
) -> Result<AgainstBody, NoHeadline> {
    let tokens = TABLES.words_of(headline);
    if let Some(obstacle) = language::obstacle(headline, &tokens) {
        return Err(obstacle);
    }
    let found = evidence::gather(&tokens);
    let mut content = Content::of(headline, &tokens);
    let (mut heat, mut counted) = (0.0, 0_usize);
    let mut words = Tokens::default();
    for sentence in sentences {
        words.read_again(sentence, &TABLES.vocabulary);
        if words.words.is_empty() {
            continue;
        }
        heat += model::heat(&evidence::gather_heat(&words));
        counted += 1;
        for word in &words.words {
            content.meets(word.span.of(sentence));
        }
    }
    let content = content.words;
    let unsupported = content.iter().filter(|word| counted > 0 && !word.met);
    Ok(AgainstBody {
        headline_heat: model::heat(&found),
        body_heat: (counted > 0).then(|| heat / counted as f64),
        unsupported: unsupported
            .map(|word| Unsupported {
                span: word.span,
                charged: found.heats(word.span),
            })
            .collect(),
        content: content.iter().map(|word| word.span).collect(),
    })
}

/// A content word of a headline.
struct ContentWord {
    span: Span,
    stem: String,
    /// Whether the body has a word of this stem.
    met: bool,
}

/// The content words of a headline.
struct Content {
    words: Vec<ContentWord>,
    /// By the first two bytes of a word: whether a stem may begin with them. Some pairs share a bit.
    begins: [bool; PAIRS],
    /// The word of the body that is looked at.
    folded: String,
}

/// Bits for pairs of first letters.
const PAIRS: usize = 1 << 10;

/// The place of a word's first two letters; `None` for letters beyond ASCII and single ones.
fn pair(word: &[u8]) -> Option<usize> {
    let [first @ 0..0x80, second @ 0..0x80, ..] = word else {
        return None;
    };
    let five = |byte: u8| usize::from(byte & 0x1f);
    Some(five(*first) << 5 | five(*second))
}

impl Content {
    /// The content words of a headline with their stems: two letters or more, or digits.
    fn of(headline: &str, tokens: &Tokens) -> Self {
        let words = tokens.words.iter().filter_map(|token| {
            let word = folded(token.span.of(headline));
            let long = token.letters > 1 || token.number.is_some();
            (long && !WITHOUT_CONTENT.contains(word.as_str())).then(|| ContentWord {
                span: token.span,
                stem: stem(&word).to_owned(),
                met: false,
            })
        });
        let words: Vec<ContentWord> = words.collect();
        // A stem of one letter may belong to a longer word ("a's"): then every word is looked at.
        let any = words
            .iter()
            .any(|word| pair(word.stem.as_bytes()).is_none());
        let mut begins = [any; PAIRS];
        for word in &words {
            if let Some(slot) = pair(word.stem.as_bytes()).and_then(|at| begins.get_mut(at)) {
                *slot = true;
            }
        }
        Self {
            words,
            begins,
            folded: String::new(),
        }
    }

    /// Notes that `word` stands in the body.
    fn meets(&mut self, word: &str) {
        // Stemming keeps the first two letters; how others look in lower case is seen only then.
        let at = pair(word.as_bytes());
        if at.is_some_and(|at| self.begins.get(at) == Some(&false)) {
            return;
        }
        if word.is_ascii() {
            self.folded.clear();
            self.folded.push_str(word);
            self.folded.make_ascii_lowercase();
        } else {
            self.folded = folded(word);
        }
        let stem = stem(&self.folded);
        for word in &mut self.words {
            word.met |= word.stem == stem;
        }
    }
}

/// A word in lower case with straight apostrophes.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase().replace(['’', '‘'], "'")
}
