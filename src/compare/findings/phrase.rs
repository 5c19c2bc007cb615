//! A sentence that knows which of its words name a source, so that they can be shown in its colour.

use std::fmt;

use crate::article::Side;
use crate::compare::source::SourceView;
use crate::text::{capitalised, counted, list, shorten};

/// Names longer than this are cut in a sentence.
const NAME_LENGTH: usize = 32;

/// A sentence, or part of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Piece>);

/// A stretch of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// The name of a source.
    Source(Side, String),
}

impl Piece {
    /// The words themselves.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Source(_, text) => text,
        }
    }
}

impl Phrase {
    /// Its stretches, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A phrase of these words.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self::default().text(text)
    }

    /// Goes on with these words.
    #[must_use]
    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Piece::Text(text));
        }
        self
    }

    /// Goes on with the name of a source.
    #[must_use]
    pub(super) fn source(mut self, names: &Names, side: Side) -> Self {
        self.0.push(Piece::Source(side, names.of(side).to_owned()));
        self
    }

    /// Goes on with another phrase.
    #[must_use]
    pub(super) fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The same with its first letter large, if that is not the name of a source.
    #[must_use]
    pub(super) fn capitalised(mut self) -> Self {
        if let Some(Piece::Text(text)) = self.0.first_mut() {
            *text = capitalised(text);
        }
        self
    }

    /// These phrases with `between` between them; the empty ones are left out.
    pub(super) fn joined(phrases: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut out = Self::default();
        for phrase in phrases {
            if phrase.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out = out.text(between);
            }
            out = out.then(phrase);
        }
        out
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|piece| f.write_str(piece.text()))
    }
}

/// The names of the sources as sentences give them: short, and with their side where there are two.
#[derive(Debug, Clone)]
pub(super) struct Names([String; 2]);

impl Names {
    pub(super) fn of_two(a: &SourceView<'_>, b: &SourceView<'_>) -> Self {
        let name = |source: &SourceView<'_>, side: Side| {
            let name = shorten(&source.short_name(), NAME_LENGTH);
            let role = format!("({})", side.label());
            if name.ends_with(&role) {
                name
            } else {
                format!("{name} {role}")
            }
        };
        Self([name(a, Side::A), name(b, Side::B)])
    }

    pub(super) fn of_one(source: &SourceView<'_>) -> Self {
        let name = shorten(&source.short_name(), NAME_LENGTH);
        Self([name.clone(), name])
    }

    fn of(&self, side: Side) -> &str {
        let [a, b] = &self.0;
        match side {
            Side::A => a,
            Side::B => b,
        }
    }
}

/// `once`, `twice`, `3 times`.
pub(super) fn times(n: usize) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => counted(n, "time"),
    }
}

/// Words in quotation marks, as a list.
pub(super) fn quoted<S: AsRef<str>>(words: &[S]) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|word| format!("“{}”", word.as_ref()))
        .collect();
    list(&words)
}

/// The values of the sides, each said whose it is: "A 70, B 6"; one alone needs no letter.
pub(super) fn by_side(values: &[(Side, String)]) -> String {
    match values {
        [(_, value)] => value.clone(),
        _ => (values.iter())
            .map(|(side, value)| format!("{} {value}", side.label()))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
