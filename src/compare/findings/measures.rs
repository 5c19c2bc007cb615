//! The measures that differ clearly, and once that no other does.

use std::collections::BTreeMap;

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side, quoted};
use crate::article::Side;
use crate::compare::behind::behind;
use crate::compare::difference::Difference;
use crate::compare::verdict::{Standing, Verdict};
use crate::score::headline::{HEADLINE_HEAT_GAP, HEADLINE_UNSUPPORTED, SENSATIONALISM};
use crate::score::measure::Basis;
use crate::score::tone::TONE;
use crate::score::wording::measures::{OWN_TONE, QUOTED, WORDS_PER_SPEAKER};
use crate::stats::Interval;
use crate::text::{list, range, shorten};

/// Clear measures told one by one; with more of them the others are named in the sentence on the rest.
pub const MOST_MEASURES: usize = 3;

/// Articles told of a side, where only figures are kept.
const ARTICLES: usize = 2;

/// Words told of a side.
const WORDS: usize = 3;

/// Told by findings of their own; quoted words only where they do not differ clearly.
fn has_its_own(it: &Difference) -> bool {
    let own = [
        &SENSATIONALISM,
        &HEADLINE_HEAT_GAP,
        &HEADLINE_UNSUPPORTED,
        &WORDS_PER_SPEAKER,
    ];
    let quoted = it.measure.id == QUOTED.id && it.verdict != Verdict::Clear;
    quoted || own.iter().any(|measure| measure.id == it.measure.id)
}

/// The measures told here, in the order of the registry: tone comes first.
fn told<'a>(found: &Material<'a>) -> impl Iterator<Item = &'a Difference> {
    let all = found.two.map_or(&[][..], |two| two.differences);
    all.iter().filter(|it| !has_its_own(it))
}

fn with<'a>(found: &Material<'a>, verdict: Verdict) -> impl Iterator<Item = &'a Difference> {
    told(found).filter(move |it| it.verdict == verdict)
}

/// How many of the clear ones are told one by one.
const fn one_by_one(room: usize) -> usize {
    if room < MOST_MEASURES {
        room
    } else {
        MOST_MEASURES
    }
}

/// The measures that differ clearly, as many as there is room for.
pub(super) fn clear(found: &Material<'_>, room: usize) -> Vec<Finding> {
    with(found, Verdict::Clear)
        .filter(|it| !told_with_tone(found, it))
        .take(one_by_one(room))
        .filter_map(|it| one(found, it))
        .collect()
}

/// "Star (B) uses more loaded words than Ledger (A): 2.1 against 0.7 per 100 words."
fn one(found: &Material<'_>, it: &Difference) -> Option<Finding> {
    let high = it.higher()?;
    let low = high.other();
    let (a, b) = (it.a?, it.b?);
    let [told_a, told_b] = it.measure.told_apart([a, b]);
    let (of_high, of_low) = match high {
        Side::A => (&told_a, &told_b),
        Side::B => (&told_b, &told_a),
    };
    let interval = it.interval()?;
    Some(Finding {
        kind: Kind::Measure,
        sentence: Phrase::default()
            .source(&found.names, high)
            .text(format!(" {} ", it.measure.comparative))
            .source(&found.names, low)
            .text(format!(
                ": {of_high} against {of_low}{}.",
                it.measure.scale.after()
            )),
        detail: Phrase::joined(
            [
                words(found, it, high),
                words(found, it, low),
                Phrase::new(format!(
                    "the difference lies between {}",
                    between(it, interval)
                )),
                Phrase::new(outside_quotations(found, it).unwrap_or_default()),
                Phrase::new(second(it).unwrap_or_default()),
            ],
            " · ",
        )
        .capitalised(),
        figure: Figure {
            text: by_side(&[(Side::A, told_a.clone()), (Side::B, told_b.clone())]),
            picture: Picture::Difference {
                by: a - b,
                interval,
            },
        },
        certainty: Certainty::of_clear(it),
        evidence: vec![Evidence::Measure(it.measure.id)],
    })
}

