//! What each source talks about more: names and words with a content of their own, as they are written, ranked
//! by their log-odds. A ranking, never called significant: in two articles hardly any term is.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::Serialize;

use super::source::SourceView;
use super::words;
use crate::article::{Side, Span, word_count, words as article_words};
use crate::score::has_content;
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
    let mut counts = Counts::default();
    let total_a = counts.add(a, Side::A, progress)? as f64;
    let total_b = counts.add(b, Side::B, progress)? as f64;
    let inside_names = counts.words_only_in_names();
    let term = |is_name: bool, count: Count| {
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
    let words = counts.words.into_iter();
    let words = words.filter(|(stem, _)| !inside_names.contains(stem));
    let names = counts.names.into_iter();
    let mut terms: Vec<Term> = words
        .map(|(_, count)| (false, count))
        .chain(names.map(|(_, count)| (true, count)))
        .filter(|(_, count)| count.total() >= MIN_COUNT)
        .map(|(is_name, count)| term(is_name, count))
        .collect();
    terms.sort_by(|x, y| {
        let by_size = y.z.abs().total_cmp(&x.z.abs());
        by_size
            .then_with(|| x.term.cmp(&y.term))
            .then(x.is_name.cmp(&y.is_name))
    });
    Ok(terms)
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
    forms: BTreeMap<String, usize>,
}

impl Count {
    fn total(&self) -> usize {
        self.uses.iter().sum()
    }

    /// Its forms in lower case, each once.
    fn every_form(&self) -> Vec<String> {
        let forms: BTreeSet<String> = self.forms.keys().map(|form| form.to_lowercase()).collect();
        forms.into_iter().collect()
    }

    /// The form used most, the first by alphabet of several.
    fn commonest_form(&self) -> String {
        let mut best: Option<(&String, usize)> = None;
        for (form, &n) in &self.forms {
            if best.is_none_or(|(_, most)| n > most) {
                best = Some((form, n));
            }
        }
        best.map(|(form, _)| form.clone()).unwrap_or_default()
    }
}

/// The uses of every word, by stem, and of every name phrase.
#[derive(Debug, Default)]
struct Counts {
    words: HashMap<String, Count>,
    names: HashMap<String, Count>,
}

impl Counts {
    /// Counts the terms of one source; gives the number of its words that are not common ones.
    fn add(
        &mut self,
        source: &SourceView<'_>,
        side: Side,
        progress: &Progress,
    ) -> Result<usize, Stopped> {
        let mut words = 0;
        for view in source.units() {
            progress.step(0, 1)?;
            let analysis = source.articles.get(view.article).map(|(_, scores)| *scores);
            let people = analysis.map(|scores| scores.people.mentions_in(view.unit.block));
            let names: Vec<Span> = people.into_iter().flatten().map(|(_, span)| span).collect();
            let at = (side, view.article);
            for score in &view.unit.sentences {
                words += self.add_words(&view.block.text, score.span, &names, at);
            }
            for span in names {
                let name = span.of(&view.block.text);
                let name = without_possessive(name);
                if (2..=LONGEST_NAME).contains(&word_count(name)) {
                    note(&mut self.names, name, name, (at, true));
                }
            }
        }
        Ok(words)
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
            let word = words::plain(written);
            if word.chars().count() < 2 {
                continue;
            }
            let abbreviation = is_abbreviation(written);
            let says_something =
                abbreviation || !words::is_common(&word) && (in_name || has_content(&word));
            if !says_something {
                continue;
            }
            counted += 1;
            if abbreviation {
                note(&mut self.words, written, written, (article, in_name));
            } else if in_name || index > 0 {
                note(
                    &mut self.words,
                    words::stem(&word),
                    written,
                    (article, in_name),
                );
            } else {
                note(
                    &mut self.words,
                    words::stem(&word),
                    &word,
                    (article, in_name),
                );
            }
        }
        counted
    }

    /// Stems that occur only as parts of one name phrase, which says it better.
    fn words_only_in_names(&self) -> HashSet<String> {
        let often = |(name, count): (&String, &Count)| {
            (count.total() >= MIN_COUNT).then(|| (name.clone(), count.uses))
        };
        self.names
            .iter()
            .filter_map(often)
            .flat_map(|(name, uses)| {
                let stems: Vec<String> = name
                    .split(' ')
                    .map(|part| {
                        if is_abbreviation(part) {
                            part.to_owned()
                        } else {
                            words::stem(&words::plain(part)).to_owned()
                        }
                    })
                    .collect();
                stems.into_iter().map(move |stem| (stem, uses))
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

/// Notes one use of a term in one of its forms: in which article of which side, and whether in a name.
fn note(
    counts: &mut HashMap<String, Count>,
    key: &str,
    form: &str,
    ((side, article), named): ((Side, usize), bool),
) {
    if !counts.contains_key(key) {
        counts.insert(key.to_owned(), Count::default());
    }
    let Some(count) = counts.get_mut(key) else {
        return;
    };
    count.named += usize::from(named);
    if let Some(uses) = count.uses.get_mut(side.index()) {
        *uses += 1;
    }
    // Articles come one after the other.
    if let (Some(articles), Some(last)) = (
        count.articles.get_mut(side.index()),
        count.last.get_mut(side.index()),
    ) && last.replace(article) != Some(article)
    {
        *articles += 1;
    }
    match count.forms.get_mut(form) {
        Some(n) => *n += 1,
        None => {
            count.forms.insert(form.to_owned(), 1);
        }
    }
}
