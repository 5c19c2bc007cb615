//! What each source talks about more: names and words with a content of their own, as they are written, ranked
//! by their log-odds. A ranking, never called significant: in two articles hardly any term is.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::source::SourceView;
use super::words;
use crate::article::{Article, Side, Span, word_count, words as article_words};
use crate::score::{Analysis, has_content};
use crate::stats::log_odds;
use crate::work::{Progress, Stopped};

/// The prior's weight in counts: as if both sources went on for this many words in the same mixture.
const PRIOR: f64 = 500.0;

/// A term must occur this often in both sources together.
const MIN_COUNT: usize = 2;

/// The most letters of an abbreviation written in capitals: "UN", "NATO"; longer words in capitals are shouted.
const LONGEST_ABBREVIATION: usize = 5;

/// Longer ones are no name any more but a headline or a shout; single words are counted as words.
const LONGEST_NAME: usize = 5;

/// A word or name phrase and how much more one source uses it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// Its most frequent form as it is written: "UN", "Petro", "talks"; a large letter that is only due to the
    /// start of a sentence is a small one.
    pub term: String,
    /// Every form of it that was counted, in lower case.
    #[serde(skip)]
    pub forms: Vec<String>,
    /// Whether it is a name.
    pub is_name: bool,
    /// Its uses in A.
    pub a: usize,
    /// Its uses in B.
    pub b: usize,
    /// In how many articles of A and of B it stands.
    #[serde(skip)]
    pub articles: [usize; 2],
    /// Log-odds ratio, smoothed; positive where A uses it more.
    pub log_odds: f64,
    /// The same in standard errors, by which terms are ranked.
    pub z: f64,
}

/// The terms of two sources, those that differ most first.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn distinctive_terms(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    progress: &Progress,
) -> Result<Vec<Term>, Stopped> {
    let mut counts = TermCounts::default();
    for (side, source) in [(Side::A, a), (Side::B, b)] {
        for (at, (article, analysis)) in source.articles.iter().enumerate() {
            progress.step(0, 1)?;
            counts.add((side, at), article, analysis);
        }
    }
    Ok(counts.ranked())
}

/// The uses of one term.
#[derive(Debug, Default)]
struct Count {
    uses: [usize; 2],
    /// In how many articles of each side it stands, and the last one met.
    articles: [usize; 2],
    last: [Option<usize>; 2],
    /// How many of them are a name or a part of one.
    named: usize,
    /// Its forms as they are written, each with its uses, in alphabetical order: nearly always there are few.
    forms: Vec<(String, usize)>,
}

impl Count {
    fn total(&self) -> usize {
        self.uses.iter().sum()
    }

    /// Its forms in lower case, each once.
    fn every_form(&self) -> Vec<String> {
        let forms = self.forms.iter();
        let forms: BTreeSet<String> = forms.map(|(form, _)| form.to_lowercase()).collect();
        forms.into_iter().collect()
    }

    /// The form used most, the first by alphabet of several.
    fn commonest_form(&self) -> String {
        let mut best: Option<(&String, usize)> = None;
        for &(ref form, n) in &self.forms {
            if best.is_none_or(|(_, most)| n > most) {
                best = Some((form, n));
            }
        }
        best.map(|(form, _)| form.clone()).unwrap_or_default()
    }

    /// Notes one use in one of its forms: in which article of which side, and whether in a name.
    fn note(&mut self, form: &str, (side, article): (Side, usize), named: bool) {
        self.named += usize::from(named);
        if let Some(uses) = self.uses.get_mut(side.index()) {
            *uses += 1;
        }
        // Articles come one after the other.
        if let (Some(articles), Some(last)) = (
            self.articles.get_mut(side.index()),
            self.last.get_mut(side.index()),
        ) && last.replace(article) != Some(article)
        {
            *articles += 1;
        }
        self.note_form(form, 1);
    }

    /// Counts `n` more uses in one of its forms.
    fn note_form(&mut self, form: &str, n: usize) {
        match (self.forms).binary_search_by(|(known, _)| known.as_str().cmp(form)) {
            Ok(at) => {
                if let Some((_, uses)) = self.forms.get_mut(at) {
                    *uses += n;
                }
            }
            Err(at) => self.forms.insert(at, (form.to_owned(), n)),
        }
    }

