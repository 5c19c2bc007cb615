//! Captions, written by the program so that they always say what was done.

use super::input::{Input, SourceView};
use crate::article::Side;
use crate::compare::{Difference, STANDING_LINE, Standing, Verdict};
use crate::score::Settings;
use crate::score::tone::TONE;
use crate::text::{counted, number, range, signed};

/// The caption of a chart of tone: what is particular to it, how tone was computed, and what every
/// caption ends with.
pub(super) fn caption(parts: &[String], input: &Input<'_>) -> String {
    let tone = settings(input).map(|settings| format!("{}.", settings.describe()));
    let parts: Vec<String> = parts.iter().cloned().chain(tone).collect();
    plain_caption(&parts)
}

/// The caption of a chart of anything else.
pub(super) fn plain_caption(parts: &[String]) -> String {
    format!(
        "{} {STANDING_LINE} Parallax {}.",
        parts.join(" "),
        crate::VERSION
    )
    .trim_start()
    .to_owned()
}

/// The sentence over every chart of tone: both means, and what may be said of their difference.
pub(super) fn tone_summary(input: &Input<'_>) -> String {
    let means: Vec<String> = input
        .sources()
        .filter_map(|(side, source)| {
            let mean = source.tone()?.value;
            Some(format!("{} {}", side.label(), signed(mean, 2)))
        })
        .collect();
    if means.is_empty() {
        return NOTHING_OPEN.to_owned();
    }
    let means = format!("Mean tone {}", means.join(", "));
    match input.difference(TONE.id) {
        None => format!("{means}."),
        Some(_) if unrelated(input) => format!("{means}. {NOT_ONE_STORY}"),
        Some(found) => format!("{means}: {}.", verdict(found)),
    }
}

/// What may be said of one difference, in a few words: "A is higher by 0.45 (95 % interval 0.25 to 0.65)".
pub(super) fn verdict(found: &Difference) -> String {
    let digits = found.measure.digits();
    let show = |value: f64| number(value, digits);
    match (found.verdict, found.higher(), found.interval()) {
        (Verdict::Clear, Some(side), Some(interval)) => {
            let ends = [interval.low.abs(), interval.high.abs()];
            let standing = found.standing().map(Standing::label);
            format!(
                "{} is higher by {} (95 % interval {}){}",
                side.label(),
                show(found.difference().unwrap_or_default().abs()),
                range(ends[0].min(ends[1]), ends[0].max(ends[1]), show),
                standing.map_or_else(String::new, |standing| format!(", {standing}"))
            )
        }
        (Verdict::Possible, Some(side), _) => {
            format!("{} is higher, which may be chance", side.label())
        }
        _ => found.verdict.label().to_owned(),
    }
}

/// Whether the two hardly share a passage, so that nothing may be claimed between them.
pub(super) fn unrelated(input: &Input<'_>) -> bool {
    input.comparison.is_some_and(|found| found.apart)
}

/// What is said in place of a difference between articles that do not tell the same story.
pub(super) const NOT_ONE_STORY: &str =
    "They may not tell the same story, so nothing is said of the difference.";

/// What has to stand beside words and names where they are those of a few articles.
pub(super) fn words_of_few(input: &Input<'_>) -> Option<String> {
    let few = input.comparison.filter(|found| found.words_of_few)?;
    few.of_few_articles().map(str::to_owned)
}

/// What is said of words and names, with what they are those of where that is not everything.
pub(super) fn said_of_words(input: &Input<'_>, said: String) -> String {
    match words_of_few(input) {
        Some(_) => format!("Of the two articles being read alone. {said}"),
        None => said,
    }
}

/// How many paragraphs and sentences a source has.
pub(super) fn counts(side: Side, source: &SourceView<'_>) -> String {
    let paragraphs = source.paragraphs().count();
    let articles = match source.counting() {
        1 => String::new(),
        n => format!("{} with ", counted(n, "article")),
    };
    format!(
        "{} = {}: {articles}{}, {}.",
        side.label(),
        source.short_name(),
        counted(paragraphs, "paragraph"),
        counted(source.sentences(), "sentence"),
    )
}

fn settings<'a>(input: &Input<'a>) -> Option<&'a Settings> {
    input
        .sources()
        .find_map(|(_, source)| source.articles.first().map(|(_, a)| &a.settings))
}

/// What a chart says in place of its summary where no source is open.
pub(super) const NOTHING_OPEN: &str = "No article is open yet.";
