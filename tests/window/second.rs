//! Two readers in the window: whether they agree stands beside every score, and can be switched off.

use egui_kittest::kittest::Queryable as _;
use parallax::app::Command;
use parallax::article::Side;
use parallax::score::second::SecondReader;

use super::{click, settle, shows, wait_for, with_samples};

#[test]
fn whether_the_readers_agree_stands_beside_every_score() {
    let mut harness = with_samples();
    assert!(!shows(&harness, "second reader"));
    harness.state_mut().request(Command::ToggleSecondReader);
    settle(&mut harness);
    if SecondReader::shipped().is_err() {
        let said = harness.state().messages_text();
        assert_eq!(said.matches("no second opinion").count(), 1, "{said}");
        return;
    }
    wait_for(&mut harness, |harness| {
        let comparison = harness.state().comparison();
        comparison.is_some_and(|done| done.differences[0].second.is_some())
    });
    let tone = harness.query_all_by_label_contains("A 1, tone").next();
    tone.expect("a paragraph says what both readers say of it")
        .click();
    settle(&mut harness);
    assert!(shows(&harness, "Second reader"));
    let sentence = (harness.query_all_by_label_contains("Sentence 1, tone")).next();
    sentence.expect("its sentences are listed").click();
    settle(&mut harness);
    click(&mut harness, "Words as the second reader has them");
    wait_for(&mut harness, |harness| {
        shows(harness, "the text as a whole")
    });
    for (command, said) in [
        (
            Command::ShowPage(parallax::app::Page::Findings),
            "The second reader agrees",
        ),
        (
            Command::ShowPage(parallax::app::Page::Settings),
            "Ask a second reader",
        ),
    ] {
        harness.state_mut().request(command);
        settle(&mut harness);
        assert!(shows(&harness, said), "{said}");
    }
    harness.state_mut().request(Command::ToggleSecondReader);
    settle(&mut harness);
    let state = harness.state();
    assert!(state.session().article(Side::A).is_some());
    assert!(
        state
            .comparison()
            .is_some_and(|done| done.differences[0].second.is_none())
    );
}
