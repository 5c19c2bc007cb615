//! A paragraph as it is read for matching: its terms with what each is, sentence by sentence, and whom it is
//! about. A title that belongs to one person in both sources stands for that person, and a pronoun without a
//! name for the person named before.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::spelling::{Spelled, Spellings, TermKind};
use crate::article::{Span, TokenKind, tokens};

/// Words after a title that may still belong to the name.
const NAME_WORDS: usize = 4;

/// One term as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// What all its forms and words of one meaning share.
    pub(super) root: Arc<str>,
    pub(super) span: Span,
    pub(super) sentence: usize,
    pub(super) kind: TermKind,
    /// Whether it is written with a capital; `None` where that says nothing: at the beginning of a sentence.
    pub(super) capital: Option<bool>,
}

/// A text read for matching.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// In order of the text, but for roles and pronouns, which come last.
    pub(super) terms: Vec<Term>,
    /// The roots of the surnames of those it names or stands for.
    pub(super) people: BTreeSet<Arc<str>>,
    /// Titles that stand alone.
    titles: Vec<(String, Span, usize)>,
    /// A name after a title, or beside a verb of saying: its title if any, and the root of its surname.
    named: Vec<(Option<String>, Arc<str>)>,
    /// Whether it says "he" or "she".
    pronoun: bool,
}

/// Whom each title stands for, where both sources agree on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles(BTreeMap<String, String>);

/// One word, as it is read.
struct Written {
    word: Rc<Spelled>,
    span: Span,
    sentence: usize,
}

impl Reading {
    /// Reads `text`, whose sentences are `sentences`; words outside all of them belong to the first.
    pub(super) fn new(text: &str, sentences: &[Span]) -> Self {
        Self::with(text, sentences, &mut Spellings::default())
    }

    /// The same for one of many texts, which share `spellings`.
    pub(super) fn with<'t>(
        text: &'t str,
        sentences: &[Span],
        spellings: &mut Spellings<'t>,
    ) -> Self {
        let words = written(text, sentences, spellings);
        let mut out = Self::default();
        let mut before = None;
        for Written {
            word,
            span,
            sentence,
        } in &words
        {
            let opens = before.replace(*sentence) != Some(*sentence);
            out.pronoun |= word.pronoun;
            if word.short || word.common {
                continue;
            }
            out.terms.push(Term {
                root: Arc::clone(&word.root),
                span: *span,
                sentence: *sentence,
                kind: word.kind,
                capital: (!word.capital || !opens).then_some(word.capital),
            });
        }
        out.name(&words);
        out
    }

    /// Every root that stands inside a sentence, and whether with a capital, each time it does.
    pub(super) fn capitals(&self) -> impl Iterator<Item = (&str, bool)> {
        let terms = self.terms.iter();
        terms.filter_map(|term| Some((&*term.root, term.capital?)))
    }

    /// Notes who is named, and which titles stand alone.
    fn name(&mut self, words: &[Written]) {
        let same_sentence = |one: usize, other: usize| {
            words.get(one).map(|w| w.sentence) == words.get(other).map(|w| w.sentence)
        };
        let in_name = |at: usize, from: usize| {
            words.get(at).is_some_and(|Written { word, .. }| {
                word.capital && same_sentence(at, from) && !word.common && !word.title
            })
        };
        let known = |at: usize| {
            let word = &words.get(at)?.word;
            (word.plain.len() > 2).then(|| Arc::clone(&word.root))
        };
        let surname = |from: usize| {
            let last = (from..from + NAME_WORDS)
                .take_while(|at| in_name(*at, from))
                .last()?;
            known(last)
        };
        for (at, written) in words.iter().enumerate() {
            let word = &written.word;
            if word.title {
                let next = same_sentence(at, at + 1).then(|| surname(at + 1)).flatten();
                match next {
                    Some(name) => self.named.push((Some(word.plain.clone()), name)),
                    None if !word.capital => {
                        let title = (word.plain.clone(), written.span, written.sentence);
                        self.titles.push(title);
                    }
                    None => {}
                }
            } else if word.saying {
                if let Some(before) = at.checked_sub(1).filter(|before| in_name(*before, at))
                    && let Some(name) = known(before)
                {
                    self.named.push((None, name));
                }
                if same_sentence(at, at + 1)
                    && let Some(name) = surname(at + 1)
                {
                    self.named.push((None, name));
                }
            }
        }
    }

    /// Adds what titles stand for: each as a term where it stands.
    pub(super) fn give_roles(&mut self, roles: &Roles) {
        for (title, span, sentence) in &self.titles {
            let Some(name) = roles.0.get(title) else {
                continue;
            };
            let name: Arc<str> = name.as_str().into();
            self.people.insert(Arc::clone(&name));
            if !self.terms.iter().any(|term| term.root == name) {
                self.terms.push(Term {
                    root: name,
                    span: *span,
                    sentence: *sentence,
                    kind: TermKind::Role,
                    capital: None,
                });
            }
        }
    }
}

