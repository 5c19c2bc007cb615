//! Does it hold? The tone comparison again under every reasonable setting.

use std::collections::BTreeSet;

use serde::Serialize;

use super::matching::Matching;
use super::source::{SourceView, UnitView};
use crate::article::{Block, Place, Side, Span};
use crate::score::tone::{self, Names, ToneOptions};
use crate::stats;
use crate::work::{Progress, Stopped};

/// Tones nearer than this are equal.
const EQUAL: f64 = 1e-9;

/// The tone comparison under every combination of settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Robustness {
    /// One entry a combination, in a fixed order.
    pub settings: Vec<SettingResult>,
    /// Settings under which A is more negative.
    pub a_more_negative: usize,
    /// Settings under which B is more negative.
    pub b_more_negative: usize,
    /// Settings under which both have a tone.
    pub comparable: usize,
    /// The same in words.
    pub sentence: String,
}

/// The tone of both sources under one combination of settings.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SettingResult {
    /// The combination.
    #[serde(flatten)]
    pub setting: Setting,
    /// A's tone.
    pub a: Option<f64>,
    /// B's tone.
    pub b: Option<f64>,
}

/// One combination of settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// How sentences are scored.
    pub tone: ToneOptions,
    /// Whether quoted speech counts.
    pub quotations: bool,
    /// How sentences become one figure.
    pub average: Average,
    /// Which passages count.
    pub passages: Passages,
    /// Whether the second reader's tone stands in place of VADER's; `tone` says nothing then.
    #[serde(skip_serializing_if = "is_vader")]
    pub second: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
const fn is_vader(second: &bool) -> bool {
    !*second
}

/// How the tone of sentences becomes one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Average {
    /// The mean over sentences.
    Mean,
    /// The median over paragraphs, each the mean of its sentences.
    Median,
}

/// Which passages count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Passages {
    /// All.
    All,
    /// Those with a counterpart.
    Matched,
}

/// Compares tone under every combination of settings.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn robustness(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    matching: &Matching,
    progress: &Progress,
) -> Result<Robustness, Stopped> {
    let mut settings = Vec::new();
    let options = tone_options();
    for (done, &options) in options.iter().enumerate() {
        let at = (done * 2, 8);
        let of_a = paragraphs(a, matching, Side::A, options, progress, at)?;
        let of_b = paragraphs(b, matching, Side::B, options, progress, (at.0 + 1, at.1))?;
        for setting in combinations(options, false) {
            settings.push(SettingResult {
                setting,
                a: average(&of_a, setting),
                b: average(&of_b, setting),
            });
        }
    }
    if a.is_read() && b.is_read() {
        let of_a = of_second(a, matching, Side::A);
        let of_b = of_second(b, matching, Side::B);
        for setting in combinations(ToneOptions::default(), true) {
            settings.push(SettingResult {
                setting,
                a: average(&of_a, setting),
                b: average(&of_b, setting),
            });
        }
    }
    Ok(Robustness::of(settings, (a.name, b.name)))
}

impl Robustness {
    /// Not asked, because the sources hardly tell the same story.
    pub(super) fn not_asked() -> Self {
        Self {
            sentence:
                "Not asked: these may not be the same story, so which is the more negative says \
                       nothing about how it is told."
                    .to_owned(),
            ..Self::default()
        }
    }

    fn of(settings: Vec<SettingResult>, names: (&str, &str)) -> Self {
        let pairs = || settings.iter().filter_map(|s| s.a.zip(s.b));
        let a_more_negative = pairs().filter(|(a, b)| *a < b - EQUAL).count();
        let b_more_negative = pairs().filter(|(a, b)| *b < a - EQUAL).count();
        let comparable = pairs().count();
        let sentence = sentence((a_more_negative, b_more_negative), comparable, names);
        Self {
            settings,
            a_more_negative,
            b_more_negative,
            comparable,
            sentence,
        }
    }
}

fn sentence((a, b): (usize, usize), of: usize, names: (&str, &str)) -> String {
    match (a, b) {
        _ if of == 0 => "Tone cannot be compared: a side has no sentence.".to_owned(),
        (0, 0) => format!("Both have the same tone in all of {of} settings."),
        (a, b) if a == b => {
            format!("Either is the more negative in {a} of {of} settings: the order does not hold.")
        }
        (a, b) => {
            let (name, n) = if a > b { (names.0, a) } else { (names.1, b) };
            format!("{name} is more negative in {n} of {of} settings.")
        }
    }
}

/// Exact, with every correction, and without one of the two that rest on what words mean: the others mend how
/// a text is read, and asking for each would double the settings each time.
fn tone_options() -> [ToneOptions; 4] {
    let all = ToneOptions::default();
    [
        ToneOptions::EXACT,
        all,
        ToneOptions {
            news_sense: false,
            ..all
        },
        ToneOptions {
            harm_denied: false,
            ..all
        },
    ]
}

