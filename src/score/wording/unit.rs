//! The wording of one block and of its sentences, with the sums measures are made of.

use crate::article::Span;
use crate::score::attribution::{Attribution, AttributionStyle};
use crate::score::hedges::{Force, ForceWord};
use crate::score::loaded::LoadedWord;
use crate::score::voice::{Quote, QuoteKind};

/// The wording of one scored block. All spans are into the block's text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnitWording {
    /// Its position in `Article::blocks`.
    pub block: usize,
    /// Everything between quotation marks, in order.
    pub quotes: Vec<Quote>,
    /// One entry a sentence, in order.
    pub sentences: Vec<SentenceWording>,
    /// Its verbs introduce speech, but it has not one quotation mark.
    pub seems_unmarked: bool,
}

/// The wording of one sentence. All spans are into the block's text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SentenceWording {
    /// Where it stands.
    pub span: Span,
    /// Its loaded words outside quotations.
    pub loaded: Vec<LoadedWord>,
    /// Its hedges and intensifiers outside quotations.
    pub force: Vec<ForceWord>,
    /// Its verbs of attribution outside quotations.
    pub attribution: Vec<Attribution>,
    /// How subjective what stands outside quotations reads, 0 to 1; `None` if nothing does.
    pub subjectivity: Option<f64>,
    /// How loaded it is, 0 to 1.
    pub loaded_score: f64,
    /// Words outside quotations.
    pub own_words: usize,
    /// Words inside quotations.
    pub quoted_words: usize,
}

impl SentenceWording {
    /// The number of its hedges or of its intensifiers.
    pub fn count(&self, force: Force) -> usize {
        self.force.iter().filter(|word| word.force == force).count()
    }
}

impl UnitWording {
    pub(super) fn new(block: usize, quotes: Vec<Quote>, sentences: usize) -> Self {
        Self {
            block,
            quotes,
            sentences: Vec::with_capacity(sentences),
            ..Self::default()
        }
    }

    pub(super) fn push(&mut self, sentence: SentenceWording) {
        self.sentences.push(sentence);
    }

    /// Words outside quotations.
    pub fn own_words(&self) -> usize {
        self.sentences
            .iter()
            .map(|sentence| sentence.own_words)
            .sum()
    }

    /// All words.
    pub fn words(&self) -> usize {
        self.own_words()
            + self
                .sentences
                .iter()
                .map(|sentence| sentence.quoted_words)
                .sum::<usize>()
    }

    /// Words of reported speech, scare quotes and titles left out.
    pub fn speech_words(&self) -> usize {
        let speech = self
            .quotes
            .iter()
            .filter(|quote| quote.kind == QuoteKind::Speech);
        speech.map(|quote| quote.words).sum()
    }

    /// Quotations that report speech, scare quotes and titles left out.
    pub fn speeches(&self) -> usize {
        let quotes = self.quotes.iter();
        quotes
            .filter(|quote| quote.kind == QuoteKind::Speech)
            .count()
    }

    /// Loaded words and phrases.
    pub fn loaded(&self) -> usize {
        self.sentences
            .iter()
            .map(|sentence| sentence.loaded.len())
            .sum()
    }

    /// Hedges or intensifiers.
    pub fn force(&self, force: Force) -> usize {
        self.sentences
            .iter()
            .map(|sentence| sentence.count(force))
            .sum()
    }

    /// Verbs of attribution of one style, or of all.
    pub fn attributions(&self, style: Option<AttributionStyle>) -> usize {
        let all = self
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.attribution);
        all.filter(|verb| style.is_none_or(|style| verb.style == style))
            .count()
    }

    /// The sum of subjectivity over the sentences that have one, and their number.
    pub fn subjectivity(&self) -> (f64, usize) {
        let values = self
            .sentences
            .iter()
            .filter_map(|sentence| sentence.subjectivity);
        values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1))
    }
}
