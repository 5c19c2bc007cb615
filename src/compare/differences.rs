//! Which measures differ between two sources, and how sure that is.

use serde::{Serialize, Serializer};

use super::source::{Cluster, SourceView};
use crate::score::measure::Measure;
use crate::stats::{
    self, EffectSize, Interval, Ratio, RatioTest, TestError, benjamini_hochberg, cliffs_delta,
    ratio_of_sums, test_difference,
};
use crate::work::{Progress, Stopped};

/// One measure, compared.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    /// The measure; its identifier in JSON.
    #[serde(serialize_with = "measure_id")]
    pub measure: &'static Measure,
    /// Its value for A.
    pub a: Option<f64>,
    /// Its value for B.
    pub b: Option<f64>,
    /// A less B.
    pub difference: Option<f64>,
    /// 95 % interval of the difference; `None` where there is too little text for one.
    pub interval: Option<Interval>,
    /// Permutation p-value.
    pub p: Option<f64>,
    /// The same, adjusted for the number of measures tested (Benjamini–Hochberg).
    pub adjusted_p: Option<f64>,
    /// Cliff's δ over the clusters, −1 to +1.
    pub delta: Option<f64>,
    /// δ in words.
    pub effect: Option<EffectSize>,
    /// What counts as one piece.
    pub cluster: Cluster,
    /// Pieces of A that the measure could be computed for.
    pub n_a: usize,
    /// Pieces of B that the measure could be computed for.
    pub n_b: usize,
    /// What may be said.
    pub verdict: Verdict,
    /// The same as a sentence.
    pub sentence: String,
}

/// What may be said about a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A side has no value.
    Missing,
    /// One value a side: the two values can be shown, no interval can be given.
    NotTested,
    /// Fewer than eight pieces a side.
    TooShort,
    /// Enough text, but hardly anything in it that the measure counts.
    TooFew,
    /// The interval includes zero.
    NoClearDifference,
    /// The interval excludes zero, but with this many measures one such difference is not surprising.
    Possible,
    /// The interval excludes zero, and so it stays after adjusting for the number of measures.
    Clear,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
fn measure_id<S: Serializer>(measure: &&'static Measure, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(measure.id)
}

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
    let values = (ratio_of_sums(a), ratio_of_sums(b));
    let points = (cluster_values(a), cluster_values(b));
    let test = test_difference(a, b, seed);
    let delta = cliffs_delta(&points.0, &points.1);
    let tested = test.ok();
    Difference {
        measure,
        a: values.0,
        b: values.1,
        difference: values.0.zip(values.1).map(|(a, b)| a - b),
        interval: tested.map(|t| t.interval),
        p: tested.map(|t| t.p),
        adjusted_p: None,
        delta,
        effect: delta.map(EffectSize::of),
        cluster,
        n_a: points.0.len(),
        n_b: points.1.len(),
        verdict: first_verdict(measure, &points, test),
        sentence: String::new(),
    }
}

fn first_verdict(
    measure: &Measure,
    points: &(Vec<f64>, Vec<f64>),
    test: Result<RatioTest, TestError>,
) -> Verdict {
    if points.0.is_empty() || points.1.is_empty() {
        return Verdict::Missing;
    }
    match test {
        Err(TestError::TooShort) if measure.part().is_none() => Verdict::NotTested,
        Err(TestError::TooShort) => Verdict::TooShort,
        Err(TestError::TooFew) => Verdict::TooFew,
        Ok(test) if test.interval.excludes(0.0) => Verdict::Clear,
        Ok(_) => Verdict::NoClearDifference,
    }
}

/// The value of each cluster that has one.
fn cluster_values(parts: &[Ratio]) -> Vec<f64> {
    parts.iter().filter_map(|part| part.value()).collect()
}

/// Adjusts the p-values over all that were tested and puts every verdict in words.
pub(super) fn adjust(differences: &mut [Difference], names: (&str, &str)) {
    let p: Vec<f64> = differences.iter().filter_map(|d| d.p).collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    let tested = p.len();
    for item in differences {
        if item.p.is_some() {
            item.adjusted_p = adjusted.next();
        }
        let chance = item.adjusted_p.is_some_and(|p| p > 1.0 - stats::LEVEL);
        if item.verdict == Verdict::Clear && chance {
            item.verdict = Verdict::Possible;
        }
        item.sentence = sentence(item, names, tested);
    }
}

