//! A catalogue: what a language has for each text.

use std::cell::RefCell;
use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::pattern::{Piece, pieces, places};
use super::plural::Plural;
use super::po::{self, Entry};
use super::pseudo::pseudo;

/// How many sentences are kept as they were said.
const MOST_KEPT: usize = 4096;
/// The fewest letters a pattern needs to be found again in a sentence: fewer stand everywhere. One that begins with
/// a word is found by that.
const LEAST_LETTERS: usize = 4;
const LEAST_OF_WORD: usize = 2;
/// The fewest of one whose places may hold several clauses: fewer are found at the head of any.
const LEAST_OF_CLAUSES: usize = 6;
/// What stands between clauses.
const BETWEEN_CLAUSES: [char; 2] = [':', ';'];

/// Why a catalogue is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// A line that no `.po` file has.
    #[error("line {0} is none of a .po file")]
    Line(usize),
    /// A rule of plurals that is none.
    #[error("its Plural-Forms cannot be read")]
    Plural,
}

/// What a language has for each text in English.
#[derive(Debug, Default)]
pub struct Catalogue {
    texts: FxHashMap<String, &'static str>,
    counts: FxHashMap<String, Vec<&'static str>>,
    plural: Plural,
    patterns: Vec<Pattern>,
    left_out: usize,
    kept: RefCell<FxHashMap<String, String>>,
}

/// A text with places, to be found again in what the core wrote.
#[derive(Debug)]
pub(super) struct Pattern {
    text: String,
    pub(super) pieces: Vec<Piece>,
    /// The name of each place, in order.
    pub(super) names: Vec<String>,
    is_count: bool,
}

impl Pattern {
    fn new(text: &str, key: &str, is_count: bool) -> Self {
        let pieces = pieces(text);
        let names = pieces.iter().filter_map(|piece| match piece {
            Piece::Place(name) => Some(name.clone()),
            Piece::Text(_) => None,
        });
        Self {
            text: key.to_owned(),
            names: names.collect(),
            pieces,
            is_count,
        }
    }

    /// How many letters stand fixed.
    fn letters(&self) -> usize {
        let fixed = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.chars().filter(|c| c.is_alphabetic()).count(),
            Piece::Place(_) => 0,
        });
        fixed.sum()
    }

    /// Whether enough of it stands fixed to tell it from others.
    fn is_telling(&self) -> bool {
        let begins = self.pieces.first().is_some_and(
            |first| matches!(first, Piece::Text(text) if text.contains(char::is_alphabetic)),
        );
        let least = if begins { LEAST_OF_WORD } else { LEAST_LETTERS };
        self.letters() >= least
    }

    /// Whether these may stand in its places: that of a count takes a whole number.
    pub(super) fn takes(&self, values: &[&str]) -> bool {
        if self.is_count {
            return matches!(values, [count] if count.parse::<usize>().is_ok());
        }
        let has_clauses = |value: &&str| value.contains(BETWEEN_CLAUSES);
        self.letters() >= LEAST_OF_CLAUSES || !values.iter().any(has_clauses)
    }
}

impl Catalogue {
    /// The catalogue that a `.po` file holds. Entries that are not translated or only guessed are left, and so are
    /// those with other places than the text; see [`left_out`](Self::left_out).
    pub fn read(file: &str) -> Result<Self, Damaged> {
        let entries = po::read(file).map_err(Damaged::Line)?;
        let header = entries.iter().find(|entry| entry.text.is_empty());
        let header = header.and_then(|header| header.translations.first());
        let plural = Plural::of(header.map_or("", String::as_str)).ok_or(Damaged::Plural)?;
        Ok(Self::of(entries, plural))
    }

    /// The language nobody speaks, from the template of all texts.
    pub(super) fn pseudo(template: &str) -> Result<Self, Damaged> {
        let mut entries = po::read(template).map_err(Damaged::Line)?;
        entries.retain(|entry| !entry.text.is_empty());
        for entry in &mut entries {
            let several = entry.several.as_deref();
            let texts = std::iter::once(entry.text.as_str()).chain(several);
            entry.translations = texts.map(pseudo).collect();
        }
        Ok(Self::of(entries, Plural::default()))
    }

