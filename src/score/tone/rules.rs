//! The rules of VADER, one function each, under the names of the reference implementation
//! (`vaderSentiment.py` 3.3.2; Hutto & Gilbert 2014). Every rule notes what it did.

use super::evidence::{Rule, RuleStep};
use super::lexicon::{Cue, Lexicon, Phrase};
use super::prepared::Prepared;
use super::tokens::{Token, Tokens, contains_nt};
use crate::article::Span;

/// What a negation multiplies a valence by.
const N_SCALAR: f64 = -0.74;
/// What capitals add to the size of a valence.
const C_INCR: f64 = 0.733;
/// What is left of a booster's effect one, two and three words away.
const DAMPING: [f64; 3] = [1.0, 0.95, 0.9];

/// A sentence as the rules see it.
pub(super) struct Sentence<'a> {
    pub(super) prepared: &'a Prepared<'a>,
    pub(super) tokens: &'a Tokens,
    pub(super) lexicon: &'static Lexicon,
}

/// The words one, two and three before a word.
type Back = [Token; 3];

/// A word's value on its way through the rules.
pub(super) struct Trace {
    pub(super) valence: f64,
    pub(super) steps: Vec<RuleStep>,
}

impl Trace {
    pub(super) const fn new(base: f64) -> Self {
        Self {
            valence: base,
            steps: Vec::new(),
        }
    }

    /// Notes that `rule` made the value `after`.
    pub(super) fn set(&mut self, after: f64, rule: Rule, cause: Span) {
        let before = self.valence;
        if (after - before).abs() > 0.0 {
            self.steps.push(RuleStep {
                rule,
                cause,
                before,
                after,
            });
            self.valence = after;
        }
    }
}

