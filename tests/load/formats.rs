//! The promise of one entry a format: whatever is in the list is detected, read, named in the help and
//! offered by the packaging.

use std::collections::BTreeSet;
use std::path::Path;

use parallax::load::{Input, ReadOptions, format_by_ending, formats, open_input};

#[cfg(feature = "pdf")]
use super::samples::pdf;
use super::samples::{
    CHAPTER, WORD_BODY, book, open_document, open_sheet, package, parts, web_archive,
    word_document, workbook,
};
use super::{assets, fixture};

const ROWS: &[&[&str]] = &[
    &["title", "text", "date"],
    &[
        "Pier to be rebuilt",
        "The pier will be rebuilt in stone, the council said on Monday.",
        "2022-03-08",
    ],
];

/// A small file of a format, by its name; a format without one here fails the test below.
fn example(name: &str) -> Option<Vec<u8>> {
    let sample = |name: &str| std::fs::read(fixture(name)).unwrap();
    Some(match name {
        "text" => sample("samples/bridge.txt"),
        "markdown" => sample("samples/bridge.md"),
        "html" => sample("storm.html"),
        "mhtml" => sample("page.mhtml"),
        "webarchive" => web_archive(&sample("storm.html"), "https://dailygale.example/storm"),
        "email" => sample("letter.eml"),
        "mbox" => [
            b"From a@b.example Tue Mar  8 07:00:00 2022\n".to_vec(),
            sample("letter.eml"),
        ]
        .concat(),
        "rtf" => sample("notice.rtf"),
        "docx" => package(&word_document(WORD_BODY)),
        "odt" => package(&open_document()),
        "epub" => package(&book(CHAPTER)),
        "json" => sample("samples/articles.json"),
        "jsonl" => sample("samples/articles.jsonl"),
        "xlsx" => package(&workbook(&[("News", ROWS)])),
        "ods" => package(&open_sheet(ROWS)),
        "zip" => package(&parts(&[
            ("a/storm.html", &sample("storm.html")),
            ("bridge.txt", &sample("samples/bridge.txt")),
        ])),
        "table" => sample("samples/articles.csv"),
        "gzip" => sample("samples/articles.jsonl.gz"),
        #[cfg(feature = "pdf")]
        "pdf" => pdf(
            "BT /F1 12 Tf 72 720 Td (The pier will be rebuilt in stone, the council said.) Tj ET",
        ),
        _ => return None,
    })
}

#[test]
fn every_format_is_detected_and_read() {
    super::name_reader();
    for format in formats() {
        let Some(bytes) = example(format.name) else {
            assert!(
                format.name == "pdf" && !cfg!(feature = "pdf"),
                "{} has no example",
                format.name
            );
            continue;
        };
        // Without a name its content alone decides; plain text that looks like nothing else is the rest.
        let input = Input::from_bytes("file", bytes, &ReadOptions::default());
        let opened = open_input(input).unwrap();
        let expected = match format.name {
            "gzip" => "jsonl",
            "xlsx" | "ods" => "table",
            name => name,
        };
        assert_eq!(opened.format.name, expected);
        assert!(!opened.articles.is_empty(), "{expected}");
    }
}

#[test]
fn entries_are_whole_and_do_not_overlap() {
    let (mut names, mut endings, mut types) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for format in formats() {
        assert!(names.insert(format.name), "{}", format.name);
        assert!(!format.label.is_empty(), "{}", format.name);
        assert!(!format.endings.is_empty() && !format.media_types.is_empty());
        for ending in format.endings {
            assert!(endings.insert(*ending), "{ending}");
            assert_eq!(format_by_ending(&ending.to_uppercase()), Some(*format));
        }
        for media_type in format.media_types {
            assert!(types.insert(*media_type), "{media_type}");
        }
    }
    assert_eq!(format_by_ending("jpeg"), None);
}

#[test]
fn the_help_of_reading_names_every_format() {
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["read", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for format in formats() {
        assert!(help.contains(format.label), "{}", format.name);
    }
}

/// Holds a file that follows from the list of formats to what it must say, or writes it anew if asked to.
fn follows(name: &str, written: &str, due: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("assets")
            .join(name);
        std::fs::write(file, due).unwrap();
        return;
    }
    assert_eq!(written, due, "{name}: run this test with UPDATE_GOLDEN=1");
}

#[test]
fn the_desktop_entry_offers_every_media_type() {
    let name = "linux/alt.parallax.parallax.desktop";
    let entry = assets(name);
    let types = formats().iter().flat_map(|format| format.media_types);
    let types: Vec<&str> = ["application/x-parallax"]
        .into_iter()
        .chain(types.copied())
        .collect();
    let due = format!("MimeType={};", types.join(";"));
    let due: String = (entry.lines())
        .map(|line| {
            if line.starts_with("MimeType=") {
                &due
            } else {
                line
            }
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    follows(name, &entry, &due);
}

#[test]
fn packages_of_other_systems_know_every_ending() {
    let name = "packaging/formats.tsv";
    let mut due = "ending\tmedia type\n".to_owned();
    let formats = formats().iter().filter(|format| !format.is_packed());
    for (format, ending) in formats.flat_map(|it| it.endings.iter().map(move |ending| (it, ending)))
    {
        due.extend([ending, "\t", format.media_types.first().unwrap(), "\n"]);
    }
    let written = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets")
        .join(name);
    let written = std::fs::read_to_string(written).unwrap_or_default();
    follows(name, &written, &due);
}

/// The endings that a list of media types gives a type.
fn globs<'a>(database: &'a str, media_type: &str) -> Vec<&'a str> {
    let of_type = database
        .split("<mime-type ")
        .find(|part| part.starts_with(&format!("type=\"{media_type}\"")));
    let globs = of_type.unwrap_or_default().split("pattern=\"*.").skip(1);
    globs.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_media_type_is_known_to_the_system_or_defined_by_the_package() {
    let own = assets("linux/alt.parallax.parallax.mime.xml");
    let system = Path::new("/usr/share/mime/packages/freedesktop.org.xml");
    let system = std::fs::read_to_string(system).unwrap_or_default();
    for format in formats() {
        let defined = |of: &str| {
            let mut types = format.media_types.iter();
            types.any(|media_type| globs(of, media_type).contains(format.endings.first().unwrap()))
        };
        let known = defined(&own) || system.is_empty() || defined(&system);
        assert!(known, "{}", format.name);
    }
}
