//! Files that cannot be opened, or not whole: each gets a message that names it, says what is wrong and
//! what to do, and none takes long.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use parallax::article::BlockKind;
use parallax::load::{self, FileOutcome, Problem, ReadOptions};

/// How long one file may take: five seconds in a release build on a quiet machine.
pub(super) const PATIENCE: Duration =
    Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 5 });

/// Writes a file into `folder` and gives its path.
fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

/// A file that opens as `head` does and is `megabytes` long.
fn large(folder: &Path, name: &str, head: &[u8], megabytes: u64) -> PathBuf {
    let path = folder.join(name);
    let mut file = File::create(&path).unwrap();
    file.write_all(head).unwrap();
    file.set_len(megabytes * 1024 * 1024).unwrap();
    path
}

/// The message for a file that must not open, after checking that it names the file, ends as a
/// sentence and came quickly.
fn refused(path: &Path) -> (Problem, String) {
    let start = Instant::now();
    let error = load::open_file(path, &ReadOptions::default()).unwrap_err();
    assert!(start.elapsed() < PATIENCE, "{} took long", path.display());
    let message = error.to_string();
    assert!(message.contains(&path.display().to_string()), "{message}");
    assert!(message.ends_with('.'), "{message}");
    assert!(!matches!(error.problem, Problem::Crashed), "{message}");
    (error.problem, message)
}

#[test]
fn files_without_an_article_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, content: &[u8]| refused(&file(folder.path(), name, content)).0;
    assert!(matches!(at("empty.txt", b""), Problem::Empty));
    assert!(matches!(at("mark.txt", b"\xef\xbb\xbf"), Problem::NoText));
    assert!(matches!(at("mark16.txt", b"\xff\xfe"), Problem::NoText));
    assert!(matches!(at("blank.txt", b" \r\n\t\n"), Problem::NoText));
    assert!(matches!(
        at("blank.json", b"[]"),
        Problem::NoArticles { .. }
    ));
    assert!(matches!(
        at("numbers.json", b"[1, 2]"),
        Problem::NoArticles { .. }
    ));
    assert!(matches!(
        at("header.csv", b"title,text\n"),
        Problem::NoArticles { .. }
    ));
}

#[test]
fn a_list_of_millions_of_numbers_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let numbers = format!("[{{}},{}0]", "0,".repeat(3_100_000));
    let path = file(folder.path(), "numbers.json", numbers.as_bytes());
    assert!(matches!(refused(&path).0, Problem::Damaged { .. }));
}

#[test]
fn what_is_no_text_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let noise: Vec<u8> = (0..5000u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2])
        .collect();
    for (name, content, what) in [
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0".as_slice(),
            "PNG picture",
        ),
        ("program.md", b"\x7fELF\x02\x01\x01\0", "a program"),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "old Office version",
        ),
        ("archive.html", b"PK\x03\x04abc", "a zip archive"),
        (
            "feed.xml",
            b"<?xml version=\"1.0\"?><rss><channel/></rss>",
            "a news feed",
        ),
        (
            "feed.atom",
            b"<?xml version=\"1.0\"?>\n<!-- x --><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>\
              <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A</div></content></entry></feed>",
            "a news feed",
        ),
        ("map.xml", b"<?xml version=\"1.0\"?><kml/>", "XML of a kind"),
        ("articles.db", b"SQLite format 3\0\x10\0", "as CSV"),
        ("noise.csv", &noise, "does not know"),
    ] {
        let (_, message) = refused(&file(folder.path(), name, content));
        assert!(message.contains(what), "{message}");
    }
    let encrypted = [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(),
        b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0",
    ]
    .concat();
    let (problem, _) = refused(&file(folder.path(), "locked.docx", &encrypted));
    assert!(matches!(problem, Problem::Protected));
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(refused(folder.path()).0, Problem::Folder));
    assert!(matches!(
        refused(&folder.path().join("gone.txt")).0,
        Problem::NotFound
    ));
    #[cfg(unix)]
    {
        assert!(matches!(
            refused(Path::new("/dev/zero")).0,
            Problem::NotAFile
        ));
        let pipe = folder.path().join("pipe.txt");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(matches!(refused(&pipe).0, Problem::NotAFile));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_one_may_not_read_says_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "secret.txt", b"text");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&path).is_ok() {
        eprintln!("skipped: this user may read every file");
        return;
    }
    assert!(matches!(refused(&path).0, Problem::Denied));
}

