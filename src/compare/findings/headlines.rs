//! One headline against the other, with the cues as words; between collections their means.

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side};
use crate::article::{Place, Side, Span};
use crate::compare::verdict::Verdict;
use crate::score::headline::{Cue, CueKind, HeadlineScore, SENSATIONALISM};
use crate::text::{first_words, list, number, shorten, told_apart};

/// From this many points one headline is called more sensational than the other: of pairs of a plain and a
/// sensational headline about the same news 97 % lie at least so far apart (blind pairs).
pub const APART: f64 = 20.0;

/// Below this score a headline is plain: reports of agencies lie there (`score/headline/measures`); of 215
/// headlines of three US outlets 98 %.
pub const PLAIN: f64 = 25.0;

/// Cues named of a headline, those with most points first.
const CUES: usize = 3;

/// Words shown from a lone word that holds something back.
const GOES_ON: usize = 5;

/// Characters shown of a cue's words, of a headline.
const WORDS: usize = 40;
const HEADLINE: usize = 90;

/// The headlines of one side that have a score.
struct Scored<'a> {
    /// Article, score, text.
    all: Vec<(usize, &'a HeadlineScore, &'a str)>,
}

impl<'a> Scored<'a> {
    fn of(found: &Material<'a>, side: Side) -> Self {
        let articles = found.articles(side).iter().enumerate();
        let all = articles.filter_map(|(at, (article, scores))| {
            let score = scores.headline.as_ref().ok()?;
            Some((at, score, article.headline.as_ref()?.text.as_str()))
        });
        Self { all: all.collect() }
    }

    fn mean(&self) -> Option<f64> {
        let scores: Vec<f64> = self.all.iter().map(|(_, score, _)| score.score).collect();
        crate::stats::mean(&scores)
    }

    /// The most sensational one, the first of several.
    fn top(&self) -> Option<&(usize, &'a HeadlineScore, &'a str)> {
        let mut best: Option<&(usize, &HeadlineScore, &str)> = None;
        for one in &self.all {
            if best.is_none_or(|best| one.1.score > best.1.score) {
                best = Some(one);
            }
        }
        best
    }
}

/// The headlines of A against those of B.
pub(super) fn against(found: &Material<'_>) -> Option<Finding> {
    let (of_a, of_b) = (Scored::of(found, Side::A), Scored::of(found, Side::B));
    let (a, b) = match (of_a.mean(), of_b.mean()) {
        (Some(a), Some(b)) => (a, b),
        (Some(_), None) => return alone(found, Side::A),
        (None, Some(_)) => return alone(found, Side::B),
        (None, None) => return None,
    };
    let many = of_a.all.len() > 1 || of_b.all.len() > 1;
    let compared = found.difference(&SENSATIONALISM);
    let certainty = match compared.map(|it| (it, it.verdict)) {
        Some((it, Verdict::Clear)) => Certainty::of_clear(it),
        Some((_, Verdict::Possible | Verdict::NoClearDifference | Verdict::Disputed)) => {
            Certainty::NotClear
        }
        _ if many => Certainty::TooFew,
        _ => Certainty::OneValue,
    };
    let sentence = if many {
        averages(found, (&of_a, a), (&of_b, b), certainty)
    } else {
        one_each(found, a, b)
    };
    let [told_a, told_b] = told([a, b], certainty);
    Some(Finding {
        kind: Kind::Headlines,
        sentence,
        detail: if !many && is_plain(a) && is_plain(b) {
            Phrase::default()
        } else {
            reasons(found, &of_a, &of_b, many)
        },
        figure: Figure {
            text: format!(
                "{} of 100",
                by_side(&[(Side::A, told_a), (Side::B, told_b)])
            ),
            picture: Picture::Values {
                a: Some(a),
                b: Some(b),
                range: (0.0, 100.0),
            },
        },
        certainty,
        evidence: evidence(&of_a, a, &of_b, b, many),
    })
}

