//! The headlines' scores with their reasons.

use super::Report;
use super::item::{Item, Table};
use crate::article::{Article, Place, Side, Span};
use crate::score::Analysis;
use crate::score::headline::{Cue, CueKind, HeadlineScore};
use crate::text::{NONE, number, optional, shorten, signed_whole};

/// Headlines of a source that are listed.
const MOST: usize = 50;
/// Characters shown of a headline.
const LONGEST: usize = 300;

pub(super) fn items<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let mut items = vec![Item::Text(
        "Sensationalism describes packaging, not how grave the news is: 0 is plain, 100 is the most. Bait \
         teases, heat shouts. The points of the reasons and the base add up to the score."
            .to_owned(),
    )];
    let what = if report.with_text() {
        "Headline"
    } else {
        "Article"
    };
    let is_read = report.a.is_read() && report.b.is_read();
    let columns: &[&'static str] = if is_read {
        items.push(Item::Text(
            "The second reader reads the bait alone: = where the readers agree, ≠ where they differ.".to_owned(),
        ));
        &[
            what,
            "#Score",
            "#Bait",
            "#Heat",
            "Reasons",
            "#Second reader",
        ]
    } else {
        &[what, "#Score", "#Bait", "#Heat", "Reasons"]
    };
    let mut table = Table::new("Headlines and why they score as they do", columns);
    for side in Side::BOTH {
        let articles = report.source(side).articles;
        for (at, (article, analysis)) in articles.iter().enumerate().take(MOST) {
            let mut cells = row(report, Place::headline(side, at), article, analysis);
            if is_read {
                cells.push(optional(analysis.second_bait(), |(bait, agreement)| {
                    format!("{} {}", number(bait, 0), agreement.mark())
                }));
            }
            table.rows.push(cells);
        }
        if let Some(more) = articles.len().checked_sub(MOST + 1) {
            items.push(Item::Text(format!(
                "{} has {} headlines more, which are not listed.",
                side.label(),
                more + 1
            )));
        }
    }
    items.push(Item::Table(table));
    items
}

pub(super) fn row(
    report: &Report<'_>,
    place: Place,
    article: &Article,
    analysis: &Analysis,
) -> Vec<String> {
    let side = place.side;
    let headline = article.headline.as_ref().map_or("", |h| h.text.as_str());
    let name = if report.with_text() && !headline.is_empty() {
        format!("{}: {}", side.label(), shorten(headline, LONGEST))
    } else {
        format!("{}: article {}", side.label(), place.article + 1)
    };
    let score = match &analysis.headline {
        Ok(score) => score,
        Err(why) => {
            let none = || NONE.to_owned();
            return vec![name, none(), none(), none(), format!("Not scored: {why}.")];
        }
    };
    let (whole, base, points) = score.whole_points();
    vec![
        name,
        whole.to_string(),
        number(score.bait, 0),
        number(score.heat, 0),
        reasons(score, base, &points, report.with_text().then_some(headline)),
    ]
}

/// "Base 12; Curiosity gap +24 (“won’t believe”)". The words only where `headline` is given.
fn reasons(score: &HeadlineScore, base: i64, points: &[i64], headline: Option<&str>) -> String {
    let cues = score.cues.iter().zip(points).map(|(cue, points)| {
        let words = headline.map_or_else(String::new, |headline| words(cue, headline));
        format!("{} {}{words}", cue.kind.label(), signed_whole(*points))
    });
    std::iter::once(format!("Base {base}"))
        .chain(cues)
        .collect::<Vec<_>>()
        .join("; ")
}

/// The words behind a cue. Those of the learned residual explain nothing to a reader.
fn words(cue: &Cue, headline: &str) -> String {
    if cue.kind == CueKind::Phrasing {
        return String::new();
    }
    let words: Vec<String> = cue
        .spans
        .iter()
        .map(|span: &Span| span.of(headline))
        .filter(|words| !words.is_empty() && *words != headline)
        .map(|words| format!("“{words}”"))
        .collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(" ({})", words.join(", "))
    }
}
