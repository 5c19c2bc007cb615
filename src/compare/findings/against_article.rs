//! Headlines hotter than their own articles, with the words the articles never use.

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side, quoted};
use crate::article::Side;
use crate::score::headline::HEADLINE_HEAT_GAP;
use crate::text::{counted, shorten, signed};

/// From this many points of heat above its article's sentences a headline is hotter than its article. Of 215
/// headlines of three US outlets 18 % lie above; a single hot word that the article never matches makes about
/// 34, and between 10 and 34 lie hardly any.
pub const HOTTER: f64 = 20.0;

/// Words shown that the article never uses.
const WORDS: usize = 4;

/// What one side's headlines say against their articles.
struct Gaps {
    side: Side,
    /// The gap of every headline that has one, with its article.
    all: Vec<(usize, f64)>,
}

impl Gaps {
    fn of(found: &Material<'_>, side: Side) -> Option<Self> {
        let articles = found.articles(side).iter().enumerate();
        let all: Vec<(usize, f64)> = articles
            .filter_map(|(at, (_, scores))| Some((at, scores.against_body.as_ref()?.hotter()?)))
            .collect();
        (!all.is_empty()).then_some(Self { side, all })
    }

    fn hotter(&self) -> usize {
        self.all.iter().filter(|(_, gap)| *gap >= HOTTER).count()
    }

    /// The hottest one, the first of several.
    fn top(&self) -> Option<(usize, f64)> {
        let hotter = |best: Option<(usize, f64)>, one: &(usize, f64)| match best {
            Some(best) if best.1 >= one.1 => Some(best),
            _ => Some(*one),
        };
        self.all.iter().fold(None, hotter)
    }
}

/// Which headlines are hotter than their articles; nothing where none is.
pub(super) fn hotter(found: &Material<'_>) -> Option<Finding> {
    let mut gaps: Vec<Gaps> = Side::BOTH
        .into_iter()
        .filter_map(|side| Gaps::of(found, side))
        .collect();
    let hot = |gaps: &Gaps| gaps.hotter();
    if gaps.iter().map(hot).sum::<usize>() == 0 {
        return None;
    }
    let many = gaps.iter().any(|side| side.all.len() > 1);
    let heat = |gaps: &Gaps| gaps.top().map_or(f64::NEG_INFINITY, |(_, gap)| gap);
    // The hotter side first; between equals A.
    gaps.sort_by(|x, y| {
        let share = |gaps: &Gaps| hot(gaps) as f64 / gaps.all.len().max(1) as f64;
        share(y)
            .total_cmp(&share(x))
            .then(heat(y).total_cmp(&heat(x)))
    });
    let evidence: Vec<Evidence> = gaps
        .iter()
        .filter(|side| hot(side) > 0)
        .filter_map(|side| Some(Evidence::headline(side.side, side.top()?.0)))
        .collect();
    Some(Finding {
        kind: Kind::AgainstArticle,
        sentence: if many {
            in_collections(found, &gaps)
        } else {
            of_one_each(found, &gaps)
        },
        detail: if many {
            Phrase::default()
        } else {
            unused(found, &gaps)
        },
        figure: figure(&gaps, many),
        certainty: if many {
            Certainty::Counted
        } else {
            Certainty::OneValue
        },
        evidence: std::iter::once(Evidence::Measure(HEADLINE_HEAT_GAP.id))
            .filter(|_| many)
            .chain(evidence)
            .collect(),
    })
}

/// "The headline of Star (B) is hotter than its own article; that of Ledger (A) is not."
fn of_one_each(found: &Material<'_>, gaps: &[Gaps]) -> Phrase {
    let names = &found.names;
    match gaps {
        [first, second] if second.hotter() > 0 => Phrase::new("The headlines of ")
            .source(names, first.side)
            .text(" and ")
            .source(names, second.side)
            .text(" are both hotter than their own articles."),
        [first, rest @ ..] => {
            let out = Phrase::new("The headline of ")
                .source(names, first.side)
                .text(" is hotter than its own article");
            match rest {
                [second, ..] => out
                    .text("; that of ")
                    .source(names, second.side)
                    .text(" is not."),
                [] => out.text("."),
            }
        }
        [] => Phrase::default(),
    }
}

/// "18 of 30 headlines of Star (B) are hotter than their own articles, 2 of 28 of Ledger (A)."
fn in_collections(found: &Material<'_>, gaps: &[Gaps]) -> Phrase {
    let mut out = Phrase::default();
    for (at, side) in gaps.iter().enumerate() {
        let (hot, all) = (side.hotter(), side.all.len());
        out = if at == 0 {
            let verb = if hot == 1 {
                "is hotter than its own article"
            } else {
                "are hotter than their own articles"
            };
            out.text(format!("{hot} of {} of ", counted(all, "headline")))
                .source(&found.names, side.side)
                .text(format!(" {verb}"))
        } else {
            out.text(format!(", {hot} of {all} of "))
                .source(&found.names, side.side)
        };
    }
    out.text(".")
}

/// "7 of its 16 content words never occur in the text: “Shocking”, “Invite” …"
fn unused(found: &Material<'_>, gaps: &[Gaps]) -> Phrase {
    let hot = gaps.iter().filter(|side| side.hotter() > 0);
    let of = |side: &Gaps| {
        let Some((article, scores)) = found.articles(side.side).first() else {
            return Phrase::default();
        };
        let (Some(headline), Some(against)) = (&article.headline, &scores.against_body) else {
            return Phrase::default();
        };
        if against.unsupported.is_empty() {
            return Phrase::default();
        }
        // The hot words first: they are what makes the headline hotter.
        let charged = against.unsupported.iter().filter(|word| word.charged);
        let others = against.unsupported.iter().filter(|word| !word.charged);
        let words: Vec<String> = charged
            .chain(others)
            .take(WORDS)
            .map(|word| shorten(word.span.of(&headline.text), 30))
            .collect();
        let more = if against.unsupported.len() > WORDS {
            " …"
        } else {
            ""
        };
        Phrase::new(format!(
            "{} of the {} content words of its headline never occur in the text of ",
            against.unsupported.len(),
            against.content.len()
        ))
        .source(&found.names, side.side)
        .text(format!(": {}{more}", quoted(&words)))
    };
    Phrase::joined(hot.map(of), " · ")
}

fn figure(gaps: &[Gaps], many: bool) -> Figure {
    let of = |side: Side| gaps.iter().find(|gaps| gaps.side == side);
    let sides: Vec<&Gaps> = Side::BOTH.into_iter().filter_map(of).collect();
    if many {
        let shown: Vec<(Side, String)> = (sides.iter())
            .map(|of| (of.side, format!("{} of {}", of.hotter(), of.all.len())))
            .collect();
        return Figure {
            text: by_side(&shown),
            picture: Picture::None,
        };
    }
    let value = |side: Side| of(side).and_then(Gaps::top).map(|(_, gap)| gap);
    let shown: Vec<(Side, String)> = (sides.iter())
        .filter_map(|of| Some((of.side, signed(of.top()?.1, 0))))
        .collect();
    Figure {
        text: format!("{} points", by_side(&shown)),
        picture: Picture::Values {
            a: value(Side::A),
            b: value(Side::B),
            range: (-100.0, 100.0),
        },
    }
}