/// Two means as they are told: what is said to differ reads as differing.
fn told(means: [f64; 2], certainty: Certainty) -> [String; 2] {
    match certainty {
        Certainty::Established | Certainty::Clear | Certainty::OneReader => {
            told_apart(means, number)
        }
        _ => means.map(|mean| number(mean, 0)),
    }
}

/// Whether a score is shown as a plain one.
fn is_plain(score: f64) -> bool {
    score.round() < PLAIN
}

/// "The headline of Star (B) is more sensational than that of Ledger (A): 70 against 6 of 100."
fn one_each(found: &Material<'_>, a: f64, b: f64) -> Phrase {
    let names = &found.names;
    let (high, low) = if b > a {
        (Side::B, Side::A)
    } else {
        (Side::A, Side::B)
    };
    let (top, bottom) = if b > a { (b, a) } else { (a, b) };
    let (shown_a, shown_b) = (number(a, 0), number(b, 0));
    let of_both = Phrase::default()
        .source(names, Side::A)
        .text(" and ")
        .source(names, Side::B);
    if top - bottom >= APART {
        Phrase::new("The headline of ")
            .source(names, high)
            .text(" is more sensational than that of ")
            .source(names, low)
            .text(format!(
                ": {} against {} of 100.",
                number(top, 0),
                number(bottom, 0)
            ))
    } else if is_plain(top) {
        Phrase::new("The headlines of ").then(of_both).text(format!(
            " are both plain: {shown_a} and {shown_b} of 100 for sensationalism."
        ))
    } else {
        Phrase::new("The headlines of ").then(of_both).text(format!(
            " hardly differ in sensationalism: {shown_a} and {shown_b} of 100."
        ))
    }
}

