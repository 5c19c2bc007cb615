//! Comparison: what is compared with what, and what may be said of it.

#[expect(clippy::unwrap_used, clippy::float_cmp, reason = "tests")]
mod differences {
    use parallax::compare::{Cluster, Difference, SourceView, Verdict, differences};
    use parallax::score::measure::Measure;
    use parallax::stats::Rng;
    use parallax::work::Progress;

    use crate::fixture;
    use crate::fixture::{Sample, tone_measure};

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
        let mut found = differences(a, b, &[tone_measure()], 1, &Progress::default()).unwrap();
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
        let measures: Vec<&'static Measure> = vec![tone_measure(); 3];
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

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod written {
    use parallax::compare::{Comparison, Options};

    use crate::fixture::{sample, source};

    #[test]
    fn offsets_are_code_points_and_the_seed_is_kept() {
        let a = sample(&["“Très” bad news. Good news."]);
        let b = sample(&["“Très” bad news."]);
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (va, vb) = (source("Ant", &pa), source("Bee", &pb));
        let options = Options {
            seed: 42,
            ..Options::default()
        };
        let comparison = Comparison::new(&va, &vb, &options);
        let json = serde_json::to_value(comparison.document(&va, &vb)).unwrap();
        assert_eq!(json["seed"], 42);
        assert_eq!(json["a"]["name"], "Ant");
        assert_eq!(json["differences"][0]["measure"], "tone");
        let words = json["word_shift"]["words"].as_array().unwrap();
        let bad = words.iter().find(|w| w["word"] == "bad").unwrap();
        assert_eq!(bad["uses"][0]["span"], serde_json::json!([7, 10]));
        assert_eq!(json["matches"][0]["b"]["text"], "“Très” bad news.");
    }
}

#[expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod people {
    use parallax::article::Side;
    use parallax::compare::{NamedBy, OneSided, Verdict, named_by};
    use parallax::work::Progress;

    use crate::fixture::{Sample, sample, source};

    fn compared(a: &[&Sample], b: &[&Sample]) -> NamedBy {
        let pairs = [a, b].map(|side| side.iter().map(|one| one.pair()).collect::<Vec<_>>());
        let (a, b) = (source("Ant", &pairs[0]), source("Bee", &pairs[1]));
        named_by(&a, &b, 1, &Progress::default()).unwrap_or_default()
    }

    #[test]
    fn names_both_mention_are_paired_and_every_mention_is_there() {
        let a = sample(&[
            "Mayor Anna Kowalski lied to the council. Kowalski wrecked the plan.",
            "The dock workers of Springfield praised Anna Kowalski.",
        ]);
        let b = sample(&["Anna Kowalski won praise. Peter Holm said so."]);
        let found = compared(&[&a], &[&b]);
        let pair = found
            .both
            .iter()
            .find(|pair| pair.name() == "Anna Kowalski");
        let pair = pair.unwrap();
        assert_eq!(Side::BOTH.map(|side| pair.count(side)), [3, 1]);
        assert_eq!(pair.mentions.len(), 4);
        let mean = pair.mentions[..3].iter().map(|m| m.tone).sum::<f64>() / 3.0;
        assert!((pair.towards.a.unwrap() - mean).abs() < 1e-12);
        assert_eq!(pair.towards.test, None);
        assert_eq!(pair.towards.verdict, Verdict::TooShort);
        assert!(found.only_b.iter().any(|one| one.name == "Peter Holm"));
        let back = compared(&[&b], &[&a]);
        let by = |found: &NamedBy| found.both[0].towards.difference().unwrap();
        assert_eq!(by(&back), -by(&found));
        assert_eq!(back.both[0].name(), found.both[0].name());
        let alone = |one: &OneSided| (one.name.clone(), one.n, one.places.len());
        assert_eq!(
            back.only_a.iter().map(alone).collect::<Vec<_>>(),
            found.only_b.iter().map(alone).collect::<Vec<_>>()
        );
    }

    #[test]
    fn of_collections_articles_are_what_is_sampled() {
        // Each names her in three paragraphs: nine articles are nine pieces, not twenty-seven.
        let of = |says: &str| -> Vec<Sample> {
            let paragraph = format!("Anna Kowalski was {says} by the crowd.");
            (0..9).map(|_| sample(&[paragraph.as_str(); 3])).collect()
        };
        let (praised, attacked) = (of("praised and loved"), of("attacked and hated"));
        let [a, b] = [&praised, &attacked].map(|all| all.iter().collect::<Vec<&Sample>>());
        let found = compared(&a, &b);
        let towards = &found.both[0].towards;
        assert_eq!((towards.n_a, towards.n_b), (9, 9));
        assert_eq!(found.both[0].n, [27, 27]);
    }

    #[test]
    fn names_of_many_articles_count_together() {
        let texts: Vec<Sample> = (0..9)
            .map(|_| sample(&["Anna Kowalski was praised by the happy crowd."]))
            .collect();
        let worse = sample(&["Anna Kowalski lied to the furious crowd."; 9]);
        let all: Vec<&Sample> = texts.iter().collect();
        let found = compared(&all, &[&worse]);
        let pair = &found.both[0];
        assert_eq!(Side::BOTH.map(|side| pair.count(side)), [9, 9]);
        assert_eq!(pair.mentions[8].place.article, 8);
    }

