//! One text from beginning to end: prepared, cut into words, corrected, every word through the rules,
//! added up.

use std::cell::RefCell;

use super::but::{but_check, but_once};
use super::correct::Corrections;
use super::correction::ToneOptions;
use super::evidence::SentenceTone;
use super::evidence::{Unscored, UnscoredWord, WordTone};
use super::harm::Harm;
use super::lexicon::LEXICON;
use super::names::Names;
use super::prepared::{Prepared, Rewritten};
use super::rules::Sentence;
use super::score::{punctuation_emphasis, score_valence};
use super::tokens::{Token, Tokens};

/// The largest text after which the buffers are kept, in bytes.
const LARGE: usize = 1 << 16;

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// What scoring needs for the time of one text: kept, so that nothing is allocated for a sentence but
/// what is returned.
#[derive(Default)]
struct Buffers {
    rewritten: Rewritten,
    tokens: Tokens,
    corrections: Corrections,
    harm: Harm,
    /// The position of every contributing word among the tokens.
    positions: Vec<usize>,
}

/// Scores `text`; `read` are its words, if its names were learned from them.
pub(super) fn score(
    text: &str,
    read: Option<Tokens>,
    options: ToneOptions,
    names: &Names,
) -> SentenceTone {
    BUFFERS.with_borrow_mut(|buffers| {
        let tone = buffers.score(text, read, options, names);
        if text.len() > LARGE {
            *buffers = Buffers::default();
        }
        tone
    })
}

impl Buffers {
    /// `polarity_scores`.
    fn score(
        &mut self,
        text: &str,
        read: Option<Tokens>,
        options: ToneOptions,
        names: &Names,
    ) -> SentenceTone {
        let prepared = Prepared::new(text, options, &LEXICON, &mut self.rewritten);
        let tokens = &mut self.tokens;
        match read {
            // Names are learned from text whose quotes are read as ASCII, joined words apart.
            Some(read) if options.typographic && options.part_joined => *tokens = read,
            _ => tokens.read(prepared.bytes()),
        }
        if options.news_sense {
            tokens.count_news();
        }
        if !names.values.is_empty() {
            let source = |token: &Token| prepared.source(token.start, token.end);
            tokens.count_own(names.values.find(text), source);
        }
        self.corrections
            .find(text, tokens, &prepared, options, names);
        self.corrections.apply(tokens);
        self.harm.find(prepared.bytes(), tokens, options);
        let sentence = Sentence {
            prepared: &prepared,
            tokens,
            lexicon: &LEXICON,
        };
        let mut tone = SentenceTone {
            tokens: tokens.all.len(),
            ..SentenceTone::default()
        };
        let found = (&self.corrections, &self.harm);
        words(&sentence, found, &mut self.positions, &mut tone);
        if let Some(but) = tokens.but {
            let weigh = if options.but_once {
                but_once
            } else {
                but_check
            };
            weigh(&mut tone.words, &self.positions, but, sentence.span(but));
        }
        let amplifier = punctuation_emphasis(tokens.exclamations, tokens.questions);
        score_valence(&mut tone, amplifier);
        tone
    }
}

/// Takes every word of the lexicon through the rules; what counts and what does not goes into `tone`.
fn words(
    sentence: &Sentence,
    (corrections, harm): (&Corrections, &Harm),
    positions: &mut Vec<usize>,
    tone: &mut SentenceTone,
) {
    positions.clear();
    let mut corrected = corrections.iter().peekable();
    for at in sentence.tokens.in_lexicon.iter().copied() {
        let base = sentence.base(at);
        let span = sentence.span(at);
        let why = if let Some((_, why)) = corrected.next_if(|(corrected, _)| *corrected == at) {
            Some(*why)
        } else if sentence.is_kind_of(at) {
            Some(Unscored::KindOf)
        } else if harm.denies(at) {
            Some(Unscored::Denies)
        } else {
            let mut trace = sentence.valence(at, base);
            if let Some((rule, cause)) = harm.at(at) {
                trace.set(0.0, rule, sentence.span(cause));
            }
            if trace.valence.abs() > 0.0 {
                positions.push(at);
                tone.words.push(WordTone {
                    span,
                    base,
                    valence: trace.valence,
                    rules: trace.steps,
                });
                continue;
            }
            trace.steps.last().copied().map(Unscored::Nullified)
        };
        tone.unscored
            .extend(why.map(|why| UnscoredWord { span, base, why }));
    }
}
