//! Tests of finding.

use std::sync::Arc;

use super::{Found, Hit, Place, Query, Session};
use crate::article::{Block, Side, Span};
use crate::load::from_text;

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
fn a_list_that_would_be_too_long_says_that_it_is_not_whole() {
    let session = session(&["e".repeat(60_000).as_str()], &"e".repeat(60_000));
    let found = find(&session, "e", false);
    assert_eq!((found.hits.len(), found.more), (super::MOST, true));
    assert_eq!(find(&session, "eeee", false).hits.len(), 30_000);
}
