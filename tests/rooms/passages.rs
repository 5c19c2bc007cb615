//! Comparison by passages: what is paired with what, how far a story is covered, what holds like for like.

#[expect(clippy::unwrap_used, reason = "tests")]
mod coverage {
    use parallax::compare::{Coverage, Matching};
    use parallax::work::Progress;

    use crate::fixture::{Sample, sample, source};

    fn coverage(a: &Sample, b: &Sample) -> Coverage {
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (source("A", &pa), source("B", &pb));
        Coverage::of(&Matching::new(&a, &b, &[], &Progress::default()).unwrap())
    }

    #[test]
    fn every_word_is_shared_related_or_only_here() {
        let a = sample(&[
            "The council approved the harbour levy on Tuesday.",
            "A brass band played in the rain.",
            "Nobody saw the comet over the hills.",
        ]);
        let b = sample(&[
            "On Tuesday the council approved the levy for the harbour.",
            "Shops stayed shut.",
            "Bread is dear again.",
        ]);
        let found = coverage(&a, &b);
        assert_eq!(found.a.words, 8 + 7 + 7);
        assert_eq!(
            (found.a.shared, found.a.related, found.a.only_here),
            (8, 0, 14)
        );
        assert_eq!(found.b.shared, 10);
        assert_eq!(found.same_story, Some(true));
        assert_eq!(found.notice(), None);
    }

