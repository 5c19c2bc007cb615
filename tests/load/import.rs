//! Folders and lists of files.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parallax::article::{Article, BlockKind};
use parallax::load::{self, FileOutcome, ReadOptions, Role};
use parallax::work::Progress;

const TEXT: &[u8] = include_bytes!("../fixtures/load/samples/bridge.txt");
const LINES: &[u8] = include_bytes!("../fixtures/load/samples/articles.jsonl");

fn names(import: &load::Import) -> Vec<(&str, usize)> {
    let count = |source: &'_ parallax::article::Source| source.articles.len();
    import
        .sources
        .iter()
        .map(|source| (source.name.as_str(), count(source)))
        .collect()
}

#[test]
fn folders_become_sources_and_nothing_is_left_out_silently() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("news");
    for name in ["Herald/deep", "Courier", "page_files"] {
        fs::create_dir_all(root.join(name)).unwrap();
    }
    fs::write(root.join("Herald/a.txt"), TEXT).unwrap();
    fs::write(root.join("Herald/deep/b.txt"), TEXT).unwrap();
    fs::write(root.join("Courier/c.txt"), TEXT).unwrap();
    fs::write(root.join("Courier/.hidden"), TEXT).unwrap();
    fs::write(root.join("page.html"), "").unwrap();
    fs::write(root.join("page_files/script.js"), "let a = 1;").unwrap();
    fs::write(root.join("corpus.jsonl"), LINES).unwrap();
    let import = super::import(&[root.clone(), root.join("Herald/a.txt")]);
    assert_eq!(
        names(&import),
        [
            ("Northfield Herald", 1),
            ("East Bank Courier", 1),
            ("Courier", 1),
            ("Herald", 2)
        ]
    );
    let left_out: Vec<&str> = import
        .report
        .iter()
        .filter_map(|file| match &file.outcome {
            FileOutcome::LeftOut(why) => Some(why.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        left_out,
        [
            "it holds the parts of page.html",
            "it is hidden",
            "it is in the list twice"
        ]
    );
    assert_eq!(import.failures().count(), 1);
    assert_eq!(import.report.len(), 8);
}

#[test]
fn a_single_file_is_a_source_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.txt");
    fs::write(&path, TEXT).unwrap();
    assert_eq!(names(&super::import(&[path])), [("bridge", 1)]);
}

#[test]
fn progress_is_told_and_stopping_stops() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..40 {
        fs::write(folder.path().join(format!("{n:02}.txt")), TEXT).unwrap();
    }
    let paths = [folder.path().to_owned()];
    let progress = Progress::telling(|progress| {
        if progress.done() >= 5 {
            progress.stop();
        }
    });
    let import = load::open_all(&paths, &ReadOptions::default(), &progress);
    assert!(import.stopped);
    assert_eq!((progress.done(), progress.total()), (5, 40));
    assert_eq!(import.articles(), 5);
    assert_eq!(import.report.len(), 40);
    assert!(matches!(
        import.report.last().unwrap().outcome,
        FileOutcome::NotReached
    ));
}

/// A collection of so many articles, each of its own words.
fn lines(articles: usize) -> String {
    let line = |n: usize| {
        let text = format!("The council met for the {n}th time and said nothing new. ").repeat(12);
        format!("{{\"title\": \"Council meets again, {n}\", \"text\": \"{text}\"}}\n")
    };
    (0..articles).map(line).collect()
}

#[test]
fn a_large_collection_tells_how_far_it_is_and_keeps_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.jsonl");
    fs::write(&path, lines(1_000)).unwrap();
    let told = Arc::new(AtomicUsize::new(0));
    let counted = told.clone();
    let progress = Progress::telling(move |progress| {
        // The file, and batches of its records.
        if progress.total() > 1 && progress.done() < progress.total() {
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    let import = load::open_all(&[path], &ReadOptions::default(), &progress);
    assert!(told.load(Ordering::Relaxed) >= 10);
    assert_eq!((progress.found(), import.articles()), (1_000, 1_000));
    assert_eq!(progress.done(), progress.total());
    let articles = &import.sources.first().unwrap().articles;
    for (at, article) in articles.iter().enumerate() {
        let headline = &article.headline.as_ref().unwrap().text;
        assert!(headline.ends_with(&format!(", {at}")), "{headline} at {at}");
    }
}

#[test]
fn a_large_collection_can_be_stopped_within() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.jsonl");
    fs::write(&path, lines(5_000)).unwrap();
    let progress = Progress::telling(|progress| {
        if progress.done() > 0 {
            progress.stop();
        }
    });
    let import = load::open_all(&[path], &ReadOptions::default(), &progress);
    assert!(import.stopped);
    assert_eq!(import.articles(), 0);
    assert_eq!(
        import.report.first().unwrap().outcome,
        FileOutcome::NotReached
    );
}

#[test]
fn order_does_not_depend_on_threads() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..30 {
        fs::write(folder.path().join(format!("{n:02}.txt")), TEXT).unwrap();
    }
    let paths = [folder.path().to_owned()];
    assert_eq!(super::import(&paths), super::import(&paths));
}

