//! More articles than evidence is kept of: words, names and quotations are found over all of them while somebody
//! looks, and every one opens.

use std::fmt::Write as _;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Page};
use parallax::article::Side;
use parallax::workspace::MOST_WITH_EVIDENCE;

use super::{click, settle, shows, wait_for, window};

/// Articles of each outlet: together more than evidence is kept of.
const ARTICLES: usize = MOST_WITH_EVIDENCE / 2 + 50;

/// Two outlets: only the last article of each has the rare words.
fn two_large_collections() -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = ["Ant", "Bee"].map(|outlet| {
        let mut lines = String::new();
        for at in 0..ARTICLES {
            let text = match (outlet, at + 1 == ARTICLES) {
                ("Ant", true) => {
                    "Mayor Isolde Brandt praised the catamaran, the new catamaran. “It is fast,” Brandt said."
                }
                ("Bee", true) => {
                    "Maren Oduya feared the hydrofoil. “It leaks,” Oduya said."
                }
                ("Ant", false) => "The ferry was late.",
                _ => "The tram was early.",
            };
            let title = format!("Report {at} of the harbour");
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

#[test]
fn words_names_and_quotations_are_those_of_all_articles_once_somebody_looks() {
    let mut harness = two_large_collections();
    let term = |harness: &Harness<'_, App>, sought: &str| {
        let comparison = harness.state().comparison().unwrap();
        let mut terms = comparison.words.terms.iter();
        terms
            .find(|term| term.term == sought)
            .map(|term| (term.a, term.b))
    };
    assert!(harness.state().comparison().unwrap().words_of_few);
    assert_eq!(term(&harness, "ferry"), None);
    harness
        .state_mut()
        .request(Command::ShowPage(Page::Compare));
    settle(&mut harness);
    assert!(shows(&harness, "those of the two articles being read"));
    harness
        .state_mut()
        .request(Command::ShowPage(Page::Findings));
    settle(&mut harness);
    assert!(shows(&harness, "Of the two articles on Read"));
    harness.state_mut().request(Command::ShowPage(Page::Words));
    wait_for(&mut harness, |harness| {
        !harness.state().comparison().unwrap().words_of_few
    });
    settle(&mut harness);
    assert_eq!(term(&harness, "ferry"), Some((ARTICLES - 1, 0)));
    assert!(!shows(&harness, "those of the two articles being read"));
    // A term opens every use, whoever is read.
    click(&mut harness, "catamaran");
    wait_for(&mut harness, |harness| {
        shows(harness, "2 uses in A, 0 uses in B")
    });
    assert!(shows(&harness, "praised the catamaran"));
    harness.state_mut().request(Command::ShowPage(Page::People));
    settle(&mut harness);
    assert!(!shows(&harness, "those of the two articles being read"));
    let quoted = harness.state().comparison().unwrap().quoted(Side::B);
    let quoted = quoted.unwrap().iter().map(|one| one.name.as_str());
    assert_eq!(quoted.collect::<Vec<_>>(), ["Maren Oduya"]);
    let oduya = |harness: &Harness<'_, App>| harness.query_all_by_label("Maren Oduya").count();
    assert_eq!(oduya(&harness), 2, "a name of B alone, and quoted");
}