    /// Adds the uses in other articles.
    fn merge(&mut self, other: Self) {
        let sums = [
            (&mut self.uses, other.uses),
            (&mut self.articles, other.articles),
        ];
        for (sums, more) in sums {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        }
        self.named += other.named;
        for (form, n) in other.forms {
            self.note_form(&form, n);
        }
    }
}

/// The uses of every word, by stem, and of every name phrase, in the articles counted so far.
#[derive(Debug, Default)]
pub(super) struct TermCounts {
    words: Counts,
    names: Counts,
    /// What words were found to be, as they are written: of a thousand words in a row few are new.
    known: FxHashMap<Box<str>, Written>,
    /// By side, how many words were counted that are not common ones.
    totals: [usize; 2],
}

/// Counts by what they are counted under.
#[derive(Debug, Default)]
struct Counts {
    /// Where the count of each is.
    at: FxHashMap<Box<str>, usize>,
    counts: Vec<Count>,
}

impl Counts {
    /// Where what is counted under `key` is.
    fn place(&mut self, key: &str) -> usize {
        if let Some(at) = self.at.get(key) {
            return *at;
        }
        let at = self.counts.len();
        self.at.insert(key.into(), at);
        self.counts.push(Count::default());
        at
    }

    fn get(&self, key: &str) -> Option<&Count> {
        self.counts.get(*self.at.get(key)?)
    }

    /// Every one with what it is counted under, in no order.
    fn into_each(self) -> impl Iterator<Item = (Box<str>, Count)> {
        let mut counts = self.counts;
        self.at.into_iter().filter_map(move |(key, at)| {
            let count = counts.get_mut(at)?;
            Some((key, std::mem::take(count)))
        })
    }

    /// Adds what was counted in other articles.
    fn merge(&mut self, other: Self) {
        for (key, more) in other.into_each() {
            let at = self.place(&key);
            if let Some(count) = self.counts.get_mut(at) {
                count.merge(more);
            }
        }
    }
}

/// A word as it is written, without its possessive ending.
#[derive(Debug)]
struct Written {
    /// In plain form.
    plain: Box<str>,
    /// Whether it is written as abbreviations are.
    abbreviation: bool,
    /// Whether it is a word that says something in a name.
    in_name: bool,
    /// Whether it says something by itself.
    alone: bool,
    /// Where it is counted, once it is.
    at: Option<usize>,
}

impl Written {
    fn of(written: &str) -> Self {
        let plain = words::plain(written);
        let long = plain.chars().count() >= 2;
        let abbreviation = long && is_abbreviation(written);
        let in_name = long && (abbreviation || !words::is_common(&plain));
        Self {
            alone: abbreviation || in_name && has_content(&plain),
            abbreviation,
            in_name,
            plain: plain.into(),
            at: None,
        }
    }

    /// What it is counted under.
    fn key<'w>(&'w self, written: &'w str) -> &'w str {
        if self.abbreviation {
            written
        } else {
            words::stem(&self.plain)
        }
    }
}

impl TermCounts {
    /// Counts the terms of one article: the one at a position of a side.
    pub(super) fn add(&mut self, at: (Side, usize), article: &Article, analysis: &Analysis) {
        let mut words = 0;
        for unit in &analysis.units {
            let Some(block) = article.blocks.get(unit.block) else {
                continue;
            };
            let names = analysis.people.mentions_in(unit.block);
            let names: Vec<Span> = names.map(|(_, span)| span).collect();
            for score in &unit.sentences {
                words += self.add_words(&block.text, score.span, &names, at);
            }
            for span in names {
                let name = span.of(&block.text);
                let name = without_possessive(name);
                if (2..=LONGEST_NAME).contains(&word_count(name)) {
                    let place = self.names.place(name);
                    if let Some(count) = self.names.counts.get_mut(place) {
                        count.note(name, at, true);
                    }
                }
            }
        }
        if let Some(total) = self.totals.get_mut(at.0.index()) {
            *total += words;
        }
    }

