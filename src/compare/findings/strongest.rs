//! The most negative and the most positive paragraph of each source, with the words behind the tone.

use std::collections::BTreeSet;

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side, quoted};
use crate::article::{Place, Side};
use crate::compare::source::UnitView;
use crate::score::tone::{NEUTRAL_BAND, TONE};
use crate::text::shorten;

/// Words shown of a paragraph, those that weigh most first.
const WORDS: usize = 4;

pub(super) fn most_negative(found: &Material<'_>) -> Option<Finding> {
    strongest(found, Kind::MostNegative, -1.0)
}

pub(super) fn most_positive(found: &Material<'_>) -> Option<Finding> {
    strongest(found, Kind::MostPositive, 1.0)
}

/// A paragraph with its tone.
struct Strong<'a> {
    side: Side,
    place: Place,
    tone: f64,
    view: UnitView<'a>,
}

/// The paragraph of each side whose tone lies furthest in the direction of `sign`.
fn strongest(found: &Material<'_>, kind: Kind, sign: f64) -> Option<Finding> {
    let sides: Vec<Strong<'_>> = Side::BOTH
        .into_iter()
        .filter_map(|side| of_side(found, side, sign))
        .collect();
    let first = sides.first()?;
    let word = if sign < 0.0 { "negative" } else { "positive" };
    let mut sentence = Phrase::new(format!("The most {word} paragraph of "))
        .source(&found.names, first.side)
        .text(format!(" is {}", at(found, first)));
    if let Some(second) = sides.get(1) {
        sentence = sentence
            .text(", of ")
            .source(&found.names, second.side)
            .text(format!(" {}", at(found, second)));
    }
    let details = sides.iter().map(|one| {
        Phrase::default()
            .source(&found.names, one.side)
            .text(format!(": {}", quoted(&words(one, sign))))
    });
    let tones: Vec<(Side, String)> = (sides.iter())
        .map(|one| (one.side, TONE.show(one.tone)))
        .collect();
    let value = |side: Side| {
        sides
            .iter()
            .find(|one| one.side == side)
            .map(|one| one.tone)
    };
    Some(Finding {
        kind,
        sentence: sentence.text("."),
        detail: Phrase::joined(details, " · "),
        figure: Figure {
            text: format!("tone {}", by_side(&tones)),
            picture: Picture::Values {
                a: value(Side::A),
                b: value(Side::B),
                range: TONE.range,
            },
        },
        certainty: Certainty::Counted,
        evidence: sides.iter().map(|one| Evidence::Place(one.place)).collect(),
    })
}

/// "paragraph 4 (tone −0.64)"
fn at(found: &Material<'_>, one: &Strong<'_>) -> String {
    format!(
        "{} (tone {})",
        found.paragraph(one.place),
        TONE.show(one.tone)
    )
}

/// The first of several equally strong.
fn of_side<'a>(found: &Material<'a>, side: Side, sign: f64) -> Option<Strong<'a>> {
    let source = found.source(side)?;
    let mut best: Option<Strong<'a>> = None;
    for view in source.units() {
        let Some(tone) = view.unit.tone.mean.filter(|tone| tone.is_finite()) else {
            continue;
        };
        let strong = tone * sign >= NEUTRAL_BAND;
        if strong
            && best
                .as_ref()
                .is_none_or(|best| tone * sign > best.tone * sign)
        {
            best = Some(Strong {
                side,
                place: view.place(side),
                tone,
                view,
            });
        }
    }
    best
}

/// The words that push the tone of a paragraph in the direction of `sign`, the heaviest first, each once.
fn words(one: &Strong<'_>, sign: f64) -> Vec<String> {
    let mut all: Vec<(f64, String)> = Vec::new();
    for sentence in &one.view.unit.sentences {
        let text = sentence.span.of(&one.view.block.text);
        let words = sentence.tone.words.iter();
        all.extend(words.map(|word| (word.valence * sign, shorten(word.span.of(text), 30))));
    }
    all.retain(|(weight, _)| *weight > 0.0);
    all.sort_by(|x, y| y.0.total_cmp(&x.0));
    let mut seen = BTreeSet::new();
    all.retain(|(_, word)| seen.insert(word.to_lowercase()));
    all.into_iter().take(WORDS).map(|(_, word)| word).collect()
}
