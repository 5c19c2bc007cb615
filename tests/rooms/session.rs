//! The session: what is open, undone, found, recent and recovered.

#[expect(clippy::indexing_slicing, reason = "tests")]
mod whole {
    //! Tests of the session itself.
    use std::sync::Arc;

    use parallax::article::{Article, Block, BlockKind, Origin, Place, Side};
    use parallax::session::{History, Session, SourceId};

    fn article(text: &str) -> Arc<Article> {
        Arc::new(Article {
            origin: Origin::default(),
            headline: None,
            byline: None,
            published: None,
            outlet: None,
            url: None,
            language: None,
            fields: parallax::article::FurtherFields::default(),
            blocks: vec![Block {
                kind: BlockKind::Boilerplate,
                text: text.to_owned(),
                sentences: vec![],
                quotations: vec![],
                set_aside: Some("advertisement".to_owned()),
            }],
            warnings: vec![],
        })
    }

    fn two() -> Session {
        let mut session = Session::default();
        session.open(Side::A, "One", vec![article("a")]);
        session.open(Side::B, "Two", vec![article("b")]);
        session
    }

    #[test]
    fn opening_replaces_only_its_own_side() {
        let mut session = two();
        session.open(Side::A, "Three", vec![article("c")]);
        let names = Side::BOTH.map(|side| session.source(side).map(|s| s.name.clone()));
        assert_eq!(names, [Some("Three".into()), Some("Two".into())]);
        assert_eq!(session.sources().len(), 2);
    }

    #[test]
    fn swapping_twice_changes_nothing() {
        let mut session = two();
        session.swap();
        assert_eq!(
            session.source(Side::A).map(|s| s.name.as_str()),
            Some("Two")
        );
        session.swap();
        assert_eq!(session, two());
    }

    #[test]
    fn restoring_a_block_leaves_the_opened_article_alone() {
        let opened = article("a");
        let mut session = Session::default();
        session.open(Side::A, "One", vec![Arc::clone(&opened)]);
        session.set_block_kind(passage(Side::A, 0), BlockKind::Paragraph);
        assert!(
            session
                .article(Side::A)
                .is_some_and(|a| a.scored_blocks().count() == 1)
        );
        assert_eq!(opened.scored_blocks().count(), 0);
    }

    #[test]
    fn nothing_to_open_changes_nothing() {
        let mut session = two();
        session.open(Side::A, "None", vec![]);
        session.add(Side::B, "None", vec![]);
        session.read_article(Side::A, 7);
        session.rename(Side::A, "  ");
        assert_eq!(session, two());
    }

    fn three() -> (Session, [SourceId; 3]) {
        let mut session = two();
        session.keep("Three", vec![article("c")]);
        let ids: Vec<SourceId> = session.sources().iter().map(|source| source.id).collect();
        (session, [ids[0], ids[1], ids[2]])
    }

    const fn passage(side: Side, block: usize) -> Place {
        Place::block(side, 0, block)
    }

    fn names(session: &Session) -> Vec<&str> {
        let sources = session.sources().iter();
        sources.map(|source| source.name.as_str()).collect()
    }

    #[test]
    fn choices_come_back_with_their_pair_whichever_way_round() {
        let (mut session, [one, two, three]) = three();
        session.choose(passage(Side::A, 1), passage(Side::B, 2), false);
        session.choose(passage(Side::A, 1), passage(Side::B, 2), true);
        let chosen = session.choices().to_vec();
        assert_eq!(chosen.len(), 1);
        session.show(Side::B, three);
        assert_eq!(session.choices(), []);
        session.choose(passage(Side::A, 5), passage(Side::B, 6), false);
        session.show(Side::A, two);
        session.show(Side::B, one);
        assert_eq!(session.choices(), [chosen[0].swapped()]);
        session.swap();
        assert_eq!(session.options().choices, chosen);
        assert_eq!(session.choice_count(), 2);
        session.remove(three);
        assert_eq!(session.choice_count(), 1);
        session.reset_choices();
        assert_eq!(session.choice_count(), 0);
    }

