//! Saved documents: what is written is read again, and what is damaged is said.

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod written {
    //! Tests of documents.
    use std::path::Path;
    use std::sync::Arc;

    use parallax::article::{Article, BlockKind, Place, Side};
    use parallax::chart::Kind;
    use parallax::export::report::Pin;
    use parallax::load;
    use parallax::load::{Input, LoadError, ReadOptions, from_text, open, open_input};
    use parallax::session::Session;
    use parallax::session::document::{
        Articles, DocumentError, Opened, Problem, from_bytes, to_bytes,
    };
    use parallax::stats::Rng;

    const AT: &str = "/stories/storm.parallax";

    fn passage(side: Side, article: usize, block: usize) -> Place {
        Place::block(side, article, block).with_sentence(Some(1))
    }

    /// Articles as if they had been read from files below `/stories`, or beside it.
    fn read(path: &str, text: &str) -> Vec<Arc<Article>> {
        let path = Path::new(path);
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut input = Input::from_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default());
        input.path = Some(path.to_owned());
        let opened = open_input(input).unwrap();
        opened.articles.into_iter().map(Arc::new).collect()
    }

    const STORM: &str = "Storm hits the coast\n\nA “terrible” storm came in the night. People left.\n\nIt \
    went – naïvely – at noon.\n\nSubscribe to our newsletter!\n";
    const TWO: &str = "{\"title\": \"Calm\", \"text\": \"A calm day came. It stayed.\"}\n{\"title\": \
    \"Wind\", \"text\": \"A wind came up. It fell.\"}\n";

    /// Three sources, two shown, with something of everything that a document holds.
    fn session() -> Session {
        session_of(read("/other/two.jsonl", TWO))
    }

    /// The same with these articles for the second source.
    fn session_of(two: Vec<Arc<Article>>) -> Session {
        let mut session = Session::default();
        session.open(Side::A, "One", read("/stories/a/storm.txt", STORM));
        session.open(Side::B, "Two", two);
        let pasted = from_text("A pasted text. It has no file.", "Pasted text").unwrap();
        let three = session.keep("Three", vec![Arc::new(pasted)]).unwrap();
        session.choose(passage(Side::A, 0, 0), passage(Side::B, 1, 0), true);
        session.choose(passage(Side::A, 0, 1), passage(Side::B, 0, 0), false);
        let [one, two] = Side::BOTH.map(|side| session.source(side).unwrap().id);
        session.show(Side::A, three);
        session.show(Side::B, one);
        session.choose(passage(Side::A, 0, 0), passage(Side::B, 0, 1), true);
        session.show(Side::A, two);
        session.read_article(Side::A, 1);
        session.set_headline(Side::A, "Wind, corrected");
        session.set_facts(Side::B, "The Daily", "");
        session.set_block_kind(Place::block(Side::B, 0, 1), BlockKind::Boilerplate);
        session.set_excluded("Storm", true);
        session.settings.tone.news_sense = false;
        session.seed = u64::MAX;
        for pin in [
            Pin::Place(Place::headline(Side::A, 1)),
            Pin::Place(passage(Side::B, 0, 1)),
            Pin::Finding("measure:tone".to_owned()),
            Pin::Chart(Kind::WordShift),
            Pin::Measure("hedges".to_owned()),
            Pin::Name("Ada".to_owned()),
            Pin::Word("sudden".to_owned()),
        ] {
            session.set_pinned(&pin, true);
        }
        "First.\n\nSecond “thought”.".clone_into(&mut session.notes);
        session
    }

    fn not_there(path: &Path) -> LoadError {
        load::Problem::NotFound.of(path.display().to_string())
    }

    fn never(path: &Path) -> Result<Vec<Article>, LoadError> {
        Err(not_there(path))
    }

    fn files(path: &Path) -> Result<Vec<Article>, LoadError> {
        let owned = |articles: Vec<Arc<Article>>| articles.iter().map(|a| (**a).clone()).collect();
        if path.ends_with("a/storm.txt") {
            Ok(owned(read("/stories/a/storm.txt", STORM)))
        } else if path.ends_with("two.jsonl") {
            Ok(owned(read("/other/two.jsonl", TWO)))
        } else {
            Err(not_there(path))
        }
    }

    fn bytes(session: &Session, articles: Articles) -> Vec<u8> {
        to_bytes(session, articles, Path::new(AT)).unwrap()
    }

    fn back(bytes: &[u8]) -> Result<Opened, DocumentError> {
        from_bytes(bytes, Path::new(AT), files)
    }

    #[test]
    fn what_is_added_to_the_report_belongs_to_its_source() {
        let mut session = session();
        let before = session.pinned();
        assert_eq!(before.len(), 7);
        let opened = back(&bytes(&session, Articles::Embedded)).unwrap();
        assert_eq!(opened.session.pinned(), before);
        assert_eq!(opened.session.notes, session.notes);
        session.swap();
        assert_eq!(session.pinned()[0], Pin::Place(Place::headline(Side::B, 1)));
        session.swap();
        session.set_pinned(&before[3], false);
        assert_eq!(session.pinned().len(), 6);
        session.close(Side::A);
        assert_eq!(
            session.pinned().len(),
            5,
            "a closed source takes its places along"
        );
        let odd = String::from_utf8(bytes(&opened.session, Articles::Embedded)).unwrap();
        let odd = odd.replacen(
            "\"pinned\": [\n    {\n      \"place\": {\n        \"source\": ",
            "\"pinned\": [\n    {\n      \"place\": {\n        \"source\": 9",
            1,
        );
        let why = back(odd.as_bytes()).unwrap_err().to_string();
        assert!(why.contains("added to the report"), "{why}");
    }

    #[test]
    fn an_embedded_document_holds_everything_but_places_elsewhere() {
        let session = session();
        let saved = bytes(&session, Articles::Embedded);
        assert_eq!(saved, bytes(&session, Articles::Embedded));
        let opened = from_bytes(&saved, Path::new(AT), never).unwrap();
        assert!(opened.is_whole());
        assert_eq!(opened.articles, Articles::Embedded);
        assert_eq!(bytes(&opened.session, Articles::Embedded), saved);
        let text = String::from_utf8(saved).unwrap();
        assert!(text.contains("\"a/storm.txt\"") && !text.contains("/other"));
        // All else is the same: choices, corrections and what they were made to included.
        let mut two = read("/other/two.jsonl", TWO);
        for article in &mut two {
            Arc::make_mut(article).origin.path = None;
        }
        assert_eq!(opened.session, session_of(two));
    }

    #[test]
    fn a_document_that_refers_to_files_reads_them_and_corrects_them_again() {
        let session = session();
        let saved = bytes(&session, Articles::Referenced);
        let mut asked = Vec::new();
        let opened = from_bytes(&saved, Path::new(AT), |path| {
            asked.push(path.to_owned());
            files(path)
        })
        .unwrap();
        assert_eq!(opened.problems, []);
        assert_eq!(asked.len(), 2);
        assert_eq!(opened.articles, Articles::Referenced);
        assert_eq!(opened.session, session);
        let text = String::from_utf8(saved).unwrap();
        assert!(!text.contains("terrible") && text.contains("A pasted text."));
    }

    #[test]
    fn what_is_missing_is_named_and_the_rest_opens() {
        let saved = bytes(&session(), Articles::Referenced);
        let opened = from_bytes(&saved, Path::new(AT), |path| {
            if path.ends_with("storm.txt") {
                return Err(not_there(path));
            }
            // The first of the two articles is gone.
            Ok(files(path)?.into_iter().skip(1).collect())
        })
        .unwrap();
        assert!(!opened.is_whole());
        let said: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
        assert!(
            said[0].contains("“storm.txt”") && said[0].contains("could not be found"),
            "{said:?}"
        );
        assert!(
            said[1].contains("article 1") && said[1].contains("no longer finds"),
            "{said:?}"
        );
        let session = &opened.session;
        let names: Vec<&str> = session.sources().iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["Two", "Three"]);
        assert!(session.source(Side::B).is_none());
        let left = session.article(Side::A).unwrap();
        assert_eq!(left.headline.as_ref().unwrap().text, "Wind, corrected");
        assert_eq!(session.choice_count(), 0);
    }

    #[test]
    fn choices_follow_their_articles_where_one_is_left_out() {
        let mut session = session();
        let [two, one] = Side::BOTH.map(|side| session.source(side).unwrap().id);
        session.show(Side::A, one);
        assert_eq!(session.source(Side::B).unwrap().id, two);
        let saved = bytes(&session, Articles::Referenced);
        let opened = from_bytes(&saved, Path::new(AT), |path| {
            let skipped = usize::from(path.ends_with("two.jsonl"));
            Ok(files(path)?.into_iter().skip(skipped).collect())
        })
        .unwrap();
        let choices = opened.session.choices();
        assert_eq!(choices.len(), 1);
        assert_eq!(
            (choices[0].a, choices[0].b),
            (passage(Side::A, 0, 0), passage(Side::B, 0, 0))
        );
    }

    #[test]
    fn a_file_that_changed_is_not_taken_for_the_one_that_was_read() {
        let saved = bytes(&session(), Articles::Referenced);
        let opened = from_bytes(&saved, Path::new(AT), |path| {
            let mut articles = files(path)?;
            if path.ends_with("storm.txt") {
                articles[0].origin.sha256 = "0".repeat(64);
            } else {
                articles[1].blocks[0].text.push('!');
            }
            Ok(articles)
        })
        .unwrap();
        let [changed, differently] = opened.problems.as_slice() else {
            unreachable!("{:?}", opened.problems)
        };
        assert!(matches!(changed, Problem::Changed { name, .. } if name == "storm.txt"));
        assert!(matches!(differently, Problem::ReadDifferently { .. }));
        assert_eq!(opened.session.sources().len(), 2);
    }

    #[test]
    fn a_correction_of_a_paragraph_that_moved_is_given_up_and_said() {
        let saved = bytes(&session(), Articles::Referenced);
        let opened = from_bytes(&saved, Path::new(AT), |path| {
            let mut articles = files(path)?;
            articles[0].blocks.rotate_left(1);
            Ok(articles)
        })
        .unwrap();
        let lost =
            |p: &Problem| matches!(p, Problem::LostCorrection { name } if name == "storm.txt");
        assert!(opened.problems.iter().any(lost), "{:?}", opened.problems);
        let article = opened.session.article(Side::B).unwrap();
        assert_eq!(article.outlet.as_deref(), Some("The Daily"));
    }

    #[test]
    fn what_is_no_document_is_refused_in_words() {
        let said = |bytes: &[u8]| back(bytes).unwrap_err().to_string();
        let saved = String::from_utf8(bytes(&session(), Articles::Embedded)).unwrap();
        assert!(said(b"A plain text.").contains("not a Parallax document"));
        assert!(said(b"{\\rtf1 text}").contains("not a Parallax document"));
        assert!(said(b"{\"text\": 1}").contains("not a Parallax document"));
        assert!(said(b" \n").contains("cut off"));
        assert!(said(&saved.as_bytes()[..saved.len() / 2]).contains("cut off"));
        let newer = saved.replace("document/1", "document/2");
        assert!(said(newer.as_bytes()).contains("saved by a newer Parallax"));
        let other = saved.replace("parallax.document/1", "parallax-score/1");
        assert!(said(other.as_bytes()).contains("calls itself “parallax-score/1”"));
        for (from, to) in [
            ("\"seed\"", "\"sead\""),
            ("\"current\": 1", "\"current\": 2"),
            ("\"kind\": \"paragraph\"", "\"kind\": \"poem\""),
            ("\"shown\": [\n    1,\n    0\n  ]", "\"shown\": [1, 1]"),
            ("\"shown\": [\n    1,", "\"shown\": [7,"),
            ("\"a\": 1,\n      \"b\": 0", "\"a\": 1, \"b\": 1"),
            ("\"article\": 1", "\"article\": 9"),
        ] {
            let damaged = saved.replacen(from, to, 1);
            assert_ne!(damaged, saved, "{from}");
            let said = said(damaged.as_bytes());
            assert!(said.contains("is damaged"), "{to}: {said}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_or_ignored_without_recursion() {
        let deep = "[".repeat(1_000_000);
        let saved = String::from_utf8(bytes(&session(), Articles::Embedded)).unwrap();
        let unknown = saved.replacen(
            '{',
            &format!("{{\"x\": {deep}{},", "]".repeat(1_000_000)),
            1,
        );
        for text in [deep.as_str(), &format!("{{\"schema\": {deep}"), &unknown] {
            let _either = back(text.as_bytes());
        }
    }

    #[test]
    fn documents_damaged_anywhere_never_panic_and_what_opens_can_be_saved() {
        let saved = [Articles::Embedded, Articles::Referenced].map(|how| bytes(&session(), how));
        let mut rng = Rng::new(9);
        let mut below = |n: usize| rng.below(n);
        let mut opened = 0;
        for round in 0..1_500 {
            let mut bytes = saved[round % 2].clone();
            for _ in 0..=below(3) {
                let at = below(bytes.len());
                let to = (at + below(40)).min(bytes.len());
                match below(5) {
                    0 => bytes[at] = b"0129\"[]{},:-e\xE9\xFF\\un"[below(18)],
                    1 => drop(bytes.drain(at..to)),
                    2 => bytes = [&bytes[..to], &bytes[at..]].concat(),
                    3 => {
                        // One digit for another: what points somewhere points elsewhere.
                        if let Some(digit) = bytes[at..].iter_mut().find(|b| b.is_ascii_digit()) {
                            *digit = b'0' + u8::try_from(below(10)).unwrap();
                        }
                    }
                    _ => bytes.truncate(at.max(1)),
                }
            }
            if let Ok(read) = back(&bytes) {
                opened += 1;
                let again = to_bytes(&read.session, read.articles, Path::new(AT)).unwrap();
                assert!(back(&again).is_ok());
            }
        }
        assert!(opened > 50, "{opened}");
    }

    #[test]
    fn a_document_of_the_first_layout_still_opens() {
        let saved = include_bytes!("../fixtures/session/layout1.parallax");
        let opened = from_bytes(saved, Path::new(AT), never).unwrap();
        assert!(opened.is_whole());
        let session = opened.session;
        let names = Side::BOTH.map(|side| session.source(side).unwrap().name.as_str());
        assert_eq!(names, ["Coast Daily", "The Harbour Post"]);
        let [coast, harbour] = Side::BOTH.map(|side| session.article(side).unwrap());
        assert_eq!(coast.headline.as_ref().unwrap().text, "Calm at last");
        assert_eq!(coast.published.as_deref(), Some("2026-03-04"));
        assert_eq!(harbour.blocks[1].kind, BlockKind::Caption);
        let [sentences, quotations] = [&harbour.blocks[0].sentences, &harbour.blocks[0].quotations];
        assert_eq!((sentences.len(), quotations.len()), (2, 1));
        let together: Vec<bool> = session.choices().iter().map(|c| c.together).collect();
        assert_eq!(together, [true, false]);
        assert_eq!(
            (
                session.choices()[0].a.block_index(),
                session.choices()[0].b.block_index()
            ),
            (Some(0), Some(1))
        );
        assert!(session.settings.excluded.contains("storm"));
        assert_eq!(session.seed, 1);
    }

    #[test]
    fn files_on_disk_are_found_again_after_both_moved() {
        let folder = tempfile::tempdir().unwrap();
        let (before, after) = (folder.path().join("before"), folder.path().join("after"));
        std::fs::create_dir(&before).unwrap();
        std::fs::write(before.join("storm.txt"), STORM).unwrap();
        let mut session = Session::default();
        let articles = open(&before.join("storm.txt")).unwrap();
        session.open(Side::A, "One", articles.into_iter().map(Arc::new).collect());
        let saved = to_bytes(&session, Articles::Referenced, &before.join("s.parallax")).unwrap();
        std::fs::rename(&before, &after).unwrap();
        let from_disk = |path: &Path| open(path);
        let opened = from_bytes(&saved, &after.join("s.parallax"), from_disk).unwrap();
        assert!(opened.is_whole());
        std::fs::remove_file(after.join("storm.txt")).unwrap();
        let opened = from_bytes(&saved, &after.join("s.parallax"), from_disk).unwrap();
        assert!(opened.session.is_empty() && !opened.is_whole());
    }
}
