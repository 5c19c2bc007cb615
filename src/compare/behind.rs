//! What a measure is made of in one source: the words and places behind its value, the weightiest first,
//! and the sum they come to.

use super::source::{Cluster, SourceView, UnitView};
use crate::article::{Place, Side, Span};
use crate::score::Analysis;
use crate::score::attribution::AttributionStyle;
use crate::score::hedges::Force;
use crate::score::measure::{Basis, Measure};
use crate::score::voice::QuoteKind;
use crate::score::wording::SentenceWording;
use crate::stats::{Ratio, ratio_of_sums};
use crate::text::{counted, exact, number, shorten, signed};

/// What is behind the value of a measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Behind {
    /// How the value comes about, in one line: "3 loaded words in 412 words outside quotations = 0.7 per 100".
    /// Empty where there is no value.
    pub sum: String,
    /// What it is made of, the weightiest first, in reading order where the weights are equal.
    pub parts: Vec<Part>,
}

/// A stretch of text that adds to a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The headline, or the sentence it stands in.
    pub place: Place,
    /// Where it stands, in bytes of the headline or of the block's text.
    pub span: Span,
    /// What it adds; parts are ordered by its size.
    pub weight: f64,
    /// The same as it is printed; empty where everything counts one.
    pub figure: String,
    /// Which list, category or rule makes it count, in words.
    pub why: String,
}

/// What is behind the value of `measure` in the source that is shown as `side`.
pub fn behind(measure: &Measure, side: Side, source: &SourceView<'_>) -> Behind {
    let mut parts = if source.is_condensed() {
        articles(measure, source, side)
    } else {
        pieces(measure, source, side)
    };
    parts.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
    Behind {
        sum: sum(measure, source).unwrap_or_default(),
        parts,
    }
}

/// Of more articles not each is a part by itself: the weightiest are.
const MOST_ARTICLES: usize = 500;

/// Where only figures are kept: what each article adds, those that add most. Its headline opens it, and with it its
/// words.
fn articles(measure: &Measure, source: &SourceView<'_>, side: Side) -> Vec<Part> {
    let all = source.articles.iter().enumerate();
    let mut all: Vec<(usize, Ratio)> = all
        .filter_map(|(at, (_, scores))| Some((at, measure.of_article(scores)?)))
        .filter(|(_, ratio)| ratio.top.abs() > 0.0)
        .collect();
    all.sort_by(|(_, x), (_, y)| y.top.abs().total_cmp(&x.top.abs()));
    all.truncate(MOST_ARTICLES);
    let articles = all.into_iter().filter_map(|(at, ratio)| {
        let (article, scores) = source.articles.get(at)?;
        let headline = article.headline.as_ref()?;
        let span = Span::new(0, headline.text.len());
        let why = format!(
            "all of an article of {}; open it for the words",
            counted(scores.words(), "word")
        );
        let figure = format!("{}{}", measure.told(ratio.value()?), measure.scale.after());
        Some(part(
            Place::headline(side, at),
            span,
            ratio.top,
            figure,
            why,
        ))
    });
    articles.collect()
}

fn pieces(measure: &Measure, source: &SourceView<'_>, side: Side) -> Vec<Part> {
    match measure.basis {
        Basis::ToneWords => of_blocks(source, side, tone_words),
        Basis::OwnTone => of_blocks(source, side, own_tone),
        Basis::Loaded => of_blocks(source, side, loaded),
        Basis::Subjectivity => of_blocks(source, side, subjectivity),
        Basis::Attribution(style) => of_blocks(source, side, |unit, side| verbs(unit, side, style)),
        Basis::Quotations => of_blocks(source, side, quotations),
        Basis::Speakers => speakers(source, side),
        Basis::Force(force) => of_blocks(source, side, |unit, side| forces(unit, side, force)),
        Basis::Cues => cues(source, side),
        Basis::HeadlineHeat => heats(source, side),
        Basis::HeadlineWords => unused(source, side),
        Basis::Name | Basis::OwnList => Vec::new(),
    }
}

