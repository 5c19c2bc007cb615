//! Studies: codes from tables as people keep them, codebooks, and what is said of agreement.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use parallax::article::Article;
use parallax::stats::{CodesError, Coefficient, Level};
use parallax::study::{
    Codebook, CodingError, Known, ReadAnswers, Scored, Strata, Study, TidyError, Unit, UnitKind,
    UnitPlace, VariableAgreement, against, agreements, draw, methods_paragraph,
    needed_for_agreement, needed_for_share, overall, read_tidy, ready, units,
};
use parallax::work::Progress;
use parallax::{load, score};

fn read(text: &str) -> ReadAnswers {
    let mut read = ReadAnswers::default();
    read_tidy(text, "ana", &mut read).unwrap();
    read
}

fn told(text: &str, book: Option<&Codebook>, level: Option<Level>) -> Vec<VariableAgreement> {
    agreements(&read(text).answers, book, level, 1, &Progress::default()).unwrap()
}

fn alpha(one: &VariableAgreement) -> f64 {
    let alpha = one.agreement.as_ref().unwrap().get(Coefficient::Alpha);
    alpha.unwrap().value
}

/// The same codes in every layout.
#[test]
fn every_layout_gives_the_same_codes() {
    let long = "unit,coder,variable,value\nu1,ana,tone,1\nu1,ben,tone,1\nu2,ana,tone,-1\nu2,ben,tone,0\nu3,ana,tone,0\nu3,ben,tone,NA\n";
    let wide = "# Software: somebody\nid;text;ana;ben\nu1;\"One; two\";1;1\nu2;x;-1;0\nu3;x;0;\n";
    let sheet = "unit\tcoder\ttone\tcomment\nu1\tana\t1\t\nu2\tana\t-1\tunsure\nu3\tana\t0\t\nu1\tben\t1\t\nu2\tben\t0\t\n";
    let expected = told(long, None, Some(Level::Ordinal));
    assert_eq!(expected[0].coders, ["ana", "ben"]);
    assert_eq!((expected[0].units, expected[0].shared), (3, 2));
    assert_eq!(expected[0].disagreements[0].unit, "u2");
    for other in [wide, sheet] {
        let got = told(other, None, Some(Level::Ordinal));
        assert_eq!(got.len(), 1, "{other}");
        assert_eq!(got[0].agreement, expected[0].agreement, "{other}");
        assert_eq!(got[0].coders, ["ana", "ben"]);
    }
    let bare = read("1,1\n-1,0\n0,\n");
    assert!(
        bare.warnings[0].contains("no header"),
        "{:?}",
        bare.warnings
    );
    assert_eq!(bare.answers.coders(), ["coder 1", "coder 2"]);
}

/// A sheet whose column of the coder was left empty was coded by whom its file names.
#[test]
fn a_file_a_coder_is_one_study() {
    let mut all = ReadAnswers::default();
    for (who, sheet) in [
        ("ana", "unit,coder,tone\nu1,,1\nu2,,0\n"),
        ("ben", "unit,coder,tone\nu1,,1\nu2,,1\n"),
    ] {
        read_tidy(sheet, who, &mut all).unwrap();
    }
    assert_eq!(all.answers.coders(), ["ana", "ben"]);
    assert_eq!(all.answers.get("tone", "u2", "ben"), Some("1"));
}

#[test]
fn what_is_wrong_with_a_table_is_said() {
    let mut none = ReadAnswers::default();
    for (text, why) in [
        ("", TidyError::Empty),
        ("unit,coder,variable,value\n", TidyError::Empty),
        (
            "unit,coder,variable,value\nu1,ana,tone,\n",
            TidyError::NothingCoded,
        ),
    ] {
        assert_eq!(read_tidy(text, "x", &mut none), Err(why), "{text}");
    }
    let only_texts = read_tidy("unit,text\nu1,One\n", "x", &mut none).unwrap_err();
    assert!(only_texts.to_string().contains("“text”"), "{only_texts}");
    // Half a file, and a coder who changes their mind.
    let half = read("unit,coder,variable,value\nu1,ana,tone,1\nu1,ana,tone,0\nu2,ana");
    assert!(
        half.warnings
            .iter()
            .any(|w| w.contains("line 4") && w.contains("whole"))
    );
    assert!(
        half.warnings
            .iter()
            .any(|w| w.contains("line 3") && w.contains("later code counts"))
    );
    assert_eq!(half.answers.get("tone", "u1", "ana"), Some("0"));
}

