//! Like for like: the differences on matched passages alone. Beside the overall difference this parts
//! what was chosen from how it was worded.

use std::collections::BTreeSet;

use super::differences::{Difference, adjust, difference};
use super::matching::Matching;
use super::passage::PassageRef;
use super::source::{Cluster, SourceView};
use crate::article::Side;
use crate::score::Unit;
use crate::score::measure::Measure;
use crate::score::tone::ToneSummary;
use crate::stats::Ratio;

/// Compares `measures` on the passages that have a counterpart. Measures that are not sums over
/// paragraphs are left out.
pub fn like_for_like(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    matching: &Matching,
    measures: &[&'static Measure],
    seed: u64,
) -> Vec<Difference> {
    let units = (
        matched_units(a, matching, Side::A),
        matched_units(b, matching, Side::B),
    );
    let mut out: Vec<Difference> = measures
        .iter()
        .filter_map(|measure| {
            let part = measure.part?;
            let of = |units: &[Unit]| -> Vec<Ratio> { units.iter().map(part).collect() };
            let (a, b) = (of(&units.0), of(&units.1));
            Some(difference(measure, Cluster::Paragraph, &a, &b, seed))
        })
        .collect();
    adjust(&mut out, (a.name, b.name));
    out
}

/// The scored blocks that have a counterpart, long ones cut down to the sentences that have one.
fn matched_units(source: &SourceView<'_>, matching: &Matching, side: Side) -> Vec<Unit> {
    let matched: BTreeSet<PassageRef> = matching.matches.iter().map(|m| m.on(side)).collect();
    source
        .units()
        .filter_map(|view| {
            let at = |sentence| PassageRef {
                article: view.article,
                block: view.unit.block,
                sentence,
            };
            if matched.contains(&at(None)) {
                return Some(view.unit.clone());
            }
            let kept = |index: usize| matched.contains(&at(Some(index)));
            let sentences: Vec<usize> = (0..view.unit.sentences.len())
                .filter(|&i| kept(i))
                .collect();
            (!sentences.is_empty()).then(|| cut(view.unit, &sentences))
        })
        .collect()
}

/// A unit with only some of its sentences.
fn cut(unit: &Unit, sentences: &[usize]) -> Unit {
    let sentences: Vec<_> = sentences
        .iter()
        .filter_map(|&i| unit.sentences.get(i).cloned())
        .collect();
    let mut out = unit.clone();
    out.tone = ToneSummary::of(sentences.iter().map(|s| &s.tone));
    out.sentences = sentences;
    out
}
