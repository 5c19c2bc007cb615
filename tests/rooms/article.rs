//! Texts and what is found in them: sentences, quotations, citations, words, places.

mod citation {
    use parallax::article::{Article, Headline, HeadlineOrigin, Origin, citation};

    fn article() -> Article {
        Article {
            origin: Origin {
                name: "talks.txt".to_owned(),
                ..Origin::default()
            },
            headline: Some(Headline {
                text: "Talks “go on”".to_owned(),
                origin: HeadlineOrigin::Text,
            }),
            byline: Some("Jane Doe".to_owned()),
            published: Some("2026-03-04T10:00:00Z".to_owned()),
            outlet: Some("The Daily".to_owned()),
            url: Some("https://example.org/talks".to_owned()),
            language: None,
            fields: parallax::article::FurtherFields::default(),
            blocks: vec![],
            warnings: vec![],
        }
    }

    #[test]
    fn everything_known_is_named_in_one_order() {
        assert_eq!(
            citation(&article(), " We\ngo on. "),
            "“We go on.” — Jane Doe, “Talks ‘go on’”, The Daily, 4 March 2026, https://example.org/talks"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let mut article = article();
        article.byline = Some(" ".to_owned());
        article.outlet = None;
        article.published = Some("Tuesday 4 March".to_owned());
        assert_eq!(
            citation(&article, "No."),
            "“No.” — “Talks ‘go on’”, Tuesday 4 March, https://example.org/talks"
        );
        article.published = None;
        article.url = None;
        article.headline = article.headline.map(|headline| Headline {
            origin: HeadlineOrigin::FileName,
            ..headline
        });
        assert_eq!(citation(&article, "No."), "“No.” — talks.txt");
        article.origin.name.clear();
        assert_eq!(citation(&article, "No."), "“No.”");
    }

    #[test]
    fn quotations_inside_are_single() {
        let mut article = article();
        article.headline = None;
        let cited = citation(&article, "“Stop,” he said. (\"Now!\")");
        assert!(
            cited.starts_with("“‘Stop,’ he said. (‘Now!’)” — Jane Doe, The Daily"),
            "{cited}"
        );
        assert!(citation(&article, " ").starts_with("Jane Doe"));
    }
}

mod place {
    use parallax::article::{Place, Side};

    #[test]
    fn places_are_ordered_as_they_are_read() {
        let block = Place::block(Side::A, 1, 4);
        let order = [
            Place::block(Side::A, 0, 9),
            Place::headline(Side::A, 1),
            Place::headline(Side::A, 1).with_cue(Some(0)),
            block,
            block.with_sentence(Some(0)),
            block.with_sentence(Some(0)).with_word(Some(2)),
            block.with_sentence(Some(1)),
            Place::headline(Side::B, 0),
        ];
        assert!(order.is_sorted());
        assert!(order[3].shares_text(order[5]) && !order[3].shares_text(order[2]));
        assert_eq!(order[5].whole_block(), block);
        assert_eq!(block.swapped(), Place::block(Side::B, 1, 4));
    }

    #[test]
    fn json_names_what_is_meant_and_no_more() {
        let json = |place: Place| serde_json::to_string(&place).unwrap_or_default();
        let block = Place::block(Side::B, 2, 7);
        assert_eq!(json(block), r#"{"side":"B","article":2,"block":7}"#);
        assert_eq!(
            json(block.with_sentence(Some(1))),
            r#"{"side":"B","article":2,"block":7,"sentence":1}"#
        );
    }
}

mod quotation {
    use parallax::article::quotations;

