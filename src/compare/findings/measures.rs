//! The measures that differ clearly, and once that no other does.

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::Phrase;
use crate::article::Side;
use crate::compare::difference::{Difference, Verdict};
use crate::score::headline::{HEADLINE_HEAT_GAP, HEADLINE_UNSUPPORTED, SENSATIONALISM};
use crate::score::wording::measures::{QUOTED, WORDS_PER_SPEAKER};
use crate::text::{list, number, range};

/// Clear measures told one by one; with more of them the others are named in the sentence on the rest.
pub const MOST_MEASURES: usize = 3;

/// Told by findings of their own.
fn has_its_own(id: &str) -> bool {
    [
        SENSATIONALISM.id,
        HEADLINE_HEAT_GAP.id,
        HEADLINE_UNSUPPORTED.id,
        QUOTED.id,
        WORDS_PER_SPEAKER.id,
    ]
    .contains(&id)
}

/// The measures told here, in the order of the registry: tone comes first.
fn told<'a>(found: &Material<'a>) -> impl Iterator<Item = &'a Difference> {
    let all = found.two.map_or(&[][..], |two| two.differences);
    all.iter().filter(|it| !has_its_own(it.measure.id))
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
        .take(one_by_one(room))
        .filter_map(|it| one(found, it))
        .collect()
}

/// "Star (B) uses more loaded words than Ledger (A): 2.1 against 0.7 per 100 words."
fn one(found: &Material<'_>, it: &Difference) -> Option<Finding> {
    let high = it.higher()?;
    let low = high.other();
    let (a, b) = (it.a?, it.b?);
    let value = |side| it.value(side).map(|value| it.measure.told(value));
    let interval = it.interval()?;
    Some(Finding {
        kind: Kind::Measure,
        sentence: Phrase::default()
            .source(&found.names, high)
            .text(format!(" {} ", it.measure.comparative))
            .source(&found.names, low)
            .text(format!(
                ": {} against {}{}.",
                value(high)?,
                value(low)?,
                it.measure.scale.after()
            )),
        detail: Phrase::new(format!(
            "The difference lies between {}, with 95 % confidence; {} and {} {}",
            range(interval.low, interval.high, |end| {
                number(end.abs(), it.measure.digits())
            })
            .replace(" to ", " and "),
            it.n_a,
            it.n_b,
            it.cluster.label(it.n_b)
        )),
        figure: Figure {
            text: format!("{} against {}", it.measure.told(a), it.measure.told(b)),
            picture: Picture::Difference {
                by: a - b,
                interval,
            },
        },
        certainty: Certainty::Clear,
        evidence: vec![Evidence::Measure(it.measure.id)],
    })
}

/// Once, that no other measure differs clearly; the list is behind it.
pub(super) fn not_clear(found: &Material<'_>) -> Option<Finding> {
    found.two?;
    let clear = with(found, Verdict::Clear).count();
    let possible: Vec<String> = with(found, Verdict::Possible).map(name).collect();
    let same: Vec<String> = with(found, Verdict::NoClearDifference).map(name).collect();
    let tested = clear + possible.len() + same.len();
    if tested == clear && clear > 0 {
        return None;
    }
    let sentence = match (tested, clear) {
        (0, _) => "There is too little text to test any measure of wording.",
        (_, 0) => "No measure of tone or wording differs clearly at this length.",
        _ => "No other measure of tone or wording differs clearly at this length.",
    };
    let mut detail = Vec::new();
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
    let tone = told(found).next();
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
        Some(format!("tone {a} against {b}"))
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

/// "tone +0.04 and +0.05"
fn name(it: &Difference) -> String {
    it.label().to_lowercase()
}
