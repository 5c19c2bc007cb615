//! One thing compared between A and B, a measure or the tone towards a name: the row every table,
//! sentence, chart and file shows it by, and the words for what may be said of it.

use serde::ser::{Serialize, Serializer};

use super::glossary;
use super::source::Cluster;
use super::verdict::{Standing, Verdict};
use crate::article::Side;
use crate::score::measure::{Basis, Measure};
use crate::score::second::second_measure;
use crate::stats::{Effect, EffectSize, Interval, MIN_CLUSTERS};
use crate::text::{number, optional, p_value, range, signed};

/// One measure, or the tone towards one name, compared.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The measure.
    pub measure: &'static Measure,
    /// Whose, where the measure is one of a name.
    pub name: Option<String>,
    /// Its value for A.
    pub a: Option<f64>,
    /// Its value for B.
    pub b: Option<f64>,
    /// How sure the difference is; `None` where there is too little text to say.
    pub test: Option<Test>,
    /// What counts as one piece.
    pub cluster: Cluster,
    /// Pieces of A that the measure could be computed for.
    pub n_a: usize,
    /// Pieces of B that the measure could be computed for.
    pub n_b: usize,
    /// What may be said.
    pub verdict: Verdict,
    /// What the second reader says of it; `None` where it was not asked, or does not read the measure.
    pub second: Option<SecondOpinion>,
    /// What may be said, as a sentence.
    pub sentence: String,
}

/// How sure a difference is and how large beside the spread of the pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// 95 % interval of A − B.
    pub interval: Interval,
    /// Permutation p-value.
    pub p: f64,
    /// The same, adjusted for all that is tested beside it (Benjamini–Hochberg).
    pub adjusted_p: f64,
    /// Cliff's δ over the pieces.
    pub effect: Effect,
}

/// What the second reader says of a difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondOpinion {
    /// Its value for A.
    pub a: Option<f64>,
    /// Its value for B.
    pub b: Option<f64>,
    /// How sure the difference is to it.
    pub test: Option<Test>,
    /// What it alone would say.
    pub verdict: Verdict,
}

impl Difference {
    /// The columns every table of differences has; the first names what is compared, the
    /// second says in words what may be said.
    pub const COLUMNS: [&'static str; 9] = [
        "Measure",
        glossary::IN_WORDS.label,
        glossary::OF_A.label,
        glossary::OF_B.label,
        glossary::DIFFERENCE.label,
        glossary::INTERVAL.label,
        glossary::P.label,
        glossary::EFFECT.label,
        glossary::AMOUNT.label,
    ];