#[test]
fn too_large_files_are_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let words = "A line without an end that goes on and on ".repeat(2_000);
    for (name, megabytes) in [("lines.txt", 50), ("line.txt", 200), ("lines.md", 4_000)] {
        let path = large(folder.path(), name, words.as_bytes(), megabytes);
        assert!(matches!(refused(&path).0, Problem::TooLarge { .. }));
    }
    let path = large(folder.path(), "film.bin", b"\x1a\x45\xdf\xa3", 4_000);
    assert!(refused(&path).1.contains("a video"));
}

#[test]
fn a_single_line_of_5_mb_is_divided() {
    let folder = tempfile::tempdir().unwrap();
    let line = "The council met again on Monday and said nothing new. ".repeat(100_000);
    let path = file(folder.path(), "line.txt", line.as_bytes());
    let start = Instant::now();
    let opened = load::open_file(&path, &ReadOptions::default()).unwrap();
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    let article = opened.articles.first().unwrap();
    assert!(
        article
            .blocks
            .iter()
            .all(|block| block.text.len() <= 20_000)
    );
    let length: usize = article
        .blocks
        .iter()
        .map(|block| block.text.len() + 1)
        .sum();
    assert_eq!(length, line.len());
    assert!(
        article
            .warnings
            .iter()
            .any(|warning| warning.contains("divided"))
    );
}

#[test]
fn hostile_lines_take_no_longer_than_others() {
    let folder = tempfile::tempdir().unwrap();
    for (name, unit) in [
        ("brackets.md", "[a]( "),
        ("quotes.txt", "'a \"b “c "),
        ("stops.txt", "a. B. \"? "),
        ("markers.txt", "Comments\n\n"),
        ("hyphens.txt", "ab-\ncd "),
        ("bullets.txt", "• 1. a)\n"),
        ("braces.json", "[{\"a\":"),
        ("columns.csv", "a,\"b,\"\"c\n"),
        ("word.txt", "aB1"),
        ("mojibake.txt", "â€"),
    ] {
        let path = file(
            folder.path(),
            name,
            unit.repeat(1_000_000 / unit.len()).as_bytes(),
        );
        let start = Instant::now();
        let result = load::open_file(&path, &ReadOptions::default());
        assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
        if let Err(error) = result {
            assert!(!matches!(error.problem, Problem::Crashed), "{name}");
        }
    }
}

#[test]
fn invalid_utf8_is_read_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(
        folder.path(),
        "odd.txt",
        b"The caf\xe9 is closed.\n\nThe owner said \x93no\x94 to everyone who asked.",
    );
    let opened = load::open_file(&path, &ReadOptions::default()).unwrap();
    let article = opened.articles.first().unwrap();
    assert_eq!(article.origin.encoding, "windows-1252");
    assert!(
        article
            .blocks
            .iter()
            .any(|block| block.text.contains("“no”"))
    );
}

