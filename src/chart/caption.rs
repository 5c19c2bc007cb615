//! Captions, written by the program so that they always say what was done.

use super::input::{Input, SourceView};
use crate::article::Side;
use crate::compare::STANDING_LINE;
use crate::score::Settings;
use crate::score::tone::TONE;
use crate::text::{capitalised, counted, signed};

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

/// The sentence over every chart of tone: both means, and whether they differ.
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
    let mut out = format!("Mean tone of the sentences: {}.", means.join("; "));
    if let Some(difference) = input.difference(TONE.id) {
        let said = difference.sentence.as_str();
        let verdict = said.split_once(": ").map_or(said, |(_, verdict)| verdict);
        out = format!("{out} {}", capitalised(verdict));
    }
    out
}

/// How many paragraphs and sentences a source has.
pub(super) fn counts(side: Side, source: &SourceView<'_>) -> String {
    let paragraphs = source.paragraphs().count();
    let articles = match source.articles.len() {
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