/// "3 loaded words in 412 words outside quotations = 0.7 per 100".
fn sum(measure: &Measure, source: &SourceView<'_>) -> Option<String> {
    let parts = source.parts(measure, Cluster::Paragraph);
    let value = ratio_of_sums(&parts)?;
    let top: f64 = parts.iter().map(|part| part.top).sum();
    let bottom: f64 = parts.iter().map(|part| part.bottom).sum();
    let value = format!("{}{}", measure.told(value), measure.scale.after());
    let whole = |value: f64| number(value, 0);
    // Rates are kept as sums over 100 words.
    let rate = |thing: &str| {
        let n = whole(top / 100.0);
        let thing = if n == "1" {
            thing.to_owned()
        } else {
            format!("{thing}s")
        };
        format!(
            "{n} {thing} in {} words outside quotations = {value}",
            whole(bottom)
        )
    };
    let mean = |thing: &str| match whole(bottom).as_str() {
        "1" => format!("one {thing}: {value}"),
        n => format!("the mean of {n} {thing}s = {value}"),
    };
    Some(match measure.basis {
        Basis::ToneWords | Basis::OwnTone | Basis::Subjectivity => mean("sentence"),
        Basis::Loaded => rate("loaded word"),
        Basis::Force(Force::Hedge) => rate("hedge"),
        Basis::Force(Force::Intensifier) => rate("intensifier"),
        Basis::Attribution(_) => {
            format!(
                "{} of {} verbs of saying = {value}",
                whole(top),
                whole(bottom)
            )
        }
        Basis::Quotations => {
            format!(
                "{} of {} words stand in quotations = {value}",
                whole(top),
                whole(bottom)
            )
        }
        Basis::Speakers => {
            let all = source
                .articles
                .iter()
                .flat_map(|(_, scores)| &scores.speakers);
            let words: usize = all.clone().map(|speaker| speaker.words).sum();
            match source.articles.len() {
                1 => format!(
                    "{} of {} = {value} each",
                    counted(words, "quoted word"),
                    counted(all.count(), "speaker")
                ),
                _ => mean("article"),
            }
        }
        Basis::Cues | Basis::HeadlineHeat | Basis::HeadlineWords => mean("headline"),
        Basis::Name | Basis::OwnList => return None,
    })
}

