//! Measures beside tone: their values, their evidence, what they pass over.

#[expect(clippy::panic, reason = "tests")]
mod analyse {
    use parallax::article::{Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, Span};
    use parallax::score::{NoHeadline, Settings, Unit, analyse};

    pub(super) fn article(
        blocks: &[(BlockKind, &str)],
        headline: Option<(&str, HeadlineOrigin)>,
    ) -> Article {
        let block = |(kind, text): &(BlockKind, &str)| Block {
            kind: *kind,
            text: (*text).to_owned(),
            sentences: text
                .split_inclusive(". ")
                .scan(0, |at, sentence| {
                    let start = *at;
                    *at += sentence.len();
                    Some(Span::new(start, start + sentence.trim_end().len()))
                })
                .collect(),
            quotations: Vec::new(),
            set_aside: None,
        };
        Article {
            origin: Origin::default(),
            headline: headline.map(|(text, origin)| Headline {
                text: text.to_owned(),
                origin,
            }),
            byline: None,
            published: None,
            outlet: None,
            url: None,
            language: None,
            fields: parallax::article::FurtherFields::default(),
            blocks: blocks.iter().map(block).collect(),
            warnings: Vec::new(),
        }
    }

    #[test]
    fn only_scored_blocks_become_units_and_the_article_is_the_mean_of_sentences() {
        let article = article(
            &[
                (BlockKind::Paragraph, "A good day. A bad day. A day."),
                (BlockKind::Subhead, "A horrible heading"),
                (BlockKind::ListItem, "A great success."),
            ],
            None,
        );
        let analysis = analyse(&article, &Settings::default());
        let blocks: Vec<_> = analysis.units.iter().map(|unit| unit.block).collect();
        assert_eq!(blocks, [0, 2]);
        let compounds = |unit: &Unit| -> Vec<f64> {
            unit.sentences.iter().map(|one| one.tone.compound).collect()
        };
        let all: Vec<f64> = analysis.units.iter().flat_map(compounds).collect();
        assert_eq!(all.len(), 4);
        assert_eq!(analysis.tone.mean, Some(all.iter().sum::<f64>() / 4.0));
        assert_eq!(analysis.tone.sentences, 4);
        assert_eq!(
            (
                analysis.tone.negative,
                analysis.tone.neutral,
                analysis.tone.positive
            ),
            (1, 1, 2)
        );
        assert_eq!(analysis.headline, Err(NoHeadline::Missing));
    }

    #[test]
    fn a_headline_that_cannot_be_scored_says_why() {
        let why = |text, origin, language: Option<&str>| {
            let mut article = article(&[], Some((text, origin)));
            article.language = language.map(str::to_owned);
            analyse(&article, &Settings::default()).headline.err()
        };
        let file_name = why("shocking-invite", HeadlineOrigin::FileName, None);
        assert_eq!(file_name, Some(NoHeadline::FileName));
        assert_eq!(
            why("…", HeadlineOrigin::Text, Some("en-GB")),
            Some(NoHeadline::NoWords)
        );
        assert_eq!(
            why("Ein Titel", HeadlineOrigin::Metadata, Some("de-DE")),
            Some(NoHeadline::NotEnglish)
        );
    }

    #[test]
    fn saying_every_sentence_twice_leaves_the_tone_unchanged() {
        let once = "A good day. A bad day, but the mayor was happy. Nobody died. A terrible loss.";
        let sentences: Vec<&str> = once.split_inclusive(". ").map(str::trim_end).collect();
        let twice: Vec<&str> = sentences.iter().flat_map(|one| [*one, *one]).collect();
        let twice = twice.join(" ");
        let tone = |text: &str| {
            let article = article(&[(BlockKind::Paragraph, text.trim_end())], None);
            analyse(&article, &Settings::default()).tone
        };
        let (once, twice) = (tone(once), tone(&twice));
        assert_eq!(twice.sentences, 2 * once.sentences);
        assert_eq!(twice.negative, 2 * once.negative);
        let (Some(a), Some(b)) = (once.mean, twice.mean) else {
            panic!("both have a tone");
        };
        assert!((a - b).abs() < 1e-12, "{a} {b}");
    }

