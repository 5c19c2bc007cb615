//! The parts of a report: what is chosen stands in it, in that order, in every format, and nothing else.

use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use parallax::article::{Place, Side};
use parallax::chart::Kind;
use parallax::export::report::{self, Choice, Part, Pin};
use parallax::load::{self, open_input};

use crate::story::{HOSTILE, Story, sample};

/// The headings of the second level, in order.
fn headings(markdown: &str) -> Vec<&str> {
    let lines = markdown.lines();
    lines.filter_map(|line| line.strip_prefix("## ")).collect()
}

#[test]
fn what_is_chosen_stands_in_the_report_in_that_order_and_nothing_else() {
    let story = sample().with("table,chart:paragraphs,chart:headline,findings,notes");
    let markdown = story.markdown(true);
    let wanted = [
        "Table of differences",
        "Charts",
        "Findings",
        "Your notes",
        "Provenance",
    ];
    assert_eq!(headings(&markdown), wanted);
    let at = |words: &str| markdown.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Chart: Tone of each paragraph") < at("Chart: Headline"));
    assert!(markdown.contains("No notes were written."));
    assert!(
        !markdown.contains("Nobody enjoys moving a market"),
        "no texts"
    );
    let html = story.illustrated().html(true);
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(
        at("id=\"table\"") < at("id=\"charts\"") && at("id=\"charts\"") < at("id=\"findings\"")
    );
    assert!(at("id=\"chart-paragraphs\"") < at("id=\"chart-headline\""));
}

#[test]
fn every_part_can_be_had_by_itself_and_a_part_with_nothing_to_show_says_so() {
    let mut stories = [sample(), Story::of("", "")];
    for part in Part::all() {
        let name = part.to_string();
        for story in &mut stories {
            story.choice.parts = Some(vec![part]);
            for document in [story.markdown(true), story.markdown(false)] {
                let sections = headings(&document).len();
                assert_eq!(sections, 2, "{name} and provenance: {document}");
                let body = document.split("\n## ").nth(1).unwrap();
                let lines = body.lines().filter(|line| !line.is_empty());
                assert!(lines.count() >= 2, "{name}");
            }
        }
    }
}

#[test]
fn the_usual_report_has_findings_two_charts_the_table_and_methods() {
    let mut story = sample();
    story.choice.parts = None;
    let usual = story.report(report::Format::Markdown, true).parts();
    let charts = usual.iter().filter(|part| matches!(part, Part::Chart(_)));
    assert_eq!(charts.count(), report::FITTING);
    assert_eq!(usual[1], Part::Chart(Kind::Headline), "{usual:?}");
    let plain = usual.iter().filter(|part| !matches!(part, Part::Chart(_)));
    assert!(plain.eq(&[Part::Findings, Part::Table, Part::Methods]));
    // What the user wrote and collected is not left out unasked.
    story.choice.notes = "Mine.".to_owned();
    story.choice.pinned = vec![Pin::Chart(Kind::Coverage)];
    let usual = story.report(report::Format::Markdown, true).parts();
    assert!(usual.contains(&Part::Notes) && usual.contains(&Part::Pinned));
}

#[test]
fn notes_and_evidence_stand_there_as_they_were_written_and_added() {
    let mut story = sample();
    story.choice = Choice {
        parts: Some(Part::list("pinned,notes").unwrap()),
        notes: "First <b>thought</b>.\nSame paragraph.\n\nSecond thought.".to_owned(),
        pinned: vec![
            Pin::Place(Place::headline(Side::B, 0)),
            Pin::Place(Place::block(Side::A, 0, 1)),
            Pin::Finding("headlines".to_owned()),
            Pin::Measure("tone".to_owned()),
            Pin::Chart(Kind::Coverage),
            Pin::Name("Lena Abara".to_owned()),
            Pin::Word("shock".to_owned()),
            Pin::Finding("nothing like it".to_owned()),
            Pin::Place(Place::block(Side::A, 7, 999)),
        ],
        ..Choice::default()
    };
    let markdown = story.markdown(true);
    for said in [
        "sensationalism",
        "A), paragraph ",
        "> ",
        "more sensational",
        "Chart: ",
        "Lena Abara",
        "“shock”",
        "no longer found",
        "no longer there",
        "First &lt;b&gt;thought&lt;/b&gt;.\\\nSame paragraph.",
        "\nSecond thought.",
    ] {
        assert!(markdown.contains(said), "{said}\n{markdown}");
    }
    let without = story.markdown(false);
    assert!(!without.contains("> "), "no words of the articles");
    assert!(!story.html(true).contains("<b>thought"));
}

