//! Why tone differs: words whose contributions add up exactly to the difference.
//!
//! A sentence's compound is shared out over its words in proportion to their valences; an article's
//! tone is the mean over its sentences. So each word of A adds `compound · valence / sum / sentences`
//! to the difference, each word of B takes as much away, and all of them together are the difference.

use std::collections::BTreeMap;

use serde::Serialize;

use super::source::{SourceView, UnitView};
use super::words;
use crate::article::{Side, Span};
use crate::score::SentenceScore;

/// VADER's normalising constant: what a sentence's sum of valences is divided by when it is near 0.
const ALPHA: f64 = 15.0;

/// The entry for exclamation and question marks, which strengthen a sentence's sum.
const MARKS: &str = "! ?";

/// The words behind a difference in tone.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WordShift {
    /// A's tone less B's; `None` where a side has no sentence.
    pub difference: Option<f64>,
    /// The words, those that weigh most first. Their shifts add up to the difference.
    pub words: Vec<ShiftWord>,
}

/// What one word adds to the difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShiftWord {
    /// The word in lower case; "! ?" for what exclamation and question marks add.
    pub word: String,
    /// What it adds to A's tone less what it adds to B's.
    pub shift: f64,
    /// The part of `shift` that its lexicon values alone would give.
    pub by_value: f64,
    /// The part of `shift` that rules add: negations, intensifiers, capitals, "but".
    pub by_rules: f64,
    /// What it adds to A's tone.
    pub a: f64,
    /// What it adds to B's tone.
    pub b: f64,
    /// Every use, A's first, in reading order.
    pub uses: Vec<Use>,
}

/// One use of a word.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Use {
    /// In which source.
    pub side: Side,
    /// The position of the article in the source.
    pub article: usize,
    /// The position of the block in the article.
    pub block: usize,
    /// Where it stands in the block's text, in bytes; the sentence for exclamation marks.
    pub span: Span,
    /// What it adds to the compound of its sentence.
    pub compound: f64,
    /// The rules that changed its value, in words.
    pub rules: Vec<String>,
}

/// Explains the difference in tone between two sources.
pub fn word_shift(a: &SourceView<'_>, b: &SourceView<'_>) -> WordShift {
    let mut words: BTreeMap<String, ShiftWord> = BTreeMap::new();
    let tone_a = add(&mut words, a, Side::A);
    let tone_b = add(&mut words, b, Side::B);
    let mut words: Vec<ShiftWord> = words.into_values().collect();
    for word in &mut words {
        word.shift = word.a - word.b;
    }
    words.sort_by(|x, y| {
        let by_size = y.shift.abs().total_cmp(&x.shift.abs());
        by_size.then_with(|| x.word.cmp(&y.word))
    });
    WordShift {
        difference: tone_a.zip(tone_b).map(|(a, b)| a - b),
        words,
    }
}

/// Adds the words of one source; gives its tone.
fn add(
    words: &mut BTreeMap<String, ShiftWord>,
    source: &SourceView<'_>,
    side: Side,
) -> Option<f64> {
    let sentences: usize = source.units().map(|view| view.unit.sentences.len()).sum();
    if sentences == 0 {
        return None;
    }
    let mut sum = 0.0;
    for view in source.units() {
        for score in &view.unit.sentences {
            sum += score.tone.compound;
            for found in shares(&view, score) {
                let entry = words
                    .entry(found.word)
                    .or_insert_with_key(|word| empty(word));
                entry.add(side, found.by_value, found.by_rules, sentences as f64);
                entry.uses.push(Use {
                    side,
                    article: view.article,
                    block: view.unit.block,
                    span: found.span,
                    compound: found.by_value + found.by_rules,
                    rules: found.rules,
                });
            }
        }
    }
    Some(sum / sentences as f64)
}

fn empty(word: &str) -> ShiftWord {
    ShiftWord {
        word: word.to_owned(),
        shift: 0.0,
        by_value: 0.0,
        by_rules: 0.0,
        a: 0.0,
        b: 0.0,
        uses: Vec::new(),
    }
}