fn of_blocks(
    source: &SourceView<'_>,
    side: Side,
    find: impl Fn(&UnitView<'_>, Side) -> Vec<Part>,
) -> Vec<Part> {
    source.units().flat_map(|unit| find(&unit, side)).collect()
}

fn part(place: Place, span: Span, weight: f64, figure: String, why: impl Into<String>) -> Part {
    Part {
        place,
        span,
        weight,
        figure,
        why: why.into(),
    }
}

/// Every word that carries tone, with its value and the rules that changed it.
fn tone_words(view: &UnitView<'_>, side: Side) -> Vec<Part> {
    let mut out = Vec::new();
    for (at, sentence) in view.unit.sentences.iter().enumerate() {
        let text = sentence.span.of(&view.block.text);
        for (index, word) in sentence.tone.words.iter().enumerate() {
            let place = view
                .place(side)
                .with_sentence(Some(at))
                .with_word(Some(index));
            let span = word.span.shifted(sentence.span.start);
            let rules: Vec<String> = word.rules.iter().map(|step| step.describe(text)).collect();
            let why = if rules.is_empty() {
                "in the tone lexicon".to_owned()
            } else {
                format!(
                    "{} in the tone lexicon, {}",
                    exact(word.base),
                    rules.join(", ")
                )
            };
            out.push(part(place, span, word.valence, exact(word.valence), why));
        }
    }
    out
}

/// Every sentence with the tone of what stands outside its quotations.
fn own_tone(view: &UnitView<'_>, side: Side) -> Vec<Part> {
    let sentences = view.unit.sentences.iter().enumerate();
    sentences
        .filter_map(|(at, sentence)| {
            let tone = sentence.voice.own.mean?;
            let place = view.place(side).with_sentence(Some(at));
            Some(part(
                place,
                sentence.span,
                tone,
                signed(tone, 2),
                "outside quotations",
            ))
        })
        .collect()
}

fn loaded(view: &UnitView<'_>, side: Side) -> Vec<Part> {
    each(view, side, |sentence, place| {
        let words = sentence.loaded.iter();
        words
            .map(|word| part(place, word.span, 1.0, String::new(), word.category.label()))
            .collect()
    })
}

fn forces(view: &UnitView<'_>, side: Side, force: Force) -> Vec<Part> {
    let why = match force {
        Force::Hedge => "takes certainty back",
        Force::Intensifier => "adds force",
    };
    each(view, side, |sentence, place| {
        let words = sentence.force.iter().filter(|word| word.force == force);
        words
            .map(|word| part(place, word.span, 1.0, String::new(), why))
            .collect()
    })
}

/// The verbs of one style, and after them the others, which the share is one of.
fn verbs(view: &UnitView<'_>, side: Side, style: AttributionStyle) -> Vec<Part> {
    each(view, side, |sentence, place| {
        let verbs = sentence.attribution.iter();
        verbs
            .map(|verb| {
                let weight = f64::from(u8::from(verb.style == style));
                part(place, verb.span, weight, String::new(), verb.style.label())
            })
            .collect()
    })
}

fn subjectivity(view: &UnitView<'_>, side: Side) -> Vec<Part> {
    each(view, side, |sentence, place| {
        let value = sentence.subjectivity.into_iter();
        value
            .map(|value| {
                let why = "how much the sentence reads like opinion";
                part(place, sentence.span, value, number(value, 2), why)
            })
            .collect()
    })
}

fn each(
    view: &UnitView<'_>,
    side: Side,
    find: impl Fn(&SentenceWording, Place) -> Vec<Part>,
) -> Vec<Part> {
    let sentences = view.unit.wording.sentences.iter().enumerate();
    sentences
        .flat_map(|(at, sentence)| find(sentence, view.place(side).with_sentence(Some(at))))
        .collect()
}

fn quotations(view: &UnitView<'_>, side: Side) -> Vec<Part> {
    let text = &view.block.text;
    let quotes = view.unit.wording.quotes.iter();
    quotes
        .filter(|quote| quote.kind == QuoteKind::Speech)
        .map(|quote| {
            let why = quote.speaker.map_or_else(
                || "speaker not found".to_owned(),
                |speaker| format!("says {}", shorten(speaker.of(text), 60)),
            );
            let words = counted(quote.words, "word");
            part(view.place(side), quote.span, quote.words as f64, words, why)
        })
        .collect()
}

/// Every quotation with a speaker, the speakers with most words first.
fn speakers(source: &SourceView<'_>, side: Side) -> Vec<Part> {
    let mut out = Vec::new();
    for (article, (_, scores)) in source.articles.iter().enumerate() {
        for speaker in &scores.speakers {
            for (block, span) in &speaker.quotes {
                let why = format!(
                    "{}, {} in all",
                    shorten(&speaker.name, 60),
                    counted(speaker.words, "word")
                );
                let place = Place::block(side, article, *block);
                out.push(part(place, *span, speaker.words as f64, String::new(), why));
            }
        }
    }
    out
}

/// Every match of every cue, with its points.
fn cues(source: &SourceView<'_>, side: Side) -> Vec<Part> {
    let mut out = Vec::new();
    for (article, (_, scores)) in source.articles.iter().enumerate() {
        let Ok(score) = &scores.headline else {
            continue;
        };
        for (at, cue) in score.cues.iter().enumerate() {
            let place = Place::headline(side, article).with_cue(Some(at));
            for one in &cue.matches {
                let why = format!("{}: {}", cue.kind.label(), one.list);
                out.push(part(
                    place,
                    one.span,
                    one.points,
                    signed(one.points, 1),
                    why,
                ));
            }
        }
    }
    out
}

/// Every headline with how much hotter it is than its article.
fn heats(source: &SourceView<'_>, side: Side) -> Vec<Part> {
    headlines(source, side, |text, scores, place| {
        let against = scores.against_body.as_ref();
        let gap = against.and_then(|against| Some((against.hotter()?, against.body_heat?)));
        let line = gap.map(|(gap, heat)| {
            let headline = against.map_or(0.0, |against| against.headline_heat);
            let why = format!(
                "headline {}, the sentences of its article {} on average",
                number(headline, 0),
                number(heat, 0)
            );
            part(place, Span::new(0, text.len()), gap, signed(gap, 1), why)
        });
        line.into_iter().collect()
    })
}

/// Every word of a headline that its article never uses.
fn unused(source: &SourceView<'_>, side: Side) -> Vec<Part> {
    headlines(source, side, |_, scores, place| {
        let words = scores
            .against_body
            .iter()
            .flat_map(|against| &against.unsupported);
        words
            .map(|word| {
                let why = if word.charged {
                    "not in the article, and hot"
                } else {
                    "not in the article"
                };
                let weight = 1.0 + f64::from(u8::from(word.charged));
                part(place, word.span, weight, String::new(), why)
            })
            .collect()
    })
}

fn headlines(
    source: &SourceView<'_>,
    side: Side,
    find: impl Fn(&str, &Analysis, Place) -> Vec<Part>,
) -> Vec<Part> {
    let articles = source.articles.iter().enumerate();
    articles
        .filter_map(|(at, (article, scores))| {
            let text = article.headline.as_ref()?.text.as_str();
            Some(find(text, scores, Place::headline(side, at)))
        })
        .flatten()
        .collect()
}
