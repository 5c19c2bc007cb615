//! Like for like: the differences on matched passages alone. Beside the overall difference this parts
//! what was chosen from how it was worded.

use std::collections::BTreeSet;

use super::difference::Difference;
use super::differences::{adjust, difference};
use super::matching::Matching;
use super::source::{Cluster, SourceView};
use crate::article::{Place, Side};
use crate::score::Unit;
use crate::score::measure::{Measure, Value};
use crate::score::second::second_measure;
use crate::stats::Ratio;
use crate::work::{Progress, Stopped};

/// Compares `measures` on the passages that have a counterpart. Measures that are not sums over
/// paragraphs are left out.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn like_for_like(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    matching: &Matching,
    measures: &[&'static Measure],
    seed: u64,
    progress: &Progress,
) -> Result<Vec<Difference>, Stopped> {
    let units = (
        matched_units(a, matching, Side::A),
        matched_units(b, matching, Side::B),
    );
    let mut out = Vec::with_capacity(measures.len());
    for (done, &measure) in measures.iter().enumerate() {
        progress.step(done, measures.len())?;
        let Some(part) = measure.part() else { continue };
        let of = |units: &[Unit]| -> Vec<Ratio> { units.iter().map(part).collect() };
        let (of_a, of_b) = (of(&units.0), of(&units.1));
        let mut item = difference(measure, Cluster::Paragraph, &of_a, &of_b, seed);
        if let Some(second) = second_measure(measure).filter(|_| a.is_read() && b.is_read())
            && let Value::OverBlocks(part) = second.value
        {
            let of = |units: &[Unit]| -> Vec<Ratio> { units.iter().map(part).collect() };
            item.ask(&of(&units.0), &of(&units.1), seed);
        }
        out.push(item);
    }
    adjust(&mut out, (a.name, b.name));
    Ok(out)
}

/// The scored blocks that have a counterpart, long ones cut down to the sentences that have one.
fn matched_units(source: &SourceView<'_>, matching: &Matching, side: Side) -> Vec<Unit> {
    let matched: BTreeSet<Place> = matching.matches.iter().map(|m| m.on(side)).collect();
    source
        .units()
        .filter_map(|view| {
            let place = view.place(side);
            if matched.contains(&place) {
                return Some(view.unit.clone());
            }
            let kept = |index: usize| matched.contains(&place.with_sentence(Some(index)));
            let sentences: Vec<usize> = (0..view.unit.sentences.len())
                .filter(|&i| kept(i))
                .collect();
            (!sentences.is_empty()).then(|| view.unit.only(&sentences))
        })
        .collect()
}
