//! Harm that did not happen or is turned away: "no deaths", "no one was hurt", "prevent violence", "peace
//! rather than war". VADER sees a negation only where it stands up to two or three words before, and counts
//! "no" itself as −1.2; people read such sentences as neither good nor bad. Verbs that turn their objects
//! around: Schulder, Wiegand & Ruppenhofer (2017), "Towards Bootstrapping a Polarity Shifter Lexicon".

use rustc_hash::FxHashSet;

use super::correction::ToneOptions;
use super::evidence::Rule;
use super::harm_words::{HarmCue, WORDS};
use super::lexicon::LEXICON;
use super::tokens::{Token, Tokens};

/// The most words between "no" and what it denies: "no immediate serious injuries".
const BEFORE_NOUN: usize = 3;
/// The most words between a subject or a word for evidence and what is denied: "no one was seriously hurt".
const IN_CLAUSE: usize = 5;
/// The most words between a verb and what it averts: "to end the long and bitter war".
const BEFORE_OBJECT: usize = 4;
/// How far after a verb of preferring its "over" may stand.
const OVER: usize = 8;
/// How far before a verb that averts something undoes it: "did not prevent", "failed to stop".
const UNDONE: usize = 3;

/// What of a text is harm that did not happen. A buffer, used again and again.
#[derive(Default)]
pub(super) struct Harm {
    /// The token that has no value, why, and the token that is the cause; in order.
    found: Vec<(usize, Rule, usize)>,
    /// Every "no" that denies what follows it, in order.
    denies: Vec<usize>,
}

impl Harm {
    /// Finds it, if `options` ask for it.
    pub(super) fn find(&mut self, text: &[u8], tokens: &Tokens, options: ToneOptions) {
        self.found.clear();
        self.denies.clear();
        if !options.harm_denied || tokens.harm_cues.is_empty() {
            return;
        }
        let clause = Clause { text, tokens };
        for at in tokens.harm_cues.iter().copied() {
            let cue = clause.token(at).map(|token| LEXICON.entry(token.word).harm);
            match cue.unwrap_or_default() {
                HarmCue::None => {}
                HarmCue::Denies => self.denied(&clause, at),
                HarmCue::Averts => self.averted(&clause, at),
                HarmCue::Prefers => {
                    let over = (at + 1..=at + OVER)
                        .take_while(|over| clause.goes_on(*over))
                        .find(|over| clause.is(*over, "over"));
                    if let Some(over) = over {
                        self.object(&clause, over + 1, BEFORE_OBJECT, (Rule::Averted, over));
                    }
                }
                HarmCue::Instead => {
                    let particle = if clause.is(at, "rather") {
                        "than"
                    } else {
                        "of"
                    };
                    if clause.goes_on(at + 1) && clause.is(at + 1, particle) {
                        self.object(&clause, at + 2, BEFORE_OBJECT, (Rule::Averted, at));
                    }
                }
            }
        }
        self.found.sort_unstable_by_key(|(at, ..)| *at);
        self.found.dedup_by_key(|(at, ..)| *at);
    }

    /// Why the word at `at` has no value, and the token that is the cause.
    pub(super) fn at(&self, at: usize) -> Option<(Rule, usize)> {
        let found = self.found.binary_search_by_key(&at, |(at, ..)| *at).ok()?;
        let (_, rule, cause) = self.found.get(found)?;
        Some((*rule, *cause))
    }

    /// Whether the word at `at` is a "no" that denies what follows it.
    pub(super) fn denies(&self, at: usize) -> bool {
        self.denies.binary_search(&at).is_ok()
    }

