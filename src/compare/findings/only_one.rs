//! What only one source tells: names, figures, passages without a counterpart.

use std::collections::BTreeMap;

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side, quoted, times};
use crate::article::{Finder, Side, TokenKind, tokens};
use crate::compare::people::{OneSided, PersonPair};
use crate::score::people::NameKind;
use crate::text::{list, per_cent, shorten};

/// From this many mentions a name is worth telling: one mention may be in passing.
const MENTIONS: usize = 2;

/// Names, figures and words told of a side.
const TOLD: usize = 3;

/// Names with fewer letters are hardly ones.
const LETTERS: usize = 3;

/// Names looked at before the search ends.
const LOOKED_AT: usize = 40;

/// From this many uses a word is worth telling.
const USES: usize = 3;

/// Texts longer than this, in words over both sides, are not searched for figures.
const LONG: usize = 20_000;

pub(super) fn told(found: &Material<'_>) -> Option<Finding> {
    let two = found.two?;
    let of = |side: Side| {
        let names = match side {
            Side::A => &two.people.only_a,
            Side::B => &two.people.only_b,
        };
        names_of(found, side, names)
    };
    let named = Side::BOTH.map(|side| (side, of(side)));
    let figures = figures(found);
    let share = Side::BOTH.map(|side| {
        let of = two.coverage.side(side);
        of.share(of.only_here)
    });
    let [Some(alone_a), Some(alone_b)] = share else {
        return None;
    };
    let naming = Phrase::joined(
        named
            .iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(side, names)| {
                Phrase::new("only ")
                    .source(&found.names, *side)
                    .text(format!(" names {}", list(names)))
            }),
        "; ",
    );
    let numbers = Phrase::joined(
        Side::BOTH
            .into_iter()
            .zip(&figures)
            .filter(|(_, figures)| !figures.is_empty())
            .map(|(side, figures)| {
                Phrase::new("only ")
                    .source(&found.names, side)
                    .text(format!(
                        " gives the {} {}",
                        plural(figures),
                        quoted(figures)
                    ))
            }),
        "; ",
    );
    let passages = || {
        Phrase::default()
            .text(format!("{} of the words of ", per_cent(alone_a)))
            .source(&found.names, Side::A)
            .text(format!(" and {} of ", per_cent(alone_b)))
            .source(&found.names, Side::B)
            .text(" stand in passages that the other has nothing like")
    };
    let words = words(found);
    let (sentence, mut detail) = if !naming.is_empty() {
        (naming, vec![numbers, words])
    } else if !numbers.is_empty() {
        (numbers, vec![words])
    } else if alone_a > 0.0 || alone_b > 0.0 {
        (passages(), vec![words])
    } else {
        return None;
    };
    detail.retain(|phrase| !phrase.is_empty());
    Some(Finding {
        kind: Kind::OnlyOne,
        sentence: sentence.capitalised().text("."),
        detail: Phrase::joined(detail, " · ").capitalised(),
        figure: Figure {
            text: format!(
                "told alone: {}",
                by_side(&[(Side::A, per_cent(alone_a)), (Side::B, per_cent(alone_b))])
            ),
            picture: Picture::Values {
                a: Some(alone_a),
                b: Some(alone_b),
                range: (0.0, 1.0),
            },
        },
        certainty: Certainty::Counted,
        evidence: evidence(found),
    })
}

/// The names of one side that the other never uses, with how often: "Nicolás Maduro (twice)".
fn names_of(found: &Material<'_>, side: Side, names: &[OneSided]) -> Vec<String> {
    let often = names.iter().filter(|one| one.n >= MENTIONS).take(LOOKED_AT);
    often
        .filter(|one| one.kind != NameKind::Other && letters(&one.name) >= LETTERS)
        .filter(|one| !is_used(found, side.other(), one))
        .take(TOLD)
        .map(|one| format!("{} ({})", shorten(&one.name, 40), times(one.n)))
        .collect()
}

fn letters(name: &str) -> usize {
    name.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether a side uses a name in any form: a person's last word, of others the whole or its initials.
fn is_used(found: &Material<'_>, side: Side, name: &OneSided) -> bool {
    let last = name.name.split_whitespace().next_back().unwrap_or_default();
    let initials: String = name
        .name
        .split_whitespace()
        .filter_map(|word| word.chars().next().filter(|first| first.is_uppercase()))
        .collect();
    // "FBI" and "F.B.I." are one name.
    let undotted = name.name.replace('.', "");
    let dotted: String = undotted.chars().flat_map(|letter| [letter, '.']).collect();
    let sought = match name.kind {
        NameKind::Person => vec![(last, false)],
        _ if is_short(&name.name) => vec![(undotted.as_str(), true), (dotted.as_str(), false)],
        _ if initials.chars().count() > 1 => {
            vec![(name.name.as_str(), false), (initials.as_str(), true)]
        }
        _ => vec![(name.name.as_str(), false)],
    };
    let finders: Vec<Finder> = sought
        .into_iter()
        .filter_map(|(text, whole)| Finder::new(text, whole))
        .collect();
    let texts = found.articles(side).iter().flat_map(|(article, _)| {
        let headline = article
            .headline
            .iter()
            .map(|headline| headline.text.as_str());
        headline.chain(article.blocks.iter().map(|block| block.text.as_str()))
    });
    texts.into_iter().any(|text| {
        finders
            .iter()
            .any(|finder| finder.spans(text).next().is_some())
    })
}

/// Whether a name is an abbreviation: capitals only, with stops or without.
fn is_short(name: &str) -> bool {
    name.chars().all(|c| c.is_uppercase() || c == '.')
}

const fn plural(figures: &[String]) -> &'static str {
    if figures.len() == 1 {
        "figure"
    } else {
        "figures"
    }
}

