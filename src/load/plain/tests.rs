#![expect(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::article::{BlockKind, HeadlineOrigin};
use crate::load::input::ReadOptions;

fn read(text: &str) -> Draft {
    draft(text, "the-file").unwrap()
}

fn paragraphs(draft: &Draft) -> Vec<&str> {
    draft
        .blocks
        .iter()
        .filter(|block| block.set_aside.is_none())
        .map(|block| block.text.as_str())
        .collect()
}

const FIRST: &str = "The council voted on Monday to close the bridge until the spring, after engineers \
    found cracks in two of its piers that they called serious.";
const SECOND: &str =
    "Residents on the east bank said they had been told nothing, and asked for a ferry.";

#[test]
fn the_first_line_is_the_headline() {
    let draft = read(&format!(
        "Council Closes Bridge\n\nBy Jane Doe\nMay 3, 2024\n\n{FIRST}\n\n{SECOND}\n"
    ));
    assert_eq!(draft.headline_text(), "Council Closes Bridge");
    assert_eq!(draft.byline.as_deref(), Some("Jane Doe"));
    assert_eq!(draft.published.as_deref(), Some("2024-05-03"));
    assert_eq!(paragraphs(&draft), [FIRST, SECOND]);
}

#[test]
fn without_a_headline_the_file_name_stands_in() {
    let draft = read(&format!("{FIRST}\n{SECOND}\n"));
    let headline = draft.headline.unwrap();
    assert_eq!(
        (headline.text.as_str(), headline.origin),
        ("The file", HeadlineOrigin::FileName)
    );
}

#[test]
fn fields_and_front_matter_are_read() {
    let draft = read(&format!(
        "---\ntitle: \"Bridge closed\"\nauthor: Jane Doe; John Roe\ndate: 2024-05-03\n---\n{FIRST}\n\n{SECOND}\n"
    ));
    assert_eq!(draft.headline_text(), "Bridge closed");
    assert_eq!(draft.byline.as_deref(), Some("Jane Doe, John Roe"));
    let draft = read(&format!(
        "Title: Bridge closed\nSource: The Post\nBody:\n{FIRST}\n{SECOND}"
    ));
    assert_eq!(draft.headline_text(), "Bridge closed");
    assert_eq!(draft.outlet.as_deref(), Some("The Post"));
    assert_eq!(paragraphs(&draft), [FIRST, SECOND]);
}

#[test]
fn wrapped_lines_are_joined_and_divided_words_too() {
    let text = "Bridge Closed\n\nThe council voted on Monday to close the bridge un-\ntil the spring, after engineers found cracks in\ntwo of its piers that they called serious and well-\nknown to the city since the last inspection there.\n\nResidents on the east bank said they had been\ntold nothing at all, and asked for a ferry.\n";
    let draft = read(text);
    assert_eq!(
        paragraphs(&draft),
        [
            "The council voted on Monday to close the bridge until the spring, after engineers found cracks in two of its piers that they called serious and well-known to the city since the last inspection there.",
            "Residents on the east bank said they had been told nothing at all, and asked for a ferry."
        ]
    );
}

#[test]
fn lists_subheads_and_lead_ins_are_told_apart() {
    let draft = read(&format!(
        "Bridge Closed\n\n{FIRST}\n\nWhat Happens Next\n\nThe council named two steps:\n\n• A ferry will run from June.\n\n• A new bridge will be planned.\n\n{SECOND}\n"
    ));
    let kinds: Vec<BlockKind> = draft.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Paragraph,
            BlockKind::Subhead,
            BlockKind::LeadIn,
            BlockKind::ListItem,
            BlockKind::ListItem,
            BlockKind::Paragraph
        ]
    );
}

#[test]
fn the_tail_of_a_blog_is_set_aside() {
    let draft = read(&format!(
        "Bridge Closed\n\n{FIRST}\n\n{SECOND}\n\nYou might also like:\n\nCat Wins Prize\n\nRain Expected\n"
    ));
    assert_eq!(paragraphs(&draft), [FIRST, SECOND]);
    assert_eq!(draft.blocks.len(), 5);
}

#[test]
fn markdown_marks_come_off() {
    let text = format!(
        "# Bridge *Closed*\n\n{FIRST}\n\n> It is **over**, said [Doe](http://x.org/a).\n\n- snake_case stays\n- {SECOND}\n\n{SECOND}"
    );
    let draft = of_tidy(&lines::tidy(&text), "x", true).unwrap();
    assert_eq!(draft.headline_text(), "Bridge Closed");
    let blocks: Vec<(BlockKind, &str)> = draft
        .blocks
        .iter()
        .map(|block| (block.kind, block.text.as_str()))
        .collect();
    assert_eq!(
        blocks.get(1),
        Some(&(BlockKind::Quote, "It is over, said Doe."))
    );
    assert_eq!(
        blocks.get(2),
        Some(&(BlockKind::ListItem, "snake_case stays"))
    );
}

#[test]
fn nothing_is_said_to_be_nothing() {
    assert!(matches!(draft(" \n\u{feff}\n", "x"), Err(Problem::NoText)));
}

#[test]
fn exports_of_news_databases_hold_several_articles() {
    let nexis = format!(
        "Bridge Closed\n\nThe Northfield Herald\nMay 3, 2024 Friday\n\nCopyright 2024 The Herald\nSection: A; Pg. 1\nLength: 40 words\nByline: By Jane Doe\nBody\n\n{FIRST}\n\n{SECOND}\n\nLoad-Date: May 4, 2024\n\nEnd of Document\n"
    );
    let factiva = format!(
        "HD\nFerry Delayed\nBY By John Roe\nWC 40 words\nPD 5 May 2024\nSN\nEast Bank Courier\nLP\n\n{FIRST}\n\nTD\n\n{SECOND}\n\nAN\nDocument EBC0000020240505ek550000a\n"
    );
    let both = format!("{nexis}{}", factiva.replace("ek550000a", "EK550000A"));
    let input = Input::from_bytes("export.txt", both.into_bytes(), &ReadOptions::default());
    let drafts = super::read(&input, false).unwrap();
    let seen: Vec<_> = drafts
        .iter()
        .map(|draft| {
            (
                draft.headline_text(),
                draft.outlet.as_deref(),
                draft.published.as_deref(),
                draft.byline.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (
                "Bridge Closed",
                Some("The Northfield Herald"),
                Some("2024-05-03"),
                Some("Jane Doe")
            ),
            (
                "Ferry Delayed",
                Some("East Bank Courier"),
                Some("2024-05-05"),
                Some("John Roe")
            ),
        ]
    );
    for draft in &drafts {
        assert_eq!(paragraphs(draft), [FIRST, SECOND]);
    }
}