fn sentence(item: &Difference, (a, b): (&str, &str), tested: usize) -> String {
    let label = item.measure.label;
    match item.verdict {
        Verdict::Missing => format!("{label}: cannot be compared, a side has nothing to measure."),
        Verdict::NotTested => {
            format!("{label}: one value a side, so no interval can be given.")
        }
        Verdict::TooShort => format!(
            "{label}: too short to compare ({} and {} {}; at least 8 a side are needed).",
            item.n_a,
            item.n_b,
            item.cluster.label(item.n_b)
        ),
        Verdict::TooFew => format!("{label}: too little of it here to compare."),
        Verdict::NoClearDifference => format!("{label}: no clear difference at this length."),
        Verdict::Possible => format!(
            "{label}: {}, but one of {tested} measures will often differ this much by chance.",
            order(item, a, b)
        ),
        Verdict::Clear => format!("{label}: {}.", order(item, a, b)),
    }
}

/// "A is higher than B by 0.20 (95 % interval 0.05 to 0.35)", with the higher named first.
fn order(item: &Difference, a: &str, b: &str) -> String {
    let difference = item.difference.unwrap_or_default();
    let interval = item.interval.unwrap_or(Interval::around(difference, 0.0));
    let (high, low, by, ends) = if difference < 0.0 {
        (b, a, -difference, (-interval.high, -interval.low))
    } else {
        (a, b, difference, (interval.low, interval.high))
    };
    let digits = item.measure.digits();
    format!(
        "{high} is higher than {low} by {by:.digits$} (95 % interval {:.digits$} to {:.digits$})",
        ends.0, ends.1
    )
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::float_cmp, reason = "tests")]
mod tests {
    use super::{Difference, Verdict, differences};
    use crate::compare::fixture::{self, Sample};
    use crate::compare::{Cluster, SourceView};
    use crate::score::measure::Measure;
    use crate::score::tone::TONE;
    use crate::stats::Rng;
    use crate::work::Progress;

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
        assert!(found.difference.unwrap() < 0.0);
        assert!(found.interval.unwrap().excludes(0.0));
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
        assert!(found.interval.is_none() && found.difference.is_some());
        let found = compare(&article(2, 0, 4), &long);
        assert_eq!(found.verdict, Verdict::Missing);
        assert!(found.difference.is_none() && found.delta.is_none());
    }

    #[test]
    fn swapping_the_sources_flips_every_sign_and_nothing_else() {
        for seed in 0..20 {
            let (a, b) = (article(seed, 9, 7), article(seed + 100, 14, 3));
            let (there, back) = (compare(&a, &b), compare(&b, &a));
            assert_eq!(there.difference.unwrap(), -back.difference.unwrap());
            assert_eq!(there.delta.unwrap(), -back.delta.unwrap());
            assert_eq!(there.interval.unwrap().low, -back.interval.unwrap().high);
            assert_eq!(there.adjusted_p, back.adjusted_p);
            assert_eq!((there.a, there.n_a), (back.b, back.n_b));
            assert_eq!(there.verdict, back.verdict);
        }
    }

    #[test]
    fn a_source_against_itself_differs_by_nothing() {
        let a = article(5, 12, 5);
        let found = compare(&a, &a);
        assert_eq!(found.difference, Some(0.0));
        assert_eq!(found.delta, Some(0.0));
        assert_eq!(found.verdict, Verdict::NoClearDifference);
    }

    #[test]
    fn of_several_measures_one_narrow_escape_is_only_possible() {
        let measures: Vec<&'static Measure> = vec![&TONE; 3];
        let (a, b) = (article(3, 10, 7), article(4, 10, 3));
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (fixture::source("Ant", &pa), fixture::source("Bee", &pb));
        for item in differences(&a, &b, &measures, 1, &Progress::default()).unwrap() {
            assert!(item.adjusted_p.unwrap() >= item.p.unwrap());
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