    #[test]
    fn of_many_names_one_narrow_escape_is_only_possible() {
        let paragraphs = |low: &str, high: &str, rates: [usize; 5]| -> Vec<String> {
            // Rates that differ: names with one rate have one p-value, which adjusting leaves as it is.
            const NAMES: [&str; 5] = [
                "Anna Kowalski",
                "Peter Holm",
                "Maria Ruiz",
                "John Baker",
                "Ida Stone",
            ];
            (0..12)
                .flat_map(|at| {
                    NAMES.iter().zip(rates).map(move |(name, rate)| {
                        let word = if (at * 5 + name.len()) % 12 < rate {
                            low
                        } else {
                            high
                        };
                        format!("{name} was {word} by the crowd on day {at}.")
                    })
                })
                .collect()
        };
        let a = sample(&paragraphs(
            "attacked and hated",
            "praised and loved",
            [7; 5],
        ));
        let b = sample(&paragraphs(
            "attacked and hated",
            "praised and loved",
            [1, 2, 3, 4, 5],
        ));
        let found = compared(&[&a], &[&b]);
        let tests: Vec<_> = found
            .both
            .iter()
            .filter_map(|pair| pair.towards.test)
            .collect();
        assert!(tests.len() >= 4, "{}", found.both.len());
        assert!(tests.iter().all(|test| test.adjusted_p >= test.p));
        assert!(tests.iter().any(|test| test.adjusted_p > test.p));
    }
}

#[expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod word_shift {
    use parallax::article::{Place, Side};
    use parallax::compare::word_shift;

    use crate::fixture::{sample, source};

    const MARKS: &str = "! ?";

    #[test]
    fn shifts_add_up_to_the_difference() {
        let a = sample(&[
            "A very bad day! Good good things. A bad and good day. Nothing.",
            "very good!",
        ]);
        let b = sample(&["A good day. A bad one, a bad one. Not much", "bad!"]);
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (va, vb) = (source("A", &pa), source("B", &pb));
        let shift = word_shift(&va, &vb);
        let expected = a.analysis.tone.mean.unwrap() - b.analysis.tone.mean.unwrap();
        assert!((shift.difference.unwrap() - expected).abs() < 1e-12);
        assert!(expected.abs() > 0.01);
        let sum: f64 = shift.words.iter().map(|w| w.shift).sum();
        assert!((sum - expected).abs() < 1e-9, "{sum} {expected}");
        for word in &shift.words {
            assert!((word.by_value + word.by_rules - word.shift).abs() < 1e-12);
        }
        let names: Vec<&str> = shift.words.iter().map(|w| w.word.as_str()).collect();
        assert!(names.contains(&MARKS) && names.contains(&"good") && names.contains(&"bad"));
        let back = word_shift(&vb, &va);
        for (there, back) in shift.words.iter().zip(&back.words) {
            assert_eq!(there.word, back.word);
            assert_eq!(there.shift, -back.shift);
            assert_eq!(there.by_rules, -back.by_rules);
        }
    }

    #[test]
    fn a_word_opens_its_uses_in_both_texts() {
        let a = sample(&["One bad day. Another very bad day."]);
        let b = sample(&["Nothing here.", "All bad."]);
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let shift = word_shift(&source("A", &pa), &source("B", &pb));
        let uses = &shift.words[0].uses;
        assert_eq!(uses.len(), 3);
        assert_eq!(uses[1].span.of(&a.article.blocks[0].text), "bad");
        assert_eq!(uses[1].rules, ["boosted by “very”"]);
        assert_eq!(uses[2].place, Place::block(Side::B, 0, 1));
    }

    #[test]
    fn an_empty_side_has_no_difference() {
        let a = sample(&["One bad day."]);
        let none = sample::<&str>(&[]);
        let (pa, pb) = ([a.pair()], [none.pair()]);
        let shift = word_shift(&source("A", &pa), &source("B", &pb));
        assert_eq!(shift.difference, None);
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod terms {
    use crate::fixture::{Sample, sample, source};
    use parallax::compare::{Term, distinctive_terms};
    use parallax::work::Progress;

    fn terms(a: &Sample, b: &Sample) -> Vec<Term> {
        let (pa, pb) = ([a.pair()], [b.pair()]);
        distinctive_terms(&source("A", &pa), &source("B", &pb), &Progress::default()).unwrap()
    }

    #[test]
    fn terms_are_ranked_with_their_counts() {
        let a = sample(&["The harbour fees rose. Harbour traders met at the White House."]);
        let b = sample(&["The strike went on. Strikers at the White House struck. A strike."]);
        let found = terms(&a, &b);
        let harbour = found.iter().find(|t| t.term == "harbour");
        assert!(harbour.is_some_and(|t| (t.a, t.b) == (2, 0) && t.z > 0.0));
        let strike = found.iter().find(|t| t.term == "strike");
        assert!(
            strike.is_some_and(|t| (t.a, t.b) == (0, 2) && t.z < 0.0),
            "{found:?}"
        );
        let house: Vec<&str> = found
            .iter()
            .filter(|t| t.term.to_lowercase().contains("house"))
            .map(|t| t.term.as_str())
            .collect();
        assert_eq!(house, ["White House"], "the phrase stands for its words");
    }

    #[test]
    fn swapping_the_sources_flips_the_signs() {
        let a = sample(&["Harbour fees. Harbour fees rose again, fees."]);
        let b = sample(&["Harbour strike. The strike rose."]);
        let (there, back) = (terms(&a, &b), terms(&b, &a));
        assert!(there.len() >= 3);
        for (there, back) in there.iter().zip(&back) {
            assert_eq!(
                (&there.term, there.a, there.z),
                (&back.term, back.b, -back.z)
            );
        }
    }
}
