//! A sentence around one mention, with names and figures masked so that no name can carry a sentiment of
//! its own.

use std::ops::Range;

use super::mask::{FUNCTION, hash, is_name, push_word};
use crate::article::Span;
use crate::score::lexis::{Class, Classes, LoadedEntry, Reading, Shape, TokenKind};

/// One token as the model sees it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about a token"
)]
pub(super) struct Masked {
    pub(super) text: Range<usize>,
    pub(super) hash: u64,
    /// Valence after negation, −4 to +4.
    pub(super) valence: f32,
    pub(super) quoted: bool,
    pub(super) negated: bool,
    /// Belongs to the mention.
    pub(super) target: bool,
    /// Clauses between it and the mention.
    pub(super) clause: usize,
    pub(super) function: bool,
    /// The entry of a loaded word.
    pub(super) loaded: Option<LoadedEntry>,
    /// The lists it stands in; none for a name, but for what kind of name it is.
    pub(super) classes: Classes,
    pub(super) shape: Shape,
    /// Its weight in the subjectivity model.
    pub(super) opinion: f32,
}

/// A text around one mention.
pub(super) struct Scene<'r> {
    pub(super) reading: &'r Reading<'r>,
    /// The masked texts of all tokens, one after another.
    pub(super) text: String,
    pub(super) tokens: Vec<Masked>,
    /// The mention's first token and the one after its last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The mention itself is quoted.
    pub(super) quoted: bool,
}

/// Tokens farther away than this are left out: nothing about the mention is learned from them.
const HORIZON: usize = 60;
impl<'r> Scene<'r> {
    /// The scene of the mention at the bytes `mention`; `None` if no token lies there.
    pub(super) fn new(reading: &'r Reading<'r>, mention: Span) -> Option<Self> {
        let from = reading
            .tokens
            .partition_point(|token| token.end <= mention.start);
        let to = reading.at_offset(mention.end);
        if from >= to {
            return None;
        }
        let first = from.saturating_sub(HORIZON);
        let last = (to + HORIZON).min(reading.tokens.len());
        let mut scene = Self {
            reading,
            text: String::with_capacity(8 * (last - first)),
            tokens: Vec::with_capacity(last - first),
            from: from - first,
            to: to - first,
            quoted: reading.token(from).shape.has(Shape::QUOTED),
        };
        for at in first..last {
            scene.push(at, (from..to).contains(&at));
        }
        scene.number_clauses(first);
        Some(scene)
    }

    fn push(&mut self, at: usize, target: bool) {
        let reading = self.reading;
        let token = reading.token(at);
        let start = self.text.len();
        let info = reading.info(at);
        match token.kind {
            TokenKind::Number => self.text.push_str("<num>"),
            TokenKind::Mark => self.text.push(token.mark),
            TokenKind::Word if is_name(reading, at) => self.text.push_str("<pn>"),
            TokenKind::Word => push_word(
                &mut self.text,
                reading.word(at),
                token.shape.has(Shape::POSSESSIVE),
            ),
        }
        let text = start..self.text.len();
        let negated = (1..4).any(|back| reading.is(at.wrapping_sub(back), Class::Negation));
        let masked = is_name(reading, at);
        let valence = if masked { 0.0 } else { info.valence };
        let hash = hash(self.text.get(text.clone()).unwrap_or_default());
        self.tokens.push(Masked {
            text,
            hash,
            valence: if negated { -0.74 * valence } else { valence },
            quoted: token.shape.has(Shape::QUOTED),
            negated,
            target,
            clause: 0,
            function: info.classes.any(FUNCTION) || token.kind == TokenKind::Mark,
            loaded: info.loaded.filter(|_| !masked),
            classes: info.classes,
            shape: token.shape,
            opinion: if masked { 0.0 } else { info.opinion },
        });
    }

    /// Counts the clause boundaries between every token and the mention.
    fn number_clauses(&mut self, first: usize) {
        let breaks = |at: usize| {
            let at = first + at;
            matches!(
                self.reading.mark(at),
                Some(',' | ';' | ':' | '—' | '–' | '.' | '"' | '“' | '”')
            ) || self.reading.is(at, Class::Conjunction)
                || self.reading.is(at, Class::Relative)
        };
        let breaks: Vec<bool> = (0..self.tokens.len()).map(breaks).collect();
        let (before, rest) = self.tokens.split_at_mut(self.from.min(breaks.len()));
        let after = rest.iter_mut().skip(self.to - self.from);
        outwards(before.iter_mut().rev(), breaks.iter().take(self.from).rev());
        outwards(after, breaks.iter().skip(self.to));
    }
}

/// Numbers the clauses of one side of the mention outwards.
fn outwards<'m, 'b>(
    tokens: impl Iterator<Item = &'m mut Masked>,
    breaks: impl Iterator<Item = &'b bool>,
) {
    let mut clause = 0;
    for (token, ends) in tokens.zip(breaks) {
        clause += usize::from(*ends);
        token.clause = clause;
    }
}
