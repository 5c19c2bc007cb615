//! A word as it is written, read for matching: what all its forms and words of one meaning share, and what kind of
//! term it is.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::words::{is_common, plain, stem};
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

/// What is known of a word as it is written.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about a word"
)]
pub(super) struct Spelled {
    pub(super) plain: String,
    pub(super) root: Arc<str>,
    pub(super) kind: TermKind,
    pub(super) capital: bool,
    /// It says nothing about the subject.
    pub(super) common: bool,
    /// A single letter.
    pub(super) short: bool,
    pub(super) title: bool,
    pub(super) saying: bool,
    pub(super) pronoun: bool,
}

/// The words met so far by how they are written: texts repeat them, and each is looked up once.
#[derive(Default)]
pub(super) struct Spellings<'t>(FxHashMap<&'t str, Rc<Spelled>>);

impl<'t> Spellings<'t> {
    pub(super) fn of(&mut self, written: &'t str) -> Rc<Spelled> {
        let known = self.0.entry(written);
        Rc::clone(known.or_insert_with(|| Rc::new(Spelled::new(written))))
    }
}

impl Spelled {
    fn new(written: &str) -> Self {
        let plain = plain(written);
        let word = plain.as_str();
        let numeric = |text: &str| text.starts_with(|c: char| c.is_numeric());
        let root = root(word);
        let kind = if KNOWN.dates.contains(&root) {
            TermKind::Date
        } else if numeric(&root) {
            TermKind::Figure
        } else if KNOWN.formulas.contains(&root) {
            TermKind::Formula
        } else {
            TermKind::Word
        };
        Self {
            root: root.into(),
            kind,
            capital: written.chars().next().is_some_and(char::is_uppercase),
            common: is_common(word),
            short: word.len() < 2 && !numeric(word),
            title: KNOWN.titles.contains(word),
            saying: KNOWN.saying.contains(word),
            pronoun: KNOWN.pronouns.contains(word),
            plain,
        }
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