/// "Star (B): “slammed” and “chaos”": the words that add most to the measure on one side, each once; of tone
/// those that push it the way that side differs.
fn words(found: &Material<'_>, it: &Difference, side: Side) -> Phrase {
    let Some(source) = found.source(side) else {
        return Phrase::default();
    };
    let push = match it.measure.basis {
        Basis::ToneWords if it.higher() != Some(side) => -1.0,
        Basis::ToneWords | Basis::Loaded | Basis::Force(_) | Basis::Attribution(_) => 1.0,
        _ => return Phrase::default(),
    };
    if source.is_condensed() {
        return articles(found, it, (side, push));
    }
    let mut all: BTreeMap<String, f64> = BTreeMap::new();
    for part in behind(it.measure, side, &source).parts {
        let article = source.articles.get(part.place.article);
        let text = article.and_then(|(article, _)| part.place.whole_block().text(article));
        let word = part.span.of(text.unwrap_or_default()).to_lowercase();
        *all.entry(word).or_default() += part.weight * push;
    }
    let mut all: Vec<(String, f64)> = all.into_iter().filter(|(_, sum)| *sum > 0.0).collect();
    all.sort_by(|x, y| y.1.total_cmp(&x.1).then_with(|| x.0.cmp(&y.0)));
    let words: Vec<String> = all
        .iter()
        .take(WORDS)
        .map(|(word, _)| shorten(word, 30))
        .collect();
    if words.is_empty() {
        return Phrase::default();
    }
    Phrase::default()
        .source(&found.names, side)
        .text(format!(": {}", quoted(&words)))
}

/// "Star (B): above all in “Shock in the harbour”": the same by the articles that add most, where only figures are
/// kept.
fn articles(found: &Material<'_>, it: &Difference, (side, push): (Side, f64)) -> Phrase {
    let Some(source) = found.source(side) else {
        return Phrase::default();
    };
    let mut all = behind(it.measure, side, &source).parts;
    all.retain(|part| part.weight * push > 0.0);
    all.sort_by(|x, y| {
        let weights = (y.weight * push).total_cmp(&(x.weight * push));
        weights.then_with(|| x.place.cmp(&y.place))
    });
    let mut headlines: Vec<String> = Vec::new();
    for part in all {
        let article = source.articles.get(part.place.article);
        let headline = article.and_then(|(article, _)| article.headline.as_ref());
        let Some(headline) = headline.map(|headline| shorten(&headline.text, 60)) else {
            continue;
        };
        if !headlines.contains(&headline) {
            headlines.push(headline);
        }
        if headlines.len() == ARTICLES {
            break;
        }
    }
    if headlines.is_empty() {
        return Phrase::default();
    }
    Phrase::default()
        .source(&found.names, side)
        .text(format!(": above all in {}", quoted(&headlines)))
}

/// "the second reader: A −0.31, B +0.05, between 0.12 and 0.60", where it was asked.
fn second(it: &Difference) -> Option<String> {
    let second = it.second?;
    let interval = second.test?.interval;
    let told = |value: Option<f64>| Some(it.measure.told(value?));
    let values = by_side(&[(Side::A, told(second.a)?), (Side::B, told(second.b)?)]);
    let ends = range(interval.low, interval.high, |end| it.measure.told(end));
    Some(match it.standing()? {
        Standing::Established => {
            format!("the second reader says so too: {values}, the difference A − B {ends}")
        }
        _ => format!(
            "to the second reader it is not clear: {values}, the difference A − B {ends}, which includes zero or may \
             be chance"
        ),
    })
}

/// Where tone differs outside quotations too, that is said with it and not once more.
fn outside_quotations(found: &Material<'_>, it: &Difference) -> Option<String> {
    let own = found
        .difference(&OWN_TONE)
        .filter(|own| told_with_tone(found, own))?;
    let (a, b) = (own.a?, own.b?);
    (it.measure.id == TONE.id).then(|| {
        format!(
            "outside quotations {} against {}, clear too",
            own.measure.told(a),
            own.measure.told(b)
        )
    })
}

