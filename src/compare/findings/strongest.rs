//! The most negative and the most positive paragraph of each source, with the words behind the tone: where the
//! second reader was asked, one on which both readers agree.

use std::collections::BTreeSet;

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side, quoted};
use crate::article::{Place, Side};
use crate::compare::source::UnitView;
use crate::score::tone::{NEUTRAL_BAND, TONE};
use crate::text::{list, shorten};

/// Words shown of a paragraph, those that weigh most first.
const WORDS: usize = 4;

/// Stronger paragraphs told on which the readers differ.
const DISPUTED: usize = 2;

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
    /// Stronger ones on which the readers differ, the strongest first.
    disputed: Vec<(Place, f64)>,
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
        let said = Phrase::default()
            .source(&found.names, one.side)
            .text(format!(": {}", quoted(&words(one, sign))));
        said.text(both(one)).text(disputed(found, &one.disputed))
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

/// " (second reader −0.31)", where it was asked.
fn both(one: &Strong<'_>) -> String {
    let second = one.view.unit.second_tone();
    second.map_or_else(String::new, |second| {
        format!(" (second reader {})", TONE.show(second.second))
    })
}

/// "; disputed between the readers: paragraph 7 (tone −0.72)".
fn disputed(found: &Material<'_>, all: &[(Place, f64)]) -> String {
    let told: Vec<String> = (all.iter().take(DISPUTED))
        .map(|(place, tone)| format!("{} (tone {})", found.paragraph(*place), TONE.show(*tone)))
        .collect();
    match (told.is_empty(), all.len().saturating_sub(DISPUTED)) {
        (true, _) => String::new(),
        (false, 0) => format!(
            "; stronger but disputed between the readers: {}",
            list(&told)
        ),
        (false, more) => format!(
            "; stronger but disputed between the readers: {} and {more} more",
            told.join(", ")
        ),
    }
}

/// The first of several equally strong on which the readers agree; where the second was not asked, the first
/// of all.
fn of_side<'a>(found: &Material<'a>, side: Side, sign: f64) -> Option<Strong<'a>> {
    let source = found.source(side)?;
    let mut strong: Vec<(Place, f64, UnitView<'a>)> = (source.units())
        .filter_map(|view| {
            let tone = view.unit.tone.mean.filter(|tone| tone.is_finite())?;
            (tone * sign >= NEUTRAL_BAND).then_some((view.place(side), tone, view))
        })
        .collect();
    // Stable: of equals the first in the text stays first.
    strong.sort_by(|one, other| (other.1 * sign).total_cmp(&(one.1 * sign)));
    let agreed = |(.., view): &(Place, f64, UnitView<'_>)| {
        let second = view.unit.second_tone();
        second.is_none_or(|second| second.agreement.agrees())
    };
    let at = strong.iter().position(agreed)?;
    let disputed = (strong.iter().take(at))
        .map(|(place, tone, _)| (*place, *tone))
        .collect();
    let (place, tone, view) = strong.swap_remove(at);
    Some(Strong {
        side,
        place,
        tone,
        view,
        disputed,
    })
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