    fn of(entries: Vec<Entry>, plural: Plural) -> Self {
        let mut made = Self {
            plural,
            ..Self::default()
        };
        for entry in entries {
            let is_done = entry.translations.iter().all(|it| !it.is_empty());
            if !is_done || entry.fuzzy || entry.text.is_empty() {
                continue;
            }
            let expected = places(&entry.text);
            let same = (entry.translations.iter()).all(|said| places(said) == expected);
            let forms = entry.several.as_ref().map_or(1, |_| made.plural.forms);
            if !same || entry.translations.len() != forms {
                made.left_out += 1;
                continue;
            }
            // A language is chosen once or twice while the window is open: what it says may stay.
            let said = entry.translations.into_iter().map(|said| &*said.leak());
            if let Some(several) = entry.several {
                made.counts.insert(entry.text.clone(), said.collect());
                for text in [&entry.text, &several] {
                    made.patterns.push(Pattern::new(text, &entry.text, true));
                }
            } else {
                if !expected.is_empty() {
                    let pattern = Pattern::new(&entry.text, &entry.text, false);
                    made.patterns.push(pattern);
                }
                made.texts
                    .extend(said.map(|said| (entry.text.clone(), said)));
            }
        }
        made.patterns
            .retain(|pattern| pattern.is_count || pattern.is_telling());
        made.patterns
            .sort_by_key(|pattern| Reverse(pattern.letters()));
        made
    }

    /// How many entries were left out because their places are not those of the text.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// What it has for `text`.
    pub(super) fn text(&self, text: &str) -> Option<&'static str> {
        self.texts.get(text).copied()
    }

    /// What it has for so many of `noun`.
    pub(super) fn counted(&self, count: usize, noun: &str) -> Option<&'static str> {
        let forms = self.counts.get(&format!("{{n}} {noun}"))?;
        forms.get(self.plural.form(count)?).copied()
    }

    /// Its patterns, those with the most letters first.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.patterns.iter()
    }

    /// What it has for a text made from `pattern`, with `count` if that is one.
    pub(super) fn form(&self, pattern: &Pattern, count: Option<usize>) -> Option<&'static str> {
        if !pattern.is_count {
            return self.text(&pattern.text);
        }
        let forms = self.counts.get(&pattern.text)?;
        forms.get(self.plural.form(count?)?).copied()
    }

    /// A sentence that was said before.
    pub(super) fn known(&self, text: &str) -> Option<String> {
        self.kept.borrow().get(text).cloned()
    }

    /// Keeps what was said for `text`.
    pub(super) fn keep(&self, text: &str, said: &str) {
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(text.to_owned(), said.to_owned());
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Catalogue, Damaged};

    #[test]
    fn what_is_wrong_with_a_catalogue_is_told() {
        let damaged = Catalogue::read("msgid \"a\"\nmsgstr b").unwrap_err();
        assert_eq!(damaged, Damaged::Line(2));
        let rule = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=system(n);\\n\"\n";
        assert_eq!(Catalogue::read(rule).unwrap_err(), Damaged::Plural);
    }

    #[test]
    fn an_entry_without_the_places_of_its_text_is_left_out() {
        let file = "msgid \"{} of {total}\"\nmsgstr \"{}\"\n\nmsgid \"Open\"\nmsgstr \"Auf\"\n\nmsgid \"Close\"\nmsgstr \"\"\n";
        let catalogue = Catalogue::read(file).unwrap();
        assert_eq!(catalogue.left_out(), 1);
        assert_eq!(catalogue.text("{} of {total}"), None);
        assert_eq!(catalogue.text("Open"), Some("Auf"));
        assert_eq!(catalogue.text("Close"), None);
    }
}
