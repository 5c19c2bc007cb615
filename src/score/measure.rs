//! What a measure is: each is defined once, and tooltip, methods page, CSV column, chart row and report
//! are made from that definition. All of them stand in [`registry`](super::registry).

use super::attribution::AttributionStyle;
use super::hedges::Force;
use super::{Analysis, Unit};
use crate::stats::Interval;
pub use crate::stats::Ratio;
use crate::text::{number, per_cent, signed, told_apart};

/// One measure: what it is, how it is computed and what it cannot do.
#[derive(Debug)]
pub struct Measure {
    /// Stable identifier, as in file headers: `tone`.
    pub id: &'static str,
    /// The name the user sees.
    pub label: &'static str,
    /// What it says, in one sentence for whoever has never heard of it.
    pub plain: &'static str,
    /// What is said of the source with the higher value, before the name of the other: "hedges more than".
    pub comparative: &'static str,
    /// How its values are told in a sentence.
    pub scale: Scale,
    /// What its values are made of.
    pub basis: Basis,
    /// The unit of its values, in words.
    pub unit: &'static str,
    /// The lowest and highest value possible; infinite where there is no limit.
    pub range: (f64, f64),
    /// What a higher value means, in words.
    pub direction: &'static str,
    /// How it is computed, so that it can be recomputed by hand.
    pub formula: &'static str,
    /// What moves it.
    pub moves: &'static str,
    /// What it cannot do, with measured accuracy where there is one.
    pub limits: &'static str,
    /// The publications behind it.
    pub reference: &'static str,
    /// How its values come about.
    pub value: Value,
}

/// What the values of a measure are made of, so that its evidence can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Words with a tone.
    ToneWords,
    /// Sentences with the tone of what stands outside their quotations.
    OwnTone,
    /// Loaded words.
    Loaded,
    /// Sentences with how much they read like opinion.
    Subjectivity,
    /// Verbs of saying, those of one style among all.
    Attribution(AttributionStyle),
    /// Quotations.
    Quotations,
    /// Quotations by speaker.
    Speakers,
    /// Hedges or intensifiers.
    Force(Force),
    /// The cues of headlines.
    Cues,
    /// Headlines against the sentences of their articles.
    HeadlineHeat,
    /// Words of headlines that their articles never use.
    HeadlineWords,
    /// Mentions of a name.
    Name,
    /// Words of the user's own lists.
    OwnList,
}

/// How values are told in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// A figure on a scale of its own, as it is.
    Own,
    /// A count per 100 words.
    PerHundredWords,
    /// A share of one, told in per cent.
    Share,
    /// Points of 100.
    Points,
    /// A number of words.
    Words,
}

impl Scale {
    /// What stands after the figures in a sentence.
    pub const fn after(self) -> &'static str {
        match self {
            Self::Own | Self::Share => "",
            Self::PerHundredWords => " per 100 words",
            Self::Points => " of 100",
            Self::Words => " words",
        }
    }
}

/// How the values of a measure come about.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    /// A ratio of sums over the scored blocks, from what one block adds to them.
    OverBlocks(fn(&Unit) -> Ratio),
    /// One value an article.
    OfArticle(fn(&Analysis) -> Option<f64>),
    /// One value a name in an article (`score/people`), none of the article as a whole.
    OfName,
    /// One value a category of the user's own lists (`score/lists`), none of the article as a whole.
    OfList,
}

impl Value {
    /// What an article adds to values that come about in this way; a value of its own counts one.
    pub fn of_article(self, analysis: &Analysis) -> Option<Ratio> {
        match self {
            Self::OverBlocks(part) => Some(analysis.units.iter().map(part).sum()),
            Self::OfArticle(value) => value(analysis).map(|top| Ratio { top, bottom: 1.0 }),
            Self::OfName | Self::OfList => None,
        }
    }
}

impl Measure {
    /// Its value for an article.
    pub fn of(&self, analysis: &Analysis) -> Option<f64> {
        self.of_article(analysis)?.value()
    }