#[test]
fn cut_json_keeps_what_came_before() {
    let folder = tempfile::tempdir().unwrap();
    let whole = include_bytes!("../fixtures/load/samples/articles.json");
    let cut = whole.get(..whole.len() - 60).unwrap();
    let opened = load::open_file(
        &file(folder.path(), "cut.json", cut),
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!(opened.articles.len(), 1);
    assert!(
        opened.notes.iter().any(|note| note.contains("breaks off")),
        "{:?}",
        opened.notes
    );
    let lines = include_bytes!("../fixtures/load/samples/articles.jsonl");
    let cut = lines.get(..lines.len() - 60).unwrap();
    let opened = load::open_file(
        &file(folder.path(), "cut.jsonl", cut),
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!(opened.articles.len(), 1);
    assert!(
        opened.notes.iter().any(|note| note.contains("Line 2")),
        "{:?}",
        opened.notes
    );
}

#[test]
fn ragged_tables_are_read_and_reported() {
    let folder = tempfile::tempdir().unwrap();
    let table = b"title,text,source\nOne,The first text is here.,Herald,extra\nTwo,The second text\n\"Three\",\"The third\ntext, whole\",Courier\n";
    let opened = load::open_file(
        &file(folder.path(), "ragged.csv", table),
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!(opened.articles.len(), 3);
    assert!(
        opened.notes.iter().any(|note| note.contains("2 rows")),
        "{:?}",
        opened.notes
    );
}

#[test]
fn a_bomb_does_not_go_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bomb.txt.gz");
    let mut encoder =
        flate2::write::GzEncoder::new(File::create(&path).unwrap(), flate2::Compression::fast());
    let line = "boom and boom and boom and boom\n".repeat(32 * 1024);
    for _ in 0..34 {
        encoder.write_all(line.as_bytes()).unwrap();
    }
    encoder.finish().unwrap();
    assert!(matches!(refused(&path).0, Problem::TooLarge { .. }));
    let sample = include_bytes!("../fixtures/load/samples/articles.jsonl.gz");
    let cut = file(
        folder.path(),
        "cut.jsonl.gz",
        sample.get(..sample.len() - 20).unwrap(),
    );
    let opened = load::open_file(&cut, &ReadOptions::default());
    assert!(opened.is_ok_and(|opened| opened.notes.iter().any(|note| note.contains("damaged"))));
}

#[test]
fn a_wrong_extension_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let samples: [(&str, &[u8], &str); 5] = [
        (
            "a.txt",
            include_bytes!("../fixtures/load/samples/articles.jsonl"),
            "jsonl",
        ),
        (
            "b.docx",
            include_bytes!("../fixtures/load/samples/articles.json"),
            "json",
        ),
        (
            "c",
            include_bytes!("../fixtures/load/samples/articles.csv"),
            "table",
        ),
        (
            "d.json",
            include_bytes!("../fixtures/load/samples/bridge.txt"),
            "text",
        ),
        (
            "e.csv.txt",
            include_bytes!("../fixtures/load/samples/bridge.md"),
            "markdown",
        ),
    ];
    for (name, content, format) in samples {
        let opened =
            load::open_file(&file(folder.path(), name, content), &ReadOptions::default()).unwrap();
        assert_eq!(opened.format.name, format, "{name}");
    }
}

#[test]
fn one_bad_file_leaves_the_others_untouched() {
    let folder = tempfile::tempdir().unwrap();
    file(
        folder.path(),
        "good.txt",
        include_bytes!("../fixtures/load/samples/bridge.txt"),
    );
    file(folder.path(), "empty.txt", b"");
    let import = super::import(&[folder.path().to_owned()]);
    assert_eq!(import.articles(), 1);
    let failures: Vec<_> = import.failures().collect();
    assert_eq!(failures.len(), 1);
    let good = import
        .report
        .iter()
        .find(|file| file.path.ends_with("good.txt"))
        .unwrap();
    assert!(matches!(
        &good.outcome,
        FileOutcome::Read { articles: 1, .. }
    ));
    let article = import
        .sources
        .first()
        .and_then(|source| source.articles.first())
        .unwrap();
    assert!(
        article
            .blocks
            .iter()
            .any(|block| block.kind == BlockKind::ListItem)
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_ends_the_table_there() {
    let folder = tempfile::tempdir().unwrap();
    let table = format!(
        "title,text\nOne,The first text is here.\nTwo,\"{}",
        "The council met and said, as ever, nothing. ".repeat(800_000)
    );
    let path = file(folder.path(), "open.csv", table.as_bytes());
    let opened = load::open_file(&path, &ReadOptions::default()).unwrap();
    assert_eq!(opened.articles.len(), 1);
    assert!(
        opened.notes.iter().any(|note| note.contains("Row 3")),
        "{:?}",
        opened.notes
    );
}
