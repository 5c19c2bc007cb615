//! Why tone differs: words whose contributions add up exactly to the difference.
//!
//! A sentence's compound is shared out over its words in proportion to their valences; an article's
//! tone is the mean over its sentences. So each word of A adds `compound · valence / sum / sentences`
//! to the difference, each word of B takes as much away, and all of them together are the difference.

use std::collections::BTreeMap;

use super::source::{SourceView, UnitView};
use super::words;
use crate::article::{Place, Side, Span};
use crate::score::SentenceScore;
use crate::score::tone::ALPHA;

/// The entry for exclamation and question marks, which strengthen a sentence's sum.
const MARKS: &str = "! ?";

/// The words behind a difference in tone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WordShift {
    /// A's tone less B's; `None` where a side has no sentence.
    pub difference: Option<f64>,
    /// The words, those that weigh most first. Their shifts add up to the difference.
    pub words: Vec<ShiftWord>,
}

/// What one word adds to the difference.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftWord {
    /// The word in lower case; "! ?" for what exclamation and question marks add.
    pub word: String,
    /// What it adds to the tone, A − B.
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
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// The block it stands in.
    pub place: Place,
    /// Where in the block's text, in bytes; the sentence for exclamation marks.
    pub span: Span,
    /// What it adds to the compound of its sentence.
    pub compound: f64,
    /// The rules that changed its value, in words.
    pub rules: Vec<String>,
}

/// Explains the difference in tone between two sources.
pub fn word_shift(a: &SourceView<'_>, b: &SourceView<'_>) -> WordShift {
    let mut words: BTreeMap<String, Gathered> = BTreeMap::new();
    let tone_a = gather(&mut words, a, Side::A);
    let tone_b = gather(&mut words, b, Side::B);
    let mut words: Vec<ShiftWord> = words.into_iter().map(Gathered::finished).collect();
    words.sort_by(|x, y| {
        let by_size = y.shift.abs().total_cmp(&x.shift.abs());
        by_size.then_with(|| x.word.cmp(&y.word))
    });
    WordShift {
        difference: tone_a.zip(tone_b).map(|(a, b)| a - b),
        words,
    }
}

/// What a word adds to the tone of A and of B: by its value, and by rules.
#[derive(Default)]
struct Gathered {
    by_value: [f64; 2],
    by_rules: [f64; 2],
    uses: Vec<Use>,
}

impl Gathered {
    fn finished((word, found): (String, Self)) -> ShiftWord {
        let ([value_a, value_b], [rules_a, rules_b]) = (found.by_value, found.by_rules);
        let (a, b) = (value_a + rules_a, value_b + rules_b);
        ShiftWord {
            word,
            shift: a - b,
            by_value: value_a - value_b,
            by_rules: rules_a - rules_b,
            a,
            b,
            uses: found.uses,
        }
    }
}

/// Gathers the words of one source; gives its tone.
fn gather(
    words: &mut BTreeMap<String, Gathered>,
    source: &SourceView<'_>,
    side: Side,
) -> Option<f64> {
    let sentences: usize = source.units().map(|view| view.unit.sentences.len()).sum();
    let mut sum = 0.0;
    for view in source.units() {
        for score in &view.unit.sentences {
            sum += score.tone.compound;
            for share in shares(&view, score) {
                let entry = words.entry(share.word).or_default();
                if let (Some(value), Some(rules)) = (
                    entry.by_value.get_mut(side.index()),
                    entry.by_rules.get_mut(side.index()),
                ) {
                    *value += share.by_value / sentences as f64;
                    *rules += share.by_rules / sentences as f64;
                }
                entry.uses.push(Use {
                    place: view.place(side),
                    span: share.span,
                    compound: share.by_value + share.by_rules,
                    rules: share.rules,
                });
            }
        }
    }
    (sentences > 0).then(|| sum / sentences as f64)
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
    let text = score.span.of(&view.block.text);
    let scale = if tone.sum.abs() < f64::EPSILON {
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
            rules: word.rules.iter().map(|rule| rule.describe(text)).collect(),
        });
    }
    let emphasis = (tone.sum - valences) * scale;
    if tone.emphasis.abs() > 0.0 && emphasis.abs() > 0.0 {
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
