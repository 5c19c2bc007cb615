//! Tests of the session itself.

use super::{Arc, Article, BlockKind, History, Place, Session, Side, SourceId};
use crate::article::{Block, Origin};

fn article(text: &str) -> Arc<Article> {
    Arc::new(Article {
        origin: Origin::default(),
        headline: None,
        byline: None,
        published: None,
        outlet: None,
        url: None,
        language: None,
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