/// "The 30 headlines of Star (B) average 41 of 100 for sensationalism, the 28 of Ledger (A) 12: clear."
fn averages(
    found: &Material<'_>,
    a: (&Scored<'_>, f64),
    b: (&Scored<'_>, f64),
    certainty: Certainty,
) -> Phrase {
    let ((high, top), (low, bottom)) = if b.1 > a.1 {
        ((Side::B, b), (Side::A, a))
    } else {
        ((Side::A, a), (Side::B, b))
    };
    let end = match certainty {
        Certainty::Established => ": a difference that both readers find.",
        Certainty::Clear | Certainty::OneReader => ": a clear difference.",
        Certainty::NotClear => ": no clear difference.",
        Certainty::TooFew | Certainty::OneValue | Certainty::Counted => {
            ": too few to say how much of that is chance."
        }
    };
    let [high_mean, low_mean] = told([top.1, bottom.1], certainty);
    let headlines = |scored: &Scored<'_>| match scored.all.len() {
        1 => ("The one headline of ", " scores "),
        _ => ("", " average "),
    };
    let (one, verb) = headlines(top.0);
    let first = if one.is_empty() {
        format!("The {} headlines of ", top.0.all.len())
    } else {
        one.to_owned()
    };
    let second = match bottom.0.all.len() {
        1 => ", the one of ".to_owned(),
        n => format!(", the {n} of "),
    };
    Phrase::new(first)
        .source(&found.names, high)
        .text(format!("{verb}{high_mean} of 100 for sensationalism"))
        .text(second)
        .source(&found.names, low)
        .text(format!(" {low_mean}{end}"))
}

/// The headline of one side by itself; of several the average.
pub(super) fn alone(found: &Material<'_>, side: Side) -> Option<Finding> {
    let scored = Scored::of(found, side);
    let mean = scored.mean()?;
    let (at, score, text) = *scored.top()?;
    let many = scored.all.len() > 1;
    let sentence = if many {
        Phrase::new(format!("The {} headlines of ", scored.all.len()))
            .source(&found.names, side)
            .text(format!(
                " average {} of 100 for sensationalism.",
                number(mean, 0)
            ))
    } else {
        let plain = if is_plain(mean) { " and is plain" } else { "" };
        Phrase::new("The headline of ")
            .source(&found.names, side)
            .text(format!(
                " scores {} of 100 for sensationalism{plain}.",
                number(mean, 0)
            ))
    };
    let detail = if many {
        format!(
            "The highest, {}: “{}”",
            number(score.score, 0),
            shorten(text, HEADLINE)
        )
    } else {
        Some(cues(score, text))
            .filter(|_| !is_plain(mean))
            .unwrap_or_default()
    };
    let values = |of: Side| (of == side).then_some(mean);
    Some(Finding {
        kind: Kind::Headlines,
        sentence,
        detail: Phrase::new(detail),
        figure: Figure {
            text: format!("{} of 100", number(mean, 0)),
            picture: Picture::Values {
                a: values(Side::A),
                b: values(Side::B),
                range: (0.0, 100.0),
            },
        },
        certainty: if many {
            Certainty::Counted
        } else {
            Certainty::OneValue
        },
        evidence: vec![Evidence::headline(side, at)],
    })
}

/// The cues of the headlines, the more sensational first, or of collections the most sensational ones.
fn reasons(found: &Material<'_>, a: &Scored<'_>, b: &Scored<'_>, many: bool) -> Phrase {
    let mut sides = [(Side::A, a), (Side::B, b)];
    let top = |scored: &Scored<'_>| scored.mean().unwrap_or_default();
    if top(b) > top(a) {
        sides.reverse();
    }
    let of = |(side, scored): (Side, &Scored<'_>)| {
        let Some((_, score, text)) = scored.top() else {
            return Phrase::default();
        };
        let said = if many {
            format!(
                ", highest {}: “{}”",
                number(score.score, 0),
                shorten(text, HEADLINE)
            )
        } else {
            match cues(score, text) {
                _ if is_plain(score.score) => ": plain".to_owned(),
                cues if cues.is_empty() => return Phrase::default(),
                cues => format!(": {cues}"),
            }
        };
        Phrase::default().source(&found.names, side).text(said)
    };
    Phrase::joined(sides.map(of), " · ")
}

/// The cues that raise a score, as words: "a word of shock (“Shocking”), an exclamation mark".
fn cues(score: &HeadlineScore, text: &str) -> String {
    let mut raising: Vec<&Cue> = score
        .cues
        .iter()
        .filter(|cue| cue.points > 0.0 && cue.kind != CueKind::Phrasing)
        .collect();
    raising.sort_by(|x, y| y.points.total_cmp(&x.points));
    let told: Vec<String> = raising
        .into_iter()
        .take(CUES)
        .map(|cue| {
            let words: Vec<&str> = cue.spans.iter().map(|span| span.of(text)).collect();
            let said = cue.kind.in_words(&words);
            match telling(cue, text) {
                Some(words) => format!("{said} (“{words}”)"),
                None => said.to_owned(),
            }
        })
        .collect();
    list(&told)
}

/// The longest stretch with a letter that made a cue fire. What holds something back is told by what follows:
/// a lone “What” goes on for some words.
fn telling(cue: &Cue, text: &str) -> Option<String> {
    let letters = |span: &&Span| span.of(text).contains(char::is_alphanumeric);
    let longest = |span: &&Span| (std::cmp::Reverse(span.end - span.start), span.start);
    let span = cue.spans.iter().filter(letters).min_by_key(longest)?;
    let alone = !span.of(text).contains(' ');
    if cue.kind == CueKind::CuriosityGap && alone {
        let rest = text.get(span.start..).unwrap_or_default();
        return Some(first_words(rest, GOES_ON));
    }
    Some(shorten(span.of(text), WORDS))
}

fn evidence(a: &Scored<'_>, mean_a: f64, b: &Scored<'_>, mean_b: f64, many: bool) -> Vec<Evidence> {
    let place = |side: Side, scored: &Scored<'_>| {
        scored
            .top()
            .map(|(at, ..)| Evidence::Place(Place::headline(side, *at)))
    };
    let mut places = vec![place(Side::A, a), place(Side::B, b)];
    if mean_b > mean_a {
        places.reverse();
    }
    let measure = many.then_some(Evidence::Measure(SENSATIONALISM.id));
    measure
        .into_iter()
        .chain(places.into_iter().flatten())
        .collect()
}
