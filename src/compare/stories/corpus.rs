//! The texts that stories are found among, as weighed terms: more for what is rare in news, and rare among them.

use std::collections::HashMap;

use super::profile::Profile;
use crate::compare::weighing::share_of_sentences;

/// How often a word of the headline counts.
const HEADLINE: f32 = 3.0;

/// How often a word of the opening counts …
const OPENING: f32 = 2.0;

/// … which is so many words: there an article says what it is about.
const OPENS: usize = 60;

/// Articles of everyday news that every collection is weighed together with: in ten articles of one event its words
/// are not common yet, and two articles alone share what news seldom shares.
const BACKGROUND: f64 = 1_000.0;

/// Sentences of an article of news, for its share of articles from the table of sentences.
const SENTENCES: f64 = 25.0;

/// How common a term is and what it weighs.
#[derive(Debug, Clone, Copy, Default)]
struct Term {
    /// The share of articles of everyday news that hold it.
    everyday: f64,
    texts: usize,
    weight: f32,
}

/// One text, by term.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    /// Its terms in order, each with its weight.
    pub(super) terms: Vec<(u32, f32)>,
    /// The terms of its headline in order.
    pub(super) headline: Vec<u32>,
    /// Its pairs of words that follow each other, in order, each once.
    pub(super) phrases: Vec<(u32, u32)>,
    /// How often it names each day of the week: one and the logarithm, nothing where it names it nowhere.
    pub(super) weekdays: [f32; 7],
}

/// All texts.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// The texts, in order.
    pub(super) texts: Vec<Text>,
    numbers: HashMap<String, u32>,
    terms: Vec<Term>,
}

impl Corpus {
    /// Adds a text.
    pub(super) fn add(&mut self, profile: Profile) {
        let mut numbers = Vec::with_capacity(profile.roots.len());
        let mut text = Text::default();
        for (root, day) in profile.roots {
            let next = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
            let everyday = everyday(&root);
            let number = *self.numbers.entry(root).or_insert(next);
            if number == next {
                self.terms.push(Term {
                    everyday,
                    ..Term::default()
                });
            }
            if let Some(term) = self.terms.get_mut(number as usize) {
                term.texts += 1;
            }
            numbers.push((number, day));
        }
        text.terms.reserve_exact(numbers.len());
        let mut counts = vec![0.0_f32; numbers.len()];
        let mut read = 0;
        for (line, places) in profile.lines.iter().enumerate() {
            let in_line = places.iter().filter_map(|at| numbers.get(*at));
            let in_line: Vec<u32> = in_line.map(|(number, _)| *number).collect();
            let follow = in_line.iter().zip(in_line.iter().skip(1));
            text.phrases.extend(follow.map(|(one, next)| (*one, *next)));
            for at in places {
                let counts_as = match line {
                    0 => HEADLINE,
                    _ if read < OPENS => OPENING,
                    _ => 1.0,
                };
                read += usize::from(line > 0);
                if let Some(count) = counts.get_mut(*at) {
                    *count += counts_as;
                }
            }
            if line == 0 {
                text.headline = in_line;
            }
        }
        for ((number, day), count) in numbers.into_iter().zip(counts) {
            let count = 1.0 + count.ln();
            if let Some(slot) = day.and_then(|day| text.weekdays.get_mut(day)) {
                *slot = count;
            }
            text.terms.push((number, count));
        }
        text.terms.sort_unstable_by_key(|(term, _)| *term);
        text.headline.sort_unstable();
        text.headline.dedup();
        text.phrases.sort_unstable();
        text.phrases.dedup();
        // Of a hundred thousand texts the room to grow would be a hundred megabytes.
        text.phrases.shrink_to_fit();
        self.texts.push(text);
    }

    /// Weighs every term, once all texts are in.
    pub(super) fn weigh(&mut self) {
        let all = self.texts.len() as f64 + BACKGROUND + 1.0;
        for term in &mut self.terms {
            term.weight = weight(term.everyday, term.texts, all);
        }
        let terms = &self.terms;
        for text in &mut self.texts {
            for (number, weight) in &mut text.terms {
                *weight *= terms.get(*number as usize).map_or(0.0, |term| term.weight);
            }
        }
    }

    /// What a term weighs.
    pub(super) fn weight(&self, term: u32) -> f32 {
        self.terms
            .get(term as usize)
            .map_or(0.0, |term| term.weight)
    }

    /// How many terms there are.
    pub(super) const fn terms(&self) -> usize {
        self.terms.len()
    }
}

/// The share of articles of everyday news that hold a word, by its root.
fn everyday(root: &str) -> f64 {
    1.0 - (1.0 - share_of_sentences(root)).powf(SENTENCES)
}

/// What a word weighs that stands in so many of `all` texts, those of everyday news among them: the logarithm of how
/// rare that is.
fn weight(everyday: f64, texts: usize, all: f64) -> f32 {
    let texts = texts as f64 + BACKGROUND * everyday + 0.5;
    #[expect(clippy::cast_possible_truncation, reason = "a weight of a few units")]
    let weight = (all / texts).ln().max(0.0) as f32;
    weight
}

/// What a word weighs beside everyday news alone.
pub(super) fn weight_alone(root: &str) -> f32 {
    weight(everyday(root), 1, BACKGROUND + 2.0)
}