    /// Adds what was counted in other articles.
    pub(super) fn merge(&mut self, other: Self) {
        self.words.merge(other.words);
        self.names.merge(other.names);
        for (total, more) in self.totals.iter_mut().zip(other.totals) {
            *total += more;
        }
    }

    /// The terms, those that differ most first.
    pub(super) fn ranked(self) -> Vec<Term> {
        let [total_a, total_b] = self.totals.map(|total| total as f64);
        let inside_names = self.words_only_in_names();
        let term = |is_name: bool, count: &Count| {
            let [a, b] = count.uses;
            let is_name = is_name || 2 * count.named > count.total();
            let odds = log_odds(a as f64, total_a, b as f64, total_b, PRIOR);
            Term {
                term: count.commonest_form(),
                forms: count.every_form(),
                is_name,
                a,
                b,
                articles: count.articles,
                log_odds: odds.value,
                z: odds.z,
            }
        };
        let words = self.words.into_each();
        let words = words.filter(|(stem, _)| !inside_names.contains(&**stem));
        let names = self.names.into_each();
        let mut terms: Vec<Term> = words
            .map(|(_, count)| (false, count))
            .chain(names.map(|(_, count)| (true, count)))
            .filter(|(_, count)| count.total() >= MIN_COUNT)
            .map(|(is_name, count)| term(is_name, &count))
            .collect();
        terms.sort_by(|x, y| {
            let by_size = y.z.abs().total_cmp(&x.z.abs());
            by_size
                .then_with(|| x.term.cmp(&y.term))
                .then(x.is_name.cmp(&y.is_name))
        });
        terms
    }

    /// Counts the words of one sentence of a block, of which `names` are the names.
    fn add_words(
        &mut self,
        block: &str,
        sentence: Span,
        names: &[Span],
        article: (Side, usize),
    ) -> usize {
        let text = sentence.of(block);
        let mut counted = 0;
        for (index, span) in article_words(text).enumerate() {
            let at = sentence.start + span.start;
            let in_name = names.iter().any(|name| name.start <= at && at < name.end);
            let written = without_possessive(span.of(text));
            if !self.known.contains_key(written) {
                self.known.insert(written.into(), Written::of(written));
            }
            let Some(known) = self.known.get_mut(written) else {
                continue;
            };
            if !(known.alone || in_name && known.in_name) {
                continue;
            }
            counted += 1;
            let place = match known.at {
                Some(place) => place,
                None => self.words.place(known.key(written)),
            };
            known.at = Some(place);
            // A large letter that is only due to the start of the sentence is a small one.
            let as_it_is = known.abbreviation || in_name || index > 0;
            let form = if as_it_is { written } else { &*known.plain };
            if let Some(count) = self.words.counts.get_mut(place) {
                count.note(form, article, in_name);
            }
        }
        counted
    }

    /// Stems that occur only as parts of one name phrase, which says it better.
    fn words_only_in_names(&self) -> FxHashSet<String> {
        let names = self.names.at.iter();
        names
            .filter_map(|(name, at)| Some((name, self.names.counts.get(*at)?)))
            .filter(|(_, count)| count.total() >= MIN_COUNT)
            .flat_map(|(name, count)| {
                let stems = name.split(' ').map(|part| {
                    if is_abbreviation(part) {
                        part.to_owned()
                    } else {
                        words::stem(&words::plain(part)).to_owned()
                    }
                });
                stems.map(|stem| (stem, count.uses))
            })
            .filter(|(stem, uses)| self.words.get(stem).is_some_and(|w| w.uses == *uses))
            .map(|(stem, _)| stem)
            .collect()
    }
}

/// A word or name without its possessive ending.
fn without_possessive(word: &str) -> &str {
    word.strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word)
}

/// Whether a word is written as abbreviations are: "UN", "NATO". "US" is another word than "us".
fn is_abbreviation(word: &str) -> bool {
    (2..=LONGEST_ABBREVIATION).contains(&word.chars().count())
        && word.chars().all(char::is_uppercase)
}
