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

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::float_cmp, reason = "tests")]
mod tests {
    use super::{Difference, Progress, Verdict, differences};
    use crate::compare::fixture::{self, Sample};
    use crate::compare::{Cluster, SourceView};
    use crate::score::measure::Measure;
    use crate::score::tone::TONE;
    use crate::stats::Rng;

    /// An article of `n` paragraphs of which `bad` in ten have a bad word.
    fn article(seed: u64, n: usize, bad: usize) -> Sample {
        let mut rng = Rng::new(seed);
        let texts: Vec<String> = (0..n)
            .map(|_| {
                let word = if rng.below(10) < bad { "bad" } else { "plain" };
                format!("One {word} thing. Another thing was good.")
            })
            .collect();
        fixture::sample(&texts)
    }

    fn tone(a: &SourceView<'_>, b: &SourceView<'_>) -> Difference {
        let mut found = differences(a, b, &[&TONE], 1, &Progress::default()).unwrap();
        found.remove(0)
    }

    fn compare(a: &Sample, b: &Sample) -> Difference {
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (fixture::source("Ant", &pa), fixture::source("Bee", &pb));
        tone(&a, &b)
    }

    #[test]
    fn a_strong_difference_is_clear_and_names_the_higher() {
        let found = compare(&article(1, 20, 10), &article(2, 20, 0));
        assert_eq!(found.verdict, Verdict::TooFew, "no spread on either side");
        let found = compare(&article(1, 20, 8), &article(2, 20, 1));
        assert_eq!(found.verdict, Verdict::Clear);
        assert!(found.difference().unwrap() < 0.0);
        assert!(found.interval().unwrap().excludes(0.0));
        assert!(
            found
                .sentence
                .starts_with("Tone: Bee is higher than Ant by "),
            "{}",
            found.sentence
        );
    }

    #[test]
    fn the_default_sentence_claims_nothing() {
        let found = compare(&article(1, 12, 4), &article(2, 12, 5));
        assert_eq!(found.verdict, Verdict::NoClearDifference);
        assert_eq!(found.sentence, "Tone: no clear difference at this length.");
    }

    #[test]
    fn seven_paragraphs_are_too_short_and_none_has_no_value() {
        let long = article(1, 1_000, 4);
        let found = compare(&article(2, 7, 4), &long);
        assert_eq!(found.verdict, Verdict::TooShort);
        assert_eq!((found.n_a, found.n_b), (7, 1_000));
        assert!(found.test.is_none() && found.difference().is_some());
        let found = compare(&article(2, 0, 4), &long);
        assert_eq!(found.verdict, Verdict::Missing);
        assert!(found.difference().is_none() && found.test.is_none());
    }

    #[test]
    fn swapping_the_sources_flips_every_sign_and_nothing_else() {
        for seed in 0..20 {
            let (a, b) = (article(seed, 9, 7), article(seed + 100, 14, 3));
            let (there, back) = (compare(&a, &b), compare(&b, &a));
            assert_eq!(there.difference().unwrap(), -back.difference().unwrap());
            let (test, other) = (there.test.unwrap(), back.test.unwrap());
            assert_eq!(test.effect.delta(), -other.effect.delta());
            assert_eq!(test.interval.low, -other.interval.high);
            assert_eq!(test.adjusted_p, other.adjusted_p);
            assert_eq!((there.a, there.n_a), (back.b, back.n_b));
            assert_eq!(there.verdict, back.verdict);
        }
    }

    #[test]
    fn a_source_against_itself_differs_by_nothing() {
        let a = article(5, 12, 5);
        let found = compare(&a, &a);
        assert_eq!(found.difference(), Some(0.0));
        assert_eq!(found.test.unwrap().effect.delta(), 0.0);
        assert_eq!(found.verdict, Verdict::NoClearDifference);
    }

    #[test]
    fn of_several_measures_one_narrow_escape_is_only_possible() {
        let measures: Vec<&'static Measure> = vec![&TONE; 3];
        let (a, b) = (article(3, 10, 7), article(4, 10, 3));
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (fixture::source("Ant", &pa), fixture::source("Bee", &pb));
        for item in differences(&a, &b, &measures, 1, &Progress::default()).unwrap() {
            let test = item.test.unwrap();
            assert!(test.adjusted_p >= test.p);
        }
    }

    #[test]
    fn many_articles_are_their_own_clusters() {
        let a: Vec<Sample> = (0..9).map(|s| article(s, 6, 6)).collect();
        let b: Vec<Sample> = (0..8).map(|s| article(s + 50, 6, 4)).collect();
        let pa: Vec<_> = a.iter().map(Sample::pair).collect();
        let pb: Vec<_> = b.iter().map(Sample::pair).collect();
        let (a, b) = (fixture::source("Ant", &pa), fixture::source("Bee", &pb));
        let found = tone(&a, &b);
        assert_eq!(found.cluster, Cluster::Article);
        assert_eq!((found.n_a, found.n_b), (9, 8));
        let found = tone(&a, &fixture::source("Bee", pb.get(..1).unwrap()));
        assert_eq!(found.cluster, Cluster::Paragraph);
        assert_eq!((found.n_a, found.n_b), (54, 6));
    }
}
