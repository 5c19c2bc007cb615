//! Tone: VADER 3.3.2 for sentences, with the words and rules behind every score.

mod but;
mod bytes;
mod evidence;
mod lexicon;
mod measure;
mod prepared;
mod rules;
mod score;
mod summary;
mod tokens;

pub use evidence::{Rule, RuleStep, Unscored, UnscoredWord, WordTone};
pub use measure::TONE;
pub use summary::ToneSummary;

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Span};
use lexicon::LEXICON;
use prepared::{Prepared, Rewritten};
use rules::Sentence;
use tokens::Tokens;

/// How tone is computed. [`ToneOptions::EXACT`] gives the reference's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ToneOptions {
    /// Read typographic quotes and apostrophes as their ASCII forms, which VADER's rules expect.
    pub typographic: bool,
    /// Give the words of proper names no valence.
    pub mask_names: bool,
    /// Give words whose everyday news sense is not the emotional one no valence.
    pub news_sense: bool,
}

impl ToneOptions {
    /// Exactly the reference implementation: no correction at all.
    pub const EXACT: Self = Self {
        typographic: false,
        mask_names: false,
        news_sense: false,
    };
}

impl Default for ToneOptions {
    fn default() -> Self {
        Self {
            typographic: true,
            mask_names: true,
            news_sense: false,
        }
    }
}

/// The tone of one sentence and its evidence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SentenceTone {
    /// Share of negative words, 0 to 1, three decimals.
    pub neg: f64,
    /// Share of neutral words, 0 to 1, three decimals.
    pub neu: f64,
    /// Share of positive words, 0 to 1, three decimals.
    pub pos: f64,
    /// Tone, −1 to +1, four decimals.
    pub compound: f64,
    /// Words counted.
    pub tokens: usize,
    /// The words that contribute, in order.
    pub words: Vec<WordTone>,
    /// Words of the lexicon that were left out, in order, with the reason.
    pub unscored: Vec<UnscoredWord>,
    /// What exclamation and question marks add to the sum of the words' valences: away from zero, and
    /// nothing to a sum of zero.
    pub emphasis: f64,
    /// The sum of the words' valences and the emphasis; the compound is sum / √(sum² + 15).
    pub sum: f64,
}

/// What an article tells about its names, for [`ToneOptions::mask_names`].
#[derive(Debug, Clone, Default)]
pub struct Names;

impl Names {
    /// Learns the names of `article`.
    pub fn of(_article: &Article) -> Self {
        Self
    }
}

/// Scores one sentence (or any other text) as VADER scores a sentence.
pub fn score(text: &str, options: ToneOptions, names: &Names) -> SentenceTone {
    BUFFERS.with_borrow_mut(|buffers| buffers.score(text, options, names))
}

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// What scoring needs for the time of one text: kept, so that nothing is allocated for a sentence but
/// what is returned.
#[derive(Default)]
struct Buffers {
    rewritten: Rewritten,
    tokens: Tokens,
    /// The position of every contributing word among the tokens.
    positions: Vec<usize>,
    values: Vec<f64>,
}

impl Buffers {
    fn score(&mut self, text: &str, options: ToneOptions, _names: &Names) -> SentenceTone {
        let prepared = Prepared::new(text, options.typographic, &LEXICON, &mut self.rewritten);
        self.tokens.read(prepared.bytes());
        let sentence = Sentence {
            text: prepared.bytes(),
            prepared: &prepared,
            tokens: &self.tokens,
            lexicon: &LEXICON,
        };
        let mut tone = SentenceTone {
            tokens: self.tokens.all.len(),
            ..SentenceTone::default()
        };
        self.positions.clear();
        for at in self.tokens.in_lexicon.iter().copied() {
            let (base, span) = sentence.word(at);
            if sentence.is_kind_of(at) {
                tone.unscored.push(UnscoredWord {
                    span,
                    base,
                    why: Unscored::KindOf,
                });
                continue;
            }
            let trace = sentence.sentiment_valence(at, base);
            if trace.valence.abs() > 0.0 {
                self.positions.push(at);
                tone.words.push(WordTone {
                    span,
                    base,
                    valence: trace.valence,
                    rules: trace.steps,
                });
            } else if let Some(last) = trace.steps.last() {
                tone.unscored.push(UnscoredWord {
                    span,
                    base,
                    why: Unscored::Nullified(*last),
                });
            }
        }
        if let Some(but) = self.tokens.but {
            let cause = sentence.word(but).1;
            weigh_around(
                but,
                cause,
                &self.positions,
                &mut self.values,
                &mut tone.words,
            );
        }
        let amplifier =
            score::punctuation_emphasis(self.tokens.exclamations, self.tokens.questions);
        score::score_valence(&mut tone, amplifier);
        tone
    }
}

/// Applies the rule of the "but" at token `but`.
fn weigh_around(
    but: usize,
    cause: Span,
    positions: &[usize],
    values: &mut Vec<f64>,
    words: &mut [WordTone],
) {
    values.clear();
    values.extend(words.iter().map(|word| word.valence));
    let side = |word: usize| {
        if positions.get(word).is_some_and(|at| *at < but) {
            Rule::BeforeBut
        } else {
            Rule::AfterBut
        }
    };
    but::but_check(values, side, |word, rule, after| {
        if let Some(word) = words.get_mut(word) {
            word.rules.push(RuleStep {
                rule,
                cause,
                before: word.valence,
                after,
            });
            word.valence = after;
        }
    });
}
