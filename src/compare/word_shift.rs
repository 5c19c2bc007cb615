//! Why tone differs: words whose contributions add up exactly to the difference.
//!
//! A sentence's compound is shared out over its words in proportion to their valences; an article's
//! tone is the mean over its sentences. So each word of A adds `compound · valence / sum / sentences`
//! to the difference, each word of B takes as much away, and all of them together are the difference.

use std::collections::BTreeMap;

use super::source::SourceView;
use super::words;
use crate::article::{Article, Place, Side, Span};
use crate::score::tone::{ALPHA, WordTone};
use crate::score::{Analysis, SentenceScore};

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
    /// How often A and B use it.
    pub n: [usize; 2],
    /// Its uses, A's first, in reading order: all of them, or of more articles than evidence is kept of the first
    /// [`MOST_USES`] a side.
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

/// How many uses of a word are kept of each side, of more articles than evidence is kept of.
pub const MOST_USES: usize = 100;

/// Explains the difference in tone between two sources.
pub fn word_shift(a: &SourceView<'_>, b: &SourceView<'_>) -> WordShift {
    let mut gathered = ShiftSums::keeping(usize::MAX);
    for (side, source) in [(Side::A, a), (Side::B, b)] {
        for (at, (article, analysis)) in source.articles.iter().enumerate() {
            gathered.add((side, at), article, analysis);
        }
    }
    gathered.finished()
}

/// What every word adds to the compounds of the sentences of A and of B, in the articles gathered so far.
pub(super) struct ShiftSums {
    words: BTreeMap<String, WordSums>,
    /// By side, the sentences and the sum of their compounds.
    sentences: [usize; 2],
    compounds: [f64; 2],
    /// How many uses of a word are kept of each side.
    most: usize,
}

/// What one word adds to the compounds of A and of B: by its value, and by rules.
#[derive(Default)]
struct WordSums {
    by_value: [f64; 2],
    by_rules: [f64; 2],
    n: [usize; 2],
    uses: [Vec<Use>; 2],
}

impl ShiftSums {
    /// Nothing yet; of a word so many uses are kept of each side.
    pub(super) const fn keeping(most: usize) -> Self {
        Self {
            words: BTreeMap::new(),
            sentences: [0; 2],
            compounds: [0.0; 2],
            most,
        }
    }

    /// Gathers the words of one article: the one at a position of a side.
    pub(super) fn add(
        &mut self,
        (side, at): (Side, usize),
        article: &Article,
        analysis: &Analysis,
    ) {
        let index = side.index();
        for unit in &analysis.units {
            let Some(block) = article.blocks.get(unit.block) else {
                continue;
            };
            if let (Some(sentences), Some(compounds)) =
                (self.sentences.get_mut(index), self.compounds.get_mut(index))
            {
                *sentences += unit.sentences.len();
                *compounds += (unit.sentences.iter())
                    .map(|score| score.tone.compound)
                    .sum::<f64>();
            }
            let place = Place::block(side, at, unit.block);
            for score in &unit.sentences {
                for share in shares(&block.text, score) {
                    let Share {
                        by_value,
                        by_rules,
                        span,
                        scored,
                        word,
                    } = share;
                    let entry = self.words.entry(word).or_default();
                    entry.note(index, (by_value, by_rules), self.most, || Use {
                        place,
                        span,
                        compound: by_value + by_rules,
                        rules: scored.map_or_else(Vec::new, |word| {
                            let text = score.span.of(&block.text);
                            word.rules.iter().map(|rule| rule.describe(text)).collect()
                        }),
                    });
                }
            }
        }
    }

    /// Adds what was gathered of other articles, which come after these.
    pub(super) fn merge(&mut self, other: Self) {
        for (word, more) in other.words {
            self.words.entry(word).or_default().merge(more, self.most);
        }
        for (sum, more) in self.sentences.iter_mut().zip(other.sentences) {
            *sum += more;
        }
        for (sum, more) in self.compounds.iter_mut().zip(other.compounds) {
            *sum += more;
        }
    }

