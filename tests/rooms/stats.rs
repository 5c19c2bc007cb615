//! Statistics against figures worked out elsewhere and properties that must hold.

mod adjust {
    use parallax::stats::benjamini_hochberg;

    #[test]
    fn it_gives_the_figures_of_r() {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "BH")
        let expected = [0.025, 0.05, 0.05, 0.025, 0.5];
        let adjusted = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005, 0.5]);
        for (value, expected) in adjusted.iter().zip(expected) {
            assert!((value - expected).abs() < 1e-12, "{adjusted:?}");
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}

mod effect {
    use parallax::stats::{Effect, EffectSize};

    #[test]
    fn it_counts_pairs() {
        let (a, b) = ([1.0, 2.0, 3.0], [2.0, 2.0, 5.0, -1.0]);
        let mut count = 0_i32;
        for x in a {
            for y in b {
                count += i32::from(x > y) - i32::from(x < y);
            }
        }
        let delta = |a: &[f64], b: &[f64]| Effect::between(a, b).map(Effect::delta);
        assert_eq!(delta(&a, &b), Some(f64::from(count) / 12.0));
        assert_eq!(delta(&b, &a), Some(f64::from(-count) / 12.0));
        assert_eq!(delta(&a, &a), Some(0.0));
    }

    #[test]
    fn one_value_a_side_has_no_effect_size() {
        let many = [1.0, 2.0, 3.0];
        for (a, b) in [(&many[..1], &many[..1]), (&many, &many[..1]), (&[], &many)] {
            assert_eq!(Effect::between(a, b), None);
        }
    }

    #[test]
    fn sizes_have_words() {
        assert_eq!(EffectSize::of(-0.1).label(), "negligible");
        assert_eq!(EffectSize::of(0.2).label(), "small");
        assert_eq!(EffectSize::of(-0.4).label(), "medium");
        assert_eq!(EffectSize::of(1.0).label(), "large");
    }
}

#[expect(clippy::float_cmp, reason = "tests")]
mod log_odds {
    use parallax::stats::log_odds;

    #[test]
    fn it_follows_the_published_formula() {
        let got = log_odds(6.0, 100.0, 1.0, 50.0, 30.0);
        let w: f64 = 30.0 * 7.0 / 150.0;
        let expected = ((6.0 + w) / (130.0 - 6.0 - w)).ln() - ((1.0 + w) / (80.0 - 1.0 - w)).ln();
        assert!((got.value - expected).abs() < 1e-12);
        let error = (1.0 / (6.0 + w) + 1.0 / (1.0 + w)).sqrt();
        assert!((got.z - expected / error).abs() < 1e-12);
    }

    #[test]
    fn equal_use_gives_nothing_and_nothing_gives_nothing() {
        assert_eq!(log_odds(3.0, 30.0, 3.0, 30.0, 10.0).value, 0.0);
        assert_eq!(log_odds(0.0, 0.0, 0.0, 0.0, 10.0).z, 0.0);
        let there = log_odds(5.0, 80.0, 2.0, 70.0, 10.0);
        let back = log_odds(2.0, 70.0, 5.0, 80.0, 10.0);
        assert_eq!(there.value, -back.value);
        assert_eq!(there.z, -back.z);
    }
}

