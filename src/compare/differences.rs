//! Which measures differ between two sources, and how sure that is.

use super::difference::{Difference, SecondOpinion, Test};
use super::source::{Cluster, SourceView};
use super::verdict::Verdict;
use crate::score::measure::Measure;
use crate::score::second::second_measure;
use crate::stats::{
    Effect, LEVEL, Ratio, TestError, benjamini_hochberg, mean, ratio_of_sums, test_difference,
    test_paired,
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
    let mut out = Vec::with_capacity(measures.len());
    for (done, &measure) in measures.iter().enumerate() {
        progress.step(done, measures.len())?;
        out.push(one_difference(a, b, measure, seed));
    }
    adjust(&mut out, (a.name, b.name));
    Ok(out)
}

/// Compares one measure, by whichever reader reads it; neither adjusted nor put in words yet.
pub(super) fn one_difference(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    measure: &'static Measure,
    seed: u64,
) -> Difference {
    let cluster = if measure.part().is_some() {
        Cluster::fitting(a, b)
    } else {
        Cluster::Article
    };
    let (of_a, of_b) = (a.parts(measure, cluster), b.parts(measure, cluster));
    let mut item = difference(measure, cluster, &of_a, &of_b, seed);
    if let Some(second) = second_measure(measure).filter(|_| a.is_read() && b.is_read()) {
        let value = second.value;
        let parts = (a.parts_of(value, cluster), b.parts_of(value, cluster));
        item.ask(&parts.0, &parts.1, seed);
    }
    item
}

/// What a test says of two groups of clusters.
struct Tested {
    a: Option<f64>,
    b: Option<f64>,
    n: (usize, usize),
    test: Option<Test>,
    verdict: Verdict,
}

fn tested(a: &[Ratio], b: &[Ratio], one_an_article: bool, seed: u64) -> Tested {
    let points = (cluster_values(a), cluster_values(b));
    let (n_a, n_b) = (points.0.len(), points.1.len());
    let test = test_difference(a, b, seed);
    let one_value = one_an_article && (n_a, n_b) == (1, 1);
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
    Tested {
        a: ratio_of_sums(a),
        b: ratio_of_sums(b),
        n: (n_a, n_b),
        test,
        verdict,
    }
}

/// Compares one measure from what each cluster adds to it; neither adjusted nor put in words yet.
pub(super) fn difference(
    measure: &'static Measure,
    cluster: Cluster,
    a: &[Ratio],
    b: &[Ratio],
    seed: u64,
) -> Difference {
    let one_an_article = measure.part().is_none() && cluster == Cluster::Article;
    let tested = tested(a, b, one_an_article, seed);
    Difference {
        measure,
        name: None,
        a: tested.a,
        b: tested.b,
        test: tested.test,
        cluster,
        n_a: tested.n.0,
        n_b: tested.n.1,
        verdict: tested.verdict,
        second: None,
        sentence: String::new(),
    }
}

/// Compares one measure within pairs of values of A and B, one pair a story; neither adjusted nor put in words yet.
pub(super) fn paired(measure: &'static Measure, pairs: &[(f64, f64)], seed: u64) -> Difference {
    let (of_a, of_b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let differences: Vec<f64> = pairs.iter().map(|(a, b)| a - b).collect();
    let test = test_paired(&differences, seed);
    let verdict = match test {
        _ if pairs.is_empty() => Verdict::Missing,
        Err(TestError::TooShort) => Verdict::TooShort,
        Err(TestError::TooFew) => Verdict::TooFew,
        Ok(test) if test.interval.excludes(0.0) => Verdict::Clear,
        Ok(_) => Verdict::NoClearDifference,
    };
    Difference {
        measure,
        name: None,
        a: mean(&of_a),
        b: mean(&of_b),
        test: test.ok().and_then(|test| {
            Some(Test {
                interval: test.interval,
                p: test.p,
                adjusted_p: test.p,
                effect: Effect::between(&of_a, &of_b)?,
            })
        }),
        cluster: Cluster::Story,
        n_a: pairs.len(),
        n_b: pairs.len(),
        verdict,
        second: None,
        sentence: String::new(),
    }
}

impl Difference {
    /// Asks the second reader, by what each cluster adds to its values.
    pub(super) fn ask(&mut self, a: &[Ratio], b: &[Ratio], seed: u64) {
        let one_an_article = self.measure.part().is_none() && self.cluster == Cluster::Article;
        let tested = tested(a, b, one_an_article, seed);
        self.second = Some(SecondOpinion {
            a: tested.a,
            b: tested.b,
            test: tested.test,
            verdict: tested.verdict,
        });
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
    let tested = adjust_together(&mut differences);
    for item in differences {
        item.sentence = item.in_full(names, tested);
    }
}

/// Adjusts the p-values over all that were tested; how many were.
pub(super) fn adjust_together(differences: &mut [&mut Difference]) -> usize {
    let p: Vec<f64> = differences
        .iter()
        .filter_map(|item| Some(item.test?.p))
        .collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    let of_second: Vec<f64> = differences
        .iter()
        .filter_map(|item| Some(item.second?.test?.p))
        .collect();
    let mut adjusted_second = benjamini_hochberg(&of_second).into_iter();
    for item in differences {
        if let Some(test) = &mut item.test {
            weigh(test, &mut item.verdict, &mut adjusted);
        }
        if let Some(second) = &mut item.second
            && let Some(test) = &mut second.test
        {
            weigh(test, &mut second.verdict, &mut adjusted_second);
        }
        item.dispute();
    }
    p.len()
}

/// Takes over the next adjusted p-value.
fn weigh(test: &mut Test, verdict: &mut Verdict, adjusted: &mut impl Iterator<Item = f64>) {
    test.adjusted_p = adjusted.next().unwrap_or(1.0);
    if *verdict == Verdict::Clear && test.adjusted_p > 1.0 - LEVEL {
        *verdict = Verdict::Possible;
    }
}