    /// What is compared: the measure, or the name.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.measure.label)
    }

    /// The value of one side.
    pub const fn value(&self, side: Side) -> Option<f64> {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }

    /// A − B; `None` where a side has no value.
    pub fn difference(&self) -> Option<f64> {
        self.a.zip(self.b).map(|(a, b)| a - b)
    }

    /// The side with the higher value; `None` where neither is higher.
    pub fn higher(&self) -> Option<Side> {
        match self.difference()? {
            by if by > 0.0 => Some(Side::A),
            by if by < 0.0 => Some(Side::B),
            _ => None,
        }
    }

    /// 95 % interval of A − B.
    pub fn interval(&self) -> Option<Interval> {
        self.test.map(|test| test.interval)
    }

    /// The row in a table of [`Self::COLUMNS`].
    pub fn cells(&self) -> [String; 9] {
        let test = self.test.as_ref();
        [
            self.label().to_owned(),
            self.in_words(),
            self.shown(Side::A),
            self.shown(Side::B),
            optional(self.difference(), |by| self.by(by)),
            optional(test, |test| self.ends(test.interval)),
            optional(test, |test| p_value(test.adjusted_p)),
            optional(test, |test| effect(test.effect)),
            format!("{} / {}", self.n_a, self.n_b),
        ]
    }

    /// The value of one side as it is printed; a dash where there is none.
    pub fn shown(&self, side: Side) -> String {
        optional(self.value(side), |value| self.measure.show(value))
    }

    /// The figures behind the sentence, in one line: "A − B = +0.20 (95 % interval +0.05 to +0.35);
    /// n = 14 and 25 paragraphs; adjusted p = 0.012; large effect, Cliff’s δ +0.52". Empty where a side
    /// has no value.
    pub fn figures(&self) -> String {
        let Some(difference) = self.difference() else {
            return String::new();
        };
        let difference = format!("A − B = {}", self.by(difference));
        let Some(test) = &self.test else {
            return difference;
        };
        let p = match p_value(test.adjusted_p) {
            small if small.starts_with('<') => small,
            p => format!("= {p}"),
        };
        format!(
            "{difference} (95 % interval {}); n = {} and {} {}; adjusted p {p}; {} effect, Cliff’s δ {}",
            self.ends(test.interval),
            self.n_a,
            self.n_b,
            self.cluster.label(self.n_b),
            test.effect.size().label(),
            signed(test.effect.delta(), 2)
        )
    }

    /// What may be said, in a few words: "A clearly higher", "too short to compare".
    pub fn in_words(&self) -> String {
        match (self.verdict, self.higher()) {
            (Verdict::Clear, Some(side)) => match self.standing() {
                Some(Standing::Established) => format!("{} higher, established", side.label()),
                Some(_) => format!("{} clearly higher, to one reader only", side.label()),
                None => format!("{} {}", side.label(), self.verdict.label()),
            },
            (Verdict::Possible, Some(side)) => {
                format!("{} {}", side.label(), self.verdict.label())
            }
            _ if self.standing() == Some(Standing::OnlySecond) => {
                format!("{}; clear to the second reader", self.verdict.label())
            }
            _ => self.verdict.label().to_owned(),
        }
    }

    /// The second reader's values and interval, in one line; `None` where it was not asked.
    pub fn second_figures(&self) -> Option<String> {
        let second = self.second?;
        let shown = |value: Option<f64>| optional(value, |value| self.measure.show(value));
        let what = second_measure(self.measure).map_or("the same", |second| second.what);
        let interval = second.test.map_or_else(String::new, |test| {
            format!(", A − B between {}", self.ends(test.interval))
        });
        Some(format!(
            "Second reader, {what}: A {}, B {}{interval}",
            shown(second.a),
            shown(second.b)
        ))
    }

    /// What two readers say of it together; `None` where the second was not asked or there is too little to
    /// test.
    pub fn standing(&self) -> Option<Standing> {
        self.test?;
        let second = self.second?;
        second.test?;
        let (first_clear, second_clear) = (
            self.verdict == Verdict::Clear,
            second.verdict == Verdict::Clear,
        );
        Some(match (first_clear, second_clear) {
            _ if self.verdict == Verdict::Disputed => Standing::Disputed,
            (true, true) => Standing::Established,
            (true, false) => Standing::OnlyFirst,
            (false, true) => Standing::OnlySecond,
            (false, false) => Standing::Neither,
        })
    }

    /// Takes back what two readers contradict each other in.
    pub(super) fn dispute(&mut self) {
        let ends = |test: Option<Test>| test.map(|test| test.interval);
        let second = self.second.and_then(|second| ends(second.test));
        if let (Some(one), Some(other)) = (ends(self.test), second)
            && (one.low > 0.0 && other.high < 0.0 || one.high < 0.0 && other.low > 0.0)
        {
            self.verdict = Verdict::Disputed;
        }
    }

    /// What may be said, as a sentence about the sources of these names; `tested` things were tested.
    pub(super) fn in_full(&self, (a, b): (&str, &str), tested: usize) -> String {
        let label = self.label();
        let said = self.verdict.label();
        match self.verdict {
            Verdict::Missing
            | Verdict::NotTested
            | Verdict::TooFew
            | Verdict::OtherStory
            | Verdict::NoClearDifference => {
                format!("{label}: {said}.{}", self.second_in_full())
            }
            Verdict::Disputed => {
                let ends = |interval: Interval| self.ends(interval);
                let second = self.second.and_then(|second| second.test);
                format!(
                    "{label}: {said}. A − B is {} by its own count, {} to the second reader (95 % intervals).",
                    optional(self.interval(), ends),
                    optional(second.map(|test| test.interval), ends),
                )
            }
            Verdict::TooShort => format!(
                "{label}: {said} ({} and {} {}; at least {MIN_CLUSTERS} a side are needed).",
                self.n_a,
                self.n_b,
                self.cluster.label(self.n_b)
            ),
            Verdict::Possible => {
                let things = match (self.measure.basis, &self.name) {
                    (Basis::OwnList, _) => "categories of lists",
                    (_, Some(_)) => "names",
                    (_, None) => "measures",
                };
                format!(
                    "{label}: {}, but one of {tested} {things} will often differ this much by chance.{}",
                    self.order(a, b),
                    self.second_in_full()
                )
            }
            Verdict::Clear => {
                format!("{label}: {}.{}", self.order(a, b), self.second_in_full())
            }
        }
    }

    /// "A is higher than B by 0.20 (95 % interval 0.05 to 0.35)", with the higher named first.
    pub(super) fn order(&self, a: &str, b: &str) -> String {
        let difference = self.difference().unwrap_or_default();
        let ends = self.interval().unwrap_or(Interval::around(difference, 0.0));
        let (high, low, by, ends) = if difference < 0.0 {
            (b, a, -difference, (-ends.high, -ends.low))
        } else {
            (a, b, difference, (ends.low, ends.high))
        };
        let digits = self.measure.digits();
        let show = |value| number(value, digits);
        format!(
            "{high} is higher than {low} by {} (95 % interval {})",
            show(by),
            range(ends.0, ends.1, show)
        )
    }

    /// " The second reader says so too: established.": what it says, after what the measure says; empty where it
    /// was not asked.
    fn second_in_full(&self) -> String {
        let interval = || {
            let second = self.second.and_then(|second| second.test);
            optional(second, |test| {
                format!("A − B {}, 95 % interval", self.ends(test.interval))
            })
        };
        match self.standing() {
            Some(Standing::Established) => {
                format!(
                    " The second reader says so too ({}): established.",
                    interval()
                )
            }
            Some(Standing::OnlyFirst) => format!(
                " To the second reader it is not clear ({}): not established.",
                interval()
            ),
            Some(Standing::OnlySecond) => format!(
                " To the second reader alone it is clear ({}): not established.",
                interval()
            ),
            Some(Standing::Neither) if self.verdict == Verdict::NoClearDifference => {
                " Nor is there one to the second reader.".to_owned()
            }
            Some(Standing::Neither) => " To the second reader it is not clear.".to_owned(),
            Some(Standing::Disputed) | None => String::new(),
        }
    }

    /// Takes back whatever is concluded: the articles hardly tell the same story. The values stay.
    pub(super) fn set_apart(&mut self, names: (&str, &str)) {
        if self.verdict != Verdict::Missing {
            self.verdict = Verdict::OtherStory;
        }
        self.test = None;
        self.second = self.second.map(|second| SecondOpinion {
            test: None,
            verdict: self.verdict,
            ..second
        });
        self.sentence = self.in_full(names, 0);
    }

    /// A difference with its sign.
    fn by(&self, value: f64) -> String {
        signed(value, self.measure.digits())
    }

    fn ends(&self, interval: Interval) -> String {
        range(interval.low, interval.high, |end| self.by(end))
    }
}