    #[test]
    fn different_stories_are_said_to_be_that() {
        let a = sample(&["The council met.", "A levy passed.", "Boats pay in May."]);
        let b = sample(&["Comets shine.", "Bread is dear.", "Rain fell again."]);
        let found = coverage(&a, &b);
        assert_eq!(found.same_story, Some(false));
        assert!(
            found
                .notice()
                .unwrap()
                .contains("may not be the same story")
        );
        let short = sample(&["Comets shine."]);
        assert_eq!(coverage(&a, &short).same_story, None);
        let none = sample::<&str>(&[]);
        assert_eq!(coverage(&none, &none).a.share(0), None);
    }
}

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod like_for_like {
    use parallax::compare::{Matching, Verdict, like_for_like};
    use parallax::work::Progress;

    use crate::fixture::{sample, source, tone_measure};

    #[test]
    fn only_matched_passages_count() {
        let filler =
            "Plain words follow one another here without an end or any aim at all in sight. ";
        let long = format!(
            "{}The council approved a good harbour levy.",
            filler.repeat(5)
        );
        let a = sample(&[
            long.as_str(),
            "A terrible, horrible storm hit the comet hunters.",
        ]);
        let b = sample(&["The council approved a bad harbour levy.", "Bread is dear."]);
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (va, vb) = (source("A", &pa), source("B", &pb));
        let progress = Progress::default();
        let matching = Matching::new(&va, &vb, &[], &progress).unwrap();
        let found = like_for_like(&va, &vb, &matching, &[tone_measure()], 1, &progress).unwrap();
        let last = a.analysis.units[0].sentences.last().unwrap();
        assert_eq!(found[0].a, Some(last.tone.compound));
        assert_eq!(found[0].b, b.analysis.units[0].tone.mean);
        assert_eq!((found[0].n_a, found[0].n_b), (1, 1));
        assert_eq!(found[0].verdict, Verdict::TooShort);
    }
}

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod matching {
    use parallax::article::{Place, Side};
    use parallax::compare::{Choice, Match, MatchKind, Matching};
    use parallax::work::Progress;

    use crate::fixture::{Sample, sample, source};

    fn matching(a: &Sample, b: &Sample, choices: &[Choice]) -> Matching {
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (source("A", &pa), source("B", &pb));
        Matching::new(&a, &b, choices, &Progress::default()).unwrap()
    }

    fn blocks(found: &Matching) -> Vec<[Option<usize>; 2]> {
        let blocks = |m: &Match| [m.a.block_index(), m.b.block_index()];
        found.matches.iter().map(blocks).collect()
    }

    /// Whatever stands in a text again and again, a paragraph has few counterparts, and the same text comes first.
    #[test]
    fn a_paragraph_is_linked_to_no_more_than_three_others() {
        let filler =
            "Plain words follow one another here without an end or any aim at all in sight. ";
        let fact = "The harbour council approved the levy on fishing boats by nine votes to four on Tuesday.";
        let long = format!("{}{fact}", filler.repeat(5));
        let a = sample(&[long.as_str(), "A brass band played in the rain."]);
        let other: Vec<String> = (0..6)
            .map(|n| format!("On Tuesday nine of the harbour council approved the levy on fishing boats, vote {n}."))
            .chain([format!("{}{fact}", "Nobody asked the comet hunters about any of it at all that night. ".repeat(5))])
            .collect();
        let b = sample(&other);
        for (a, b) in [(&a, &b), (&b, &a)] {
            let found = matching(a, b, &[]);
            for side in Side::BOTH {
                let mut others = std::collections::BTreeMap::new();
                for link in &found.matches {
                    let all: &mut std::collections::BTreeSet<_> =
                        others.entry(link.on(side).block_index()).or_default();
                    all.insert(link.on(side.other()).block_index());
                }
                assert!(others.values().all(|all| all.len() <= 3), "{others:?}");
            }
            let same = found
                .matches
                .iter()
                .any(|link| link.similarity == Some(1.0));
            assert!(same && found.matches.len() > 1, "{:?}", found.matches);
            assert!(
                found
                    .matches
                    .iter()
                    .all(|link| link.similarity.unwrap() >= 0.3)
            );
        }
    }

    fn story() -> (Sample, Sample) {
        let a = sample(&[
            "The council approved the harbour levy on Tuesday by nine votes to four.",
            "Fishing boats pay nothing before May, the harbour master said.",
            "A brass band played in the rain.",
        ]);
        let b = sample(&[
            "Shops along the quay stayed shut in protest for an hour.",
            "By nine votes to four the council approved a levy on the harbour.",
            "Nobody asked the fishing boats, which pay from May.",
        ]);
        (a, b)
    }

    #[test]
    fn passages_that_share_wording_are_matched() {
        let (a, b) = story();
        let found = matching(&a, &b, &[]);
        assert_eq!(blocks(&found), [[0, 1], [1, 2]].map(|pair| pair.map(Some)));
        assert_eq!(found.matches[0].kind, MatchKind::SamePoint);
        assert_eq!(found.matched(Side::A).len(), 2);
    }

    #[test]
    fn swapping_the_sources_swaps_the_matches() {
        let (a, b) = story();
        let there = matching(&a, &b, &[]);
        let mut back = matching(&b, &a, &[]).matches;
        back.sort_by_key(|m| (m.b, m.a));
        assert_eq!(there.matches.len(), back.len());
        for (there, back) in there.matches.iter().zip(&back) {
            assert_eq!((there.a, there.b), (back.b.swapped(), back.a.swapped()));
            assert_eq!((there.similarity, there.kind), (back.similarity, back.kind));
        }
    }

    #[test]
    fn choices_can_be_swapped_with_the_sources() {
        let (a, b) = story();
        let plain = matching(&a, &b, &[]);
        let reject = Choice {
            a: plain.a[0].at,
            b: plain.b[1].at,
            together: false,
        };
        let there = matching(&a, &b, &[reject]).matches;
        let back = matching(&b, &a, &[reject.swapped()]).matches;
        assert_eq!((there.len(), back.len()), (1, 1));
        assert_eq!(there[0].a, back[0].b.swapped());
        assert_eq!(there[0].b, back[0].a.swapped());
    }

    #[test]
    fn the_user_has_the_last_word_and_keeps_it() {
        let (a, b) = story();
        let before = matching(&a, &b, &[]);
        let reject = Choice {
            a: before.a[0].at,
            b: before.b[1].at,
            together: false,
        };
        let add = Choice {
            a: before.a[2].at,
            b: before.b[0].at,
            together: true,
        };
        let after = matching(&a, &b, &[reject, add]);
        assert_eq!(blocks(&after), [[1, 2], [2, 0]].map(|pair| pair.map(Some)));
        assert_eq!(after.matches[1].kind, MatchKind::Added);
        assert_eq!(after.matches[1].similarity, None);
        let back = Choice {
            together: true,
            ..reject
        };
        let again = matching(&a, &b, &[reject, add, back]);
        assert_eq!(again.matches[0].kind, MatchKind::Added);
        assert!(again.matches[0].similarity.is_some());
        let nowhere = Choice {
            a: Place::block(Side::A, 0, 99),
            ..add
        };
        assert_eq!(matching(&a, &b, &[nowhere]), before);
    }

    #[test]
    fn a_source_against_itself_is_matched_entirely() {
        let (a, _) = story();
        let twice = sample(&[
            "He did.",
            "He did.",
            "It is so.",
            "Rain fell on the quay.",
            "",
        ]);
        for source in [a, twice] {
            let found = matching(&source, &source, &[]);
            assert_eq!(found.matched(Side::A).len(), found.a.len());
            for passage in &found.a {
                let own = found
                    .matches
                    .iter()
                    .find(|m| m.a == passage.at && m.b == passage.at.swapped());
                assert_eq!(own.unwrap().similarity, Some(1.0));
            }
        }
    }

    #[test]
    fn long_paragraphs_are_matched_by_sentence() {
        let filler =
            "Plain words follow one another here without an end or any aim at all in sight. ";
        let long = format!(
            "{}Nine councillors approved the harbour levy on Tuesday.",
            filler.repeat(5)
        );
        let a = sample(&[long]);
        let b = sample(&["On Tuesday nine councillors approved the levy for the harbour."]);
        let found = matching(&a, &b, &[]);
        assert_eq!(found.a.len(), 6);
        assert_eq!(found.matches.len(), 1);
        assert_eq!(found.matches[0].a.sentence_index(), Some(5));
        assert_eq!(found.matches[0].b.sentence_index(), None);
    }

    #[test]
    fn empty_sources_have_no_matches() {
        let (a, _) = story();
        let none = sample::<&str>(&[]);
        assert!(matching(&a, &none, &[]).matches.is_empty());
        assert!(matching(&none, &none, &[]).matches.is_empty());
    }

    #[test]
    fn stopping_stops() {
        let (a, b) = story();
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let progress = Progress::default();
        progress.stop();
        let stopped = Matching::new(&source("A", &pa), &source("B", &pb), &[], &progress);
        assert!(stopped.is_err());
    }
}

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod robustness {
    use parallax::article::Span;
    use parallax::compare::{Average, Matching, Passages, Robustness, robustness};
    use parallax::score::tone::ToneOptions;
    use parallax::work::Progress;

    use crate::fixture::{Sample, sample, source};

    fn run(a: &Sample, b: &Sample) -> Robustness {
        let (pa, pb) = ([a.pair()], [b.pair()]);
        let (a, b) = (source("Ant", &pa), source("Bee", &pb));
        let progress = Progress::default();
        let matching = Matching::new(&a, &b, &[], &progress).unwrap();
        robustness(&a, &b, &matching, &progress).unwrap()
    }

    #[test]
    fn every_combination_is_tried_once_and_the_count_said() {
        let a = sample(&["A bad levy for the harbour council.", "A horrible day."]);
        let b = sample(&["A good levy for the harbour council.", "A lovely day."]);
        let found = run(&a, &b);
        assert_eq!(found.settings.len(), 32);
        for one in &found.settings {
            let alike = found.settings.iter().filter(|s| s.setting == one.setting);
            assert_eq!(alike.count(), 1, "{one:?}");
        }
        assert_eq!(found.sentence, "Ant is more negative in 32 of 32 settings.");
        let back = run(&b, &a);
        assert_eq!(back.b_more_negative, found.a_more_negative);
        let same = run(&a, &a);
        assert_eq!(
            same.sentence,
            "Both have the same tone in all of 32 settings."
        );
    }

    #[test]
    fn the_plain_setting_gives_the_tone_shown() {
        let a = sample(&["A bad levy. A good day! No word.", "It was great."]);
        let found = run(&a, &a);
        let shown = found.settings.iter().find(|s| {
            s.setting.tone == ToneOptions::default()
                && s.setting.quotations
                && s.setting.average == Average::Mean
                && s.setting.passages == Passages::All
        });
        let expected = a.analysis.tone.mean.unwrap();
        assert!((shown.unwrap().a.unwrap() - expected).abs() < 1e-12);
    }

    #[test]
    fn quoted_words_can_be_left_out() {
        let text = "He called it “a horrible, terrible thing” and left. “A disaster.”";
        let mut a = sample(&[text]);
        a.article.blocks[0].quotations = text
            .match_indices('“')
            .map(|(start, _)| {
                Span::new(
                    start,
                    text.get(start..).unwrap().find('”').unwrap() + start + 3,
                )
            })
            .collect();
        let b = sample(&["A table stood there."]);
        let found = run(&a, &b);
        for result in found.settings {
            let tone = result.a;
            match (result.setting.passages, result.setting.quotations) {
                (Passages::Matched, _) => assert_eq!(tone, None),
                (Passages::All, true) => assert!(tone.unwrap() < -0.2),
                (Passages::All, false) => assert_eq!(tone, Some(0.0)),
            }
        }
        let none = sample::<&str>(&[]);
        assert_eq!(run(&none, &b).comparable, 0);
    }
}
