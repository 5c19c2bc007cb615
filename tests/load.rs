//! Loading, end to end: files in, articles out.
#![expect(clippy::unwrap_used, reason = "tests")]
#![expect(clippy::print_stderr, reason = "a test that cannot run says so")]

use std::path::{Path, PathBuf};

use parallax::article::{Article, BlockKind, HeadlineOrigin};
use parallax::load;

/// A file of the development data beside the repository, or `None` with a message if it is not there.
fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data")
        .join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

fn count(article: &Article, kind: BlockKind) -> usize {
    article
        .blocks
        .iter()
        .filter(|block| block.kind == kind)
        .count()
}

#[test]
fn the_first_real_article_comes_out_whole() {
    let Some(path) = shared("articles/shocking-invite.txt") else {
        return;
    };
    let articles = load::open(&path).unwrap();
    let article = articles.first().unwrap();
    let headline = article.headline.as_ref().unwrap();
    assert!(headline.text.starts_with("Trump's Shocking Invite"));
    assert_eq!(headline.origin, HeadlineOrigin::Text);
    assert_eq!(count(article, BlockKind::Paragraph), 10);
    assert_eq!(article.blocks.len(), 11);
    let last = article.blocks.last().unwrap();
    assert_eq!(
        (last.kind, last.text.as_str()),
        (BlockKind::Boilerplate, "You might also like:")
    );
    let sentences: usize = article
        .scored_blocks()
        .map(|(_, block)| block.sentences.len())
        .sum();
    assert_eq!(sentences, 25);
}

#[test]
fn the_second_real_article_comes_out_whole() {
    let Some(path) = shared("articles/high-stakes-talks.txt") else {
        return;
    };
    let articles = load::open(&path).unwrap();
    let article = articles.first().unwrap();
    assert!(
        article
            .headline
            .as_ref()
            .unwrap()
            .text
            .starts_with("Trump Meets Colombia")
    );
    assert_eq!(count(article, BlockKind::Paragraph), 7);
    assert_eq!(count(article, BlockKind::ListItem), 3);
    assert_eq!(count(article, BlockKind::Subhead), 5);
    assert_eq!(count(article, BlockKind::LeadIn), 2);
    assert_eq!(count(article, BlockKind::Boilerplate), 5);
    let sentences: usize = article
        .scored_blocks()
        .map(|(_, block)| block.sentences.len())
        .sum();
    assert_eq!(sentences, 15);
}