/// Whether this is the tone outside quotations, clear in the same direction as tone.
fn told_with_tone(found: &Material<'_>, it: &Difference) -> bool {
    let both = [&TONE, &OWN_TONE].map(|measure| found.difference(measure));
    let [Some(tone), Some(own)] = both else {
        return false;
    };
    let clear = [tone, own].iter().all(|it| it.verdict == Verdict::Clear);
    it.measure.id == OWN_TONE.id && clear && tone.higher() == own.higher()
}

/// "0.25 and 0.65": the ends without their signs, the smaller first.
fn between(it: &Difference, interval: Interval) -> String {
    let mut ends = [interval.low.abs(), interval.high.abs()];
    ends.sort_by(f64::total_cmp);
    let [low, high] = it.measure.sizes_apart(ends);
    format!("{low} and {high}{}", it.measure.scale.after())
}

/// Once, that no other measure differs clearly; the list is behind it.
pub(super) fn not_clear(found: &Material<'_>, one_by_one: usize) -> Option<Finding> {
    if found.sides().count() < 2 {
        return None;
    }
    let clear = with(found, Verdict::Clear).count();
    let possible: Vec<String> = with(found, Verdict::Possible).map(name).collect();
    let disputed: Vec<String> = with(found, Verdict::Disputed).map(name).collect();
    let same: Vec<String> = with(found, Verdict::NoClearDifference).map(name).collect();
    let tested = clear + possible.len() + disputed.len() + same.len();
    if tested == clear && clear > 0 {
        return None;
    }
    let mut detail = Vec::new();
    let more: Vec<String> = with(found, Verdict::Clear)
        .filter(|it| !told_with_tone(found, it))
        .skip(one_by_one)
        .map(name)
        .collect();
    if !more.is_empty() {
        detail.push(format!("clear besides: {}", list(&more)));
    }
    let sentence = match (tested, clear) {
        (0, _) => "There is too little text to test any measure of wording.",
        (_, 0) => "No measure of tone or wording differs clearly at this length.",
        _ if more.is_empty() => {
            "No other measure of tone or wording differs clearly at this length."
        }
        _ => "Of the other measures of tone and wording some differ clearly.",
    };
    if !disputed.is_empty() {
        let disputed = list(&disputed);
        detail.push(format!(
            "not established, the two readers differ: {disputed}"
        ));
    }
    let alone = told(found).filter(|it| it.standing() == Some(Standing::OnlySecond));
    let alone: Vec<String> = alone.map(name).collect();
    if !alone.is_empty() {
        detail.push(format!(
            "clear to the second reader alone: {}",
            list(&alone)
        ));
    }
    if !possible.is_empty() {
        detail.push(format!("possible, but may be chance: {}", list(&possible)));
    }
    if !same.is_empty() {
        detail.push(format!("not clear: {}", list(&same)));
    }
    let short = told(found).count() - tested;
    if short > 0 && tested > 0 {
        detail.push(format!("too little text or too few words for {short} more"));
    }
    let tone = told(found).next().filter(|it| it.verdict != Verdict::Clear);
    let picture = tone.and_then(|tone| {
        Some(Picture::Difference {
            by: tone.difference()?,
            interval: tone.interval()?,
        })
    });
    let figure = tone.and_then(|tone| {
        let shown = Side::BOTH.map(|side| tone.value(side).map(|value| tone.measure.told(value)));
        let [Some(a), Some(b)] = shown else {
            return None;
        };
        Some(format!("tone {}", by_side(&[(Side::A, a), (Side::B, b)])))
    });
    Some(Finding {
        kind: Kind::NotClear,
        sentence: Phrase::new(sentence),
        detail: Phrase::new(crate::text::capitalised(&detail.join("; "))),
        figure: Figure {
            text: figure.unwrap_or_default(),
            picture: picture.unwrap_or_default(),
        },
        certainty: if tested == 0 {
            Certainty::TooFew
        } else {
            Certainty::NotClear
        },
        evidence: vec![Evidence::Differences],
    })
}

fn name(it: &Difference) -> String {
    it.label().to_lowercase()
}