/// Reads what the texts of both sources say together: which words are names, who is a person, and whom a
/// title stands for. Each text is one paragraph, in order.
pub(super) fn read_together(a: &mut [Reading], b: &mut [Reading]) -> Roles {
    // How often each root stands inside a sentence with a capital more than without.
    let mut capital: FxHashMap<Arc<str>, i64> = FxHashMap::default();
    let mut people: FxHashSet<Arc<str>> = FxHashSet::default();
    let mut titled: BTreeMap<String, BTreeMap<Arc<str>, usize>> = BTreeMap::new();
    for reading in a.iter().chain(b.iter()) {
        for term in &reading.terms {
            if let Some(big) = term.capital {
                let more = capital.entry(Arc::clone(&term.root)).or_default();
                *more += if big { 1 } else { -1 };
            }
        }
        for (title, name) in &reading.named {
            people.insert(name.clone());
            if let Some(title) = title {
                *titled
                    .entry(title.clone())
                    .or_default()
                    .entry(name.clone())
                    .or_default() += 1;
            }
        }
    }
    let roles = Roles(
        titled
            .into_iter()
            .filter_map(|(title, names)| Some((title, bearer(&names)?)))
            .collect(),
    );
    for readings in [a, b] {
        let mut before: Option<Arc<str>> = None;
        for reading in readings {
            for term in &mut reading.terms {
                if term.kind == TermKind::Word && capital.get(&term.root).is_some_and(|n| *n > 0) {
                    term.kind = TermKind::Name;
                }
            }
            let named = reading.terms.iter().map(|term| &term.root);
            let named: Vec<Arc<str>> = named
                .filter(|root| people.contains(*root))
                .cloned()
                .collect();
            reading.people.extend(named.iter().cloned());
            reading.give_roles(&roles);
            if reading.people.is_empty() && reading.pronoun {
                reading.people.extend(before.clone());
            }
            before = named.into_iter().next().or(before);
        }
    }
    roles
}

/// The one a title belongs to: who bears it twice as often as all others together.
fn bearer(names: &BTreeMap<Arc<str>, usize>) -> Option<String> {
    let all: usize = names.values().sum();
    let (name, most) = names
        .iter()
        .max_by_key(|(name, n)| (**n, std::cmp::Reverse(*name)))?;
    (*most >= 2 * (all - most)).then(|| name.to_string())
}

/// The words of a text, those joined by a hyphen one by one, each with the sentence it stands in.
fn written<'t>(text: &'t str, sentences: &[Span], spellings: &mut Spellings<'t>) -> Vec<Written> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut sentence = 0;
    for token in tokens(text) {
        if token.kind == TokenKind::Mark {
            continue;
        }
        while sentence + 1 < sentences.len()
            && (sentences.get(sentence)).is_some_and(|span| span.end <= token.span.start)
        {
            sentence += 1;
        }
        let mut start = token.span.start;
        for part in token.span.of(text).split('-') {
            let span = Span::new(start, start + part.len());
            start = span.end + 1;
            if !part.is_empty() {
                out.push(Written {
                    word: spellings.of(part),
                    span,
                    sentence,
                });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Reading, read_together};
    use crate::article::Span;
    use crate::compare::spelling::TermKind;

    fn reading(text: &str) -> Reading {
        Reading::new(text, &[Span::new(0, text.len())])
    }

    #[test]
    fn words_of_one_meaning_share_a_root() {
        let root = |word: &str| {
            reading(&format!("they {word}"))
                .terms
                .last()
                .map(|t| t.root.clone())
        };
        assert_eq!(root("approved"), root("passes"));
        assert_eq!(root("announce"), root("announced"));
        assert_eq!(root("1,500").as_deref(), Some("1500"));
        assert_eq!(root("nine"), root("9"));
        assert_ne!(root("approved"), root("rejected"));
    }

    #[test]
    fn a_title_stands_for_whom_both_call_by_it() {
        let mut a = [reading("It was President Adams who agreed.")];
        let mut b = [
            reading("They met President Adams at noon."),
            reading("Later the president left."),
        ];
        let _ = read_together(&mut a, &mut b);
        let [first, second] = &b;
        assert_eq!(first.people, second.people);
        assert!(second.terms.iter().any(|term| term.kind == TermKind::Role));
    }

    #[test]
    fn a_title_two_people_bear_stands_for_nobody() {
        let mut a = [reading(
            "It was Senator Adams, then Senator Burr and Senator Cole.",
        )];
        let mut b = [reading("Later the senator left.")];
        let _ = read_together(&mut a, &mut b);
        let [alone] = &b;
        assert!(alone.people.is_empty());
    }
}