    #[test]
    fn sources_are_removed_renamed_and_moved_by_their_identity() {
        let (mut session, [one, two, three]) = three();
        session.move_up(three);
        session.move_down(one);
        session.move_up(three);
        session.move_down(two);
        assert_eq!(names(&session), ["Three", "One", "Two"]);
        session.rename_source(three, "  Third ");
        session.rename_source(one, " ");
        session.remove(two);
        assert_eq!(names(&session), ["Third", "One"]);
        assert!(session.source(Side::B).is_none());
        let before = session.clone();
        session.remove(two);
        session.show(Side::B, two);
        session.choose(passage(Side::A, 0), passage(Side::B, 0), true);
        assert_eq!(session, before);
    }

    #[test]
    fn every_step_can_be_taken_back() {
        let (session, [one, two, three]) = three();
        let mut history = History::of(session.clone());
        history.edit("word", |s| s.set_excluded("Storm", true));
        history.edit("match", |s| {
            s.choose(passage(Side::A, 0), passage(Side::B, 0), true);
        });
        history.edit("move", |s| s.move_down(one));
        history.edit("pair", |s| s.show(Side::A, three));
        history.edit("name", |s| s.rename_source(three, "Third"));
        history.edit("remove", |s| s.remove(two));
        history.edit("reset", Session::reset_choices);
        history.edit("word", |s| s.set_excluded("storm", false));
        assert!(history.current().settings.excluded.is_empty());
        while history.undo() {}
        assert_eq!(history.current(), &session);
    }
}

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod find {
    //! Tests of finding.
    use std::sync::Arc;

    use parallax::article::{Block, Place, Side, Span};
    use parallax::load::from_text;
    use parallax::session::{Found, Hit, Query, Session};

    /// A is one source with these articles, B another with one. Blocks are separated by a blank line.
    fn session(a: &[&str], b: &str) -> Session {
        let article = |text: &str| {
            let mut article = from_text("A plain text.", "text").unwrap();
            let block = article.blocks[0].clone();
            let with = |text: &str| Block {
                text: text.to_owned(),
                ..block.clone()
            };
            article.blocks = text.split("\n\n").map(with).collect();
            article.headline = None;
            Arc::new(article)
        };
        let mut session = Session::default();
        session.open(Side::A, "One", a.iter().map(|text| article(text)).collect());
        session.open(Side::B, "Two", vec![article(b)]);
        session
    }

    fn find(session: &Session, text: &str, whole_words: bool) -> Found {
        session.find(&Query {
            text: text.to_owned(),
            whole_words,
        })
    }

    #[test]
    fn both_sources_are_searched_in_reading_order_headlines_first() {
        let a = [
            "The port was calm today.\n\nThe port stayed open all day.",
            "A report came.",
        ];
        let mut session = session(&a, "No port was open in the town.");
        session.set_headline(Side::A, "Port report");
        let found = find(&session, "PORT", false);
        let at = |place, start| Hit {
            place,
            span: Span::new(start, start + 4),
        };
        assert_eq!(
            found.hits,
            [
                at(Place::headline(Side::A, 0), 0),
                at(Place::headline(Side::A, 0), 7),
                at(Place::block(Side::A, 0, 0), 4),
                at(Place::block(Side::A, 0, 1), 4),
                at(Place::block(Side::A, 1, 0), 4),
                at(Place::block(Side::B, 0, 0), 3),
            ]
        );
        assert_eq!([found.count(Side::A), found.count(Side::B)], [5, 1]);
        assert_eq!(find(&session, "port", true).hits.len(), 4);
        assert_eq!(find(&session, "  ", true), Found::default());
    }

    #[test]
    fn uses_of_a_word_are_words_and_their_possessives() {
        let text = "The mayor’s plan: the Mayor, the mayors, ex-mayor and Lord Mayor Khan's plan.";
        let session = session(&[text], "Mayor.");
        assert_eq!(session.uses("MAYOR").hits.len(), 4);
        assert_eq!(session.uses("lord mayor").hits.len(), 1);
        assert_eq!(session.uses("mayor khan").hits.len(), 1);
        assert_eq!(session.uses("or").hits.len(), 0);
        assert_eq!(session.uses(":").hits.len(), 1);
    }

    #[test]
    fn a_term_counts_as_often_as_its_uses_in_scored_text() {
        let a = "Security matters.\n\nThey spoke of security. The security of all came first.";
        let mut session = session(&[a], "Nothing of the kind was said.");
        session.set_headline(Side::A, "Security first");
        let uses = session.uses("security").hits;
        let scored = uses.iter().filter(|hit| session.is_scored(hit.place));
        assert_eq!((uses.len(), scored.count()), (4, 3));
    }

    #[test]
    fn a_list_that_would_be_too_long_says_that_it_is_not_whole() {
        let session = session(&["e".repeat(120_000).as_str()], &"e".repeat(60_000));
        let found = find(&session, "e", false);
        // What is left out of one side takes nothing from the other.
        assert_eq!(Side::BOTH.map(|side| found.count(side)), [100_000, 60_000]);
        assert!(found.more);
        assert_eq!(find(&session, "eeee", false).hits.len(), 45_000);
    }
}

