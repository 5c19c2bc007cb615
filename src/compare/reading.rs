//! A paragraph as it is read for matching: its terms with what each is, sentence by sentence, and whom it is
//! about. A title that belongs to one person in both sources stands for that person, and a pronoun without a
//! name for the person named before.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Serialize;

use super::words::{is_common, plain, stem};
use crate::article::{Span, TokenKind, tokens};
use crate::assets::{Asset, NotUnderstood, asset};

const LISTS: Asset = asset!("compare/matching.txt");
const SAME_MEANING: Asset = asset!("compare/same_meaning.txt");

/// Numbers that are written out, from three on: smaller ones are seldom figures.
const NUMBERS: [(&str, &str); 26] = [
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("dozen", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
];

/// Words after a title that may still belong to the name.
const NAME_WORDS: usize = 4;

struct Lists {
    titles: HashSet<&'static str>,
    formulas: HashSet<String>,
    saying: HashSet<&'static str>,
    pronouns: HashSet<&'static str>,
    dates: HashSet<String>,
    same: HashMap<String, String>,
}

static KNOWN: LazyLock<Lists> = LazyLock::new(|| {
    read().unwrap_or_else(|_| Lists {
        titles: HashSet::new(),
        formulas: HashSet::new(),
        saying: HashSet::new(),
        pronouns: HashSet::new(),
        dates: HashSet::new(),
        same: HashMap::new(),
    })
});

fn read() -> Result<Lists, NotUnderstood> {
    let [titles, formulas, saying, pronouns, dates] =
        LISTS.lists::<Vec<&str>, 5>(["titles", "formulas", "saying", "pronouns", "dates"])?;
    let mut same = HashMap::new();
    for line in SAME_MEANING.lines() {
        let line = line?;
        if !line.section.is_empty() {
            return Err(line.fault("no sections here"));
        }
        let mut words = line.text.split_ascii_whitespace().map(base);
        if let Some(first) = words.next() {
            for word in std::iter::once(first.clone()).chain(words) {
                same.entry(word).or_insert_with(|| first.clone());
            }
        }
    }
    let roots = |words: Vec<&str>| -> HashSet<String> {
        words
            .into_iter()
            .map(|word| {
                let base = base(word);
                same.get(&base).cloned().unwrap_or(base)
            })
            .collect()
    };
    Ok(Lists {
        titles: titles.into_iter().collect(),
        formulas: roots(formulas),
        saying: saying.into_iter().collect(),
        pronouns: pronouns.into_iter().collect(),
        dates: roots(dates),
        same,
    })
}

/// Reads the lists, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), NotUnderstood> {
    read().map(drop)
}

/// What a term of a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// A word about something.
    Word,
    /// A word of a name.
    Name,
    /// A figure.
    Figure,
    /// A day or a month.
    Date,
    /// A title or a formula of reporting: no evidence.
    Formula,
    /// A title that stands for a name.
    Role,
}

/// One term as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// What all its forms and words of one meaning share.
    pub(super) root: String,
    pub(super) span: Span,
    pub(super) sentence: usize,
    pub(super) kind: TermKind,
}

/// A text read for matching.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// In order of the text, but for roles and pronouns, which come last.
    pub(super) terms: Vec<Term>,
    /// The roots of the surnames of those it names or stands for.
    pub(super) people: BTreeSet<String>,
    /// Roots written with a capital inside a sentence, and those written without.
    capital: BTreeMap<String, [usize; 2]>,
    /// Titles that stand alone.
    titles: Vec<(String, Span, usize)>,
    /// A name after a title, or beside a verb of saying: its title if any, and the root of its surname.
    named: Vec<(Option<String>, String)>,
    /// Whether it says "he" or "she".
    pronoun: bool,
}

/// Whom each title stands for, where both sources agree on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles(BTreeMap<String, String>);

/// One word, as it is read.
struct Written<'a> {
    text: &'a str,
    plain: String,
    span: Span,
    sentence: usize,
}

impl Written<'_> {
    fn capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// A word without its ending, before words of one meaning are brought together.
fn base(word: &str) -> String {
    if let Some((_, figure)) = NUMBERS.iter().find(|(name, _)| *name == word) {
        return (*figure).to_owned();
    }
    if word.starts_with(|c: char| c.is_numeric()) {
        return word.replace(',', "");
    }
    let stem = stem(word);
    let stem = match stem.strip_suffix('e') {
        Some(short) if short.chars().count() >= 3 => short,
        _ => stem,
    };
    match stem.strip_suffix('y') {
        Some(short) => format!("{short}i"),
        None => stem.to_owned(),
    }
}

fn root(word: &str) -> String {
    let base = base(word);
    KNOWN.same.get(&base).cloned().unwrap_or(base)
}