#[test]
fn the_user_can_correct_the_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.csv");
    let text = "headline,text,real_body\nOne,short,This is the text that was meant by whoever made the table.\n";
    fs::write(&path, text).unwrap();
    let first = |options: &ReadOptions| -> Article {
        load::open_file(&path, options)
            .unwrap()
            .articles
            .into_iter()
            .next()
            .unwrap()
    };
    let mut options = ReadOptions::default();
    options.mapping.insert(Role::Text, "real_body".to_owned());
    options.mapping.insert(Role::Title, "headline".to_owned());
    let article = first(&options);
    assert!(
        article
            .blocks
            .first()
            .unwrap()
            .text
            .starts_with("This is the text")
    );
    options.mapping.insert(Role::Text, "text".to_owned());
    assert_eq!(first(&options).blocks.first().unwrap().text, "short");
}

#[test]
fn the_fields_of_a_corpus_are_listed_with_samples() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.csv");
    let text = "headline,text,real_body\nOne,short,The text\n  that was meant.\n,,Another text.\n";
    let text = text.replace(
        "The text\n  that was meant.",
        "\"The text\n  that was meant.\"",
    );
    fs::write(&path, text).unwrap();
    let mut options = ReadOptions::default();
    let list = |options: &ReadOptions| -> Vec<(String, Option<Role>, usize, String)> {
        let fields = load::fields(&path, options).unwrap().into_iter();
        fields
            .map(|field| (field.name, field.role, field.filled, field.sample))
            .collect()
    };
    let field =
        |name: &str, role, filled, sample: &str| (name.to_owned(), role, filled, sample.to_owned());
    let real = |role| field("real_body", role, 2, "The text that was meant.");
    let headline = field("headline", Some(Role::Title), 1, "One");
    let text = |role| field("text", role, 1, "short");
    assert_eq!(
        list(&options),
        [real(None), headline.clone(), text(Some(Role::Text))]
    );
    options.mapping.insert(Role::Text, "real_body".to_owned());
    assert_eq!(
        list(&options),
        [real(Some(Role::Text)), headline, text(None)]
    );
    options.mapping.insert(Role::Title, String::new());
    assert_eq!(list(&options).get(1).unwrap().1, None);
}

#[test]
fn a_field_that_is_not_there_is_named_with_those_that_are() {
    let path = super::fixture("samples/articles.csv");
    let mut options = ReadOptions::default();
    options.mapping.insert(Role::Text, "bodytext".to_owned());
    let opened = load::open_file(&path, &options).unwrap();
    assert_eq!(opened.articles.len(), 2);
    let note = opened.notes.first().unwrap();
    assert!(
        note.contains("“bodytext”") && note.contains("The fields are: "),
        "{note}"
    );
}

#[test]
fn html_in_a_field_gives_the_blocks_of_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("html.json");
    let text = "<p>The pier will be rebuilt, the council said.</p><h2>What comes next</h2>\
                <ul><li>The old dock opens in June.</li></ul><script>no()</script>\
                <p>Work is to start in the autumn, once the ferries have moved.</p>";
    let record = serde_json::json!([{"title": "Pier", "text": text}]);
    fs::write(&path, record.to_string()).unwrap();
    let opened = load::open_file(&path, &ReadOptions::default()).unwrap();
    let blocks: Vec<(BlockKind, &str)> = opened
        .articles
        .first()
        .unwrap()
        .blocks
        .iter()
        .map(|block| (block.kind, block.text.as_str()))
        .collect();
    let wanted = [
        (
            BlockKind::Paragraph,
            "The pier will be rebuilt, the council said.",
        ),
        (BlockKind::Subhead, "What comes next"),
        (BlockKind::ListItem, "The old dock opens in June."),
        (
            BlockKind::Paragraph,
            "Work is to start in the autumn, once the ferries have moved.",
        ),
    ];
    assert_eq!(blocks, wanted);
}

#[test]
fn samples_of_corpora_come_out_whole() {
    for (name, format) in [
        ("articles.json", "json"),
        ("articles.jsonl", "jsonl"),
        ("articles.jsonl.gz", "jsonl"),
        ("articles.csv", "table"),
        ("excel-1252.csv", "table"),
    ] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures/load/samples")
            .join(name);
        let opened = load::open_file(&path, &ReadOptions::default()).unwrap();
        assert_eq!(opened.format.name, format, "{name}");
        assert_eq!(opened.articles.len(), 2, "{name}");
        let headlines: Vec<&str> = opened
            .articles
            .iter()
            .filter_map(|article| article.headline.as_ref())
            .map(|headline| headline.text.as_str())
            .collect();
        assert_eq!(
            headlines,
            ["Council Closes Bridge", "A City Cut in Two"],
            "{name}"
        );
        assert!(
            opened
                .articles
                .iter()
                .all(|article| article.outlet.is_some()),
            "{name}"
        );
        opened.articles.iter().for_each(super::assert_whole);
    }
}