    /// "no deaths", "no evidence of fraud", "no one was hurt", "nothing bad happened".
    fn denied(&mut self, clause: &Clause<'_>, at: usize) {
        let next = at + 1;
        let because = (Rule::Denied, at);
        if !clause.is(at, "no") {
            self.object(clause, next, IN_CLAUSE, because);
            return;
        }
        if !clause.goes_on(next) || clause.is_in(next, &WORDS.answer) {
            return;
        }
        // Before a word of the lexicon the reference itself takes its value away.
        if !clause.token(next).is_some_and(|token| token.in_lexicon) {
            self.denies.push(at);
        }
        if clause.is_in(next, &WORDS.not_denied) {
            return;
        }
        if clause.is(next, "one") {
            self.object(clause, next + 1, IN_CLAUSE, because);
            return;
        }
        let evidence = (next..next + BEFORE_NOUN)
            .take_while(|at| clause.goes_on(*at))
            .find(|at| clause.is_in(*at, &WORDS.evidence));
        match evidence {
            Some(noun) => {
                let of = noun + 1;
                let opens = clause.goes_on(of)
                    && ["of", "that", "to", "about"]
                        .iter()
                        .any(|word| clause.is(of, word));
                let first = if opens { of + 1 } else { of };
                self.object(clause, first, IN_CLAUSE, because);
            }
            None => self.object(clause, next, BEFORE_NOUN, because),
        }
    }

    /// "prevent violence", "an end to the war", "the fight against crime".
    fn averted(&mut self, clause: &Clause<'_>, at: usize) {
        let undone = (at.saturating_sub(UNDONE)..at).any(|before| {
            clause.token(before).is_some_and(|token| token.negates)
                || clause.is_in(before, &WORDS.undoes)
        });
        if undone {
            return;
        }
        let particle = ["against", "to", "of"]
            .iter()
            .any(|word| clause.is(at + 1, word));
        let first = if particle && clause.goes_on(at + 1) {
            at + 2
        } else {
            at + 1
        };
        let before = self.found.len();
        self.object(clause, first, BEFORE_OBJECT, (Rule::Averted, at));
        if let Some((object, ..)) = self.found.get(before).copied() {
            self.found.push((at, Rule::Averts, object));
        }
    }

    /// Takes down the first word of the lexicon from `first`, if it is harm and no clause ends before it, and
    /// what is joined to it: "deaths or injuries".
    fn object(
        &mut self,
        clause: &Clause<'_>,
        first: usize,
        most: usize,
        (rule, by): (Rule, usize),
    ) {
        let mut first = first;
        let mut most = most;
        while let Some(harm) = clause.harm(first, most) {
            self.found.push((harm, rule, by));
            let and = harm + 1;
            let joined =
                clause.goes_on(and) && ["and", "or", "nor"].iter().any(|word| clause.is(and, word));
            first = if joined { and + 1 } else { and };
            most = if joined { BEFORE_NOUN } else { 1 };
        }
    }
}

/// A text by its words.
struct Clause<'a> {
    text: &'a [u8],
    tokens: &'a Tokens,
}

impl Clause<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.all.get(at)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.token(at)
            .is_some_and(|token| token.is(word, self.text))
    }

    fn is_in(&self, at: usize, words: &FxHashSet<&'static str>) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        let word = token.of(self.text).to_ascii_lowercase();
        std::str::from_utf8(&word).is_ok_and(|word| words.contains(word))
    }

    /// Whether nothing but blanks and quotation marks stands between the word at `at` and the one before.
    fn goes_on(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let (Some(before), Some(token)) = (before, self.token(at)) else {
            return false;
        };
        let between = self.text.get(before.end..token.start).unwrap_or_default();
        let closed = before
            .of(self.text)
            .last()
            .is_some_and(u8::is_ascii_punctuation);
        !closed
            && !between
                .iter()
                .any(|byte| byte.is_ascii_punctuation() && !matches!(byte, b'"' | b'\''))
    }

    /// The first word of the lexicon among `most` from `first`, if it has a negative value.
    fn harm(&self, first: usize, most: usize) -> Option<usize> {
        for at in first..first + most {
            let token = self.token(at)?;
            if !self.goes_on(at) {
                return None;
            }
            let entry = LEXICON.entry(token.word);
            if token.in_lexicon {
                let value = entry.valence.or(entry.news)?;
                return (value < 0.0).then_some(at);
            }
            if self.is_in(at, &WORDS.ends) {
                return None;
            }
        }
        None
    }
}
