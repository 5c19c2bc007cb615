//! What the second reader says of a text.

use serde::Serialize;

use super::head::Heads;
use crate::article::Span;
use crate::score::target::TargetTone;
use crate::stats::logistic;

/// Log-odds of "loaded" for the second reader, of those of opinion: news sentences get the mean and the spread
/// that the list gives them.
const LOADED_FROM: [f64; 2] = [0.703, 0.552];

/// What the second reader says of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// How probable it is that people find it negative, neutral or positive.
    pub leaning: TargetTone,
    /// How probable it is that it gives opinion, 0 to 1.
    pub subjectivity: f64,
    /// How loaded it reads, 0 to 1.
    pub loaded_score: f64,
    /// What each word does to its tone and to its subjectivity.
    pub shares: Shares,
    /// The byte of the text where reading ended; `None` if it was read to its end.
    pub read_to: Option<usize>,
}

impl Reading {
    /// Its tone, −1 to +1: P(positive) − P(negative).
    pub fn tone(&self) -> f64 {
        self.leaning.balance()
    }
}

/// What the second reader says of a headline.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadlineReading {
    /// Its bait, 0 to 100.
    pub bait: f64,
    /// What each word does to its bait, in log-odds.
    pub shares: Shares,
}

/// The shares of the words in a score, in log-odds; they and `rest` add up to the score exactly. They are a
/// weaker explanation than a list: a word's share tells how it is used here, its neighbours included.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Shares {
    /// One entry a word, mark or hidden name, in order.
    pub words: Vec<Share>,
    /// What no word does: a usual text's score, the beginning and the end.
    pub rest: Share,
}

/// The share of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Share {
    /// Where it stands in the text.
    pub span: Span,
    /// What it does to positive against negative (in a headline: to bait against none).
    pub tone: f64,
    /// What it does to opinion against report (in a headline: nothing).
    pub opinion: f64,
}

/// Log-odds of a text by head, and what each word adds to them.
#[derive(Debug, Default)]
pub(super) struct Scored {
    /// One entry a piece: its word's bytes, and its part in each head.
    pub(super) pieces: Vec<(usize, usize, Vec<f64>)>,
    /// By head: what no piece adds.
    pub(super) rest: Vec<f64>,
    pub(super) read_to: Option<usize>,
}

impl Scored {
    fn total(&self, head: usize) -> f64 {
        let of = |scores: &Vec<f64>| scores.get(head).copied().unwrap_or_default();
        of(&self.rest)
            + self
                .pieces
                .iter()
                .map(|(.., scores)| of(scores))
                .sum::<f64>()
    }

    /// The shares of words; `of` makes a share's two numbers of the heads'.
    fn shares(&self, of: impl Fn(&[f64]) -> (f64, f64)) -> Shares {
        let share = |span: Span, scores: &[f64]| {
            let (tone, opinion) = of(scores);
            Share {
                span,
                tone,
                opinion,
            }
        };
        let mut words: Vec<Share> = Vec::new();
        for (start, end, scores) in &self.pieces {
            let next = share(Span::new(*start, *end), scores);
            match words.last_mut() {
                Some(word) if word.span == next.span => {
                    word.tone += next.tone;
                    word.opinion += next.opinion;
                }
                _ => words.push(next),
            }
        }
        let rest = share(Span::new(0, 0), &self.rest);
        Shares { words, rest }
    }
}

/// The heads a sentence is scored by, in order.
pub(super) fn sentence_heads(heads: &Heads) -> [&super::head::Head; 3] {
    let [negative, positive] = &heads.tone;
    [negative, positive, &heads.opinion]
}

pub(super) fn sentence(scored: &Scored) -> Reading {
    let opinion = scored.total(2);
    Reading {
        leaning: leaning(scored.total(0), scored.total(1)),
        subjectivity: logistic(opinion),
        loaded_score: logistic(loaded_from(opinion)),
        shares: scored.shares(|scores| match scores {
            [negative, positive, opinion, ..] => (positive - negative, *opinion),
            _ => (0.0, 0.0),
        }),
        read_to: scored.read_to,
    }
}

fn loaded_from(opinion: f64) -> f64 {
    let [slope, constant] = LOADED_FROM;
    slope * opinion + constant
}

pub(super) fn headline(scored: &Scored) -> HeadlineReading {
    HeadlineReading {
        bait: 100.0 * logistic(scored.total(0)),
        shares: scored.shares(|scores| (scores.first().copied().unwrap_or_default(), 0.0)),
    }
}

/// Probabilities from the log-odds of negative and positive against neutral.
pub(super) fn leaning(negative: f64, positive: f64) -> TargetTone {
    let most = negative.max(positive).max(0.0);
    let [negative, neutral, positive] = [negative, 0.0, positive].map(|odds| (odds - most).exp());
    let sum = negative + neutral + positive;
    TargetTone {
        negative: negative / sum,
        neutral: neutral / sum,
        positive: positive / sum,
    }
}
