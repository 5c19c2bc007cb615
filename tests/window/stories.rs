//! Two collections: reading begins with a story both tell; stories are listed, read, merged, split and rejected,
//! undone and kept in the document.

use std::fmt::Write as _;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Page};
use parallax::article::Side;
use parallax::session::document::{Articles, from_bytes, to_bytes};

use super::{click, settle, shows, wait_for, window};

const POOL: (&str, &str) = (
    "Mayor opens swimming pool on the quay",
    "Mayor Isolde Brandt opened the new swimming pool on the quay on Saturday with 600 children. The pool has eight \
     lanes and a slide, and tickets cost 40 crowns.\n\nBrandt said the pool had been wanted since 1998.",
);
const BRIDGE: (&str, &str) = (
    "Tolben bridge closed after cracks are found",
    "The Tolben bridge was closed on Tuesday after inspectors found cracks in two of its cables. Engineer Maren \
     Oduya said 14,200 cars a day would have to use the ferry.\n\nThe closure may last 11 weeks, Oduya told the \
     harbour board. Repairs to the cables will cost 3.4 million crowns.",
);
const CRACKS: (&str, &str) = (
    "Cracks shut Tolben bridge for 11 weeks",
    "Cracks in two cables forced the harbour board to shut the Tolben bridge on Tuesday. Engineer Maren Oduya said \
     repairs would take 11 weeks and cost 3.4 million crowns.\n\nAbout 14,200 cars cross the bridge each day.",
);
const WHEAT: (&str, &str) = (
    "Farmers fear for the wheat after a dry spring",
    "A dry spring has left wheat in the northern valleys short and thin, growers told the ministry on Friday. Half \
     the fields may not be worth cutting.\n\nThe growers asked for seed on credit.",
);
const CHESS: (&str, &str) = (
    "Schoolgirl of twelve wins chess title",
    "Twelve-year-old Petra Wilde beat the reigning champion in 41 moves on Thursday and took the national chess \
     title.\n\nWilde learned the game from her grandmother, who watched from the second row.",
);

/// The pool again, with less of what makes it the same.
const HALF_A_POOL: (&str, &str) = (
    "Children queue for new pool on the quay",
    "More than 600 children came when Mayor Isolde Brandt opened the new swimming pool on the quay. Tickets cost 40 \
     crowns, and many families waited in the rain for an hour before they were let in to swim.",
);

/// Ant has the bridge second, Bee has it third.
fn two_collections() -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let sources = [
        ("Ant", [POOL, BRIDGE].as_slice()),
        ("Bee", &[WHEAT, CHESS, CRACKS]),
    ];
    let [a, b] = sources.map(|(outlet, articles)| {
        let mut lines = String::new();
        for (title, text) in articles {
            let article = serde_json::json!({"title": title, "source": outlet, "text": text});
            writeln!(lines, "{article}").unwrap();
        }
        let path = folder.path().join(format!("{outlet}.jsonl"));
        std::fs::write(&path, lines).unwrap();
        path
    });
    let mut harness = window(Some(a), Some(b));
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    settle(&mut harness);
    harness
}

fn read(harness: &Harness<'_, App>) -> [usize; 2] {
    Side::BOTH.map(|side| harness.state().session().current(side))
}

#[test]
fn reading_begins_with_the_story_both_tell() {
    let harness = two_collections();
    assert_eq!(read(&harness), [1, 2]);
    // It belongs to the opening: there is no step of its own, and nothing to lose.
    assert_ne!(harness.state().undo_label(), Some("choice of story"));
    assert!(!harness.state().session().has_user_work());
}

#[test]
fn stories_are_listed_rejected_undone_and_kept() {
    let mut harness = two_collections();
    harness
        .state_mut()
        .request(Command::ShowPage(Page::Stories));
    settle(&mut harness);
    assert!(shows(
        &harness,
        "1 story among 5 articles of 2 sources; 3 articles alone."
    ));
    assert!(shows(&harness, "Ant and Bee (1)") && shows(&harness, "Only Bee (2)"));
    click(&mut harness, "Tolben bridge closed after cracks are found");
    assert!(
        shows(&harness, "Names shared: "),
        "what speaks for it is told"
    );
    click(&mut harness, "Read");
    assert_eq!(read(&harness), [1, 2]);
    harness
        .state_mut()
        .request(Command::ShowPage(Page::Stories));
    settle(&mut harness);
    click(&mut harness, "Not one story");
    assert!(shows(&harness, "0 stories among 5 articles"));
    assert!(harness.state().session().has_user_work());
    // The document keeps it.
    let at = std::path::Path::new("/nowhere/week.parallax");
    let bytes = to_bytes(harness.state().session(), Articles::Embedded, at).unwrap();
    let opened = from_bytes(&bytes, at, |_| unreachable!("all texts are in it")).unwrap();
    assert_eq!(opened.session.said_of_stories().len(), 1);
    assert_eq!(
        opened.session.said_of_stories()[0].groups.len(),
        2,
        "each article by itself"
    );
    harness.state_mut().request(Command::Undo);
    settle(&mut harness);
    assert!(shows(&harness, "1 story among 5 articles"));
    // Something else is merged with it.
    click(&mut harness, "Tolben bridge closed after cracks are found");
    click(&mut harness, "Merge with…");
    click(&mut harness, "All sources (4)");
    click(&mut harness, "Mayor opens swimming pool on the quay");
    assert!(shows(
        &harness,
        "1 story among 5 articles of 2 sources; 2 articles alone."
    ));
    assert!(shows(&harness, "You put these together."));
    assert_eq!(harness.state().undo_label(), Some("merge stories"));
}