mod history {
    use parallax::session::History;

    #[test]
    fn undo_and_redo_are_inverse() {
        let mut history = History::default();
        history.edit("exact", |s| s.settings.tone.typographic = false);
        let after = history.current().clone();
        assert!(history.undo());
        assert!(history.current().settings.tone.typographic);
        assert!(history.redo());
        assert_eq!(history.current(), &after);
        assert!(!history.redo());
    }

    #[test]
    fn undoing_back_to_what_was_saved_leaves_nothing_unsaved() {
        let mut history = History::default();
        history.edit("seed", |s| s.seed = 7);
        assert!(!history.is_saved());
        history.mark_saved();
        assert!(history.is_saved());
        history.edit("seed", |s| s.seed = 8);
        assert!(!history.is_saved());
        history.undo();
        assert!(history.is_saved());
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step() {
        let mut history = History::default();
        history.edit("nothing", |_| {});
        assert_eq!(history.undo_label(), None);
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod recent {
    use std::path::PathBuf;

    use parallax::session::recent::Recent;

    const MOST: usize = 10; // files that are remembered

    #[test]
    fn the_last_ten_are_kept_each_once_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let path = |n: usize| folder.path().join(format!("{n}.parallax"));
        let mut recent = Recent::default();
        for n in 0..12 {
            recent.add(&path(n));
        }
        std::fs::write(path(5), "").unwrap();
        recent.add(&folder.path().join(".").join("5.parallax"));
        assert_eq!(recent.paths().len(), MOST);
        assert_eq!(recent.paths().first(), Some(&path(5)));
        assert_eq!(recent.paths().last(), Some(&path(2)));
        let json = serde_json::to_string(&recent).unwrap();
        assert_eq!(serde_json::from_str::<Recent>(&json).unwrap(), recent);
        recent.remove(&path(5));
        assert_eq!(recent.paths().first(), Some(&path(11)));
        recent.clear();
        assert_eq!(recent.paths(), [] as [PathBuf; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_what_it_names_are_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["a", "b"].map(|name| folder.path().join(name));
        std::fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let mut recent = Recent::default();
        recent.add(&file);
        recent.add(&link);
        assert_eq!(recent.paths(), [link]);
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
#[expect(clippy::indexing_slicing, reason = "tests")]
mod recovery {
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;

    use parallax::article::Side;
    use parallax::load;
    use parallax::session::document::Articles;
    use parallax::session::recovery::{Keeper, discard, from_bytes, orphans};
    use parallax::session::{Session, document};

    fn session() -> Session {
        let mut session = Session::default();
        let article = parallax::load::from_text("A storm came. It went.", "Pasted text").unwrap();
        session.open(Side::B, "One", vec![Arc::new(article)]);
        session
    }

    const NOW: &str = "2026-11-22T10:00:00Z";

    /// A program that wrote its copy and was killed.
    fn left_behind(data: &Path, session: &Session, now: &str) -> std::path::PathBuf {
        let keeper = Keeper::start(data).unwrap();
        keeper.save(session, None, now).unwrap();
        keeper.path().to_owned()
    }

    #[test]
    fn what_was_open_comes_back_with_the_document_it_belongs_to() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("parallax");
        assert!(orphans(&data).unwrap().is_empty());
        let document = Path::new("/stories/storm.parallax");
        let keeper = Keeper::start(&data).unwrap();
        let document = (document, Articles::Referenced);
        keeper.save(&session(), Some(document), NOW).unwrap();
        assert!(orphans(&data).unwrap().is_empty(), "it is still alive");
        drop(keeper);
        let all = orphans(&data).unwrap();
        let back = all[0].content.as_ref().unwrap();
        assert_eq!(back.opened.session, session());
        let open = back.document.as_ref();
        assert_eq!(
            open.map(|(path, how)| (path.as_path(), *how)),
            Some(document)
        );
        assert_eq!((all.len(), back.saved.as_str()), (1, NOW));
        discard(&all[0].path).unwrap();
        discard(&all[0].path).unwrap();
        assert_eq!(fs::read_dir(&data).unwrap().count(), 0);
    }

    #[test]
    fn every_program_keeps_its_own_and_removes_no_other() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path();
        let killed = left_behind(data, &session(), NOW);
        let [one, other] = [(); 2].map(|()| Keeper::start(data).unwrap());
        one.save(&session(), None, NOW).unwrap();
        other.save(&session(), None, NOW).unwrap();
        one.close(&session()).unwrap();
        assert!(!one.path().exists());
        assert!(other.path().exists() && killed.exists());
        one.save(&session(), None, NOW).unwrap();
        assert!(!one.path().exists(), "nothing is written after the end");
        let offered = orphans(data).unwrap();
        assert_eq!(
            offered.iter().map(|it| &it.path).collect::<Vec<_>>(),
            [&killed]
        );
        let said = discard(other.path()).unwrap_err().to_string();
        assert!(said.contains("open in another window"), "{said}");
        assert!(other.path().exists());
    }

    #[test]
    fn a_copy_that_was_opened_goes_only_with_what_came_of_it() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path();
        let first = left_behind(data, &session(), NOW);
        let name = first.file_name().unwrap().to_str().unwrap().to_owned();
        // Opened, taken back and closed: it is there at the next start.
        let keeper = Keeper::start(data).unwrap();
        keeper.adopt(&first).unwrap();
        assert!(orphans(data).unwrap().is_empty(), "another window has it");
        keeper.close(&Session::default()).unwrap();
        assert_eq!(orphans(data).unwrap().len(), 1);
        // Opened, changed and killed: the later copy stands for both.
        let mut continued = session();
        continued.set_continues(&name);
        let keeper = Keeper::start(data).unwrap();
        keeper.adopt(&first).unwrap();
        keeper
            .save(&continued, None, "2026-11-22T11:00:00Z")
            .unwrap();
        let second = keeper.path().to_owned();
        drop(keeper);
        let offered = orphans(data).unwrap();
        assert_eq!(
            offered.iter().map(|it| &it.path).collect::<Vec<_>>(),
            [&second]
        );
        assert!(first.exists());
        // Opened and closed in order: both are gone.
        let keeper = Keeper::start(data).unwrap();
        keeper.adopt(&second).unwrap();
        let mut last = continued;
        last.set_continues(second.file_name().unwrap().to_str().unwrap());
        keeper.close(&last).unwrap();
        assert_eq!(fs::read_dir(data).unwrap().count(), 0);
    }

    #[test]
    fn a_copy_that_cannot_be_read_is_named_and_stays() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path();
        let path = data.join("recovery.parallax");
        let cut = "{\"schema\":\"parallax.document/1\"";
        fs::write(&path, cut).unwrap();
        fs::write(data.join("other.parallax"), "").unwrap();
        let all = orphans(data).unwrap();
        let why = all[0].content.as_ref().unwrap_err();
        assert!(why.contains("cut off"), "{why}");
        assert_eq!((all.len(), all[0].name()), (1, "recovery.parallax"));
        let keeper = Keeper::start(data).unwrap();
        keeper.close(&Session::default()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), cut);
        let plain = document::to_bytes(&Session::default(), Articles::Embedded, &path);
        let error = from_bytes(&plain.unwrap(), &path, load::open).unwrap_err();
        assert!(error.to_string().contains("no recovery copy"), "{error}");
    }

    #[test]
    fn a_copy_names_no_file_but_copies() {
        let data = tempfile::tempdir().unwrap();
        let precious = data.path().join("precious.txt");
        fs::write(&precious, "work").unwrap();
        let mut odd = session();
        odd.set_continues("../precious.txt");
        let path = left_behind(data.path(), &odd, NOW);
        assert_eq!(
            orphans(data.path()).unwrap()[0]
                .content
                .as_ref()
                .unwrap()
                .continues,
            None
        );
        discard(&path).unwrap();
        assert!(precious.exists());
    }

    #[test]
    fn what_would_be_lost_is_counted() {
        use parallax::article::Place;
        let mut session = session();
        let article = parallax::load::from_text("The storm came.", "Pasted text").unwrap();
        session.open(Side::A, "Two", vec![Arc::new(article)]);
        session.choose(
            Place::block(Side::A, 0, 0),
            Place::block(Side::B, 0, 0),
            false,
        );
        session.set_headline(Side::A, "Storm");
        session.set_excluded("storm", true);
        assert_eq!(
            session.work().phrases(),
            [
                "text that is in no file: One, Two",
                "1 article you corrected",
                "1 match you rejected",
                "1 word you left out of tone"
            ]
        );
        assert!(Session::default().work().is_none());
    }

    #[test]
    fn whatever_is_not_as_it_was_opened_is_worth_a_copy() {
        let mut opened = session();
        let article = || {
            let text = "The storm came. It went.";
            Arc::new(parallax::load::from_text(text, "Pasted text").unwrap())
        };
        opened.open(Side::A, "Two", vec![article(), article()]);
        opened.keep("Three", vec![article()]);
        // The texts stand in files.
        let opened = {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path().join("x.parallax");
            let bytes = document::to_bytes(&opened, Articles::Embedded, &at).unwrap();
            let mut json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            for source in json["sources"].as_array_mut().unwrap() {
                for article in source["articles"].as_array_mut().unwrap() {
                    article["content"]["text"]["path"] = "story.txt".into();
                }
            }
            let bytes = serde_json::to_vec(&json).unwrap();
            document::from_bytes(&bytes, &at, |_| unreachable!())
                .unwrap()
                .session
        };
        assert!(opened.is_as_opened() && !opened.has_user_work());
        let after = |change: &dyn Fn(&mut Session)| {
            let mut session = opened.clone();
            change(&mut session);
            (session.work().phrases(), session.is_as_opened())
        };
        let arranged = ["which sources you compare, and their order"].map(str::to_owned);
        let third = opened.sources()[2].id;
        for change in [
            &Session::swap as &dyn Fn(&mut Session),
            &|session| session.show(Side::A, third),
            &|session| session.move_up(third),
        ] {
            assert_eq!(after(change), (arranged.to_vec(), false));
        }
        let renamed = after(&|session| session.rename(Side::B, "Other"));
        assert_eq!(renamed.0, ["1 source you renamed"]);
        // Looking is no work, and comes back all the same.
        assert_eq!(
            after(&|session| session.read_article(Side::A, 1)),
            (vec![], false)
        );
        let twice = after(&|session| {
            session.swap();
            session.swap();
        });
        assert_eq!(twice, (vec![], true));
        let recovered = after(&|session| session.set_continues("recovery-x.parallax"));
        assert_eq!(
            recovered,
            (vec!["unsaved work of before".to_owned()], false)
        );
    }

    #[test]
    fn a_copy_knows_which_files_its_texts_stand_in() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("storm.txt");
        fs::write(&file, "A storm came. It went.").unwrap();
        let mut session = Session::default();
        let articles = parallax::load::open(&file).unwrap();
        session.open(Side::A, "One", articles.into_iter().map(Arc::new).collect());
        let data = folder.path().join("data");
        let path = left_behind(&data, &session, NOW);
        let back = from_bytes(&fs::read(&path).unwrap(), &path, load::open).unwrap();
        assert_eq!(back.opened.session, session);
        // Saved without texts before, it is saved without texts again.
        let at = folder.path().join("story.parallax");
        let saved = |session| document::to_bytes(session, Articles::Referenced, &at).unwrap();
        let text = String::from_utf8(saved(&back.opened.session)).unwrap();
        assert!(!text.contains("A storm came"), "{text}");
        assert_eq!(text.as_bytes(), saved(&session));
    }