#[test]
fn bad_codes_are_said_in_words() {
    let one = told(
        "unit,coder,variable,value\nu1,ana,tone,1\nu2,ana,tone,0\n",
        None,
        None,
    );
    assert_eq!(one[0].agreement, Err(CodesError::OneCoder));
    assert!(
        one[0].notes[0].contains("Only ana coded it"),
        "{:?}",
        one[0].notes
    );
    let apart = told("unit,ana,ben\nu1,1,\nu2,,0\n", None, None);
    assert_eq!(apart[0].agreement, Err(CodesError::NoOverlap));
    let same = told("unit,ana,ben\nu,yes,yes\n", None, None);
    assert!(
        same[0]
            .notes
            .iter()
            .any(|note| note.contains("All codes are the same (“yes”)"))
    );
    // Words at ordinal level, and what a codebook does not know.
    let text = "unit,ana,ben\nu1,low,low\nu2,high,high\nu3,1,1\nu4,2,1\n";
    let words = told(text, None, Some(Level::Ordinal));
    assert!(
        words[0]
            .notes
            .iter()
            .any(|note| note.contains("no numbers") && note.contains("“high”"))
    );
    assert_eq!(words[0].units, 2);
    let (_, tone) = ready().find(|(name, _)| *name == "tone").unwrap();
    let unknown = "unit,coder,variable,value\nu1,a,tone,1\nu1,b,tone,5\nu2,a,tone,0\nu2,b,tone,0\nu3,a,tone,?\nu3,b,tone,-1\n";
    let unknown = told(unknown, Some(&tone), None);
    assert_eq!(unknown[0].level, Level::Ordinal);
    assert!(
        unknown[0]
            .notes
            .iter()
            .any(|note| note.contains("does not know (“5”)"))
    );
    assert!(
        unknown[0]
            .notes
            .iter()
            .any(|note| note.contains("“can’t tell”"))
    );
}

/// 95 units both coders call no, one yes both, four where they differ: α is low, AC1 high, and the words say why.
#[test]
fn lopsided_codes_are_explained() {
    let row = |at: usize| {
        let (a, b) = match at {
            0 => ("yes", "yes"),
            1 | 2 => ("yes", "no"),
            3 | 4 => ("no", "yes"),
            _ => ("no", "no"),
        };
        format!("u{at},{a},{b}\n")
    };
    let text: String = (0..100).map(row).collect();
    let one = &told(&format!("unit,ana,ben\n{text}"), None, None)[0];
    assert!(alpha(one) < 0.4);
    assert!(
        one.notes
            .iter()
            .any(|note| note.contains("lopsided") && note.contains("AC1, 0.9")),
        "{:?}",
        one.notes
    );
    assert_eq!(one.confusion, [[95, 2], [2, 1]]);
    assert_eq!(one.disagreements.len(), 4);
    let level = one.notes.iter().find(|note| note.contains("α is")).unwrap();
    assert!(
        level.contains("to") && level.contains("0.667"),
        "no line without the interval: {level}"
    );
}

#[test]
fn several_variables_are_told_apart_and_together() {
    let text = "unit,coder,variable,value\nu1,a,x,1\nu1,b,x,1\nu2,a,x,0\nu2,b,x,0\nu1,a,y,1\nu1,b,y,0\nu2,a,y,1\nu2,b,y,1\n";
    let all = told(text, None, None);
    assert_eq!(
        all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["x", "y"]
    );
    let overall = overall(&all).unwrap();
    assert!(
        overall.contains("75 %") && overall.contains("(y)"),
        "{overall}"
    );
}

#[test]
fn a_codebook_says_what_is_wrong_with_it() {
    let wrong = |text: &str| Codebook::from_toml(text).unwrap_err().to_string();
    let two = "value = [{ value = \"a\", label = \"A\", key = \"1\" }, { value = \"b\", label = \"B\", key = \"1\" }]";
    assert!(wrong("name = \"x\"\nvariable = []").contains("asks nothing"));
    assert!(wrong("name = \"x").contains("line 1"));
    let keys = wrong(&format!(
        "name = \"x\"\n[[variable]]\nname = \"v\"\nquestion = \"?\"\n{two}"
    ));
    assert!(keys.contains("“v” has the key “1” twice"), "{keys}");
}

/// Two made-up sources with `count` paragraphs each, every one different.
fn sources(count: usize) -> Vec<Article> {
    ["Ledger", "Star"]
        .map(|name| {
            let paragraphs = (0..count).map(|at| {
                let how = ["a great success", "held as planned", "a terrible disaster"][at % 3];
                format!("The {name} wrote that meeting number {at} was {how}. It ended at noon.")
            });
            let text = format!(
                "Council meets\n\n{}",
                paragraphs.collect::<Vec<_>>().join("\n\n")
            );
            load::from_text(&text, name).unwrap()
        })
        .to_vec()
}

