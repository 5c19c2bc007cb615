//! What a careful editor would query in a draft: its loaded words, verbs of saying that colour or doubt,
//! intensifiers, the cues of its headline, and the words of the user's own lists. Quotations are left alone.

use std::collections::{BTreeMap, BTreeSet};

use super::Analysis;
use super::attribution::AttributionStyle;
use super::headline::Part;
use super::hedges::Force;
use super::lists::{ListHit, OwnLists};
use super::loaded::LoadedWord;
use super::wording::SentenceWording;
use crate::article::{Article, Span};
use crate::text::trimmed;

/// One thing marked, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The block it stands in, by its position in [`Article::blocks`]; `None` in the headline.
    pub block: Option<usize>,
    /// Where it stands in the text of the block or of the headline.
    pub span: Span,
    /// The rule that marks it: a family and a kind, as in `loaded/ridicule` or `list/House/banned`.
    pub rule: String,
    /// The reason, in a sentence.
    pub reason: String,
}

/// What is not to be marked: words, phrases and rules, whole families of rules among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Silenced(BTreeSet<String>);

impl<S: AsRef<str>> FromIterator<S> for Silenced {
    fn from_iter<I: IntoIterator<Item = S>>(all: I) -> Self {
        let lower = all
            .into_iter()
            .map(|one| one.as_ref().trim().to_lowercase());
        Self(lower.filter(|one| !one.is_empty()).collect())
    }
}

impl Silenced {
    fn holds(&self, rule: &str, words: &str) -> bool {
        let rule = rule.to_lowercase();
        let family = rule.match_indices('/').filter_map(|(at, _)| rule.get(..at));
        self.0.contains(&words.to_lowercase())
            || self.0.contains(&rule)
            || family.into_iter().any(|family| self.0.contains(family))
    }
}

/// Everything to be marked in an article scored as `analysis`, in the order of its text, each stretch once: the
/// user's own lists come before the rules of the program, and the loaded words before the other rules.
pub fn check(
    article: &Article,
    analysis: &Analysis,
    lists: &OwnLists,
    silenced: &Silenced,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(headline) = &article.headline {
        let quotations = crate::article::quotations(&headline.text);
        let hits = lists.find(&headline.text, &quotations);
        let mut found = own(None, hits);
        found.extend(cues(analysis, &quotations));
        marks.extend(settled(found, &headline.text, silenced));
    }
    for unit in &analysis.units {
        let Some(block) = article.blocks.get(unit.block) else {
            continue;
        };
        let at = Some(unit.block);
        let mut found = own(at, lists.find(&block.text, &block.quotations));
        for sentence in &unit.wording.sentences {
            wording(unit.block, sentence, &mut found);
        }
        marks.extend(settled(found, &block.text, silenced));
    }
    marks
}

/// The marks of one text that are not silenced, in order; where two overlap, the one found first.
fn settled(found: Vec<Mark>, text: &str, silenced: &Silenced) -> Vec<Mark> {
    let mut kept: BTreeMap<usize, Mark> = BTreeMap::new();
    for mark in found {
        // Those kept do not overlap, so the last that begins before this one ends is the only one to ask.
        let before = kept.range(..mark.span.end).next_back();
        let taken = before.is_some_and(|(_, other)| other.span.end > mark.span.start);
        if !taken && !silenced.holds(&mark.rule, mark.span.of(text)) {
            kept.insert(mark.span.start, mark);
        }
    }
    kept.into_values().collect()
}

fn own(block: Option<usize>, hits: Vec<(usize, ListHit<'_>)>) -> Vec<Mark> {
    let mark = |(_, hit): (usize, ListHit<'_>)| Mark {
        block,
        span: hit.span,
        rule: hit.list.rule(&hit.entry.category),
        reason: hit.in_words(),
    };
    hits.into_iter().map(mark).collect()
}

fn wording(block: usize, sentence: &SentenceWording, found: &mut Vec<Mark>) {
    let mut mark = |span: Span, family: &str, kind: &str, reason: String| {
        found.push(Mark {
            block: Some(block),
            span,
            rule: format!("{family}/{}", kind.replace(' ', "-")),
            reason,
        });
    };
    for LoadedWord {
        span,
        category,
        rule,
    } in &sentence.loaded
    {
        let kind = category.label();
        mark(*span, "loaded", kind, format!("{kind}: {}", rule.label()));
    }
    for verb in &sentence.attribution {
        let reason = match verb.style {
            AttributionStyle::Neutral => continue,
            AttributionStyle::Doubting => "keeps a distance from what it reports; “said” would not",
            AttributionStyle::Factive => "takes what it reports for true; “said” would not",
            AttributionStyle::Manner => "tells how it was said or meant, not only that it was",
        };
        mark(verb.span, "saying", verb.style.label(), reason.to_owned());
    }
    for word in &sentence.force {
        if word.force == Force::Intensifier {
            let reason = "adds force and no fact".to_owned();
            mark(word.span, "force", "intensifier", reason);
        }
    }
}

/// The matches of the headline's cues that raise its score, outside quotations, those of heat first.
fn cues(analysis: &Analysis, quotations: &[Span]) -> Vec<Mark> {
    let Ok(score) = &analysis.headline else {
        return Vec::new();
    };
    let raising = score.cues.iter().filter(|cue| cue.points > 0.0);
    let named = raising.filter(|cue| cue.kind != super::headline::CueKind::Phrasing);
    let mut cues: Vec<_> = named.collect();
    cues.sort_by_key(|cue| cue.kind.part() == Part::Bait);
    let quoted = |span: Span| {
        quotations
            .iter()
            .any(|quote| quote.start < span.end && span.start < quote.end)
    };
    let of_cue = |cue: &&super::headline::Cue| {
        let kind = cue.kind.label().to_lowercase();
        let matches = cue.matches.iter().filter(|one| !quoted(one.span));
        matches
            .map(|one| Mark {
                block: None,
                span: one.span,
                rule: format!("headline/{}", kind.replace(' ', "-")),
                reason: format!("{kind}, {} points: {}", trimmed(one.points, 1), one.why),
            })
            .collect::<Vec<_>>()
    };
    cues.iter().flat_map(of_cue).collect()
}
