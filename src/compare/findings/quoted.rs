//! Who is quoted, how often, and which share of the words is.

use std::collections::BTreeMap;

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side};
use crate::article::Side;
use crate::compare::verdict::Verdict;
use crate::score::wording::measures::QUOTED;
use crate::text::{counted, list, per_cent, shorten};

/// Speakers named of a side.
const NAMED: usize = 3;

/// One speaker of a source.
struct Speaker {
    name: String,
    /// Whether it is a name, no "he" or "officials".
    named: bool,
    quotations: usize,
    words: usize,
}

pub(super) fn who(found: &Material<'_>) -> Option<Finding> {
    let sides: Vec<Side> = found.sides().map(|(side, _)| side).collect();
    let lost = |side: Side| {
        let articles = found.articles(side);
        articles.iter().any(|(_, scores)| scores.quote_marks_lost)
    };
    // Where marks were lost nothing can be said about who is quoted.
    let sides: Vec<Side> = sides.into_iter().filter(|side| !lost(*side)).collect();
    let share = |side: Side| found.source(side)?.summary(&QUOTED).map(|it| it.value);
    let quoting = |side: &Side| share(*side).is_some_and(|share| share > 0.0);
    if sides.is_empty() || !sides.iter().any(quoting) {
        return None;
    }
    let said = sides.iter().map(|side| of_side(found, *side));
    let verdict = found.difference(&QUOTED).map(|it| it.verdict);
    let both = sides.len() == 2 && found.comparable();
    let shares: Vec<(Side, String)> = (sides.iter())
        .filter_map(|side| Some((*side, per_cent(share(*side)?))))
        .collect();
    let has = |side: Side| sides.contains(&side).then(|| share(side)).flatten();
    Some(Finding {
        kind: Kind::Quoted,
        sentence: Phrase::joined(said, "; ").text("."),
        detail: Phrase::joined(sides.iter().map(|side| length(found, *side)), " · "),
        figure: Figure {
            text: format!("{} of the words", by_side(&shares)),
            picture: Picture::Values {
                a: has(Side::A),
                b: has(Side::B),
                range: (0.0, 1.0),
            },
        },
        certainty: match verdict.filter(|_| both) {
            // A clear difference is told with the measures.
            Some(Verdict::Possible | Verdict::NoClearDifference | Verdict::Disputed) => {
                Certainty::NotClear
            }
            _ => Certainty::Counted,
        },
        evidence: vec![Evidence::Speakers, Evidence::Measure(QUOTED.id)],
    })
}

/// "Ledger (A) quotes Gustavo Petro 3 times and Donald Trump twice", "Star (B) quotes nobody by name".
fn of_side(found: &Material<'_>, side: Side) -> Phrase {
    let speakers = speakers(found, side);
    let named: Vec<&Speaker> = speakers.iter().filter(|one| one.named).collect();
    let told: Vec<String> = named
        .iter()
        .take(NAMED)
        .map(|one| {
            let (name, words) = (shorten(&one.name, 40), counted(one.words, "word"));
            match one.quotations {
                1 => format!("{name} once ({words})"),
                2 => format!("{name} twice ({words})"),
                n => format!("{name} {n} times ({words})"),
            }
        })
        .collect();
    let out = Phrase::default().source(&found.names, side);
    match (told.len(), named.len()) {
        (0, _) if speakers.is_empty() && quotations(found, side) == 0 => out.text(" quotes nobody"),
        (0, _) => out.text(" quotes nobody by name"),
        (told_of, all) if all > told_of => out.text(format!(
            " quotes {} and {} more",
            told.join(", "),
            all - told_of
        )),
        _ => out.text(format!(" quotes {}", list(&told))),
    }
}

/// "Ledger (A): 28 quoted words from 3 quotations"
fn length(found: &Material<'_>, side: Side) -> Phrase {
    let units = found
        .source(side)
        .into_iter()
        .flat_map(|source| source.units());
    let words: usize = units.map(|view| view.unit.wording.speech_words()).sum();
    if words == 0 {
        return Phrase::default();
    }
    let quotations = counted(quotations(found, side), "quotation");
    Phrase::default()
        .source(&found.names, side)
        .text(format!(": {}", counted(words, "quoted word")))
        .text(format!(" in {quotations}"))
}

fn quotations(found: &Material<'_>, side: Side) -> usize {
    let units = found
        .source(side)
        .into_iter()
        .flat_map(|source| source.units());
    units.map(|view| view.unit.wording.speeches()).sum()
}

/// The speakers of a source over its articles, at greatest length first.
fn speakers(found: &Material<'_>, side: Side) -> Vec<Speaker> {
    let mut all: BTreeMap<String, Speaker> = BTreeMap::new();
    for (_, scores) in found.articles(side) {
        for speaker in &scores.speakers {
            let entry = all
                .entry(speaker.name.to_lowercase())
                .or_insert_with(|| Speaker {
                    name: speaker.name.clone(),
                    named: speaker.named.is_some(),
                    quotations: 0,
                    words: 0,
                });
            entry.quotations += speaker.quotes.len();
            entry.words += speaker.words;
        }
    }
    let mut all: Vec<Speaker> = all.into_values().collect();
    all.sort_by(|x, y| y.words.cmp(&x.words).then_with(|| x.name.cmp(&y.name)));
    all
}