fn combinations(tone: ToneOptions, second: bool) -> Vec<Setting> {
    let mut out = Vec::new();
    for quotations in [true, false] {
        for average in [Average::Mean, Average::Median] {
            for passages in [Passages::All, Passages::Matched] {
                out.push(Setting {
                    tone,
                    quotations,
                    average,
                    passages,
                    second,
                });
            }
        }
    }
    out
}

/// The sentences of one paragraph.
type Paragraph = Vec<Sentence>;

/// The tone of one sentence, with its quoted words and without.
struct Sentence {
    with_quotations: f64,
    without: Option<f64>,
    matched: bool,
}

fn paragraphs(
    source: &SourceView<'_>,
    matching: &Matching,
    side: Side,
    options: ToneOptions,
    progress: &Progress,
    (done, all): (usize, usize),
) -> Result<Vec<Paragraph>, Stopped> {
    let matched: BTreeSet<Place> = matching.matches.iter().map(|m| m.on(side)).collect();
    let names: Vec<Names> = source
        .articles
        .iter()
        .map(|(article, scores)| {
            Names::of(article).heeding(&scores.settings.excluded, &scores.settings.tone_values)
        })
        .collect();
    let mut out = Vec::new();
    for view in source.units() {
        progress.step(done, all)?;
        if let Some(names) = names.get(view.article) {
            out.push(paragraph(&view, view.place(side), &matched, options, names));
        }
    }
    Ok(out)
}

/// What the second reader said of every paragraph.
fn of_second(source: &SourceView<'_>, matching: &Matching, side: Side) -> Vec<Paragraph> {
    let matched: BTreeSet<Place> = matching.matches.iter().map(|m| m.on(side)).collect();
    let paragraph = |view: UnitView<'_>| {
        let place = view.place(side);
        let whole = matched.contains(&place);
        let sentences = view.unit.sentences.iter().enumerate();
        sentences
            .filter_map(|(index, score)| {
                let said = score.second?;
                Some(Sentence {
                    with_quotations: said.tone,
                    without: said.own,
                    matched: whole || matched.contains(&place.with_sentence(Some(index))),
                })
            })
            .collect()
    };
    source.units().map(paragraph).collect()
}

fn paragraph(
    view: &UnitView<'_>,
    place: Place,
    matched: &BTreeSet<Place>,
    options: ToneOptions,
    names: &Names,
) -> Paragraph {
    let whole = matched.contains(&place);
    let sentences = view.unit.sentences.iter().enumerate();
    sentences
        .map(|(index, score)| {
            let text = score.span.of(&view.block.text);
            let with_quotations = tone::score(text, options, names).compound;
            let without = match outside_quotations(view.block, score.span) {
                Outside::All => Some(with_quotations),
                Outside::Some(text) => Some(tone::score(&text, options, names).compound),
                Outside::Nothing => None,
            };
            Sentence {
                with_quotations,
                without,
                matched: whole || matched.contains(&place.with_sentence(Some(index))),
            }
        })
        .collect()
}

/// What of a sentence stands outside quotation marks.
enum Outside {
    All,
    Some(String),
    Nothing,
}

fn outside_quotations(block: &Block, sentence: Span) -> Outside {
    let first = block
        .quotations
        .partition_point(|quotation| quotation.end <= sentence.start);
    let mut out = String::new();
    let mut from = sentence.start;
    let overlapping = block.quotations.iter().skip(first);
    for quotation in overlapping.take_while(|q| q.start < sentence.end) {
        out.push_str(Span::new(from, quotation.start.max(from)).of(&block.text));
        out.push(' ');
        from = quotation.end.min(sentence.end);
    }
    if from == sentence.start {
        return Outside::All;
    }
    out.push_str(Span::new(from, sentence.end).of(&block.text));
    if out.contains(char::is_alphanumeric) {
        Outside::Some(out.trim().to_owned())
    } else {
        Outside::Nothing
    }
}

fn average(paragraphs: &[Paragraph], setting: Setting) -> Option<f64> {
    let values = |paragraph: &Paragraph| -> Vec<f64> {
        paragraph
            .iter()
            .filter(|s| s.matched || setting.passages == Passages::All)
            .filter_map(|s| {
                if setting.quotations {
                    Some(s.with_quotations)
                } else {
                    s.without
                }
            })
            .collect()
    };
    match setting.average {
        Average::Mean => {
            let all: Vec<f64> = paragraphs.iter().flat_map(values).collect();
            stats::mean(&all)
        }
        Average::Median => {
            let means: Vec<f64> = paragraphs
                .iter()
                .filter_map(|p| stats::mean(&values(p)))
                .collect();
            stats::median(&means)
        }
    }
}