#[test]
fn stories_follow_the_filter_and_every_text_of_an_open_one_is_scored() {
    let folder = tempfile::tempdir().unwrap();
    let cables = (
        "Harbour board shuts Tolben bridge over cracked cables",
        "Inspectors found two cracked cables on the Tolben bridge, and the harbour board closed it on Tuesday. The \
         14,200 cars a day will need the ferry for 11 weeks, said engineer Maren Oduya.\n\nNew cables cost 3.4 \
         million crowns, Oduya told the board.",
    );
    let sources = [
        ("Ant", [POOL, BRIDGE]),
        ("Bee", [WHEAT, CRACKS]),
        ("Cow", [CHESS, cables]),
    ];
    let path = folder.path().join("all.jsonl");
    let mut lines = String::new();
    for (outlet, articles) in sources {
        for (at, (title, text)) in articles.into_iter().enumerate() {
            let section = ["Local", "Sport"][at];
            let article = serde_json::json!({"title": title, "source": outlet, "text": text, "section": section});
            writeln!(lines, "{article}").unwrap();
        }
    }
    std::fs::write(&path, lines).unwrap();
    let mut harness = window(Some(path), None);
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    harness
        .state_mut()
        .request(Command::ShowPage(Page::Stories));
    settle(&mut harness);
    assert!(shows(&harness, "1 story among 6 articles of 3 sources"));
    click(&mut harness, "Tolben bridge closed after cracks are found");
    settle(&mut harness);
    // Cow is neither A nor B, and scored all the same.
    wait_for(&mut harness, |harness| {
        harness
            .query_all_by_label_contains("sensationalism ")
            .count()
            == 3
    });
    // What the filter leaves out is in no story.
    harness.key_press_modifiers(
        egui::Modifiers::COMMAND | egui::Modifiers::SHIFT,
        egui::Key::F,
    );
    settle(&mut harness);
    click(&mut harness, "Filter by: Word or name");
    click(&mut harness, "Section");
    click(&mut harness, "Values there are");
    click(&mut harness, "Local (3 articles)");
    click(&mut harness, "Add");
    settle(&mut harness);
    assert!(shows(&harness, "3 of 6 articles count"));
    assert!(shows(
        &harness,
        "0 stories among 3 articles of 3 sources; 3 articles alone."
    ));
    click(&mut harness, "Take away: section Local");
    settle(&mut harness);
    assert!(shows(&harness, "1 story among 6 articles of 3 sources"));
}

#[test]
fn the_two_are_compared_on_the_same_stories_at_a_switch() {
    let mut harness = two_collections();
    for page in [Page::Compare, Page::Findings] {
        harness.state_mut().request(Command::ShowPage(page));
        settle(&mut harness);
        if page == Page::Compare {
            click(&mut harness, "Same stories");
        }
        wait_for(&mut harness, |harness| {
            shows(harness, "Both tell 1 story, in 1 article of A and 1 of B.")
        });
        assert!(shows(&harness, "Too few for intervals, which take 8."));
        assert!(shows(&harness, "Worded differently") && shows(&harness, "Chosen differently"));
    }
    // The switch is a step, stands in the document and in what every file says of itself.
    assert!(harness.state().session().same_stories);
    assert_eq!(harness.state().undo_label(), Some("same stories"));
    let at = std::path::Path::new("paper.parallax");
    let bytes = to_bytes(harness.state().session(), Articles::Embedded, at).unwrap();
    let opened = from_bytes(&bytes, at, |_| unreachable!()).unwrap();
    assert!(opened.session.same_stories);
    harness.state_mut().request(Command::Undo);
    settle(&mut harness);
    assert!(!shows(&harness, "Both tell 1 story"));
    harness.state_mut().request(Command::Redo);
    settle(&mut harness);
    assert!(shows(&harness, "Both tell 1 story"));
    click(&mut harness, "Everything");
    assert!(!shows(&harness, "Both tell 1 story"));
}

/// Two folders of texts: reading begins with the story that both tell and that is surest, not with the first article
/// of each.
#[test]
fn two_folders_begin_with_the_best_story_both_tell() {
    let folder = tempfile::tempdir().unwrap();
    let folders = [
        ("Ant", [POOL, BRIDGE, WHEAT].as_slice()),
        ("Bee", &[CHESS, HALF_A_POOL, CRACKS]),
    ];
    let [a, b] = folders.map(|(outlet, articles)| {
        let path = folder.path().join(outlet);
        std::fs::create_dir(&path).unwrap();
        for (at, (title, text)) in articles.iter().enumerate() {
            std::fs::write(
                path.join(format!("{at}.txt")),
                format!("{title}\n\n{text}\n"),
            )
            .unwrap();
        }
        path
    });
    let mut harness = window(Some(a), Some(b));
    wait_for(&mut harness, |harness| harness.state().is_idle());
    settle(&mut harness);
    let headlines = Side::BOTH.map(|side| {
        let article = harness.state().session().article(side).unwrap();
        article.headline.as_ref().unwrap().text.clone()
    });
    assert_eq!(headlines, [BRIDGE.0, CRACKS.0]);
    harness
        .state_mut()
        .request(Command::ShowPage(Page::Stories));
    settle(&mut harness);
    assert!(
        shows(&harness, "2 stories among 6 articles"),
        "the pool is told by both, too"
    );
}