/// "+0.40 medium"
fn effect(effect: Effect) -> String {
    format!("{} {}", signed(effect.delta(), 2), effect.size().label())
}

/// The row in JSON, where its fields keep their names and places.
#[derive(serde::Serialize)]
pub(super) struct DifferenceJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'a str>,
    a: Option<f64>,
    b: Option<f64>,
    difference: Option<f64>,
    interval: Option<Interval>,
    p: Option<f64>,
    adjusted_p: Option<f64>,
    delta: Option<f64>,
    effect: Option<EffectSize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cluster: Option<Cluster>,
    pub(super) n_a: usize,
    pub(super) n_b: usize,
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    second: Option<SecondJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Standing>,
    sentence: &'a str,
}

#[derive(serde::Serialize)]
struct SecondJson {
    a: Option<f64>,
    b: Option<f64>,
    interval: Option<Interval>,
    p: Option<f64>,
    adjusted_p: Option<f64>,
    verdict: Verdict,
}

impl<'a> From<&'a Difference> for DifferenceJson<'a> {
    fn from(row: &'a Difference) -> Self {
        let test = row.test;
        Self {
            measure: row.name.is_none().then_some(row.measure.id),
            a: row.a,
            b: row.b,
            difference: row.difference(),
            interval: row.interval(),
            p: test.map(|test| test.p),
            adjusted_p: test.map(|test| test.adjusted_p),
            delta: test.map(|test| test.effect.delta()),
            effect: test.map(|test| test.effect.size()),
            cluster: row.name.is_none().then_some(row.cluster),
            n_a: row.n_a,
            n_b: row.n_b,
            verdict: row.verdict,
            second: row.second.map(|second| SecondJson {
                a: second.a,
                b: second.b,
                interval: second.test.map(|test| test.interval),
                p: second.test.map(|test| test.p),
                adjusted_p: second.test.map(|test| test.adjusted_p),
                verdict: second.verdict,
            }),
            standing: row.standing(),
            sentence: &row.sentence,
        }
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        DifferenceJson::from(self).serialize(serializer)
    }
}