    /// What an article adds to it; `None` where it has no value of articles.
    pub fn of_article(&self, analysis: &Analysis) -> Option<Ratio> {
        match &analysis.figures {
            Some(figures) => figures.part(self.id),
            None => self.value.of_article(analysis),
        }
    }

    /// Its value for one scored block; `None` where it is no ratio over blocks, too.
    pub fn of_unit(&self, unit: &Unit) -> Option<f64> {
        self.part()?(unit).value()
    }

    /// What one scored block adds to it, if it is a ratio of sums over blocks.
    pub fn part(&self) -> Option<fn(&Unit) -> Ratio> {
        match self.value {
            Value::OverBlocks(part) => Some(part),
            Value::OfArticle(_) | Value::OfName | Value::OfList => None,
        }
    }

    /// The definition as pairs of a name and a text, in the order they are shown.
    pub fn facts(&self) -> [(&'static str, String); 7] {
        let (low, high) = self.range;
        let low = low.to_string().replace('-', "−");
        let range = if high.is_finite() {
            format!("{low} to {high}")
        } else {
            format!("from {low} up")
        };
        [
            ("Id", self.id.to_owned()),
            ("Unit", self.unit.to_owned()),
            ("Range", format!("{range}; {}", self.direction)),
            ("Formula", self.formula.to_owned()),
            ("What moves it", self.moves.to_owned()),
            ("Limits", self.limits.to_owned()),
            ("Reference", self.reference.to_owned()),
        ]
    }

    /// The part of an interval of a value that the value can lie in: no rate is below zero.
    pub fn within(&self, interval: Interval) -> Interval {
        let (low, high) = self.range;
        Interval {
            low: interval.low.max(low),
            high: interval.high.min(high),
        }
    }

    /// Decimals to show its values with: two for scales up to ten wide, one beyond.
    pub fn digits(&self) -> usize {
        let (low, high) = self.range;
        if high - low > 10.0 { 1 } else { 2 }
    }

    /// A value as it is printed everywhere: with its sign where values can be negative.
    pub fn show(&self, value: f64) -> String {
        if self.range.0 < 0.0 {
            signed(value, self.digits())
        } else {
            number(value, self.digits())
        }
    }

    /// A value as a sentence tells it, without what stands [after](Scale::after) it: shares in per cent, points
    /// without decimals.
    pub fn told(&self, value: f64) -> String {
        match self.scale {
            Scale::Share => per_cent(value),
            Scale::Points => number(value, 0),
            Scale::Own | Scale::PerHundredWords | Scale::Words => self.show(value),
        }
    }

    /// Two values that differ as a sentence tells them: with more decimals where they would read the same.
    pub fn told_apart(&self, values: [f64; 2]) -> [String; 2] {
        told_apart(values, |value, more| match (self.scale, more) {
            (_, 0) => self.told(value),
            (Scale::Share, _) => format!("{} %", number(value * 100.0, more)),
            (Scale::Points, _) => number(value, more),
            _ if self.range.0 < 0.0 => signed(value, self.digits() + more),
            _ => number(value, self.digits() + more),
        })
    }

    /// Two sizes of a difference, without a sign: with more decimals where they would read the same.
    pub fn sizes_apart(&self, by: [f64; 2]) -> [String; 2] {
        told_apart(by.map(f64::abs), |by, more| match (self.scale, more) {
            (_, 0) => self.size(by),
            (Scale::Share, _) => format!("{} %", number(by * 100.0, more)),
            (Scale::Points, _) => number(by, more),
            _ => number(by, self.digits() + more),
        })
    }

    /// The size of a difference as a sentence tells it, without a sign.
    pub fn size(&self, by: f64) -> String {
        match self.scale {
            Scale::Share | Scale::Points => self.told(by.abs()),
            Scale::Own | Scale::PerHundredWords | Scale::Words => number(by.abs(), self.digits()),
        }
    }

    /// The whole definition as a Markdown section.
    pub fn to_markdown(&self) -> String {
        let mut out = format!("## {}\n\n{}\n", self.label, self.plain);
        for (name, text) in self.facts() {
            out.push_str("\n- ");
            out.push_str(name);
            out.push_str(": ");
            out.push_str(&text);
        }
        out
    }
}