fn paragraphs(articles: &[Article]) -> Vec<(UnitPlace, Unit)> {
    let sources = articles
        .iter()
        .map(|one| (one.origin.name.as_str(), vec![one]));
    units(sources, UnitKind::Paragraph)
}

fn study(articles: &[Article], n: usize) -> Study {
    let (drawn, units) = draw(
        paragraphs(articles),
        UnitKind::Paragraph,
        n,
        7,
        Strata::None,
        &Known::default(),
    );
    let (_, tone) = ready().find(|(name, _)| *name == "tone").unwrap();
    Study::new(
        tone,
        drawn,
        units.into_iter().map(|(_, unit)| unit).collect(),
    )
}

#[test]
fn a_sample_is_drawn_without_replacement_and_the_same_again() {
    let articles = sources(60);
    let all = paragraphs(&articles);
    assert_eq!(all.len(), 120);
    let known = Known {
        scores: (all.iter())
            .filter_map(|(place, _)| Some((*place, place.block? as f64)))
            .collect(),
        // Both sources tell the first event.
        stories: [((0, 0), (0, "Library".to_owned()))].into(),
    };
    let drawn = |seed, strata| {
        let kind = UnitKind::Paragraph;
        draw(all.clone(), kind, 30, seed, strata, &known)
    };
    let (how, first) = drawn(1, Strata::Source);
    assert_eq!(drawn(1, Strata::Source).1, first);
    assert_ne!(drawn(2, Strata::Source).1, first);
    let ids: std::collections::BTreeSet<&str> =
        first.iter().map(|(_, unit)| unit.id.as_str()).collect();
    assert_eq!((ids.len(), how.n()), (30, 30));
    assert_eq!(
        how.by_stratum,
        [("Ledger".to_owned(), 60, 15), ("Star".to_owned(), 60, 15)]
    );
    let thirds = drawn(1, Strata::Score("tone".to_owned())).0;
    assert_eq!(
        thirds
            .by_stratum
            .iter()
            .map(|(_, _, n)| *n)
            .collect::<Vec<_>>(),
        [10, 10, 10]
    );
    let by_story = drawn(1, Strata::Story).0;
    assert_eq!(
        by_story.by_stratum,
        [
            ("Library".to_owned(), 60, 15),
            ("told by one article alone".to_owned(), 60, 15)
        ]
    );
    let said = by_story.sentence();
    assert!(
        said.contains("in proportion by story (Library: 15 of 60"),
        "{said}"
    );
    // More than there are is all there is.
    assert_eq!(
        draw(
            all.clone(),
            UnitKind::Paragraph,
            500,
            1,
            Strata::None,
            &known
        )
        .1
        .len(),
        120
    );
    assert!(
        how.sentence().contains("30 of 120 paragraphs"),
        "{}",
        how.sentence()
    );
}

#[test]
fn the_needed_number_is_that_of_the_textbooks() {
    // Cochran: 385 for ±5 points of an endless population, 278 of 1,000.
    assert_eq!(needed_for_share(10_000_000, 0.05), 385);
    assert_eq!(needed_for_share(1_000, 0.05), 278);
    // Lacy & Riffe (1996) print 92 of 1,000 units at 90 % against 85 %, with the standard error rounded to 0.03.
    let needed = needed_for_agreement(1_000, 0.90, 0.85);
    assert!((88..=92).contains(&needed), "{needed}");
}

#[test]
fn coders_code_blind_in_orders_of_their_own() {
    let mut study = study(&sources(20), 10);
    let ana = study.join("Ana").unwrap();
    let ben = study.join("Ben").unwrap();
    assert_eq!(study.join(" Ana "), Some(ana));
    assert_eq!(study.join("  "), None);
    assert_ne!(study.order("Ana"), study.order("Ben"));
    assert!(!study.press(ana, 0, 'x'));
    for _ in 0..10 {
        assert!(study.press(ana, 0, '2'));
    }
    assert_eq!((study.done(ana), study.done(ben)), (10, 0));
    assert_eq!(study.current(ana), None, "all is coded");
    study.go(ana, true);
    assert!(study.press(ana, 0, '1'), "the last can be changed");
    assert_eq!(study.done(ana), 10);
    let one = &agreements(
        &study.answers(),
        Some(&study.codebook),
        None,
        1,
        &Progress::default(),
    )
    .unwrap()[0];
    assert_eq!(one.agreement, Err(CodesError::OneCoder));
}