    #[test]
    fn the_way_back_has_no_end_and_shares_what_did_not_change() {
        use parallax::session::History;
        let mut history = History::of(session());
        let article = Arc::clone(history.current().article(Side::B).unwrap());
        for step in 0..5_000 {
            history.edit("rename", |session| {
                session.rename(Side::B, &format!("Name {step}"));
            });
        }
        // Every state holds the one list of articles, not a copy of it.
        let lists = Arc::strong_count(&history.current().source(Side::B).unwrap().articles);
        assert!(lists > 5_000, "{lists}");
        assert!(Arc::strong_count(&article) < 5);
        while history.undo() {}
        assert_eq!(history.current(), &session());
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod settings {
    use std::fs;
    use std::path::{Path, PathBuf};

    use parallax::session::recent::Recent;
    use parallax::session::remembered::{Remembered, Values};
    use serde_json::json;

    fn values(value: &serde_json::Value) -> Values {
        value.as_object().unwrap().clone()
    }

    fn now(data: &Path) -> Values {
        Remembered::peek(data)
    }

    #[test]
    fn two_windows_keep_what_each_changed_last() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path().join("not there yet");
        let (mut one, told) = Remembered::open(&data);
        assert_eq!(told, None);
        let (mut other, _) = Remembered::open(&data);
        let start = json!({"theme": "Dark", "chart": 1, "recent": ["/s/a"]});
        one.save(&values(&start)).unwrap();
        let (mut third, _) = Remembered::open(&data);
        other
            .save(&values(
                &json!({"theme": "Light", "chart": 1, "recent": ["/s/b"]}),
            ))
            .unwrap();
        third
            .save(&values(
                &json!({"theme": "Dark", "chart": 2, "recent": ["/s/a"]}),
            ))
            .unwrap();
        let (all, _) = one
            .save(&values(
                &json!({"theme": "Dark", "chart": 1, "recent": ["/s/c", "/s/a"]}),
            ))
            .unwrap();
        assert_eq!(all, now(&data));
        let wanted = json!({"theme": "Light", "chart": 2, "recent": ["/s/c", "/s/b", "/s/a"]});
        assert_eq!(all, values(&wanted));
        let left: Vec<_> = fs::read_dir(&data)
            .unwrap()
            .map(|it| it.unwrap().file_name())
            .collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }

    #[test]
    fn what_was_forgotten_in_one_window_does_not_come_back() {
        let paths = |all: &[&str]| all.iter().map(PathBuf::from).collect::<Vec<_>>();
        let merged = |known: &[&str], ours: &[&str], theirs: &[&str]| {
            let [known, ours, theirs] = [known, ours, theirs].map(paths);
            Vec::from(Recent::merged(&known, &ours, &theirs))
        };
        assert_eq!(
            merged(&["/a", "/b"], &["/b"], &["/c", "/a", "/b"]),
            paths(&["/c", "/b"])
        );
        assert_eq!(
            merged(&["/a", "/b"], &["/b", "/a"], &["/c", "/a", "/b"]),
            paths(&["/b", "/c", "/a"])
        );
        assert_eq!(merged(&["/a"], &[], &["/a"]), paths(&[]));
    }

    #[test]
    fn a_broken_file_is_set_aside_under_a_name_that_is_told() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path();
        let file = data.join("settings.json");
        for (at, broken) in ["{\"theme\": ", "[]", "\u{fffd}"].into_iter().enumerate() {
            fs::write(&file, broken).unwrap();
            let (mut settings, told) = Remembered::open(data);
            let aside = data.join(format!("settings-broken-{}.json", at + 1));
            assert!(told.unwrap().contains(aside.to_str().unwrap()));
            assert_eq!(fs::read_to_string(aside).unwrap(), broken);
            settings.save(&values(&json!({"theme": "Dark"}))).unwrap();
            assert_eq!(now(data), values(&json!({"theme": "Dark"})));
        }
        // Broken while a window is open.
        let (mut settings, _) = Remembered::open(data);
        fs::write(&file, "{").unwrap();
        let (_, told) = settings.save(&values(&json!({"theme": "Light"}))).unwrap();
        assert!(told.unwrap().contains("settings-broken-4.json"));
    }
}