    /// The words, those that weigh most first.
    pub(super) fn finished(self) -> WordShift {
        let sentences = self.sentences.map(|sentences| sentences.max(1) as f64);
        let words = self.words.into_iter();
        let mut words: Vec<ShiftWord> = words
            .map(|(word, sums)| sums.finished(word, sentences))
            .collect();
        words.sort_by(|x, y| {
            let by_size = y.shift.abs().total_cmp(&x.shift.abs());
            by_size.then_with(|| x.word.cmp(&y.word))
        });
        let [compound_a, compound_b] = self.compounds;
        let [of_a, of_b] = sentences;
        let both = self.sentences.iter().all(|sentences| *sentences > 0);
        WordShift {
            difference: both.then(|| compound_a / of_a - compound_b / of_b),
            words,
        }
    }
}

impl WordSums {
    /// Notes one use in the side at `index`; it is kept unless `most` are.
    fn note(
        &mut self,
        index: usize,
        (by_value, by_rules): (f64, f64),
        most: usize,
        found: impl FnOnce() -> Use,
    ) {
        let (Some(value), Some(rules), Some(n), Some(uses)) = (
            self.by_value.get_mut(index),
            self.by_rules.get_mut(index),
            self.n.get_mut(index),
            self.uses.get_mut(index),
        ) else {
            return;
        };
        *value += by_value;
        *rules += by_rules;
        *n += 1;
        if uses.len() < most {
            uses.push(found());
        }
    }

    fn merge(&mut self, other: Self, most: usize) {
        for (sums, more) in [
            (&mut self.by_value, other.by_value),
            (&mut self.by_rules, other.by_rules),
        ] {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        }
        for (sum, more) in self.n.iter_mut().zip(other.n) {
            *sum += more;
        }
        for (kept, more) in self.uses.iter_mut().zip(other.uses) {
            let room = most.saturating_sub(kept.len());
            kept.extend(more.into_iter().take(room));
        }
    }

    fn finished(self, word: String, [of_a, of_b]: [f64; 2]) -> ShiftWord {
        let ([value_a, value_b], [rules_a, rules_b]) = (self.by_value, self.by_rules);
        let (value_a, value_b) = (value_a / of_a, value_b / of_b);
        let (rules_a, rules_b) = (rules_a / of_a, rules_b / of_b);
        let (a, b) = (value_a + rules_a, value_b + rules_b);
        ShiftWord {
            word,
            shift: a - b,
            by_value: value_a - value_b,
            by_rules: rules_a - rules_b,
            a,
            b,
            n: self.n,
            uses: self.uses.into_iter().flatten().collect(),
        }
    }
}

/// What one word adds to the compound of its sentence.
struct Share<'a> {
    word: String,
    span: Span,
    by_value: f64,
    by_rules: f64,
    /// The word as tone has it; `None` for marks.
    scored: Option<&'a WordTone>,
}

/// Shares the compound of a sentence of a block out over its words and its emphasis.
fn shares<'a>(block: &str, score: &'a SentenceScore) -> Vec<Share<'a>> {
    let tone = &score.tone;
    let scale = if tone.sum.abs() < f64::EPSILON {
        1.0 / ALPHA.sqrt()
    } else {
        tone.compound / tone.sum
    };
    let mut out = Vec::with_capacity(tone.words.len());
    let mut valences = 0.0;
    for word in &tone.words {
        let span = word.span.shifted(score.span.start);
        valences += word.valence;
        out.push(Share {
            word: words::plain(span.of(block)),
            span,
            by_value: word.base * scale,
            by_rules: (word.valence - word.base) * scale,
            scored: Some(word),
        });
    }
    let emphasis = (tone.sum - valences) * scale;
    if tone.emphasis.abs() > 0.0 && emphasis.abs() > 0.0 {
        out.push(Share {
            word: MARKS.to_owned(),
            span: score.span,
            by_value: 0.0,
            by_rules: emphasis,
            scored: None,
        });
    }
    out
}
