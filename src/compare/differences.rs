//! Which measures differ between two sources, and how sure that is.

use super::difference::{Difference, Test, Verdict};
use super::source::{Cluster, SourceView};
use crate::score::measure::Measure;
use crate::stats::{
    Effect, LEVEL, Ratio, TestError, benjamini_hochberg, ratio_of_sums, test_difference,
};
use crate::work::{Progress, Stopped};

/// Compares every one of `measures`. The same seed gives the same result; swapping the sources flips
/// every sign and nothing else.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn differences(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    measures: &[&'static Measure],
    seed: u64,
    progress: &Progress,
) -> Result<Vec<Difference>, Stopped> {
    let fitting = Cluster::fitting(a, b);
    let mut out = Vec::with_capacity(measures.len());
    for (done, &measure) in measures.iter().enumerate() {
        progress.step(done, measures.len())?;
        let cluster = if measure.part().is_some() {
            fitting
        } else {
            Cluster::Article
        };
        let (of_a, of_b) = (a.parts(measure, cluster), b.parts(measure, cluster));
        out.push(difference(measure, cluster, &of_a, &of_b, seed));
    }
    adjust(&mut out, (a.name, b.name));
    Ok(out)
}

/// Compares one measure from what each cluster adds to it; neither adjusted nor put in words yet.
pub(super) fn difference(
    measure: &'static Measure,
    cluster: Cluster,
    a: &[Ratio],
    b: &[Ratio],
    seed: u64,
) -> Difference {
    let points = (cluster_values(a), cluster_values(b));
    let (n_a, n_b) = (points.0.len(), points.1.len());
    let test = test_difference(a, b, seed);
    let one_value = measure.part().is_none() && cluster == Cluster::Article && (n_a, n_b) == (1, 1);
    let verdict = match test {
        _ if n_a.min(n_b) == 0 => Verdict::Missing,
        Err(TestError::TooShort) if one_value => Verdict::NotTested,
        Err(TestError::TooShort) => Verdict::TooShort,
        Err(TestError::TooFew) => Verdict::TooFew,
        Ok(test) if test.interval.excludes(0.0) => Verdict::Clear,
        Ok(_) => Verdict::NoClearDifference,
    };
    let test = test.ok().and_then(|test| {
        Some(Test {
            interval: test.interval,
            p: test.p,
            adjusted_p: test.p,
            effect: Effect::between(&points.0, &points.1)?,
        })
    });
    Difference {
        measure,
        name: None,
        a: ratio_of_sums(a),
        b: ratio_of_sums(b),
        test,
        cluster,
        n_a,
        n_b,
        verdict,
        sentence: String::new(),
    }
}

/// The value of each cluster that has one.
fn cluster_values(parts: &[Ratio]) -> Vec<f64> {
    parts.iter().filter_map(|part| part.value()).collect()
}

/// Adjusts the p-values over all that were tested and puts every verdict in words.
pub(super) fn adjust<'a>(
    differences: impl IntoIterator<Item = &'a mut Difference>,
    names: (&str, &str),
) {
    let mut differences: Vec<&mut Difference> = differences.into_iter().collect();
    let p: Vec<f64> = differences
        .iter()
        .filter_map(|item| Some(item.test?.p))
        .collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    for item in &mut differences {
        if let Some(test) = &mut item.test {
            test.adjusted_p = adjusted.next().unwrap_or(1.0);
            if item.verdict == Verdict::Clear && test.adjusted_p > 1.0 - LEVEL {
                item.verdict = Verdict::Possible;
            }
        }
        item.sentence = item.in_full(names, p.len());
    }
}
