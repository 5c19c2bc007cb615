//! The evidence behind a tone: every word that counts, every rule that changed it and by how much, and
//! the lexicon words that do not count, with the reason.

use std::fmt;

use crate::article::Span;

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

/// One word that contributes to a sentence's tone.
#[derive(Debug, Clone, PartialEq)]
pub struct WordTone {
    /// Where it stands in the text as given.
    pub span: Span,
    /// Its value in the lexicon, −4 to +4.
    pub base: f64,
    /// Its value after every rule.
    pub valence: f64,
    /// The rules that changed it, in order: the first begins at `base`, each begins where the one before
    /// ended, the last ends at `valence`.
    pub rules: Vec<RuleStep>,
}

/// One rule applied to one word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleStep {
    /// Which rule.
    pub rule: Rule,
    /// The word or words that made it apply, in the text as given.
    pub cause: Span,
    /// The value before.
    pub before: f64,
    /// The value after.
    pub after: f64,
}

/// The rules of VADER that change a word's value. Displays as the words before the cause: "negated by".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The word is "no" before another word of the lexicon: it negates that one and has no value itself.
    NegatesNext,
    /// A negation among the three words before: × −0.74.
    Negated,
    /// In capitals where other words are not: ±0.733 away from zero.
    Capitals,
    /// A booster among the three words before: away from zero by 0.293, less with distance, more in
    /// capitals.
    Boosted,
    /// A dampener among the three words before: towards zero in the same way.
    Dampened,
    /// "never so", "never this", or "so" or "this" right before and a third word: × 1.25.
    Strengthened,
    /// Part of an idiom that has a value of its own.
    Idiom,
    /// Before the sentence's first "but": × 0.5.
    BeforeBut,
    /// After the sentence's first "but": × 1.5.
    AfterBut,
    /// A word of news that the lexicon lacks: it has the value of the news list.
    NewsWord,
    /// A word or phrase whose value a list of the user's says.
    OwnValue,
    /// Harm that did not happen: no value.
    Denied,
    /// Harm that is turned away: no value.
    Averted,
    /// A word that turns harm away: no value.
    Averts,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NegatesNext => "negates the word after it:",
            Self::Negated => "negated by",
            Self::Capitals => "in capitals:",
            Self::Boosted => "boosted by",
            Self::Dampened => "dampened by",
            Self::Strengthened => "strengthened by",
            Self::Idiom => "idiom",
            Self::BeforeBut => "before",
            Self::AfterBut => "after",
            Self::NewsWord => "in the list of news words:",
            Self::OwnValue => "valued by your list:",
            Self::Denied => "denied by",
            Self::Averted => "turned away by",
            Self::Averts => "turns away",
        })
    }
}

impl RuleStep {
    /// What the rule did and why, in words: "negated by “not”". `text` is the text that was scored.
    pub fn describe(&self, text: &str) -> String {
        format!("{} “{}”", self.rule, self.cause.of(text))
    }
}

/// A lexicon word that was left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnscoredWord {
    /// Where it stands in the text as given.
    pub span: Span,
    /// Its value in the lexicon.
    pub base: f64,
    /// Why it does not count.
    pub why: Unscored,
}

/// Why a lexicon word does not count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unscored {
    /// The user says that it is not tone here.
    Excluded,
    /// It belongs to a proper name, here the whole of it.
    Name(Span),
    /// Its everyday news sense is not the emotional one; the reason from the list.
    NewsSense(&'static str),
    /// A rule left nothing of its value.
    Nullified(RuleStep),
    /// It is the first word of "kind of".
    KindOf,
    /// It is the "no" of "no deaths": it denies what follows, and is no tone itself.
    Denies,
}

impl UnscoredWord {
    /// Why it does not count, in words: "part of the name United States". `text` is the text that was
    /// scored.
    pub fn describe(&self, text: &str) -> String {
        match &self.why {
            Unscored::Excluded => "excluded by you".to_owned(),
            Unscored::Name(name) if *name == self.span => "a name".to_owned(),
            Unscored::Name(name) => format!("part of the name {}", name.of(text)),
            Unscored::NewsSense(reason) => (*reason).to_owned(),
            Unscored::Nullified(step) => step.describe(text),
            Unscored::KindOf => "part of “kind of”".to_owned(),
            Unscored::Denies => "denies what follows".to_owned(),
        }
    }
}