#[test]
fn a_coding_file_comes_back_and_says_what_is_wrong() {
    let articles = sources(20);
    let mut ours = study(&articles, 10);
    let mut theirs = ours.clone();
    let ana = ours.join("Ana").unwrap();
    ours.press(ana, 0, '1');
    let ben = theirs.join("Ben").unwrap();
    theirs.press(ben, 0, '3');
    // With texts it is whole; without, they come from what is open.
    let whole = theirs.to_file(true).unwrap();
    assert_eq!(
        Study::from_file(&whole, &[]).unwrap(),
        (theirs.clone(), Vec::new())
    );
    let hashes = theirs.to_file(false).unwrap();
    assert!(!String::from_utf8_lossy(&hashes).contains("It ended at noon"));
    assert_eq!(
        Study::from_file(&hashes, &paragraphs(&articles)).unwrap(),
        (theirs.clone(), Vec::new())
    );
    let (_, said) = Study::from_file(&hashes, &[]).unwrap();
    assert!(said[0].contains("10 units are not in the file"), "{said:?}");
    // An article that was changed.
    let mut changed = articles.clone();
    for article in &mut changed {
        for block in &mut article.blocks {
            block.text.push('!');
        }
    }
    let (_, said) = Study::from_file(&hashes, &paragraphs(&changed)).unwrap();
    assert!(said[0].contains("not what it was"), "{said:?}");
    // Half a file, another file, another codebook.
    let half = Study::from_file(&whole[..whole.len() / 2], &[]).unwrap_err();
    assert!(half.to_string().contains("half of it"), "{half}");
    assert_eq!(Study::from_file(b"{}", &[]), Err(CodingError::NotOne));
    let mut other = theirs.clone();
    let book = std::sync::Arc::make_mut(&mut other.codebook);
    book.variables[0].name = "mood".to_owned();
    let before = ours.clone();
    assert!(
        ours.merge(other)
            .unwrap_err()
            .to_string()
            .contains("another codebook")
    );
    assert_eq!(ours, before, "nothing is lost");
    assert_eq!(ours.merge(theirs).unwrap(), Vec::<String>::new());
    assert_eq!(ours.coders.len(), 2);
    assert_eq!(ours.answers().iter().count(), 2);
}

/// People who say what the words say are close to the measure; those who say anything are not.
#[test]
fn people_are_held_against_the_measure_of_the_same_question() {
    let articles = sources(60);
    let analyses: Vec<_> = articles
        .iter()
        .map(|one| score::analyse(one, &score::Settings::default()))
        .collect();
    let mut study = study(&articles, 60);
    for name in ["Ana", "Ben", "Cem"] {
        let coder = study.join(name).unwrap();
        while let Some((unit, _)) = study.current(coder) {
            let key = match unit.text.as_str() {
                text if text.contains("disaster") => '1',
                text if text.contains("success") => '3',
                _ => '2',
            };
            let slip = unit.id.as_bytes()[0] % 8 == 0 && name == "Cem";
            study.press(coder, 0, if slip { '2' } else { key });
        }
    }
    let all = paragraphs(&articles);
    let scored: Vec<Scored<'_>> = (all.iter())
        .map(|(place, unit)| Scored {
            unit,
            place: *place,
            analysis: &analyses[place.source],
        })
        .collect();
    let told = against(
        &study.answers(),
        Some(&study.codebook),
        &[],
        &scored,
        1,
        &Progress::default(),
    )
    .unwrap();
    assert_eq!((told[0].measure, told[0].units), ("tone", 60));
    let spearman = &told[0].rows[1];
    let (measure, ceiling) = (spearman.measure.unwrap(), spearman.ceiling.unwrap());
    assert!(
        measure.value > 0.8 && measure.interval.is_some(),
        "{measure:?}"
    );
    assert!(ceiling.value > 0.8, "{ceiling:?}");
    assert_eq!(spearman.coders.len(), 3);
    assert!(
        told[0]
            .differing
            .iter()
            .any(|unit| !unit.evidence.is_empty())
    );
    let paragraph = methods_paragraph(
        Some(&study.codebook),
        Some(&study.drawn),
        &agreements(
            &study.answers(),
            Some(&study.codebook),
            None,
            1,
            &Progress::default(),
        )
        .unwrap(),
        2,
        1,
    );
    for part in [
        "60 of 120 paragraphs",
        "seed 7",
        "3 coders",
        "(ordinal)",
        "Krippendorff’s α (ordinal)",
        "2 disagreements were settled",
        "Parallax ",
    ] {
        assert!(paragraph.contains(part), "{part}: {paragraph}");
    }
}
