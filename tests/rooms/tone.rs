//! Tone: the rules, the names, the means of a text.

mod tone_rules {
    //! One test a rule, one a trap. The figures are the reference's.
    #![expect(
        clippy::unwrap_used,
        clippy::panic,
        clippy::indexing_slicing,
        reason = "tests"
    )]
    use parallax::score::tone;
    use parallax::score::tone::{Names, Rule, SentenceTone, ToneOptions, Unscored};

    fn exact(text: &str) -> SentenceTone {
        tone::score(text, ToneOptions::EXACT, &Names::default())
    }

    /// The rules applied to `word` in order, each with the words that caused it, and its final valence.
    fn rules(text: &str, word: &str) -> (Vec<String>, f64) {
        let tone = exact(text);
        let found = tone.words.iter().find(|found| found.span.of(text) == word);
        found.map_or((Vec::new(), 0.0), |found| {
            let steps = found.rules.iter().map(|step| step.describe(text));
            (steps.collect(), found.valence)
        })
    }

    #[track_caller]
    fn assert_rules(text: &str, word: &str, expected: &[&str], valence: f64) {
        let (found, value) = rules(text, word);
        assert_eq!(found, expected, "{text}");
        assert!(
            (value - valence).abs() < 1e-9,
            "{text}: {value}, expected {valence}"
        );
    }

    #[test]
    fn a_word_alone_has_its_lexicon_value() {
        assert_rules("It was good", "good", &[], 1.9);
    }

    #[test]
    fn the_three_mended_entries_have_the_values_of_the_reference() {
        assert_rules("her heart", "heart", &[], 3.2);
        assert_rules("their hearts", "hearts", &[], 3.3);
        assert_rules("see you :p", ":p", &[], 1.0);
    }

    #[test]
    fn negation_counts_for_three_words() {
        assert_rules("not good", "good", &["negated by “not”"], 1.9 * -0.74);
        assert_rules("not a good", "good", &["negated by “not”"], 1.9 * -0.74);
        assert_rules("not a the good", "good", &["negated by “not”"], 1.9 * -0.74);
        assert_rules("not a the x good", "good", &[], 1.9);
        assert_rules(
            "He shouldn'ty good",
            "good",
            &["negated by “shouldn'ty”"],
            1.9 * -0.74,
        );
    }

    #[test]
    fn boosters_and_dampeners_lose_strength_with_distance() {
        assert_rules("very good", "good", &["boosted by “very”"], 1.9 + 0.293);
        assert_rules(
            "very x good",
            "good",
            &["boosted by “very”"],
            1.9 + 0.293 * 0.95,
        );
        assert_rules(
            "very x y good",
            "good",
            &["boosted by “very”"],
            1.9 + 0.293 * 0.9,
        );
        assert_rules(
            "slightly bad",
            "bad",
            &["dampened by “slightly”"],
            -2.5 + 0.293,
        );
    }

    #[test]
    fn capitals_count_only_where_others_are_small() {
        assert_rules("a GOOD day", "GOOD", &["in capitals: “GOOD”"], 1.9 + 0.733);
        assert_rules("A GOOD DAY", "GOOD", &[], 1.9);
        assert_rules(
            "an AWFUL day",
            "AWFUL",
            &["in capitals: “AWFUL”"],
            -2.0 - 0.733,
        );
    }

    #[test]
    fn trap_a_dampener_in_capitals_strengthens() {
        let valence = 1.9 - 0.293 + 0.733;
        assert_rules("BARELY good", "good", &["dampened by “BARELY”"], valence);
    }

    #[test]
    fn trap_a_word_of_the_lexicon_neither_boosts_nor_negates() {
        // "no" negates by a rule of its own, before capitals; "doubt" is a word of the lexicon.
        assert_rules(
            "x no GOOD",
            "GOOD",
            &["negated by “no”", "in capitals: “GOOD”"],
            1.9 * -0.74 - 0.733,
        );
    }

    #[test]
    fn no_before_a_word_of_the_lexicon_has_no_value_of_its_own() {
        let tone = exact("no good");
        let [no] = tone.unscored.as_slice() else {
            panic!("{tone:?}")
        };
        assert!(matches!(no.why, Unscored::Nullified(step) if step.rule == Rule::NegatesNext));
        assert_rules("no", "no", &[], -1.2);
        assert_rules("no x or good", "good", &["negated by “no”"], 1.9 * -0.74);
        assert_rules("no x y good", "good", &[], 1.9);
    }

    #[test]
    fn never_so_strengthens() {
        assert_rules(
            "never so good",
            "good",
            &["boosted by “so”", "strengthened by “never so”"],
            (1.9 + 0.293) * 1.25,
        );
        assert_rules(
            "never this good",
            "good",
            &["strengthened by “never this”"],
            1.9 * 1.25,
        );
        assert_rules(
            "never this x good",
            "good",
            &["strengthened by “never this”"],
            1.9 * 1.25,
        );
    }

    #[test]
    fn trap_this_right_before_strengthens_without_never_if_a_third_word_stands_before() {
        assert_rules(
            "x y this good",
            "good",
            &["strengthened by “this”"],
            1.9 * 1.25,
        );
        assert_rules("y this good", "good", &[], 1.9);
    }

    #[test]
    fn without_doubt_does_not_negate() {
        let text = "without doubt good";
        assert_rules(text, "good", &[], 1.9);
        assert_rules(
            "without a good",
            "good",
            &["negated by “without”"],
            1.9 * -0.74,
        );
    }

    #[test]
    fn least_negates_but_not_after_at_or_very() {
        assert_rules("least good", "good", &["negated by “least”"], 1.9 * -0.74);
        assert_rules(
            "the least good",
            "good",
            &["negated by “least”"],
            1.9 * -0.74,
        );
        assert_rules("at least good", "good", &[], 1.9);
        assert_rules(
            "very least good",
            "good",
            &["boosted by “very”"],
            1.9 + 0.293 * 0.95,
        );
    }

    #[test]
    fn kind_of_dampens_and_has_no_value() {
        let text = "He was only kind of good";
        assert_rules(text, "good", &["dampened by “kind of”"], 1.9 - 0.293);
        assert!(matches!(exact(text).unscored.as_slice(), [kind] if kind.why == Unscored::KindOf));
        assert_rules(
            "he had just enough good luck",
            "good",
            &["dampened by “just enough”"],
            1.9 - 0.293,
        );
    }

    #[test]
    fn idioms_replace_the_value() {
        assert_rules("this is now the bomb", "bomb", &["idiom “the bomb”"], 3.0);
        assert_rules(
            "it was the kiss of death",
            "kiss",
            &["idiom “kiss of death”"],
            -1.5,
        );
        let stop = exact("we met at the bus stop");
        assert!(stop.words.is_empty());
        assert!(
            matches!(stop.unscored.as_slice(), [word] if matches!(word.why, Unscored::Nullified(_)))
        );
    }

    #[test]
    fn trap_idioms_need_three_words_before_the_first_of_them_outside_the_lexicon() {
        assert_rules("is the bomb", "bomb", &[], -2.2);
        assert_rules("good is the bomb", "bomb", &[], -2.2);
        assert_rules("he is a badass", "badass", &[], 1.4);
    }

    #[test]
    fn trap_an_idiom_before_the_word_gives_the_word_its_value() {
        // "to die for" has its lexicon word in the middle, where no phrase is looked for.
        assert_rules("a dinner to die for", "die", &[], -2.9);
        assert_rules("to die for bad", "bad", &["idiom “to die for”"], 3.0);
    }

    #[test]
    fn but_halves_what_is_before_and_strengthens_what_is_after() {
        assert_rules("good but bad", "good", &["before “but”"], 0.95);
        assert_rules("good but bad", "bad", &["after “but”"], -3.75);
    }

    #[test]
    fn trap_but_changes_the_first_equal_value() {
        // The second "good" finds the value of the first gone, and itself the first of its value; with the
        // third, the list holds .95, 2.85 and 1.9.
        let text = "good but good x good";
        let valences: Vec<f64> = exact(text).words.iter().map(|word| word.valence).collect();
        assert_eq!(valences, [0.95, 1.9 * 1.5, 1.9 * 1.5]);
        let tone = exact("sad, sad but sad");
        let valences: Vec<f64> = tone.words.iter().map(|word| word.valence).collect();
        assert_eq!(valences, [-1.05, -1.05, -2.1 * 1.5]);
    }

    #[test]
    fn many_words_around_but_come_out_as_few_do() {
        // More words than are looked through one by one: the index must find the same first equal value.
        let half = "good bad sad great fine win ".repeat(8);
        let text = format!("{half} but {half}");
        let words = exact(&text).words;
        assert_eq!(words.len(), 96);
        let mut reference: Vec<f64> = words.iter().map(|word| word.base).collect();
        for at in 0..reference.len() {
            let value = reference[at];
            let first = reference
                .iter()
                .position(|other| (other - value).abs() < f64::EPSILON)
                .unwrap();
            reference[first] = value * if first < 48 { 0.5 } else { 1.5 };
        }
        let found: Vec<f64> = words.iter().map(|word| word.valence).collect();
        assert_eq!(found, reference);
    }

    #[test]
    fn marks_emphasise_a_sum_that_is_not_zero() {
        assert!((exact("good!").emphasis - 0.292).abs() < 1e-12);
        assert!((exact("bad!!!!!").emphasis + 4.0 * 0.292).abs() < 1e-12);
        assert!((exact("good?").emphasis).abs() < 1e-12);
        assert!((exact("good??").emphasis - 0.36).abs() < 1e-12);
        assert!((exact("good????").emphasis - 0.96).abs() < 1e-12);
        assert!(exact("Hello there, you!").compound.abs() < 1e-12);
    }

    #[test]
    fn trap_short_words_keep_their_marks() {
        // Two characters would be left, so the comma stays and the word is in no table.
        assert_rules("so, good", "good", &[], 1.9);
        assert_rules("so good", "good", &["boosted by “so”"], 1.9 + 0.293);
    }

    #[test]
    fn trap_an_emoji_is_its_description_with_a_space_before_and_none_after() {
        let text = "I ❤you";
        assert_eq!(exact(text).tokens, 3);
        let smile = "Fine 😀 day";
        let tone = exact(smile);
        assert!(
            tone.words.iter().any(|word| word.span.of(smile) == "😀"),
            "{tone:?}"
        );
    }

    #[test]
    fn white_space_is_pythons() {
        assert_eq!(exact("good\u{1c}bad\u{85}good\u{3000}bad\u{a0}x").tokens, 5);
        assert_eq!(exact("good\u{200b}bad").tokens, 1);
    }
}