    fn found(text: &str) -> Vec<&str> {
        quotations(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn all_kinds_of_marks() {
        assert_eq!(
            found("He said “a great honor” and \"fine\" and «oui» and ``no'' to it."),
            ["“a great honor”", "\"fine\"", "«oui»", "``no''"]
        );
        assert_eq!(found("the 'Clinton List' of Petro's"), ["'Clinton List'"]);
        assert_eq!(found("the ‘Clinton List’ isn’t"), ["‘Clinton List’"]);
        assert_eq!(
            found("''It isn't so,'' he said, „wirklich“."),
            ["''It isn't so,''", "„wirklich“"]
        );
    }

    #[test]
    fn apostrophes_and_inches_are_no_quotations() {
        for text in [
            "Petro's family's 'n' things",
            "It isn’t ’em",
            "a 5\" pipe",
            "rock 'n' roll",
            "the '90s",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_paragraph_may_leave_its_quotation_open() {
        assert_eq!(found("“We go on. And on."), ["“We go on. And on."]);
        assert_eq!(found("He said, “And no more."), ["“And no more."]);
        assert!(found("He said “and no more").is_empty());
    }

    #[test]
    fn nested_quotations_are_one() {
        assert_eq!(
            found("“He said ‘no’ to me,” she said."),
            ["“He said ‘no’ to me,”"]
        );
    }
}

mod sentence {
    use parallax::article::sentences;

    fn split(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn stops_inside_names_and_numbers_do_not_end_sentences() {
        for text in [
            "U.S. President Donald Trump met Sen. John F. Kennedy Jr. at 5 p.m. ET on Jan. 6 in Washington.",
            "Prices rose 3.5 percent, vs. 2.1 percent in No. 5.",
            "“Really?” Smith asked.",
            "1. A Reset After Major Dispute",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn stops_before_a_new_sentence_end_the_old_one() {
        assert_eq!(
            split(
                "He moved to the U.S. The family followed. “It sounds good.” She left… Then what?"
            ),
            [
                "He moved to the U.S.",
                "The family followed.",
                "“It sounds good.”",
                "She left…",
                "Then what?"
            ]
        );
    }

    #[test]
    fn a_missing_blank_is_forgiven_before_a_word_that_opens_sentences() {
        assert_eq!(
            split("The talks ended.The mayor left."),
            ["The talks ended.", "The mayor left."]
        );
        assert_eq!(
            split("Visit example.Com today."),
            ["Visit example.Com today."]
        );
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(split("").is_empty());
        assert!(split(" \n\n ").is_empty());
        assert_eq!(split("..."), ["..."]);
    }

    #[test]
    fn spans_cover_everything_but_white_space() {
        let mut seed = 7u64;
        let alphabet: Vec<char> = " .!?…“”\"'’()[]1aAzZé\n,U.S".chars().collect();
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..24 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let at = usize::try_from(seed >> 33).unwrap_or(0) % alphabet.len();
                text.extend(alphabet.get(at));
            }
            let mut rest = text.clone();
            for span in sentences(&text).into_iter().rev() {
                assert!(!span.is_empty(), "{text:?}: {span:?}");
                rest.replace_range(span.start..span.end, "");
            }
            assert!(rest.trim().is_empty(), "{text:?} leaves {rest:?}");
        }
    }
}

mod span {
    use parallax::article::Span;
    use parallax::text::CodePoints;

    #[test]
    fn a_span_that_does_not_fit_covers_nothing() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(3, 9).of("abc"), "");
    }

    #[test]
    fn json_counts_code_points() {
        assert_eq!(
            Span::new(3, 6).code_points(&CodePoints::of("“abc”")),
            [1, 4]
        );
    }
}

mod token {
    use parallax::article::{word_count, words};

    #[test]
    fn marks_inside_a_word_belong_to_it() {
        let text = "The U.S.-led effort didn’t cost 1,200.5 dollars, 50%, he said—AT&T.";
        let words: Vec<&str> = words(text).map(|word| word.of(text)).collect();
        assert_eq!(
            words,
            [
                "The", "U.S.-led", "effort", "didn’t", "cost", "1,200.5", "dollars", "50%", "he",
                "said", "AT&T"
            ]
        );
        assert_eq!(word_count(" … "), 0);
    }
}
