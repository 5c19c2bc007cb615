//! Loading, end to end: files in, articles out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#![expect(clippy::print_stderr, reason = "a test that cannot run says so")]

#[path = "load/bad.rs"]
mod bad;
#[path = "load/documents.rs"]
mod documents;
#[path = "load/exports.rs"]
mod exports;
#[path = "load/formats.rs"]
mod formats;
#[path = "load/fuzz.rs"]
mod fuzz;
#[path = "load/hostile.rs"]
mod hostile;
#[path = "load/import.rs"]
mod imports;
#[path = "load/kinds.rs"]
mod kinds;
#[path = "load/mutate.rs"]
mod mutate;
#[path = "load/pages.rs"]
mod pages;
#[cfg(feature = "pdf")]
#[path = "load/pdf.rs"]
mod pdf;
#[path = "load/read.rs"]
mod reading;
#[path = "load/samples.rs"]
mod samples;
#[path = "load/saved.rs"]
mod saved;

use std::path::{Path, PathBuf};

use parallax::article::{Article, BlockKind, HeadlineOrigin, sentences};
use parallax::load::{self, Input, Problem, ReadOptions, open_input};
use parallax::work::Progress;

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

/// A file of this repository.
fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/load")
        .join(name)
}

/// A text file of the repository's assets.
fn assets(name: &str) -> String {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    std::fs::read_to_string(assets.join(name)).unwrap()
}

/// Some files are read in a process of their own.
fn name_reader() {
    load::set_program(env!("CARGO_BIN_EXE_parallax"));
}

fn read(name: &str, bytes: Vec<u8>) -> Result<Vec<Article>, Problem> {
    name_reader();
    open_input(Input::from_bytes(name, bytes, &ReadOptions::default()))
        .map(|opened| opened.articles)
}

/// Everything under `paths`, without progress.
fn import(paths: &[PathBuf]) -> load::Import {
    name_reader();
    load::open_all(paths, &ReadOptions::default(), &Progress::default())
}

/// Spans are in order, do not overlap and leave nothing but white space outside; blocks are one line.
fn assert_whole(article: &Article) {
    for block in &article.blocks {
        assert!(!block.text.is_empty() && !block.text.contains('\n'));
        let mut rebuilt = String::new();
        let mut at = 0;
        for span in &block.sentences {
            let gap = block.text.get(at..span.start).unwrap();
            assert!(gap.trim().is_empty() && !span.is_empty(), "{block:?}");
            rebuilt.push_str(gap);
            rebuilt.push_str(span.of(&block.text));
            at = span.end;
        }
        assert_eq!(rebuilt, block.text);
        let mut at = 0;
        for span in &block.quotations {
            assert!(
                at <= span.start && !span.of(&block.text).is_empty(),
                "{block:?}"
            );
            at = span.end;
        }
    }
}

#[test]
fn sentences_and_quotations_rebuild_every_text() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/load/samples");
    let mut paths = vec![samples];
    paths.extend(shared("loading/plain/dev"));
    paths.extend(shared("articles"));
    let import = import(&paths);
    assert!(import.articles() >= 12);
    for article in import.sources.iter().flat_map(|source| &source.articles) {
        assert_whole(article);
    }
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

/// Where sentences end, as counts of characters that are not blank; the end of the text left out.
fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut at = 0;
    let mut ends: Vec<usize> = sentences
        .map(|sentence| {
            at += sentence.chars().filter(|c| !c.is_whitespace()).count();
            at
        })
        .collect();
    ends.pop();
    ends
}

#[test]
fn sentences_of_hard_cases() {
    let cases: Vec<&str> = include_str!("fixtures/load/sentences.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert!(cases.len() >= 150);
    let (mut hits, mut found_all, mut wanted_all) = (0usize, 0usize, 0usize);
    for case in &cases {
        let text = case.replace('‖', " ").replace('¦', "");
        let found = boundaries(sentences(&text).into_iter().map(|span| span.of(&text)));
        let wanted = boundaries(case.split(['‖', '¦']));
        if found != wanted {
            let split: Vec<&str> = sentences(&text)
                .into_iter()
                .map(|span| span.of(&text))
                .collect();
            eprintln!("not as wanted: {split:?}");
        }
        hits += found.iter().filter(|end| wanted.contains(end)).count();
        found_all += found.len();
        wanted_all += wanted.len();
    }
    let f1 = 2.0 * hits as f64 / (found_all + wanted_all) as f64;
    eprintln!(
        "sentence boundaries of {} hard cases: F1 {f1:.4}",
        cases.len()
    );
    assert!(f1 >= 0.97, "F1 {f1:.4}");
}