impl ShiftWord {
    fn add(&mut self, side: Side, by_value: f64, by_rules: f64, sentences: f64) {
        let sign = match side {
            Side::A => 1.0,
            Side::B => -1.0,
        };
        self.by_value += sign * by_value / sentences;
        self.by_rules += sign * by_rules / sentences;
        let total = (by_value + by_rules) / sentences;
        match side {
            Side::A => self.a += total,
            Side::B => self.b += total,
        }
    }
}

/// What one word adds to the compound of its sentence.
struct Share {
    word: String,
    span: Span,
    by_value: f64,
    by_rules: f64,
    rules: Vec<String>,
}

/// Shares a sentence's compound out over its words and its emphasis.
fn shares(view: &UnitView<'_>, score: &SentenceScore) -> Vec<Share> {
    let tone = &score.tone;
    let scale = if tone.sum == 0.0 {
        1.0 / ALPHA.sqrt()
    } else {
        tone.compound / tone.sum
    };
    let mut out: Vec<Share> = Vec::with_capacity(tone.words.len());
    let mut valences = 0.0;
    for word in &tone.words {
        let span = word.span.shifted(score.span.start);
        valences += word.valence;
        out.push(Share {
            word: words::plain(span.of(&view.block.text)),
            span,
            by_value: word.base * scale,
            by_rules: (word.valence - word.base) * scale,
            rules: word.rules.iter().map(|rule| rule.text.clone()).collect(),
        });
    }
    let emphasis = (tone.sum - valences) * scale;
    if tone.emphasis != 0.0 && emphasis != 0.0 {
        out.push(Share {
            word: MARKS.to_owned(),
            span: score.span,
            by_value: 0.0,
            by_rules: emphasis,
            rules: Vec::new(),
        });
    }
    out
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{MARKS, word_shift};
    use crate::article::Side;
    use crate::compare::fixture::{sample, source};

    #[test]
    fn shifts_add_up_to_the_difference() {
        let a = sample(&[
            "A very bad day! Good good things. A bad and good day. Nothing.",
            "very good!",
        ]);
        let b = sample(&["A good day. A bad one, a bad one. Not much", "bad!"]);
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (va, vb) = (source("A", &pa), source("B", &pb));
        let shift = word_shift(&va, &vb);
        let expected = a.analysis.tone.mean.unwrap() - b.analysis.tone.mean.unwrap();
        assert!((shift.difference.unwrap() - expected).abs() < 1e-12);
        let sum: f64 = shift.words.iter().map(|w| w.shift).sum();
        assert!((sum - expected).abs() < 1e-9, "{sum} {expected}");
        for word in &shift.words {
            assert!((word.by_value + word.by_rules - word.shift).abs() < 1e-12);
        }
        let names: Vec<&str> = shift.words.iter().map(|w| w.word.as_str()).collect();
        assert!(names.contains(&MARKS) && names.contains(&"good") && names.contains(&"bad"));
        let back = word_shift(&vb, &va);
        for (there, back) in shift.words.iter().zip(&back.words) {
            assert_eq!(there.word, back.word);
            assert!((there.shift + back.shift).abs() < 1e-15);
        }
    }

    #[test]
    fn a_word_opens_its_uses_in_both_texts() {
        let a = sample(&["One bad day. Another very bad day."]);
        let b = sample(&["Nothing here.", "All bad."]);
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let shift = word_shift(&source("A", &pa), &source("B", &pb));
        let uses = &shift.words[0].uses;
        assert_eq!(uses.len(), 3);
        assert_eq!(uses[1].span.of(&a.article.blocks[0].text), "bad");
        assert_eq!(uses[1].rules, ["made stronger by “very”"]);
        assert_eq!((uses[2].side, uses[2].block), (Side::B, 1));
    }

    #[test]
    fn an_empty_side_has_no_difference() {
        let a = sample(&["One bad day."]);
        let none = sample::<&str>(&[]);
        let (pa, pb) = ([a.pair()], [none.pair()]);
        let shift = word_shift(&source("A", &pa), &source("B", &pb));
        assert_eq!(shift.difference, None);
    }
}