/// Figures that only one side gives, shares and sums before others; no single digits and no years, which
/// say little.
fn figures(found: &Material<'_>) -> [Vec<String>; 2] {
    let words: usize = found.sides().map(|(_, source)| source.words()).sum();
    if words > LONG {
        return [Vec::new(), Vec::new()];
    }
    let all = Side::BOTH.map(|side| all_figures(found, side));
    let [of_a, of_b] = &all;
    let only = |mine: &BTreeMap<String, (usize, String)>,
                theirs: &BTreeMap<String, (usize, String)>| {
        let mut out: Vec<&(usize, String)> = mine
            .iter()
            .filter(|(value, _)| !theirs.contains_key(*value))
            .map(|(_, shown)| shown)
            .filter(|(_, shown)| tells(shown))
            .collect();
        out.sort_by_key(|(at, shown)| (!shown.contains(|c: char| !c.is_ascii_digit()), *at));
        out.into_iter()
            .take(TOLD)
            .map(|(_, shown)| shown.clone())
            .collect()
    };
    [only(of_a, of_b), only(of_b, of_a)]
}

/// Every figure of a side by its digits: where it stands first, and as it is written.
fn all_figures(found: &Material<'_>, side: Side) -> BTreeMap<String, (usize, String)> {
    let mut out = BTreeMap::new();
    let Some(source) = found.source(side) else {
        return out;
    };
    for view in source.units() {
        let text = view.block.text.as_str();
        let mut sign = None;
        for token in tokens(text) {
            if token.kind == TokenKind::Number {
                let written = token.span.of(text);
                let digits: String = written.chars().filter(char::is_ascii_digit).collect();
                let shown =
                    sign.map_or_else(|| written.to_owned(), |sign| format!("{sign}{written}"));
                let at = out.len();
                out.entry(digits).or_insert((at, shown));
            }
            sign = Some(token.mark).filter(|mark| "$€£¥".contains(*mark));
        }
    }
    out
}

/// Whether a figure says something by itself.
fn tells(shown: &str) -> bool {
    let plain = shown.chars().all(|c| c.is_ascii_digit());
    let year = plain && shown.len() == 4 && (shown.starts_with("19") || shown.starts_with("20"));
    !(year || plain && shown.len() < 2)
}

/// Words used often by one and never by the other.
fn words(found: &Material<'_>) -> Phrase {
    let terms = found.two.map_or(&[][..], |two| two.terms);
    let of = |side: Side| {
        let words: Vec<String> = terms
            .iter()
            .filter(|term| !term.is_name && term.term.chars().all(char::is_alphabetic))
            .filter(|term| match side {
                Side::A => term.b == 0 && term.a >= USES,
                Side::B => term.a == 0 && term.b >= USES,
            })
            .filter(|term| !is_of_a_name(found, &term.term.to_lowercase()))
            .take(TOLD)
            .map(|term| shorten(&term.term, 30))
            .collect();
        if words.is_empty() {
            return Phrase::default();
        }
        Phrase::new("only ")
            .source(&found.names, side)
            .text(format!(" uses {}", quoted(&words)))
    };
    Phrase::joined(Side::BOTH.map(of), "; ")
}

/// Whether a word, in lower case, is part of a name either source uses: names are told by themselves.
fn is_of_a_name(found: &Material<'_>, word: &str) -> bool {
    let Some(two) = found.two else { return false };
    let people = two.people;
    let alone = people
        .only_a
        .iter()
        .chain(&people.only_b)
        .map(|one| one.name.as_str());
    let both = people.both.iter().map(PersonPair::name);
    let undotted = |part: &str| part.to_lowercase().replace('.', "");
    alone
        .chain(both)
        .any(|name| name.split_whitespace().any(|part| undotted(part) == word))
}

/// The passages, the names, and the longest passage of each that the other has nothing like.
fn evidence(found: &Material<'_>) -> Vec<Evidence> {
    let mut out = vec![Evidence::Coverage, Evidence::Names];
    let Some(two) = found.two else { return out };
    for side in Side::BOTH {
        let matched = two.matching.matched(side);
        let alone = two.matching.passages(side).iter();
        let alone = alone.filter(|passage| !matched.contains_key(&passage.at));
        // The first of several equally long.
        let longest = alone.min_by_key(|passage| (std::cmp::Reverse(passage.words), passage.at));
        out.extend(longest.map(|passage| Evidence::Place(passage.at)));
    }
    out
}