    #[test]
    fn a_text_in_another_language_is_scored_only_where_the_user_insists() {
        let mut article = article(
            &[(BlockKind::Paragraph, "A good day.")],
            Some(("A good day", HeadlineOrigin::Text)),
        );
        article.language = Some("de".to_owned());
        assert!(analyse(&article, &Settings::default()).units.is_empty());
        let insisting = Settings {
            any_language: true,
            ..Settings::default()
        };
        let analysis = analyse(&article, &insisting);
        assert_eq!(analysis.units.len(), 1);
        assert!(analysis.headline.is_ok());
        let german = "Der Bürgermeister hat heute die neue Brücke über den Fluss eröffnet";
        if let Some(headline) = &mut article.headline {
            german.clone_into(&mut headline.text);
        }
        assert!(analyse(&article, &insisting).headline.is_ok());
    }

    #[test]
    fn a_word_the_user_excludes_is_not_tone_and_says_so() {
        let text = "A bad day. “Bad” ❤ weather.";
        let article = article(&[(BlockKind::Paragraph, text)], None);
        let settings = Settings {
            excluded: ["BAD", "❤"].into_iter().collect(),
            ..Settings::default()
        };
        let analysis = analyse(&article, &settings);
        let unscored: Vec<(&str, String)> = (analysis.units.iter())
            .flat_map(|unit| &unit.sentences)
            .flat_map(|sentence| {
                let text = sentence.span.of(text);
                let words = sentence.tone.unscored.iter();
                words.map(move |word| (word.span.of(text), word.describe(text)))
            })
            .collect();
        let said = |word| (word, "excluded by you".to_owned());
        assert_eq!(unscored, [said("bad"), said("Bad"), said("❤")]);
        assert_eq!(analysis.tone.mean, Some(0.0));
        let plain = analyse(&article, &Settings::default());
        assert!(plain.tone.mean.is_some_and(|mean| mean.abs() > 0.1));
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod excluded {
    use parallax::score::{Excluded, Settings};

    #[test]
    fn a_word_is_the_same_in_any_case_and_with_any_apostrophe() {
        let mut excluded: Excluded = ["Trump", " can’t "].into_iter().collect();
        assert!(excluded.contains("TRUMP") && excluded.contains("Can't"));
        assert!(!excluded.insert("trump") && !excluded.insert("  "));
        assert!(excluded.remove("Trump") && !excluded.remove("Trump"));
        assert_eq!(excluded.words().collect::<Vec<_>>(), ["can't"]);
    }

    #[test]
    fn settings_say_which_words_and_older_settings_say_none() {
        let mut settings = Settings::default();
        let older = serde_json::to_string(&settings).unwrap();
        assert!(!older.contains("excluded"), "{older}");
        settings.excluded.insert("War");
        let json = serde_json::to_string(&settings).unwrap();
        assert!(json.contains(r#""excluded":["war"]"#), "{json}");
        assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), settings);
        let read: Settings = serde_json::from_str(&older).unwrap();
        assert_eq!(read, Settings::default());
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod headline_body {
    use parallax::score::NoHeadline;
    use parallax::score::headline::against_body;

    const BODY: [&str; 2] = [
        "The president met his Colombian counterpart on Tuesday.",
        "They discussed trade, and the meetings will continue.",
    ];

    #[test]
    fn words_that_the_article_never_uses_are_marked() {
        let headline = "President's shocking meeting: Colombia trades insults";
        let gap = against_body(headline, BODY).unwrap();
        let missing: Vec<(&str, bool)> = gap
            .unsupported
            .iter()
            .map(|word| (word.span.of(headline), word.charged))
            .collect();
        assert_eq!(
            missing,
            [("shocking", true), ("Colombia", false), ("insults", true)]
        );
        assert_eq!(gap.unsupported_share(), Some(0.5));
        assert!(gap.hotter().unwrap() > 30.0);
    }

    #[test]
    fn a_plain_headline_is_not_hotter_than_its_plain_article() {
        let gap = against_body("President meets counterpart to discuss trade", BODY).unwrap();
        assert_eq!(gap.hotter(), Some(0.0));
        assert_eq!(gap.unsupported, []);
    }

    #[test]
    fn without_a_body_nothing_is_said() {
        let gap = against_body("President meets counterpart", []).unwrap();
        assert_eq!((gap.hotter(), gap.unsupported_share()), (None, None));
        assert_eq!(gap.unsupported, []);
        assert_eq!(against_body("…", BODY), Err(NoHeadline::NoWords));
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod tone_values {
    use parallax::article::BlockKind;
    use parallax::score::lists::{OwnLists, read};
    use parallax::score::{Analysis, Settings, analyse};

    use super::analyse::article;

    const TEXT: &str =
        "A surge of joy. They struck a chord, the RIOT police did not say. It was nice.";

    /// Settings by a list of `rows`, with some categories switched off.
    fn settings(rows: &str, off: &[&str]) -> Settings {
        let list = read(&format!("word\tcategory\tvalue\n{rows}"), "own", "").unwrap();
        let mut lists = OwnLists::new(vec![list.list]).unwrap();
        for category in off {
            lists.set_on(0, category, false);
        }
        Settings {
            tone_values: lists.tone_values().clone(),
            ..Settings::default()
        }
    }

    fn scored(settings: &Settings) -> Analysis {
        analyse(&article(&[(BlockKind::Paragraph, TEXT)], None), settings)
    }

    /// Every word that counts with its value, and every one that does not with the reason.
    fn words(analysis: &Analysis) -> Vec<(String, String)> {
        let sentences = analysis.units.iter().flat_map(|unit| &unit.sentences);
        sentences
            .flat_map(|sentence| {
                let text = sentence.span.of(TEXT);
                let counted = sentence.tone.words.iter().map(move |word| {
                    let rules = word.rules.iter().map(|rule| rule.describe(text));
                    let rules: Vec<String> = rules.collect();
                    let said = format!("{:.3} {}", word.valence, rules.join("; "));
                    (word.span.of(text).to_owned(), said)
                });
                let not = sentence.tone.unscored.iter();
                let not = not.map(move |word| (word.span.of(text).to_owned(), word.describe(text)));
                counted.chain(not)
            })
            .collect()
    }

    #[test]
    fn words_phrases_and_patterns_have_the_tone_the_user_gives_them_and_say_so() {
        let settings = settings(
            "surge*\ttone\t1.5\njoy\ttone\t0\nstruck a chord\tTone\t2\nriot\ttone\t-9\nnice\tother\t-3\n",
            &[],
        );
        let found = words(&scored(&settings));
        let by = |word: &str| {
            let found = found.iter().find(|(of, _)| of == word);
            found.map(|(_, said)| said.as_str()).unwrap()
        };
        assert_eq!(by("surge"), "1.500 valued by your list: “surge”");
        assert_eq!(by("joy"), "valued by your list: “joy”");
        assert_eq!(by("chord"), "2.000 valued by your list: “struck a chord”");
        // No value is beyond those of the lexicon, and every rule of VADER applies to it.
        assert_eq!(
            by("RIOT"),
            "-4.733 valued by your list: “RIOT”; in capitals: “RIOT”"
        );
        // Only the category called “tone” is about tone.
        assert_eq!(by("nice"), "1.800 ");
    }

    #[test]
    fn a_category_that_is_switched_off_changes_nothing_and_settings_tell_what_does() {
        let rows = "joy\ttone\t-2\n";
        let (on, off) = (settings(rows, &[]), settings(rows, &["tone"]));
        assert_eq!(scored(&off).tone, scored(&Settings::default()).tone);
        assert_ne!(scored(&on).tone, scored(&off).tone);
        assert_eq!(off, Settings::default());
        let said = on.describe();
        assert!(said.ends_with("tone by your lists: joy −2.000"), "{said}");
        let json = serde_json::to_string(&on).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), on);
        // Long lists are told apart by a digest.
        let long = |last: u8| {
            let rows: Vec<String> = (0..40).map(|n| format!("w{n:02}\ttone\t1\n")).collect();
            settings(&format!("{}w99\ttone\t{last}\n", rows.concat()), &[]).describe()
        };
        assert!(
            long(1).contains(" and 21 more words (digest "),
            "{}",
            long(1)
        );
        assert_ne!(long(1), long(2));
    }
}

mod provenance {
    use std::collections::BTreeSet;

    use parallax::score::Settings;
    use parallax::score::tone::ToneOptions;

    #[test]
    fn different_settings_never_read_alike() {
        let mut seen = BTreeSet::new();
        for bits in 0..=255_u8 {
            let is = |bit: u8| bits & (1 << bit) != 0;
            let settings = Settings {
                tone: ToneOptions {
                    typographic: is(0),
                    mask_names: is(1),
                    news_sense: is(2),
                    part_joined: is(5),
                    but_once: is(6),
                    harm_denied: is(7),
                },
                any_language: is(3),
                excluded: is(4).then_some("storm").into_iter().collect(),
                ..Settings::default()
            };
            assert!(seen.insert(settings.describe()), "{}", settings.describe());
        }
        assert_eq!(
            Settings::default().describe(),
            "Tone: VADER 3.3.2, names masked"
        );
    }
}