#[expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod ratio {
    use parallax::stats::{Ratio, Rng, TestError, ratio_of_sums, test_difference};

    fn group(seed: u64, n: usize, shift: f64) -> Vec<Ratio> {
        let mut rng = Rng::new(seed);
        (0..n)
            .map(|_| {
                let bottom = (1 + rng.below(4)) as f64;
                let top = bottom * (rng.below(1_000) as f64 / 500.0 - 1.0 + shift);
                Ratio { top, bottom }
            })
            .collect()
    }

    #[test]
    fn halves_of_one_population_differ_about_one_time_in_twenty() {
        let mut excluded = 0;
        for seed in 0..600 {
            let parts = group(seed, 20, 0.0);
            let test = test_difference(&parts[..10], &parts[10..], 1).unwrap();
            excluded += u32::from(test.interval.excludes(0.0));
        }
        assert!((15..48).contains(&excluded), "{excluded} of 600");
    }

    #[test]
    fn a_shift_is_found_and_the_interval_covers_it() {
        let (mut found, mut covered) = (0, 0);
        for seed in 0..200 {
            let a = group(seed, 30, 0.6);
            let b = group(seed + 10_000, 12, 0.0);
            let test = test_difference(&a, &b, 1).unwrap();
            found += u32::from(test.interval.excludes(0.0));
            covered += u32::from(!test.interval.excludes(0.6));
        }
        assert!(found > 120, "found {found} of 200");
        assert!((182..=199).contains(&covered), "covered {covered} of 200");
    }

    #[test]
    fn the_interval_excludes_zero_exactly_when_p_is_at_most_five_per_cent() {
        for seed in 0..200 {
            let a = group(seed, 12, 0.3);
            let b = group(seed + 1_000, 9, 0.0);
            let test = test_difference(&a, &b, seed).unwrap();
            assert_eq!(test.interval.excludes(0.0), test.p <= 0.05, "{test:?}");
        }
    }

    #[test]
    fn swapping_the_groups_flips_the_sign_and_nothing_else() {
        for seed in 0..100 {
            let a = group(seed, 11, 0.2);
            let b = group(seed + 1_000, 8 + usize::from(seed % 2 == 0) * 3, 0.0);
            let there = test_difference(&a, &b, 5).unwrap();
            let back = test_difference(&b, &a, 5).unwrap();
            assert_eq!(there.difference, -back.difference);
            assert_eq!(there.interval.low, -back.interval.high);
            assert_eq!(there.interval.high, -back.interval.low);
            assert_eq!(there.p, back.p);
        }
    }

    #[test]
    fn a_group_against_itself_differs_by_exactly_nothing() {
        let a = group(3, 10, 0.0);
        let test = test_difference(&a, &a, 1).unwrap();
        assert_eq!(test.difference, 0.0);
        assert_eq!(test.p, 1.0);
    }

    #[test]
    fn too_little_is_said_to_be_too_little() {
        let a = group(1, 7, 0.0);
        let b = group(2, 1_000, 0.0);
        assert_eq!(test_difference(&a, &b, 1), Err(TestError::TooShort));
        assert_eq!(test_difference(&[], &[], 1), Err(TestError::TooShort));
        let none = vec![
            Ratio {
                top: 0.0,
                bottom: 9.0
            };
            12
        ];
        assert_eq!(test_difference(&none, &none, 1), Err(TestError::TooFew));
        let nothing = vec![Ratio::default(); 12];
        assert_eq!(
            test_difference(&nothing, &none, 1),
            Err(TestError::TooShort)
        );
        let half = vec![
            Ratio {
                top: 0.5,
                bottom: 1.0
            };
            12
        ];
        assert_eq!(test_difference(&half, &half, 1), Err(TestError::TooFew));
    }

    #[test]
    fn a_ratio_of_sums_is_not_a_mean_of_ratios() {
        let parts = [
            Ratio {
                top: 1.0,
                bottom: 1.0,
            },
            Ratio {
                top: 0.0,
                bottom: 3.0,
            },
        ];
        assert_eq!(ratio_of_sums(&parts), Some(0.25));
        assert_eq!(ratio_of_sums(&[]), None);
    }
}

mod rng {
    use parallax::stats::Rng;

    #[test]
    fn the_sequence_is_the_published_one() {
        let mut rng = Rng::new(1_234_567);
        assert_eq!(rng.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(rng.next_u64(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn every_item_is_chosen_equally_often() {
        let mut rng = Rng::new(7);
        let mut items: Vec<usize> = (0..6).collect();
        let mut counts = [0_u32; 6];
        for _ in 0..6_000 {
            rng.choose(&mut items, 2);
            for &item in items.iter().take(2) {
                if let Some(count) = counts.get_mut(item) {
                    *count += 1;
                }
            }
        }
        assert!(
            counts.iter().all(|c| (1_850..2_150).contains(c)),
            "{counts:?}"
        );
    }
}
