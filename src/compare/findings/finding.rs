//! What a finding is: a sentence, the line behind it, its figure, how sure it is, and where its evidence
//! lies.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::phrase::Phrase;
use crate::article::{Place, Side};
use crate::compare::difference::Difference;
use crate::compare::verdict::Standing;
use crate::stats::Interval;

/// One thing found, ready to be read aloud.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// What was found, one sentence with its full stop. It holds no words of the articles but names and
    /// figures.
    pub sentence: Phrase,
    /// The words behind it, stretches of the articles among them, one line without a full stop at its end; empty where there are none.
    pub detail: Phrase,
    /// Its figure.
    pub figure: Figure,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where its evidence lies, the most telling first; never empty.
    pub evidence: Vec<Evidence>,
}

/// What a finding is about, in the order findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The sources hardly tell the same story.
    OtherStories,
    /// One headline against the other, or one by itself.
    Headlines,
    /// Headlines against their own articles.
    AgainstArticle,
    /// A measure that differs clearly.
    Measure,
    /// The measures that do not.
    NotClear,
    /// What only one source tells.
    OnlyOne,
    /// Who is quoted, and at what length.
    Quoted,
    /// The most negative paragraph.
    MostNegative,
    /// The most positive paragraph.
    MostPositive,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The interval of the difference excludes zero to both readers, after adjusting for all that was tested.
    Established,
    /// It does to the measure alone: the second reader was asked and is not clear.
    OneReader,
    /// The interval of the difference excludes zero, after adjusting for all that was tested.
    Clear,
    /// It does not.
    NotClear,
    /// One value a side: both can be shown, no interval can be given.
    OneValue,
    /// Several values a side, but fewer than an interval needs.
    TooFew,
    /// Counted in the texts: nothing is concluded from it.
    Counted,
}

impl Certainty {
    /// How sure a difference is that is clear to its measure.
    pub(super) fn of_clear(it: &Difference) -> Self {
        match it.standing() {
            Some(Standing::Established) => Self::Established,
            Some(_) => Self::OneReader,
            None => Self::Clear,
        }
    }

    /// How sure, in a few words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::OneReader => "clear to one reader only",
            Self::Clear => "clear",
            Self::NotClear => "not clear",
            Self::OneValue => "one value, no interval",
            Self::TooFew => "too few for an interval",
            Self::Counted => "counted",
        }
    }

    /// What that means for a reader, in one sentence.
    pub const fn help(self) -> &'static str {
        match self {
            Self::Established => {
                "Texts of this length rarely differ this much by chance, and two readers that work in different \
                 ways, the word lists and the second reader, both find it."
            }
            Self::OneReader => {
                "Texts of this length rarely differ this much by chance to the word lists; to the second reader it \
                 is not clear, so it is not established."
            }
            Self::Clear => {
                "Texts of this length rarely differ this much by chance, even with everything else that was \
                 tested taken into account."
            }
            Self::NotClear => {
                "Texts of this length often differ this much by chance; it does not mean that they are alike."
            }
            Self::OneValue => {
                "Each side has one such value: the two stand side by side, and nothing says how they would \
                 vary."
            }
            Self::TooFew => {
                "There are several values a side, but too few to say how much of the difference is chance."
            }
            Self::Counted => {
                "Counted in the texts as they are; nothing further is concluded from it."
            }
        }
    }
}

/// The figure of a finding.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figure {
    /// As it is printed: "A 70, B 6 of 100"; empty where there is none.
    pub text: String,
    /// What a small drawing beside it shows.
    pub picture: Picture,
}

/// What a small drawing beside a figure shows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Picture {
    /// Nothing.
    #[default]
    None,
    /// A value of each side on one scale.
    Values {
        /// Of A; `None` where it has none.
        a: Option<f64>,
        /// Of B.
        b: Option<f64>,
        /// The ends of the scale, which holds zero.
        range: (f64, f64),
    },
    /// A difference A − B with its 95 % interval; zero is always shown.
    Difference {
        /// A − B.
        by: f64,
        /// Its interval.
        interval: Interval,
    },
}

/// Where the evidence of a finding lies.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A headline, a paragraph or a sentence.
    Place(Place),
    /// A measure, by its id.
    Measure(&'static str),
    /// Every measure, compared.
    Differences,
    /// What both tell and what only one does: the matched passages.
    Coverage,
    /// Every use of a name.
    Name(String),
    /// Whom each source names.
    Names,
    /// Who is quoted.
    Speakers,
}

impl Evidence {
    /// The headline of an article.
    pub(super) const fn headline(side: Side, article: usize) -> Self {
        Self::Place(Place::headline(side, article))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence.fmt(f)
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (a, b) = match self.figure.picture {
            Picture::Values { a, b, .. } => (a, b),
            Picture::None | Picture::Difference { .. } => (None, None),
        };
        let interval = match self.figure.picture {
            Picture::Difference { interval, .. } => Some(interval),
            Picture::None | Picture::Values { .. } => None,
        };
        let mut out = serializer.serialize_struct("Finding", 9)?;
        out.serialize_field("kind", &self.kind)?;
        out.serialize_field("sentence", &self.sentence.to_string())?;
        out.serialize_field("detail", &self.detail.to_string())?;
        out.serialize_field("figure", &self.figure.text)?;
        out.serialize_field("a", &a)?;
        out.serialize_field("b", &b)?;
        out.serialize_field("interval", &interval)?;
        out.serialize_field("certainty", &self.certainty)?;
        out.serialize_field("evidence", &self.evidence)?;
        out.end()
    }
}
