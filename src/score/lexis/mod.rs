//! A text as the wording measures see it: tokens, each with what the word lists know of it. Read once,
//! used by all measures.

mod classes;
mod content;
mod entries;
mod key;
pub(crate) mod opinion;
mod shape;
mod token;
mod vocabulary;
mod word;

use std::borrow::Cow;

use crate::article::Span;
pub(crate) use crate::article::TokenKind;

pub(crate) use classes::{Class, Classes};
pub(crate) use content::has_content;
pub(crate) use key::{Key, KeyTable, Letters};
pub(crate) use shape::Shape;
pub(crate) use token::LexisToken;
pub(crate) use vocabulary::{VOCABULARY, Vocabulary};
pub use word::LoadedCategory;
pub(crate) use word::{HEDGES, INTENSIFIERS, Interest, LoadedEntry, STYLES, Strength, WordInfo};

/// A tokenised text.
pub(crate) struct Reading<'t> {
    vocabulary: &'static Vocabulary,
    pub(crate) text: &'t str,
    /// The same with ASCII letters in lower case; every byte stands where it stood.
    lower: String,
    pub(crate) tokens: Vec<LexisToken>,
}

/// Sentence ends and the characters a sentence may open with.
const ENDS: [char; 5] = ['.', '!', '?', ':', '…'];
const OPENINGS: [char; 8] = ['“', '"', '‘', '\'', '(', '[', '«', '`'];

impl<'t> Reading<'t> {
    /// Reads `text`, whose direct quotations are `quotations` (in order, without overlap).
    pub(crate) fn new(text: &'t str, quotations: &[Span]) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
        let vocabulary = &*VOCABULARY;
        token::tokenize(vocabulary, text, &mut tokens);
        mark_quoted(&mut tokens, quotations);
        mark_first(vocabulary, &mut tokens);
        mark_phrases(vocabulary, &mut tokens);
        Self {
            vocabulary,
            text,
            lower: text.to_ascii_lowercase(),
            tokens,
        }
    }

    /// The token at `at`; an empty one outside the text, so that rules may look beyond its ends.
    #[inline]
    pub(crate) fn token(&self, at: usize) -> LexisToken {
        self.tokens.get(at).copied().unwrap_or(OUTSIDE)
    }

    /// What is known of the word at `at`.
    #[inline]
    pub(crate) fn info(&self, at: usize) -> &'static WordInfo {
        match self.tokens.get(at) {
            Some(token) => self.vocabulary.info(token.word),
            None => self.vocabulary.info(0),
        }
    }

    /// What is known of the phrase that begins at `at`, or else of the word, and its length in tokens.
    #[inline]
    pub(crate) fn unit(&self, at: usize) -> (&'static WordInfo, usize) {
        let token = self.token(at);
        if token.phrase == 0 {
            return (self.vocabulary.info(token.word), 1);
        }
        match self.vocabulary.phrase(token.phrase) {
            Some(phrase) => (&phrase.info, phrase.words.len()),
            None => (self.vocabulary.info(token.word), 1),
        }
    }

    /// The first token from `at` on and before `to` that is of interest or begins a phrase; `to` if none.
    #[inline]
    pub(crate) fn seek(&self, at: usize, to: usize, wanted: Interest) -> usize {
        let rest = self.tokens.get(at..to).unwrap_or_default();
        rest.iter()
            .position(|token| token.phrase != 0 || token.interest.any(wanted))
            .map_or(to, |offset| at + offset)
    }

    /// Whether the word at `at` stands in a list.
    #[inline]
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.info(at).is(class)
    }

    /// The character, if the token at `at` is a mark.
    #[inline]
    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        let token = self.tokens.get(at)?;
        (token.kind == TokenKind::Mark).then_some(token.mark)
    }

    /// Whether the token at `at` is a word.
    #[inline]
    pub(crate) fn is_word(&self, at: usize) -> bool {
        (self.tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The text of the token at `at`.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        let token = self.token(at);
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// The text of the token at `at` with its ASCII letters in lower case.
    pub(crate) fn lower(&self, at: usize) -> &str {
        let token = self.token(at);
        self.lower.get(token.start..token.end).unwrap_or_default()
    }

    /// The word at `at` as the vocabulary spells it: lower case, straight marks, no possessive.
    pub(crate) fn key_text(&self, at: usize) -> Cow<'_, str> {
        let word = self.word(at);
        let ending = if self.token(at).shape.has(Shape::POSSESSIVE) {
            2
        } else {
            0
        };
        if word.is_ascii() {
            let lower = self.lower(at);
            let kept = lower.len().saturating_sub(ending);
            return Cow::Borrowed(lower.get(..kept).unwrap_or_default());
        }
        let mut lower = word.to_lowercase().replace(['’', '‘'], "'");
        lower.truncate(lower.len().saturating_sub(ending));
        Cow::Owned(lower)
    }

    /// Whether the word at `at` is `word`, whatever the case of its letters; a possessive does not matter.
    pub(crate) fn key_text_is(&self, at: usize, word: &str) -> bool {
        let own = self.word(at);
        own.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && (own.len() == word.len() || self.token(at).shape.has(Shape::POSSESSIVE))
    }

    /// What is known of a word given as text.
    pub(crate) fn known(word: &str) -> &'static WordInfo {
        VOCABULARY.info(VOCABULARY.find_text(word))
    }

    /// The span of the tokens `from..to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let last = self.token(to.saturating_sub(1));
        Span::new(self.token(from).start, last.end)
    }

    /// The first token that begins at or after byte `offset`.
    pub(crate) fn at_offset(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.start < offset)
    }
}

const OUTSIDE: LexisToken = LexisToken {
    start: 0,
    end: 0,
    word: 0,
    phrase: 0,
    kind: TokenKind::Mark,
    shape: Shape::NONE,
    interest: Interest::NONE,
    mark: '\n',
};

fn mark_quoted(tokens: &mut [LexisToken], quotations: &[Span]) {
    let mut rest = tokens.iter_mut().peekable();
    for span in quotations {
        while rest.next_if(|token| token.start < span.start).is_some() {}
        while let Some(token) = rest.next_if(|token| token.start < span.end) {
            token.shape.set(Shape::QUOTED);
        }
    }
}

/// Marks the words that begin a sentence or a quotation, where a capital letter tells nothing.
fn mark_first(vocabulary: &Vocabulary, tokens: &mut [LexisToken]) {
    let abbreviated = |word: Option<(usize, u32)>| {
        word.is_some_and(|(bytes, word)| bytes == 1 || vocabulary.info(word).is(Class::ShortTitle))
    };
    let mut first = true;
    let mut word_before = None;
    for token in tokens {
        if token.kind == TokenKind::Mark {
            let ends =
                ENDS.contains(&token.mark) && !(token.mark == '.' && abbreviated(word_before));
            first |= ends || OPENINGS.contains(&token.mark);
            word_before = None;
        } else {
            if first {
                token.shape.set(Shape::FIRST);
            }
            first = false;
            word_before = Some((token.end - token.start, token.word));
        }
    }
}

fn mark_phrases(vocabulary: &Vocabulary, tokens: &mut [LexisToken]) {
    for at in 0..tokens.len() {
        let word = |offset: usize| tokens.get(at + offset).map_or(0, |token| token.word);
        let opens = tokens
            .get(at)
            .is_some_and(|token| token.interest.any(Interest::OPENER));
        if !opens || !vocabulary.may_open(word(0), word(1)) {
            continue;
        }
        let phrase = vocabulary.phrase_at(word);
        if let Some(token) = tokens.get_mut(at) {
            token.phrase = phrase;
        }
    }
}
