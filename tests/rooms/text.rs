//! Numbers, dates and words as people read them.

mod code_points {
    use parallax::text::CodePoints;

    #[test]
    fn offsets_go_there_and_back() {
        for text in ["plain", "“abc” é😀", ""] {
            let points = CodePoints::of(text);
            assert_eq!(points.count(), text.chars().count());
            for (point, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!((points.before(byte), points.byte(point)), (point, byte));
            }
            assert_eq!(points.before(text.len()), points.count());
            assert_eq!(points.byte(points.count() + 3), text.len());
        }
    }
}

mod date {
    use parallax::text::date;

    #[test]
    fn days_are_written_out_and_other_texts_stay() {
        assert_eq!(date("2025-11-10"), "10 November 2025");
        assert_eq!(date("2026-03-04T10:00:00Z"), "4 March 2026");
        assert_eq!(date("2026-03-04 10:00"), "4 March 2026");
        for other in [
            "Tuesday 4 March",
            "2026-13-04",
            "2026-03",
            "",
            "2026-03-04-5",
            "2026-3-4",
        ] {
            assert_eq!(date(other), other);
        }
    }
}

mod number {
    use parallax::text::{
        NONE, exact, number, optional, p_value, per_cent, range, signed, signed_whole, trimmed,
    };

    #[test]
    fn what_rounds_to_zero_has_no_sign() {
        for value in [-0.0, -0.004, 0.004, 0.0] {
            assert_eq!(signed(value, 2), "0.00");
            assert_eq!(number(value, 2), "0.00");
            assert_eq!(signed(value, 0), "0");
            assert_eq!(trimmed(value, 2), "0");
        }
        for value in [0.0, -0.000_04, 0.000_04] {
            assert_eq!(exact(value), "0.00");
        }
    }

    #[test]
    fn signs_are_those_of_print() {
        assert_eq!(signed(0.125, 2), "+0.12");
        assert_eq!(signed(-0.3, 2), "−0.30");
        assert_eq!(number(-0.3, 2), "−0.30");
        assert_eq!(number(12.0, 1), "12.0");
        assert_eq!(exact(0.25), "+0.25");
        assert_eq!(exact(-0.132_6), "−0.1326");
        assert_eq!(exact(-0.12), "−0.12");
        assert_eq!(exact(-0.0005), "−0.0005");
        assert_eq!(trimmed(-2.5, 3), "−2.5");
        assert_eq!(trimmed(20.0, 3), "20");
        assert_eq!(trimmed(20.0, 0), "20");
        assert_eq!([12, -3, 0].map(signed_whole), ["+12", "−3", "0"]);
    }

    #[test]
    fn shares_ranges_and_p_values() {
        assert_eq!(per_cent(0.336), "34 %");
        assert_eq!(per_cent(-0.001), "0 %");
        assert_eq!(range(-0.05, 0.35, |v| signed(v, 2)), "−0.05 to +0.35");
        assert_eq!(p_value(0.000_5), "< 0.001");
        assert_eq!(p_value(0.012), "0.012");
        assert_eq!(optional(None, |v: f64| number(v, 2)), NONE);
        assert_eq!(optional(Some(1.0), |v| number(v, 2)), "1.00");
    }
}

mod words {
    use parallax::text::{capitalised, counted, first_words, list, shorten};

    #[test]
    fn counts_carry_their_noun() {
        assert_eq!(counted(1, "paragraph"), "1 paragraph");
        assert_eq!(counted(0, "word"), "0 words");
        assert_eq!(counted(2, "match"), "2 matches");
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn long_texts_are_cut_after_a_word_on_one_line() {
        assert_eq!(shorten("short", 10), "short");
        assert_eq!(shorten("two\nlines", 20), "two lines");
        assert_eq!(
            shorten("The Ellery Ledger, daily", 20),
            "The Ellery Ledger…"
        );
        assert_eq!(shorten("The Ellery Ledger", 17), "The Ellery Ledger");
        assert_eq!(shorten("The Ellery Ledger of", 18), "The Ellery Ledger…");
        assert_eq!(shorten(&"é".repeat(500), 10).chars().count(), 10);
        assert_eq!(shorten(&format!("a {}", "b".repeat(50)), 10), "a bbbbbbb…");
        assert_eq!(shorten("ab", 0), "…");
    }

    #[test]
    fn first_words_say_whether_there_is_more() {
        assert_eq!(first_words("one two three", 2), "one two…");
        assert_eq!(first_words("one two", 2), "one two");
        assert_eq!(capitalised("élan vital"), "Élan vital");
    }
}