#[test]
fn between_unrelated_articles_nothing_is_compared_in_any_part() {
    let a = "# Council meets\n\nThe council met.\n\nA terrible levy passed.\n\nBoats pay in May.\n\nThe quay is shut.";
    let b = "# Comets shine\n\nComets shine.\n\nBread is dear.\n\nRain fell again.\n\nNobody sang.";
    let story = Story::of(a, b).illustrated();
    assert_eq!(story.comparison.coverage.same_story, Some(false));
    for document in [story.html(true), story.markdown(true)] {
        let (said, _) = document.rsplit_once("Methods in short").unwrap();
        for confident in [
            "more negative in",
            "clearly higher",
            "adjusted p",
            "Cliff",
            "95 % interval",
        ] {
            assert!(!said.contains(confident), "{confident}\n{document}");
        }
        assert!(document.contains("Nothing is compared here"));
        assert!(document.contains("hardly tell the same story"));
    }
}

/// A report that is to be held against a picture of itself: its figures are the samples'.
#[test]
fn the_report_of_the_sample_story_is_the_golden_one() {
    let mut story = sample();
    story.choice.parts = None;
    let written = story.markdown(true).replace(parallax::VERSION, "VERSION");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/report.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &written).unwrap();
    }
    let golden = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(written, golden, "read it, then UPDATE_GOLDEN=1");
}

/// The text of one part of a Word document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_word_document_is_read_back_with_headings_tables_and_pictures_that_say_what_they_show() {
    let story = sample()
        .with("findings,chart:headline,chart:paragraphs,table,texts,methods")
        .illustrated();
    let bytes = story.docx(true);
    assert_eq!(
        bytes,
        story.docx(true),
        "the same report gives the same bytes"
    );
    let input = load::Input::from_bytes("r.docx", bytes.clone(), &load::ReadOptions::default());
    let opened = open_input(input).unwrap();
    let article = &opened.articles[0];
    assert_eq!(article.origin.format, "docx");
    let text: Vec<&str> = article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect();
    let text = text.join("\n");
    for said in [
        "Table of differences",
        &story.comparison.findings[0].to_string(),
        "Methods in short",
        "SHA-256",
        "2026-11-22T15:57:27Z",
        "Nobody enjoys moving a market",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let xml = part(&bytes, "word/document.xml");
    assert_eq!(xml.matches("<w:tbl>").count(), 2);
    assert!(xml.matches("\"Heading2\"").count() >= 5);
    #[cfg(feature = "gui")]
    {
        assert_eq!(xml.matches("<w:drawing>").count(), 2);
        for (number, title) in [
            (1, "Headline sensationalism"),
            (2, "Tone of each paragraph"),
        ] {
            let described = format!("id=\"{number}\" name=\"Chart {number}\" descr=\"{title}");
            assert!(xml.contains(&described), "{described}");
        }
    }
    let hostile = Story::of(HOSTILE, HOSTILE)
        .named(HOSTILE, "\u{202e}\u{1}b")
        .docx(true);
    let xml = part(&hostile, "word/document.xml");
    assert!(resvg::usvg::roxmltree::Document::parse(&xml).is_ok());
    assert!(xml.contains("[RLO]") && !xml.contains('\u{202e}'));
}

/// A browser that prints, if there is one here.
fn browser() -> Option<&'static str> {
    let known = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let there = |name: &&&str| {
        let asked = Command::new(name).arg("--version").output();
        asked.is_ok_and(|out| out.status.success())
    };
    known.iter().find(there).copied()
}

/// How many pages of A4 a page has when it is printed; `None` where there is no browser.
#[expect(clippy::print_stderr, reason = "says that it skips")]
fn printed_pages(html: &str) -> Option<usize> {
    let Some(browser) = browser() else {
        eprintln!("skipped: there is no browser here that prints");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let (page, pdf) = (folder.path().join("r.html"), folder.path().join("r.pdf"));
    std::fs::write(&page, html).unwrap();
    let out = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    let Ok(bytes) = std::fs::read(&pdf) else {
        eprintln!(
            "skipped: the browser did not print: {}",
            String::from_utf8_lossy(&out.stderr)
        );
        return None;
    };
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    Some(pages)
}

#[test]
fn a_report_is_as_short_on_paper_as_it_says() {
    let mut story = sample().illustrated();
    story.choice.parts = None;
    let told = |story: &Story| story.report(report::Format::Markdown, true).pages();
    let usual = told(&story);
    assert!((2..=4).contains(&usual), "{usual}");
    let Some(printed) = printed_pages(&story.html(true)) else {
        return;
    };
    assert!(printed <= 4, "{printed} pages");
    assert!(printed.abs_diff(usual) <= 1, "about {usual}, but {printed}");
    let story = story.with("findings,chart:headline,chart:paragraphs,table,texts,methods");
    let printed = printed_pages(&story.html(true)).unwrap();
    assert!(printed <= 8, "{printed} pages");
    let about = told(&story);
    assert!(printed.abs_diff(about) <= 1, "about {about}, but {printed}");
}