impl Sentence<'_> {
    /// The token `distance` words before the one at `at`; one that matches nothing if there is none.
    fn back(&self, at: usize, distance: usize) -> Token {
        at.checked_sub(distance)
            .map_or_else(Token::default, |at| self.token(at))
    }

    fn token(&self, at: usize) -> Token {
        self.tokens.all.get(at).copied().unwrap_or_default()
    }

    /// Where the words from `first` to `last` stand in the text as given.
    fn stretch(&self, first: Token, last: Token) -> Span {
        self.prepared.source(first.start, last.end)
    }

    /// Where `word` stands in the text as given.
    fn cause(&self, word: Token) -> Span {
        self.stretch(word, word)
    }

    /// Where the word at `at` stands in the text as given.
    pub(super) fn span(&self, at: usize) -> Span {
        self.cause(self.token(at))
    }

    /// The lexicon value of the word at `at`; nothing for one that only news gives a value.
    pub(super) fn base(&self, at: usize) -> f64 {
        self.lexicon
            .entry(self.token(at).word)
            .valence
            .unwrap_or_default()
    }

    /// What the word at `at` counts in news, if the lexicon lacks it.
    pub(super) fn in_news(&self, at: usize) -> Option<f64> {
        let entry = self.lexicon.entry(self.token(at).word);
        entry.news.filter(|_| entry.valence.is_none())
    }

    /// What is left of the word at `at` after all rules but "but"; `base` is its value in the lexicon.
    pub(super) fn valence(&self, at: usize, base: f64) -> Trace {
        let (rule, value, cause) = if let Some(own) = self.tokens.own(at) {
            (Rule::OwnValue, own.value, own.listed)
        } else if let Some(value) = self.in_news(at) {
            (Rule::NewsWord, value, self.span(at))
        } else {
            return self.sentiment_valence(at, base);
        };
        let mut trace = self.sentiment_valence(at, value);
        let said = RuleStep {
            rule,
            cause,
            before: base,
            after: value,
        };
        trace.steps.insert(0, said);
        trace
    }

    /// `polarity_scores`: the first half of "kind of" has no valence.
    pub(super) fn is_kind_of(&self, at: usize) -> bool {
        self.token(at).cue == Cue::Kind && self.token(at + 1).cue == Cue::Of
    }

    /// `sentiment_valence`: what is left of the lexicon value `base` of the word at `at` after all rules
    /// but "but".
    fn sentiment_valence(&self, at: usize, base: f64) -> Trace {
        let mut trace = Trace::new(base);
        let word = self.token(at);
        let back = [1, 2, 3].map(|distance| self.back(at, distance));
        self.no_as_negation(&mut trace, at, base, &back);
        if word.is_upper && self.tokens.cap_differential {
            let after = away_from_zero(trace.valence, C_INCR);
            trace.set(after, Rule::Capitals, self.cause(word));
        }
        for (distance, (word, damping)) in (1..).zip(back.into_iter().zip(DAMPING)) {
            // Trap: a word of the lexicon neither boosts nor negates; "no" is one. And where no word
            // stands three back, idioms are not looked for.
            if distance > at || word.in_lexicon {
                continue;
            }
            self.scalar_inc_dec(&mut trace, word, damping);
            self.negation_check(&mut trace, distance, &back);
            if distance == 3 {
                self.special_idioms_check(&mut trace, at);
            }
        }
        self.least_check(&mut trace, &back);
        trace
    }

    /// "no": no value of its own before a word of the lexicon, and a negation of the words after it.
    /// Trap: the negation overwrites whatever was, and comes before capitals; three words back it counts
    /// only with "or" or "nor" between.
    fn no_as_negation(&self, trace: &mut Trace, at: usize, base: f64, back: &Back) {
        let word = self.token(at);
        if word.cue == Cue::No && self.token(at + 1).in_lexicon {
            trace.set(0.0, Rule::NegatesNext, self.cause(word));
        }
        let [one, two, three] = *back;
        let joined = matches!(one.cue, Cue::Or | Cue::Nor);
        let no = if one.cue == Cue::No {
            one
        } else if two.cue == Cue::No {
            two
        } else if three.cue == Cue::No && joined {
            three
        } else {
            return;
        };
        trace.set(base * N_SCALAR, Rule::Negated, self.cause(no));
    }

    /// `scalar_inc_dec`: boosters and dampeners.
    fn scalar_inc_dec(&self, trace: &mut Trace, word: Token, damping: f64) {
        if !word.boosts {
            return;
        }
        let boost = self.lexicon.entry(word.word).boost;
        let mut scalar = if trace.valence < 0.0 { -boost } else { boost };
        if word.is_upper && self.tokens.cap_differential {
            // Trap: capitals strengthen even a dampener, so that "BARELY good" is better than "good".
            scalar += if trace.valence > 0.0 { C_INCR } else { -C_INCR };
        }
        let rule = if boost > 0.0 {
            Rule::Boosted
        } else {
            Rule::Dampened
        };
        trace.set(trace.valence + scalar * damping, rule, self.cause(word));
    }

    /// `negation_check`, for the word `distance` before.
    fn negation_check(&self, trace: &mut Trace, distance: usize, back: &Back) {
        let [one, two, three] = *back;
        let so = |word: Token| matches!(word.cue, Cue::So | Cue::This);
        let (word, strengthened, certain) = match distance {
            1 => (one, None, false),
            2 => (
                two,
                (two.cue == Cue::Never && so(one)).then_some((two, one)),
                two.cue == Cue::Without && one.cue == Cue::Doubt,
            ),
            _ => (
                three,
                // Trap: Python reads `never and (so2 or this2) or (so1 or this1)`, so that "so" right
                // before the word strengthens it even without "never".
                if three.cue == Cue::Never && so(two) {
                    Some((three, two))
                } else {
                    so(one).then_some((one, one))
                },
                three.cue == Cue::Without && (two.cue == Cue::Doubt || one.cue == Cue::Doubt),
            ),
        };
        if let Some((first, last)) = strengthened {
            let cause = self.stretch(first, last);
            trace.set(trace.valence * 1.25, Rule::Strengthened, cause);
        } else if !certain && self.negated(word) {
            trace.set(trace.valence * N_SCALAR, Rule::Negated, self.cause(word));
        }
    }

    /// `negated`: whether `word` is a negation.
    fn negated(&self, word: Token) -> bool {
        word.negates || word.word == 0 && contains_nt(word.of(self.prepared.bytes()))
    }

    /// `special_idioms_check`. Trap: the reference gets here only with three words before, the first of
    /// which is not in the lexicon.
    fn special_idioms_check(&self, trace: &mut Trace, at: usize) {
        let window = self.tokens.all.get(at - 3..).unwrap_or_default();
        if window.iter().take(6).any(|word| word.in_phrase) {
            self.idioms(trace, at);
        }
    }

    /// Trap: of the phrases that end at or before the word the first in this order wins; phrases that
    /// begin with it overrule them; two-word boosters come last, without regard to sign or distance.
    #[cold]
    fn idioms(&self, trace: &mut Trace, at: usize) {
        let idioms = &self.lexicon.idioms;
        let before = [
            (at - 1, 2),
            (at - 2, 3),
            (at - 2, 2),
            (at - 3, 3),
            (at - 3, 2),
        ];
        let found = before
            .into_iter()
            .find_map(|(first, length)| self.phrase(first, length, idioms));
        let from_word = [2, 3].map(|length| self.phrase(at, length, idioms));
        for (value, cause) in found.into_iter().chain(from_word.into_iter().flatten()) {
            trace.set(value, Rule::Idiom, cause);
        }
        for (first, length) in [(at - 3, 3), (at - 3, 2), (at - 2, 2)] {
            if let Some((value, cause)) = self.phrase(first, length, &self.lexicon.phrase_boosters)
            {
                trace.set(trace.valence + value, Rule::Dampened, cause);
            }
        }
    }

    /// The value of the phrase in `table` that the `length` words from `first` make up.
    fn phrase(&self, first: usize, length: usize, table: &[Phrase]) -> Option<(f64, Span)> {
        let words = self.tokens.all.get(first..first + length)?;
        let text = self.prepared.bytes();
        let matches = |phrase: &str| {
            let mut parts = phrase.split(' ');
            words
                .iter()
                .all(|word| parts.next().is_some_and(|part| word.is(part, text)))
                && parts.next().is_none()
        };
        let (_, value) = table.iter().find(|(phrase, _)| matches(phrase))?;
        Some((*value, self.stretch(*words.first()?, *words.last()?)))
    }

    /// `least_check`: "least" negates, but "at least" and "very least" do not.
    fn least_check(&self, trace: &mut Trace, back: &Back) {
        let [one, two, _] = *back;
        if one.cue == Cue::Least && !matches!(two.cue, Cue::At | Cue::Very) {
            trace.set(trace.valence * N_SCALAR, Rule::Negated, self.cause(one));
        }
    }
}

/// Trap: a value of exactly zero goes down.
fn away_from_zero(valence: f64, by: f64) -> f64 {
    if valence > 0.0 {
        valence + by
    } else {
        valence - by
    }
}