impl Reading {
    /// Reads `text`, whose sentences are `sentences`; words outside all of them belong to the first.
    pub(super) fn new(text: &str, sentences: &[Span]) -> Self {
        let words = written(text, sentences);
        let mut out = Self::default();
        for (at, word) in words.iter().enumerate() {
            out.pronoun |= KNOWN.pronouns.contains(word.plain.as_str());
            let short = word.plain.len() < 2 && !word.plain.starts_with(|c: char| c.is_numeric());
            if short || is_common(&word.plain) {
                continue;
            }
            let root = root(&word.plain);
            let opens = at.checked_sub(1).and_then(|before| words.get(before));
            let opens = opens.is_none_or(|before| before.sentence != word.sentence);
            if !word.capital() || !opens {
                let count = out.capital.entry(root.clone()).or_default();
                let [small, capital] = count;
                *(if word.capital() { capital } else { small }) += 1;
            }
            let kind = if KNOWN.dates.contains(&root) {
                TermKind::Date
            } else if root.starts_with(|c: char| c.is_numeric()) {
                TermKind::Figure
            } else if KNOWN.formulas.contains(&root) {
                TermKind::Formula
            } else {
                TermKind::Word
            };
            out.terms.push(Term {
                root,
                span: word.span,
                sentence: word.sentence,
                kind,
            });
        }
        out.name(&words);
        out
    }

    /// How often each root stands inside a sentence without a capital and with one.
    pub(super) const fn capitals(&self) -> &BTreeMap<String, [usize; 2]> {
        &self.capital
    }

    /// Notes who is named, and which titles stand alone.
    fn name(&mut self, words: &[Written<'_>]) {
        let same_sentence = |one: usize, other: usize| {
            words.get(one).map(|w| w.sentence) == words.get(other).map(|w| w.sentence)
        };
        let in_name = |at: usize, from: usize| {
            words.get(at).is_some_and(|word| {
                word.capital()
                    && same_sentence(at, from)
                    && !is_common(&word.plain)
                    && !KNOWN.titles.contains(word.plain.as_str())
            })
        };
        let surname = |from: usize| {
            let last = (from..from + NAME_WORDS)
                .take_while(|at| in_name(*at, from))
                .last()?;
            let word = words.get(last).filter(|word| word.plain.len() > 2)?;
            Some(root(&word.plain))
        };
        for (at, word) in words.iter().enumerate() {
            if KNOWN.titles.contains(word.plain.as_str()) {
                let next = same_sentence(at, at + 1).then(|| surname(at + 1)).flatten();
                match next {
                    Some(name) => self.named.push((Some(word.plain.clone()), name)),
                    None if !word.capital() => {
                        let title = (word.plain.clone(), word.span, word.sentence);
                        self.titles.push(title);
                    }
                    None => {}
                }
            } else if KNOWN.saying.contains(word.plain.as_str()) {
                if let Some(before) = at.checked_sub(1).filter(|before| in_name(*before, at))
                    && let Some(before) = words.get(before).filter(|word| word.plain.len() > 2)
                {
                    self.named.push((None, root(&before.plain)));
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
            self.people.insert(name.clone());
            if !self.terms.iter().any(|term| term.root == *name) {
                self.terms.push(Term {
                    root: name.clone(),
                    span: *span,
                    sentence: *sentence,
                    kind: TermKind::Role,
                });
            }
        }
    }
}

/// Reads what the texts of both sources say together: which words are names, who is a person, and whom a
/// title stands for. Each text is one paragraph, in order.
pub(super) fn read_together(a: &mut [Reading], b: &mut [Reading]) -> Roles {
    let mut capital: HashMap<String, [usize; 2]> = HashMap::new();
    let mut people: HashSet<String> = HashSet::new();
    let mut titled: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for reading in a.iter().chain(b.iter()) {
        for (root, [small, big]) in &reading.capital {
            let count = capital.entry(root.clone()).or_default();
            let [of_small, of_big] = count;
            *of_small += small;
            *of_big += big;
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
        let mut before: Option<String> = None;
        for reading in readings {
            for term in &mut reading.terms {
                let [small, big] = capital.get(&term.root).copied().unwrap_or_default();
                if term.kind == TermKind::Word && big > small {
                    term.kind = TermKind::Name;
                }
            }
            let named = reading.terms.iter().map(|term| &term.root);
            let named: Vec<String> = named
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
fn bearer(names: &BTreeMap<String, usize>) -> Option<String> {
    let all: usize = names.values().sum();
    let (name, most) = names
        .iter()
        .max_by_key(|(name, n)| (**n, std::cmp::Reverse(*name)))?;
    (*most >= 2 * (all - most)).then(|| name.clone())
}

/// The words of a text, those joined by a hyphen one by one, each with the sentence it stands in.
fn written<'a>(text: &'a str, sentences: &[Span]) -> Vec<Written<'a>> {
    let mut out = Vec::new();
    for token in tokens(text) {
        if token.kind == TokenKind::Mark {
            continue;
        }
        let sentence = sentences.partition_point(|sentence| sentence.end <= token.span.start);
        let sentence = sentence.min(sentences.len().saturating_sub(1));
        let mut start = token.span.start;
        for part in token.span.of(text).split('-') {
            let span = Span::new(start, start + part.len());
            start = span.end + 1;
            if !part.is_empty() {
                out.push(Written {
                    text: part,
                    plain: plain(part),
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
    use super::{Reading, TermKind, read_together};
    use crate::article::Span;

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
        assert_eq!(root("1,500"), Some("1500".to_owned()));
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
